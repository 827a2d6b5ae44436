"""One utterance in the words of several reports, side by side, with the differing words marked."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from secondsource.surfaces.page.labels import LineageCitations, by_lineage
from secondsource.surfaces.page.points import ShownPoint, ShownStatement
from secondsource.text.wordings import Difference, content_words, find_differences

MOST_COMPARED = 2000
"""Longest wording in characters that is compared word by word; comparing takes time in proportion to the square."""

LEAST_ALIKE = 1 / 3
"""Share of the shorter wording's words of matter that the other must have for differences to be marked: below it,
translations and summaries, nearly every word would be. A choice."""

QUIET = ("punctuation", "spelling", "function word", "inflection")
"""Kinds of difference that change no more than the form; they are marked faintly, and not told of."""


@dataclass(frozen=True, slots=True)
class WordingPiece:
    """A stretch of a wording; `kind` is how it differs from the first wording, None where it is the same.

    A piece without text is a place where words of the first wording are left out: `missing` are those words.
    """

    text: str
    kind: str | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What the first wording has and what this one has instead, either of them empty."""

    before: str
    after: str
    kind: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that some reports share, compared with the first wording of the point.

    `ascribed` are those statements that name another speaker than the point does, or whom they have it from.
    """

    cited: tuple[LineageCitations, ...]
    ascribed: tuple[ShownStatement, ...]
    pieces: tuple[WordingPiece, ...]
    changes: tuple[Change, ...]
    is_anew: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A wording beside the first one; `members` are the places, among what was compared, that have it.

    `is_anew` where it shares so few words with the first that none is marked.
    """

    members: tuple[int, ...]
    pieces: tuple[WordingPiece, ...]
    changes: tuple[Change, ...]
    is_anew: bool = False


def compare_wordings(told: Sequence[tuple[str, Hashable]], longest: int = MOST_COMPARED) -> tuple[Compared, ...]:
    """Every wording once, out of texts with the lineage of each; first the one that most lineages have, the longest.

    The first wording is marked where any other differs from it, so that both sides of a difference stand out. What has
    more than `longest` characters is only listed.
    """
    by_text: dict[str, list[int]] = {}
    for place, (text, _) in enumerate(told):
        by_text.setdefault(_plain(text), []).append(place)
    lineages = {text: len({told[place][1] for place in places}) for text, places in by_text.items()}
    texts = sorted(by_text, key=lambda text: (-lineages[text], -len(by_text[text]), -len(text)))
    if not texts:
        return ()
    first, *others = texts
    anew = {text for text in others if not _are_alike(first, text)}
    differences = {text: () if text in anew else _differences(first, text, longest) for text in others}
    against = [difference for found in differences.values() for difference in found]
    compared = [Compared(tuple(by_text[first]), _marked_first(first, against), ())]
    for text in others:
        pieces, changes = _marked(first, text, differences[text]), _changes(first, text, differences[text])
        compared.append(Compared(tuple(by_text[text]), pieces, changes, text in anew))
    return tuple(compared)


def show_wordings(point: ShownPoint) -> tuple[Wording, ...]:
    """Every wording of a point once, compared with the first."""
    told = [(statement.citation.text, statement.citation.label.lineage) for statement in point.statements]
    return tuple(
        _wording(point, [point.statements[place] for place in one.members], one) for one in compare_wordings(told)
    )


def _wording(point: ShownPoint, statements: Sequence[ShownStatement], compared: Compared) -> Wording:
    return Wording(
        by_lineage(statement.citation for statement in statements),
        tuple(statement for statement in statements if statement.via or statement.speaker != point.speaker),
        compared.pieces,
        compared.changes,
        compared.is_anew,
    )


def _plain(text: str) -> str:
    """One wording whatever its spacing."""
    return " ".join(text.split())


def _are_alike(first: str, text: str) -> bool:
    few, many = sorted((set(content_words(first)), set(content_words(text))), key=len)
    return not few or len(few & many) >= LEAST_ALIKE * len(few)


def _differences(first: str, text: str, longest: int) -> tuple[Difference, ...]:
    return find_differences(first, text) if max(len(first), len(text)) <= longest else ()


def _marked(first: str, text: str, differences: Sequence[Difference]) -> tuple[WordingPiece, ...]:
    pieces = []
    reached = 0
    for difference in differences:
        start, end = difference.right
        pieces.append(WordingPiece(text[reached:start]))
        missing = first[slice(*difference.left)] if start == end and difference.kind not in QUIET else ""
        pieces.append(WordingPiece(text[start:end], difference.kind, missing))
        reached = end
    pieces.append(WordingPiece(text[reached:]))
    return tuple(piece for piece in pieces if piece.text or piece.missing)


def _marked_first(first: str, differences: Sequence[Difference]) -> tuple[WordingPiece, ...]:
    """The first wording, each stretch marked by the first difference that touches it, loud ones before quiet ones."""
    kinds: list[str | None] = [None] * len(first)
    for difference in sorted(differences, key=lambda difference: difference.kind not in QUIET):
        start, end = difference.left
        kinds[start:end] = [difference.kind] * (end - start)
    pieces = []
    start = 0
    for end in range(1, len(first) + 1):
        if end == len(first) or kinds[end] != kinds[start]:
            pieces.append(WordingPiece(first[start:end], kinds[start]))
            start = end
    return tuple(pieces)


def _changes(first: str, text: str, differences: Sequence[Difference]) -> tuple[Change, ...]:
    return tuple(
        Change(first[slice(*difference.left)], text[slice(*difference.right)], _kind_shown(difference))
        for difference in differences
        if difference.kind not in QUIET
    )


def _kind_shown(difference: Difference) -> str:
    """Words put for others with something left out or added are neither cut nor added: they are other words."""
    is_replaced = all(end > start for start, end in (difference.left, difference.right))
    return "other words" if is_replaced and difference.kind in {"cut", "added"} else difference.kind
