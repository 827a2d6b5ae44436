"""Reprints: reports that are word for word one text. It is traced once, and they need no weighing."""

from collections.abc import Mapping, Sequence

from secondsource.stages.trace.credits import has_credit, is_agency, outside_agencies
from secondsource.stages.trace.tellings import Telling

_NEVER = "9999"
"""Stands behind every instant that a report can carry."""


def find_reprints(tellings: Sequence[Telling]) -> Mapping[int, int]:
    """The place of each report whose text another one has too, with the place of the one that is taken to be first."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for place, telling in enumerate(tellings):
        if telling.wordings:
            alike.setdefault(telling.plain, []).append(place)
    found = {}
    for places in alike.values():
        first = min(places, key=lambda place: (*_lateness(tellings[place], [tellings[p] for p in places]), place))
        found.update({place: first for place in places if place != first})
    return found


def _lateness(telling: Telling, alike: Sequence[Telling]) -> tuple[bool, bool, bool, str]:
    """Sorts those with one text: whose it is by the credits, then the earlier stamp, for want of anything better."""
    names_another = any(has_credit(telling, other) for other in _outlets(alike, telling))
    return (
        not is_agency(telling),
        names_another,
        bool(outside_agencies(telling)),
        telling.reading.report.published_at or _NEVER,
    )


def _outlets(alike: Sequence[Telling], telling: Telling) -> list[Telling]:
    """One telling of each outlet but this one's."""
    by_outlet = {other.reading.report.outlet: other for other in alike if other.reading.report.outlet}
    return [other for outlet, other in by_outlet.items() if outlet != telling.reading.report.outlet]
