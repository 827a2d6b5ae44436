"""Findings on corrections of words: "said that Ms Moll had been dismissed. She retired", and who still has it so."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.corrections import find_correction, find_misstated, is_labelled
from secondsource.text.offices import office_words
from secondsource.text.thesaurus import are_near
from secondsource.text.wordings import content_words, find_words

CUT_NOTE = "correction note"
"""Why cleaning cuts a line that tells what was wrong in an earlier version."""
MOST_WORDS = 4
"""Content words beside the name up to which what was wrong is one word, which others have too or another for it."""


@dataclass(frozen=True, slots=True)
class _Retraction:
    """A correction of no number: its sentence, None where it was cut, whom it is about, and the words taken back."""

    report: str
    sentence: Span | None
    text: str
    names: frozenset[str]
    wrong: frozenset[str]
    right: frozenset[str]


def judge_retractions(case: Case, shown: Collection[tuple[str, Span]]) -> Iterator[Finding]:
    """One finding for each correction of words that others still use of the same one, or that calls itself one."""
    for report in case.readings:
        for note in _retractions(case, report):
            still = dict(_still_told(case, note))
            is_open = note.sentence is not None and is_labelled(note.text)
            if (still or is_open) and (note.sentence is None or (report, note.sentence) not in shown):
                own = note.sentence or _first_of(case, note)
                places = [(report, own)] if own else []
                evidence = tuple(case.evidence(*place) for place in (*places, *still.items()))
                reasons = [f"{case.name_of(report)}: “{note.text}”"]
                reasons += [f"{case.names_of(still)}: told uncorrected"] if still else []
                yield Finding("denial", "changed", f"Corrected: {note.text}", tuple(reasons), evidence)


def _retractions(case: Case, report: str) -> Iterator[_Retraction]:
    reading = case.readings[report]
    told: list[tuple[Span | None, str]] = [(s, case.text_of(report, s)) for s in reading.sentences]
    behind = [text for _, text in told[1:]]
    told += [(None, " ".join(cut.text.split())) for cut in reading.report.cuts if cut.reason == CUT_NOTE]
    behind += [""] * (len(told) - len(behind))
    for (sentence, text), after in zip(told, behind, strict=True):
        found = find_correction(text)
        misstated = find_misstated(text) if found is not None and found.value is None else None
        if misstated is None:
            continue
        wrong, right = text[slice(*misstated)], f"{text[misstated[1] :]} {after}"
        names = frozenset(word.folded.removesuffix("'s") for word in find_words(wrong) if word.is_name)
        words = frozenset(content_words(wrong)) - names - office_words()
        if names and 0 < len(words) <= MOST_WORDS:
            yield _Retraction(report, sentence, text, names, words, frozenset(content_words(right)))


def _still_told(case: Case, note: _Retraction) -> Iterator[tuple[str, Span]]:
    """The first sentence of each other report that says it of the same one, and not as it was put right."""
    for report, reading in case.readings.items():
        for sentence in reading.sentences if report != note.report else ():
            text = case.text_of(report, sentence)
            words = set(content_words(text))
            is_righted = find_correction(text) is not None or words & (note.right - note.names)
            if words & note.names and not is_righted and _has_all(words, note.wrong):
                yield report, sentence
                break


def _has_all(words: Collection[str], wrong: Collection[str]) -> bool:
    """Whether each of the wrong words, or another that means the same, is among a sentence's."""
    return all(any(word == other or are_near(word, other) for other in words) for word in wrong)


def _first_of(case: Case, note: _Retraction) -> Span | None:
    """The first sentence of the report that names the one whom it is about."""
    for sentence in case.readings[note.report].sentences:
        if set(content_words(case.text_of(note.report, sentence))) & note.names:
            return sentence
    return None
