"""Spellings: when two full names are one person's, spelt otherwise: another transliteration, hyphen, initial."""

import re
from functools import cache

from secondsource.text.naming import name_words

FEWEST_CONSONANTS = 3
"""Consonants that a word must have for its vowels not to count: "Lukashenka", but not "Jan" and "Jon"."""
MOST_VOWELS = 3
"""Vowels that one spelling may have more than the other."""
FULL = 2
"""Words of the shortest name that says first name and surname."""

_FOLDS = (("ph", "f"), ("kh", "h"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"), ("dh", "d"), ("th", "t"))
_LETTERS = str.maketrans("y", "i")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouj]")
_PARTICLES = {"el": "al", "ul": "al", "ibn": "bin"}


def is_same_name(one: str, other: str) -> bool:
    """Whether two names of a first name and a surname or more may be spellings of one.

    Words stand for each other if they are transliterations of one word, or an initial and its name; middle names may be
    left out. A final -a on one of them alone tells two people apart: "Petrov", "Petrova".
    """
    few, many = sorted((_words(one), _words(other)), key=len)
    if few == many:
        return True
    if len(few) < FULL or (len(few) != len(many) and len(few) != FULL):
        return False
    pairs = zip(few, many, strict=True) if len(few) == len(many) else ((few[0], many[0]), (few[-1], many[-1]))
    alike = [is_same_word(a, b) for a, b in pairs]
    return all(alike) and len(few[-1]) > 1 and len(many[-1]) > 1


def is_same_word(one: str, other: str) -> bool:
    """Whether two words of names, in small letters, may be spellings of one, or one is the other's initial."""
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    a, b = _fold(one), _fold(other)
    if a == b:
        return True
    bare = _VOWELS.sub("", a)
    if len(bare) < FEWEST_CONSONANTS or bare != _VOWELS.sub("", b) or _ends_in_vowel(a) != _ends_in_vowel(b):
        return False
    return abs(len(a) - len(b)) <= MOST_VOWELS


def to_sound(name: str) -> str:
    """What names must have in common for `is_same_name` to hold of them, by which they can be sorted apart."""
    last = _fold((_words(name) or ("",))[-1])
    bare = _VOWELS.sub("", last)
    return bare if len(bare) >= FEWEST_CONSONANTS else last


def _words(name: str) -> tuple[str, ...]:
    return tuple(_PARTICLES.get(word, word) for word in name_words(name))


@cache
def _fold(word: str) -> str:
    for sign, folded in _FOLDS:
        word = word.replace(sign, folded)
    return _DOUBLED.sub(r"\1", word.translate(_LETTERS))


def _ends_in_vowel(word: str) -> bool:
    return bool(_VOWELS.match(word[-1:]))
