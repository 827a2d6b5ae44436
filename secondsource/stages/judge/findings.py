"""From points to findings: the verdict on each point, and what a reader should know of the story."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.model.findings import Finding, Judgement, Point, PointVerdict
from secondsource.model.statements import Statements
from secondsource.model.stories import Stemma, Story
from secondsource.settings import Judge
from secondsource.stages.judge.attributions import judge_attributions
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.denials import judge_denials
from secondsource.stages.judge.figures import judge_figures
from secondsource.stages.judge.omissions import judge_omissions
from secondsource.stages.judge.sources import count_sources
from secondsource.stages.judge.wordings import judge_wordings

DEFAULT = Judge()


def judge(
    story: Story,
    statements: Mapping[str, Statements],
    stemma: Stemma,
    points: Sequence[Point],
    settings: Judge = DEFAULT,
) -> Judgement:
    """The points with their counts and verdicts, and the findings in the order of their kinds."""
    case = Case(story, statements, stemma)
    counted = [replace(point, independent_sources=count_sources(point, case)) for point in points]
    findings = (
        *judge_denials(case, counted),
        *judge_figures(case, counted),
        *judge_attributions(case, counted),
        *judge_wordings(case, counted),
        *judge_omissions(case, counted, settings),
    )
    return Judgement(tuple(replace(p, verdict=_verdict(p, findings)) for p in counted), findings)


def _verdict(point: Point, findings: Sequence[Finding]) -> PointVerdict:
    verdicts = {finding.verdict for finding in findings if finding.about == point.id}
    if "denied" in verdicts:
        return "denied"
    if "differs" in verdicts or "changed" in verdicts:
        return "differ"
    return "agree" if len(point.statements) > 1 else "single"
