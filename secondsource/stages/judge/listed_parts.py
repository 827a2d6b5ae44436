"""Listed parts: three counts or more told in a row, held against a whole that another sentence or report tells.

That a row is all of its whole is shown by words that shut it ("with no cases elsewhere"), by the whole being told as of
so many parts ("in three wings"), by a report that has the whole as it comes out, or by the row's being too much.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.model.findings import Evidence, Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.breakdowns import is_parted
from secondsource.stages.judge.cases import Case, Place
from secondsource.stages.judge.counts import Count, find_counts
from secondsource.text.amounts import write_amount
from secondsource.text.bounds import find_bound_before
from secondsource.text.lexicon import load_lexicon
from secondsource.text.offices import office_words
from secondsource.text.rarity import rarity
from secondsource.text.slips import is_round_slip
from secondsource.text.thesaurus import are_near
from secondsource.text.totals import half_step
from secondsource.text.wordings import find_shared

FEWEST, MOST = 3, 9
"""Parts of a row: fewer come near a number by chance."""
LEAST = 10
"""A smaller whole is nearly made by any numbers."""
NEAR = 0.06
"""Share of a whole by which a row that is shut may miss it."""
TINY = 0.01
"""Share of a whole below which a part is another thing's."""
LEAST_MATTER = 5.0
"""Rarity, summed up, of the words in common of a row and a whole whose things are not named alike."""
_PARTS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SHUT = re.compile(
    r"\bno\s(?:[a-z]+\s){0,3}(?:elsewhere|anywhere\selse)\b|\bnone\s(?:elsewhere|anywhere)\b|\bno\sothers?\b|\bothers?\s[^.;]{0,30}\b(?:not|no)\b"
    r"|\b(?:breaks?|broke|broken)\sdown\b|\bconsist(?:s|ed)?\sof\b|\bmade\sup\b|\bmakes?\sup\b|\bcomprises?d?\b|\b(?:the|its)\s(?:remaining|rest)\b"
    r"|\bin\sall\b|\baltogether\b|\b(?:divided|split)\b|\bthe\sother\s(?!day\b)",
    re.IGNORECASE,
)
"""Words by which a row is all of its whole."""
_OPEN = re.compile(
    r"\b(?:among|including|includes?|some|several|many|mostly|mainly|each(?!\s(?:year|month|week|day|time|season)\b)|apiece|at\sleast|only|alone|behind|ahead|than)\b"
)
"""Words by which it is not."""
_MORE = re.compile(r"\s(?:more|fewer|less|higher|lower|ahead|behind)\b")
"""Right behind a number that is a difference."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A count of a report, its sentence, and by how much it may be rounded."""

    report: str
    sentence: Span
    count: Count

    slack: float

    @property
    def value(self) -> float:
        return self.count.number.low


@dataclass(frozen=True, slots=True)
class _Row:
    """Counts told one after the other, and the stretch of text that they stand in."""

    parts: tuple[_Told, ...]
    words: str

    @property
    def sum(self) -> float:
        return round(sum(part.value for part in self.parts), 6)


def judge_listed_parts(case: Case, told: Collection[Evidence]) -> Iterator[Finding]:
    """One finding for each whole that a row of its parts does not make, with the reports that have it right."""
    shown = {(one.report, sentence) for one in told for sentence in case.sentences_in(one)}
    counts = [list(_counts_of(case, report)) for report in case.readings]
    rows = [row for blocks in counts for block in blocks for row in _rows(case, block)]
    every = [one for blocks in counts for block in blocks for one in block]
    found: dict[str, list[Place]] = {}
    for row in rows:
        for whole in every:
            if (
                _is_near(whole, row)
                and (whole.report, whole.sentence) not in shown
                and _is_whole(case, whole, row, every)
            ):
                sides = " + ".join(write_amount(part.value) for part in row.parts)
                counted = f"{sides} = {write_amount(row.sum)}, not {write_amount(whole.value)}"
                right = [one for one in every if one.value == row.sum and _are_alike(whole.count, one.count)]
                places = [(one.report, one.sentence) for one in (whole, *row.parts, *right)]
                found.setdefault(counted, []).extend(places)
    for counted, places in found.items():
        evidence = tuple(case.evidence(*place) for place in dict.fromkeys(places))
        reasons = (counted, case.names_of(report for report, _ in places))
        yield Finding("arithmetic", "impossible", f"The parts do not make the whole: {counted}", reasons, evidence)


def _counts_of(case: Case, report: str) -> Iterator[list[_Told]]:
    """The counts of a report that are of no bound, paragraph by paragraph."""
    reading = case.readings[report]
    for block in reading.report.blocks:
        text = block.span.of(reading.report.text)
        yield [
            _Told(report, case.sentence_of(report, _place(block.span, one)), one, _slack(text, one))
            for one in find_counts(reading, block.span, fewest=1)
            if not (find_bound_before(text, one.number.start) or _MORE.match(text, one.number.end))
        ]


def _slack(text: str, count: Count) -> float:
    return FEWEST * half_step(text[count.number.start : count.number.end], count.number)


def _place(block: Span, count: Count) -> Span:
    return Span(block.start + count.number.start, block.start + count.number.end)


def _rows(case: Case, counts: Sequence[_Told]) -> Iterator[_Row]:
    """The longest rows of a paragraph whose counts may be parts of one thing; whole, without the first, and from the
    beginning of each sentence.
    """
    start = 0
    while start < len(counts):
        end = start + 1
        while end < len(counts) and _go_together(counts[start:end], counts[end]):
            end += 1
        begun = [at for at in range(start + 1, end) if counts[at].sentence != counts[at - 1].sentence]
        for first in sorted({start, start + 1, *begun}):
            if FEWEST <= end - first <= MOST:
                stretch = Span(counts[first].sentence.start, counts[end - 1].sentence.end)
                yield _Row(tuple(counts[first:end]), case.text_of(counts[first].report, stretch))
        start = end


def _go_together(row: Sequence[_Told], one: _Told) -> bool:
    is_next = one.count.sentence - row[-1].count.sentence <= 1
    return is_next and all(_are_alike(other.count, one.count) for other in row)


def _are_alike(one: Count, other: Count) -> bool:
    """Whether two counts may be of the same things: in one unit, or under one noun, or under none."""
    if one.unit or other.unit:
        return one.unit == other.unit
    if not one.noun or not other.noun or one.noun == other.noun or are_near(one.noun, other.noun):
        return True
    return {one.noun, other.noun} <= _people()


@cache
def _people() -> frozenset[str]:
    return frozenset(load_lexicon("tallies")["people"]["words"]) | office_words()


def _is_near(whole: _Told, row: _Row) -> bool:
    """Whether a row nearly makes a count, and none of it is a trifle beside that."""
    values = [part.value for part in row.parts]
    is_missed = whole.slack < abs(row.sum - whole.value) <= NEAR * whole.value
    return is_missed and whole.value >= LEAST and TINY * whole.value <= min(values) and max(values) < whole.value


def _is_whole(case: Case, whole: _Told, row: _Row, every: Sequence[_Told]) -> bool:
    """Whether a count is meant for what a row makes, and is not; nothing in the row's report makes it right."""
    over, report = row.sum - whole.value, row.parts[0].report
    if whole in row.parts or _OPEN.search(row.words) or not is_parted([part.count for part in row.parts]):
        return False
    if any(one.value in (row.sum, abs(over)) and one.report == report for one in every):
        return False
    if not _are_of_one(case, whole, row):
        return False
    is_divided = _is_divided(case.text_of(whole.report, whole.sentence), len(row.parts))
    is_known = any(one.value == row.sum and _are_alike(whole.count, one.count) for one in every)
    is_slip = is_round_slip(row.sum, whole.value)
    return (
        bool(_SHUT.search(row.words)) or is_divided or (is_slip and (is_known or (over > 0 and whole.report == report)))
    )


def _are_of_one(case: Case, whole: _Told, row: _Row) -> bool:
    """Whether the whole names what its parts name, or tells of the same matter."""
    if not all(_are_alike(whole.count, part.count) for part in row.parts):
        return False
    nouns = {part.count.noun for part in row.parts if part.count.noun}
    is_named = bool(whole.count.unit) or (whole.count.noun and any(_is_one(whole.count.noun, noun) for noun in nouns))
    shared = find_shared(case.text_of(whole.report, whole.sentence), row.words)
    matter = sum(rarity(word) for word in shared if word.isalpha())
    return matter >= LEAST_MATTER or (bool(is_named) and whole.report == row.parts[0].report)


def _is_one(noun: str, other: str) -> bool:
    return noun == other or are_near(noun, other) or {noun, other} <= _people()


def _is_divided(words: str, parts: int) -> bool:
    """Whether a sentence says that the whole is of so many: "486 men in three wings"."""
    so_many = rf"\b(?:in|into|of|on|at)\s(?:its\s|the\s|his\s|her\s)?{_PARTS[parts]}\s(?:[a-z]+\s)?[a-z]+s\b"
    return re.search(so_many, words) is not None
