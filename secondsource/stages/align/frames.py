"""How surely two figures of different values count one thing, weighed by what stands around them in their reports."""

from functools import lru_cache
from math import exp, log

from secondsource.model.statements import Figure
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate
from secondsource.stages.align.things import is_same_noun_counted, may_be_same_noun, share_telling_word
from secondsource.stages.align.values import is_measure, size_of
from secondsource.text.vectors import embed
from secondsource.text.wordings import share_of_matter

REMEMBERED = 100_000
"""Pairs of frames whose likeness is kept in mind."""
MOST = 5.0
"""From here on a number of rivals says no more."""

Evidence = tuple[float, ...]


def weigh_frames(
    left: Candidate, right: Candidate, one: Figure, other: Figure, context: float, least: float, settings: Align
) -> float:
    """The belief, 0 to 1, that the two figures count one thing, though their values differ; 0 if it is below `least`.

    What is dear to find out, the likeness of the frames, is found out only where it can tip the balance.
    """
    cheap = measure(left, right, one, other, context, settings)
    bias, dear, *weights = settings.frame_weights
    known = bias + sum(weight * value for weight, value in zip(weights, cheap, strict=True))
    if known + max(dear, 0.0) < log(least / (1 - least)):
        return 0.0
    belief = 1 / (1 + exp(-known - dear * frame_likeness(left.frame, right.frame)))
    return belief if belief >= least else 0.0


def measure(left: Candidate, right: Candidate, one: Figure, other: Figure, context: float, settings: Align) -> Evidence:
    """What speaks for and against it, the likeness of the frames aside, in the order of `Align.frame_weights`."""
    small, large = sorted((size_of(one), size_of(other)))
    speakers = {left.statement.speaker, right.statement.speaker}
    is_sole, is_noun = left.is_sole and right.is_sole, is_same_noun_counted(one, other)
    return (
        context,
        share_of_matter(left.clause, right.clause),
        log(large / small) if small else MOST,
        float((size_of(one) in right.told) + (size_of(other) in left.told)),
        min(MOST, len(left.rivals - right.others) + len(right.rivals - left.others)),
        float(left.is_main and right.is_main),
        float(share_telling_word(left.beside, right.beside, settings)),
        float(left.is_past != right.is_past),
        float(is_measure(one)),
        float(one.unit is not None),
        float(left.tally is not None and left.tally == right.tally),
        float(is_noun),
        float(bool(one.of and other.of) and not may_be_same_noun(one, other)),
        float(is_sole and is_measure(one)),
        float(is_sole and one.unit is None and is_noun),
        float(None not in speakers and len(speakers) == 1),
    )


@lru_cache(maxsize=REMEMBERED)
def frame_likeness(one: str, other: str) -> float:
    """Likeness in meaning of what two figures count and of the clauses that they stand in."""
    first, second = embed([one, other])
    return float(first @ second)
