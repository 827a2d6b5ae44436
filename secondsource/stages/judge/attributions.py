"""Findings on attribution: a source that is named in one report and lost in another."""

from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, Point
from secondsource.stages.judge.cases import Case


def judge_attributions(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """One finding for each claim or figure that one report has from a named source and another states bare."""
    for point in points:
        if point.kind not in ("claim", "figure"):
            continue
        named = [s for s in point.statements if s.speaker]
        bare = [s for s in point.statements if not s.speaker]
        if named and bare:
            reasons = (
                f"{', '.join(case.name_of(s.report) for s in named)}: said by {named[0].speaker}",
                f"{', '.join(case.name_of(s.report) for s in bare)}: no source is named",
            )
            shown = tuple(case.evidence(s.report, case.sentence_of(s.report, s.span)) for s in (*named, *bare))
            yield Finding("attribution", "lost", f"The source is lost: {point.title}", reasons, shown, point.id)
