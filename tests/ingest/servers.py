"""A web server on loopback that misbehaves in every way that was thought of, by path."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.ingest.builders import gzip_bomb, page

ETAG = '"v1"'


class Site(ThreadingHTTPServer):
    """Remembers what it was asked for and when; `robots` and `status` are what robots.txt answers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, float, dict[str, str]]] = []
        self.robots = b""
        self.robots_status = 404
        self.version = 1

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked went away, as it should have."""


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, time.monotonic(), dict(self.headers)))
        if self.path == "/robots.txt":
            self.answer(self.server.robots, "text/plain", self.server.robots_status)
            return
        name = self.path.strip("/").partition("?")[0].replace("-", "_").replace(".", "_") or "page"
        behave = getattr(self, f"give_{name}", None)
        if behave:
            behave()
        else:
            self.answer(b"nothing here", status=404)

    def answer(
        self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **fields: str | int
    ) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        fields.setdefault("Content-Length", len(body))
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)

    def move(self, to: str, status: int = 302) -> None:
        self.answer(b"", status=status, Location=to)

    def give_page(self) -> None:
        self.answer(page())

    def give_latin(self) -> None:
        words = page().decode().replace("Skarrow", "Skärrow").encode("cp1252")
        self.answer(words, "text/html; charset=iso-8859-1")

    def give_pdf(self) -> None:
        self.answer(b"%PDF-1.4", "application/pdf")

    def give_packed(self) -> None:
        self.answer(gzip.compress(page()), Content_Encoding="gzip")

    def give_moved(self) -> None:
        self.move("/page", 301)

    def give_circle(self) -> None:
        self.move("/circle2")

    def give_circle2(self) -> None:
        self.move("/circle")

    def give_endless(self) -> None:
        number = int(self.path.partition("?")[2] or 0)
        self.move(f"/endless?{number + 1}")

    def give_nowhere(self) -> None:
        self.answer(b"", status=302)

    def give_inside(self) -> None:
        self.move(f"http://localhost:{self.server.server_port}/page")

    def give_metadata(self) -> None:
        self.move("http://169.254.169.254/latest/meta-data/")

    def give_file(self) -> None:
        self.move("file:///etc/passwd")

    def give_javascript(self) -> None:
        self.move("javascript:alert(1)")

    def give_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(4_000):
            self.wfile.write(b"x" * 2**16)

    def give_bomb(self) -> None:
        self.answer(gzip_bomb(3), Content_Encoding="gzip")

    def give_brotli(self) -> None:
        self.answer(b"\x1b\x00", Content_Encoding="br")

    def give_broken_gzip(self) -> None:
        self.answer(gzip.compress(page())[:-20], Content_Encoding="gzip")

    def give_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.drip()

    def give_drip_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        self.drip()

    def drip(self) -> None:
        for _ in range(200):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def give_silence(self) -> None:
        time.sleep(5)

    def give_short(self) -> None:
        self.answer(page(), Content_Length=100_000)

    def give_broken_chunks(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nabc")

    def give_nonsense(self) -> None:
        self.wfile.write(b"I am no web server\r\n\r\n")

    def give_hangup(self) -> None:
        self.close_connection = True

    def give_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000)

    def give_informing(self) -> None:
        for _ in range(10_000):
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self.drip()

    def give_picture(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def give_empty(self) -> None:
        self.answer(b"")

    def give_login(self) -> None:
        self.answer(b"who are you?", status=401)

    def give_busy(self) -> None:
        self.answer(b"later", status=503)

    def give_marked(self) -> None:
        tag = ETAG.replace("1", str(self.server.version))
        if self.headers.get("If-None-Match") == tag:
            self.answer(b"", status=304)
        else:
            body = page(title=f"Version {self.server.version}")
            self.answer(body, ETag=tag, Last_Modified="Tue, 03 Jun 2031 12:00:00 GMT")

    def give_dated(self) -> None:
        if self.headers.get("If-Modified-Since"):
            self.answer(b"", status=304)
        else:
            self.answer(page(), Last_Modified="Tue, 03 Jun 2031 12:00:00 GMT")

    def give_unmarked(self) -> None:
        self.answer(page())

    def give_cookie(self) -> None:
        self.answer(page(), Set_Cookie="who=you")

    def give_feed_xml(self) -> None:
        links = ("/page", "/latin", "/page", "/nothing", "/packed")
        items = "".join(f"<item><link>{self.server.url}{link}</link></item>" for link in links)
        self.answer(f"<rss><channel>{items}</channel></rss>".encode(), "application/rss+xml")

    def give_index_xml(self) -> None:
        maps = f"<sitemap><loc>{self.server.url}/map.xml</loc></sitemap>" * 2
        self.answer(f"<sitemapindex>{maps}</sitemapindex>".encode(), "text/xml")

    def give_list_opml(self) -> None:
        outlines = "".join(
            f'<outline xmlUrl="{path}"/>' for path in ("/map.xml", "feed.xml", "/list.opml", "/lists.opml")
        )
        self.answer(f"<opml><body>{outlines}</body></opml>".encode(), "text/x-opml")

    def give_lists_opml(self) -> None:
        self.answer(b'<opml><body><outline xmlUrl="/map.xml"/></body></opml>', "text/x-opml")

    def give_map_xml(self) -> None:
        urls = "".join(f"<url><loc>{self.server.url}{path}</loc></url>" for path in ("/page", "/latin", "/packed"))
        self.answer(f"<urlset>{urls}</urlset>".encode(), "application/xml")
