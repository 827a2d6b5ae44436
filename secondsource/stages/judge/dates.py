"""Findings on dates: weekdays that do not fit, events dated differently, ages that no birth year allows."""

import re
from calendar import monthrange
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from secondsource.model.dates import PartialDate, write_day
from secondsource.model.findings import Evidence, Finding, Point, Statement
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.moments import find_moments
from secondsource.text.rarity import rarity
from secondsource.text.tenses import tells_past
from secondsource.text.weekdays import DatedWeekday, find_dated_weekdays
from secondsource.text.wordings import content_words, find_shared

SURE = timedelta(days=45)
"""So near its report, a day without a year is of no other year."""
LIKELY = timedelta(days=150)
"""So near, it is of no other year where its paragraph tells of none."""
OTHER_YEAR = re.compile(
    r"\b(?:(?P<year>1[5-9]\d\d|20\d\d)|years?\s(?:ago|before|earlier|later|after|on)|(?:last|that|next|every|each|previous|following)\syear)\b",
    re.IGNORECASE,
)
"""Words by which a day beside them may be of another year."""
LEAST_MATTER = 5.0
"""Rarity, summed up, of the words in common of two sentences on one day."""
LEAP_YEAR = 2000
"""A year that has every day."""
_SAID = re.compile(r"\b(?:said|told|announced|added|wrote)\b")
"""Verbs that are of him who tells of a day, and not of the day."""
_NO_DAY = re.compile(r"\b(?:no\ssuch|not\sexist|never\sexisted|there\sis\sno|n['’]t\sexist)\b", re.IGNORECASE)
"""Words by which the report says itself that no calendar has the day."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def judge_weekdays(case: Case, settings: Judge) -> Iterator[Finding]:
    """One finding for each date that some report gives a wrong weekday; reports that have it right stand beside it."""
    wrong: dict[date, list[tuple[str, DatedWeekday]]] = {}
    right: dict[date, list[tuple[str, DatedWeekday]]] = {}
    unsure: dict[date, list[tuple[str, DatedWeekday]]] = {}
    for report in case.readings:
        for found in find_dated_weekdays(case.readings[report].report.text):
            anchor = _anchor(case, report)
            day = found.date_near(anchor or date(2000, 1, 1))
            if day is None:
                continue
            is_sure = found.year or (anchor and _is_of_its_year(case, report, found, day, anchor))
            fits = day.isoweekday() == found.weekday
            (right if fits else wrong if is_sure else unsure).setdefault(day, []).append((report, found))
    for day, places in unsure.items():
        if any(_is_same(case, one, other) for one in places for other in right.get(day, ())):
            wrong.setdefault(day, []).extend(places)
    for day in sorted(wrong):
        dated = [(report, Span(found.start, found.end)) for report, found in right.get(day, [])]
        named = {report for report, _ in (*wrong[day], *dated)}
        told = [case.text_of(report, _sentence_at(case, report, found)) for report, found in wrong[day]]
        also = _told_without_date(case, day, told, named, settings)
        yield _wrong_weekday(case, day, wrong[day], [*dated, *also])


def _is_of_its_year(case: Case, report: str, found: DatedWeekday, day: date, anchor: date) -> bool:
    """Whether a day without a year is surely that which lies nearest to the report."""
    span = Span(found.start, found.end)
    start, end = case.paragraph_of(report, span).start, case.sentence_of(report, span).end
    words = case.readings[report].report.text[start:end]
    is_of_other = any(not told["year"] or int(told["year"]) != day.year for told in OTHER_YEAR.finditer(words))
    if is_of_other or not case.is_in_body(report, span):
        return abs(day - anchor) <= SURE
    is_told_past = tells_past(_SAID.sub(" ", case.text_of(report, case.sentence_of(report, span))))
    return abs(day - anchor) <= (SURE if is_told_past and day > anchor else LIKELY)


def _is_same(case: Case, one: tuple[str, DatedWeekday], other: tuple[str, DatedWeekday]) -> bool:
    """Whether two reports tell of the same on a day of one number: then it is of one year."""
    words = [case.text_of(report, _sentence_at(case, report, found)) for report, found in (one, other)]
    return one[0] != other[0] and sum(rarity(w) for w in find_shared(*words) if w.isalpha()) >= LEAST_MATTER


def _sentence_at(case: Case, report: str, found: DatedWeekday) -> Span:
    return case.sentence_of(report, Span(found.start, found.end))


def _told_without_date(
    case: Case, day: date, told: Sequence[str], but: Collection[str], settings: Judge
) -> Iterator[tuple[str, Span]]:
    """Where other reports tell of the same, by one telling word or the story's own day, and say the right weekday."""
    weekday, matter = WEEKDAYS[day.weekday()], {word for words in told for word in content_words(words)}
    for report, reading in case.readings.items():
        for time in reading.times if report not in but else ():
            if time.value[:10] == day.isoformat() and weekday in case.text_of(report, time.span):
                sentence = case.sentence_of(report, time.span)
                shared = matter & set(content_words(case.text_of(report, sentence))) - {weekday.lower()}
                if day.isoformat() == case.story.happened_on or any(
                    rarity(w) >= settings.telling_rarity for w in shared
                ):
                    yield report, sentence
                    break


def _anchor(case: Case, report: str) -> date | None:
    """A day that the report was certainly written near: its own, or the story's."""
    for value in (case.moment_of(report), case.story.happened_on):
        day = PartialDate.from_edtf(value[:10]) if value else None
        if day is not None and day.is_day:
            return day.first
    return None


def _wrong_weekday(
    case: Case, day: date, wrong: Sequence[tuple[str, DatedWeekday]], right: Sequence[tuple[str, Span]]
) -> Finding:
    written = write_day(day)
    said = WEEKDAYS[wrong[0][1].weekday - 1]
    title = f"{written} is a {WEEKDAYS[day.weekday()]}, not a {said}"
    reasons = [f"{case.names_of(r for r, _ in wrong)}: {said}", f"The calendar: {WEEKDAYS[day.weekday()]}, {written}"]
    if right:
        reasons.append(f"{case.names_of(r for r, _ in right)}: {WEEKDAYS[day.weekday()]}")
    places = [(report, Span(found.start, found.end)) for report, found in wrong]
    shown = tuple(case.evidence(report, span) for report, span in (*places, *right))
    return Finding("date", "impossible", title, tuple(reasons), shown)


def judge_no_days(case: Case) -> Iterator[Finding]:
    """One finding for each "31 April" that no calendar has; reports with the last day of that month stand beside it."""
    wrong: dict[tuple[int | None, int, int], list[tuple[str, Span]]] = {}
    last: dict[int, list[tuple[str, Span]]] = {}
    for report, reading in case.readings.items():
        for moment in find_moments(reading.report.text):
            span = Span(moment.start, moment.end)
            if moment.month is None or moment.day is None:
                continue
            days = monthrange(moment.year or LEAP_YEAR, moment.month)[1]
            if moment.day == days:
                last.setdefault(moment.month, []).append((report, case.sentence_of(report, span)))
            elif moment.day > days and not _NO_DAY.search(case.text_of(report, case.sentence_of(report, span))):
                wrong.setdefault((moment.year, moment.month, moment.day), []).append((report, span))
    for (year, month, day), places in wrong.items():
        name, days = date(LEAP_YEAR, month, 1).strftime("%B"), monthrange(year or LEAP_YEAR, month)[1]
        title = f"There is no {day} {name}{f' {year}' if year else ''}: it has {days} days"
        named = {report for report, _ in places}
        beside = [place for place in last.get(month, []) if place[0] not in named]
        reasons = [f"{case.names_of(named)}: “{case.text_of(*places[0])}”"]
        reasons += [f"{case.names_of(report for report, _ in beside)}: {days} {name}"] if beside else []
        shown = tuple(case.evidence(*place) for place in dict.fromkeys((*places, *beside)))
        yield Finding("date", "impossible", title, tuple(reasons), shown)


def judge_datings(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """One finding for each event that reports put on dates that exclude one another."""
    for point in points:
        if point.kind == "dating" and len(point.statements) > 1:
            yield from _judge_dating(case, point)


def _judge_dating(case: Case, point: Point) -> Iterator[Finding]:
    by_value: dict[str, list[Statement]] = {}
    for statement in point.statements:
        if _is_written_out(case, statement):
            by_value.setdefault(statement.value or "", []).append(statement)
    dates = {value: day for value in by_value if (day := PartialDate.from_edtf(value))}
    apart = sorted(
        value
        for value in dates
        if any(_exclude(case, by_value, value, other) and not _both(case, by_value, value, other) for other in dates)
    )
    if len(apart) < 2:
        return
    reasons = tuple(f"{case.names_of(s.report for s in by_value[value])}: {value}" for value in apart)
    shown: tuple[Evidence, ...] = tuple(case.show_sentence(s) for value in apart for s in by_value[value])
    title = f"Different dates ({' / '.join(apart)}): {point.title}"
    yield Finding("date", "differs", title, reasons, shown, point.id)


def _exclude(case: Case, by_value: dict[str, list[Statement]], value: str, other: str) -> bool:
    """Whether two dates cannot both be: of a day whose year nobody wrote, only the day and month are held to."""
    one, two = PartialDate.from_edtf(value), PartialDate.from_edtf(other)
    if one is None or two is None or one.overlaps(two):
        return False
    if all(_has_year(case, statement) for told in (value, other) for statement in by_value[told]):
        return True
    return one.is_day and two.is_day and value[4:] != other[4:]


def _has_year(case: Case, statement: Statement) -> bool:
    year = (statement.value or "")[:4]
    return any(
        dating.event == statement.span and year in case.text_of(statement.report, dating.span)
        for dating in case.statements[statement.report].datings
    )


def _is_written_out(case: Case, statement: Statement) -> bool:
    """Whether the day or year stands in the text in figures, not as "Wednesday", "last month" or "24 years after"."""
    value = statement.value or ""
    figures = re.compile(rf"\b0?{int(value[8:])}(?:st|nd|rd|th)?\b" if len(value) == 10 else rf"\b{value[:4]}\b")
    for dating in case.statements[statement.report].datings:
        if dating.event == statement.span and dating.value == value:
            words = case.text_of(statement.report, dating.span)
            return bool(figures.search(words)) and " year" not in words
    return False


def _both(case: Case, by_value: dict[str, list[Statement]], value: str, other: str) -> bool:
    """Whether some report puts both dates into the sentence: then it tells of more than one event."""
    for statement in (*by_value[value], *by_value[other]):
        sentence = case.sentence_of(statement.report, statement.span)
        datings = case.statements[statement.report].datings
        values = {d.value for d in datings if sentence.overlaps(d.span)}
        if {value, other} <= values:
            return True
    return False
