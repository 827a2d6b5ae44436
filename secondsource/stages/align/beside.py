"""Two values that are of one thing by what is told beside them: the same ends, the same person, the same office."""

from secondsource.model.statements import Figure
from secondsource.stages.align.candidates import AGE, Candidate
from secondsource.stages.align.values import size_of
from secondsource.text.lengths import are_one_length
from secondsource.text.tenures import are_one_office

LIKE_LENGTH = 2.0
"""How many times one length may be another that is told of the same."""
LEAST_APART = 1.0
"""Years, months and so on by which two lengths in one office differ by more than rounding."""


def are_of_one_mark(left: Candidate, right: Candidate, one: Figure, other: Figure) -> bool:
    """Whether the words beside two values say that they are of one course of events, one person or one tenure."""
    return (
        _is_of_one_course(left, right, one, other)
        or _is_of_one_person(left, right, one, other)
        or is_of_one_office(left, right, one, other)
    )


def _is_of_one_course(left: Candidate, right: Candidate, one: Figure, other: Figure) -> bool:
    """Whether both are lengths told beside the same end, no year alone, the only ones of their sentences."""
    shared = left.ends & right.ends
    if _is_one_length(left, right):
        return False
    is_dated = any(not end.startswith("year ") for end in shared) or len(shared) > 1
    return is_dated and _are_like(one, other) and _are_told_apart(left, right, one, other)


def _is_of_one_person(left: Candidate, right: Candidate, one: Figure, other: Figure) -> bool:
    """Whether both are ages of one name, which has no other age in either report."""
    if not left.who or left.who != right.who or {one.unit, other.unit} != {AGE}:
        return False
    return _are_told_apart(left, right, one, other)


def is_of_one_office(left: Candidate, right: Candidate, one: Figure, other: Figure) -> bool:
    """Whether both are how long somebody held one office, no two people, and plain lengths that are well apart."""
    if left.office is None or right.office is None or not are_one_office(left.office, right.office):
        return False
    if are_of_two_holders(left, right) or one.low != one.high or other.low != other.high:
        return False
    is_apart = one.unit == other.unit and abs(size_of(one) - size_of(other)) >= LEAST_APART
    return is_apart and _are_like(one, other) and _are_told_apart(left, right, one, other)


def are_of_two_holders(left: Candidate, right: Candidate) -> bool:
    """Whether both are how long somebody held an office, and two names stand before them."""
    return bool(left.office and right.office and left.who and right.who) and left.who != right.who


def _are_like(one: Figure, other: Figure) -> bool:
    small, large = sorted((size_of(one), size_of(other)))
    return large <= LIKE_LENGTH * small


def _is_one_length(left: Candidate, right: Candidate) -> bool:
    one, other = left.figure, right.figure
    if one is None or other is None:
        return False
    return are_one_length(size_of(one), one.unit, size_of(other), other.unit)


def _are_told_apart(left: Candidate, right: Candidate, one: Figure, other: Figure) -> bool:
    """Whether neither report tells the value of the other, nor the sentence of either another of its unit."""
    return size_of(one) not in right.told and size_of(other) not in left.told and not (left.rivals or right.rivals)
