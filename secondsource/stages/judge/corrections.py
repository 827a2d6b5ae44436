"""Findings on corrections: what a report takes back, and the reports that still have it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.model.findings import TELLINGS, Finding, Point, Statement
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.retractions import CUT_NOTE, judge_retractions
from secondsource.text.corrections import (
    Correction,
    find_correction,
    find_told_correction,
    find_values,
    is_labelled,
    opens_correction,
)
from secondsource.text.lexicon import load_lexicon
from secondsource.text.wordings import content_words, share_of_matter

NEAR = 30
"""Characters to each side of a number in which the thing that it counts stands."""
SHARED = 0.3
"""Share of its matter that a correction has in common with the sentence that tells the right number."""
_PREFIX = re.compile(r"^(?:corrections?|clarification|erratum|amendment)\s?[:–-]\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Note:
    """A correction: its sentence, None where it was cut from the text, and what it says; `value` is taken back.

    `topic` are the words for what it is about, `numbers` all that stand in it; `is_news` where the report tells of
    somebody who corrects himself, or calls it a correction.
    """

    report: str
    sentence: Span | None
    text: str
    value: float
    topic: frozenset[str]
    numbers: frozenset[float]
    is_news: bool = False


@cache
def _words_of_correcting() -> frozenset[str]:
    return frozenset(load_lexicon("denials")["correcting"]["words"])


def judge_corrections(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """One finding for each point that a report corrects while another tells it uncorrected."""
    told: dict[str, tuple[Point, dict[str, Span], list[Statement]]] = {}
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            words = case.text_of(report, sentence)
            found = find_correction(words)
            point = _corrected_point(case, points, report, sentence, found) if found else None
            if point is not None and found is not None:
                still = [s for s in point.statements if s.report != report and _still_has(case, s, found)]
                if still:
                    _, corrected, uncorrected = told.setdefault(point.id, (point, {}, []))
                    corrected.setdefault(report, sentence)
                    uncorrected += [s for s in still if s not in uncorrected]
    shown = {(report, sentence) for _, corrected, _ in told.values() for report, sentence in corrected.items()}
    yield from _judge_retold(case, shown)
    yield from judge_retractions(case, shown)
    for point, corrected, uncorrected in told.values():
        still = [s for s in uncorrected if s.report not in corrected]
        if still:
            yield _finding(case, point, corrected, still)


def _judge_retold(case: Case, shown: Collection[tuple[str, Span]]) -> Iterator[Finding]:
    """One finding for each number that reports take back and others still have beside the same thing, point or none.

    Of somebody who corrects himself it is told also where nobody has the number any more.
    """
    taken: dict[float, tuple[list[_Note], dict[str, Span]]] = {}
    found = [note for report in case.readings for note in _notes(case, report) if (report, note.sentence) not in shown]
    places = _uncorrected(case) if found else {}
    for note in found:
        still = dict(_still_told(case, note, places.get(note.value, ())))
        if still or note.is_news:
            notes, uncorrected = taken.setdefault(note.value, ([], {}))
            notes.append(note)
            uncorrected.update({other: place for other, place in still.items() if other not in uncorrected})
    for notes, uncorrected in taken.values():
        notes += [note for note in found if note not in notes and any(_are_one(note, other) for other in notes)]
        correcting = {note.report for note in notes}
        still = {report: place for report, place in uncorrected.items() if report not in correcting}
        if still or any(note.is_news for note in notes):
            reasons = [f"{case.name_of(note.report)}: “{note.text}”" for note in notes]
            reasons += [f"{case.names_of(still)}: told uncorrected"] if still else []
            own = [(note.report, place) for note in notes for place in _shown_of(case, note)]
            evidence = tuple(case.evidence(*place) for place in dict.fromkeys((*own, *still.items())))
            yield Finding(
                "denial",
                "changed",
                f"Corrected: {_PREFIX.sub('', notes[0].text)}",
                tuple(dict.fromkeys(reasons)),
                evidence,
            )


def _are_one(one: _Note, other: _Note) -> bool:
    """Whether two corrections take back one number for one other."""
    return one.value == other.value and len(one.numbers & other.numbers) > 1


def _notes(case: Case, report: str) -> Iterator[_Note]:
    """The corrections of a report that take back a number outright, in its text and among what was cut from it."""
    sentences = case.readings[report].sentences
    for index, sentence in enumerate(sentences):
        words = case.text_of(report, sentence)
        found = find_correction(words)
        if found is not None and found.value is not None and found.is_open:
            yield _Note(report, sentence, words, found.value, *_topic(case, report, sentence), is_labelled(words))
        elif opens_correction(words):
            for end in (sentence.end, *(span.end for span in sentences[index + 1 : index + 2])):
                told = Span(sentence.start, end)
                words = case.text_of(report, told)
                found = find_told_correction(words)
                if found is not None and found.value is not None:
                    yield _Note(report, told, words, found.value, *_topic(case, report, sentence), is_news=True)
                    break
    for cut in case.readings[report].report.cuts:
        found = find_correction(cut.text) if cut.reason == CUT_NOTE else None
        if found is not None and found.value is not None and found.is_open:
            yield _Note(report, None, " ".join(cut.text.split()), found.value, *_matter([cut.text]))


def _shown_of(case: Case, note: _Note) -> Iterator[Span]:
    """The correction itself, or where it was cut from the text, the sentence that has the right number."""
    if note.sentence is not None:
        yield note.sentence
        return
    for sentence in case.readings[note.report].sentences:
        words = case.text_of(note.report, sentence)
        places = [n for n in find_values(words) if n.low in note.numbers and n.low != note.value]
        if any(_is_about(words, n.start, n.end, note.topic) for n in places):
            yield sentence
            return


def _topic(case: Case, report: str, sentence: Span) -> tuple[frozenset[str], frozenset[float]]:
    """What a correction is about, in its own words and those beside it in its paragraph, and all their numbers."""
    paragraph = case.paragraph_of(report, sentence)
    index = case.index_of(report, sentence)
    near = case.readings[report].sentences[max(0, index - 1) : index + 2]
    return _matter([case.text_of(report, span) for span in near if paragraph.contains(span)])


def _matter(texts: Sequence[str]) -> tuple[frozenset[str], frozenset[float]]:
    words = frozenset(word for text in texts for word in content_words(text)) - _words_of_correcting()
    return words, frozenset(n.low for text in texts for n in find_values(text) if n.low == n.high)


def _uncorrected(case: Case) -> Mapping[float, list[tuple[str, Span]]]:
    """The sentences of the story that correct nothing, by the numbers that stand in them."""
    places: dict[float, list[tuple[str, Span]]] = {}
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            words = case.text_of(report, sentence)
            if find_correction(words) is None:
                for value in {n.low for n in find_values(words) if n.low == n.high and n.kind == "cardinal"}:
                    places.setdefault(value, []).append((report, sentence))
    return places


def _still_told(case: Case, note: _Note, places: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """The first sentence of each other report that has the number beside a word of the topic, and not the right one."""
    seen = {note.report}
    for report, sentence in places:
        if report in seen:
            continue
        words = case.text_of(report, sentence)
        numerals = find_values(words)
        others = {n.low for n in numerals} & set(note.numbers) - {note.value}
        own = [n for n in numerals if n.low == n.high == note.value and n.kind == "cardinal"]
        if any(_is_about(words, n.start, n.end, note.topic) for n in own) and not others:
            seen.add(report)
            yield report, sentence


def _is_about(sentence: str, start: int, end: int, topic: Collection[str]) -> bool:
    """Whether a word of the topic stands right before or behind the number."""
    before = [w for w in content_words(sentence[max(0, start - NEAR) : start]) if w not in _words_of_correcting()]
    behind = [w for w in content_words(sentence[end : end + NEAR]) if w not in _words_of_correcting()]
    near = {*before[-2:], *behind[:1]}
    return bool(near & set(topic))


def _corrected_point(
    case: Case, points: Sequence[Point], report: str, sentence: Span, found: Correction
) -> Point | None:
    """The figure point of the number taken back, or where there is none, the telling that the sentence belongs to."""
    kinds = ("figure",) if found.value is not None else TELLINGS
    for point in points:
        for statement in point.statements if point.kind in kinds else ():
            inside = statement.report == report and sentence.overlaps(statement.span) and len(point.statements) > 1
            if inside and (found.value is None or found.value in (statement.low, statement.high)):
                return point
    return _point_since_righted(case, points, report, sentence, found)


def _point_since_righted(
    case: Case, points: Sequence[Point], report: str, sentence: Span, found: Correction
) -> Point | None:
    """The figure point in which the report has the right number, and another the one that is taken back."""
    words = case.text_of(report, sentence)
    for point in points:
        own = [s for s in point.statements if point.kind == "figure" and s.report == report]
        told = any(
            share_of_matter(case.text_of(report, case.sentence_of(report, s.span)), words) >= SHARED for s in own
        )
        if told and any(s.report != report and found.value in (s.low, s.high) for s in point.statements):
            return point
    return None


def _still_has(case: Case, statement: Statement, found: Correction) -> bool:
    own = find_correction(case.text_of(statement.report, case.sentence_of(statement.report, statement.span)))
    return own is None and (found.value is None or found.value in (statement.low, statement.high))


def _finding(case: Case, point: Point, corrected: dict[str, Span], still: Sequence[Statement]) -> Finding:
    reasons = (
        f"{case.names_of(corrected)}: taken back",
        f"{case.names_of(s.report for s in still)}: told uncorrected",
    )
    shown = [case.evidence(report, sentence) for report, sentence in corrected.items()]
    shown += [case.show_sentence(statement) for statement in still]
    title = case.text_of(*next(iter(corrected.items())))
    return Finding("denial", "changed", f"Corrected: {title}", reasons, tuple(shown), point.id)
