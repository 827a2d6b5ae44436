"""Feeds, sitemaps and lists of feeds: what each links to, and what an edited entry changes."""

import gzip
import json

import pytest

from secondsource.stages.ingest.addresses import RefusedError
from secondsource.stages.ingest.announcements import find_announced
from secondsource.stages.ingest.listings import read_listing, stamp_of, to_instant
from secondsource.stages.ingest.visits import read_rest

BASE = "https://desk.example/feeds/all.xml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
RSS = b"<rss><channel><title>Desk</title><item><link>/a#top</link></item><item><link>b</link></item></channel></rss>"
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="../a"/><title>Weir opens</title>
<published>2031-06-03T10:00:00Z</published><updated>2031-06-03T12:30:00+02:00</updated></entry></feed>"""
JSON = {"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://desk.example/a", "title": "Weir"}]}
SITEMAP = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="{NEWS}"><url>
<loc>https://desk.example/a</loc><n:news><n:publication_date>2031-06-03</n:publication_date><n:title>Weir</n:title>
</n:news><lastmod>2031-06-04</lastmod></url><url><loc></loc></url></urlset>""".encode()
OPML = b"""<opml version="2.0"><head/><body><outline text="Coast"><outline type="rss" text="Desk" xmlUrl="/a.xml"/>
<outline text="Bee" XMLURL="https://bee.example/feed"/></outline><outline type="include" url="more.opml"/>
<outline text="again" xmlUrl="/a.xml"/><outline type="link" url="https://desk.example/"/></body></opml>"""


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (RSS, ["https://desk.example/a", "https://desk.example/feeds/b"]),
        (ATOM, ["https://desk.example/a"]),
        (json.dumps(JSON).encode(), ["https://desk.example/a"]),
        (SITEMAP, ["https://desk.example/a"]),
        (gzip.compress(SITEMAP, mtime=0), ["https://desk.example/a"]),
    ],
)
def test_pages_are_listed_by_their_whole_address(content: bytes, pages: list[str]) -> None:
    listing = read_listing(content, BASE)
    assert listing is not None
    assert [item.url for item in listing.pages] == pages
    assert (listing.sitemaps, listing.feeds) == ((), ())


def test_what_an_entry_tells_is_kept() -> None:
    told = {
        content: [(item.title, item.published_at, item.updated_at) for item in listing.pages]
        for content in (ATOM, SITEMAP)
        if (listing := read_listing(content, BASE))
    }
    assert told == {
        ATOM: [("Weir opens", "2031-06-03T10:00:00Z", "2031-06-03T12:30:00+02:00")],
        SITEMAP: [("Weir", "2031-06-03", "2031-06-04")],
    }


def test_lists_of_lists() -> None:
    index = b"<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap><sitemap><loc> </loc></sitemap></sitemapindex>"
    listing = read_listing(index, BASE)
    assert listing is not None
    assert (listing.pages, listing.sitemaps) == ((), ("https://desk.example/s1.xml",))
    listing = read_listing(OPML, BASE)
    assert listing is not None
    assert listing.feeds == (
        "https://desk.example/a.xml",
        "https://bee.example/feed",
        "https://desk.example/feeds/more.opml",
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><body>news</body></html>",
        b"{}",
        b"{broken",
        b"plain words",
        gzip.compress(RSS, mtime=0)[:-9],
        b"<x/>",
        b"\x1f\x8b\x08",
    ],
)
def test_whatever_lists_nothing_is_no_list(content: bytes) -> None:
    assert read_listing(content, BASE) is None


def test_an_address_without_sense_stays_as_it_is() -> None:
    listing = read_listing(b"<rss><channel><item><link>http://[x</link></item></channel></rss>", BASE)
    assert listing is not None
    assert [item.url for item in listing.pages] == ["http://[x"]


@pytest.mark.parametrize(
    ("before", "after", "edited"),
    [
        (b"12:30:00+02:00", b"12:31:00+02:00", True),
        (b"Weir opens", b"Weir stays shut", True),
        (b"<published>", b"<summary>advert</summary><published>", False),
    ],
)
def test_an_edited_entry_has_another_stamp(before: bytes, after: bytes, edited: bool) -> None:
    stamps = [stamp_of(listing.pages[0]) for c in (ATOM, ATOM.replace(before, after)) if (listing := read_listing(c))]
    assert (stamps[0] != stamps[1]) is edited


@pytest.mark.parametrize(
    ("told", "instant"),
    [
        ("Tue, 03 Jun 2031 12:00:00 +0200", "2031-06-03T10:00:00+00:00"),
        ("2031-06-03T12:00:00Z", "2031-06-03T12:00:00+00:00"),
        ("2031-06-03", "2031-06-03T00:00:00+00:00"),
        ("yesterday", None),
        ("", None),
        ("Tue, 99 Jun 2031 12:00:00 GMT", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_instants_as_feeds_write_them(told: str, instant: str | None) -> None:
    assert to_instant(told) == instant


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120.0),
        ("Tue, 03 Jun 2031 12:05:00 GMT", 300.0),
        ("Tue, 03 Jun 2031 11:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("9" * 40, None),
    ],
)
def test_how_long_a_server_wants_to_be_left_alone(told: str, seconds: float | None) -> None:
    assert read_rest(told, "2031-06-03T12:00:00Z") == seconds


@pytest.mark.parametrize(
    ("error", "may_pass"),
    [
        (RefusedError("status 429", "", 429), True),
        (RefusedError("status 503", "", 503), True),
        (RefusedError("status 404", "", 404), False),
        (RefusedError("too slow", ""), True),
        (RefusedError("robots.txt forbids it", ""), False),
        (RefusedError("too large", ""), False),
    ],
)
def test_some_refusals_pass(error: RefusedError, may_pass: bool) -> None:
    assert error.may_pass is may_pass


ALTERNATE = '<link rel="alternate" type="application/{}" href="{}">'


@pytest.mark.parametrize(
    ("head", "feeds"),
    [
        (
            ALTERNATE.format("rss+xml", "/rss") + ALTERNATE.format("atom+xml", "/comments"),
            ("https://desk.example/rss",),
        ),
        (ALTERNATE.format("atom+xml", "//feeds.example/a").upper(), ("https://FEEDS.EXAMPLE/A",)),
        (ALTERNATE.format("rss+xml", ""), None),
        (ALTERNATE.format("x", "/a") + '<link rel="stylesheet" type="application/rss+xml" href="/a">', None),
        ("", None),
    ],
)
def test_the_feed_that_a_page_announces(head: str, feeds: tuple[str, ...] | None) -> None:
    page = f"<!doctype html><html><head><title>Desk</title>{head}</head><body><p>News</p></body></html>"
    found = find_announced(page.encode(), BASE)
    assert (found.feeds if found else None) == feeds


@pytest.mark.parametrize("content", [b"", b"\0", b"<", b"GIF89a", b"<?xml version='1.0'?>", b"<link" * 50_000])
def test_what_is_no_page_announces_nothing(content: bytes) -> None:
    assert find_announced(content, BASE) is None
