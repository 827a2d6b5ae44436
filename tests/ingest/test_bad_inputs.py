"""What bad input gets, from the file to the report: a reason that a person understands, soon, and the rest is read."""

import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.model.reports import Document, Rejection, Report
from secondsource.settings import Clean, Ingest
from secondsource.stages.clean.reports import clean
from secondsource.stages.ingest.documents import ingest
from tests.ingest.builders import LOCK, WORDS, gzip_bomb, gzipped, http_response, page, pdf, rss, warc_record, zipped

GERMAN = (
    "Die Fähre verließ am Mittag den Hafen und lief eine Stunde später auf eine Sandbank, wie die Küstenwache "
    "am Dienstag mitteilte. Niemand wurde verletzt, alle Passagiere konnten vor der Dunkelheit an Land gebracht werden."
)
STUB = (
    b"<html><head><title>Ferry</title></head><body><h1>Ferry runs aground</h1><p>The ferry left the harbour.</p>"
    b"<div class=paywall><p>Subscribe to continue reading.</p></div></body></html>"
)
LONGER_STUB = STUB.replace(
    b"left the harbour.", b"left the harbour of Skarrow at noon on Tuesday, and an hour later it ran onto a sandbank."
)
NO_ARTICLE = b"<html><body><script>var a = 1;</script><img src=/x.png></body></html>"
SECONDS = 30
"""Of the processor's time: far more than any of it takes, far less than a hang."""


def outcomes(path: Path) -> Iterator[Report | Rejection]:
    for item in ingest([str(path)]):
        yield clean(item) if isinstance(item, Document) else item


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.html", b"", "empty"),
        ("a.txt", b" \r\n\t ", "empty"),
        ("a.txt", bytes(range(256)) * 40, "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "binary"),
        ("a.html.gz", gzip.compress(page())[:-30], "cut off"),
        ("a.html", gzip.compress(page())[:-30], "cut off"),
        ("a.html", b"<html><body><article>" + b"<p>word word word " * 1_000_000, "too large"),
        ("a.txt", b"word " * 250_000, "too long"),
        ("a.gz", gzip_bomb(80), "not a kind of file that is read"),
        ("a.txt.gz", gzip_bomb(80), "unpacks to too much"),
        ("a.zip", zipped({"a.txt": b"\0" * 2**23}), "unpacks to too much"),
        ("a.pdf", pdf([[(60, 700, "Words")]], extra=LOCK), "locked with a password"),
        ("a.html", NO_ARTICLE, "no article"),
        ("a.html", STUB, "too short"),
        ("a.html", LONGER_STUB, "only a stub"),
        ("a.jsonl", b'{"text": "' + b"\\u0000" * 90 + b'"}', "binary"),
        ("a.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'b'>]><a>&a;</a>", "not a feed"),
        ("a.rss", rss("<title>x</title><description>Only this.</description>"), "only a summary"),
        ("a.warc", warc_record(http_response(STUB)), "too short"),
    ],
    ids=[
        *("empty", "blank", "bytes", "picture", "cut gzip", "cut gzip of another name", "large page", "endless text"),
        *("gzip of nothing known", "bomb", "bomb in zip", "locked PDF", "no article", "paywall stub"),
        *("longer paywall stub", "null bytes"),
        *("entities", "teaser", "stub in archive"),
    ],
)
def test_a_bad_file_gets_its_reason_and_the_next_is_read(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(f"Ferry runs aground\n\n{WORDS}\n", encoding="utf-8")
    start = time.process_time()
    *bad, good = outcomes(tmp_path)
    assert [(item.reason, bool(item.detail)) for item in bad if isinstance(item, Rejection)] == [(reason, True)]
    assert isinstance(good, Report)
    assert time.process_time() - start < SECONDS


def test_a_file_of_200_mb_is_rejected_without_being_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    [item] = ingest([str(path)])
    assert isinstance(item, Rejection)
    assert item.reason == "too large"
    assert Ingest().max_bytes >= Clean().max_page_bytes


@pytest.mark.parametrize("tag", ["div", "b", "table", "blockquote", "svg", "p"])
def test_a_hundred_thousand_nested_tags_neither_crash_nor_hang(tag: str) -> None:
    content = b"<html><body><article><p>" + WORDS.encode() + f"<{tag}>".encode() * 100_000
    start = time.process_time()
    outcome = clean(Document("a.html", content, "html"))
    assert isinstance(outcome, Report | Rejection)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("part", ["<p>Stone {} lies.</p>", "<li>Stone {}</li>", "<div>Stone {}</div>", "<br>Stone {}"])
def test_a_hundred_thousand_tiny_parts_are_a_list_of_records(part: str) -> None:
    content = f"<html><body><article>{''.join(map(part.format, range(100_000)))}</article></body></html>".encode()
    start = time.process_time()
    outcome = clean(Document("a.html", content, "html"))
    assert isinstance(outcome, Rejection)
    assert (outcome.reason, outcome.detail) == ("too long", "more than 30,000 paragraphs or lines")
    assert time.process_time() - start < SECONDS


def test_thousands_of_tiny_paragraphs_are_read_in_time() -> None:
    parts = "".join(f"<p>Stone {number} of the mole lies still.</p>" for number in range(5_000))
    start = time.process_time()
    outcome = clean(Document("a.html", f"<html><body>{parts}<p>{WORDS}</p></body></html>".encode(), "html"))
    assert isinstance(outcome, Report)
    assert time.process_time() - start < SECONDS


def test_a_hundred_thousand_lines_are_no_paste() -> None:
    outcome = clean(Document("a.txt", "".join(f"Stone {n} lies still.\n" for n in range(100_000)).encode(), "text"))
    assert isinstance(outcome, Rejection)
    assert outcome.reason == "too long"


def test_a_wrong_charset_is_seen_through(tmp_path: Path) -> None:
    words = page().decode().replace("<head>", '<head><meta charset="utf-8">').replace("Skarrow", "Skärrow")
    (tmp_path / "a.html").write_bytes(words.encode("cp1252"))
    [report] = outcomes(tmp_path)
    assert isinstance(report, Report)
    assert "Skärrow" in report.text
    assert "“We had everybody ashore" in report.text


def test_a_language_that_is_not_read_is_kept_and_marked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    [report] = outcomes(tmp_path)
    assert isinstance(report, Report)
    assert report.language == "de"
    assert GERMAN in report.text


def test_what_a_container_tells_goes_into_the_report_with_where_it_was_read(tmp_path: Path) -> None:
    item = (
        "<title>Ferry runs aground</title><link>https://tern.example/ferry</link>"
        "<author>a@b.example (Ann Ode)</author>"
        f"<pubDate>Tue, 03 Jun 2031 14:00:00 +0200</pubDate><description>{WORDS} {WORDS}</description>"
    )
    (tmp_path / "a.rss").write_bytes(rss(item))
    (tmp_path / "b.warc.gz").write_bytes(gzipped(warc_record(http_response(page()))))
    fed, archived = outcomes(tmp_path)
    assert isinstance(fed, Report)
    assert (fed.url, fed.outlet, fed.title) == ("https://tern.example/ferry", "The Skarrow Tern", "Ferry runs aground")
    assert (fed.authors, fed.published_at) == (("Ann Ode",), "2031-06-03T12:00:00Z")
    assert "feed" in {credit.read_from for credit in fed.credits}
    assert isinstance(archived, Report)
    assert (archived.url, archived.fetched_at) == ("https://tern.example/ferry", "2031-06-03T12:00:00Z")
