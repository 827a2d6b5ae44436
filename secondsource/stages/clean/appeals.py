"""Lines that talk to the reader, readers who talk back, and teasers: told from a report by how they speak."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from secondsource.stages.clean.lines import Line
from secondsource.text.lexicon import load_lexicon

LONGEST_APPEAL = 40
"""Words. Appeals are one or two sentences; longer paragraphs that say "you" are service pieces or opinion."""

CHATTER_WORDS = 60
"""Readers' comments that get into pastes with a report are short; longer ones are not told from its paragraphs."""

FOREIGN_SHARE = 0.2
"""Share of a line's longer words that a report's paragraphs have too, under which the line is about something else.
Of the paragraphs of 135 reports, 2 in 100 share less with the rest of theirs."""

SPEAKING_PARAGRAPHS = 3
"""Reports address the reader in a line or two at the end; a text that does so in three paragraphs means it."""

_YOU = re.compile(r"\byou(?:r|rs|'re|'ll|'ve)?\b")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{0,600}[”\"]")
_WORD = re.compile(r"[a-z@][a-z'@]*")
_SHOUT = re.compile(r"[!?]{2,}")


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(load_lexicon("furniture")[table][key])


@cache
def _phrases(table: str, key: str) -> tuple[str, ...]:
    return tuple(load_lexicon("furniture")[table][key])


def _unquoted(line: Line) -> str:
    return _QUOTED.sub(" ", line.text.replace("’", "'")).lower()


def is_appeal(line: Line) -> bool:
    """Whether the line asks something of its reader for the outlet's sake: to follow, subscribe, click, stay informed.

    A call for information, as the police give it to reporters, belongs to the report.
    """
    if not 2 <= line.count <= LONGEST_APPEAL:
        return False
    words = _WORD.findall(_unquoted(line))
    if not words or "said" in words or "told" in words or "information" in words:
        return False
    reader = [word for word in words if word in _words("appeals", "reader")]
    return words[0] in _words("appeals", "asks") and len(reader) >= 2


def speaks_to_reader(lines: Iterable[Line]) -> bool:
    """Whether the paragraphs themselves speak to "you": a service piece or a column, in which an appeal is no sign."""
    speaking = [line for line in lines if line.is_prose and _YOU.search(_unquoted(line))]
    return len(speaking) >= SPEAKING_PARAGRAPHS


def is_chatter(line: Line) -> bool:
    """Whether the line is a reader's comment: a greeting, praise for the site, exclamation marks in rows."""
    if line.count > CHATTER_WORDS:
        return False
    unquoted = _unquoted(line)
    words = _WORD.findall(unquoted)
    if not words:
        return False
    signs = len(_SHOUT.findall(unquoted)) * 2
    signs += 2 if unquoted.startswith(_phrases("chatter", "starts")) else 0
    signs += 1 if unquoted.rstrip().endswith("!") else 0
    signs += 1 if sum(word in _words("chatter", "words") for word in words) >= max(2, len(words) / 5) else 0
    signs -= 2 if {"said", "told", "according"} & set(words) else 0
    return signs >= 2


def is_teaser(line: Line) -> bool:
    """Whether the line breaks off to make one read on, or says what a programme will show."""
    folded = _unquoted(line)
    if folded.rstrip().endswith(_phrases("teasers", "ends")):
        return True
    return line.count <= CHATTER_WORDS and any(phrase in folded for phrase in _phrases("teasers", "says"))


def long_words(text: str) -> frozenset[str]:
    """The words of four letters and more, without a plural's s and cut to six so that forms of one word meet."""
    return frozenset(word.rstrip("s")[:6] for word in re.findall(r"[^\W\d_]{4,}", text.lower()))


def is_foreign(line: Line, vocabulary: Collection[str]) -> bool:
    """Whether a line shares next to nothing with the words of the report's paragraphs."""
    own = long_words(line.text)
    return bool(own) and sum(word in vocabulary for word in own) / len(own) < FOREIGN_SHARE
