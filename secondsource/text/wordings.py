"""Two wordings of one utterance, word by word, with each difference classed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Literal

from secondsource.text.lexicon import load_lexicon
from secondsource.text.modality import find_firmness, is_negator, quantity_words
from secondsource.text.rarity import rarity
from secondsource.text.thesaurus import are_near, are_opposite, find_base_forms, find_near_forms

DifferenceKind = Literal[
    "punctuation", "spelling", "function word", "inflection", "order", "synonym", "meaning", "cut", "added"
]

SAME_UTTERANCE = 0.6
"""Share of content words that two wordings have in common from which a word put for another was put there on purpose;
below it the whole was said anew, as translations are, and words that are unlike may still say the same."""

A_FEW = 3
"""Content words up to which what is left out is a word or two and no clause."""

NEAR_WORDS = 0.6
"""Cosine of two words' vectors from which they pass for synonyms: above 27 pairs of changed meaning but for opposites
and words of one row (Monday, Tuesday; doctor, lawyer), below two thirds of 28 pairs of synonyms."""

REMEMBERED = 100_000
"""Texts, words and pairs of texts whose answers are kept: a story of 300 reports has some 10,000 sentences."""

_TOKEN = re.compile(r"(?:(?:co|re|pre|non|anti|e|ex)-)?[^\W_]+(?:['’.,][^\W_]+)*|[^\w\s]|_", re.IGNORECASE)
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_BRITISH = (
    (re.compile(r"our\b|our(?=s|ed|ing|al|able|ful|ite)"), "or"),
    (re.compile(r"([^aeiou])re\b"), r"\1er"),
    (re.compile(r"is(?=e|ed|es|ing|ation)(?<=..is)"), "iz"),
    (re.compile(r"ll(?=ed\b|ing\b|er\b)"), "l"),
    (re.compile(r"(?<=[ae])e(?=[a-z])|ogue\b"), ""),
    (re.compile(r"ence\b"), "ense"),
    (re.compile(r"nes\b"), "ns"),
)
"""British letters and the American ones in their place; both sides are folded, so a word they harm is harmed alike."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two wordings part. `left` and `right` are half-open character ranges, one of them empty if cut or added."""

    kind: DifferenceKind
    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a wording, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return self.text.translate(_FOLDED).lower()

    @property
    def is_name(self) -> bool:
        """Whether it has a capital that no beginning of a sentence asks for; the first word never does."""
        return self.text[0].isupper() and self.start > 0

    @property
    def is_content(self) -> bool:
        return self.text[0].isalnum() and self.folded not in _function_words()


def find_words(text: str) -> tuple[Word, ...]:
    """The words and marks of `text` in order, with their places."""
    return tuple(Word(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text))


def find_differences(left: str, right: str) -> tuple[Difference, ...]:
    """What changes from `left` to `right`, in order of `left`; nothing when they differ in case and spacing alone."""
    ours, theirs = find_words(left), find_words(right)
    matcher = SequenceMatcher(None, [w.folded for w in ours], [w.folded for w in theirs], autojunk=False)
    blocks = [block[1:] for block in matcher.get_opcodes() if block[0] != "equal"]
    judge = _Judge(ours, theirs, [(ours[i:j], theirs[k:m]) for i, j, k, m in blocks])
    return tuple(
        Difference(judge.class_of(ours[i:j], theirs[k:m]), _range(ours, i, j), _range(theirs, k, m))
        for i, j, k, m in blocks
    )


@lru_cache(maxsize=REMEMBERED)
def content_words(text: str) -> tuple[str, ...]:
    """The words of `text` that carry matter, in order, in lower case and one spelling."""
    return tuple(fold_spelling(word.folded.removesuffix("'s")) for word in find_words(text) if word.is_content)


@lru_cache(maxsize=REMEMBERED)
def share_of_matter(left: str, right: str) -> float:
    """Share, 0 to 1, of the shorter text's words that the other has too, or near ones; rare words count more."""
    few, many = sorted(
        (set(content_words(left)), set(content_words(right))), key=lambda words: (len(words), sorted(words))
    )
    weights = {word: rarity(word) for word in few}
    whole = sum(weights[word] for word in sorted(few))
    forms = frozenset(form for word in many for form in find_base_forms(word))
    held = sum(weights[w] for w in sorted(few) if w in many or not find_near_forms(w).isdisjoint(forms))
    return held / whole if whole else 0.0


@lru_cache(maxsize=REMEMBERED)
def forms_of(text: str) -> frozenset[str]:
    """The words of `text` that carry matter, and their dictionary forms."""
    words = content_words(text)
    return frozenset(words).union(*(find_base_forms(word) for word in words))


def find_shared(text: str, other: str) -> list[str]:
    """The words of `text` that carry matter and that `other` has too, or words near them; each once, sorted."""
    forms = forms_of(other)
    return [w for w in sorted(set(content_words(text))) if w in forms or not find_near_forms(w).isdisjoint(forms)]


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load_lexicon("wordings")["function_words"]["words"])


def _range(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    if start < end:
        return words[start].start, words[end - 1].end
    at = words[start].start if start < len(words) else (words[-1].end if words else 0)
    return at, at


@lru_cache(maxsize=REMEMBERED)
def fold_spelling(word: str) -> str:
    """One spelling for the British and the American form: "harbour" and "harbor", "organise" and "organize"."""
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return word.replace("-", "").replace(".", "").replace("'", "")


def _is_inflected(one: str, other: str) -> bool:
    if set(find_base_forms(one)) & set(find_base_forms(other)):
        return True
    shared = len(_common_start(one, other))
    return shared >= 5 and max(len(one), len(other)) - shared <= 4


def _common_start(one: str, other: str) -> str:
    size = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:size]


@lru_cache(maxsize=REMEMBERED)
def _is_synonym(one: str, other: str) -> bool:
    if are_opposite(one, other):
        return False
    if are_near(one, other):
        return True
    from secondsource.text.vectors import embed

    first, second = embed([one, other])
    return float(first @ second) >= NEAR_WORDS


def _is_fixed(word: Word) -> bool:
    """Words with which no other is a synonym: numbers, names, negations and words of quantity."""
    folded = word.folded
    return folded[0].isdigit() or word.is_name or is_negator(folded) or folded in quantity_words()


Block = tuple[Sequence[Word], Sequence[Word]]


class _Judge:
    """Classes the differences of two wordings, knowing both of them whole."""

    def __init__(self, ours: Sequence[Word], theirs: Sequence[Word], blocks: Sequence[Block]) -> None:
        self.all_left, self.all_right = ours, theirs
        self.moved_left = [word for left, _ in blocks for word in left if word.is_content]
        self.moved_right = [word for _, right in blocks for word in right if word.is_content]
        longest = max(sum(w.is_content for w in ours), sum(w.is_content for w in theirs), 1)
        changed = [w for w in self.moved_left if not self._is_elsewhere(w, self.moved_right)]
        added = [w for w in self.moved_right if not self._is_elsewhere(w, self.moved_left)]
        self.is_same_utterance = max(len(changed), len(added)) <= (1 - SAME_UTTERANCE) * longest
        self.is_single = sum(not self._is_slight(left, right) for left, right in blocks) == 1

    @staticmethod
    def _is_elsewhere(word: Word, others: Sequence[Word]) -> bool:
        folded = fold_spelling(word.folded)
        return any(fold_spelling(o.folded) == folded or _is_inflected(word.folded, o.folded) for o in others)

    def _is_slight(self, left: Sequence[Word], right: Sequence[Word]) -> bool:
        """Whether two stretches differ in marks, spelling and endings alone."""
        ours, theirs = ([w for w in words if w.text[0].isalnum()] for words in (left, right))
        return len(ours) == len(theirs) and all(
            fold_spelling(a.folded) == fold_spelling(b.folded) or _is_inflected(a.folded, b.folded)
            for a, b in zip(ours, theirs, strict=True)
        )

    def class_of(self, left: Sequence[Word], right: Sequence[Word]) -> DifferenceKind:
        """The class of one difference, the words `left` put for `right`."""
        ours = [word.folded for word in left if word.text[0].isalnum()]
        theirs = [word.folded for word in right if word.text[0].isalnum()]
        if ours == theirs:
            return "punctuation"
        if [fold_spelling(word) for word in ours] == [fold_spelling(word) for word in theirs]:
            return "spelling"
        if self._turns_round(left, right):
            return "meaning"
        return self._class_of_content([w for w in left if w.is_content], [w for w in right if w.is_content])

    def _turns_round(self, left: Sequence[Word], right: Sequence[Word]) -> bool:
        """Whether a negation came or went, or, in what is else the same utterance, the firmness changed.

        A whole clause that is left out, its own negation with it, turns nothing round.
        """
        if (not left or not right) and sum(w.is_content for w in (*left, *right)) > A_FEW:
            return False
        if any(is_negator(w.folded) for w in left) != any(is_negator(w.folded) for w in right):
            return sum(is_negator(w.folded) for w in self.all_left) != sum(is_negator(w.folded) for w in self.all_right)
        if not self.is_same_utterance:
            return False
        return find_firmness(" ".join(w.text for w in left)) != find_firmness(" ".join(w.text for w in right))

    def _class_of_content(self, left: list[Word], right: list[Word]) -> DifferenceKind:
        if not left and not right:
            return "function word"
        kinds: list[DifferenceKind] = []
        rest = list(right)
        alone: list[Word] = []
        for word in left:
            partner, kind = self._partner(word, rest)
            if partner is None:
                alone.append(word)
            else:
                rest.remove(partner)
                kinds.append(kind)
        if alone and rest:
            return self._class_of_swap(alone, rest)
        if alone or rest:
            return self._class_of_leftover(alone, rest)
        return max(kinds, key=("spelling", "inflection", "synonym").index)

    def _partner(self, word: Word, others: Sequence[Word]) -> tuple[Word | None, DifferenceKind]:
        for other in others:
            if fold_spelling(word.folded) == fold_spelling(other.folded):
                return other, "spelling"
        for other in others:
            if _is_inflected(word.folded, other.folded):
                return other, "inflection"
        if not _is_fixed(word):
            for other in others:
                if not _is_fixed(other) and _is_synonym(word.folded, other.folded):
                    return other, "synonym"
        return None, "meaning"

    def _class_of_swap(self, alone: Sequence[Word], rest: Sequence[Word]) -> DifferenceKind:
        ours = [word for word in alone if not self._is_elsewhere(word, self.moved_right)]
        theirs = [word for word in rest if not self._is_elsewhere(word, self.moved_left)]
        if not ours or not theirs:
            return self._class_of_leftover(ours, theirs)
        if self.is_same_utterance and any(_is_fixed(word) and not is_negator(word.folded) for word in (*ours, *theirs)):
            return "synonym" if self._same_quantity(ours, theirs) else "meaning"
        if any(are_opposite(one.folded, other.folded) for one in ours for other in theirs):
            return "meaning"
        return "meaning" if self.is_same_utterance and self.is_single else "synonym"

    @staticmethod
    def _same_quantity(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
        """Whether words of quantity stand for such as mean the same: "each" for "every"."""
        left, right = ({quantity_words().get(w.folded) for w in words} - {None} for words in (ours, theirs))
        return bool(left) and left == right and not any(w.is_name or w.text[0].isdigit() for w in (*ours, *theirs))

    def _class_of_leftover(self, alone: Sequence[Word], rest: Sequence[Word]) -> DifferenceKind:
        ours = [word for word in alone if not self._is_elsewhere(word, self.moved_right)]
        theirs = [word for word in rest if not self._is_elsewhere(word, self.moved_left)]
        if not ours and not theirs:
            return "order"
        return "cut" if ours else "added"
