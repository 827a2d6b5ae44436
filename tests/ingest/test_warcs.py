"""Web archives: pages with address and date, whatever breaks off or is damaged."""

import gzip
import io
import sys
from pathlib import Path

import pytest

from secondsource.model.reports import Document, Rejection
from secondsource.stages.ingest.documents import ingest
from tests.ingest.builders import (
    WORDS,
    gzip_bomb,
    gzipped,
    http_response,
    mail,
    page,
    pdf,
    rss,
    warc_pages,
    warc_record,
    zipped,
)
from tests.ingest.containers import documents, give, places, rejections


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_gives_its_pages_with_address_date_and_place(tmp_path: Path, packed: bool) -> None:
    records = [
        warc_record(b"software: x\r\n", kind="warcinfo", media="application/warc-fields"),
        warc_record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        *warc_pages(2),
        warc_record(http_response(b"\x89PNG", "image/png"), "https://tern.example/a.png"),
        warc_record(http_response(page(), status="404 Not Found"), "https://tern.example/gone"),
        warc_record(WORDS.encode(), "https://tern.example/t", "conversion", "text/plain"),
    ]
    name = "crawl.warc.gz" if packed else "crawl.warc"
    content = gzipped(*records) if packed else b"".join(records)
    items = give(tmp_path / name, content)
    size = (lambda n: len(gzipped(*records[:n]))) if packed else (lambda n: len(b"".join(records[:n])))
    assert places(items, tmp_path) == [
        f"{name} byte {size(2)}!https://tern.example/0",
        f"{name} byte {size(3)}!https://tern.example/1",
        f"{name} byte {size(6)}!https://tern.example/t",
        name,
    ]
    first = documents(items)[0]
    assert (first.url, first.fetched_at, first.charset, first.form) == (
        "https://tern.example/0",
        "2031-06-03T12:00:00Z",
        "utf-8",
        "html",
    )
    assert documents(items)[2].form == "text"
    assert isinstance(items[-1], Rejection)
    assert "image/png 1, status 404 1" in items[-1].detail


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("share", [0.07, 0.45, 0.61, 0.97])
def test_what_was_read_before_a_web_archive_breaks_off_is_kept(tmp_path: Path, packed: bool, share: float) -> None:
    records = warc_pages(10)
    content = gzipped(*records) if packed else b"".join(records)
    cut = int(len(content) * share)
    items = give(tmp_path / ("a.warc.gz" if packed else "a.warc"), content[:cut])
    whole = cut * 10 // len(content)
    assert [document.url for document in documents(items)] == [f"https://tern.example/{n}" for n in range(whole)]
    assert [reason for _, reason in rejections(items)] == ["cut off"]


def test_a_web_archive_packed_as_a_whole_is_read(tmp_path: Path) -> None:
    items = give(tmp_path / "a.warc.gz", gzip.compress(b"".join(warc_pages(3))))
    assert [document.url for document in items if isinstance(document, Document)] == [
        f"https://tern.example/{n}" for n in range(3)
    ]


def test_a_damaged_record_costs_only_itself(tmp_path: Path) -> None:
    records = warc_pages(4)
    content = bytearray(gzipped(*records))
    content[len(gzipped(records[0])) + 200] ^= 0xFF
    items = give(tmp_path / "a.warc.gz", bytes(content))
    assert [document.url for document in documents(items)] == [f"https://tern.example/{n}" for n in (0, 2, 3)]
    assert [reason for _, reason in rejections(items)] == ["damaged"]


def test_junk_between_records_is_passed_over_and_told(tmp_path: Path) -> None:
    first, second = warc_pages(2)
    items = give(tmp_path / "a.warc", first + b"junk\r\n" * 10 + second)
    assert len(documents(items)) == 2
    assert [reason for _, reason in rejections(items)] == ["damaged"]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (warc_record(b"not http"), "damaged"),
        (warc_record(http_response(b"x" * 2**20)), "too large"),
        (warc_record(http_response(b"\x1b\x00", fields=["Content-Encoding: br"])), "damaged"),
        (warc_record(http_response(gzip.compress(page())[:-9], fields=["Content-Encoding: gzip"])), "damaged"),
        (warc_record(http_response(gzip_bomb(9), fields=["Content-Encoding: gzip"])), "unpacks to too much"),
        (warc_record(http_response(page())).replace(b"Content-Length", b"Content-Lungth"), "damaged"),
        (b"WARC/1.1\r\n" + b"X: y\r\n" * 9_000 + b"\r\n", "damaged"),
    ],
    ids=["no http", "large", "brotli", "cut body", "bomb", "no length", "endless head"],
)
def test_a_bad_record_says_what_is_wrong_and_the_next_is_read(tmp_path: Path, record: bytes, reason: str) -> None:
    items = give(tmp_path / "a.warc", record + warc_pages(1)[0])
    assert rejections(items)[0][1] == reason
    assert [document.url for document in documents(items)] == ["https://tern.example/0"]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (gzip.compress(page()), ["Content-Encoding: gzip"]),
        (page(), ["Content-Encoding: gzip"]),
        (b"%x\r\n" % len(page()) + page() + b"\r\n0\r\n\r\n", ["Transfer-Encoding: chunked"]),
        (page(), ["Transfer-Encoding: chunked"]),
    ],
    ids=["packed", "said to be packed", "in chunks", "said to be in chunks"],
)
def test_bodies_are_taken_out_of_their_packing(tmp_path: Path, body: bytes, fields: list[str]) -> None:
    [item] = give(tmp_path / "a.warc", warc_record(http_response(body, fields=fields)))
    assert isinstance(item, Document)
    assert item.content == page()


def test_an_empty_web_archive_is_rejected(tmp_path: Path) -> None:
    assert rejections(give(tmp_path / "a.warc", b"")) == [("a.warc", "empty")]
    assert rejections(give(tmp_path / "b.warc.gz", b"")) == [("b.warc.gz", "empty")]


def test_a_web_archive_that_unpacks_for_ever_ends(tmp_path: Path) -> None:
    endless = gzip.compress(warc_record(http_response(b"\0" * 2**23)))
    assert rejections(give(tmp_path / "a.warc.gz", endless))[-1][1] == "unpacks to too much"


@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_can_be_a_web_archive(monkeypatch: pytest.MonkeyPatch, packed: bool) -> None:
    content = gzipped(*warc_pages(2)) if packed else b"".join(warc_pages(2))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    items = list(ingest(["-"]))
    assert [item.place.split(" byte")[0] for item in items] == ["standard input"] * 2


@pytest.mark.parametrize("content", [zipped({"a.txt": b"words"}), mail(text="words"), rss("<title>x</title>"), pdf([])])
def test_standard_input_is_opened_by_what_it_is(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    [item] = ingest(["-"])
    assert item.place.startswith("standard input")
    assert not (isinstance(item, Document) and item.form == "text" and item.content == content)
