"""Reprints: reports that are word for word one text. It is traced once, and they need no weighing."""

from collections.abc import Mapping, Sequence

from secondsource.model.decisions import NOTHING_RULED, Ties
from secondsource.stages.trace.credits import has_credit, is_agency, outside_agencies
from secondsource.stages.trace.rulings import part_alike
from secondsource.stages.trace.tellings import Telling

_NEVER = "9999"
"""Stands behind every instant that a report can carry."""


def find_reprints(tellings: Sequence[Telling], ruled: Ties = NOTHING_RULED) -> Mapping[int, int]:
    """The place of each report whose text another one has too, with the place of the one that is taken to be first.

    Reports of which a person ruled that one is no copy of the other are taken to be two texts.
    """
    ids = [telling.id for telling in tellings]
    alike: dict[tuple[str, ...], list[int]] = {}
    for place, telling in enumerate(tellings):
        if telling.wordings:
            alike.setdefault(telling.plain, []).append(place)
    found = {}
    for places in (group for same in alike.values() for group in part_alike(same, ids, ruled)):
        outlets = {tellings[place].reading.report.outlet: tellings[place] for place in places}
        first = min(places, key=lambda place: (*_lateness(tellings[place], list(outlets.values())), place))
        found.update({place: first for place in places if place != first})
    return found


def _lateness(telling: Telling, alike: Sequence[Telling]) -> tuple[bool, bool, bool, str]:
    """Sorts those with one text, `alike` having one of each outlet: whose it is by the credits, then the stamp."""
    names_another = any(has_credit(telling, other) for other in alike)
    return (
        not is_agency(telling),
        names_another,
        bool(outside_agencies(telling)),
        telling.reading.report.published_at or _NEVER,
    )
