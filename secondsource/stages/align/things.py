"""Things: what two figures count, by their nouns, their units and the words beside them."""

import re
from functools import cache

from secondsource.model.statements import Figure
from secondsource.settings import Align
from secondsource.stages.align.values import NEAR_BOUND, is_whole, size_of
from secondsource.text.lexicon import load_lexicon
from secondsource.text.rarity import rarity
from secondsource.text.thesaurus import are_near
from secondsource.text.units import are_one_unit
from secondsource.text.wordings import content_words, fold_spelling

_WORD = re.compile(r"[^\W\d_]+")
ANYBODY = frozenset(["people", "person", "other", "man", "woman", "life", "soul"])
"""Nouns that stand for any people: 46 people are 46 workers if 46 is what both count."""


CROWD = frozenset(["people", "crowd", "audience", "attendance", "gathering"])
"""Nouns that stand for many people at one place."""


def is_same_noun_counted(one: Figure, other: Figure) -> bool:
    """Whether the nouns of what is counted are the same or near."""
    ours, theirs = _noun_of(one), _noun_of(other)
    return bool(ours and theirs) and _is_same_noun(ours, theirs)


def may_be_same_noun(one: Figure, other: Figure) -> bool:
    """Whether nothing is counted by one of them, or the same, or people who are called by a wider word."""
    ours, theirs = _noun_of(one), _noun_of(other)
    if not ours or not theirs or _is_same_noun(ours, theirs):
        return True
    return _is_people(ours) and _is_people(theirs) and bool({ours, theirs} & ANYBODY)


def is_same_unit_alone(one: Figure, other: Figure) -> bool:
    """Whether the units are the same and no nouns tell more."""
    return (one.of is None or other.of is None) and one.unit is not None and are_one_unit(one.unit, other.unit)


def is_rare_thing(one: Figure, other: Figure, settings: Align) -> bool:
    """Whether both count one thing that few reports speak of."""
    noun = _noun_of(one)
    return is_same_noun_counted(one, other) and rarity(noun) >= settings.telling_rarity and not is_money(noun)


def is_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one size, in one unit, and nothing says that they count other things."""
    if not are_one_unit(one.unit, other.unit) or (one.of and other.of and not is_same_noun_counted(one, other)):
        return False
    small, large = sorted((size_of(one), size_of(other)))
    is_count = one.unit is None
    return large <= NEAR_BOUND * small and not (is_count and is_whole(one) != is_whole(other))


def share_telling_word(one: str, other: str, settings: Align) -> bool:
    """Whether two clauses have a word in common that few reports use, such as a name."""
    return any(rarity(word) >= settings.telling_rarity for word in set(content_words(one)) & set(content_words(other)))


def _noun_of(figure: Figure) -> str:
    nouns = _WORD.findall((figure.of or "").lower())
    return nouns[-1] if nouns else ""


@cache
def _is_same_noun(one: str, other: str) -> bool:
    return fold_spelling(one) == fold_spelling(other) or {one, other} <= CROWD or are_near(one, other)


def is_in_other_money(one: Figure, other: Figure) -> bool:
    """Whether both are money, the one in a currency by its unit and the other by what is counted: euros, crowns."""
    units = [figure.unit for figure in (one, other) if figure.unit in load_lexicon("units")["currencies"]]
    return len(units) == 1 and any(figure.unit is None and is_money(_noun_of(figure)) for figure in (one, other))


def is_money(noun: str) -> bool:
    """Whether a noun in the singular is one of money."""
    return noun in load_lexicon("scopes")["money"]["words"]


def is_thing(figure: Figure) -> bool:
    """Whether it counts things: no people, of whom all counts are, and no money."""
    noun = _noun_of(figure)
    return bool(noun) and not _is_people(noun) and not is_money(noun) and figure.unit is None


@cache
def _is_people(noun: str) -> bool:
    return noun in ANYBODY or noun in load_lexicon("tallies")["people"]["words"]
