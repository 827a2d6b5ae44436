"""Offices: words for what people are, and when two of them say the same."""

from collections.abc import Collection
from functools import cache

from secondsource.text.lexicon import load_lexicon

SHARED_LETTERS = 4
"""“Norway”, “Norwegian”: a place and its people share at least these many first letters; shorter is often chance."""

COUNTERPARTS = frozenset(["counterpart", "opposite number"])


@cache
def load_offices() -> dict[str, frozenset[int]]:
    """Word → the numbers of the groups of words for one office that it belongs to."""
    classes: dict[str, frozenset[int]] = {}
    for number, group in enumerate(load_lexicon("roles")["alike"]):
        for word in group["words"]:
            classes[word] = classes.get(word, frozenset()) | {number}
    return classes


def is_same_office(one: str, other: str) -> bool:
    return one == other or bool(load_offices().get(one, frozenset()) & load_offices().get(other, frozenset()))


@cache
def _others() -> frozenset[str]:
    return frozenset(load_lexicon("roles")["offices"]["words"])


def is_office(word: str) -> bool:
    """Whether a word says what somebody is: mayor, driver, widow."""
    return word in load_offices() or word in _others()


def is_same_modifier(one: str, other: str) -> bool:
    """Whether two words can say the same of an office: one word, a land and its people, or words for one office."""
    if is_same_office(one, other):
        return True
    return len(one) >= SHARED_LETTERS and one[:SHARED_LETTERS] == other[:SHARED_LETTERS] and one[-1:] != other[-1:]


def may_hold(office: str, details: Collection[str], offices: Collection[str], words: Collection[str]) -> bool:
    """Whether somebody who holds `offices`, and of whom all `words` are said, may be meant by `office` with `details`.

    "Her Norland counterpart" is whoever holds any office there.
    """
    anybody = office in COUNTERPARTS or not COUNTERPARTS.isdisjoint(offices)
    known = bool(details and offices) if anybody else any(is_same_office(office, one) for one in offices)
    return known and may_belong(details, words)


def may_belong(details: Collection[str], words: Collection[str]) -> bool:
    """Whether each of `details` is said by one of `words`."""
    return all(any(is_same_modifier(detail, word) for word in words) for detail in details)


@cache
def office_words() -> frozenset[str]:
    """The single words of offices, titles and persons, in lower case: they tell nobody's side ("director", "Dr")."""
    roles = load_lexicon("roles")
    rows = [row["words"] for row in roles["alike"]] + [
        roles[table]["words"] for table in ("offices", "persons", "titles")
    ]
    return frozenset(part for words in rows for phrase in words for part in phrase.split())
