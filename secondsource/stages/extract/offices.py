"""Offices: words for what people are, and when two of them say the same."""

from functools import cache

from secondsource.text.lexicon import load_lexicon

SHARED_LETTERS = 4
"""“Norway”, “Norwegian”: a place and its people share at least these many first letters; shorter is often chance."""


@cache
def load_offices() -> dict[str, frozenset[int]]:
    """Word → the numbers of the groups of words for one office that it belongs to."""
    classes: dict[str, frozenset[int]] = {}
    for number, group in enumerate(load_lexicon("roles")["alike"]):
        for word in group["words"]:
            classes[word] = classes.get(word, frozenset()) | {number}
    return classes


@cache
def _peoples() -> frozenset[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for group in load_lexicon("roles")["peoples"]:
        pairs.update((place, people) for place in group["place"] for people in group["people"])
    return frozenset(pairs | {(people, place) for place, people in pairs})


def is_same_office(one: str, other: str) -> bool:
    return one == other or bool(load_offices().get(one, frozenset()) & load_offices().get(other, frozenset()))


@cache
def _others() -> frozenset[str]:
    return frozenset(load_lexicon("roles")["offices"]["words"])


def is_office(word: str) -> bool:
    """Whether a word says what somebody is: mayor, driver, widow."""
    return word in load_offices() or word in _others()


def is_same_modifier(one: str, other: str) -> bool:
    """Whether two words can say the same of an office: one word, a place and its people, or words for one office."""
    if is_same_office(one, other) or (one, other) in _peoples():
        return True
    return len(one) >= SHARED_LETTERS and one[:SHARED_LETTERS] == other[:SHARED_LETTERS] and one[-1:] != other[-1:]
