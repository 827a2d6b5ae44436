"""Text maps back to the bytes it was read from: each run's bytes decode to its characters."""

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.reports import Document, Form, Report
from secondsource.stages.clean.reports import clean

BODY = (
    "The ferry to Ostrey ran aground off Calder Point at dawn on Monday with 212 people on board, the coastguard said.",
    "“Nobody was hurt,” said the harbour master, Ines Walloe, whose café faces the pier & the shoals.",
    "A tug pulled it free at noon, and the owners, Brannock Shipping, promised refunds of 40 € to all passengers.",
)


def read(content: bytes, form: Form, charset: str | None = None) -> Report:
    report = clean(Document("here", content, form, charset=charset))
    assert isinstance(report, Report)
    return report


def check(report: Report, content: bytes, encoding: str) -> float:
    """Every run is what its bytes say; gives the share of the text's words that have an origin."""
    covered = 0
    before = -1
    for origin in report.origins:
        words = origin.span.of(report.text)
        assert html.unescape(content[origin.start : origin.end].decode(encoding)) == words
        assert origin.span.start >= before
        before = origin.span.end
        covered += len("".join(words.split()))
    return covered / len("".join(report.text.split()))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("space", [" ", "  ", " \t"])
def test_pastes_map_exactly(encoding: str, newline: str, space: str) -> None:
    text = (newline * 2).join(("Ferry aground off Calder Point", "By Ann Ode", *BODY)).replace(" ", space)
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    content = (mark + text).encode(encoding)
    assert check(read(content, "text"), content, encoding) == 1.0


def test_clean_text_is_one_run() -> None:
    content = "\n".join(BODY).encode()
    report = read(content, "clean")
    assert [(origin.start, origin.end) for origin in report.origins] == [(0, len(content))]


def to_page(paragraphs: tuple[str, ...], *, charset: str = "utf-8") -> str:
    told = "".join(f"<p>{html.escape(one)}</p>\n<script>var x = '{one[:30]}';</script>" for one in paragraphs)
    return (
        f'<html><head><meta charset="{charset}"><title>Ferry aground</title>'
        f'<script type="application/ld+json">{{"articleBody": "{paragraphs[0]}"}}</script></head>'
        "<body><nav>Home News The ferry</nav><article><h1>Ferry aground off Calder Point</h1>"
        f"{told}</article></body></html>"
    )


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_pages_map_past_tags_scripts_and_character_references(charset: str) -> None:
    page = to_page(BODY, charset=charset).replace("Ines Walloe", "<b>Ines</b>&nbsp;<i>Wal</i>loe")
    content = page.encode(charset)
    report = read(content, "html")
    assert check(report, content, charset) > 0.99
    start = report.origins[0].start
    assert content.index(b"<p>") <= start < content.index(b"</p>")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60), max_size=4),
    st.booleans(),
)
def test_whatever_stands_between_runs_are_what_their_bytes_say(noise: list[str], as_page: bool) -> None:
    paragraphs = tuple(f"{body} {extra}" for body, extra in zip(BODY, [*noise, "", "", ""], strict=False))
    text = to_page(paragraphs) if as_page else "\n\n".join(paragraphs)
    content = text.encode()
    outcome = clean(Document("here", content, "html" if as_page else "text"))
    if isinstance(outcome, Report):
        check(outcome, content, "utf-8")


def test_bytes_that_no_encoding_fits_have_no_origin() -> None:
    content = "\n\n".join(BODY).encode("cp1252").replace(b"board", b"bo\x81rd \xff\xfe\x9d")
    assert read(content, "text").origins == () or check(read(content, "text"), content, "cp1252") > 0


def test_a_credit_tells_its_line_or_its_place() -> None:
    text = "\n\n".join(("Ferry aground off Calder Point", "By Ann Ode", "CALDER, June 3 (AP) — " + BODY[0], *BODY[1:]))
    report = read(text.encode(), "text")
    told = {credit.field: credit for credit in report.credits}
    assert told["authors"].line == 3
    assert told["dateline"].span is not None
    assert told["dateline"].span.of(report.text).startswith("CALDER, June 3 (AP)")
    assert told["title"].span is not None
    assert told["title"].span.of(report.text) == "Ferry aground off Calder Point"
    assert told["language"].value == "en"
