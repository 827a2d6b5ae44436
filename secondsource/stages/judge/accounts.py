"""The account: the story told in sentences of its reports, ordered by time and weight; nothing is written by us."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.dates import PartialDate
from secondsource.model.findings import AccountLine, Finding, Point, Statement
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.weights import DISPUTED, KIND_WEIGHT
from secondsource.text.wordings import share_of_matter

TELLING_BLOCKS = frozenset(["paragraph", "list", "quote"])
BACKWARD = frozenset(["he", "she", "it", "they", "this", "that", "these", "those", "but", "and", "so", "however"])
"""Words that lean on a sentence before them when one begins with them."""
LEANING = 0.5
"""What such a sentence is worth beside one that stands by itself."""
COPIED = 0.9
"""What a copy's sentence is worth beside the same one in a report that copies nobody."""
LONG = 40
"""Words from which a sentence is worth half for its length: news sentences have 20 to 25 on average."""


Side = tuple[str, bool]
"""A point's id, and whether its denial is meant: a charge and its denial are told by two sentences."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that may stand in the account, with the sides of points it tells and its statement of each."""

    report: str
    span: Span
    told: Mapping[Side, Span]


def give_account(
    case: Case, points: Sequence[Point], findings: Sequence[Finding], settings: Judge
) -> tuple[AccountLine, ...]:
    """The fewest sentences that tell most of the points, the weightiest points first, in the order of time.

    Sentences are taken whole, from the report that tells the most in one; what only one source tells is taken last.
    """
    weights = {point.id: _weight(point, findings) for point in points}
    chosen = _choose(case, list(_sentences(case, points)), weights, settings)
    by_id = {point.id: point for point in points}
    lines = [_to_line(case, sentence, by_id, weights, findings) for sentence in chosen]
    denials = {(s.report, s.span) for s in chosen if any(is_denial for _, is_denial in s.told)}
    return tuple(sorted(lines, key=lambda line: (*_place(case, line, by_id), (line.report, line.span) in denials)))


def _weight(point: Point, findings: Sequence[Finding]) -> float:
    is_disputed = any(finding.about == point.id and finding.verdict == "denied" for finding in findings)
    return point.independent_sources * KIND_WEIGHT[point.kind] * (DISPUTED if is_disputed else 1.0)


def _sentences(case: Case, points: Sequence[Point]) -> Iterator[_Sentence]:
    """Every sentence of a report's body that tells a point, a quote of several sentences taken with all of them."""
    told: dict[str, dict[Span, dict[Side, Span]]] = {}
    for point in points:
        for statement in point.statements:
            span = _whole(case, statement)
            if _is_body(case, statement.report, span):
                told.setdefault(statement.report, {}).setdefault(span, {})[_side(point, statement)] = statement.span
    for reading in case.story.readings:
        report = reading.report.id
        for span in sorted(told.get(report, {})):
            inside = {
                side: at for other, sides in told[report].items() if span.contains(other) for side, at in sides.items()
            }
            yield _Sentence(report, span, inside)


def _side(point: Point, statement: Statement) -> Side:
    return point.id, point.verdict == "denied" and statement.force == "denies"


def _whole(case: Case, statement: Statement) -> Span:
    first = case.sentence_of(statement.report, statement.span)
    last = case.sentence_of(
        statement.report, Span(max(statement.span.start, statement.span.end - 1), statement.span.end)
    )
    return Span(min(first.start, statement.span.start), max(last.end, statement.span.end))


def _is_body(case: Case, report: str, span: Span) -> bool:
    return any(
        block.kind in TELLING_BLOCKS and block.span.contains(span) for block in case.readings[report].report.blocks
    )


def _choose(case: Case, sentences: list[_Sentence], weights: Mapping[str, float], settings: Judge) -> list[_Sentence]:
    """Greedily the sentence that adds most, until none adds enough or the account is long enough."""
    chosen: list[_Sentence] = []
    covered: set[Side] = set()
    worth = {id(sentence): _worth(case, sentence) for sentence in sentences}
    while sentences and len(chosen) < settings.account_lines:
        gains = [
            worth[id(sentence)] * sum(weights[side[0]] for side in sentence.told if side not in covered)
            for sentence in sentences
        ]
        best = max(range(len(sentences)), key=lambda index: (gains[index], -index))
        if gains[best] < settings.account_least:
            break
        taken = sentences[best]
        covered |= taken.told.keys()
        if not any(_repeats(case, taken, other, settings) for other in chosen):
            chosen.append(taken)
        sentences = [sentence for sentence in sentences if not sentence.told.keys() <= covered]
    return chosen


def _worth(case: Case, sentence: _Sentence) -> float:
    words = case.text_of(sentence.report, sentence.span).split()
    first = words[0].strip("“\"'‘").lower() if words else ""
    worth = LEANING if first in BACKWARD else 1.0
    return worth * (COPIED if sentence.report in case.parents else 1.0) / (1 + (len(words) / LONG) ** 2)


def _repeats(case: Case, one: _Sentence, other: _Sentence, settings: Judge) -> bool:
    """Whether two sentences tell the same; a charge and its denial, the two sides of one point, never do."""
    if {point for point, _ in one.told} & {point for point, _ in other.told}:
        return False
    left, right = (case.text_of(sentence.report, sentence.span) for sentence in (one, other))
    return share_of_matter(left, right) >= settings.account_repeated


def _to_line(
    case: Case,
    sentence: _Sentence,
    points: Mapping[str, Point],
    weights: Mapping[str, float],
    findings: Sequence[Finding],
) -> AccountLine:
    """The line, counted by the point that takes up most of its sentence."""
    sides = sorted(sentence.told, key=lambda side: (-len(sentence.told[side]), -weights[side[0]], side))
    told = tuple(dict.fromkeys(point for point, _ in sides))
    main = points[told[0]]
    tellers = {statement.report for statement in main.statements}
    return AccountLine(
        sentence.report,
        sentence.span,
        sentence.span.of(case.readings[sentence.report].report.text),
        _day_of(case, sentence),
        told,
        tuple(r.report.id for r in case.story.readings if r.report.id in tellers),
        main.independent_sources,
        tuple(
            index
            for index, finding in enumerate(findings)
            if finding.about in told and finding.kind not in ("omission", "wording")
        ),
        tuple(f.omitted_by for f in findings if f.omitted_by and f.about == main.id),
    )


def _day_of(case: Case, sentence: _Sentence) -> str | None:
    """The one day that the sentence dates; None for several, as in a list of treaties, and for "since 1980"."""
    text = case.readings[sentence.report].report.text
    dated = {
        dating.value
        for dating in case.statements[sentence.report].datings
        if dating.event.overlaps(sentence.span) and PartialDate.from_edtf(dating.value)
    }
    since = any(
        text[: dating.span.start].rstrip().lower().endswith("since") or dating.span.of(text).lower().startswith("since")
        for dating in case.statements[sentence.report].datings
        if dating.event.overlaps(sentence.span)
    )
    return dated.pop() if len(dated) == 1 and not since else None


def _place(case: Case, line: AccountLine, points: Mapping[str, Point]) -> tuple[str, str, int, float]:
    """Its place: by the day it tells, or else the story's own; then by weight; then by where the reports have it."""
    day = line.on or case.story.happened_on
    when = PartialDate.from_edtf(day) if day else None
    first, last = (when.first.isoformat(), when.last.isoformat()) if when else ("", "")
    places = [
        statement.span.start / max(1, len(case.readings[statement.report].report.text))
        for statement in points[line.points[0]].statements
    ]
    return first, last, -line.independent_sources, sum(places) / len(places)
