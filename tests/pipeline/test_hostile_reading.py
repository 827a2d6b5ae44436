"""Text that is no news: an answer in time that grows with the text, spans inside it, never a crash."""

import time
from random import Random

import pytest

from secondsource.model.reports import Document, Given, Rejection
from secondsource.pipeline import ReadReport, read_document
from secondsource.settings import Settings

WORDS = (  # noqa: SIM905
    "the of a in to mayor harbour said ship council water people town on with had 12 first of Ida Roe Monday officials "
    "that from port was crew by storm city 3,000 which were"
).split()


def _prose(size: int) -> str:
    chance = Random(7)  # noqa: S311
    return " ".join(chance.choice(WORDS) for _ in range(size // 5))


MAKERS = {
    "no full stop": _prose,
    "capitals": lambda size: _prose(size).upper(),
    "quotation marks": lambda size: '"' * size + " said Ida",
    "curly marks never closed": lambda size: "“a " * (size // 3),
    "nested marks": lambda size: "“ ‘ " * (size // 4),
    "scores": lambda size: "\n".join(f"Skarrow {n % 7} Ulm {n % 5}" for n in range(size // 16)),
    "stocks": lambda size: "\n".join(f"SKR {n}.25 +{n % 9}.5% {n * 7}" for n in range(size // 20)),
    "table": lambda size: "\n".join("\t".join(str(n * row) for n in range(8)) for row in range(size // 40)),
    "right to left": lambda size: "\u202e\u200fIda\u202c said \u200f“no”\u200e. " * (size // 25),
    "emoji": lambda size: "😀 Ida said 🙌🏽 yes. 👩\u200d👩\u200d👧 " * (size // 24),
    "languages": lambda size: (
        "Ida said yes. Мэр города открыл причал.\n市長は桟橋を開いた。 La ville a dit.\n" * (size // 75)
    ),
    "commas": lambda size: "a, " * (size // 3),
    "numbers": lambda size: "12 million to " * (size // 14),
    "days": lambda size: "Monday " * (size // 7),
    "years": lambda size: "the year before the " * (size // 20),
    "sayings": lambda size: "said that " * (size // 10),
    "empty lines": lambda size: "\n" * size + "the end of it",
}


def _read(text: str) -> tuple[ReadReport | Rejection, float]:
    """What comes of a text, and the seconds of work it took."""
    started = time.process_time()
    outcome = read_document(Document("test", text.encode("utf-8"), "clean", Given(id="r")), Settings())
    return outcome, time.process_time() - started


def _spans(read: ReadReport):
    reading, told = read.reading, read.statements
    yield from reading.sentences
    for marked in (*reading.tokens, *reading.names, *reading.times, *reading.notes, *told.figures, *told.datings):
        yield marked.span
    for attribution in told.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
        yield from (via.span for via in attribution.via)
    yield from (dating.event for dating in told.datings)


@pytest.mark.parametrize("kind", MAKERS)
def test_an_answer_in_time_with_spans_inside_the_text(kind):
    _read("Ida Roe said on Monday that 12 ships sank.")
    small, large = MAKERS[kind](4_000), MAKERS[kind](12_000)
    _, first = _read(small)
    outcome, second = _read(large)
    assert second < 6 * first + 2
    if isinstance(outcome, Rejection):
        assert outcome.reason == "too short"
        return
    assert outcome.reading.report.text == large
    assert all(0 <= span.start < span.end <= len(large) for span in _spans(outcome))


def test_two_million_characters_without_a_full_stop_are_answered():
    outcome, seconds = _read(("Ida Roe told the council that the port was shut and " * 40_000)[:2_000_000])
    assert seconds < 300
    if isinstance(outcome, Rejection):
        assert outcome.reason == "too long"
    else:
        assert all(0 <= span.start < span.end <= 2_000_000 for span in _spans(outcome))


def test_ten_thousand_quotation_marks_are_no_speech():
    outcome, _ = _read('Ida Roe came home late. "' + '" "' * 5_000)
    assert isinstance(outcome, ReadReport)
    assert [told for told in outcome.statements.attributions if told.speaker == "Ida Roe"] == []
