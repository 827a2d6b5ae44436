"""Descents: which report of a lineage was made from which, or that their original is lost.

Philology's way: a copy loses things and makes mistakes, but does not come by what its parent never had. Each report is
hung where it has least to explain, and a lost original is assumed where that explains more than any report can.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import permutations

from secondsource.settings import Trace
from secondsource.stages.trace.agreements import Agreements
from secondsource.stages.trace.arborescences import find_arborescence
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.tellings import Telling

LOST = -1
"""Stands for the lost original among the places of the reports."""
_GROUND = -2
_CREDIT = (
    r"\b(?:appeared|published|reprinted|courtesy|from|according|writes|wrote|reports|reported|via)\b"
    r"[^.\n]{{0,24}}(?<!\w){outlet}(?!\w)|(?<!\w){outlet} (?:writes|wrote|reports|reported|has learnt)\b|\({outlet}\)"
)
"""An outlet named as where a text, or a piece of news, comes from."""
_BY_STYLE = "style of"
"""Begins where a credit was read from when the report does not name the agency but signs off as it does."""
_ONE_ROOT = 1_000.0
"""Dearer than any descent, so that a lineage has a single root."""


@dataclass(frozen=True, slots=True)
class Descent:
    """`parents` of the reports, by their places; LOST where the original is lost. `root` is None in that case."""

    root: int | None
    parents: Mapping[int, int]


def find_descent(members: Sequence[int], explained: Explanations, settings: Trace) -> Descent:
    """How the reports of a lineage, given by their places in the story, descend from one another."""
    agreed = Agreements(explained, settings)
    witnessed = _witness_costs(members, agreed, settings)
    costs: dict[int, dict[int, float]] = {child: {} for child in members}
    for child, parent in permutations(members, 2):
        costs[child][parent] = weigh_descent(child, parent, explained, settings) + witnessed[child, parent]
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


def _witness_costs(members: Sequence[int], agreed: Agreements, settings: Trace) -> dict[tuple[int, int], float]:
    """What speaks against each (child, parent): a third report that agrees with either of them against the other.

    If A and B agree against C, and A and C against B, then A stands between them or they have it all from elsewhere.
    """
    costs = {}
    for child, parent in permutations(members, 2):
        witnessed = (
            min(agreed.count(child, third, parent), agreed.count(parent, third, child))
            for third in members
            if third not in (child, parent)
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
        above = [other for other in costs if other != child and other not in below]
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


def foreign_quotes(copy: Telling, source: Telling, settings: Trace) -> list[int]:
    """Quotes of `copy`, by their places, whose words `source` does not quote so."""
    known = frozenset().union(*source.quotes)
    return [
        place
        for place, quote in enumerate(copy.quotes)
        if quote and len(quote & known) < settings.same_quote_share * len(quote)
    ]


def foreign_details(copy: Telling, source: Telling, kind: str) -> list[str]:
    """Details of this kind that `copy` has and `source` lacks; a name is lacking only where its word is."""
    return sorted(value for name, value in copy.details - source.details if name == kind and value not in source.words)


def outside_agencies(telling: Telling) -> tuple[str, ...]:
    """The agencies that a report credits, other than its own outlet and those that only its style betrays."""
    report = telling.reading.report
    own = (report.outlet or "").casefold()
    guessed = {credit.value for credit in report.credits if credit.read_from.startswith(_BY_STYLE)}
    stated = {credit.value for credit in report.credits if not credit.read_from.startswith(_BY_STYLE)}
    return tuple(agency for agency in report.agencies if agency.casefold() != own and agency not in guessed - stated)


def _is_agency(telling: Telling) -> bool:
    own = (telling.reading.report.outlet or "").casefold()
    return any(agency.casefold() == own for agency in telling.reading.report.agencies)


def has_credit(copy: Telling, source: Telling) -> bool:
    """Whether `copy` names the outlet of `source` as where it has its text from."""
    outlet = source.reading.report.outlet
    if not outlet or outlet == copy.reading.report.outlet:
        return False
    named = [credit.value for credit in copy.reading.report.credits if credit.field == "syndication"]
    if any(outlet.casefold() in value.casefold() for value in [*named, *outside_agencies(copy)]):
        return True
    return (
        re.search(
            _CREDIT.format(outlet=re.escape(outlet)),
            copy.reading.report.text,
            re.IGNORECASE,
        )
        is not None
    )


def _credit_cost(copy: Telling, source: Telling, settings: Trace) -> float:
    cost = 0.0
    if has_credit(copy, source):
        cost -= settings.credit_weight
    if has_credit(source, copy):
        cost += settings.credit_weight
    missing = set(outside_agencies(copy)) - set(source.reading.report.agencies)
    if missing and source.reading.report.outlet not in missing:
        cost += settings.agency_cost
    if _is_agency(copy):
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
    nearest = min(
        (explained.distance(place, other) for other in members if other != place),
        default=0.0,
    )
    return settings.distance_cost * nearest


def _total(tree: Mapping[int, int], costs: Mapping[int, Mapping[int, float]]) -> float:
    return sum(costs[child][parent] for child, parent in tree.items())
