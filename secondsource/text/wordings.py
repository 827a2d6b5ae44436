"""Two wordings of one utterance, word by word, with each difference classed."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from secondsource.text.lexicon import load_lexicon

DifferenceKind = Literal["punctuation", "function word", "inflection", "synonym", "meaning", "order", "cut", "added"]

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]|_")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two wordings part. `left` and `right` are half-open character ranges, one of them empty if cut or added."""

    kind: DifferenceKind
    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return self.text.translate(_FOLDED).lower()


def find_words(text: str) -> tuple[Word, ...]:
    """The words and marks of `text` in order, with their places."""
    return tuple(Word(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load_lexicon("wordings")["function_words"]["words"])


def find_differences(left: str, right: str) -> tuple[Difference, ...]:
    """What changes from `left` to `right`, in order of `left`; nothing when they differ in case and spacing alone."""
    ours, theirs = find_words(left), find_words(right)
    matcher = SequenceMatcher(None, [w.folded for w in ours], [w.folded for w in theirs], autojunk=False)
    found = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            found.append(Difference(_class_of(ours[i:j], theirs[k:m]), _range(ours, i, j), _range(theirs, k, m)))
    return tuple(found)


def _range(words: tuple[Word, ...], start: int, end: int) -> tuple[int, int]:
    if start < end:
        return words[start].start, words[end - 1].end
    at = words[start].start if start < len(words) else (words[-1].end if words else 0)
    return at, at


def _class_of(left: tuple[Word, ...], right: tuple[Word, ...]) -> DifferenceKind:
    ours = [w.folded for w in left if w.text[0].isalnum()]
    theirs = [w.folded for w in right if w.text[0].isalnum()]
    if ours == theirs:
        return "punctuation"
    content_left = [w for w in ours if w not in _function_words()]
    content_right = [w for w in theirs if w not in _function_words()]
    if content_left == content_right:
        return "function word"
    if not content_right:
        return "cut"
    if not content_left:
        return "added"
    if [_stem(w) for w in content_left] == [_stem(w) for w in content_right]:
        return "inflection"
    return "meaning"


def _stem(word: str) -> str:
    for ending in ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
