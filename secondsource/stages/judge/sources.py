"""How many independent sources a point rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, reduce

from secondsource.model.findings import Point, Statement
from secondsource.model.stories import Doubt, Lineage
from secondsource.stages.judge.cases import Case
from secondsource.text.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many independent sources there are, the fewest and the most that there can be, and what that hangs on."""

    number: int
    low: int
    high: int
    hangs_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rest:
    """What a lineage's reports rest on for a point: the carriers that all of them name, and those that any names.

    A lineage whose reports name none in common rests on its own text, and goes by the names that has.
    """

    name: str
    reports: frozenset[str]
    has_carrier: bool
    by_all: frozenset[str]
    by_any: frozenset[str]


_Groups = Sequence[Sequence[_Rest]]


def count_sources(point: Point, case: Case) -> SourceCount:
    """How many lineages its statements come from; those that all have it from one and the same carrier count once."""
    rests = _find_rests(point, case)
    reports = frozenset[str]().union(*(rest.reports for rest in rests))
    doubts = [doubt for doubt in case.stemma.doubts if doubt.touches(reports)]
    reasons: list[str] = []

    def may_be_one(one: _Rest, other: _Rest) -> bool:
        shared = (one.by_any & other.by_all) | (one.by_all & other.by_any)
        for doubt in doubts:
            if not doubt.is_joined and doubt.touches(one.reports | other.reports):
                reasons.append(doubt.reason)
                return True
        if shared:
            reasons.append(f"{one.name} and {other.name} may both have it from {min(shared)}")
        return bool(shared)

    groups = _gather([[rest] for rest in rests], lambda one, other: bool(one.by_all & other.by_all))
    fewest = _gather(groups, may_be_one)
    split = [doubt for doubt in doubts if doubt.is_joined and not _is_carried(doubt, rests)]
    reasons += [doubt.reason for doubt in split]
    return SourceCount(len(groups), len(fewest), len(groups) + len(split), tuple(dict.fromkeys(reasons)))


def _find_rests(point: Point, case: Case) -> list[_Rest]:
    behind = case.lineages_behind(statement.report for statement in point.statements)
    told: dict[str, list[Statement]] = {}
    for statement in point.statements:
        lineage = case.lineages[statement.report]
        if lineage.id in behind:
            told.setdefault(lineage.id, []).append(statement)
    rests = []
    for statements in told.values():
        lineage = case.lineages[statements[0].report]
        carried = [_find_carriers(statement) for statement in statements]
        by_all = reduce(frozenset.intersection, carried)
        own = frozenset({lineage.id, *_names_of(lineage, case)})
        names = case.name_of(statements[0].report)
        reports = frozenset(statement.report for statement in statements)
        rests.append(_Rest(names, reports, bool(by_all), by_all or own, by_all or own.union(*carried)))
    return rests


def _gather(groups: _Groups, are_one: Callable[[_Rest, _Rest], bool]) -> list[list[_Rest]]:
    """The groups, those put together of which any two members are one."""
    found: list[list[_Rest]] = []
    for group in groups:
        linked = [known for known in found if any(are_one(one, other) for one in known for other in group)]
        found = [known for known in found if known not in linked]
        found.append([rest for known in linked for rest in known] + list(group))
    return found


def _is_carried(doubt: Doubt, rests: Sequence[_Rest]) -> bool:
    """Whether the reports on both sides have the point from one carrier, whatever their texts go back to."""
    return any(rest.has_carrier and doubt.touches(rest.reports) for rest in rests)


def _names_of(lineage: Lineage, case: Case) -> list[str]:
    """The names by which others would credit the text that a lineage goes back to."""
    outlet = case.readings[lineage.root].report.outlet if lineage.root else lineage.name
    return [_fold(outlet)] if outlet else []


def _find_carriers(statement: Statement) -> frozenset[str]:
    """Whom a report has a statement from: the carriers that it names, and an agency that it gives as the speaker."""
    speaker = [statement.speaker] if statement.speaker and statement.speaker.casefold() in _agencies() else []
    return frozenset(map(_fold, [*statement.via, *speaker]))


def _fold(name: str) -> str:
    """One name for all ways in which an agency is spelt; any other name as it is, but for its article."""
    return _agencies().get(name.casefold(), name.removeprefix("The ").removeprefix("the "))


@cache
def _agencies() -> dict[str, str]:
    return {
        spelling.casefold(): agency["name"]
        for agency in load_lexicon("agencies")["agency"]
        for spelling in (agency["name"], agency["full"], *agency["also"])
    }
