"""Findings on wording: one utterance quoted in words that differ."""

from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, Point
from secondsource.stages.judge.cases import Case
from secondsource.text.wordings import Difference, find_differences

TELLING = ("synonym", "meaning", "cut", "added", "order")


def judge_wordings(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """One finding a quote whose wordings differ in more than punctuation, grammar words and inflection."""
    for point in points:
        wordings = {statement.text: statement for statement in point.statements}
        if point.kind != "quote" or len(wordings) < 2:
            continue
        reasons: dict[str, None] = {}
        for text in wordings:
            for difference in find_differences(point.title, text):
                if difference.kind in TELLING:
                    reasons[_tell(difference, point.title, text)] = None
        if reasons:
            shown = tuple(case.show(statement) for statement in wordings.values())
            yield Finding("wording", "differs", f"Worded differently: “{point.title}”", tuple(reasons), shown, point.id)


def _tell(difference: Difference, left: str, right: str) -> str:
    before, after = left[slice(*difference.left)], right[slice(*difference.right)]
    if not after:
        return f"“{before}” is left out ({difference.kind})"
    if not before:
        return f"“{after}” is put in ({difference.kind})"
    return f"“{before}” against “{after}” ({difference.kind})"
