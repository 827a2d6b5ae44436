"""Descents: which report of a lineage was made from which, or that their original is lost.

Philology's way: a copy loses things and makes mistakes, but does not come by what its parent never had. Each report is
hung where it has least to explain, and a lost original is assumed where that explains more than any report can.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from secondsource.settings import Trace
from secondsource.stages.trace.agreements import Agreements
from secondsource.stages.trace.arborescences import find_arborescence
from secondsource.stages.trace.credits import has_credit, is_agency, outside_agencies
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.gains import foreign_details, foreign_quotes
from secondsource.stages.trace.tellings import Telling

LOST = -1
"""Stands for the lost original among the places of the reports."""
_GROUND = -2
_ONE_ROOT = 1_000.0
"""Dearer than any descent, so that a lineage has a single root."""


@dataclass(frozen=True, slots=True)
class Descent:
    """`parents` of the reports, by their places; LOST where the original is lost. `root` is None in that case."""

    root: int | None
    parents: Mapping[int, int]


def find_descent(members: Sequence[int], explained: Explanations, agreed: Agreements, settings: Trace) -> Descent:
    """How the reports of a lineage, given by their places in the story, descend from one another."""
    if len(members) == 1:
        return Descent(members[0], {})
    witnessed = _witness_costs(members, explained, agreed, settings)
    costs: dict[int, dict[int, float]] = {child: {} for child in members}
    for (child, parent), cost in witnessed.items():
        costs[child][parent] = weigh_descent(child, parent, explained, settings) + cost
    grounded = {
        child: {**row, _GROUND: _ONE_ROOT + _debt(explained.tellings[child], settings)} for child, row in costs.items()
    }
    rooted = find_arborescence(grounded, _GROUND)
    root = next(child for child, parent in rooted.items() if parent == _GROUND)
    first = [child for child, parent in rooted.items() if parent == root]
    total = _total(rooted, grounded) - _ONE_ROOT + _distance_cost(root, first, explained, settings)
    from_lost = _hang_from_lost(costs, explained, settings)
    if from_lost.total < total:
        return Descent(None, _settle(from_lost.parents, costs, explained, agreed, settings))
    parents = {child: parent for child, parent in rooted.items() if child != root}
    return Descent(root, _settle(parents, costs, explained, agreed, settings))


@dataclass(frozen=True, slots=True)
class _Hanging:
    """Reports hung from a lost original, some of them by way of others, and what that costs in all."""

    parents: Mapping[int, int]
    total: float


_IMPOSSIBLE = _Hanging({}, float("inf"))


def _hang_from_lost(costs: Mapping[int, Mapping[int, float]], explained: Explanations, settings: Trace) -> _Hanging:
    """The cheapest way to hang all from a lost original with two children or more, sought by taking children away."""
    best = _hang(list(costs), costs, explained, settings)
    while True:
        children = sorted(child for child, parent in best.parents.items() if parent == LOST)
        if len(children) > settings.all_pairs:
            return best
        fewer = (_hang([kept for kept in children if kept != child], costs, explained, settings) for child in children)
        cheaper = min(fewer, key=lambda hanging: hanging.total, default=_IMPOSSIBLE)
        if cheaper.total >= best.total:
            return best
        best = cheaper


def _hang(
    children: Sequence[int],
    costs: Mapping[int, Mapping[int, float]],
    explained: Explanations,
    settings: Trace,
) -> _Hanging:
    if len(children) < 2:
        return _IMPOSSIBLE
    hanging = {child: dict(row) for child, row in costs.items()}
    for child in children:
        hanging[child][LOST] = _lost_cost(child, children, explained, settings)
    parents = find_arborescence(hanging, LOST)
    used = [child for child in children if parents[child] == LOST]
    if len(used) < len(children):
        return _hang(used, costs, explained, settings)
    return _Hanging(parents, _total(parents, hanging))


def weigh_descent(child: int, parent: int, explained: Explanations, settings: Trace) -> float:
    """What would have to be explained if `child` had been made from `parent`: lower is likelier."""
    copy, source = explained.tellings[child], explained.tellings[parent]
    gained = settings.quote_cost * min(len(foreign_quotes(copy, source, settings)), settings.most_gained)
    for kind, cost in (
        ("number", settings.number_cost),
        ("day", settings.day_cost),
        ("name", settings.name_cost),
    ):
        gained += cost * min(len(foreign_details(copy, source, kind)), settings.most_gained)
    sure = explained.verbatim(child, parent) ** 2
    gained += settings.untold_cost * min(sure * explained.untold(child, parent), settings.most_gained)
    distance = settings.distance_cost * explained.distance(child, parent)
    return gained + distance + _credit_cost(copy, source, settings) + _time_cost(copy, source, settings)


def _witness_costs(
    members: Sequence[int], explained: Explanations, agreed: Agreements, settings: Trace
) -> dict[tuple[int, int], float]:
    """What speaks against each (child, parent): a third report that agrees with either of them against the other.

    If A and B agree against C, and A and C against B, then A stands between them or they have it all from elsewhere.
    """
    costs = {}
    among = set(members)
    compared = {place: [other for other in explained.partners(place) if other in among] for place in members}
    for child, parent in ((one, other) for one in members for other in compared[one]):
        thirds = [third for third in compared[child] if third in compared[parent]]
        if len(thirds) > settings.most_witnesses:
            thirds.sort(key=lambda third: (-explained.score(child, third) - explained.score(parent, third), third))
        witnessed = (
            min(agreed.count(child, third, parent), agreed.count(parent, third, child))
            for third in thirds[: settings.most_witnesses]
        )
        costs[child, parent] = settings.reading_cost * min(max(witnessed, default=0), settings.most_readings)
    return costs


def _settle(
    parents: Mapping[int, int],
    costs: Mapping[int, Mapping[int, float]],
    explained: Explanations,
    agreed: Agreements,
    settings: Trace,
) -> dict[int, int]:
    """The same descent, each copy given to the one of two possible parents whose words and mistakes it shares."""
    settled = dict(parents)
    for child in sorted(parents):
        if parents[child] not in costs:
            continue
        below = _descendants(child, settled)
        above = [other for other in costs[child] if other not in below]
        parent = min(
            sorted(above),
            key=partial(_settled_cost, child, costs, above, explained, agreed, settings),
        )
        settled[child] = _first_twin(parent, settled, explained, settings)
    return settled


def _settled_cost(
    child: int,
    costs: Mapping[int, Mapping[int, float]],
    above: Sequence[int],
    explained: Explanations,
    agreed: Agreements,
    settings: Trace,
    parent: int,
) -> float:
    """What it costs to choose this parent, with what it lacks that the copy shares with another, and what is unused."""
    missed = max(
        (agreed.count(child, other, parent) for other in above if other != parent),
        default=0,
    )
    unused = 1 - explained.share(parent, [child])
    return (
        costs[child][parent]
        + settings.missed_cost * min(missed, settings.most_readings)
        + settings.unused_cost * unused
    )


def _first_twin(parent: int, parents: Mapping[int, int], explained: Explanations, settings: Trace) -> int:
    """Of two parents that are the same text, the one that the other was made from."""
    while parents.get(parent, LOST) != LOST and explained.distance(parents[parent], parent) <= settings.twin_distance:
        if explained.distance(parent, parents[parent]) > settings.twin_distance:
            break
        parent = parents[parent]
    return parent


def _descendants(place: int, parents: Mapping[int, int]) -> set[int]:
    found: set[int] = set()
    grown = True
    while grown:
        more = {child for child, parent in parents.items() if parent == place or parent in found}
        grown = not more <= found
        found |= more
    return found


def _credit_cost(copy: Telling, source: Telling, settings: Trace) -> float:
    cost = 0.0
    if has_credit(copy, source):
        cost -= settings.credit_weight
    if has_credit(source, copy):
        cost += settings.credit_weight
    missing = set(outside_agencies(copy)) - set(source.reading.report.agencies)
    if missing and source.reading.report.outlet not in missing:
        cost += settings.agency_cost
    if is_agency(copy):
        cost += settings.credit_weight
    return cost


def _time_cost(copy: Telling, source: Telling, settings: Trace) -> float:
    """A vote and no more: copies are stamped anew."""
    made, given = copy.reading.report.published_at, source.reading.report.published_at
    return settings.time_cost if made and given and made < given else 0.0


def _debt(telling: Telling, settings: Trace) -> float:
    """What it costs to take for the original a report that credits another."""
    return settings.agency_cost if outside_agencies(telling) else 0.0


def _lost_cost(child: int, members: Sequence[int], explained: Explanations, settings: Trace) -> float:
    """What it costs to derive a report from a text that nobody has: it is taken to be as far off as the next of kin."""
    relief = settings.agency_relief if outside_agencies(explained.tellings[child]) else 0.0
    return settings.lost_cost + _distance_cost(child, members, explained, settings) - relief


def _distance_cost(place: int, members: Sequence[int], explained: Explanations, settings: Trace) -> float:
    among = set(members)
    nearest = min(
        (explained.distance(place, other) for other in explained.partners(place) if other in among),
        default=0.0,
    )
    return settings.distance_cost * nearest


def _total(tree: Mapping[int, int], costs: Mapping[int, Mapping[int, float]]) -> float:
    return sum(costs[child][parent] for child, parent in tree.items())
