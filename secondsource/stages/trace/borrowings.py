"""Borrowings: reports that tell in their own way but have all their quotes from one other report.

Words that were said in public, several reporters hear. But a report all of whose quotes, and not a few, stand in one
other report, and most of them nowhere else, has heard nobody itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.settings import Trace
from secondsource.stages.trace.descents import foreign_quotes
from secondsource.stages.trace.explanations import Explanations


@dataclass(frozen=True, slots=True)
class Borrowing:
    """`report` has its quotes from `source`, both places in the story: how many in all, and how many no others have."""

    report: int
    source: int
    quotes: int
    exclusive: int


def find_borrowings(
    explained: Explanations, lineages: Sequence[Sequence[int]], settings: Trace
) -> Mapping[int, Borrowing]:
    """The borrowings among reports that stand alone in their lineage."""
    found: dict[int, Borrowing] = {}
    for (report,) in (lineage for lineage in lineages if len(lineage) == 1):
        offered = (
            _borrowing(report, source, lineage, explained, settings)
            for lineage in lineages
            if report not in lineage
            for source in lineage
            if source not in found
        )
        best = max(
            (borrowing for borrowing in offered if borrowing),
            key=lambda borrowing: (
                borrowing.quotes,
                borrowing.exclusive,
                -borrowing.source,
            ),
            default=None,
        )
        if best:
            found[report] = best
    return found


def _borrowing(
    report: int,
    source: int,
    lineage: Sequence[int],
    explained: Explanations,
    settings: Trace,
) -> Borrowing | None:
    copy, giver = explained.tellings[report], explained.tellings[source]
    own = [place for place, quote in enumerate(copy.quotes) if quote]
    foreign = set(foreign_quotes(copy, giver, settings))
    held = [place for place in own if place not in foreign]
    if len(held) < settings.least_borrowed or len(held) < settings.borrowed_share * len(own):
        return None
    if len(foreign_quotes(giver, copy, settings)) <= len(foreign):
        return None
    rest = [telling for place, telling in enumerate(explained.tellings) if place != report and place not in lineage]
    elsewhere = [set(foreign_quotes(copy, other, settings)) for other in rest]
    exclusive = [place for place in held if all(place in missing for missing in elsewhere)]
    if len(exclusive) < settings.least_borrowed:
        return None
    return Borrowing(report, source, len(held), len(exclusive))


def find_borrowed(borrowing: Borrowing, explained: Explanations, settings: Trace) -> list[tuple[int, int]]:
    """Each borrowed quote with the quote of the source that is most like it, by their places in the two reports."""
    copy, giver = (
        explained.tellings[borrowing.report],
        explained.tellings[borrowing.source],
    )
    foreign = set(foreign_quotes(copy, giver, settings))
    paired = []
    for place, quote in enumerate(copy.quotes):
        if quote and place not in foreign:
            paired.append(
                (
                    place,
                    max(
                        range(len(giver.quotes)),
                        key=lambda other: len(quote & giver.quotes[other]),
                    ),
                )
            )
    return paired
