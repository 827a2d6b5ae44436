"""Findings on wording: one utterance quoted in words that differ."""

from collections import Counter
from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, FindingVerdict, Point, Statement
from secondsource.stages.judge.cases import Case
from secondsource.text.wordings import Difference, content_words, find_differences

SILENT = ("punctuation", "spelling", "function word", "order")
"""Classes of difference that change nothing a reader would care for."""

CLASSES = {
    "inflection": "another form of the word",
    "synonym": "a synonym or another rendering",
    "meaning": "changes the meaning",
    "cut": "left out",
    "added": "put in",
}


def judge_wordings(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """One finding a quote whose wordings differ in more than marks, spelling and words of grammar."""
    for point in points:
        if point.kind == "quote" and len(point.statements) > 1:
            yield from _judge_quote(case, point)


def _judge_quote(case: Case, point: Point) -> Iterator[Finding]:
    wordings: dict[tuple[str, ...], list[Statement]] = {}
    for statement in point.statements:
        wordings.setdefault(content_words(statement.text), []).append(statement)
    if len(wordings) < 2:
        return
    base = max(wordings.values(), key=lambda told: (len(told), len(told[0].text), told[0].report))[0]
    told: Counter[str] = Counter()
    reasons: dict[str, None] = {}
    for others in wordings.values():
        for difference in _differences(base.text, others[0].text):
            told[difference.kind] += 1
            reasons[_tell(difference, base.text, others[0].text, case.names_of(s.report for s in others))] = None
    if told.keys() - {"inflection"}:
        is_changed = "meaning" in told
        title = "The meaning of a quote is changed" if is_changed else "Quoted in other words"
        first = (f"{case.names_of(s.report for s in wordings[content_words(base.text)])}: “{base.text}”",)
        shown = tuple(case.show(statement) for told_by in wordings.values() for statement in told_by)
        verdict: FindingVerdict = "changed" if is_changed else "differs"
        yield Finding("wording", verdict, f"{title}: “{base.text}”", (*first, *reasons), shown, point.id)


def _differences(base: str, other: str) -> list[Difference]:
    """The differences that matter; a quote that begins later or ends earlier than the other is no other wording."""
    found = [difference for difference in find_differences(base, other) if difference.kind not in SILENT]
    return [d for d in found if not (d.kind in ("cut", "added") and _is_at_edge(d, base, other))]


def _is_at_edge(difference: Difference, base: str, other: str) -> bool:
    for text, (start, end) in ((base, difference.left), (other, difference.right)):
        if not any(c.isalnum() for c in text[:start]) or not any(c.isalnum() for c in text[end:]):
            return True
    return False


def _tell(difference: Difference, base: str, other: str, names: str) -> str:
    before, after = base[slice(*difference.left)], other[slice(*difference.right)]
    if not after or not before:
        return f"{names}: “{before or after}” is {'left out' if before else 'put in'}"
    return f"{names}: “{after}” for “{before}” ({CLASSES[difference.kind]})"
