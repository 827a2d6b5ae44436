"""How a thing is said: with or without a negation, and how firmly (lexicon/negation.toml, lexicon/modality.toml)."""

import re
from collections.abc import Mapping
from functools import cache

from secondsource.text.lexicon import load_lexicon

_MONTH_OF_MAY = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?\s|\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ll]ast|[Uu]ntil|[Tt]ill|[Tt]his|[Oo]f|[Ff]rom|[Nn]ext|[Ee]arly|[Ll]ate)\s)May\b"
    r"|\bMay\s(?=\d)"
)
"""The month of May."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


@cache
def _negators() -> frozenset[str]:
    return frozenset(load_lexicon("negation")["negators"]["words"])


@cache
def quantity_words() -> Mapping[str, str]:
    """Words of how much or how often ("all", "some", "never"), each with the name of those that mean the same."""
    return {word: row["name"] for row in load_lexicon("negation")["quantities"] for word in row["words"]}


@cache
def _classes() -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    classes = load_lexicon("modality")["classes"]
    return tuple((c["name"], frozenset(c.get("words", ())), tuple(c.get("phrases", ()))) for c in classes)


def is_negator(word: str) -> bool:
    """Whether one lower-case word negates: "not", "didn't", "none"."""
    return word in _negators() or word.replace("’", "'").endswith("n't")


def count_negations(text: str) -> int:
    """How many words of `text` negate; two in one clause undo each other ("did not deny" is up to the caller)."""
    return sum(1 for word in _words(text) if is_negator(word))


def find_firmness(text: str) -> frozenset[str]:
    """How firmly `text` is said: the names of its classes of modality; empty when it is said as done or as a fact."""
    words = _words(_MONTH_OF_MAY.sub(" ", text))
    spaced = f" {' '.join(words)} "
    return frozenset(
        name
        for name, single, phrases in _classes()
        if single.intersection(words) or any(f" {phrase} " in spaced for phrase in phrases)
    )
