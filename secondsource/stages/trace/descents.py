"""Descents: which report of a lineage was made from which, or that their original is lost.

Philology's way: a copy loses things and makes mistakes, but does not come by what its parent never had. Each report is
hung where it has least to explain, and a lost original is assumed where that explains more than any report can.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.settings import Trace
from secondsource.stages.trace.arborescences import find_arborescence
from secondsource.stages.trace.explanations import Explanations
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


def find_descent(members: Sequence[int], explained: Explanations, settings: Trace) -> Descent:
    """How the reports of a lineage, given by their places in the story, descend from one another."""
    tellings = explained.tellings
    costs = {
        child: {parent: weigh_descent(child, parent, explained, settings) for parent in members if parent != child}
        for child in members
    }
    grounded = {child: {**row, _GROUND: _ONE_ROOT + _debt(tellings[child], settings)} for child, row in costs.items()}
    rooted = find_arborescence(grounded, _GROUND)
    hanging = {child: {**row, LOST: _lost_cost(tellings[child], settings)} for child, row in costs.items()}
    from_lost = find_arborescence(hanging, LOST)
    children = [child for child, parent in from_lost.items() if parent == LOST]
    if len(children) > 1 and _total(from_lost, hanging) < _total(rooted, grounded) - _ONE_ROOT:
        return Descent(None, from_lost)
    root = next(child for child, parent in rooted.items() if parent == _GROUND)
    return Descent(root, {child: parent for child, parent in rooted.items() if child != root})


def weigh_descent(child: int, parent: int, explained: Explanations, settings: Trace) -> float:
    """What would have to be explained if `child` had been made from `parent`: lower is likelier."""
    copy, source = explained.tellings[child], explained.tellings[parent]
    gained = settings.quote_cost * min(len(foreign_quotes(copy, source, settings)), settings.most_gained)
    for kind, cost in (("number", settings.number_cost), ("day", settings.day_cost), ("name", settings.name_cost)):
        gained += cost * min(len(foreign_details(copy, source, kind)), settings.most_gained)
    distance = settings.distance_cost * (1 - explained.nearness(child, [parent]))
    return gained + distance + _credit_cost(copy, source, settings) + _time_cost(copy, source, settings)


def foreign_quotes(copy: Telling, source: Telling, settings: Trace) -> list[int]:
    """Quotes of `copy`, by their places, whose words `source` does not quote so."""
    known = frozenset().union(*source.quotes)
    return [
        place
        for place, quote in enumerate(copy.quotes)
        if quote and len(quote & known) < settings.same_quote_share * len(quote)
    ]


def foreign_details(copy: Telling, source: Telling, kind: str) -> list[str]:
    """Details of this kind that `copy` has and `source` lacks."""
    return sorted(value for name, value in copy.details - source.details if name == kind)


def outside_agencies(telling: Telling) -> tuple[str, ...]:
    """The agencies that a report credits, other than its own outlet."""
    own = (telling.reading.report.outlet or "").casefold()
    return tuple(agency for agency in telling.reading.report.agencies if agency.casefold() != own)


def _is_agency(telling: Telling) -> bool:
    report = telling.reading.report
    return bool(report.agencies) and not outside_agencies(telling)


def has_credit(copy: Telling, source: Telling) -> bool:
    """Whether `copy` names the outlet of `source` as where it has its text from."""
    outlet = source.reading.report.outlet
    if not outlet or outlet == copy.reading.report.outlet:
        return False
    named = [credit.value for credit in copy.reading.report.credits if credit.field == "syndication"]
    return any(outlet.casefold() in value.casefold() for value in named) or outlet in copy.reading.report.text


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


def _lost_cost(telling: Telling, settings: Trace) -> float:
    return settings.lost_cost - (settings.agency_relief if outside_agencies(telling) else 0.0)


def _total(tree: Mapping[int, int], costs: Mapping[int, Mapping[int, float]]) -> float:
    return sum(costs[child][parent] for child, parent in tree.items())
