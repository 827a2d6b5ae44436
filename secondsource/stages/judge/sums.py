"""Findings on sums: parts that do not make their whole, and shares that their counts do not give."""

import re
from collections.abc import Iterator
from itertools import takewhile

from secondsource.model.findings import Finding
from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.breakdowns import find_wrong_breakdowns
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.presumed_shares import find_wrong_presumed_shares
from secondsource.stages.judge.remainders import find_wrong_remainders
from secondsource.stages.judge.told_shares import find_wrong_told_shares
from secondsource.text.amounts import write_amount
from secondsource.text.ballots import find_wrong_ballots
from secondsource.text.enumerations import find_wrong_enumerations
from secondsource.text.given_out import find_wrong_gifts
from secondsource.text.lists import find_wrong_lists
from secondsource.text.numerals import find_numerals
from secondsource.text.partitions import find_wrong_partitions
from secondsource.text.rarity import rarity
from secondsource.text.rates import find_rates
from secondsource.text.rough_shares import find_rough_shares, find_wrong_rough_shares, tells_rough_share
from secondsource.text.shares import Share, find_lost_majorities, find_shares, tells_share
from secondsource.text.summings import find_wrong_summings
from secondsource.text.totals import Total, find_wrong_totals
from secondsource.text.wordings import find_shared

PERCENT = "percentage"
"""The unit that figures give a percentage."""

FEWEST = 10
"""A part as small as nine may be any number, so that a share beside it tells nothing."""
TELLING_WHOLE = 50
"""From here on, a whole that another report gives with the same parts is the same whole."""
TELLING_SUM = 100
"""From here on, a number that is not round is seldom another's by chance."""
HALF = 0.5
"""Percentage points within which two shares are told as one."""
LEAST_MATTER = 8.0
"""Rarity, summed up, of the words that two sentences on one share have in common."""
PARAGRAPHS_BACK = 3
"""Paragraphs from a share that is taken for granted back to its counts."""
TELLING_PARTS = 3
"""So many parts say as much, however small the whole."""

_ITEM = re.compile(r"\s?(?:[-–—•*·▪]|\(?[a-z0-9]{1,2}[.)])\s")
"""How a line of a list begins."""
_Wrong = tuple[str, str]
"""The title of a wrong sum, and its arithmetic."""


def judge_sums(case: Case, settings: Judge) -> Iterator[Finding]:
    """One finding for each sum or share that is wrong, with every report that has it."""
    found: dict[_Wrong, list[tuple[str, Span]]] = {}
    right: dict[_Wrong, list[tuple[str, Span]]] = {}
    for report, reading in case.readings.items():
        for total, place in _wrong_totals(case, report):
            if _is_part_itself(case, report, total):
                continue
            found.setdefault(_write(total), []).extend(
                [(report, place), *_same_elsewhere(case, report, total, total.whole)]
            )
            right.setdefault(_write(total), []).extend(_same_elsewhere(case, report, total, sum(total.parts)))
            right.setdefault(_write(total), []).extend(_sum_elsewhere(case, report, sum(total.parts)))
        for wrong, place, share in _wrong_shares(case, report, settings):
            found.setdefault(wrong, []).append((report, place))
            found[wrong].extend(_taken_over(case, report, place, share))
            right.setdefault(wrong, []).extend(_percent_elsewhere(case, report, share.true))
            right.setdefault(wrong, []).extend(_share_elsewhere(case, report, share, settings))
        for wrong, place in _wrong_votes(reading):
            found.setdefault(wrong, []).append((report, place))
    for (title, arithmetic), places in found.items():
        fitting = right.get((title, arithmetic), [])
        shown = tuple(case.evidence(report, span) for report, span in dict.fromkeys((*places, *fitting)))
        reasons = [arithmetic, case.names_of(report for report, _ in places)]
        if fitting:
            reasons.append(f"{case.names_of(report for report, _ in fitting)}: has it as it comes out")
        yield Finding("arithmetic", "impossible", title, tuple(reasons), shown)


def _wrong_votes(reading: Reading) -> Iterator[tuple[_Wrong, Span]]:
    """More votes than there are voters, and majorities that are none."""
    for block in reading.report.blocks:
        for total in find_wrong_ballots(block.span.of(reading.report.text)):
            yield _write(total), Span(block.span.start + total.start, block.span.start + total.end)
    for sentence in reading.sentences:
        for share in find_lost_majorities(sentence.of(reading.report.text)):
            counted = f"{share.part:g} of {share.whole:g} is {share.true:.3g} percent, not above {share.told:.3g}"
            yield (f"No majority: {counted}", counted), sentence


def _wrong_totals(case: Case, report: str) -> Iterator[tuple[Total, Span]]:
    """Each wrong total of a sentence, or of one that goes on about the number before it: "Of these, 20 …"."""
    found = list(_wrong_sums(case, report))
    yield from found
    for block in case.readings[report].report.blocks:
        words = block.span.of(case.readings[report].report.text)
        general = find_wrong_breakdowns(case.readings[report], block.span)
        left = find_wrong_remainders(case.readings[report], block.span)
        for total in (
            *find_wrong_partitions(words),
            *find_wrong_enumerations(words),
            *find_wrong_summings(words),
            *general,
            *left,
        ):
            place = Span(block.span.start + total.start, block.span.start + total.end)
            if not any(place.overlaps(other) for _, other in found):
                found.append((total, place))
                yield total, place


def _is_part_itself(case: Case, report: str, total: Total) -> bool:
    """Whether the report has the number that the whole and its parts make together: it is one of the parts."""
    together = total.whole + sum(total.parts)
    return any(n.low == n.high == together for n in find_numerals(case.readings[report].report.text))


def _wrong_sums(case: Case, report: str) -> Iterator[tuple[Total, Span]]:
    reading = case.readings[report]
    for total in find_wrong_lists(reading.report.text):
        yield total, Span(total.start, total.end)
    for total, place in _bulleted(case, report):
        yield total, place
    for block in reading.report.blocks:
        for total in find_wrong_gifts(block.span.of(reading.report.text)):
            yield total, Span(block.span.start + total.start, block.span.start + total.end)
    before: Span | None = None
    for sentence in reading.sentences:
        start = before.start if before and _is_next(case, report, before, sentence) else sentence.start
        for total in find_wrong_totals(reading.report.text[start : sentence.end]):
            if start + total.end > sentence.start and not _is_begun_before(case, report, total, sentence):
                yield total, Span(min(sentence.start, start + total.start), sentence.end)
        before = sentence


def _bulleted(case: Case, report: str) -> Iterator[tuple[Total, Span]]:
    """Each wrong total of a paragraph that ends in a colon and the short lines of a list behind it."""
    report_text, blocks = case.readings[report].report.text, case.readings[report].report.blocks
    for index, block in enumerate(blocks):
        if not block.span.of(report_text).rstrip().endswith(":"):
            continue
        items = list(takewhile(lambda one: _ITEM.match(one.span.of(report_text)), blocks[index + 1 :]))
        if items:
            lines = (_ITEM.sub("", one.span.of(report_text)).rstrip(".;, ") for one in items)
            for total in find_wrong_totals(f"{block.span.of(report_text)} {'; '.join(lines)}"):
                yield total, Span(block.span.start, items[-1].span.end)


def _is_begun_before(case: Case, report: str, total: Total, sentence: Span) -> bool:
    """Whether the paragraph tells, before the sentence, just the number that its parts lack of the whole."""
    lacking = total.whole - sum(total.parts)
    start = case.paragraph_of(report, sentence).start
    before = case.readings[report].report.text[start : sentence.start]
    return lacking > 0 and any(number.low == number.high == lacking for number in find_numerals(before))


def _same_elsewhere(case: Case, report: str, total: Total, whole: float) -> Iterator[tuple[str, Span]]:
    """The sentences of other reports that give that whole and the same parts, however they tie them."""
    for other in case.readings:
        figures = [f for f in case.statements[other].figures if f.low is not None and f.low == f.high]
        places = [
            [case.sentence_of(other, f.span) for f in figures if f.low == value] for value in (*total.parts, whole)
        ]
        is_telling = total.whole >= TELLING_WHOLE or len(total.parts) >= TELLING_PARTS
        if other != report and is_telling and all(places):
            yield from ((other, sentence) for sentence in dict.fromkeys(own[0] for own in places))


def _sum_elsewhere(case: Case, report: str, value: float) -> Iterator[tuple[str, Span]]:
    """The sentences of other reports that tell just what the parts make, where that is no round number."""
    is_telling = value >= TELLING_SUM and value % 10
    for other in case.readings if is_telling else ():
        places = [f.span for f in case.statements[other].figures if f.low == f.high == value] if other != report else []
        yield from ((other, case.sentence_of(other, span)) for span in places[:1])


def _is_next(case: Case, report: str, before: Span, sentence: Span) -> bool:
    """Whether a sentence goes on about numbers of the one before it in its paragraph."""
    is_near = case.paragraph_of(report, before) == case.paragraph_of(report, sentence)
    return is_near and case.text_of(report, sentence).lower().startswith(("of these", "of those", "of them"))


def _write(total: Total) -> _Wrong:
    shown = " + ".join(write_amount(part) for part in total.parts)
    arithmetic = f"{shown} = {write_amount(sum(total.parts))}, not {write_amount(total.whole)}"
    return f"The parts do not make the whole: {arithmetic}", arithmetic


def _wrong_shares(case: Case, report: str, settings: Judge) -> Iterator[tuple[_Wrong, Span, Share]]:
    """Shares that their part and whole do not give, in one sentence or in one and the next."""
    text = case.readings[report].report.text
    for block in case.readings[report].report.blocks:
        words, told = block.span.of(text), set[tuple[float, float]]()
        known = (*find_shares(words, settings.share_slack), *find_rates(words, settings.share_slack))
        wrong = [share for share in known if not share.fits]
        rough = [share for share in find_wrong_rough_shares(words) if not any(_is_of(share, one) for one in known)]
        seen = [*known, *rough]
        behind = find_wrong_told_shares(case.readings[report], block.span)
        told_behind = [one for one in behind if not any(_is_of(one, other) for other in seen)]
        for share in (*wrong, *rough, *told_behind):
            if (share.part, share.told) not in told:
                told.add((share.part, share.told))
                place = Span(block.span.start + share.start, block.span.start + share.end)
                yield _to_wrong(share), place, share
    for share, place in _wrong_presumed(case, report):
        yield _to_wrong(share), place, share


def _to_wrong(share: Share) -> _Wrong:
    return f"The share does not fit: {share.counted}", share.counted


def _wrong_presumed(case: Case, report: str) -> Iterator[tuple[Share, Span]]:
    """Shares that a clause takes for granted, of counts that the paragraphs before it tell."""
    blocks = case.readings[report].report.blocks
    for at, block in enumerate(blocks):
        start = blocks[max(0, at - PARAGRAPHS_BACK)].span.start
        stretch = Span(start, block.span.end)
        for share in find_wrong_presumed_shares(case.readings[report], stretch, block.span.start - start):
            yield share, Span(start + share.start, start + share.end)


def _is_of(one: Share, other: Share) -> bool:
    """Whether the words of two shares overlap, being of one part."""
    return one.start < other.end and other.start < one.end and one.part == other.part


def _share_elsewhere(case: Case, report: str, share: Share, settings: Judge) -> Iterator[tuple[str, Span]]:
    """The sentences of other reports that give the same part and say rightly what share it is."""
    for other, reading in case.readings.items():
        for sentence in reading.sentences if other != report and share.part >= FEWEST else ():
            words = case.text_of(other, sentence)
            if tells_share(words, share, settings.share_slack) or tells_rough_share(words, share):
                yield other, sentence


def _taken_over(case: Case, report: str, place: Span, share: Share) -> Iterator[tuple[str, Span]]:
    """The sentences of other reports that tell the same wrong share of the same matter, without its counts."""
    matter = case.text_of(report, Span(case.sentence_of(report, place).start, place.end))
    for other, reading in case.readings.items():
        for sentence in reading.sentences if other != report else ():
            words = case.text_of(other, sentence)
            if any(abs(one.middle - share.told) < HALF for one in find_rough_shares(words)):
                same = [rarity(word) for word in find_shared(matter, words) if word.isalpha()]
                if len(same) > 1 and sum(same) >= LEAST_MATTER:
                    yield other, sentence


def _percent_elsewhere(case: Case, report: str, true: float) -> Iterator[tuple[str, Span]]:
    """The sentences of other reports that give the percentage which the counts give, to its last decimal."""
    for other in case.readings if round(true) != true or true % 10 else ():
        for figure in case.statements[other].figures if other != report else ():
            if figure.unit == PERCENT and figure.low == figure.high == round(true, 1):
                yield other, case.sentence_of(other, figure.span)
