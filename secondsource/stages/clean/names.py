"""People's names, told from outlets, jobs and labels by their shape."""

import re
import unicodedata
from functools import cache

from secondsource.stages.clean.publishers import find_agency, find_outlet, is_outlet_name
from secondsource.text.lexicon import load_lexicon

MOST_WORDS = 6
"""The longest names of reporters seen: "María del Carmen Fernández de la Cruz" has more, and is none."""

LEAST_LETTERS, MOST_LETTERS = 3, 5
"""Capitals that are an institution's before other words; two are a first name's initials, more a shouted name."""

_ARTICLES = frozenset(("the", "a", "an", "this", "our", "die", "das", "les"))
_SEPARATORS = re.compile(r"\s{0,9}(?:[;|•·/]|,|\s&\s|\s(?:and|und|et|y|with|mit)\s)\s*")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_.'’‘-]*(?:[.'’‘-]{1,2}[^\W\d_]*)*$")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_lexicon("bylines")[kind])


def split_people(text: str) -> tuple[str, ...]:
    """The persons in an enumeration such as "Ann Ode, Bo Deng and Cy Ek"; parts that are no names are left out."""
    people = (to_name(part) for part in _SEPARATORS.split(text) if part.strip())
    return tuple(dict.fromkeys(name for name in people if name))


def to_name(text: str) -> str | None:
    """The person whom `text` names, in ordinary capitals and without title; None when it names no person."""
    words = text.strip(" \t.,;:|*-–—()[]\"“”'").split()
    while words and words[0].lower().strip(".") in _words("titles"):
        words = words[1:]
    while len(words) > 1 and words[-1].lower().strip(".,") in _words("letters") - {"jr", "sr", "ii", "iii", "iv"}:
        words = words[:-1]
    if not is_name(words):
        return None
    name = " ".join(_capitalise(word) if _is_shouted(words) else word for word in words).rstrip(",")
    return f"{name}." if _ends_with_abbreviation(name) and f"{words[-1]}." in text else name


def _ends_with_abbreviation(name: str) -> bool:
    last = name.rpartition(" ")[2]
    return len(last) == 1 or last.lower() in ("jr", "sr")


def has_given_name(name: str) -> bool:
    """Whether a full name begins with a first name that is known."""
    bare = unicodedata.normalize("NFD", name.partition(" ")[0].partition("-")[0].lower())
    return " " in name and "".join(mark for mark in bare if mark.isalpha()) in load_given_names()


@cache
def load_given_names() -> frozenset[str]:
    return frozenset(load_lexicon("givennames")["names"])


def is_nobody(word: str) -> bool:
    """Whether a word stands for no person in particular: "Staff", "admin", "Redaktion"."""
    return word.lower().strip(".,") in _words("nobody") | _words("jobs")


def is_name(words: list[str]) -> bool:
    """Whether the words have the shape of one person's full name."""
    if not 2 <= len(words) <= MOST_WORDS:
        return False
    joined = " ".join(words)
    if find_agency(joined) or find_outlet(joined) or is_outlet_name(joined) or _begins_with_letters(words):
        return False
    lowered = [word.lower().strip(".,") for word in words]
    pieces = [piece for word in lowered for piece in (word, *word.split("-"))]
    if (
        lowered[0] in _ARTICLES
        or "and" in lowered
        or any(piece in _words("nobody") for piece in pieces)
        or lowered[-1] in _words("particles")
    ):
        return False
    full = [word for word in words if word.lower() not in _words("particles")]
    return len(full) >= 2 and all(_NAME_WORD.match(word.rstrip(",")) and _starts_high(word) for word in full)


def _begins_with_letters(words: list[str]) -> bool:
    """Whether an institution's letters stand before ordinary words: "SKH Project Room", but not "JD Ode"."""
    first = words[0]
    return (
        LEAST_LETTERS <= len(first) <= MOST_LETTERS
        and first.isalpha()
        and first.isupper()
        and not any(word.isupper() for word in words[1:])
        and first.lower() not in load_given_names()
    )


def _starts_high(word: str) -> bool:
    letters = word.lstrip("'’‘")
    if letters[:1].isupper() or not letters[:1].islower():
        return True
    return any(letters.lower().startswith(p) for p in ("al-", "el-", "d'", "d’", "de-")) and any(
        c.isupper() for c in letters
    )


def _is_shouted(words: list[str]) -> bool:
    letters = "".join(words)
    return letters.isupper() and len(letters) > 4


def _capitalise(word: str) -> str:
    if word.lower() in _words("particles"):
        return word.lower()
    if word.endswith(".") and len(word) <= 4:
        return word
    return "".join(part.capitalize() for part in re.split(r"([-'’.])", word))
