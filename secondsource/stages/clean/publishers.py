"""Who publishes and who supplies: outlets and agencies by name, by spelling and by address."""

import re
from functools import cache
from urllib.parse import urlsplit

from secondsource.text.lexicon import load_lexicon

_SHORT = 5
"""Capitals this few are matched as they are written: "AP" is an agency, "ap" is not."""


def _fold(name: str) -> str:
    words = " ".join(name.replace("’", "'").split()).strip(" .,;:|*-–—/()[]")
    if len(words) <= _SHORT and (words.isupper() or len(words) <= 3):
        return words
    return words.lower().removeprefix("the ")


@cache
def _agencies() -> dict[str, str]:
    return {
        _fold(spelling): agency["name"]
        for agency in load_lexicon("agencies")["agency"]
        for spelling in (agency["name"], agency["full"], *agency["also"])
    }


@cache
def _outlets() -> dict[str, str]:
    return {
        _fold(spelling): outlet["name"]
        for outlet in load_lexicon("outlets")["outlet"]
        for spelling in (outlet["name"], *outlet["also"])
    }


@cache
def _hosts() -> dict[str, str]:
    tables = (*load_lexicon("outlets")["outlet"], *load_lexicon("agencies")["agency"])
    return {domain: table["name"] for table in tables for domain in table["domains"]}


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(load_lexicon("outlets")["words"])


def find_agency(name: str) -> str | None:
    """The short name of the agency that `name` spells; None when it spells none that is known."""
    return _agencies().get(_fold(name))


def find_outlet(name: str) -> str | None:
    """The usual name of the outlet that `name` spells; None when it spells none that is known."""
    return _outlets().get(_fold(name))


@cache
def _owners() -> dict[str, str]:
    return {name: owner["name"] for owner in load_lexicon("owners")["owner"] for name in owner["of"]}


def find_owner(name: str) -> str | None:
    """Who owns an outlet or agency; None where the list of owners does not say."""
    return _owners().get(name)


def find_host(url: str) -> str | None:
    """The outlet or agency whose site `url` is on; None when the host is not known."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    while "." in host:
        if host in _hosts():
            return _hosts()[host]
        host = host.partition(".")[2]
    return None


def is_outlet_name(name: str) -> bool:
    """Whether `name` is a known outlet's or has a word that outlets are called by ("Harbour Gazette")."""
    if find_outlet(name):
        return True
    words = [word.strip(".,;:()").lower() for word in name.split()]
    return 2 <= len(words) <= 6 and name[:1].isupper() and any(word in _outlet_words() for word in words)


def is_agency_name(name: str) -> bool:
    """Whether `name` is a known agency's or ends as agencies' names do ("Coast News Agency")."""
    folded = " ".join(name.lower().split()).strip(" .,;:")
    ends_so = folded.endswith(tuple(load_lexicon("outlets")["agency_words"]))
    return find_agency(name) is not None or ends_so or _is_wire(name)


def _is_wire(name: str) -> bool:
    """Whether one of two or three capitalised words ends in "wire": "Strait Wire", "Coastwire Science"."""
    words = name.split()
    return (
        2 <= len(words) <= 3
        and all(word[:1].isupper() for word in words)
        and any(word.lower().endswith("wire") for word in words)
        and words[-1].lower() not in ("reports", "services", "copy")
    )


def find_whole_name(letters: str, text: str) -> str:
    """The name that `text` gives an agency, before its letters in brackets or beginning with them; else the letters."""
    if not (2 <= len(letters) <= 6 and letters.isupper()) or letters in _agencies().values():
        return letters
    for stretch in text.split(f"({letters})")[:-1]:
        before = stretch.split()[-len(letters) - 2 :]
        for start in range(len(before)):
            name = " ".join(before[start:]).removeprefix("the ").removeprefix("The ")
            if is_agency_name(name) and name[:1] == letters[:1]:
                return name
    return _find_by_initials(letters, text) or letters


def _find_by_initials(letters: str, text: str) -> str | None:
    """The supplier named in `text` whose words begin with these letters: MPS is the Meridian Press Service."""
    spelt = "[ -]".join(rf"(?:(?:of|and|the) )?{letter}[\w’']{{1,20}}" for letter in letters)
    found = re.findall(rf"\b{spelt}", text)
    return next((name for name in found if is_agency_name(name) or is_outlet_name(name)), None)


def to_outlet(name: str) -> str:
    """An outlet's name as readers know it: its usual spelling, or at least not in capitals throughout."""
    bare = name.strip()
    if known := find_outlet(bare):
        return known
    shouted = bare.isupper() and " " in bare
    if not shouted:
        return bare
    first, *rest = bare.split()
    spelt = [first.capitalize() if first == "THE" else _unshout(first), *map(_unshout, rest)]
    return " ".join(spelt)


def _unshout(word: str) -> str:
    """A word in ordinary letters, unless it is so short that it may be an abbreviation ("BBC")."""
    if word in ("OF", "AND", "FOR", "THE", "IN", "ON"):
        return word.lower()
    return word.capitalize() if len(word) > 3 else word


def is_paper_name(line: str) -> bool:
    """Whether a line is a newspaper's name and nothing else ("The Harbour Gazette")."""
    words = line.split()
    return (
        2 <= len(words) <= 5
        and words[-1].lower() in load_lexicon("outlets")["papers"]
        and all(word[0].isupper() or word in ("of", "and", "the") for word in words)
    )
