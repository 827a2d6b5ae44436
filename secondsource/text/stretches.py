"""Stretches: two moments told one after the other and, right behind them, how long it was, whatever began or ended.

"She went down at 6.20am and was up at 2.50pm. Ten hours lay between." That the length is meant for
the two is told by how it is put, by there being no others, and by its coming near what lies between them: who writes
twelve hours for ten has miscounted, who writes two has something else in mind.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from secondsource.text.courses import IS_ALL, OTHER_END, OTHER_MATTER, find_sentences, in_order
from secondsource.text.intervals import Interval, is_wrong_length, to_interval
from secondsource.text.lengths import ToldLength, find_told_lengths
from secondsource.text.moments import Moment, find_moments, gaps

LEAST_SHARE = 0.5
"""Share of the longer of two lengths that the other must reach, to be a slip for it and no other matter."""
FEWEST_DAYS = {"day": 1, "month": 28, "year": 365}
"""For dates of each precision, the shortest unit in which the length between them is told."""
_PART_OF_DAY = r"(?:\s(?:in\sthe\s)?(?:morning|afternoon|evening|night|at\snight|on\s[A-Z][a-z]+day|[A-Z][a-z]+day))?"
_APPOSED = re.compile(
    rf"^{_PART_OF_DAY}(?:,|\s[–—-]|\s\()\s(?:(?:or|that\sis,?|which\sis|which\smakes(?:\sit)?|making\sit|a\stotal\sof|in\sall|altogether|some\sof\sit"
    r"|so)\s)?$"
)
"""Between the second moment and the length, where the one is set off behind the other."""
_SHUT = re.compile(r"(?:\slater|\son)?(?:,?\s(?:in\sall|altogether))?(?:[,.;:)]|\s[–—]|$)")
_AFTER = re.compile(rf"^{_PART_OF_DAY},?\s(?:and\s)?(?:after|for)\s(?:only\s|just\s|exactly\s)?$")
_IN_BETWEEN = re.compile(
    r"\b(?:in\sbetween|between\s(?:them|the\stwo|those|these|both)),?\s(?:there\s)?(?:were|was|lay|lie|lies|are|is|had\spassed|passed|come|came)\s$",
    re.IGNORECASE,
)
_LAY_BETWEEN = re.compile(
    r"\s(?:(?:had\s)?(?:lay|lie|lies|lain|passed|elapsed|were|are|went\sby|gone\sby)\s(?:in\s)?between|in\sbetween)\b"
)
_SUMMED = re.compile(
    r"(?:^|[;:,]\s|\s[–—]\s)(?:(?:that|this|it|which)\s(?:is|was|makes|made|had\sbeen|took|lasted|had\s(?:taken|lasted)|adds\sup\sto|comes\sto)"
    r"|all\sin\sall|in\sall|altogether|all\stold)\s?,?\s?(?:(?:it|they|he|she)\s(?:took|lasted|stayed|waited|was|were)\s|it\s|him\s|her\s|them\s|for\s|a\stotal\sof\s|only\s|just\s)*$",
    re.IGNORECASE,
)
"""From the beginning of a clause to the length, words that sum up what was told before."""
_ANEW = re.compile(r"\b(?:again|another|second|next|then|later|meanwhile|also|born|until\sthen)\b", re.IGNORECASE)
"""Between two moments, words by which they need not be the ends of one thing."""


def find_wrong_stretches(text: str, year: int | None = None) -> Iterator[Interval]:
    """Every such length of `text`, a paragraph, that its moments do not leave; `year` is that of days without one."""
    sentences = list(find_sentences(text))
    for index, (at, sentence) in enumerate(sentences):
        yield from _judge(sentence, at, len(sentence), year)
        if index + 1 < len(sentences):
            after, behind = sentences[index + 1]
            yield from _judge(text[at : after + len(behind)], at, after - at, year)


def _judge(window: str, at: int, border: int, year: int | None) -> Iterator[Interval]:
    """What is wrong in one sentence, or in two of which the second, at the `border`, has the length."""
    lengths = list(find_told_lengths(window))
    for scale in ("minutes", "days"):
        told = [one for one in lengths if one.scale == scale]
        if len(told) != 1 or (border < len(window)) != (told[0].start >= border):
            continue
        moments = [one for one in find_moments(window) if one.scale == scale and one.precision != "weekday"]
        if len(moments) != 2 or moments[0].precision != moments[1].precision or moments[1].end > told[0].start:
            continue
        since, until = in_order(moments, year)
        is_tied = _is_tied(window, moments[1], told[0], border) and not _is_of_other(window, moments, told[0])
        if is_tied and _is_slip(since, until, told[0], year) and is_wrong_length(since, until, told[0], year):
            found = to_interval(window, since, until, told[0], year)
            yield replace(found, start=at + found.start, end=at + found.end)


def _is_tied(window: str, last: Moment, told: ToldLength, border: int) -> bool:
    between, behind = window[last.end : told.start], window[told.end :]
    is_set_off = behind.startswith(", ") and _APPOSED.match(between) is not None
    if (OTHER_END.match(behind) and not is_set_off) or OTHER_MATTER.search(window[: told.start]):
        return False
    if _IN_BETWEEN.search(between) or _LAY_BETWEEN.match(behind):
        return True
    if told.start >= border > last.end:
        return bool(_SUMMED.search(window[border : told.start]) and IS_ALL.match(behind))
    if _APPOSED.match(between) and _SHUT.match(behind):
        return True
    return bool((_AFTER.match(between) or _SUMMED.search(between)) and IS_ALL.match(behind))


def _is_of_other(window: str, moments: list[Moment], told: ToldLength) -> bool:
    """Whether the two moments may be of two things, or the length is told in a unit too fine for them."""
    if _ANEW.search(window[moments[0].end : moments[1].start]):
        return True
    return told.scale == "days" and told.size < FEWEST_DAYS[moments[0].precision]


def _is_slip(since: Moment, until: Moment, told: ToldLength, year: int | None) -> bool:
    """Whether the length comes near to what lies between the two."""
    length = told.amount * told.size
    return any(
        min(length, high) >= LEAST_SHARE * max(length, low) for low, high in gaps(since, until, year) if high > 0
    )
