"""Mails, saved pages, feeds and sitemaps."""

import json
from pathlib import Path

import pytest

from secondsource.model.reports import Document, Rejection
from tests.ingest.builders import (
    WORDS,
    mail,
    page,
    rss,
    saved_page,
    zipped,
)
from tests.ingest.containers import documents, give, places, rejections, told


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


def test_a_list_of_feeds_is_one_rejection_with_the_command_that_fetches_them(tmp_path: Path) -> None:
    opml = b'<opml><body><outline xmlUrl="https://tern.example/a"/></body></opml>'
    for name in ("feeds.opml", "feeds"):
        [item] = give(tmp_path / name, opml)
        assert isinstance(item, Rejection)
        assert item.reason == "only links"
        assert item.detail.startswith("a list of 1 feeds; to get them: secondsource fetch")


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
