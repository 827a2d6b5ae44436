"""Nouns by hand: readings whose sentences end with full stops, and statements that are named by their words."""

import re
from collections.abc import Mapping, Sequence

from secondsource.model.readings import Name, Reading
from secondsource.model.reports import Block, Report
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution, Bound, Dating, Figure, Manner, Statements, Via
from secondsource.model.stories import Derivation, Lineage, Stemma, Story


def at(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.find(words)
    assert start >= 0, f"{words!r} is not in {text!r}"
    return Span(start, start + len(words))


def read(name: str, text: str, *, day: str | None = None, persons: Sequence[str] = ()) -> Reading:
    """A reading of paragraphs and sentences; `persons` are the names that it knows, wherever they stand."""
    blocks = tuple(Block("paragraph", Span(*found.span())) for found in re.finditer(r"[^\n]+", text))
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^.\n ][^.\n]*(?:\.\d[^.\n]*)*[.!?]?[”\"]?", text))
    names = tuple(
        Name(Span(*found.span()), "person", person) for person in persons for found in re.finditer(person, text)
    )
    report = Report(name, name, text, outlet=name, published_at=day, blocks=blocks)
    return Reading(report, sentences, (), names, (), day, None)


def say(
    reading: Reading, speaker: str | None, content: str, *, cue: str = "said", force: str = "states",
    manner: Manner = "indirect", via: str | None = None,
) -> Attribution:  # fmt: skip
    """An attribution whose source and cue are looked for in the text, the source by the speaker's last word."""
    text = reading.report.text
    source = (at(text, speaker.split()[-1]),) if speaker and speaker.split()[-1] in text else ()
    cues = (at(text, cue),) if cue in text else ()
    carriers = (Via(at(text, via), via),) if via else ()
    return Attribution(source, cues, (at(text, content),), manner, force, speaker, carriers)


def count(
    reading: Reading, words: str, value: float, *, of: str | None = None, unit: str | None = None,
    bound: Bound = "exact",
) -> Figure:  # fmt: skip
    """A figure at `words`; "at least" and "more than" leave it open above."""
    high = None if bound in ("at least", "more than") else value
    return Figure(at(reading.report.text, words), value, high, unit, of, bound)


def date(reading: Reading, words: str, value: str, event: str) -> Dating:
    return Dating(at(reading.report.text, words), value, at(reading.report.text, event))


def tell(
    reading: Reading,
    attributions: Sequence[Attribution] = (),
    figures: Sequence[Figure] = (),
    datings: Sequence[Dating] = (),
) -> Statements:
    return Statements(reading.report.id, tuple(attributions), tuple(figures), tuple(datings))


def story(*readings: Reading, happened_on: str | None = None) -> Story:
    return Story("story", "a story", happened_on, readings)


def silent(*readings: Reading) -> dict[str, Statements]:
    """The statements of readings that nothing was taken from."""
    return {reading.report.id: tell(reading) for reading in readings}


def lineages(
    *groups: Sequence[str], derivations: Sequence[Derivation] = (), names: Mapping[int, str] | None = None
) -> Stemma:
    """A stemma with one lineage for each group of reports, whose first is the root."""
    return Stemma(
        tuple(
            Lineage(f"L{i}", tuple(group), group[0], False, (names or {}).get(i), ()) for i, group in enumerate(groups)
        ),
        tuple(derivations),
    )
