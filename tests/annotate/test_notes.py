"""Notes: what cannot be read is said, and nothing is marked there."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.model.reports_codec import reading_to_json
from secondsource.stages.annotate.hindrances import NO_LETTERS, NO_SPACES, NOT_LATIN, find_hindrance
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.extract.statements import extract
from tests.annotate.reports import read, report_of

PLAIN = "Ida Roe opened the pier on Monday."
TABLE = ("12.5 " * 2400).strip()
RUSSIAN = "Мэр города открыл причал в понедельник."


def notes_of(text: str) -> list[tuple[str, str]]:
    return [(note.span.of(text), note.reason) for note in read(text).notes]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (PLAIN, None),
        ("", None),
        ("3-1", None),
        ("😀" * 400, None),
        ("😀" * 600, NO_LETTERS),
        ("12.5 " * 200, NO_LETTERS),
        ("x" * 600, NO_SPACES),
        ("https://skarrow.example/" + "a" * 500, NO_SPACES),
        (RUSSIAN, NOT_LATIN),
        ("港の市長は月曜日に桟橋を開いた。", NOT_LATIN),
        ("فتح العمدة الرصيف يوم الاثنين", NOT_LATIN),
        ("The mayor of Kraków, Łukasz Żak, spoke.", None),
        ("The song “Подмосковные вечера” was sung at the opening of the pier.", None),
    ],
)
def test_hindrances(words, reason):
    assert find_hindrance(words) == reason


def test_a_readable_text_has_no_notes():
    assert notes_of(f"{PLAIN}\n\n{PLAIN}") == []


def test_paragraphs_that_cannot_be_read_are_noted_and_the_rest_is_read():
    text = f"{PLAIN}\n\n{RUSSIAN}\n\n{PLAIN}"
    reading = read(text)
    assert notes_of(text) == [(RUSSIAN, NOT_LATIN)]
    assert [name.span.of(text) for name in reading.names] == ["Ida Roe", "Ida Roe"]
    assert len(reading.sentences) == 3


def test_a_long_table_is_one_note():
    text = f"{PLAIN}\n\n{TABLE}"
    assert notes_of(text) == [(TABLE, NO_LETTERS)]


def test_a_report_in_another_language_is_empty_with_a_note():
    reading = annotate(replace(report_of("Die Bürgermeisterin eröffnete die Brücke."), language="de"))
    statements = extract(reading)
    assert (reading.tokens, reading.names, reading.times) == ((), (), ())
    assert (statements.attributions, statements.figures, statements.datings) == ((), (), ())
    assert [note.reason for note in reading.notes] == ["in a language that is not read (de)"]


def test_notes_stand_in_the_json():
    reading = read(RUSSIAN)
    assert reading_to_json(reading, extract(reading))["notes"] == [
        {"start": 0, "end": len(RUSSIAN), "reason": NOT_LATIN}
    ]


PIECES = [PLAIN, RUSSIAN, TABLE, "x" * 700, "\n\n", " ", "\u202e", "“", "”", "😀", "$5 ", "ten ", "\x00", "\ufeff"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=12))
def test_every_span_of_any_text_lies_inside_it(pieces):
    text = "".join(pieces)
    reading = annotate(report_of(text))
    statements = extract(reading)
    attributed = [span for told in statements.attributions for span in (*told.source, *told.cue, *told.content)] + [
        via.span for told in statements.attributions for via in told.via
    ]
    dated = [span for dating in statements.datings for span in (dating.span, dating.event)]
    marked = [
        one.span for one in (*reading.names, *reading.times, *reading.notes, *reading.tokens, *statements.figures)
    ]
    for span in [*reading.sentences, *attributed, *dated, *marked]:
        assert 0 <= span.start < span.end <= len(text)
