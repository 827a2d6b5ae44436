"""Archives, web archives, mails, saved pages and feeds come apart into documents that know where they lay."""

import gzip
import io
import json
import struct
import sys
import zipfile
from pathlib import Path

import pytest

from secondsource.model.reports import Document, Rejection
from secondsource.settings import Ingest
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
    saved_page,
    warc_pages,
    warc_record,
    zipped,
)

Items = list[Document | Rejection]
SMALL = Ingest(max_bytes=2**20, max_unpacked=4 * 2**20, free_unpacked=2**16, max_members=20)


def give(path: Path, content: bytes, settings: Ingest = SMALL) -> Items:
    path.write_bytes(content)
    return list(ingest([str(path)], settings=settings))


def places(items: Items, under: Path) -> list[str]:
    return [item.place.removeprefix(f"{under}/") for item in items]


def documents(items: Items) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def rejections(items: Items) -> list[tuple[str, str]]:
    return [(item.place.rpartition("/")[2], item.reason) for item in items if isinstance(item, Rejection)]


def told(document: Document) -> dict[str, str]:
    return {credit.field: credit.value for credit in document.told}


def test_a_zip_gives_its_files_in_its_order_and_names_the_others(tmp_path: Path) -> None:
    inner = zipped({"deep.txt": WORDS.encode()})
    lines = json.dumps({"id": "x", "text": WORDS}).encode()
    files = {
        "b/page.html": page(),
        "a.txt": WORDS.encode(),
        "in.zip": inner,
        "r.jsonl": lines,
        "photo.jpg": b"\xff\xd8",
        "__MACOSX/._a.txt": b"x",
        ".hidden.txt": b"x",
    }
    items = give(tmp_path / "got.zip", zipped(files))
    assert places(items, tmp_path) == [
        "got.zip!b/page.html",
        "got.zip!a.txt",
        "got.zip!in.zip!deep.txt",
        "got.zip!r.jsonl line 1",
        "got.zip!photo.jpg",
    ]
    assert rejections(items) == [("got.zip!photo.jpg", "not a kind of file that is read")]
    assert documents(items)[0].content == page()


def test_parts_of_a_saved_page_in_a_zip_are_named_together(tmp_path: Path) -> None:
    files = {"d/p.html": page(), "d/p_files/a.html": b"x", "d/p_files/sub/b.txt": b"y"}
    items = give(tmp_path / "a.zip", zipped(files))
    assert places(items, tmp_path) == ["a.zip!d/p.html", "a.zip!d/p_files/sub", "a.zip!d/p_files"] or places(
        items, tmp_path
    ) == ["a.zip!d/p.html", "a.zip!d/p_files"]
    assert {reason for _, reason in rejections(items)} == {"belongs to a saved page"}


def nest(levels: int) -> bytes:
    content = zipped({"a.txt": WORDS.encode()})
    for _ in range(levels):
        content = zipped({"in.zip": content})
    return content


def test_nesting_ends_somewhere(tmp_path: Path) -> None:
    assert len(documents(give(tmp_path / "ok.zip", nest(2)))) == 1
    assert rejections(give(tmp_path / "deep.zip", nest(6))) == [
        ("deep.zip!in.zip!in.zip!in.zip!in.zip", "nested too deeply")
    ]


def locked() -> bytes:
    content = bytearray(zipped({"a.txt": WORDS.encode()}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flags = content.find(sign) + at
        content[flags] |= 1
    return bytes(content)


def lying_about_size() -> bytes:
    content = bytearray(zipped({"a.txt": b"\0" * 700_000}))
    at = content.find(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 10)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "place", "reason"),
    [
        (zipped({}), "a.zip", "empty"),
        (zipped({"a.txt": WORDS.encode()})[:60], "a.zip", "damaged"),
        (b"PK\x03\x04" + b"\0" * 200, "a.zip", "damaged"),
        (locked(), "a.zip!a.txt", "locked with a password"),
        (zipped({"a.txt": b"\0" * 900_000}), "a.zip!a.txt", "unpacks to too much"),
        (lying_about_size(), "a.zip!a.txt", "damaged"),
        (zipped({"a.txt": b"ab" * 2**20}, zipfile.ZIP_STORED), "a.zip!a.txt", "too large"),
        (zipped({f"{n}.txt": b"x" for n in range(25)}), "a.zip", "unpacks to too much"),
        (zipped({"a.txt.gz": gzip_bomb(8)}), "a.zip!a.txt.gz", "unpacks to too much"),
        (zipped({"a.txt.gz": gzip.compress(WORDS.encode())[:-20]}), "a.zip!a.txt.gz", "cut off"),
    ],
    ids=["empty", "cut", "junk", "locked", "bomb", "lies", "large", "many", "bomb in gzip", "cut gzip"],
)
def test_a_bad_zip_says_what_is_wrong(tmp_path: Path, content: bytes, place: str, reason: str) -> None:
    items = give(tmp_path / "a.zip", content)
    assert rejections(items) == [(place, reason)]
    assert not documents(items)


def test_all_members_together_may_not_unpack_to_too_much(tmp_path: Path) -> None:
    noise = bytes(range(256)) * 3_500
    items = give(tmp_path / "a.zip", zipped({f"{n}.txt": noise for n in range(8)}, zipfile.ZIP_STORED))
    assert len(documents(items)) == 4
    assert rejections(items)[-1] == ("a.zip", "unpacks to too much")


def test_a_bad_member_costs_only_itself(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": WORDS.encode(), "b.txt": WORDS.encode()}))
    content[40] ^= 0xFF
    items = give(tmp_path / "a.zip", bytes(content))
    assert rejections(items) == [("a.zip!a.txt", "damaged")]
    assert places(list(documents(items)), tmp_path) == ["a.zip!b.txt"]


@pytest.mark.parametrize("name", ["a.txt.gz", "page.html"])
def test_a_packed_file_is_unpacked_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    [item] = give(tmp_path / name, gzip.compress(page()))
    assert isinstance(item, Document)
    assert item.content == page()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(page())[:-30], "cut off"),
        (b"\x1f\x8b\x08\0" + b"junk" * 50, "damaged"),
        (gzip_bomb(30), "unpacks to too much"),
        (gzip_bomb(30)[:9_000], "unpacks to too much"),
    ],
    ids=["cut", "junk", "bomb", "cut bomb"],
)
def test_a_bad_gzip_says_what_is_wrong(tmp_path: Path, content: bytes, reason: str) -> None:
    assert rejections(give(tmp_path / "a.html.gz", content)) == [("a.html.gz", reason)]


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


def test_a_newsletter_gives_its_letter_with_sender_subject_and_day(tmp_path: Path) -> None:
    attached = {"more.html": page(), "photo.jpg": b"\xff\xd8", "more.zip": zipped({"a.txt": WORDS.encode()})}
    items = give(tmp_path / "n.eml", mail(html=f"<p>“{WORDS}”</p>", text="plain", attached=attached))
    letter, *rest = items
    assert isinstance(letter, Document)
    assert (letter.place, letter.form, letter.charset) == (str(tmp_path / "n.eml"), "html", "windows-1252")
    assert letter.content.decode("cp1252") == f"<p>“{WORDS}”</p>"
    assert told(letter) == {
        "outlet": "The Skarrow Térn",
        "title": "Ferry runs aground",
        "published_at": "2031-06-03T12:00:00Z",
    }
    assert places(rest, tmp_path) == ["n.eml!more.html", "n.eml!photo.jpg", "n.eml!more.zip!a.txt"]
    assert rejections(rest) == [("n.eml!photo.jpg", "not a kind of file that is read")]


def test_a_mail_without_html_gives_its_text_and_one_without_text_a_reason(tmp_path: Path) -> None:
    [letter] = give(tmp_path / "n.eml", mail(text=WORDS))
    assert isinstance(letter, Document)
    assert (letter.form, letter.content) == ("text", WORDS.encode())
    assert rejections(give(tmp_path / "e.eml", mail())) == [("e.eml", "empty")]


def test_a_forwarded_mail_is_a_document_of_its_own(tmp_path: Path) -> None:
    inner = mail(text=WORDS).decode()
    outer = (
        "From: a@b.example\r\nSubject: Fwd\r\nDate: x\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\nContent-Type: text/plain\r\n\r\nSee below\r\n"
        f"--out\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--out--\r\n"
    )
    first, second = documents(give(tmp_path / "f.eml", outer.encode()))
    assert first.content.strip() == b"See below"
    assert (second.place, second.content) == (f"{tmp_path / 'f.eml'}!forwarded mail 1", WORDS.encode())


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.html", "page"])
def test_a_saved_page_knows_its_address_and_when_it_was_saved(tmp_path: Path, name: str) -> None:
    [item] = give(tmp_path / name, saved_page(page().decode().encode("cp1252"), "windows-1252"))
    assert isinstance(item, Document)
    assert (item.form, item.url, item.fetched_at, item.charset) == (
        "html",
        "https://tern.example/ferry",
        "2031-06-03T12:30:00Z",
        "windows-1252",
    )
    assert item.content.decode("cp1252") == page().decode()


def test_a_saved_page_that_is_cut_off_before_its_page_is_rejected(tmp_path: Path) -> None:
    assert rejections(give(tmp_path / "p.mhtml", saved_page(page())[:250])) == [("p.mhtml", "no page")]


def test_messages_nested_beyond_sense_are_rejected_quickly(tmp_path: Path) -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(5_000))
    assert rejections(give(tmp_path / "m.eml", b"From: x\r\n" + parts.encode())) == [("m.eml", "broken mail")]
    assert rejections(give(tmp_path / "m.mhtml", b"From: x\r\n" + parts.encode())) == [("m.mhtml", "broken MHTML")]


FULL = f"<p>{WORDS}</p><p>{WORDS}</p>"
ITEM = (
    "<title>Ferry &amp;amp; storm</title><link>https://tern.example/ferry</link><dc:creator>Ann Ode</dc:creator>"
    "<pubDate>Tue, 03 Jun 2031 12:00:00 GMT</pubDate>"
)


def test_whole_items_of_a_feed_are_documents_and_teasers_say_how_to_get_the_rest(tmp_path: Path) -> None:
    items = give(
        tmp_path / "feed.xml",
        rss(
            f"{ITEM}<content:encoded><![CDATA[{FULL}]]></content:encoded>",
            f"{ITEM}<description>The ferry ran aground &#8230;</description>",
            "<title>x</title><link>https://tern.example/$(touch x)</link>",
            "<title>x</title><link>javascript:alert(1)</link>",
            f"{ITEM}<description>{WORDS.replace('“', '').replace('”', '')} {WORDS}</description>",
            f"{ITEM}<content:encoded>{WORDS} [...]</content:encoded>",
        ),
    )
    assert places(items, tmp_path) == [f"feed.xml item {n}" for n in range(1, 7)]
    assert [reason for _, reason in rejections(items)] == [
        "only a summary",
        "only a link",
        "only a link",
        "only a summary",
    ]
    whole, summary, link, nowhere, _, _ = items
    assert isinstance(whole, Document)
    assert FULL.encode() in whole.content
    assert told(whole) == {
        "url": "https://tern.example/ferry",
        "title": "Ferry & storm",
        "outlet": "The Skarrow Tern",
        "published_at": "Tue, 03 Jun 2031 12:00:00 GMT",
        "authors": "Ann Ode",
    }
    assert isinstance(summary, Rejection)
    assert "secondsource fetch https://tern.example/ferry --into FOLDER" in summary.detail
    assert isinstance(link, Rejection)
    assert "'https://tern.example/$(touch x)'" in link.detail
    assert isinstance(nowhere, Rejection)
    assert "javascript" not in nowhere.detail


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tern</title><entry>
<title type="html">Ferry &amp;amp; storm</title><link rel="self" href="https://tern.example/self"/><link href="https://tern.example/ferry"/>
<author><name>Ann Ode</name></author><published>2031-06-03T12:00:00Z</published>
<content type="{}">{}</content></entry></feed>"""


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("html", FULL.replace("<", "&lt;")),
        ("xhtml", f'<div xmlns="http://www.w3.org/1999/xhtml">{FULL}</div>'),
        ("text", WORDS),
    ],
)
def test_atom_is_read_however_its_content_is_written(tmp_path: Path, kind: str, content: str) -> None:
    [item] = give(tmp_path / "feed.atom", ATOM.format(kind, content).encode())
    assert isinstance(item, Document)
    assert WORDS[:40].encode() in item.content
    assert (item.url, told(item)["authors"]) == ("https://tern.example/ferry", "Ann Ode")


def test_json_feed_is_read(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Tern",
        "items": [
            {"url": "https://tern.example/a", "title": "A", "authors": [{"name": "Ann Ode"}], "content_html": FULL},
            {"url": "https://tern.example/b", "content_text": f"{WORDS}\n\n{WORDS} <b>"},
            {"url": "https://tern.example/c", "summary": "Short"},
            7,
        ],
    }
    items = give(tmp_path / "feed.json", json.dumps(feed).encode())
    assert [isinstance(item, Document) for item in items] == [True, True, False]
    assert b"&lt;b&gt;" in documents(items)[1].content


def test_a_sitemap_is_one_rejection_with_the_command_that_fetches_it(tmp_path: Path) -> None:
    urls = "".join(f"<url><loc>https://tern.example/{n}</loc></url>" for n in range(300))
    sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    [item] = give(tmp_path / "map.xml", sitemap.encode())
    assert isinstance(item, Rejection)
    assert item.reason == "only links"
    assert "300 pages" in item.detail
    assert f"secondsource fetch {tmp_path / 'map.xml'} --into FOLDER" in item.detail


BILLION = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><rss><channel><item><title>&j;</title><description>&j;</description></item></channel></rss>"
)
OUTSIDE = (
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title>'
    f"<link>https://tern.example/</link><description>&x; {WORDS} {WORDS}</description></item></channel></rss>"
)


def test_a_feed_cannot_read_files_or_grow_without_end(tmp_path: Path) -> None:
    [item] = give(tmp_path / "b.xml", BILLION.encode())
    assert isinstance(item, Rejection)
    [item] = give(tmp_path / "o.xml", OUTSIDE.encode())
    assert isinstance(item, Document)
    assert b"root:" not in item.content


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<rss><channel></channel></rss>", "empty"),
        (b"<nitf><body>x</body></nitf>", "not a feed"),
        (b"\0\0\0\0", "broken XML"),
        (b"<rss><channel>" + b"<a>" * 100_000, "empty"),
    ],
)
def test_other_xml_is_rejected(tmp_path: Path, content: bytes, reason: str) -> None:
    assert rejections(give(tmp_path / "a.xml", content)) == [("a.xml", reason)]
