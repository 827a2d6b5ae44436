"""Memory of what was parsed: syndicated copy comes again and again, and is parsed once."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from sys import intern
from typing import NamedTuple


class Word(NamedTuple):
    """A word of a stretch: where it stands in it, and its place in the parse; `head` is a word's number there."""

    start: int
    end: int
    head: int
    lemma: str
    pos: str
    tag: str
    dep: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parse of one stretch, offsets and numbers counted from its start; where it cannot be read, without words.

    `hindrance` says why not. It is kept packed, at some 50 bytes a word, for thousands of them are held.
    """

    sentences: tuple[tuple[int, int], ...]
    entities: tuple[tuple[int, int, str], ...]
    places: "array[int]"
    labels: tuple[str, ...]
    hindrance: str | None = None

    @classmethod
    def of(
        cls,
        sentences: Iterable[tuple[int, int]],
        entities: Iterable[tuple[int, int, str]] = (),
        words: Iterable[Word] = (),
        hindrance: str | None = None,
    ) -> "Parsed":
        """Pack a parse."""
        places: array[int] = array("I")
        labels: list[str] = []
        for word in words:
            places.extend((word.start, word.end, word.head))
            labels += [intern(word.lemma), intern(word.pos), intern(word.tag), intern(word.dep)]
        return cls(tuple(sentences), tuple(entities), places, tuple(labels), hindrance)

    def words(self) -> Iterable[Word]:
        """The words in order."""
        return map(
            Word,
            self.places[::3],
            self.places[1::3],
            self.places[2::3],
            self.labels[::4],
            self.labels[1::4],
            self.labels[2::4],
            self.labels[3::4],
        )


class Memory:
    """Parses by the text of their stretch, the one longest unused forgotten first; bounded by characters of text."""

    def __init__(self) -> None:
        self._held: OrderedDict[bytes, tuple[int, Parsed]] = OrderedDict()
        self._characters = 0

    def recall(self, text: str) -> Parsed | None:
        """The parse of that text, if it is still known."""
        key = _key(text)
        known = self._held.get(key)
        if known is None:
            return None
        self._held.move_to_end(key)
        return known[1]

    def keep(self, text: str, parsed: Parsed, most_characters: int) -> None:
        """Remember a parse; forget others until no more than `most_characters` of text are known."""
        key = _key(text)
        if key not in self._held:
            self._characters += len(text)
        self._held[key] = (len(text), parsed)
        while self._characters > most_characters and self._held:
            _, (length, _) = self._held.popitem(last=False)
            self._characters -= length


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
