"""How rare a word is in news at large (weights/rarity/CARD.md), so that few reports need not judge it by themselves."""

import gzip
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import log

from secondsource.errors import InstallError

UNSEEN = 0.5
"""Reports credited to a word that the table lacks: half the one that it would have to stand in."""

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")


def find_word_forms(text: str) -> list[str]:
    """The words of `text` in lower case, in order; numbers keep their commas and points."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


@cache
def _load_counts() -> tuple[int, Mapping[str, int]]:
    path = files("secondsource") / "weights" / "rarity" / "reports.tsv.gz"
    try:
        first, *lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
        return int(first), {word: int(count) for word, count in (line.split("\t") for line in lines)}
    except (OSError, EOFError, ValueError) as error:
        raise InstallError(f"the word counts cannot be read ({error}); install secondsource again") from error


def share_of_reports(word: str) -> float:
    """Share of news reports, 0 to 1, in which this word (lower case) stands; never quite 0."""
    reports, counts = _load_counts()
    return counts.get(word, UNSEEN) / reports


def rarity(word: str) -> float:
    """How much the word (lower case) tells: 0 for one in every report, about 8.6 for one in none of those counted."""
    return max(0.0, -log(share_of_reports(word)))
