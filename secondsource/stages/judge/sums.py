"""Findings on sums: parts that do not make their whole, and percentages that their counts do not give."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.amounts import write_amount
from secondsource.text.lexicon import load_lexicon

PERCENT = "percentage"
_OF = re.compile(r"^(?:of|from)\s(?:[\w'’-]+\s){0,5}$")
_LEAD = re.compile(r"(?:^|[.;:]\s)of (?:the|those|these|its|their) $", re.IGNORECASE)
_OUT_OF = re.compile(r"\s(?:[a-z]+\s)?(?:of|out of)\s(?:the|its|their|these|those)\s")
_NOUN = re.compile(r"[-\s](?!and\s)[a-z]")
_APART = re.compile(r"[.!?]\s")


def judge_sums(case: Case, settings: Judge) -> Iterator[Finding]:
    """One finding for each sum or percentage that is wrong, with every report that has it."""
    found: dict[tuple[str, str], list[tuple[str, Span]]] = {}
    for report, reading in case.readings.items():
        told = case.statements[report].figures
        figures = [f for f in told if f.low is not None and f.low == f.high]
        for sentence in reading.sentences:
            inside = [f for f in told if f.high is not None and f.low in (None, f.high) and sentence.contains(f.span)]
            for sums in _sums_in(reading.report.text, sentence, inside, settings):
                found.setdefault(sums, []).append((report, sentence))
        for sums, span in _shares_in(reading.report.text, figures, settings):
            found.setdefault(sums, []).append((report, span))
    for (title, arithmetic), places in found.items():
        shown = tuple(case.evidence(report, span) for report, span in dict.fromkeys(places))
        reasons = (arithmetic, case.names_of(report for report, _ in places))
        yield Finding("arithmetic", "impossible", title, reasons, shown)


@cache
def _phrases(table: str) -> re.Pattern[str]:
    words = sorted(load_lexicon("sums")[table]["phrases"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE)


def _sums_in(text: str, sentence: Span, figures: Sequence[Figure], settings: Judge) -> Iterator[tuple[str, str]]:
    for index, whole in enumerate(figures):
        if index and _is_out_of(text, figures[index - 1], whole):
            shares = [figures[index - 1], *(f for f in figures[index + 1 :] if _is_part(f, whole))]
            if len(shares) > 2 and _is_listed(text, shares[1:]) and _is_bare(text, shares[2:]):
                yield from _compare(whole, shares, may_be_less=True, settings=settings)
            continue
        later = figures[index + 1 :]
        if later and _is_out_of(text, whole, later[0]):
            later = later[1:]
        after = [f for f in later if _is_part(f, whole)]
        before = [f for f in figures[:index] if _is_part(f, whole)]
        tie = _tie_after(text, sentence, whole, later)
        if tie and len(after) >= 2 and after[0] is later[0] and _is_listed(text, after):
            yield from _compare(whole, after, may_be_less=tie == "open", settings=settings)
        elif len(before) >= 2 and _is_listed(text, before) and _tie_before(text, before[-1], whole, sentence):
            yield from _compare(whole, before, may_be_less=False, settings=settings)


def _is_bare(text: str, parts: Sequence[Figure]) -> bool:
    """Whether the numbers stand without nouns of their own: "Harvest 30, the Left seven and the Greens four"."""
    return all(not _NOUN.match(text, part.span.end) for part in parts)


def _is_out_of(text: str, part: Figure, whole: Figure) -> bool:
    """Whether the one is said to be so many of the other: "420 of the 1,150 jobs"."""
    return bool(_OUT_OF.fullmatch(text[part.span.end : whole.span.start]))


def _value(figure: Figure) -> float:
    return figure.high if figure.high is not None else 0.0


def _is_part(part: Figure, whole: Figure) -> bool:
    """Whether a figure can be a part of the other: no larger, and of its unit or, as in "20 men", of the same kind."""
    if part.unit is not None and part.unit != whole.unit:
        return False
    return _value(whole) / 1000 <= _value(part) <= _value(whole) and part.bound == "exact"


def _tie_after(text: str, sentence: Span, whole: Figure, later: Sequence[Figure]) -> str | None:
    """How the figures after `whole` are tied to it: as "all" of it, "open" as some of it, or None."""
    if not later:
        return None
    between = text[whole.span.end : later[0].span.start]
    if _LEAD.search(text[sentence.start : whole.span.start]) and len(between) <= 60:
        return "open"
    if _phrases("open_parts").search(between):
        return "open"
    marks = load_lexicon("sums")["whole_then_parts"]["marks"]
    near = "" if ")" in between else between[-25:]
    if len(between) <= 60 and (_phrases("whole_then_parts").search(near) or any(mark in near for mark in marks)):
        return "all"
    return None


def _tie_before(text: str, last: Figure, whole: Figure, sentence: Span) -> bool:
    before = text[last.span.end : whole.span.start]
    after = text[whole.span.end : sentence.end][:40]
    pattern = _phrases("parts_then_whole")
    return bool(
        pattern.search(before[-30:]) or re.match(r"\W{0,2}(?:\w+\s){0,2}(?:in total|in all|altogether)\b", after)
    )


def _is_listed(text: str, parts: Sequence[Figure]) -> bool:
    """Whether commas or "and" stand between the parts, and no sentence ends between them."""
    gaps = [text[one.span.end : other.span.start] for one, other in pairwise(parts)]
    return all(("," in gap or " and " in gap or ";" in gap) and not _APART.search(gap) for gap in gaps)


def _compare(
    whole: Figure, parts: Sequence[Figure], *, may_be_less: bool, settings: Judge
) -> Iterator[tuple[str, str]]:
    total, summed = _value(whole), sum(_value(part) for part in parts)
    slack = settings.sum_slack * total
    if summed > total + slack or (not may_be_less and summed < total - slack):
        shown = " + ".join(write_amount(_value(part)) for part in parts)
        arithmetic = f"{shown} = {write_amount(summed)}, not {write_amount(total)}"
        yield f"The parts do not make the whole: {arithmetic}", arithmetic


def _shares_in(text: str, figures: Sequence[Figure], settings: Judge) -> Iterator[tuple[tuple[str, str], Span]]:
    """Percentages between a count and the whole that they are of: "1,200 jobs, or 15 percent of its 8,000"."""
    for index, share in enumerate(figures):
        if share.unit != PERCENT or not 0 < index < len(figures) - 1:
            continue
        part, whole = figures[index - 1], figures[index + 1]
        if part.unit == PERCENT or whole.unit != part.unit or not 0 < _value(part) < _value(whole):
            continue
        if not _OF.match(text[share.span.end : whole.span.start].lstrip(" %")) or not _is_tied(text, part, share):
            continue
        true = 100 * _value(part) / _value(whole)
        if abs(true - _value(share)) > settings.share_slack + (1.0 if share.bound != "exact" else 0.0):
            counted = f"{write_amount(_value(part))} of {write_amount(_value(whole))}"
            arithmetic = f"{counted} is {true:.3g} percent, not {_value(share):g}"
            yield (f"The percentage does not fit: {arithmetic}", arithmetic), Span(part.span.start, whole.span.end)


def _is_tied(text: str, part: Figure, share: Figure) -> bool:
    """Whether little but "or", "that is" and the like stands between the count and its percentage."""
    between = text[part.span.end : share.span.start]
    if "(" in between[-3:]:
        return True
    last = re.split(r"[,.;(–—]\s", between)[-1]
    return len(between) <= 120 and bool(_phrases("share").match(last.strip())) and len(last.split()) <= 4
