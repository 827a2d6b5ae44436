"""Findings on parts beside wholes: a sentence tells what is a part of it, and another report has that part alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.findings import Finding, Point, Statement
from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.lexicon import load_lexicon
from secondsource.text.rarity import rarity
from secondsource.text.tallies import find_tally
from secondsource.text.wholes import Share, find_share, find_told_parts
from secondsource.text.wordings import content_words, fold_spelling

LEAST = 13
"""From here on two reports do not give one number by chance for people of the same fate."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A bare count of a report: what it counts, the sentence with that before it, and the point it stands in."""

    statement: Statement
    point: Point
    value: float
    noun: str
    tally: str | None
    words: str
    at: tuple[int, int]
    before: str

    @property
    def share(self) -> Share | None:
        return find_share(self.words, *self.at)


def judge_wholes(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """One finding for each whole of which other reports tell the part that its own sentence, or its place, names."""
    counts = [count for point in points if point.kind == "figure" for count in _counts_of(case, point)]
    for whole in counts:
        parts = _parts_told(whole, counts) or _parts_by_place(whole, counts, settings)
        if parts and not any(part.point is whole.point for part in parts):
            yield _finding(case, whole, parts)


def is_part_told(case: Case, point: Point) -> bool:
    """Whether all values but the largest of the point are told, in a sentence with that, to be a part of it."""
    counts = list(_counts_of(case, point))
    most = max((count.value for count in counts), default=0.0)
    told = {part.part.low for one in counts if one.value == most for part in find_told_parts(one.words)}
    return len(counts) == len(point.statements) and {count.value for count in counts} - {most} <= told


def _counts_of(case: Case, point: Point) -> Iterator[_Count]:
    for statement in point.statements:
        report = statement.report
        figure = next((f for f in case.statements[report].figures if f.span == statement.span), None)
        if figure is None or figure.unit is not None or figure.low is None or figure.low != figure.high:
            continue
        sentence = case.sentence_of(report, statement.span)
        words = sentence.of(case.readings[report].report.text)
        at = statement.span.start - sentence.start, statement.span.end - sentence.start
        tally = find_tally(words, *at, figure.of)
        yield _Count(statement, point, figure.low, _noun(figure), tally, words, at, _before(case, report, sentence))


def _before(case: Case, report: str, sentence: Span) -> str:
    """The sentence before it, if there is one."""
    index = case.index_of(report, sentence)
    return case.text_of(report, case.readings[report].sentences[index - 1]) if index else ""


def _noun(figure: Figure) -> str:
    return fold_spelling(figure.of.split()[-1]) if figure.of else ""


def _parts_told(whole: _Count, counts: Sequence[_Count]) -> list[_Count]:
    """The counts of other reports, which tell neither it nor the rest, that its sentence tells to be a part of it."""
    told = {part.part.low for part in find_told_parts(whole.words) if part.whole.start in range(*whole.at)}
    rests = {whole.value - part for part in told}
    having = {count.statement.report for count in counts if count.value in {whole.value, *rests}}
    return [c for c in counts if c.value in told and c.statement.report not in having and _is_of_one_kind(c, whole)]


def _is_of_one_kind(part: _Count, whole: _Count) -> bool:
    """Whether both count the dead, the held and so on, one noun, or people of whom no more is known."""
    if None not in (part.tally, whole.tally):
        return part.tally == whole.tally
    if part.noun and part.noun == whole.noun:
        return True
    people = {"", *load_lexicon("tallies")["people"]["words"]}
    return part.value >= LEAST and {part.noun, whole.noun} <= people


def _parts_by_place(whole: _Count, counts: Sequence[_Count], settings: Judge) -> list[_Count]:
    """The smaller counts of other reports that are of one of the things of which the whole is of all."""
    share = whole.share
    if share is None or not share.is_whole:
        return []
    return [
        count
        for count in counts
        if count.statement.report != whole.statement.report
        and count.value < whole.value
        and count.share == Share(share.noun, is_whole=False)
        and (not (count.noun and whole.noun) or count.noun == whole.noun)
        and _share_matter(count, whole, share.noun, settings)
    ]


def _share_matter(one: _Count, other: _Count, place: str, settings: Judge) -> bool:
    """Whether a word that few reports use, and not the place, stands in both sentences or in those before."""
    ours, theirs = (set(content_words(f"{count.before} {count.words}")) for count in (one, other))
    shared = {word for word in ours & theirs if place not in word}
    return any(rarity(word) >= settings.counted_rarity for word in shared)


def _finding(case: Case, whole: _Count, parts: Sequence[_Count]) -> Finding:
    said = " / ".join(dict.fromkeys(part.statement.text for part in parts))
    reasons = (
        f"{case.names_of(part.statement.report for part in parts)}: “{said}”, of a part",
        f"{case.name_of(whole.statement.report)}: “{whole.statement.text}”, of the whole",
    )
    shown = tuple(dict.fromkeys(case.show_sentence(count.statement) for count in (*parts, whole)))
    title = f"Not counted alike: {said} / {whole.statement.text}"
    return Finding("scope", "differs", title, reasons, shown, whole.point.id)
