"""Whether two figures count the same thing: by value, by the thing counted, and by what is said around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from secondsource.model.statements import Figure
from secondsource.settings import Align
from secondsource.stages.align.beside import are_of_one_mark, are_of_two_holders, is_of_one_office
from secondsource.stages.align.candidates import AGE, Candidate
from secondsource.stages.align.frames import weigh_frames
from secondsource.stages.align.matches import Weight
from secondsource.stages.align.things import (
    is_alike,
    is_in_other_money,
    is_rare_thing,
    is_same_noun_counted,
    is_same_unit_alone,
    is_thing,
    may_be_same_noun,
    share_telling_word,
)
from secondsource.stages.align.values import (
    LARGE,
    SMALL,
    in_one_unit,
    is_measure,
    is_near_in_size,
    is_one_telling_value,
    is_rare,
    is_same_value,
    is_uneven,
    size_of,
)
from secondsource.text.numerals import find_numerals
from secondsource.text.scopes import (
    Extent,
    are_counted_apart,
    are_of_two_peoples,
    are_of_two_places,
    are_way_and_size,
    is_gap,
    is_of_before,
)
from secondsource.text.tenures import GOVERNING, POWER
from secondsource.text.units import are_mistakable, are_one_unit
from secondsource.text.wordings import content_words, share_of_matter

_AND = re.compile(r"\s(?:[\w'’-]{1,20}\s){0,3}(?:and|plus)\s(?:an?other\s|an?\s|its\s|the\s|crew\sof\s){0,3}$")
"""Between two counts of one whole: "142 passengers and six crew"."""
_OF_THESE = re.compile(r"(?:^|[,;]\s)of\s(?:these|those|them|whom|which)\b", re.IGNORECASE)
"""Words of a sentence that goes on to tell parts of what was counted before."""
SAME_NUMBER, OTHER_NUMBER, LIKELY_NUMBER, TAKEN_BACK = 0, 1, 2, 3
"""Turns of drawing together: a number meets its own value first, then another value of what is surely the same, then of
what is likely the same, and last of all one that a correction took back."""
_NUMERAL = re.compile(r"\d")
PARTIAL: frozenset[Extent | None] = frozenset(["part", "degree"])
"""What a figure is of that is no figure of the whole."""
PRONOUNS = frozenset(["they", "we", "he", "she", "it", "you"])
LENGTHS = frozenset(["minute", "hour", "day", "week", "month", "year"])
HUNDRED = 100
"""From here on two reports do not give one number of one kind of things by chance."""
TRIFLES = frozenset([0.0, 1.0, 2.0])
"""Numbers that any two sentences share."""
MOST_OF_ONE_VALUE = 40
"""Wordings of one value up to which each is compared with each; more stand near enough to one another in words."""


def weigh_figures(left: Candidate, right: Candidate, _: float, context: float, settings: Align) -> Weight | None:
    """How surely two figures count the same: by value, by the thing counted, and by what is said around them."""
    one, other = left.figure, right.figure
    if one is None or other is None:
        return None
    is_converted = not are_one_unit(one.unit, other.unit) and size_of(one) != size_of(other)
    one, other = in_one_unit(one, other)
    if not can_be_one(left, right, one, other, settings):
        return None
    if is_one_telling_value(one, other):
        weight: Weight | None = Weight(0.5 + context / 2, f"the same telling number ({context:.2f})", turn=SAME_NUMBER)
    else:
        weight = _weigh_by_words(left, right, one, other, context, settings)
    if weight and (left.is_taken_back or right.is_taken_back):
        return replace(weight, turn=TAKEN_BACK)
    if weight and is_converted:
        return replace(weight, turn=LIKELY_NUMBER)
    return weight


def _weigh_by_words(
    left: Candidate, right: Candidate, one: Figure, other: Figure, context: float, settings: Align
) -> Weight | None:
    noun = is_same_noun_counted(one, other) or (left.tally is not None and left.tally == right.tally)
    said = share_of_matter(left.clause, right.clause)
    if noun and left.tally is not None and left.tally == right.tally:
        said = max(said, settings.figure_clause)
    likeness = (context + said) / 2
    if left.is_main and right.is_main and left.tally == right.tally and is_near_in_size(one, other, settings):
        reason = f"what each report says of the {left.tally}"
        is_same = is_same_value(one, other)
        turn = SAME_NUMBER if is_same else OTHER_NUMBER
        return Weight(max(likeness, settings.main_tally), reason, turn, is_same=is_same)
    if is_same_value(one, other):
        return _weigh_same(left, right, one, other, said, context, settings)
    if are_of_one_mark(left, right, one, other):
        reason = "another number beside the same ends, name or office"
        return Weight(max(likeness, settings.main_tally), reason, is_same=False)
    if is_near_in_size(one, other, settings) and (
        _tells_apart(left, right, one, other, said, context, settings)
        or _is_odd_one_out(left, right, one, other, context, settings)
    ):
        what = one.of or left.tally or one.unit
        return Weight(likeness, f"another number for {what} in like sentences ({context:.2f})", is_same=False)
    return _weigh_likely(left, right, one, other, context, settings)


def _weigh_likely(
    left: Candidate, right: Candidate, one: Figure, other: Figure, context: float, settings: Align
) -> Weight | None:
    """How likely two values of one size, of no two extents or places, are of one thing that both reports tell alike."""
    if not is_near_in_size(one, other, settings) or (
        left.extent != right.extent and {left.extent, right.extent} & PARTIAL
    ):
        return None
    if size_of(one) in right.told and size_of(other) in left.told:
        return None
    belief = weigh_frames(left, right, one, other, context, settings)
    if belief < settings.frame_belief:
        return None
    what = one.of or left.tally or one.unit or "it"
    reason = f"another number for {what}, told alike ({belief:.2f})"
    return Weight(belief / 2, reason, LIKELY_NUMBER, is_same=False)


def _weigh_same(
    left: Candidate, right: Candidate, one: Figure, other: Figure, said: float, context: float, settings: Align
) -> Weight | None:
    """How surely one value stands for one thing: the rarer the value and the liker what is counted, the more surely."""
    noun = is_same_noun_counted(one, other) or (left.tally is not None and left.tally == right.tally)
    slip = are_mistakable(one.unit, other.unit) and not are_one_unit(one.unit, other.unit)
    slip = slip or (is_in_other_money(one, other) and size_of(one) >= LARGE)
    if one.unit != other.unit and not noun and not slip and (context < settings.figure_context or not said):
        return None
    thing = noun or is_same_unit_alone(one, other) or (slip and is_uneven(one))
    thing = thing or (slip and left.is_sole and right.is_sole) or _may_count_one_thing(left, right, one, other)
    needed = settings.figure_context_alike if thing or size_of(one) > SMALL else settings.figure_context
    if is_rare(one) and one.unit == other.unit:
        needed = settings.figure_context_rare
    is_countable = noun and is_uneven(one) and size_of(one) >= HUNDRED and is_thing(one) and is_thing(other)
    if is_countable or (slip and left.is_sole and right.is_sole and said >= settings.figure_beside):
        needed = settings.figure_context_rare
    shared = left.others & right.others - TRIFLES
    if len(shared) > 1 or (size_of(one) > SMALL and any(value > SMALL for value in shared)):
        needed, thing = min(needed, settings.figure_context_beside), True
    if context < needed or not (thing or said > 0 or context >= settings.figure_context):
        return None
    reason = f"the same number in like sentences ({context:.2f})"
    return Weight(min(1.0, 0.5 + (context + said) / 4), reason, turn=SAME_NUMBER)


def _may_count_one_thing(left: Candidate, right: Candidate, one: Figure, other: Figure) -> bool:
    """Whether a value that chance hardly gives twice counts people called by a wider word, or nothing that is named."""
    if one.unit or other.unit or not may_be_same_noun(one, other):
        return False
    return is_rare(one) or (is_uneven(one) and bool(one.of and other.of) and left.tally == right.tally)


def pairs_of_one_value(figures: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The places of figures that share a telling value, a measure, an end or a name, however unlike their words."""
    places: dict[str, list[int]] = {}
    for index, told in enumerate(figures):
        if told.figure and size_of(told.figure) > SMALL:
            places.setdefault(f"{size_of(told.figure):.2g}", []).append(index)
        elif told.figure and is_measure(told.figure) and size_of(told.figure) > max(TRIFLES):
            places.setdefault(f"measure {size_of(told.figure):.2g}", []).append(index)
        for key in (*sorted(told.ends), *_marks(told)):
            places.setdefault(key, []).append(index)
    for same in places.values():
        if len(same) <= MOST_OF_ONE_VALUE:
            yield from combinations(same, 2)


def _marks(told: Candidate) -> Iterator[str]:
    """Whose age it is, and the office that was held so long."""
    if told.who and told.figure and told.figure.unit == AGE:
        yield f"age of {told.who}"
    if told.office:
        yield f"time as {POWER if told.office in GOVERNING else told.office}"


def _tells_apart(
    left: Candidate, right: Candidate, one: Figure, other: Figure, said: float, context: float, settings: Align
) -> bool:
    """Whether two different values are so surely of one thing that their difference tells something."""
    named = share_telling_word(left.clause, right.clause, settings)
    if is_alike(one, other) and is_rare_thing(one, other, settings) and said >= settings.figure_rare_clause:
        return context >= settings.figure_context_alike
    if is_same_noun_counted(one, other) or (left.tally is not None and left.tally == right.tally):
        return said >= settings.figure_clause and (named or context >= settings.figure_context_apart)
    if is_alike(one, other) and left.siblings & right.siblings:
        return True
    if _are_bare_of_one(left, right, one, other) and said >= settings.figure_unit_clause:
        return context >= settings.figure_context_apart
    is_told = said >= settings.figure_beside or (is_measure(one) and context >= settings.figure_context_alike)
    is_beside = is_told and share_telling_word(left.beside, right.beside, settings)
    if is_beside and is_alike(one, other):
        return True
    return is_same_unit_alone(one, other) and named and said >= settings.figure_unit_clause


def _are_bare_of_one(left: Candidate, right: Candidate, one: Figure, other: Figure) -> bool:
    """Whether two bare counts of one size may be one, as one of them names nothing and is no part "of these"."""
    if one.unit or (one.of and other.of) or min(size_of(one), size_of(other)) <= SMALL:
        return False
    if size_of(one) in right.others or size_of(other) in left.others:
        return False
    is_part = _OF_THESE.search(left.context) or _OF_THESE.search(right.context)
    return is_alike(one, other) and not is_part


def _is_odd_one_out(
    left: Candidate, right: Candidate, one: Figure, other: Figure, context: float, settings: Align
) -> bool:
    """Whether two like sentences have the same numbers but for these two, or no others of their unit."""
    if not are_one_unit(one.unit, other.unit) or not may_be_same_noun(one, other) or one.unit == "year":
        return False
    if size_of(one) in right.others or size_of(other) in left.others:
        return False
    if left.rivals - right.others or right.rivals - left.others:
        return False
    shared = left.others & right.others - TRIFLES
    return context >= settings.figure_odd or (len(shared) >= 2 and context >= settings.figure_context_beside)


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
    if _says_nothing(left, one) or _says_nothing(right, other):
        return False
    if (
        are_of_two_places(left.clause, right.clause)
        or are_of_two_peoples(left.behind, right.behind)
        or are_of_two_holders(left, right)
        or are_way_and_size((left.text, left.behind), (right.text, right.behind))
    ):
        return False
    if one.unit in LENGTHS and other.unit in LENGTHS and is_gap(left.clause) != is_gap(right.clause):
        return False
    is_past_alone = left.is_past != right.is_past and not is_of_one_office(left, right, one, other)
    if is_past_alone and not share_telling_word(left.context, right.context, settings):
        return False
    if (
        are_counted_apart((left.clause, left.context), (right.clause, right.context))
        or _are_of_two_lists(left, right)
        or _is_part_of(left, one, other)
        or _is_part_of(right, other, one)
        or (size_of(one) in right.others and size_of(other) in left.others)
    ):
        return False
    return are_one_unit(one.unit, other.unit) or size_of(one) == size_of(other)
