"""Clean text: kept to the letter, a block for each line that holds something."""

import re

from secondsource.model.reports import Block, Credit
from secondsource.model.spans import Span
from secondsource.stages.clean.drafts import Draft
from secondsource.stages.clean.frames import TITLE_WORDS, could_be_title
from secondsource.stages.clean.lines import to_line
from secondsource.stages.clean.titles import split_title

HEAD_LINES = 4
"""A headline is followed by the first paragraph, with a by-line and a date line between them at most."""

_LINE = re.compile(r"[^\n\r]+")


def read_letters(text: str) -> Draft:
    """The text as it is, marked line by line."""
    blocks = []
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words)
            blocks.append(Block("paragraph", Span(start, start + len(words))))
    return Draft(text, tuple(blocks), credits=_read_title([block.span.of(text) for block in blocks]))


def _read_title(lines: list[str]) -> tuple[Credit, ...]:
    """The headline, where the first line can be one and a paragraph follows near it."""
    first, *following = [to_line(line) for line in lines[:HEAD_LINES]] or [to_line("")]
    if first.count < TITLE_WORDS or not could_be_title(first) or not any(line.is_prose for line in following):
        return ()
    return (Credit("title", split_title(first.text)[0], "first line of the text"),)
