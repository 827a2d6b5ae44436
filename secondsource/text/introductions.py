"""Introductions: the words with which texts present a name: "the surgeon, Ada Moll", "Udo Flint, who runs the dam"."""

import re
from collections.abc import Iterator, Sequence

from secondsource.text.wordings import content_words

REACH = 70
"""Characters to each side of a name in which an apposition stands."""
MOST_WORDS = 7
"""Words of an apposition: "the head of the weather office in Brenn"."""
_STOP = re.compile(
    r"[.;:!?“”\"()\n–—]|\b(?:sa(?:id|ys?)|told|tells?|writes?|wrote|that|added|asked|replied|accused|of\sthe\sday)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[,.;:)]|$")
_WORD = re.compile(r"[^\W_][\w'’-]*")


class Introductions:
    """What the texts of a story call each speaker beside his name."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known: dict[str, frozenset[str]] = {}

    def words_of(self, speaker: str) -> frozenset[str]:
        """The content words of the speaker's name and of what stands beside it where a text introduces it."""
        if speaker not in self._known:
            words = {word for told in (speaker, *self._beside(speaker)) for word in content_words(told)}
            self._known[speaker] = frozenset(words)
        return self._known[speaker]

    def _beside(self, speaker: str) -> Iterator[str]:
        parts = speaker.split()
        if not parts or not parts[-1][:1].isupper():
            return
        for text in self._texts:
            for found in re.finditer(rf"\b{re.escape(parts[-1])}\b", text):
                behind = text[found.end() : found.end() + REACH]
                told = _before(text[max(0, found.start() - REACH) : found.start()], parts[:-1], _CLOSED.match(behind))
                yield told or _behind(behind)


def _before(text: str, first_names: Sequence[str], closed: re.Match[str] | None) -> str:
    """The apposition that ends where the name begins: "Captain ", or "the surgeon, " where the name is closed too."""
    told = _STOP.split(text)[-1].rstrip()
    for name in reversed(first_names):
        told = told.removesuffix(name).rstrip()
    if told.endswith(",") and closed is None:
        return ""
    clause = told.removesuffix(",").rpartition(",")[2]
    return clause if 0 < len(_WORD.findall(clause)) <= MOST_WORDS else ""


def _behind(text: str) -> str:
    """The apposition that follows the name: ", the caretaker," or ", who runs the dam"."""
    if not text.startswith((", ", " of the ", " for the ")):
        return ""
    clause = _STOP.split(text[1:])[0].strip().partition(",")[0]
    return clause if len(_WORD.findall(clause)) <= MOST_WORDS else ""
