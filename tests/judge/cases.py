"""Judging stories made by hand: align and judge what was told, each report in a lineage of its own unless said."""

from collections.abc import Sequence

from secondsource.model.findings import Finding, Judgement, Point
from secondsource.model.readings import Reading
from secondsource.model.statements import Statements
from secondsource.model.stories import Derivation
from secondsource.stages.align.points import align
from secondsource.stages.judge.findings import judge
from tests.nouns import lineages, story

Told = tuple[Reading, Statements]


def judged(
    *told: Told,
    groups: Sequence[Sequence[str]] | None = None,
    derivations: Sequence[Derivation] = (),
    happened_on: str | None = None,
) -> Judgement:
    whole = story(*(reading for reading, _ in told), happened_on=happened_on)
    statements = {reading.report.id: taken for reading, taken in told}
    stemma = lineages(*(groups or [[reading.report.id] for reading, _ in told]), derivations=derivations)
    return judge(whole, statements, stemma, align(whole, statements))


def findings(judgement: Judgement, kind: str) -> list[Finding]:
    return [finding for finding in judgement.findings if finding.kind == kind]


def points(judgement: Judgement, kind: str) -> list[Point]:
    return [point for point in judgement.points if point.kind == kind]
