"""A pasted text as lines, each with what its shape tells: words, gap before it, how it ends."""

import re
from dataclasses import dataclass
from itertools import pairwise

PROSE_WORDS = 15
"""A line with so many words that ends as a sentence does is a paragraph of something, the report's or a teaser's."""

LONG_WORDS = 40
"""A line with so many is a paragraph however it ends; the longest headlines of 500 reports have 28."""

HEADLINE_WORDS = 28

_WRAP_WIDTHS = (45, 100)
"""Where hand-wrapped texts break: between the narrowest newspaper column and a wide terminal."""

WRAPPED_SHARE = 0.75
"""Share of the lines inside paragraphs that must be of one such width for a text to count as hand-wrapped."""

_ENDS = re.compile(r"[.!?…]['\"”’»)\]]{0,3}$|[:;]['\"”’»]$")
_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_MARKS_BEFORE = f"{_SPACES}-–—*•·|>#_=~"
_MARKS_AFTER = f"{_MARKS_BEFORE}<:.,;!…»→←"
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:[^()\s]{1,2000})(?:\s\"[^\"\n]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(?P<mark>\*{1,3})(?=[^\s*])([^*\n]{1,300})(?<=\S)(?P=mark)(?![\w*])")
_SLANTED = re.compile(r"(?<![\w_])(?P<mark>_{1,2})(?=[^\s_])([^_\n]{1,300})(?<=\S)(?P=mark)(?![\w_])")
LIST_MARK = re.compile(r"(?:[-*•▪◦‣·]\s{1,9}|\d{1,2}[.)]\s{1,9})(?=\S)")
MARKED = re.compile(
    r"(?P<hash>#{1,6})\s{1,9}(?P<heading>.+)|>\s?(?P<quote>.+)|\*\*(?P<bold>[^*]{1,200})\*\*$|__(?P<under>[^_]{1,200})__$"
)

_ADDRESS = re.compile(r"<?https?://[^\s<>\"]+>?$|www\.[^\s<>\"]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words as they stand, the same for comparing, the number of empty lines before it, its place.

    `number` counts from 1; 0 is a line that stands in no text.
    """

    text: str
    bare: str
    gap: int
    count: int
    number: int = 0

    @property
    def ends_sentence(self) -> bool:
        return bool(_ENDS.search(self.text))

    @property
    def is_prose(self) -> bool:
        return self.count >= LONG_WORDS or (
            self.count >= PROSE_WORDS and (self.ends_sentence or self.text[-1] in ':"”»')
        )

    @property
    def is_headline(self) -> bool:
        """Whether the line could be a headline: short enough, begun like one, not ended by a full stop."""
        if not 1 <= self.count <= HEADLINE_WORDS or self.text[-1] in ".,;…":
            return False
        first = self.text.lstrip("\"“'‘«([#¿¡")[:1]
        return bool(first) and (first.isupper() or first.isdigit() or not first.islower())

    @property
    def is_address(self) -> bool:
        return bool(_ADDRESS.match(self.text))


def split_lines(text: str) -> list[Line]:
    """The lines of a pasted text that hold something, hand-wrapped paragraphs joined, white space evened out."""
    raw = [" ".join(line.replace("\u200b", "").replace("\ufeff", "").split()) for line in text.splitlines()]
    numbers = [*range(1, len(raw) + 1)]
    if _is_wrapped(raw):
        raw, numbers = _unwrap(raw)
    lines: list[Line] = []
    gap = 0
    for number, line in zip(numbers, raw, strict=True):
        if line:
            lines.append(to_line(line, gap, number))
            gap = 0
        else:
            gap += 1
    return lines


def fold(text: str) -> str:
    """The text for comparing: small letters, straight quotation marks, no marks at either end."""
    straight = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').lower()
    return straight.lstrip(_MARKS_BEFORE).rstrip(_MARKS_AFTER)


def to_line(line: str, gap: int = 0, number: int = 0) -> Line:
    """A line of text, white space evened out, with what its shape tells."""
    plain = _without_emphasis(line.strip())
    if "](" in plain:
        plain = _MARKDOWN_LINK.sub(r"\1", _MARKDOWN_LINK.sub(r"\1", plain)).strip() or plain
    return Line(plain, fold(plain), gap, len(plain.split()), number)


def _without_emphasis(line: str) -> str:
    """The line without Markdown's marks of emphasis; one that is bold as a whole keeps them, being a heading."""
    if not ("*" in line or "_" in line) or MARKED.fullmatch(line):
        return line
    return _SLANTED.sub(r"\2", _EMPHASIS.sub(r"\2", line))


def _is_wrapped(raw: list[str]) -> bool:
    """Whether paragraphs are broken into lines of one width, and set apart by empty lines."""
    inner = [line for line, after in pairwise(raw) if line and after]
    if len(inner) < 4 or len(inner) < len([line for line in raw if line]) / 3:
        return False
    low, high = _WRAP_WIDTHS
    fitting = [line for line in inner if low <= len(line) <= high]
    unfinished = [line for line in fitting if not _ENDS.search(line)]
    return len(fitting) >= WRAPPED_SHARE * len(inner) and len(unfinished) >= len(fitting) / 2


def _unwrap(raw: list[str]) -> tuple[list[str], list[int]]:
    """The paragraphs, and the number of each one's first line."""
    joined: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(raw, start=1):
        before = joined[-1] if joined else ""
        if line and len(before.rpartition("\n")[2]) >= _WRAP_WIDTHS[0] and not line.startswith(("- ", "* ", "• ", ">")):
            joined[-1] = f"{before}\n{line}"
        else:
            joined.append(line)
            numbers.append(number)
    return [" ".join(line.split("\n")) for line in joined], numbers
