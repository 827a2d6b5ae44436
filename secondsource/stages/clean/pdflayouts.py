"""The layout of PDF pages: which lines run along their edges, and which make a paragraph together."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from secondsource.stages.clean.pdftexts import HYPHEN, PdfLine

EDGE_LINES = 3
"""Lines from the top or bottom of a page among which running heads and feet stand."""

REPEATED_SHARE = 0.5
"""Share of the pages on which a line at the edge must return to be a running one."""

PARAGRAPH_GAP = 1.35
"""Times the usual distance of lines from which a gap parts paragraphs; browsers and word processors leave 1.5 to 2."""

WORD_GAP = 0.15
"""Heights of a line from which there is a space between two of its pieces; typesetters use a quarter, or less."""

SIZE_CHANGE = 0.15
"""Share by which the height of letters must differ for a heading to end and text to begin."""

INDENT = 0.8
"""Heights of a line by which a paragraph's first line is set in; typesetters use one."""

FAR = 6.0
"""Heights of a line from which a line further right stands in another column."""

SHORT_LINE = 0.12
"""Share of the column's width that must be left empty for a line to be a paragraph's last."""

HEAD_LINES = 6
"""Lines at a text's head among which headline, by-line and outlet stand, each alone on its line."""

HALF_EMPTY = 0.3
"""Share of a line left empty from which it was broken on purpose; ragged lines leave less than a tenth or two."""

_ENDS = re.compile(r"[.!?:…]['\"”’»)\]]{0,3}$")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|p\.)\s?)?\d{1,4}(?:\s?(?:/|of|von|sur|de)\s?\d{1,4})?$|[-–—]\s?\d{1,4}\s?[-–—]$", re.IGNORECASE
)
_PRINTED_FOOT = re.compile(r"(?:https?://|file://|about:)\S{3,2000}\s+\d{1,4}\s?/\s?\d{1,4}$")
_PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s\d{1,2}[:.]\d\d(?:\s?[AP]M)?(?:\s|$)", re.I)
_DIGITS = re.compile(r"\d+")
_BROKEN_WORD = re.compile(rf"(\w{{1,60}})[{HYPHEN}\u00ad-]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text and where it stands, in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    @property
    def ends_sentence(self) -> bool:
        return bool(_ENDS.search(self.text))


Page = list[Line]


def to_page(lines: Iterable[PdfLine]) -> Page:
    """The lines of a page, those joined that stand side by side: small letters are often read in several pieces."""
    page: Page = []
    for line in (Line(*line) for line in lines):
        gap = line.left - page[-1].right if page else 0.0
        if page and abs(line.top - page[-1].top) < 1 and -1 < gap < FAR * line.height:
            between = " " if gap > WORD_GAP * line.height else ""
            page[-1] = replace(page[-1], text=f"{page[-1].text}{between}{line.text}", right=line.right)
        else:
            page.append(line)
    return page


def split_running_lines(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without their running heads, feet and numbers, and those."""
    shapes = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    body: list[Page] = []
    running: list[str] = []
    for page in pages:
        edges = [line for line in _edges(page) if _is_running(line, shapes, len(pages))]
        running += [line.text for line in edges]
        body.append([line for line in page if line not in edges])
    return body, running


def _edges(page: Page) -> list[Line]:
    """The topmost and the lowest lines of a page, wherever they stand in its order."""
    by_height = sorted(page, key=lambda line: -line.top)
    return by_height[:EDGE_LINES] + by_height[EDGE_LINES:][-EDGE_LINES:]


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", "".join(line.text.split()))


def _is_running(line: Line, shapes: Counter[str], pages: int) -> bool:
    if _PAGE_NUMBER.match(line.text) or _PRINTED_FOOT.match(line.text) or _PRINTED_HEAD.match(line.text):
        return True
    return pages > 1 and shapes[_shape(line)] >= max(2, pages * REPEATED_SHARE)


def join_paragraphs(pages: Sequence[Page]) -> list[str]:
    """The paragraphs of the pages, each on one line, the words broken at line ends mended."""
    lines = [line for page in pages for line in page]
    ends = {id(page[-1]) for page in pages if page}
    pitch = _usual_pitch(lines)
    told = {word.lower() for line in lines for word in line.text.split()}
    paragraphs: list[list[Line]] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        edge = _right_edge(lines, at - 1) if before else 0.0
        broken = before is not None and at <= HEAD_LINES and _had_room(before, line, edge)
        if before is None or broken or _parts(before, line, pitch, edge, id(before) in ends):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return [_join(paragraph, told) for paragraph in paragraphs]


def _usual_pitch(lines: Sequence[Line]) -> float:
    """The distance from line to line within paragraphs."""
    pitches = [
        above.top - below.top for above, below in pairwise(lines) if 0 < above.top - below.top < 3 * above.height
    ]
    return median(pitches) if pitches else 0.0


def _right_edge(lines: Sequence[Line], at: int) -> float:
    """How far right the lines around this one reach that begin where it begins: the edge of its column."""
    around = lines[max(0, at - 15) : at + 16]
    return max(line.right for line in around if abs(line.left - lines[at].left) <= 2 * lines[at].height)


def _parts(before: Line, line: Line, pitch: float, edge: float, page_ends: bool) -> bool:
    """Whether a new paragraph begins with `line`."""
    fall = before.top - line.top
    if abs(line.height - before.height) > SIZE_CHANGE * before.height:
        return True
    if page_ends or fall <= 0:
        return before.ends_sentence
    if fall > PARAGRAPH_GAP * pitch * max(1.0, before.height / max(pitch, 1.0)):
        return True
    if INDENT * line.height < line.left - before.left < FAR * line.height:
        return True
    return before.ends_sentence and edge - before.right > SHORT_LINE * max(edge - before.left, 1.0)


def _had_room(before: Line, line: Line, edge: float) -> bool:
    """Whether a good part of its line was left empty, and the next words would have fitted: somebody broke it there."""
    words = " ".join(line.text.split(maxsplit=3)[:3])
    room = edge - before.right
    wanted = (len(words) + 1) * (line.right - line.left) / max(len(line.text), 1)
    return room > max(wanted, HALF_EMPTY * (edge - before.left))


def _join(paragraph: Sequence[Line], told: set[str]) -> str:
    text = paragraph[0].text
    for line in paragraph[1:]:
        broken = _BROKEN_WORD.search(text)
        text = _mend(text, broken.group(1), line.text, told) if broken else f"{text} {line.text}"
    return _mend_within(text, told)


def _mend(text: str, start: str, rest: str, told: set[str]) -> str:
    """The text with a word put together that was broken at the end of a line, or with the hyphen that it has anyway."""
    first = rest.split(maxsplit=1)[0] if rest.split() else ""
    bare = first.rstrip(".,;:!?”’\"')")
    is_compound = not first[:1].islower() or f"{start}-{bare}".lower() in told
    return text[:-1] + ("-" if is_compound else "") + rest


def _mend_within(text: str, told: set[str]) -> str:
    """The same where the text layer has joined the two lines itself and left its mark between them."""
    start, *rests = text.split(HYPHEN)
    for rest in rests:
        word = start.rsplit(maxsplit=1)[-1] if start.split() else ""
        start = _mend(start + HYPHEN, word, rest, told)
    return start
