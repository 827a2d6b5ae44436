"""Doubts: reports of which it is not sure whether they go back to one text, so that the count of sources is a range."""

from collections.abc import Iterator, Mapping, Sequence

from secondsource.model.stories import Doubt
from secondsource.settings import Trace
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.reasons import say_doubt

Link = tuple[float, int, int]
"""A belief that two reports, given by their places, go back to one text."""


def find_doubts(
    lineages: Mapping[tuple[int, ...], Sequence[int]],
    ids: Sequence[Sequence[str]],
    explained: Explanations,
    settings: Trace,
) -> tuple[Doubt, ...]:
    """What the number of lineages hangs on.

    `lineages` are given with those of their members that are neither pasted nor built around quotes, `ids` are the
    reports that have each text.
    """
    found: list[Doubt] = []
    for whole in lineages.values():
        for left, right, link in _find_bridges(whole, explained, settings):
            found.append(_doubt((left, right), link, ids, explained, is_joined=True))
    for sides, link in _find_near_misses(lineages, explained, settings):
        found.append(_doubt(sides, link, ids, explained, is_joined=False))
    return tuple(found)


def _find_bridges(
    whole: Sequence[int], explained: Explanations, settings: Trace
) -> Iterator[tuple[list[int], list[int], Link]]:
    """The links without which a lineage would fall apart and that are not sure, with what they hold together."""
    part = {place: [place] for place in whole}
    links = sorted(
        (-explained.score(one, other), one, other) for one in whole for other in explained.partners(one) if one < other
    )
    for belief, one, other in links:
        if other not in part or part[one] is part[other] or -belief < settings.least_kinship:
            continue
        left, right = part[one], part[other]
        if -belief < settings.sure_kinship:
            yield sorted(left), sorted(right), (-belief, one, other)
        joined = left + right
        part.update(dict.fromkeys(joined, joined))


def _find_near_misses(
    lineages: Mapping[tuple[int, ...], Sequence[int]], explained: Explanations, settings: Trace
) -> Iterator[tuple[tuple[tuple[int, ...], tuple[int, ...]], Link]]:
    """Two lineages whose nearest reports may go back to one text after all, with those two."""
    home = {place: members for members, whole in lineages.items() for place in whole}
    nearest: dict[tuple[tuple[int, ...], tuple[int, ...]], Link] = {}
    for one in sorted(home):
        for other in (other for other in explained.partners(one) if one < other and other in home):
            sides, score = (home[one], home[other]), explained.score(one, other)
            if sides[0] == sides[1] or explained.rulings.parts(*sides):
                continue
            if score > nearest.get(sides, (settings.least_doubt,))[0]:
                nearest[sides] = score, one, other
    yield from ((sides, link) for sides, link in nearest.items() if link[0] < settings.least_kinship)


def _doubt(
    sides: tuple[Sequence[int], Sequence[int]],
    link: Link,
    ids: Sequence[Sequence[str]],
    explained: Explanations,
    *,
    is_joined: bool,
) -> Doubt:
    score, one, other = link
    left, right = (tuple(report for place in side for report in ids[place]) for side in sides)
    return Doubt(left, right, is_joined, round(score, 3), say_doubt(one, other, explained, is_joined=is_joined))
