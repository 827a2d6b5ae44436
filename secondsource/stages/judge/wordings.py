"""Findings on wording: one utterance quoted in words that differ."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, FindingVerdict, Point, Statement
from secondsource.stages.judge.cases import Case
from secondsource.text.modality import count_negations, is_negator
from secondsource.text.wordings import Difference, content_words, find_differences

SILENT = ("punctuation", "spelling", "function word", "order")
"""Classes of difference that change nothing a reader would care for."""

MOST_PUT_FOR_ANOTHER = 4
"""Content words at the edge of a quote above which they are not put for others: another part was quoted."""
GOES_ON = 140
"""Characters after a quote within which a divided one goes on: “…,” said the mayor of Arlen on Monday, “and …”."""
_CONTINUED = re.compile(r"[“\"‘'][a-z]")

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
        found = _differences(case, base, others[0])
        for difference in found:
            is_turned = _is_turned_by_cut(difference, base, others[0], is_only=len(found) == 1)
            told["meaning" if is_turned else difference.kind] += 1
            reasons[_tell(difference, base.text, others[0].text, case.names_of(s.report for s in others))] = None
    if told.keys() - {"inflection"}:
        is_changed = "meaning" in told
        title = "The meaning of a quote is changed" if is_changed else "Quoted in other words"
        first = (f"{case.names_of(s.report for s in wordings[content_words(base.text)])}: “{base.text}”",)
        shown = tuple(case.show(statement) for told_by in wordings.values() for statement in told_by)
        verdict: FindingVerdict = "changed" if is_changed else "differs"
        yield Finding("wording", verdict, f"{title}: “{base.text}”", (*first, *reasons), shown, point.id)


def _differences(case: Case, base: Statement, other: Statement) -> list[Difference]:
    """The differences that matter; a quote that begins later or breaks off earlier is no other wording."""
    found = [d for d in find_differences(base.text, other.text) if d.kind not in SILENT]
    return [d for d in found if not _is_left_open(case, d, base, other)]


def _is_left_open(case: Case, difference: Difference, base: Statement, other: Statement) -> bool:
    """Whether words are missing only because one report quotes a part: it begins later, or its quote breaks off."""
    left, right = base.text[slice(*difference.left)], other.text[slice(*difference.right)]
    is_other_part = max(len(content_words(left)), len(content_words(right))) > MOST_PUT_FOR_ANOTHER
    if content_words(left) and content_words(right) and not is_other_part:
        return False
    for statement, (start, end) in ((base, difference.left), (other, difference.right)):
        if not any(c.isalnum() for c in statement.text[:start]):
            return True
        if not any(c.isalnum() for c in statement.text[end:]):
            breaks_off = not all(_ends_sentence(case, told) for told in (base, other))
            return is_other_part or breaks_off or (left + right)[:1] in ".!?…"
    return False


def _ends_sentence(case: Case, statement: Statement) -> bool:
    """Whether the quote ends a sentence: with its mark, or with the comma before "she said" if it does not go on."""
    after = case.readings[statement.report].report.text[statement.span.end : statement.span.end + GOES_ON]
    if not statement.text[:1].isupper() or not after:
        return False
    return after[0] in ".!?" or (after[0] == "," and not _CONTINUED.search(after))


def _is_turned_by_cut(difference: Difference, base: Statement, other: Statement, *, is_only: bool) -> bool:
    """Whether words within a negation's reach come or go: right behind it, or, if nothing else differs, at the end.

    "No reliable report" is not "no report"; "we will open no file out of revenge" is not "we will open no file".
    """
    if difference.kind not in ("cut", "added") or not (count_negations(base.text) and count_negations(other.text)):
        return False
    for text, (start, end) in ((base.text, difference.left), (other.text, difference.right)):
        before = text[:start].lower().split()
        if (before and is_negator(before[-1])) or (is_only and not any(c.isalnum() for c in text[end:])):
            return True
    return False


def _tell(difference: Difference, base: str, other: str, names: str) -> str:
    before, after = base[slice(*difference.left)], other[slice(*difference.right)]
    if not after or not before:
        return f"{names}: “{before or after}” is {'left out' if before else 'put in'}"
    return f"{names}: “{after}” for “{before}” ({CLASSES[difference.kind]})"
