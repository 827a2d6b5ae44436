"""Whether two figures count the same thing: by value, by the thing counted, and by what is said around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from secondsource.model.statements import Figure
from secondsource.settings import Align
from secondsource.stages.align.apart import are_of_other_things, can_be_one
from secondsource.stages.align.beside import are_of_one_mark
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
    TRIFLES,
    in_one_unit,
    is_measure,
    is_near_in_size,
    is_one_telling_value,
    is_rare,
    is_same_value,
    is_uneven,
    size_of,
)
from secondsource.text.scopes import Extent
from secondsource.text.tenures import GOVERNING, POWER
from secondsource.text.units import are_mistakable, are_one_unit
from secondsource.text.wordings import share_of_matter

_OF_THESE = re.compile(r"(?:^|[,;]\s)of\s(?:these|those|them|whom|which)\b", re.IGNORECASE)
"""Words of a sentence that goes on to tell parts of what was counted before."""
SAME_NUMBER, OTHER_NUMBER, LIKELY_NUMBER, TAKEN_BACK = 0, 1, 2, 3
"""Turns of drawing together: a number meets its own value first, then another value of what is surely the same, then of
what is likely the same, and last of all one that a correction took back."""
PARTIAL: frozenset[Extent | None] = frozenset(["part", "degree"])
"""What a figure is of that is no figure of the whole."""
HUNDRED = 100
"""From here on two reports do not give one number of one kind of things by chance."""
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
    if are_of_other_things(left, right):
        return None
    if are_of_one_mark(left, right, one, other):
        reason = "another number beside the same ends, name or office"
        return Weight(max(likeness, settings.main_tally), reason, is_same=False)
    is_told_alike = _tells_apart(left, right, one, other, said, context, settings) or _is_odd_one_out(
        left, right, one, other, context, settings
    )
    if (
        is_told_alike
        and is_near_in_size(one, other, settings)
        and weigh_frames(left, right, one, other, context, settings.frame_doubt, settings)
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
    belief = weigh_frames(left, right, one, other, context, settings.frame_belief, settings)
    if not belief:
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
