"""Names as strings: their words, and which name is short for which."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_GENITIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")


REMEMBERED = 4_096
"""Names whose words are kept: the speakers of a story are compared with one another time and again."""


@lru_cache(maxsize=REMEMBERED)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without accents, genitive and marks: "Kim Jong-un's" → kim, jong, un."""
    plain = unicodedata.normalize("NFKD", _GENITIVE.sub("", name))
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).lower()))


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` is a shorter form of the name `full`: its first or last words ("Corvay", "Kim").

    Of two names in one ("Corvay and Talvek"), neither is short for both.
    """
    few, many = name_words(short), name_words(full)
    is_part = 0 < len(few) < len(many) and (many[: len(few)] == few or many[-len(few) :] == few)
    return is_part and ("and" in few or "and" not in many)


def are_one_name(one: str, other: str) -> bool:
    """Whether two names are the same, or one is short for the other."""
    return name_words(one) == name_words(other) or is_short_for(one, other) or is_short_for(other, one)
