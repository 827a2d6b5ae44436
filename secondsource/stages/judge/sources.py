"""How many independent sources a point rests on."""

from secondsource.model.findings import Point
from secondsource.stages.judge.cases import Case


def count_sources(point: Point, case: Case) -> int:
    """How many lineages its statements come from; those that all have it from one and the same carrier count once."""
    lineages = case.lineages_behind(statement.report for statement in point.statements)
    carriers: dict[str, set[str]] = {}
    for statement in point.statements:
        lineage = case.lineages[statement.report].id
        if lineage not in lineages:
            continue
        carried = set(statement.via) or {lineage}
        carriers[lineage] = carriers[lineage] & carried if lineage in carriers else carried
    groups: list[set[str]] = []
    for lineage, carried in sorted(carriers.items()):
        own = carried or {lineage}
        shared = [group for group in groups if group & own]
        groups = [group for group in groups if not group & own] + [own.union(*shared)]
    return len(groups)
