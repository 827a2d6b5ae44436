"""Numerals: numbers in words and digits, as values with the place where they stand; nothing about units or things.

"10,000" · "1.5 million" · "4.3M" · "twenty-four" · "a hundred and five" · "half a million" · "two-thirds" · "two and a
half" · "a dozen" · "tens of thousands" · "several hundred" · "10 to 15" · "between 10 and 20" · "one in five" · "21st".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

NumeralKind = Literal["cardinal", "ordinal", "fraction", "vague", "range"]

ONES = {
    word: value
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)  # noqa: SIM905
}
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mln": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
LETTERS = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "T": 1e12}
"""Letters that scale the digits before them, where `_is_scale_letter` believes it: "m" may be metres."""

VAGUE = {"tens": 10.0, "scores": 20.0, "dozens": 12.0} | {
    f"{scale}s": SCALES[scale] for scale in ("hundred", "thousand", "million", "billion", "trillion")
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1000}
PARTS: Mapping[str, int] = (
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word: value for word, value in ORDINALS.items() if value > 2}
    | {f"{word}s": value for word, value in ORDINALS.items() if value > 2}
)
GLYPHS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅛": 1 / 8, "⅜": 3 / 8}
SPREAD = 10.0
"""How far a vague plural reaches: "dozens" from 12 to 120, "thousands" from 1,000 to 10,000 (as in NewsQuant)."""

_PIECE = re.compile(
    r"(?P<slash>(?<![\w/.,])\d{1,4}[/⁄]\d{1,4}(?![\w/]))"
    r"|(?P<ordinal>(?<![\w.])\d{1,3}(?:,\d{3}){0,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<digits>\d{1,3}(?:,\d{2,3}){1,8}(?![\d])(?:\.\d{1,12})?|\d{1,30}(?:\.\d{1,12})?|(?<![\w.])\.\d{1,12})"
    r"|(?P<glyph>[½⅓⅔¼¾⅕⅖⅛⅜])"
    r"|(?P<word>[A-Za-z]{1,20})"
)
_GAP = re.compile(r"[-‐‑\s]{0,2}$")
_DASH = re.compile(r"\s?[-‐‑–—]\s?$")
_TO = re.compile(r"\s{0,2}(?:to|or|through|till)[\s-]{1,2}$", re.IGNORECASE)
_AND = re.compile(r"\s{1,2}and\s{1,2}$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s{1,2}$", re.IGNORECASE)
_IN = re.compile(r"\s{1,2}(?:in|out\s{1,2}of)\s{1,2}(?:every\s{1,2})?$", re.IGNORECASE)
_COUNTED = re.compile(r"\s{1,2}(?:[a-z]{2,20}s|people|[a-z]{2,20}ed|[a-z]{1,20}(?:en|or|and)\b)", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(r"(?:[$£€¥₹₽₩₪]|\b(?:US|A|C|HK|NZ)\$|\b[A-Z]{2,3}|=)\s?$")
_OF_PART = re.compile(
    r"\s{1,2}(?:of|the|a|an|its|his|her|their|our|all|that|those|these|as)\b|\s?[.,;)]|\s{0,2}$", re.IGNORECASE
)


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
class _Piece:
    kind: str
    words: str
    start: int
    end: int


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """The numerals of `text`, in order and apart from one another. Time grows with the text's length."""
    single = [numeral for run in _find_runs(text) for numeral in _read_run(text, run)]
    return tuple(_join_ranges(text, single))


def to_number(words: str) -> float | None:
    """The value of `words` if they are one plain number and nothing else: "twenty-four" is 24."""
    found = find_numerals(words.strip())
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words.strip())) or found[0].low != found[0].high:
        return None
    return found[0].low if found[0].kind != "ordinal" else None


def join(first: Numeral, second: Numeral) -> Numeral:
    """The range from one numeral to the other; "33 to 35 billion" starts at 33 billion."""
    low = first.low
    if second.scale > 1 and first.scale == 1 and first.low < second.low / second.scale:
        low *= second.scale
    return Numeral(first.start, second.end, low, second.high, "range", second.scale)


def _find_runs(text: str) -> Iterator[list[_Piece]]:
    """Sequences of pieces that could make one number, with nothing but a space or a hyphen between them."""
    run: list[_Piece] = []
    for found in _PIECE.finditer(text):
        kind = found.lastgroup or ""
        piece = _Piece(kind, found[0] if len(found[0]) == 1 else found[0].lower(), *found.span())
        relevant = kind != "word" or piece.words in _VOCABULARY
        if run and not (relevant and _GAP.match(text[run[-1].end : piece.start])):
            yield run
            run = []
        if relevant:
            run.append(piece)
    if run:
        yield run


_VOCABULARY = frozenset([*ONES, *TENS, *SCALES, *VAGUE, *ORDINALS, *PARTS, *LETTERS, "and", "a", "an", "of"]) | {
    "couple",
    "several",
    "few",
    "k",
}


def _read_run(text: str, run: Sequence[_Piece]) -> Iterator[Numeral]:
    at = 0
    while at < len(run):
        for read in (_read_vague, _read_part, _read_half_of_scale, _read_plain):
            taken, numeral = read(text, run, at)
            if numeral is not None:
                yield numeral
                at += taken
                break
        else:
            at += 1


_Read = tuple[int, Numeral | None]
_NOTHING: _Read = (0, None)


def _read_vague(text: str, run: Sequence[_Piece], at: int) -> _Read:
    """ "dozens", "tens of thousands", "several hundred", "a couple"."""
    words = [piece.words for piece in run[at : at + 3]]
    end = lambda count: run[at + count - 1].end  # noqa: E731
    start = run[at].start
    if words[0] in VAGUE:
        low = VAGUE[words[0]]
        if len(words) == 3 and words[1] == "of" and words[2] in VAGUE:
            low *= VAGUE[words[2]]
            return 3, Numeral(start, end(3), low, low * SPREAD, "vague")
        return 1, Numeral(start, end(1), low, low * SPREAD, "vague")
    if words[0] in ("several", "few") and len(words) > 1 and words[1] in SCALES:
        scale = SCALES[words[1]]
        return 2, Numeral(start, end(2), 2 * scale, 9 * scale, "vague", scale)
    if words[0] == "a" and words[1:2] == ["couple"]:
        taken = 3 if words[2:] == ["of"] else 2
        return taken, Numeral(start, end(2), 2, 2)
    return _NOTHING


def _read_part(text: str, run: Sequence[_Piece], at: int) -> _Read:
    """ "two-thirds", "a third of", "half of", "1/16", "¾"."""
    piece = run[at]
    if piece.kind == "slash":
        over, under = (int(side) for side in re.split("[/⁄]", piece.words))
        return (1, Numeral(piece.start, piece.end, over / under, over / under, "fraction")) if under else _NOTHING
    if piece.words == "half" and _OF_PART.match(text, piece.end) and not _next_is_scale(run, at + 1):
        return 1, Numeral(piece.start, piece.end, 0.5, 0.5, "fraction")
    count = 1.0 if piece.words in ("a", "an") else float(ONES.get(piece.words, 0))
    part = run[at + 1] if at + 1 < len(run) else None
    if not count or part is None or part.words not in PARTS or part.kind != "word":
        return _NOTHING
    if count == 1 and not _OF_PART.match(text, part.end):
        return _NOTHING
    if part.words.endswith("s") == (count == 1) or (count > 1 and not part.words.endswith("s")):
        return _NOTHING
    if _next_is_scale(run, at + 2):
        return _NOTHING
    value = count / PARTS[part.words]
    return 2, Numeral(piece.start, part.end, value, value, "fraction")


def _next_is_scale(run: Sequence[_Piece], at: int) -> bool:
    """Whether a word of size follows: "half a million", "quarter of a million", "half-million"."""
    words = [piece.words for piece in run[at : at + 3]]
    while words and words[0] in ("of", "a"):
        words = words[1:]
    return bool(words) and words[0] in SCALES


def _read_half_of_scale(text: str, run: Sequence[_Piece], at: int) -> _Read:
    """ "half a million", "a half-million", "a quarter of a million", "three quarters of a million"."""
    words = [piece.words for piece in run[at : at + 6]]
    place, count = 0, 1.0
    if words[0] in ("a", "an") or words[0] in ONES:
        count = float(ONES.get(words[0], 1))
        place = 1
    if place >= len(words) or words[place] not in ("half", "quarter", "quarters"):
        return _NOTHING
    part = count / PARTS[words[place]]
    place += 1
    while place < len(words) and words[place] in ("of", "a"):
        place += 1
    if place >= len(words) or words[place] not in SCALES:
        return _NOTHING
    scale = SCALES[words[place]]
    value = part * scale
    return place + 1, Numeral(run[at].start, run[at + place].end, value, value, "cardinal", scale)


def _read_plain(text: str, run: Sequence[_Piece], at: int) -> _Read:
    """Digits or number words with their words of size: "4 hundred million", "a hundred and five", "2½", "1.5m"."""
    first = run[at]
    if first.kind == "ordinal" or first.words in ORDINALS:
        value = float(ORDINALS.get(first.words) or first.words[:-2].replace(",", ""))
        return 1, Numeral(first.start, first.end, value, value, "ordinal")
    if first.words in ("a", "an") and not (at + 1 < len(run) and run[at + 1].words in SCALES):
        return _NOTHING
    reader = _Adder(text, run, at)
    taken = reader.read()
    if not taken:
        return _NOTHING
    value = reader.total + reader.current
    kind: NumeralKind = "ordinal" if reader.ordinal else "cardinal"
    return taken, Numeral(first.start, run[at + taken - 1].end, value, value, kind, reader.scale)


class _Adder:
    """Adds up one number, piece by piece: `current` is below the next word of size, `total` is what is settled."""

    def __init__(self, text: str, run: Sequence[_Piece], at: int) -> None:
        self.text, self.run, self.at = text, run, at
        self.total, self.current, self.scale = 0.0, 0.0, 1.0
        self.last = ""
        self.ordinal = False

    def read(self) -> int:
        """How many pieces belong to the number."""
        place = self.at
        while place < len(self.run) and not self.ordinal:
            taken = self._take(place)
            if not taken:
                break
            place += taken
        return place - self.at

    def _take(self, place: int) -> int:
        piece = self.run[place]
        if piece.kind in ("digits", "glyph", "slash"):
            return self._take_digits(piece)
        word = piece.words
        if word in ONES or word in TENS:
            return self._take_small(word)
        if word in SCALES and (self.last or (place + 1 < len(self.run) or True)):
            return self._take_scale(word)
        if word in LETTERS:
            return self._take_letter(place)
        if word in ("a", "an") and not self.last:
            self.current, self.last = 1.0, "small"
            return 1
        if word == "and":
            return self._take_and(place)
        if word in ORDINALS and self.last in ("tens", "scale") and ORDINALS[word] < 20:
            self.current += ORDINALS[word]
            self.ordinal = True
            return 1
        return 0

    def _take_digits(self, piece: _Piece) -> int:
        if piece.kind == "digits" and not self.last:
            self.current, self.last = float(piece.words.replace(",", "")), "digits"
            return 1
        if piece.kind == "glyph" and self.last in ("", "digits"):
            self.current, self.last = self.current + GLYPHS[piece.words], "glyph"
            return 1
        if piece.kind == "slash" and self.last == "digits":
            over, under = (int(side) for side in re.split("[/⁄]", piece.words))
            if under and over < under:
                self.current, self.last = self.current + over / under, "glyph"
                return 1
        return 0

    def _take_small(self, word: str) -> int:
        tens = word in TENS
        value = TENS[word] if tens else ONES[word]
        fits = self.last in ("", "scale", "and") or (self.last == "tens" and 0 < value < 10)
        if not fits:
            return 0
        self.current, self.last = self.current + value, "tens" if tens else "small"
        return 1

    def _take_scale(self, word: str) -> int:
        scale = SCALES[word]
        if self.last == "and" or not self.last:
            return 0
        if scale == 1e2 or word == "dozen":
            self.current *= scale
        else:
            self.total, self.current = self.total + self.current * scale, 0.0
        self.scale, self.last = scale, "scale"
        return 1

    def _take_letter(self, place: int) -> int:
        piece, before = self.run[place], self.run[place - 1]
        if self.last != "digits" or not _is_scale_letter(self.text, before, piece):
            return 0
        self.scale, self.last = LETTERS[piece.words], "letter"
        self.total, self.current = self.current * self.scale, 0.0
        return 1

    def _take_and(self, place: int) -> int:
        """ "two and a half", "three and three quarters"; "hundred and five"."""
        following = [piece.words for piece in self.run[place + 1 : place + 3]]
        if self.last in ("small", "digits", "tens") and following in (["a", "half"], ["a", "quarter"]):
            self.current, self.last = self.current + 1 / PARTS[following[1]], "glyph"
            return 3
        small = bool(following) and (following[0] in ONES or following[0] in TENS)
        if self.last == "scale" and self.scale in (1e2, 1e3) and small:
            self.last = "and"
            return 1
        return 0


def _is_scale_letter(text: str, digits: _Piece, letter: _Piece) -> bool:
    """Whether a letter after digits means thousands, millions or billions, not metres or bytes."""
    if letter.start != digits.end:
        return False
    if _CURRENCY_BEFORE.search(text[max(0, digits.start - 4) : digits.start]):
        return True
    if letter.words in "kM":
        return letter.words == "k" or bool(_COUNTED.match(text, letter.end))
    return letter.words in "mK" and bool(_COUNTED.match(text, letter.end))


def _join_ranges(text: str, single: Sequence[Numeral]) -> Iterator[Numeral]:
    held: Numeral | None = None
    for numeral in single:
        if held is None:
            held = numeral
            continue
        joined = _join_two(text, held, numeral)
        if joined is None:
            yield held
        held = joined or numeral
    if held is not None:
        yield held


def _join_two(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    between = text[first.end : second.start]
    plain = first.kind == second.kind == "cardinal"
    if not plain or len(between) > 12:
        return None
    if _IN.match(between) and _is_odds(text, first, second):
        share = first.low / second.low
        return Numeral(first.start, second.end, share, share, "fraction")
    spoken = _TO.match(between) or _DASH.match(between)
    paired = _AND.match(between) and _BETWEEN.search(text[max(0, first.start - 9) : first.start])
    if not spoken and not paired:
        return None
    joined = join(first, second)
    return replace(joined, high=second.high) if joined.low < joined.high else None


def _is_odds(text: str, first: Numeral, second: Numeral) -> bool:
    """ "one in five", "three out of 10": small whole numbers, the second no year and the larger."""
    whole = first.low == int(first.low) and second.low == int(second.low)
    return whole and 0 < first.low < second.low and first.low <= 10 and second.low not in range(1500, 2101)
