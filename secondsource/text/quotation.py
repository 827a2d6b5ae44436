"""Pairs quotation marks: curly, straight, single, low, guillemets; nested, unclosed, or running over paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "guillemet", "angle"]

_MARK = re.compile(r"``|''|[\"“”„‟＂‘’‚‛'«»‹›]")
_SIGNS: tuple[tuple[Family, tuple[str, ...]], ...] = (
    ("double", ("``", "''", '"', "“", "”", "„", "‟", "＂")),
    ("single", ("‘", "’", "‚", "‛", "'")),
    ("guillemet", ("«", "»")),
    ("angle", ("‹", "›")),
)
_FAMILIES: dict[str, Family] = {sign: family for family, signs in _SIGNS for sign in signs}
_OPENS = frozenset(["``", "“", "„", "‟", "‘", "‚", "‛", "«", "‹"])
_CLOSES = frozenset(["''", "”", "’", "»", "›"])
_LOW = frozenset("„‚")
_OPENING_NEIGHBOURS = frozenset("([{<-–—―/…=:;,>") | frozenset("“‘„‚«‹\"'`")
_ELIDED = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)
_INCHES = re.compile(r"\d['’]\d{1,2}$")
_POSSESSIVE = re.compile(r"s['’] \w")
_WRAPPED = re.compile(r"[\w,;–—-]$")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words between quotation marks. `start` to `end` has the marks, `inner_start` to `inner_end` leaves them out.

    Not `closed`: the closing mark is missing; the quotation ends with its paragraph or before the next opening mark.
    `continues`: it goes on with the quotation that the paragraph before left open. `depth` counts what is around it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    continues: bool
    depth: int
    family: Family


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of `text` in text order, outer before inner. They nest or stand apart; none crosses another."""
    found: list[Quotation] = []
    left_open: Family | None = None
    for start, end in _paragraphs(text):
        here = _Pairing(text, start, end, left_open)
        for mark in _without_possessives(text, list(_marks(text, start, end))):
            here.take(mark)
        left_open = here.finish()
        found += here.found
    return tuple(sorted(found, key=lambda quotation: (quotation.start, -quotation.end, quotation.depth)))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, joined where one is plainly wrapped: it ends within a sentence and the next begins with a small letter."""
    start = end = 0
    for line in _LINE.finditer(text):
        if end and line.start() - end <= 2 and line[0][0].islower() and _WRAPPED.search(text, max(start, end - 1), end):
            end = line.end()
            continue
        if end:
            yield start, end
        start, end = line.span()
    if end:
        yield start, end


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for found in _MARK.finditer(text, start, end):
        sign = found[0]
        before = text[found.start() - 1] if found.start() > start else " "
        after = text[found.end()] if found.end() < end else " "
        may_open = not after.isspace() and (before.isspace() or before in _OPENING_NEIGHBOURS)
        may_close = not before.isspace() and not after.isalnum()
        if _FAMILIES[sign] == "single":
            opens, closes = _single(text, found, may_open, may_close)
        elif sign == '"' and _INCHES.search(text, max(start, found.start() - 5), found.start()):
            opens = closes = False
        else:
            opens, closes = _read_shape(sign, may_open, may_close)
        yield _Mark(found.start(), found.end(), sign, opens, closes)


def _without_possessives(text: str, marks: list[_Mark]) -> list[_Mark]:
    """‘The workers’ demand is fair’: after an s, before a word, a mark does not close if the next single one does."""
    kept: list[_Mark] = []
    next_closes = False
    for mark in reversed(marks):
        single = _FAMILIES[mark.sign] == "single"
        if single and next_closes and mark.closes and _POSSESSIVE.match(text, mark.start - 1):
            continue
        if mark.opens or mark.closes:
            kept.append(mark)
            next_closes = (mark.closes and not mark.opens) if single else next_closes
    return kept[::-1]


def _single(text: str, found: re.Match[str], may_open: bool, may_close: bool) -> tuple[bool, bool]:
    """A single mark may be an apostrophe: it opens only before a word that is not elided, and closes only after one."""
    sign = found[0]
    opens = may_open and sign != "’" and not (sign == "'" and _ELIDED.match(text, found.end()))
    return opens, may_close and sign not in _LOW


def _read_shape(sign: str, may_open: bool, may_close: bool) -> tuple[bool, bool]:
    """A curly mark is what its shape says, unless what stands around it leaves no doubt that it was mistyped."""
    if sign in _OPENS:
        return may_open or not may_close, (may_close and not may_open) and sign not in _LOW
    if sign in _CLOSES:
        return may_open and not may_close, may_close or not may_open
    return may_open or not may_close, may_close or not may_open


class _Pairing:
    """The marks of one paragraph, taken one after the other."""

    def __init__(self, text: str, start: int, end: int, left_open: Family | None) -> None:
        self.text, self.start, self.end, self.left_open = text, start, end, left_open
        self.found: list[Quotation] = []
        self.stack: list[tuple[_Mark, bool]] = []
        self.open = {family: 0 for family, _ in _SIGNS}
        self.first = True

    def take(self, mark: _Mark) -> None:
        family = _FAMILIES[mark.sign]
        is_first, self.first = self.first and family != "single", self.first and family == "single"
        at_start = not self.text[self.start : mark.start].strip() if is_first else False
        if self.open[family] and self._closes(mark):
            self._close(mark, family)
        elif mark.opens:
            self._open(mark, family, continues=at_start and self.left_open == family)
        elif mark.closes and is_first and self.left_open == family:
            head = _Mark(self.start, self.start, "", opens=True, closes=False)
            self._emit(head, mark.start, mark.end, closed=True, continues=True, family=family)

    def _closes(self, mark: _Mark) -> bool:
        if mark.closes and not mark.opens:
            return True
        last = next(opener for opener, _ in reversed(self.stack) if _FAMILIES[opener.sign] == _FAMILIES[mark.sign])
        if mark.sign == "“" and last.sign == "„":
            return True
        return mark.closes and mark.start > last.end

    def _open(self, mark: _Mark, family: Family, *, continues: bool) -> None:
        if self.open[family]:
            self._drop_to(family, mark.start)
        self.stack.append((mark, continues))
        self.open[family] += 1

    def _drop_to(self, family: Family, end: int) -> None:
        """Give up what is open down to the last of `family`: that one ends before `end` without its closing mark."""
        while self.stack:
            opener, continues = self.stack.pop()
            its = _FAMILIES[opener.sign]
            self.open[its] -= 1
            if its == family:
                self._leave_open(opener, end, continues=continues, family=its)
                return

    def _close(self, mark: _Mark, family: Family) -> None:
        while self.stack:
            opener, continues = self.stack.pop()
            its = _FAMILIES[opener.sign]
            self.open[its] -= 1
            if its == family:
                self._emit(opener, mark.start, mark.end, closed=True, continues=continues, family=family)
                return

    def _leave_open(self, opener: _Mark, end: int, *, continues: bool, family: Family) -> None:
        if family == "single":
            return
        end = opener.end + len(self.text[opener.end : end].rstrip())
        self._emit(opener, end, end, closed=False, continues=continues, family=family)

    def _emit(self, opener: _Mark, inner_end: int, end: int, *, closed: bool, continues: bool, family: Family) -> None:
        if self.text[opener.end : inner_end].strip():
            depth = len(self.stack)
            self.found.append(Quotation(opener.start, end, opener.end, inner_end, closed, continues, depth, family))

    def finish(self) -> Family | None:
        """End the paragraph; say which family of mark is left open, if any."""
        left: Family | None = None
        while self.stack:
            opener, continues = self.stack.pop()
            family = _FAMILIES[opener.sign]
            self._leave_open(opener, self.end, continues=continues, family=family)
            left = family if family != "single" else left
        return left
