"""A news site on loopback whose pages and feeds a test writes, and which remembers what it was asked for."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What a path gives. With `marked`, it has an ETag, and is not sent again to whoever knows it."""

    body: str
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    marked: bool = True
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        return f'"{sha256(self.body.encode()).hexdigest()[:12]}"'


class Newsroom(ThreadingHTTPServer):
    """Gives `answers` by path; everything else is not there."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, int]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def count(self, path: str, status: int = 200) -> int:
        """How often a path was asked for and answered with this status."""
        return self.asked.count((path, status))

    def publish(self, name: str, words: str, **more: object) -> None:
        """Put a report at /`name`."""
        title = name.replace("-", " ").capitalize()
        page = (
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{words}</article></body></html>"
        )
        self.answers[f"/{name}"] = Answer(page, **more)  # type: ignore[arg-type]

    def list_in_feed(self, *entries: tuple[str, str], path: str = "/feed") -> None:
        """Have a feed list pages by name, each with the day on which it was updated."""
        inner = "".join(
            f'<entry><title>{name}</title><link href="{self.url}/{name}"/><updated>{day}T08:00:00Z</updated></entry>'
            for name, day in entries
        )
        feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>{inner}</feed>'
        self.answers[path] = Answer(feed, "application/atom+xml")

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked went away."""


@contextmanager
def publishing() -> Iterator[Newsroom]:
    room = Newsroom()
    thread = threading.Thread(target=room.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield room
    finally:
        room.shutdown()
        room.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Newsroom

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        answer = self.server.answers.get(self.path, Answer("", "text/plain", 404))
        same = answer.marked and self.headers.get("If-None-Match") == answer.etag
        status = 304 if same and answer.status == 200 else answer.status
        self.server.asked.append((self.path, status))
        body = b"" if status == 304 else answer.body.encode()
        self.send_response(status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(body)))
        if answer.marked:
            self.send_header("ETag", answer.etag)
        for name, value in answer.fields.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
