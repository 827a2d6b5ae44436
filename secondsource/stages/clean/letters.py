"""Clean text: kept to the letter, a block for each line that holds something."""

import re

from secondsource.model.reports import Block
from secondsource.model.spans import Span
from secondsource.stages.clean.drafts import Draft

_LINE = re.compile(r"[^\n\r]+")


def read_letters(text: str) -> Draft:
    """The text as it is, marked line by line."""
    blocks = []
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words)
            blocks.append(Block("paragraph", Span(start, start + len(words))))
    return Draft(text, tuple(blocks))
