"""Borrowings: reports that tell in their own way but have all their quotes from one other report.

Words that were said in public, several reporters hear. But a report all of whose quotes, and not a few, stand in one
other report, and most of them nowhere else, has heard nobody itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.settings import Trace
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.gains import foreign_quotes

Quoting = Mapping[tuple[str, str, str], Sequence[int]]
"""Three words in a row that are quoted, with the places of the reports that quote them."""


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
    home = {place: lineage for lineage in lineages for place in lineage}
    quoting = _who_quotes(explained)
    for (report,) in (lineage for lineage in lineages if len(lineage) == 1):
        offered = (
            _borrowing(report, source, home, quoting, explained, settings)
            for source in _likely_sources(report, quoting, explained, settings)
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


def _who_quotes(explained: Explanations) -> Quoting:
    quoting: dict[tuple[str, str, str], list[int]] = {}
    for place, telling in enumerate(explained.tellings):
        for words in telling.said:
            quoting.setdefault(words, []).append(place)
    return quoting


def _likely_sources(report: int, quoting: Quoting, explained: Explanations, settings: Trace) -> list[int]:
    """The reports that quote the most of what this one quotes, in the story's order."""
    said = explained.tellings[report].said
    shared = Counter(place for words in said for place in quoting[words] if place != report)
    most = sorted(shared, key=lambda place: (-shared[place], place))[: settings.partners]
    return sorted(most)


def _borrowing(
    report: int,
    source: int,
    home: Mapping[int, Sequence[int]],
    quoting: Quoting,
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
    rest = {place for words in copy.said for place in quoting[words]} - {report, *home[source]}
    elsewhere = [set(foreign_quotes(copy, explained.tellings[other], settings)) for other in sorted(rest)]
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
