"""Number phrases: how pieces of a text, digits and words, add up to one number."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.text.number_words import GLYPHS, LETTERS, ONES, ORDINALS, PARTS, SCALES, SPREAD, TENS, VAGUE

NumeralKind = Literal["cardinal", "ordinal", "fraction", "vague", "range"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at text[start:end]; `low` and `high` differ for a range and for a vague plural ("dozens").

    `scale` is the last word of size in it ("35 billion": 1e9), which a range may lend to its other end.
    """

    start: int
    end: int
    low: float
    high: float
    kind: NumeralKind = "cardinal"
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Digits, a sign or a word at text[start:end]; `kind` is slash, ordinal, digits, glyph or word."""

    kind: str
    words: str
    start: int
    end: int


_COUNTED = re.compile(r"\s{1,2}(?:[a-z]{2,20}s|people|[a-z]{2,20}ed|[a-z]{1,20}(?:en|or|and)\b)", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(r"(?:[$£€¥₹₽₩₪]|\b(?:US|A|C|HK|NZ)\$|\b[A-Z]{2,3}|=)\s?$")
_OF_PART = re.compile(r"\s{1,2}(?:of|the|a|an|its|his|her|their|our|all|that|those|these|as)\b", re.IGNORECASE)
_OF = re.compile(r"\s{1,2}of\b", re.IGNORECASE)
_PART_ENDS = re.compile(r"\s?[.,;)]|\s{0,2}$")
_PART_LEAD = re.compile(
    r"\b(?:by|in|than|about|almost|nearly|over|roughly|only|just|around|some|(?<=,\s)or|(?:which|that)\s(?:is|was))\s{1,2}$",
    re.IGNORECASE,
)
_PART_OF_UNIT = re.compile(r"[-‐\s](?:percentage[-\s])?(?:points?|mile|hour|inch|acre|litre|liter|pint|century)\b")

_Read = tuple[int, Numeral | None]
_NOTHING: _Read = (0, None)


def read_run(text: str, run: Sequence[Piece]) -> Iterator[Numeral]:
    """The numbers that a run of neighbouring pieces makes, in order."""
    at = 0
    while at < len(run):
        for read in _READERS:
            taken, numeral = read(text, run, at)
            if numeral is not None:
                yield numeral
                at += taken
                break
        else:
            at += 1


def _read_vague(text: str, run: Sequence[Piece], at: int) -> _Read:
    """Read a vague plural: "dozens", "tens of thousands", "several hundred", "a couple"."""
    words = [piece.words for piece in run[at : at + 3]]
    start = run[at].start
    if words[0] in VAGUE:
        low, taken = VAGUE[words[0]], 1
        if len(words) == 3 and words[1] == "of" and words[2] in VAGUE:
            low, taken = low * VAGUE[words[2]], 3
        return taken, Numeral(start, run[at + taken - 1].end, low, low * SPREAD, "vague")
    if words[0] in ("several", "few") and len(words) > 1 and words[1] in SCALES:
        scale = SCALES[words[1]]
        return 2, Numeral(start, run[at + 1].end, 2 * scale, 9 * scale, "vague", scale)
    if words[0] == "a" and words[1:2] == ["couple"]:
        return 3 if words[2:] == ["of"] else 2, Numeral(start, run[at + 1].end, 2, 2)
    return _NOTHING


def _read_part(text: str, run: Sequence[Piece], at: int) -> _Read:
    """Read a fraction: "two-thirds", "a third of", "half of", "1/16"."""
    piece = run[at]
    if piece.kind == "slash":
        over, under = _sides(piece)
        return (1, Numeral(piece.start, piece.end, over / under, over / under, "fraction")) if under else _NOTHING
    if piece.words == "half" and _is_part(text, piece.start, piece.end) and not _next_is_scale(run, at + 1):
        return 1, Numeral(piece.start, piece.end, 0.5, 0.5, "fraction")
    count = 1.0 if piece.words in ("a", "an") else float(ONES.get(piece.words, 0))
    part = run[at + 1] if at + 1 < len(run) else None
    if not count or part is None or part.words not in PARTS or _next_is_scale(run, at + 2):
        return _NOTHING
    if part.words.endswith("s") == (count == 1) or (count == 1 and not _is_part(text, piece.start, part.end)):
        return _NOTHING
    value = count / PARTS[part.words]
    return 2, Numeral(piece.start, part.end, value, value, "fraction")


def _sides(piece: Piece) -> tuple[int, int]:
    over, _, under = piece.words.replace("⁄", "/").partition("/")
    return int(over), int(under)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether "half" or "a third" is a part of something: "half of them", "a half-point cut", not "the first half."."""
    if _OF_PART.match(text, end) or _PART_OF_UNIT.match(text, end):
        return True
    return bool(_PART_ENDS.match(text, end) and _PART_LEAD.search(text[max(0, start - 12) : start]))


def _next_is_scale(run: Sequence[Piece], at: int) -> bool:
    """Whether a word of size follows: "half a million", "quarter of a million", "half-million"."""
    words = [piece.words for piece in run[at : at + 3] if piece.words not in ("of", "a")]
    return bool(words) and words[0] in SCALES


def _read_part_of_scale(text: str, run: Sequence[Piece], at: int) -> _Read:
    """Read "half a million", "a half-million", "a quarter of a million", "three quarters of a million"."""
    words = [piece.words for piece in run[at : at + 6]]
    counted = words[0] in ("a", "an") or words[0] in ONES
    count, place = (float(ONES.get(words[0], 1)), 1) if counted else (1.0, 0)
    if words[place : place + 1] not in (["half"], ["quarter"], ["quarters"]):
        return _NOTHING
    part = count / PARTS[words[place]]
    place += 1
    while words[place : place + 1] in (["of"], ["a"]):
        place += 1
    if place >= len(words) or words[place] not in SCALES:
        return _NOTHING
    scale = SCALES[words[place]]
    return place + 1, Numeral(run[at].start, run[at + place].end, part * scale, part * scale, "cardinal", scale)


def _read_plain(text: str, run: Sequence[Piece], at: int) -> _Read:
    """Read digits or words with their words of size: "4 hundred million", "a hundred and five", "2½", "1.5m"."""
    first = run[at]
    if first.kind == "ordinal" or first.words in ORDINALS:
        value = float(ORDINALS.get(first.words) or first.words[:-2].replace(",", ""))
        return 1, Numeral(first.start, first.end, value, value, "ordinal")
    if first.words in ("a", "an") and not (at + 1 < len(run) and run[at + 1].words in SCALES):
        return _NOTHING
    adder = _Adder(text, run, at)
    taken = adder.read()
    if not taken:
        return _NOTHING
    value = adder.total + adder.current
    kind: NumeralKind = "ordinal" if adder.is_ordinal else "cardinal"
    return taken, Numeral(first.start, run[at + taken - 1].end, value, value, kind, adder.scale)


_READERS: tuple[Callable[[str, Sequence[Piece], int], _Read], ...] = (
    _read_vague,
    _read_part,
    _read_part_of_scale,
    _read_plain,
)


class _Adder:
    """Adds up one number, piece by piece: `current` is below the next word of size, `total` is what is settled."""

    def __init__(self, text: str, run: Sequence[Piece], at: int) -> None:
        self.text, self.run, self.at = text, run, at
        self.total, self.current, self.scale = 0.0, 0.0, 1.0
        self.last = ""
        self.is_ordinal = False

    def read(self) -> int:
        """How many pieces belong to the number."""
        place = self.at
        while place < len(self.run) and not self.is_ordinal:
            taken = self._take(place)
            if not taken:
                break
            place += taken
        return place - self.at

    def _take(self, place: int) -> int:
        piece = self.run[place]
        word = piece.words
        if piece.kind != "word":
            return self._take_digits(piece)
        if word in ONES or word in TENS:
            return self._take_small(word)
        if word in SCALES:
            return self._take_scale(word)
        if word in LETTERS and self.last == "digits":
            return self._take_letter(place)
        if word == "and":
            return self._take_and(place)
        if word in ("a", "an") and not self.last:
            self.current, self.last = 1.0, "small"
            return 1
        if self.last in ("tens", "scale") and ORDINALS.get(word, 20) < 20:
            self.current, self.is_ordinal = self.current + ORDINALS[word], True
            return 1
        return 0

    def _take_digits(self, piece: Piece) -> int:
        if piece.kind == "digits" and not self.last:
            self.current, self.last = float(piece.words.replace(",", "")), "digits"
            return 1
        if piece.kind == "glyph" and self.last in ("", "digits"):
            self.current, self.last = self.current + GLYPHS[piece.words], "glyph"
            return 1
        if piece.kind == "slash" and self.last == "digits":
            over, under = _sides(piece)
            if over < under:
                self.current, self.last = self.current + over / under, "glyph"
                return 1
        return 0

    def _take_small(self, word: str) -> int:
        value = TENS.get(word) or ONES[word]
        if self.last not in ("", "scale", "and") and not (self.last == "tens" and 0 < value < 10):
            return 0
        self.current, self.last = self.current + value, "tens" if word in TENS else "small"
        return 1

    def _take_scale(self, word: str) -> int:
        if self.last in ("", "and"):
            return 0
        scale = SCALES[word]
        if scale < 1e3:
            self.current *= scale
        else:
            self.total, self.current = self.total + self.current * scale, 0.0
        self.scale, self.last = scale, "scale"
        return 1

    def _take_letter(self, place: int) -> int:
        piece = self.run[place]
        if not _is_scale_letter(self.text, self.run[place - 1], piece):
            return 0
        self.scale, self.last = LETTERS[piece.words], "letter"
        self.total, self.current = self.current * self.scale, 0.0
        return 1

    def _take_and(self, place: int) -> int:
        """Take the "and" of "two and a half", "six and three-quarter hours" and "a hundred and five"."""
        following = [piece.words for piece in self.run[place + 1 : place + 3]]
        if self.last in ("small", "digits", "tens") and following in (["a", "half"], ["a", "quarter"]):
            self.current, self.last = self.current + 1 / PARTS[following[1]], "glyph"
            return 3
        is_quarters = following in (["three", "quarter"], ["three", "quarters"])
        if (
            self.last in ("small", "digits", "tens")
            and is_quarters
            and not _OF.match(self.text, self.run[place + 2].end)
        ):
            self.current, self.last = self.current + 3 / PARTS["quarter"], "glyph"
            return 3
        small = bool(following) and (following[0] in ONES or following[0] in TENS)
        if self.last == "scale" and self.scale in (1e2, 1e3) and small:
            self.last = "and"
            return 1
        return 0


def _is_scale_letter(text: str, digits: Piece, letter: Piece) -> bool:
    """Whether a letter after digits means thousands, millions or billions, not metres or bytes."""
    if letter.start != digits.end:
        return False
    if _CURRENCY_BEFORE.search(text[max(0, digits.start - 4) : digits.start]):
        return True
    return letter.words in "kM" or (letter.words in "mK" and bool(_COUNTED.match(text, letter.end)))
