"""Whether two sentences say the same: their words matched one to one by meaning, and their numbers compared."""

import re
from functools import lru_cache

import numpy as np

from secondsource.text.vectors import embed_words

EVIDENCE = ("share of the longer", "share of the shorter", "other numbers", "numbers on one side", "same numbers")
WEIGHTS = (1.25, 4.12, -1.32, -0.39, 0.18)
BIAS = -0.28
"""Weights of the evidence, fitted by gate/fit_sameness.py on the ratings (0 to 5) of four sets of news sentences."""
SAME = 3.0
"""Rating from which two sentences say the same but for details: "roughly equivalent, some important information
differs or is missing" in the words that the ratings' raters were given."""
REMEMBERED = 100_000
"""Pairs of texts whose answers are kept."""

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@lru_cache(maxsize=REMEMBERED)
def rate_sameness(one: str, other: str) -> float:
    """How much two sentences say the same, 0 (of other things) to 5 (the same in all), as a person would rate them."""
    told = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, gather_evidence(one, other), strict=True))
    return min(5.0, max(0.0, told))


def gather_evidence(one: str, other: str) -> tuple[float, ...]:
    """The values of EVIDENCE, 0 to 1 each; nothing of it depends on which of the two comes first."""
    ours, theirs = find_numbers(one), find_numbers(other)
    differ = bool(ours - theirs and theirs - ours)
    numbers = float(differ), float(ours != theirs and not differ), float(bool(ours) and ours == theirs)
    return (*match_words(one, other), *numbers)


@lru_cache(maxsize=REMEMBERED)
def match_words(one: str, other: str) -> tuple[float, float]:
    """Likeness of the words of two texts, each matched with one of the other at most, summed and divided by the number
    of words of the longer and of the shorter.
    """
    from scipy.optimize import linear_sum_assignment

    ours, theirs = embed_words(one), embed_words(other)
    few, many = sorted((len(ours), len(theirs)))
    if not few:
        return 0.0, 0.0
    alike = np.clip(ours @ theirs.T, 0.0, 1.0)
    whole = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return whole / many, whole / few


def find_numbers(text: str) -> frozenset[str]:
    """The numbers written in digits."""
    return frozenset(_NUMBER.findall(text))
