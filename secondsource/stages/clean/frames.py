"""Where in a paste the report lies: its first and last paragraphs, its title, and where the readers' comments begin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.stages.clean.appeals import is_appeal, is_chatter, is_foreign, is_teaser, long_words, speaks_to_reader
from secondsource.stages.clean.captions import CAPTION_SCORE, is_photo_credit, score_caption
from secondsource.stages.clean.creditlines import read_credit_line
from secondsource.stages.clean.datelines import find_head
from secondsource.stages.clean.furniture import find_furniture
from secondsource.stages.clean.lines import Line
from secondsource.stages.clean.mastheads import Masthead, find_masthead, is_section_list
from secondsource.stages.clean.notices import find_notice
from secondsource.stages.clean.shapes import find_named_shape
from secondsource.stages.clean.signs import find_sign
from secondsource.text.lexicon import load_lexicon

TITLE_WORDS = 4
"""Shorter lines before the first paragraph are labels ("World", "Asia Pacific") where there is a longer one."""

SENTENCE_WORDS = 8
"""Words of the shortest sentence that by itself shows that a report goes on."""

_SAID = re.compile(r"\b(?:said|told)\b")
_TRAIL = re.compile(r"\s(?:>|»|›|/|\|)\s")


@dataclass(frozen=True, slots=True)
class Frame:
    """Indices of lines: the first and the last paragraph, the title (or None), the end (where comments begin).

    `masthead` is the outlet's name for itself, above the title.
    `vocabulary` holds the longer words of the paragraphs between; `speaks_to_reader` says that these address "you".
    """

    first: int
    last: int
    title: int | None
    end: int
    vocabulary: frozenset[str]
    speaks_to_reader: bool
    masthead: Masthead | None


def find_frame(lines: Sequence[Line]) -> Frame:
    """Where the report lies in the lines of a paste."""
    end = _find_comments(lines)
    own = [at for at in range(end) if is_own_prose(lines[at])]
    if not own:
        own = [at for at in range(end) if lines[at].ends_sentence and lines[at].count >= TITLE_WORDS] or list(
            range(end)
        )
    vocabulary = frozenset().union(*(long_words(lines[at].text) for at in own))
    later = own[-1] + 1 if own else end
    own = _without_foreign_tail(lines, own + [at for at in range(later, end) if is_own_sentence(lines[at])])
    first, last = (own[0], own[-1]) if own else (0, end - 1)
    candidates = [at for at in range(first) if could_be_title(lines[at])]
    masthead = find_masthead(list(lines[:end]), first, last, candidates)
    title = _find_title(lines, [at for at in candidates if not masthead or at not in masthead.lines])
    if title is None:
        title = next((at for at in range(first) if find_named_shape(lines[at].text)), None)
    return Frame(first, last, title, end, vocabulary, speaks_to_reader(lines[first : last + 1]), masthead)


def is_own_prose(line: Line) -> bool:
    """Whether a line by itself reads as a paragraph of a report."""
    return line.is_prose and not is_appeal(line) and not is_furniture(line) and score_caption(line) < CAPTION_SCORE


def is_own_sentence(line: Line) -> bool:
    """Whether a shorter line reads as a sentence of a report."""
    told = line.ends_sentence and line.count >= SENTENCE_WORDS
    return told and not (is_appeal(line) or is_chatter(line) or is_furniture(line) or find_notice(line, is_tail=True))


def is_furniture(line: Line) -> bool:
    if find_sign(line, is_outside=False):
        return True
    found = find_furniture(line)
    return found is not None and not found.only_outside


def _without_foreign_tail(lines: Sequence[Line], own: list[int]) -> list[int]:
    """The paragraphs without those at the end that stand after a list of teasers and speak of something else."""
    for at in range(own[0] if own else 0, len(lines)):
        furniture = find_furniture(lines[at])
        if furniture is None or furniture.opens != "teasers":
            continue
        before = [one for one in own if one < at]
        after = [one for one in own if one > at]
        vocabulary = frozenset().union(*(long_words(lines[one].text) for one in before))
        if before and all(_is_elsewhere(lines[one], vocabulary) for one in after):
            return before
    return own


def _is_elsewhere(line: Line, vocabulary: frozenset[str]) -> bool:
    """Whether a line tells of something else: a teaser does not quote anybody."""
    return is_teaser(line) or (is_foreign(line, vocabulary) and not _SAID.search(line.text))


@cache
def _comment_openings() -> tuple[re.Pattern[str], ...]:
    patterns = []
    for phrase in load_lexicon("furniture")["comments"]["begins"]:
        escaped = re.escape(phrase).replace(r"\#", r"\d{1,5}").replace("~", r"[A-Z][\w .'-]{1,40}")
        patterns.append(
            re.compile(escaped + (r"(?:\b.*)?$" if phrase.endswith((" on", " to")) else "$"), re.IGNORECASE)
        )
    return tuple(patterns)


def _find_comments(lines: Sequence[Line]) -> int:
    """The line after the first paragraphs at which the readers' comments begin; else the number of lines."""
    prose = [at for at, line in enumerate(lines) if line.is_prose]
    middle = prose[len(prose) // 2] if prose else len(lines)
    for at in range(prose[0] + 1 if prose else 0, len(lines)):
        if _opens_comments(lines[at]) and (at > middle or any(map(_is_of_comment, lines[at + 1 : at + 4]))):
            return at
    return len(lines)


def _opens_comments(line: Line) -> bool:
    return line.count <= HEADER_WORDS and any(opening.match(line.text) for opening in _comment_openings())


def _is_of_comment(line: Line) -> bool:
    """Whether a short line is what stands around a comment: its writer, its day, "Reply"."""
    if line.is_prose:
        return False
    read = read_credit_line(line.text)
    return _opens_comments(line) or line.bare == "reply" or (read is not None and read.reason == "date line")


HEADER_WORDS = 30
"""A line that opens the comments may quote the report's title: "3 thoughts on “…”"."""


def _find_title(lines: Sequence[Line], candidates: Sequence[int]) -> int | None:
    marked = [at for at in candidates if lines[at].text.startswith("# ")]
    long = [at for at in candidates if lines[at].count >= TITLE_WORDS]
    short = [at for at in candidates if lines[at].count > 1]
    chosen = next(iter(marked or long or short[-1:]), None)
    within = [at for at in long if chosen is not None and at != chosen and lines[at].bare in lines[chosen].bare]
    return within[0] if within else chosen


def could_be_title(line: Line) -> bool:
    """Whether a line before the first paragraph may be the headline."""
    shaped = line.is_headline or (line.text[-1:] == "." and line.count > 1 and not line.is_prose)
    if not shaped or line.is_address or _is_menu(line) or is_furniture(line) or is_photo_credit(line):
        return False
    if find_sign(line, is_outside=True):
        return False
    if (
        find_head(line.text)
        or find_notice(line, is_tail=False)
        or is_appeal(line)
        or score_caption(line) >= CAPTION_SCORE
    ):
        return False
    return read_credit_line(line.text) is None


def _is_menu(line: Line) -> bool:
    return is_trail(line) or is_section_list(line)


def is_trail(line: Line) -> bool:
    """Whether the line is the way from the home page to the report: "Home > World > Asia"."""
    pieces = split_trail(line)
    return len(pieces) >= 3 and all(len(piece.split()) <= 4 for piece in pieces[:2])


def split_trail(line: Line) -> list[str]:
    return _TRAIL.split(line.text)
