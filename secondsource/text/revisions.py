"""Revisions: what changed from one text to a later one, sentence by sentence and word by word.

White space, punctuation, kinds of quotation marks and dashes, and the letter case of headings are how a text looks:
where only they differ, nothing changed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

EditKind = Literal["added", "removed", "reworded", "moved"]

LEAST_SHARED = 0.5
"""Share of the words of two sentences, counted in both, that they must have in common for one to be the other reworded:
below it, fewer words were kept than were put in."""

MOST_PAIRS = 40_000
"""Pairs of sentences that are looked at for rewordings: two texts of 200 sentences with nothing in common."""

SHORT_CAPITALS = 3
"""Letters up to which a word in capitals is a word of its own ("US", "WHO") and no shouted one."""

_WORD = re.compile(
    r"[^\W_]+(?:[-'’.,][^\W_]+)*|(?<![^\W_])[-−–](?=\d)|[$£€¥%]|[“”„«»\"](?=[^\W_])|(?<![^\W_])['‘‚](?=[^\W\d_])"
)
"""A word with its inner marks, the sign of a number, a currency, or a mark that opens a quotation."""
_AGE = re.compile(
    r"(?:last\s)?(?:updated|published|posted|modified):?\s(?:an?|\d{1,3})\s(?:second|minute|hour|day|week|month|year)s?\sago\.?",
    re.IGNORECASE,
)
"""A line that says how old a page is: it changes by itself."""
_SIGNS = {"−": "-", "–": "-"} | dict.fromkeys("“”„«»'‘‚", '"')

Range = tuple[int, int]
"""Half-open characters of a text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or heading of a text: text[start:end]."""

    start: int
    end: int
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """What became of a sentence: `left` is where it stands in the earlier text, `right` in the later one.

    `left_words` and `right_words` are the words that were put for one another, where it was reworded.
    """

    kind: EditKind
    left: Range | None
    right: Range | None
    left_words: tuple[Range, ...] = ()
    right_words: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands."""

    key: str
    start: int
    end: int


def read_words(text: str, passage: Passage) -> tuple[Word, ...]:
    """The words of a sentence or heading, as they are compared with those of another; none, where it tells its age."""
    if tells_age(text[passage.start : passage.end]):
        return ()
    found = _WORD.finditer(text, passage.start, passage.end)
    return tuple(
        Word(_fold(match.group(), fold_case=passage.is_heading or is_first), match.start(), match.end())
        for is_first, match in _marking_first(found)
    )


def tells_age(sentence: str) -> bool:
    """Whether a sentence says how long ago the page was updated, and nothing else."""
    return _AGE.fullmatch(sentence.strip()) is not None


def are_alike(left: str, right: str) -> bool:
    """Whether two headings differ in looks alone."""
    ours, theirs = (read_words(text, Passage(0, len(text), is_heading=True)) for text in (left, right))
    return [word.key for word in ours] == [word.key for word in theirs]


def find_edits(left: str, ours: Sequence[Passage], right: str, theirs: Sequence[Passage]) -> tuple[Edit, ...]:
    """What changed from `left` to `right`, given with their sentences: by place in the later text, removals where the
    removed stood. Nothing when they differ in looks alone.
    """
    before = [read_words(left, passage) for passage in ours]
    after = [read_words(right, passage) for passage in theirs]
    gone, come = _find_unmatched([_keys(words) for words in before], [_keys(words) for words in after])
    moved = _pair_moved(gone, come, before, after)
    reworded = _pair_reworded([i for i in gone if i not in moved], [j for j in come if j not in moved.values()],
                              before, after)  # fmt: skip
    edits = {j: _reword(ours[i], before[i], theirs[j], after[j]) for i, j in reworded.items()}
    edits |= {j: Edit("moved", _range(ours[i]), _range(theirs[j])) for i, j in moved.items()}
    edits |= {j: Edit("added", None, _range(theirs[j])) for j in come if j not in edits}
    removed = [Edit("removed", _range(ours[i]), None) for i in gone if i not in moved and i not in reworded]
    return _in_order([edits[j] for j in sorted(edits)], removed)


def _in_order(edits: Sequence[Edit], removed: Sequence[Edit]) -> tuple[Edit, ...]:
    """Put each removal before the first edit of a sentence that stood behind what was removed."""
    ordered, waiting = [], list(removed)
    for edit in edits:
        while waiting and edit.left and edit.kind != "moved" and (waiting[0].left or (0, 0)) < edit.left:
            ordered.append(waiting.pop(0))
        ordered.append(edit)
    return (*ordered, *waiting)


def _find_unmatched(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> tuple[list[int], list[int]]:
    """Places of the sentences that do not stand in the same order in the other text; wordless ones are none."""
    gone, come = [], []
    for tag, i, k, j, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal" and sum(before[i:k], ()) != sum(after[j:m], ()):
            gone += [place for place in range(i, k) if before[place]]
            come += [place for place in range(j, m) if after[place]]
    return gone, come


def _pair_moved(
    gone: Sequence[int], come: Sequence[int], before: Sequence[Sequence[Word]], after: Sequence[Sequence[Word]]
) -> dict[int, int]:
    """Sentences that stand in both texts, in another order."""
    free: dict[tuple[str, ...], list[int]] = {}
    for place in come:
        free.setdefault(_keys(after[place]), []).append(place)
    return {place: held.pop(0) for place in gone if (held := free.get(_keys(before[place]), []))}


def _pair_reworded(
    gone: Sequence[int], come: Sequence[int], before: Sequence[Sequence[Word]], after: Sequence[Sequence[Word]]
) -> dict[int, int]:
    """Each sentence that went with the one that stands for it, those that share most words first."""
    if len(gone) * len(come) > MOST_PAIRS:
        come = come[: MOST_PAIRS // len(gone)]
    bags = {j: Counter(_keys(after[j])) for j in come}
    shares = []
    for i in gone:
        bag = Counter(_keys(before[i]))
        for j in come:
            share = 2 * (bag & bags[j]).total() / (bag.total() + bags[j].total())
            if share >= LEAST_SHARED:
                shares.append((-share, abs(i - j), i, j))
    paired: dict[int, int] = {}
    for _, _, i, j in sorted(shares):
        if i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def _reword(mine: Passage, left: Sequence[Word], theirs: Passage, right: Sequence[Word]) -> Edit:
    blocks = SequenceMatcher(None, _keys(left), _keys(right), autojunk=False).get_opcodes()
    changed = [block[1:] for block in blocks if block[0] != "equal"]
    return Edit(
        "reworded",
        _range(mine),
        _range(theirs),
        tuple((left[i].start, left[k - 1].end) for i, k, _, _ in changed if i < k),
        tuple((right[j].start, right[m - 1].end) for _, _, j, m in changed if j < m),
    )


def _range(passage: Passage) -> Range:
    return passage.start, passage.end


def _keys(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def _marking_first(found: Iterator[re.Match[str]]) -> Iterator[tuple[bool, re.Match[str]]]:
    """Each word, and whether it is the first one: the sentence asks for its capital."""
    is_first = True
    for match in found:
        yield is_first, match
        is_first = is_first and not match.group()[0].isalnum()


def _fold(word: str, *, fold_case: bool) -> str:
    if not word[0].isalnum():
        return _SIGNS.get(word, word)
    plain = word.replace("’", "'")
    if fold_case:
        return plain.casefold()
    return plain.capitalize() if plain.isupper() and len(plain) > SHORT_CAPITALS else plain
