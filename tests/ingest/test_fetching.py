"""Fetching from a server on loopback that misbehaves: every refusal has its reason, nothing hangs, nothing leaks."""

import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.errors import UsageError
from secondsource.model.reports import Document, Rejection
from secondsource.settings import Fetch
from secondsource.stages.ingest.addresses import RefusedError, is_public, parse_url, resolve
from secondsource.stages.ingest.documents import ingest
from secondsource.stages.ingest.harvests import harvest, to_document
from secondsource.stages.ingest.visits import Known, Page, Visitor
from tests.ingest.builders import page
from tests.ingest.servers import ETAG, Site, serving

QUICK = Fetch(
    max_bytes=2**20, max_seconds=8.0, connect_seconds=5.0, delay_seconds=0.0, allowed_hosts=("127.0.0.1",), max_items=3
)
CLOCK = "2031-06-03T12:00:00Z"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def visitor(settings: Fetch = QUICK, rests: list[float] | None = None) -> Visitor:
    return Visitor(settings, sleep=(rests if rests is not None else []).append, clock=lambda: CLOCK)


def refusal(site: Site, path: str, settings: Fetch = QUICK) -> str:
    with pytest.raises(RefusedError) as refused:
        visitor(settings).visit(site.url + path)
    assert refused.value.detail
    return refused.value.reason


@pytest.mark.parametrize("path", ["/page", "/packed", "/moved"])
def test_a_page_is_had_with_its_address_and_the_instant(site: Site, path: str) -> None:
    got = visitor().visit(site.url + path)
    assert got.response is not None
    assert got.response.body == page()
    assert (got.asked, got.fetched_at) == (site.url + path, CLOCK)
    assert got.url == site.url + ("/page" if path == "/moved" else path)
    document = to_document(got)
    assert isinstance(document, Document)
    assert (document.url, document.fetched_at, document.charset) == (got.url, CLOCK, "utf-8")


def test_the_program_says_who_it_is(site: Site) -> None:
    visitor().visit(site.url)
    assert all(fields["User-Agent"].startswith("secondsource ") for _, _, fields in site.asked)
    assert not any("Cookie" in fields or "Referer" in fields for _, _, fields in site.asked)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/circle", "redirects in a circle"),
        ("/endless", "too many redirects"),
        ("/nowhere", "no proper answer"),
        ("/inside", "not a public address"),
        ("/metadata", "not a public address"),
        ("/file", "redirects to what is not fetched"),
        ("/javascript", "redirects to what is not fetched"),
        ("/huge", "too large"),
        ("/bomb", "too large"),
        ("/brotli", "answer cannot be read"),
        ("/broken-gzip", "answer cannot be read"),
        ("/short", "cut off"),
        ("/broken-chunks", "cut off"),
        ("/nonsense", "no proper answer"),
        ("/hangup", "no proper answer"),
        ("/headers", "no proper answer"),
        ("/empty", "empty"),
        ("/login", "status 401"),
        ("/gone", "status 404"),
        ("/busy", "status 503"),
    ],
)
def test_what_a_site_does_wrong_is_a_refusal_with_its_reason(site: Site, path: str, reason: str) -> None:
    start = time.monotonic()
    assert refusal(site, path) == reason
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("path", ["/drip", "/drip-head", "/silence", "/informing"])
def test_a_site_that_drips_or_keeps_silent_is_left_in_time(site: Site, path: str) -> None:
    start = time.monotonic()
    assert refusal(site, path, replace(QUICK, max_seconds=0.6)) == "too slow"
    assert time.monotonic() - start < 4


def test_private_hosts_are_refused_unless_allowed_by_name(site: Site) -> None:
    assert refusal(site, "/page", replace(QUICK, allowed_hosts=())) == "not a public address"
    assert refusal(site, "/page", replace(QUICK, allowed_hosts=("localhost",))) == "not a public address"
    assert site.asked == []


def test_a_name_is_asked_for_once_and_what_was_checked_is_called(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    asked: list[str] = []

    def rebinding(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        numbers = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    called: list[str] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        called.append(address[0])
        connection = socket.socket()
        connection.settimeout(timeout)
        connection.connect(address)
        return connection

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", connect)
    someone = visitor(replace(QUICK, allowed_hosts=("tern.example",)))
    someone.visit(f"http://tern.example:{site.server_port}/page")
    someone.visit(f"http://tern.example:{site.server_port}/latin")
    assert asked == ["tern.example"]
    assert set(called) == {"127.0.0.1"}


def test_one_private_number_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: entries)
    with pytest.raises(RefusedError, match="not a public address"):
        resolve(parse_url("http://tern.example/"), ())


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("2001:0:7f00:1::", False),
        ("nonsense", False),
    ],
)
def test_which_numbers_are_public(number: str, public: bool) -> None:
    assert is_public(number) is public


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://tern.example/",
        "gopher://tern.example/",
        "data:text/html,x",
        "//tern.example/",
        "http://",
        "http:///path",
        "http://user:secret@tern.example/",
        "http://tern.example:99999/",
        "http://tern.example/\r\nHost: other",
        "http://tern.example/ x",
        "http://[::1/",
        "http://ter\x00n.example/",
        "http://tern.example\\@other.example/",
        "http://tern.example/" + "a" * 5_000,
        "http://" + "é" * 100 + ".example/",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_url(url)
    assert refused.value.detail


def test_addresses_are_written_as_they_are_sent() -> None:
    target = parse_url("HTTPS://Térn.example:443/Ä b?q=ü#top".replace(" ", "%20"))
    assert target.url == "https://xn--trn-bma.example/%C3%84%20b?q=%C3%BC"


def test_odd_spellings_of_loopback_are_refused() -> None:
    for host in ("2130706433", "0x7f000001", "127.1", "localhost"):
        with pytest.raises(RefusedError, match=r"not a public address|no such host"):
            resolve(parse_url(f"http://{host}/"), ())


def robots(site: Site, text: str, status: int = 200) -> None:
    site.robots, site.robots_status = text.encode(), status


def test_robots_txt_is_asked_for_once_and_obeyed(site: Site) -> None:
    robots(site, "User-agent: *\nDisallow: /page\n")
    someone = visitor()
    for _ in range(2):
        with pytest.raises(RefusedError, match=r"robots\.txt forbids it"):
            someone.visit(f"{site.url}/page")
    someone.visit(f"{site.url}/latin")
    assert site.paths() == ["/robots.txt", "/latin"]


def test_robots_txt_holds_for_redirects_too(site: Site) -> None:
    robots(site, "User-agent: *\nDisallow: /page\n")
    assert refusal(site, "/moved") == "robots.txt forbids it"
    assert "/page" not in site.paths()


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (410, True), (403, True), (500, False), (503, False), (429, False)]
)
def test_a_missing_robots_txt_allows_and_a_broken_one_forbids(site: Site, status: int, allowed: bool) -> None:
    robots(site, "", status)
    if allowed:
        assert visitor().visit(f"{site.url}/page").response is not None
    else:
        assert refusal(site, "/page") == "robots.txt cannot be read"
        assert site.paths() == ["/robots.txt"]


def test_one_host_is_asked_with_rests_between(site: Site) -> None:
    rests: list[float] = []
    robots(site, "User-agent: *\nCrawl-delay: 7\n")
    someone = visitor(replace(QUICK, delay_seconds=2.0), rests)
    someone.visit(f"{site.url}/page")
    someone.visit(f"{site.url}/latin")
    assert len(rests) == 2
    assert 1.5 < rests[0] <= 2.0
    assert 6.5 < rests[1] <= 7.0


def test_rests_beyond_reason_are_a_refusal(site: Site) -> None:
    robots(site, "User-agent: *\nCrawl-delay: 3600\n")
    assert refusal(site, "/page") == "robots.txt asks for long rests"


@pytest.mark.parametrize(("path", "known"), [("/marked", Known(etag=ETAG)), ("/dated", Known(last_modified="x"))])
def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, path: str, known: Known) -> None:
    assert visitor().visit(site.url + path, known).response is None
    assert visitor().visit(site.url + path).response is not None


def test_pages_of_a_feed_are_fetched_once_each_and_no_more_than_asked(site: Site) -> None:
    items = list(harvest([f"{site.url}/feed.xml", f"{site.url}/page"], visitor()))
    assert [item.asked if isinstance(item, Page) else item.reason for item in items] == [
        "more pages than are fetched",
        f"{site.url}/page",
        f"{site.url}/latin",
        "status 404",
        "given twice",
    ]
    assert "/packed" not in site.paths()


def test_the_feeds_of_a_list_are_fetched_one_by_one(site: Site) -> None:
    items = list(harvest([f"{site.url}/list.opml"], visitor()))
    fetched = [item.asked.removeprefix(site.url) for item in items if isinstance(item, Page)]
    assert fetched == ["/page", "/latin", "/packed"]
    refused = [(item.place.removeprefix(site.url), item.reason) for item in items if isinstance(item, Rejection)]
    assert refused == [
        ("/feed.xml", "more pages than are fetched"),
        ("/nothing", "status 404"),
        ("/list.opml", "given twice"),
        ("/lists.opml", "a list of feeds in a list of feeds"),
    ]


def test_a_sitemap_of_sitemaps_is_followed(site: Site, tmp_path: Path) -> None:
    items = list(harvest([f"{site.url}/index.xml"], visitor()))
    assert [item.asked.rpartition("/")[2] for item in items if isinstance(item, Page)] == ["page", "latin", "packed"]
    (tmp_path / "feed.xml").write_text(f"<rss><channel><item><link>{site.url}/page</link></item></channel></rss>")
    [item] = harvest([str(tmp_path / "feed.xml")], visitor())
    assert isinstance(item, Page)
    (tmp_path / "words.txt").write_text("words")
    [item] = harvest([str(tmp_path / "words.txt")], visitor())
    assert isinstance(item, Rejection)
    assert item.reason == "neither an address nor a feed"


def test_nothing_is_fetched_unless_asked_for(site: Site) -> None:
    with pytest.raises(UsageError, match="add --fetch"):
        ingest([f"{site.url}/page"])
    assert site.asked == []


def test_addresses_among_paths_are_fetched_when_asked_for(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    paths = [f"{site.url}/latin", str(tmp_path / "a.txt"), f"{site.url}/picture", f"{site.url}/gone"]
    latin, text, picture, gone = ingest(paths, fetch=QUICK)
    assert isinstance(latin, Document)
    assert (latin.place, latin.charset) == (f"{site.url}/latin", "iso-8859-1")
    assert isinstance(text, Document)
    assert isinstance(picture, Rejection)
    assert (picture.reason, picture.detail) == ("not a page", "the site calls it image/png")
    assert isinstance(gone, Rejection)
