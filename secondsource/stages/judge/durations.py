"""Findings on durations: a length, or a step to a later moment, that its ends do not leave, with the subtraction."""

from collections.abc import Collection, Iterator

from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.clock_steps import ClockStep, find_clock_steps, repeats_before
from secondsource.text.durations import Duration, find_durations, find_lengths, fits_elsewhere
from secondsource.text.laters import Step, find_wrong_orders, find_wrong_steps


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
        reasons = [counted, f"{case.names_of(report for report, _, _ in places)}: “{first.told}”"]
        right = list(_right_elsewhere(case, first))
        if right:
            told = case.text_of(*right[0])
            reasons.append(f"{case.names_of(report for report, _ in right)}: “{told}”, which fits")
        shown = tuple(case.evidence(report, sentence) for report, sentence, _ in places)
        shown += tuple(case.evidence(report, span) for report, span in right)
        yield Finding("date", "impossible", f"The length does not fit its ends: {counted}", tuple(reasons), shown)


def _right_elsewhere(case: Case, found: Duration) -> Iterator[tuple[str, Span]]:
    """Where reports give the same thing the length that its ends leave: "her seven-year term"."""
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            words = case.text_of(report, sentence)
            if fits_elsewhere(words, found) or any(_is_right(other, found) for other in find_durations(words)):
                yield report, sentence
                continue
            for length in find_lengths(sentence.of(reading.report.text)):
                is_it = bool(found.noun) and length.measure == found.measure and length.noun == found.noun
                if is_it and length.amount == found.between:
                    yield report, Span(sentence.start + length.start, sentence.start + length.end)


def _is_right(other: Duration, found: Duration) -> bool:
    """Whether another length is what lies between the ends of the wrong one, and lies between its own."""
    return other.is_possible and (other.measure, other.between) == (found.measure, found.between)


def judge_steps(case: Case) -> Iterator[Finding]:
    """One finding for each "nine minutes later" that no moment told before it allows, with every report that has it."""
    wrong: dict[tuple[float, str], list[tuple[str, Span, Step]]] = {}
    for report, reading in case.readings.items():
        for block in reading.report.blocks:
            text = block.span.of(reading.report.text)
            for step in (*find_wrong_steps(text), *find_wrong_orders(text)):
                place = Span(block.span.start + step.start, block.span.start + step.end)
                key = step.between, " ".join(step.told.split()[:2]).lower()
                wrong.setdefault(key, []).append((report, place, step))
    for places in wrong.values():
        first = places[0][2]
        between = f"{first.between:g} {first.measure}" if first.between >= 0 else f"{-first.between:g} days before it"
        counted = f"from {first.since} to {first.until}: {between}, not {first.told}"
        reasons = [counted, f"{case.names_of(report for report, _, _ in places)}: “{first.told}”"]
        others = list(_both_told(case, first, {report for report, _, _ in places}))
        if others:
            reasons.append(f"{case.names_of(report for report, _ in others)}: the same two moments")
        shown = tuple(case.evidence(report, place) for report, place, _ in places)
        shown += tuple(case.evidence(report, sentence) for report, sentence in others)
        yield Finding("date", "impossible", f"The step does not fit its ends: {counted}", tuple(reasons), shown)


def _both_told(case: Case, step: Step, but: Collection[str]) -> Iterator[tuple[str, Span]]:
    """The sentences of other reports that name both moments."""
    for report, reading in case.readings.items():
        for sentence in reading.sentences if report not in but else ():
            words = case.text_of(report, sentence)
            if step.since in words and step.until in words:
                yield report, sentence


def judge_clock_steps(case: Case) -> Iterator[Finding]:
    """One finding for each "at 7.20, half an hour before … at 6.42", with the reports that put it at another hour."""
    wrong: dict[tuple[str, str, str], list[tuple[str, Span, ClockStep]]] = {}
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            for step in find_clock_steps(case.text_of(report, sentence)):
                if not step.is_possible:
                    wrong.setdefault((step.first, step.second, step.told), []).append((report, sentence, step))
    for places in wrong.values():
        report, sentence, step = places[0]
        counted = f"{step.first} is not {step.told} {step.second}"
        reasons = [counted, case.names_of(report for report, _, _ in places)]
        others = list(_same_hour(case, case.text_of(report, sentence), step, {report for report, _, _ in places}))
        reasons += [f"{case.name_of(other)}: “{case.text_of(other, span)}”" for other, span in others]
        shown = tuple(case.evidence(*place) for place in (*(told[:2] for told in places), *others))
        yield Finding("date", "impossible", f"The hours do not fit: {counted}", tuple(reasons), shown)


def _same_hour(case: Case, words: str, step: ClockStep, but: Collection[str]) -> Iterator[tuple[str, Span]]:
    """The first sentence of each other report that has the first hour, or another for the same thing."""
    for report, reading in case.readings.items():
        for sentence in reading.sentences if report not in but else ():
            other = case.text_of(report, sentence)
            if f" {step.first} " in other or repeats_before(words, step, other):
                yield report, sentence
                break
