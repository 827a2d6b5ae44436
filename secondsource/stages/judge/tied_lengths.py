"""Findings on lengths whose ends stand in other sentences or reports: "lasted two hours", "a week after the fire"."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from secondsource.model.findings import Evidence, Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.timelines import Dated, Timelines, days_between, gaps_between, is_of_story
from secondsource.text.lengths import MONTH, YEAR, ToldLength, find_told_lengths
from secondsource.text.lexicon import load_lexicon
from secondsource.text.tenses import tells_past
from secondsource.text.tied_lengths import TiedLength, find_terms, find_tied_lengths

AROUND = timedelta(days=3)
"""A report tells of days around its own."""
MOST_MOMENTS = 4
"""More moments around a length than these, and it may be between others."""
NEAR, FAR = 0.6, 0.2
"""Share of the longer of two lengths that the other must reach to be a slip for it, tied loosely or fast."""
SLACK_OF_TERM = 0.6
"""Share of a year by which a contract may begin later than it is told of."""
FIRST_WORDS = 3
"""Words of the clause up to which something lasts: what follows them may be of the sentence around it."""
_NOW = re.compile(r"\b(?:comes?|now|today|has|have|is|are)\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:again|last|back|finally|over|stood\sup|gave\s(?:it\s)?up|hands\sup|ended|finished|stopped|(?:broke|broken)\s(?:off|up)|called\soff|adjourned|concluded"
    r"|put\sout|under\scontrol|restored|released|freed|surrendered|lifted|came\son|took\soff|until|till"
    r"|arrived|reached|got\s(?:to|there)|landed|docked|moored|made\sfast|pulled\sin|drew\sin|came\sin|was\sthere|were\sthere)\b",
    re.IGNORECASE,
)
"""Words of a clause that tells how something ended."""
_NEEDED = re.compile(r"\b(?:needed|required)\b")
"""What is needed for a part of something may be less than lies between its ends."""
_NEXT_CLAUSE = re.compile(r"[a-z],\s(?:and|but)\b")
"""Behind "three years later" and what came then, how a clause begins that tells of another time."""
_IT = re.compile(r"(?:[“\"]\s?)?(?:It|They|He|She|The)\b")


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A length at `span` of a report, what it is told between, and the least and most that lies there.

    `moments` names those ends that are not the day of the report itself.
    """

    report: str
    span: Span
    length: ToldLength
    since: str
    until: str
    gap: tuple[float, float]
    ends: tuple[tuple[str, Span], ...]
    moments: str


def judge_tied_lengths(case: Case, told: Collection[Evidence]) -> Iterator[Finding]:
    """One finding for each such length that no two moments leave; none of what was `told` before."""
    timelines = Timelines(case)
    found: dict[tuple[str, float, float], list[_Wrong]] = {}
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            if any(one.report == report and one.span.overlaps(sentence) for one in told):
                continue
            for wrong in _wrong(timelines, report, sentence):
                found.setdefault((wrong.moments, wrong.length.amount, wrong.length.size), []).append(wrong)
    for places in found.values():
        yield _finding(case, places)


def _wrong(timelines: Timelines, report: str, sentence: Span) -> Iterator[_Wrong]:
    words = sentence.of(timelines.case.readings[report].report.text)
    for tied in find_tied_lengths(words):
        span = Span(sentence.start + tied.length.start, sentence.start + tied.length.end)
        if tied.tie == "course" and not tied.event:
            yield from _wrong_course(timelines, report, sentence, span, tied)
        elif tied.tie in ("course", "until"):
            yield from _wrong_until(timelines, report, sentence, span, tied)
        elif tied.tie == "later":
            yield from _wrong_later(timelines, report, sentence, span, tied)
        else:
            yield from _wrong_distance(timelines, report, sentence, span, tied)
    for length, at in find_terms(words):
        span = Span(sentence.start + length.start, sentence.start + length.end)
        yield from _wrong_term(timelines, report, sentence, span, length, sentence.start + at)


def _wrong_course(timelines: Timelines, report: str, sentence: Span, span: Span, tied: TiedLength) -> Iterator[_Wrong]:
    """What lasted, in a paragraph that tells when it began and ended."""
    near = _fellows(timelines, report, sentence, tied.length, back=2, ahead=2)
    pairs = [(one, other) for at, one in enumerate(near) for other in near[at + 1 :]]
    ways = [gap for one, other in pairs for gap in gaps_between(one, other)]
    if not 2 <= len(near) <= MOST_MOMENTS or not ways or _fits_any(tied, ways, is_step=False):
        return
    is_needed = _NEEDED.search(timelines.case.text_of(report, Span(sentence.start, span.start)))
    if is_needed and any(tied.length.least <= high for _, high in ways):
        return
    ends = [(one, other) for one, other in pairs if _begins(timelines, one) and _ends(timelines, other)]
    if ends and _is_slip(tied.length, gaps_between(*ends[0]), FAR):
        yield _to_wrong(timelines, report, span, tied.length, *ends[0])


def _wrong_until(timelines: Timelines, report: str, sentence: Span, span: Span, tied: TiedLength) -> Iterator[_Wrong]:
    """What lasted until something, of which it is told elsewhere when it was."""
    ends = timelines.find_event(tied.event, sentence, FIRST_WORDS)
    ends = [one for one in ends if one.moment.scale == tied.length.scale]
    ends = [one for one in ends if one.report == report] or ends
    inside = [one for one in timelines.told[report] if one.sentence == sentence and one.span.start > span.end]
    ends = [one for one in inside if one.moment.scale == tied.length.scale] or ends
    if not ends or len({_name(one) for one in ends}) > 1:
        return
    until, since = ends[0], timelines.around(ends[0])
    for other in timelines.same_elsewhere(until) if not since else ():
        until, since = (other, told) if (told := timelines.around(other)) else (until, since)
    ways = [gap for one in since for gap in gaps_between(one, until)]
    if ways and len(since) <= MOST_MOMENTS and not _fits_any(tied, ways, is_step=False):
        near = [one for one in since if _is_slip(tied.length, gaps_between(one, until), FAR)]
        if near:
            yield _to_wrong(timelines, report, span, tied.length, near[-1], until)


def _wrong_later(timelines: Timelines, report: str, sentence: Span, span: Span, tied: TiedLength) -> Iterator[_Wrong]:
    """A "nine years later he resigned", in a paragraph that tells what it is counted from, of a day or of now."""
    if tied.length.scale != "days" or tied.length.size < MONTH:
        return
    case = timelines.case
    before = [one for one in timelines.near(report, sentence, 2, 0) if one.span.end <= span.start]
    paragraph = case.paragraph_of(report, sentence)
    before = [one for one in before if one.moment.year and one.days and paragraph.contains(one.span)]
    own = [one for one in timelines.told[report] if one.sentence == sentence and one.span.start >= span.end]
    own = [
        one for one in own if one.days and not _NEXT_CLAUSE.search(case.text_of(report, Span(span.end, one.span.start)))
    ]
    today = timelines.now(report)
    if not before or len(before) > 2 or today is None or not tells_past(case.text_of(report, sentence).split(", “")[0]):
        return
    until = own[0].days if own else None
    if until is None and is_of_story(case, report, sentence):
        until = (today, today)
    ways = [gap for one in before if one.days for gap in days_between(one.days, until or (today, today))]
    is_late = until is None and all(high < tied.length.least - tied.length.size for _, high in ways)
    is_off = until is not None and not _fits_any(tied, ways, is_step=False) and _is_slip(tied.length, ways, NEAR)
    if is_late or is_off:
        yield _to_wrong(timelines, report, span, tied.length, before[-1], own[0] if own else today)


def _wrong_distance(
    timelines: Timelines, report: str, sentence: Span, span: Span, tied: TiedLength
) -> Iterator[_Wrong]:
    """A "three weeks after the fire", where the reports say when the fire was."""
    case = timelines.case
    scale = tied.length.scale
    events = [one for one in timelines.find_event(tied.event, sentence) if one.moment.scale == scale]
    events = [one for one in events if one.days or scale == "minutes"]
    if not events or len({_name(one) for one in events}) > 1:
        return
    own = [one for one in timelines.told[report] if one.sentence == sentence and one.span.end <= span.start]
    own = [one for one in own if one.moment.scale == scale and (one.days or scale == "minutes")]
    today = timelines.now(report)
    event, base = events[0], own[-1] if own else None
    before = case.text_of(report, Span(sentence.start, span.start))
    if base is not None:
        ways = gaps_between(event, base) if tied.tie == "after" else gaps_between(base, event)
    elif today and event.days and tied.tie == "after" and _NOW.search(before):
        ways = days_between(event.days, (today - AROUND, today))
    else:
        return
    is_step = base is not None and tied.length.size <= 1
    if ways and not _fits_any(tied, ways, is_step=is_step) and _is_slip(tied.length, ways, FAR):
        yield _to_wrong(timelines, report, span, tied.length, event, base or today or date.min)


def _wrong_term(
    timelines: Timelines, report: str, sentence: Span, span: Span, length: ToldLength, at: int
) -> Iterator[_Wrong]:
    """A "four-year contract until June 2032", told five years before."""
    own = [one for one in timelines.told[report] if one.sentence == sentence]
    until = next((one for one in own if 0 <= one.span.start - at <= 1 and one.days), None)
    today = timelines.now(report)
    if until is None or until.days is None or today is None or len(own) > 1 or length.size != YEAR:
        return
    low, high = days_between((today, today), until.days)[0]
    slack, told = SLACK_OF_TERM * YEAR, length.amount * YEAR
    if low > 0 and not low - slack <= told <= high + slack:
        yield _to_wrong(timelines, report, span, length, today, until)


def _fellows(
    timelines: Timelines, report: str, sentence: Span, length: ToldLength, *, back: int, ahead: int
) -> list[Dated]:
    """The moments near a length, of its scale and its paragraph."""
    paragraph = timelines.case.paragraph_of(report, sentence)
    near = timelines.near(report, sentence, back, ahead)
    return [one for one in near if one.moment.scale == length.scale and paragraph.contains(one.span)]


def _fits_any(tied: TiedLength, ways: Sequence[tuple[float, float]], *, is_step: bool) -> bool:
    return any(tied.length.fits(low, high, as_step=is_step) for low, high in ways)


def _is_slip(length: ToldLength, ways: Sequence[tuple[float, float]], least: float) -> bool:
    """Whether a length comes near to one of those that are meant."""
    told = length.amount * length.size
    return any(min(told, high) >= least * max(told, low) for low, high in ways if high > 0)


@cache
def _beginnings() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load_lexicon("courses")["begin"]["verbs"]) + r")\b", re.IGNORECASE)


def _begins(timelines: Timelines, one: Dated) -> bool:
    return bool(_beginnings().search(_clause(timelines, one)) or _IT.match(_clause(timelines, one)))


def _ends(timelines: Timelines, one: Dated) -> bool:
    return bool(_ENDED.search(_clause(timelines, one)))


def _clause(timelines: Timelines, one: Dated) -> str:
    """The clause that a moment stands in, up to the semicolons around it."""
    text = timelines.case.readings[one.report].report.text
    start = max(text.rfind(";", one.sentence.start, one.span.start) + 1, one.sentence.start)
    end = text.find(";", one.span.end, one.sentence.end)
    return text[start : end if end >= 0 else one.sentence.end].strip()


def _name(one: Dated) -> str:
    return f"{one.moment.minute}" if one.moment.minute is not None else f"{one.days}"


def _to_wrong(
    timelines: Timelines, report: str, span: Span, length: ToldLength, since: Dated | date, until: Dated | date
) -> _Wrong:
    case = timelines.case
    told = [
        case.text_of(end.report, end.span) if isinstance(end, Dated) else f"{end:%-d %B %Y}" for end in (since, until)
    ]
    ends = tuple((end.report, end.sentence) for end in (since, until) if isinstance(end, Dated))
    days = [end.days if isinstance(end, Dated) else (end, end) for end in (since, until)]
    if length.scale == "minutes" and isinstance(since, Dated) and isinstance(until, Dated):
        ways = gaps_between(since, until)
    else:
        ways = days_between(days[0], days[1]) if days[0] and days[1] else []
    meant = length.amount * length.size
    gap = min(ways, key=lambda way: abs(way[0] - meant), default=(0.0, 0.0))
    moments = " ".join(_name(end) for end in (since, until) if isinstance(end, Dated))
    return _Wrong(report, span, length, told[0], told[1], gap, ends, moments)


def _finding(case: Case, places: Sequence[_Wrong]) -> Finding:
    first = places[0]
    told = case.text_of(first.report, first.span)
    counted = f"from {first.since} to {first.until}: {_write(first)}, not {told[:1].lower()}{told[1:]}"
    reasons = [counted, f"{case.names_of(one.report for one in places)}: “{told}”"]
    own = [(one.report, case.sentence_of(one.report, one.span)) for one in places]
    ends = [end for one in places for end in one.ends]
    right = list(_right(case, first, own))
    if right:
        reasons.append(f"{case.names_of(report for report, _ in right)}: “{case.text_of(*right[0])}”, which fits")
    shown = tuple(case.evidence(*place) for place in dict.fromkeys((*own, *ends, *right)))
    return Finding("date", "impossible", f"The length does not fit its ends: {counted}", tuple(reasons), shown)


def _write(wrong: _Wrong) -> str:
    low, high = abs(wrong.gap[0]), abs(wrong.gap[1])
    if wrong.length.scale == "minutes":
        return f"{low:g} minutes" if low < 120 else f"{low / 60:.3g} hours"
    if high >= YEAR:
        return f"about {(low + high) / 2 / YEAR:.2g} years"
    return f"{low:g} days" if low == high else f"{low:g} to {high:g} days"


def _right(case: Case, wrong: _Wrong, own: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """The first sentence of each other report with a length in as fine a unit that does lie between the two ends."""
    low, high = wrong.gap
    for report, reading in case.readings.items():
        for sentence in reading.sentences if report not in {r for r, _ in own} else ():
            lengths = find_told_lengths(sentence.of(reading.report.text))
            same = (one for one in lengths if one.scale == wrong.length.scale and one.amount > 1)
            if any(one.fits(low, high, as_step=True) for one in same):
                yield report, sentence
                break
