"""Cues: the words by which a report hands on what others say, as lexicon/speech.toml lists them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon

Frames = dict[str, str]
"""What a verb takes (quote, clause, infinitive, object, trait, charge), each with the force it then has."""

HEADLINE_CAPITALS = 0.6
"""Share of words with a capital from which on a sentence is a headline: "Mayor Says the Pier Is Lost"."""
BESIDE_VERB = frozenset(["aux", "auxpass", "neg", "advmod", "prt"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun that may open speech: its word, all the words of the cue, and what it takes."""

    at: int
    words: tuple[int, ...]
    frames: Frames

    @property
    def last(self) -> int:
        return max(self.words[-1], self.at)


@cache
def load_verbs() -> dict[str, tuple[tuple[tuple[str, ...], Frames], ...]]:
    """Lemma → the ways it can go on (words that must follow it, longest first) with their frames."""
    merged: dict[tuple[str, ...], Frames] = {}
    for group in load_lexicon("speech")["verbs"]:
        for entry in group["words"]:
            frames = merged.setdefault(tuple(entry.split()), {})
            for frame in group["takes"]:
                frames.setdefault(frame, group["force"])
    ways: dict[str, list[tuple[tuple[str, ...], Frames]]] = {}
    for words, frames in merged.items():
        ways.setdefault(words[0], []).append((words[1:], frames))
    return {lemma: tuple(sorted(some, key=lambda way: -len(way[0]))) for lemma, some in ways.items()}


def is_relay(lemma: str) -> bool:
    """Whether a verb passes on another's words: its object speaks, its subject carries."""
    return any("relay" in frames for _, frames in load_verbs().get(lemma, ()))


@cache
def load_stances() -> frozenset[str]:
    """The forces of those who need not have said a word."""
    return frozenset(load_lexicon("speech")["stances"]["forces"])


@cache
def load_mute() -> frozenset[str]:
    """Nouns for happenings, which are no sources."""
    return frozenset(load_lexicon("roles")["mute"]["words"])


@cache
def load_light_verbs() -> frozenset[str]:
    """Verbs that only say that somebody has or gives the noun after them: "make the claim"."""
    return frozenset(load_lexicon("speech")["light"]["words"])


@cache
def load_charging() -> frozenset[str]:
    """Nouns for a charge, whose "of" says what somebody is charged with."""
    return frozenset(load_lexicon("speech")["charging"]["words"])


@cache
def load_nouns() -> dict[str, str]:
    """Noun → force."""
    return {word: group["force"] for group in load_lexicon("speech")["nouns"] for word in group["words"]}


def find_verbs(tree: Tree) -> Iterator[Cue]:
    """Every verb of the report's own that may open speech; “I think” inside a quotation is the speaker's."""
    known = load_verbs()
    for index in range(len(tree)):
        is_verb = tree.pos(index) == "VERB" and tree.dep(index) != "amod" and not tree.quoted[index]
        is_verb = is_verb and not _is_part_of_name(tree, index) and tree.words[index - 1] != "without"
        ways = known.get(tree.lemma(index)) if is_verb else None
        cue = _read_way(tree, index, ways) if ways else None
        if cue:
            yield cue


def _is_part_of_name(tree: Tree, index: int) -> bool:
    """“the Ellith State Guest House”: a capital after a capital, except in a headline that has most words so."""
    sentence = tree.sentence_words(index)
    if index == sentence[0] or not (_is_capital(tree, index) and _is_capital(tree, index - 1)):
        return False
    words = [word for word in sentence if tree.pos(word) != "PUNCT"]
    return sum(_is_capital(tree, word) for word in words) < HEADLINE_CAPITALS * len(words)


def _is_capital(tree: Tree, index: int) -> bool:
    return tree.tokens[index].span.of(tree.text)[0].isupper()


def _read_way(tree: Tree, index: int, ways: tuple[tuple[tuple[str, ...], Frames], ...]) -> Cue | None:
    for following, frames in ways:
        end = index + 1 + len(following)
        if tuple(tree.words[index + 1 : end]) == following:
            return Cue(index, _with_neighbours(tree, index, end - 1), frames)
    return None


def _with_neighbours(tree: Tree, index: int, last: int) -> tuple[int, ...]:
    """The verb with the auxiliaries, particles, adverbs and "not" that stand directly beside it."""
    beside = {child for child in tree.children[index] if tree.dep(child) in BESIDE_VERB and not tree.children[child]}
    first = index
    while first - 1 in beside:
        first -= 1
    while last + 1 in beside and tree.dep(last + 1) in ("prt", "neg"):
        last += 1
    return tuple(range(first, last + 1))
