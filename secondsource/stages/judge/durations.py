"""Findings on durations: a length that the two ends beside it do not leave, with the subtraction."""

from collections.abc import Iterator

from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.durations import Duration, find_durations


def judge_durations(case: Case) -> Iterator[Finding]:
    """One finding for each length that does not fit its ends, with every report that tells it so."""
    wrong: dict[tuple[str, float, float], list[tuple[str, Span, Duration]]] = {}
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            for found in find_durations(case.text_of(report, sentence)):
                if not found.is_possible:
                    key = found.measure, found.length, found.between
                    wrong.setdefault(key, []).append((report, sentence, found))
    for (measure, _, between), places in wrong.items():
        first = places[0][2]
        counted = f"{first.ends}: {between:g} {measure}, not {first.told}"
        reasons = (counted, f"{case.names_of(report for report, _, _ in places)}: “{first.told}”")
        shown = tuple(case.evidence(report, sentence) for report, sentence, _ in places)
        yield Finding("date", "impossible", f"The length does not fit its ends: {counted}", reasons, shown)
