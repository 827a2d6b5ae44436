"""The door of cleaning: rejections with their reasons, given facts, ids, clean text to the letter, hostile input."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secondsource.model.reports import Document, Given, Rejection, Report
from secondsource.settings import Clean
from secondsource.stages.clean.decoding import decode
from secondsource.stages.clean.pastes import read_paste
from secondsource.stages.clean.reports import clean

PARAGRAPH = (
    "A ferry with 212 passengers ran aground off Skarrow on Tuesday, and all of them were brought ashore by lifeboat "
    "before the tide turned, the coastguard said."
)
GERMAN = (
    "Eine Fähre mit 212 Menschen ist am Dienstag vor der Küste auf Grund gelaufen, alle wurden mit Booten an Land "
    "gebracht, wie die Behörden am Abend mitteilten, und niemand wurde dabei verletzt."
)


NOTHING_GIVEN = Given()


def report_of(text: str, form: str = "text", given: Given = NOTHING_GIVEN) -> Report:
    outcome = clean(Document("here", text.encode(), form, given))  # type: ignore[arg-type]
    assert isinstance(outcome, Report)
    return outcome


@pytest.mark.parametrize(
    ("content", "form", "reason"),
    [
        (b"", "text", "empty"),
        (b" \n\t\r\n", "html", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "text", "binary"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 4, "text", "binary"),
        (b"Too short.", "text", "too short"),
        (b"<html><body></body></html>", "html", "no article"),
    ],
)
def test_what_is_no_report_is_rejected_with_a_reason(content: bytes, form: str, reason: str) -> None:
    outcome = clean(Document("here", content, form))  # type: ignore[arg-type]
    assert isinstance(outcome, Rejection)
    assert (outcome.place, outcome.reason) == ("here", reason)
    assert outcome.detail


def test_language_is_named_to_the_reader_and_a_switch() -> None:
    outcome = clean(Document("here", GERMAN.encode(), "text"), Clean(languages=("en",)))
    assert isinstance(outcome, Rejection)
    assert outcome.reason == "not in English"
    assert "German" in outcome.detail
    kept = clean(Document("here", GERMAN.encode(), "text"))
    assert isinstance(kept, Report)
    assert kept.language == "de"


@pytest.mark.parametrize(
    "document",
    [Document("here", GERMAN.encode(), "clean"), Document("here", GERMAN.encode(), "text", Given(id="g1"))],
    ids=["given as clean", "given with an id"],
)
def test_another_language_is_kept_and_marked_where_somebody_chose_the_document(document: Document) -> None:
    kept = clean(document, Clean(languages=("en",)))
    assert isinstance(kept, Report)
    assert kept.language == "de"


def test_what_was_given_along_goes_before_what_is_read() -> None:
    given = Given(
        "r7", "https://edition.cnn.com/x", "The Tern", "Ferry aground", ("Ann Ode",), "2031-06-03T20:00:00+02:00"
    )
    report = report_of(f"Another headline here today\n\nBy Bo Deng\n\n{PARAGRAPH}", given=given)
    assert (report.id, report.url, report.outlet, report.title) == (
        "r7",
        "https://edition.cnn.com/x",
        "The Tern",
        "Ferry aground",
    )
    assert report.authors == ("Ann Ode",)
    assert report.published_at == "2031-06-03T18:00:00Z"
    assert report.credits[0].read_from == "given with the document"


def test_id_depends_on_the_content_and_not_on_the_place() -> None:
    first = clean(Document("a", PARAGRAPH.encode(), "text"))
    second = clean(Document("b", PARAGRAPH.encode(), "text"))
    other = clean(Document("a", (PARAGRAPH + " Nobody was hurt.").encode(), "text"))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert isinstance(other, Report)
    assert first.id == second.id != other.id


def test_outlet_is_known_by_the_address() -> None:
    report = report_of(PARAGRAPH, given=Given(url="https://www.bbc.co.uk/news/world-1"))
    assert report.outlet == "BBC News"


def test_outlet_in_anothers_dateline_is_a_supplier() -> None:
    report = report_of(f"SKARROW (CNN) — {PARAGRAPH}", given=Given(outlet="The Tern"))
    assert (report.outlet, report.agencies) == ("The Tern", ("CNN",))
    assert report_of(f"SKARROW (CNN) — {PARAGRAPH}").outlet == "CNN"


def test_dateline_takes_its_year_from_the_day_of_publication() -> None:
    report = report_of(f"SKARROW, June 3 (HINA) — {PARAGRAPH}", given=Given(published_at="2031-06-04"))
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.on) == ("SKARROW", "2031-06-03")


def test_a_report_whose_change_alone_is_dated_is_of_that_day() -> None:
    report = report_of(
        f"By Ann Ode, ForeCoast News\n\n6 minutes read. Updated 11:00AM GMT Wed, June 19, 2024\n\n{PARAGRAPH}"
    )
    assert (report.outlet, report.authors) == ("ForeCoast News", ("Ann Ode",))
    assert (report.updated_at, report.published_at) == ("2024-06-19T11:00:00Z", "2024-06-19")


def test_every_credit_says_where_it_was_read() -> None:
    report = report_of(f"Ferry runs aground off Skarrow\n\nCNN\n\nSKARROW (AP) — {PARAGRAPH}")
    assert {(credit.field, credit.value) for credit in report.credits} >= {("outlet", "CNN"), ("agencies", "AP")}
    assert all(credit.read_from for credit in report.credits)


def test_clean_text_is_kept_to_the_letter() -> None:
    text = f"  Title here\r\n\r\n\tSKARROW (AP) — {PARAGRAPH}  \n\nShare\nLeave a Reply\n"
    report = report_of(text, "clean")
    assert report.text == text
    assert [block.span.of(text) for block in report.blocks] == [
        "Title here",
        f"SKARROW (AP) — {PARAGRAPH}",
        "Share",
        "Leave a Reply",
    ]
    assert report.agencies == ("AP",)
    assert report.cuts == ()


def test_clean_text_still_gives_its_headline() -> None:
    assert report_of(f"Ferry runs aground off Skarrow\n{PARAGRAPH}", "clean").title == "Ferry runs aground off Skarrow"
    assert report_of(f"{PARAGRAPH}\n{PARAGRAPH}", "clean").title is None


def test_a_sentence_handed_in_as_a_report_is_taken() -> None:
    assert report_of("Tesla jumped 8.5% today.", given=Given(id="q1")).text == "Tesla jumped 8.5% today."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("naïve “quote”".encode(), "naïve “quote”"),
        ("naïve".encode("utf-8-sig"), "naïve"),
        ("naïve “quote”".encode("utf-16"), "naïve “quote”"),
        ('<meta charset="iso-8859-1">naïve'.encode("latin-1"), '<meta charset="iso-8859-1">naïve'),
        (b'<meta charset="iso-8859-1">\x93quote\x94', '<meta charset="iso-8859-1">“quote”'),
        ('<meta charset="windows-1251">Паром'.encode("cp1251"), '<meta charset="windows-1251">Паром'),
        ('<meta charset="utf-8">naïve'.encode(), '<meta charset="utf-8">naïve'),
        ('<meta charset="no-such-charset">naïve'.encode(), '<meta charset="no-such-charset">naïve'),
    ],
)
def test_bytes_are_read_in_their_charset(content: bytes, text: str) -> None:
    assert decode(content) == text


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    content = ("The café said so. " * 400).encode() + b"\xff" + b" And so on."
    assert decode(content).count("é") == 400


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Share",
            "WATCH | Seals:",
            "Check Also",
            "3 Comments",
            "By Ann Ode",
            "CNN",
            "# Head",
            "- item",
            PARAGRAPH,
            "Leave a Reply",
            "SKARROW, June 3 (HINA) — It sank.",
            "Photo: Ann Ode/AP",
            "Home > World > Asia",
            "(",
            "“",
            "June 31, 2031",
            "saltwind.",
            "ELLIS LAMP | News - Coast",
            "the paper of the three piers",
            "© 2031 Ellis Lamp",
            "10/03/2031 18:55",
            "Text size: - +",
            "Hugh Tessander in Skarne",
            "SNS0412 4 RE 0388",
        ]
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25))
@example(["", "\x85", "\u2028"])
def test_any_paste_is_sorted_without_loss(lines: list[str]) -> None:
    draft = read_paste("\n".join(lines))
    assert "\n\n".join(block.span.of(draft.text) for block in draft.blocks) == draft.text
    assert all(cut.text and cut.reason for cut in draft.cuts)
    for word in {word for line in lines for word in line.split() if word.isalnum()}:
        assert any(word in text for text in (draft.text, *(cut.text for cut in draft.cuts)))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["html", "text", "clean"]))
def test_any_bytes_give_a_report_or_a_rejection(content: bytes, form: str) -> None:
    outcome = clean(Document("here", content, form), Clean(min_words=1, languages=()))  # type: ignore[arg-type]
    if isinstance(outcome, Report):
        assert all(block.span.end <= len(outcome.text) for block in outcome.blocks)


HOSTILE = {
    "no spaces": "a" * 300_000,
    "open brackets": "(" * 300_000,
    "quotation marks": "“" * 300_000,
    "commas": ", " * 150_000,
    "by": "By " + "Ann Ode and " * 20_000,
    "figures": "1 " * 150_000,
    "dashes": "— " * 150_000,
    "capitals": "A B " * 75_000,
    "short lines": "Share it\n" * 5_000,
    "slashes": "/a" * 150_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_no_longer_than_its_length_allows(name: str) -> None:
    start = time.process_time()
    read_paste(HOSTILE[name])
    assert time.process_time() - start < 10
