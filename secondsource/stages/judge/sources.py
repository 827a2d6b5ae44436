"""How many independent sources a point rests on."""

from secondsource.model.findings import Point
from secondsource.stages.judge.cases import Case


def count_sources(point: Point, case: Case) -> int:
    """How many lineages its statements come from; copies of one text count once."""
    return case.stemma.count_sources(frozenset(statement.report for statement in point.statements))
