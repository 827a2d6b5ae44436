"""What rules out that two figures count the same thing: tally, unit, time, place, holder, extent, and each other."""

import re
from itertools import pairwise

from secondsource.model.statements import Figure
from secondsource.settings import Align
from secondsource.stages.align.beside import are_of_two_holders, is_of_one_office
from secondsource.stages.align.candidates import Candidate
from secondsource.stages.align.things import share_telling_word
from secondsource.stages.align.values import SMALL, TRIFLES, is_same_value, size_of
from secondsource.text.numerals import find_numerals
from secondsource.text.scopes import (
    are_counted_apart,
    are_of_two_peoples,
    are_of_two_places,
    are_way_and_size,
    is_difference,
    is_gap,
    is_of_before,
)
from secondsource.text.units import are_one_unit
from secondsource.text.wordings import content_words

_AND = re.compile(r"\s(?:[\w'’-]{1,20}\s){0,3}(?:and|plus)\s(?:an?other\s|an?\s|its\s|the\s|crew\sof\s){0,3}$")
"""Between two counts of one whole: "142 passengers and six crew"."""
_NUMERAL = re.compile(r"\d")
PRONOUNS = frozenset(["they", "we", "he", "she", "it", "you"])
LENGTHS = frozenset(["minute", "hour", "day", "week", "month", "year"])


def can_be_one(left: Candidate, right: Candidate, one: Figure, other: Figure, settings: Align) -> bool:
    """Whether neither tally, unit nor time told of, nor the scope of two values, rules out that they are one."""
    if left.tally != right.tally and None not in (left.tally, right.tally):
        return False
    if one.change and other.change and one.change != other.change:
        return False
    if is_same_value(one, other):
        return are_one_unit(one.unit, other.unit) or size_of(one) == size_of(other)
    if left.is_recalled != right.is_recalled or is_of_before(left.behind) != is_of_before(right.behind):
        return False
    if one.unit != "percentage" and is_difference(left.behind) != is_difference(right.behind):
        return False
    if _says_nothing(left, one) or _says_nothing(right, other):
        return False
    if _are_told_apart(left, right, one, other):
        return False
    is_past_alone = left.is_past != right.is_past and not is_of_one_office(left, right, one, other)
    if is_past_alone and not share_telling_word(left.context, right.context, settings):
        return False
    return are_one_unit(one.unit, other.unit) or size_of(one) == size_of(other)


def _are_told_apart(left: Candidate, right: Candidate, one: Figure, other: Figure) -> bool:
    """Whether the words around two values make them those of two places, peoples, holders, lists, or part and whole."""
    if (
        are_of_two_places(left.clause, right.clause)
        or are_of_two_peoples(left.behind, right.behind)
        or are_of_two_holders(left, right)
        or are_way_and_size((left.text, left.behind), (right.text, right.behind))
    ):
        return True
    if one.unit in LENGTHS and other.unit in LENGTHS and is_gap(left.clause) != is_gap(right.clause):
        return True
    return (
        are_counted_apart((left.clause, left.context), (right.clause, right.context))
        or _are_of_two_lists(left, right)
        or _is_part_of(left, one, other)
        or _is_part_of(right, other, one)
        or (size_of(one) in right.others and size_of(other) in left.others)
    )


def _are_of_two_lists(left: Candidate, right: Candidate) -> bool:
    """Whether both stand among other counts of their unit, with none in common, and tell of no casualties."""
    among = min(len(left.rivals - TRIFLES), len(right.rivals - TRIFLES))
    return among > 1 and left.tally is None and right.tally is None and left.rivals.isdisjoint(right.rivals)


def _is_part_of(part: Candidate, one: Figure, whole: Figure) -> bool:
    """Whether a figure makes the other with one more of its sentence: 142 passengers and six crew, 148 people."""
    rest = round(size_of(whole) - size_of(one), 6)
    if rest <= 0 or all(round(rival, 6) != rest for rival in part.rivals):
        return False
    numbers = find_numerals(part.context)
    return any(
        {first.low, second.low} == {size_of(one), rest} and _AND.match(part.context[first.end : second.start])
        for first, second in pairwise(numbers)
    )


def _says_nothing(told: Candidate, figure: Figure) -> bool:
    """Whether the sentence has no word of what is counted: "That is 17 percent"."""
    counted = {word for words in (figure.unit, figure.of, told.text) for word in content_words(words or "")} | PRONOUNS
    return not [word for word in content_words(told.context) if word not in counted and not _NUMERAL.search(word)]


def are_of_other_things(left: Candidate, right: Candidate) -> bool:
    """Whether each of the two reports has both of two telling values: then they are of two things."""
    sizes = [size_of(told.figure) for told in (left, right) if told.figure]
    return min(sizes) > SMALL and sizes[0] != sizes[1] and sizes[0] in right.told and sizes[1] in left.told
