"""Tellers: where other reports tell of what one report has so that it cannot be, to hold it against."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.model.findings import Evidence, Finding
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.numerals import find_numerals
from secondsource.text.rarity import rarity
from secondsource.text.wordings import content_words, share_of_matter

CHECKED = frozenset(["date", "arithmetic"])
"""Kinds of finding on what cannot be."""
TELLING_NUMBER = 10
"""A smaller number may be any."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    text: str
    numbers: frozenset[float]
    words: frozenset[str]
    rare: frozenset[str]


def add_tellers(case: Case, findings: Sequence[Finding], settings: Judge) -> tuple[Finding, ...]:
    """The findings; those on what cannot be also show where each other report surely tells of the same."""
    if not any(finding.kind in CHECKED and finding.verdict == "impossible" for finding in findings):
        return tuple(findings)
    sentences = {report: tuple(_sentences(case, report, settings)) for report in case.readings}
    return tuple(_with_tellers(case, finding, sentences, settings) for finding in findings)


def _with_tellers(
    case: Case, finding: Finding, sentences: Mapping[str, Sequence[_Sentence]], settings: Judge
) -> Finding:
    if finding.kind not in CHECKED or finding.verdict != "impossible":
        return finding
    shown = {evidence.report for evidence in finding.evidence}
    told = [one for shows in finding.evidence for one in sentences[shows.report] if one.span.overlaps(shows.span)]
    found: list[Evidence] = []
    for report, own in sentences.items():
        if report in shown:
            continue
        likeness = [(_likeness(one, other, settings), -at) for at, other in enumerate(own) for one in told]
        best, place = max(likeness, default=(0.0, 0))
        if best:
            found.append(case.evidence(report, own[-place].span))
    if not found:
        return finding
    reason = f"{case.names_of(evidence.report for evidence in found)}: tell of the same"
    return replace(finding, reasons=(*finding.reasons, reason), evidence=(*finding.evidence, *found))


def _sentences(case: Case, report: str, settings: Judge) -> Iterator[_Sentence]:
    for span in case.readings[report].sentences:
        text = case.text_of(report, span)
        numbers = frozenset(number.low for number in find_numerals(text) if number.low == number.high)
        words = frozenset(word for word in content_words(text) if word.isalpha())
        rare = frozenset(word for word in words if rarity(word) >= settings.telling_rarity)
        yield _Sentence(span, text, numbers, words, rare)


def _likeness(one: _Sentence, other: _Sentence, settings: Judge) -> float:
    """How surely two sentences tell of one thing: 0 where they need not."""
    is_telling = not one.rare.isdisjoint(other.rare)
    numbers = one.numbers & other.numbers
    if not (numbers or is_telling) or one.words.isdisjoint(other.words):
        return 0.0
    matter = share_of_matter(one.text, other.text)
    has_number = any(number >= TELLING_NUMBER for number in numbers)
    if has_number:
        return matter + len(numbers) if is_telling or len(numbers) > 1 else 0.0
    return matter + len(numbers) if is_telling and matter >= settings.same_matter else 0.0
