"""Who may ask what: names, sites, tokens, sizes; and the headers on every answer."""

import asyncio
import json
import logging
import re
from collections.abc import Callable, Iterator

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from starlette.routing import Route
from starlette.types import Message

from secondsource.archive.archives import Archive
from secondsource.errors import ArchiveError, LimitError, MissingError, UsageError
from secondsource.surfaces.web.access import Access, name_of
from secondsource.surfaces.web.app import make_app
from secondsource.surfaces.web.envelopes import HEADERS
from secondsource.surfaces.web.guards import COSTLY, MOST_BYTES
from secondsource.surfaces.web.sessions import MOST_FAILURES, Sessions

TOKEN = "a token of our own 0123"  # noqa: S105
HTML = {"Accept": "text/html"}
SAME = {"Sec-Fetch-Site": "same-origin"}


def visitor(archive: Archive, access: Access = Access(), base_url: str = "http://localhost") -> TestClient:  # noqa: B008
    return TestClient(make_app(archive, access), base_url=base_url, follow_redirects=False)


@pytest.fixture
def closed(kept: Archive) -> TestClient:
    """A desk with a token, and nobody who showed it."""
    return visitor(kept, Access(token=TOKEN))


def routes_of(app: FastAPI | APIRouter) -> Iterator[Route]:
    """Every route of an application, also those of the routers that it includes."""
    for route in app.routes:
        if isinstance(route, Route):
            yield route
        else:
            yield from routes_of(route.original_router)


@pytest.mark.parametrize("access", [Access(), Access(token=TOKEN)], ids=["open", "with a token"])
def test_every_route_carries_the_headers_whatever_it_answers(kept: Archive, access: Access) -> None:
    app = make_app(kept, access)
    client = TestClient(app, base_url="http://localhost", headers=SAME, follow_redirects=False)
    paths = [
        (method, re.sub(r"\{[^}]+\}", "none", route.path)) for route in routes_of(app) for method in route.methods or ()
    ]
    assert len(paths) > 5
    for method, path in [*paths, ("GET", "/no-such-page"), ("GET", "/api/v1/no-such-thing"), ("DELETE", "/")]:
        with client.stream(method, path) as answer:
            assert answer.status_code < 500, (method, path)
            wrong = {name: answer.headers.get(name) for name in HEADERS if answer.headers.get(name) != HEADERS[name]}
            assert wrong == {}, (method, path)
            assert "cache-control" in answer.headers


def test_nothing_inline_is_allowed() -> None:
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    for rule in ("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"):
        assert rule in policy


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8765", 200),
        ("127.0.0.1:8765", 200),
        ("[::1]:8765", 200),
        ("LOCALHOST:1", 200),
        ("evil.example", 421),
        ("localhost.evil.example:8765", 421),
        ("192.0.2.7", 421),
        ("", 421),
    ],
)
def test_the_desk_answers_to_its_own_names_alone(desk: TestClient, host: str, status: int) -> None:
    answer = desk.get("/", headers={"Host": host})
    assert answer.status_code == status
    if status == 421:
        assert "does not answer to" in answer.text
        assert "--allow-host" in answer.text


def test_a_desk_on_all_addresses_answers_to_addresses_but_not_to_names(kept: Archive) -> None:
    client = visitor(kept, Access(hosts=frozenset({"newsroom.example"}), by_address=True, token=TOKEN))
    told = {"Authorization": f"Bearer {TOKEN}"}
    for host, status in (("192.0.2.7:80", 200), ("[2001:db8::1]:80", 200), ("newsroom.example", 200), ("x.test", 421)):
        assert client.get("/", headers=told | {"Host": host}).status_code == status, host


@pytest.mark.parametrize("host", ["localhost:/assets/?", "localhost:/enter#", "localhost:@localhost/assets/"])
def test_no_host_header_gets_around_the_token(closed: TestClient, host: str) -> None:
    assert closed.get("/api/v1/stories", headers={"Host": host}).status_code in (401, 421)


@pytest.mark.parametrize(
    ("host", "name"),
    [("a.b:80", "a.b"), ("[::1]:80", "::1"), ("[::1]", "::1"), ("::1", "::1"), ("A", "a"), ("[", ""), (":80", "")],
)
def test_the_name_in_a_host_header(host: str, name: str) -> None:
    assert name_of(host) == name


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, False),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "http://localhost:81"}, False),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "http://localhost.evil.example"}, False),
        ({"Origin": "null"}, False),
        ({}, False),
    ],
)
def test_forms_of_other_sites_change_nothing(kept: Archive, headers: dict[str, str], passes: bool) -> None:
    answer = visitor(kept).post("/leave", headers=headers)
    assert answer.status_code == (303 if passes else 403)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, 200),
        ({}, 200),
    ],
)
def test_other_sites_may_link_to_a_page_but_not_load_it(kept: Archive, headers: dict[str, str], status: int) -> None:
    assert visitor(kept).get("/", headers=headers).status_code == status


def test_without_the_token_there_is_only_the_page_that_asks_for_it(closed: TestClient) -> None:
    sent = closed.get("/stories/abc?page=2", headers=HTML)
    assert (sent.status_code, sent.headers["location"]) == (303, "/enter?to=%2Fstories%2Fabc%3Fpage%3D2")
    asking = closed.get("/enter")
    assert asking.status_code == 200
    assert "<nav" not in asking.text
    assert "/feeds/" not in asking.text.split("<body>")[1]
    assert 'role="search"' not in asking.text
    for path in ("/feeds/stories.atom", "/export/reports.csv", "/"):
        answer = closed.get(path, headers={"Accept": "*/*"})
        assert (answer.status_code, answer.headers["www-authenticate"][:6]) == (401, "Bearer"), path
    refused = closed.get("/api/v1/stories")
    assert refused.status_code == 401
    assert refused.json()["error"]["code"] == "no_token"


def test_a_program_shows_the_token_with_each_request(closed: TestClient) -> None:
    assert closed.get("/", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert closed.get("/", headers={"Authorization": f"bearer  {TOKEN}"}).status_code == 200
    for wrong in (f"Bearer {TOKEN}x", f"Basic {TOKEN}", "Bearer", TOKEN):
        assert closed.get("/", headers={"Authorization": wrong}).status_code == 401, wrong


def test_a_browser_shows_it_once_and_keeps_a_cookie_that_is_not_it(closed: TestClient) -> None:
    entered = closed.post("/enter", data={"token": TOKEN, "to": "/?page=2"}, headers=SAME)
    assert (entered.status_code, entered.headers["location"]) == (303, "/?page=2")
    cookie = entered.headers["set-cookie"]
    assert TOKEN not in cookie
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    assert closed.get("/").status_code == 200
    closed.post("/leave", headers=SAME)
    assert closed.get("/", headers=HTML).status_code == 303


def test_a_cookie_of_before_counts_for_nothing_once_its_browser_left(closed: TestClient) -> None:
    closed.post("/enter", data={"token": TOKEN}, headers=SAME)
    value = closed.cookies["desk"]
    closed.post("/leave", headers=SAME)
    assert closed.get("/", headers={"Cookie": f"desk={value}"}).status_code == 401


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\r\nb"])
def test_the_token_leads_to_no_other_site(closed: TestClient, to: str) -> None:
    entered = closed.post("/enter", data={"token": TOKEN, "to": to}, headers=SAME)
    assert entered.headers["location"] == "/"


def test_who_tries_wrong_tokens_must_wait_even_with_the_right_one(closed: TestClient) -> None:
    for _ in range(MOST_FAILURES):
        assert closed.post("/enter", data={"token": "wrong"}, headers=SAME).status_code == 403
    waits = closed.post("/enter", data={"token": TOKEN}, headers=SAME)
    assert waits.status_code == 429
    assert 1 <= int(waits.headers["retry-after"]) <= 61
    assert closed.get("/api/v1/stories", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 429


def test_the_wait_ends_and_a_browser_is_forgotten_in_time() -> None:
    from starlette.requests import Request

    clock = [0.0]
    sessions = Sessions(TOKEN, lambda: clock[0])
    scope = {"type": "http", "headers": [], "client": ("192.0.2.1", 1)}
    for _ in range(MOST_FAILURES):
        sessions.is_token("wrong", Request(scope))
    assert not sessions.is_token(TOKEN, Request(scope))
    assert sessions.is_token(TOKEN, Request(scope | {"client": ("192.0.2.2", 1)}))
    clock[0] = 61.0
    assert sessions.is_token(TOKEN, Request(scope))
    cookie = scope | {"headers": [(b"cookie", f"desk={sessions.begin()}".encode())]}
    assert sessions.admit(Request(cookie))
    clock[0] += 31 * 24 * 3600
    assert not sessions.admit(Request(cookie))


@pytest.fixture
def strange(kept: Archive) -> Callable[[Exception], TestClient]:
    """A desk one route of which raises what one likes."""

    def make(error: Exception) -> TestClient:
        app: FastAPI = make_app(kept)

        @app.get("/broken")
        @app.get("/api/v1/broken")
        def broken() -> None:
            raise error

        return TestClient(app, base_url="http://localhost")

    return make


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (MissingError("there is no story x; `secondsource stories` lists them"), 404, "not_found"),
        (UsageError("a word is missing; name it"), 400, "cannot_be_asked"),
        (LimitError("longer than 2 seconds; ask for less"), 503, "too_costly"),
        (ArchiveError("the disk is full: make room"), 503, "archive_trouble"),
    ],
)
def test_whatever_goes_wrong_on_purpose_is_an_answer(
    strange: Callable[[Exception], TestClient], error: Exception, status: int, code: str
) -> None:
    client = strange(error)
    page, told = client.get("/broken"), client.get("/api/v1/broken")
    assert (page.status_code, told.status_code) == (status, status)
    words = str(error).partition("; ")[0]
    assert words[1:] in page.text
    assert told.json()["error"].keys() == {"code", "message", "what_to_do"}
    assert told.json()["error"]["code"] == code
    assert words[1:] in told.json()["error"]["message"]


def test_what_breaks_unforeseen_tells_nothing_and_logs_where(
    strange: Callable[[Exception], TestClient], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "secondsource.desk"):
        client = strange(ValueError("a secret text"))
        page, told = client.get("/broken?q=another+secret"), client.get("/api/v1/broken")
    assert page.status_code == told.status_code == 500
    assert told.json()["error"]["code"] == "trouble"
    assert "ValueError in broken" in caplog.text
    for shown in (page.text, told.text, caplog.text):
        assert "secret" not in shown
        assert "Traceback" not in shown


def test_the_log_tells_neither_queries_nor_tokens_nor_texts(
    closed: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "secondsource"):
        closed.post("/enter", data={"token": TOKEN, "to": "/?hidden"}, headers=SAME)
        closed.get("/?hidden=1", headers={"Authorization": f"Bearer {TOKEN}"})
        closed.get("/a%0aGET /forged 200")
    assert "GET / 200" in caplog.text
    for secret in (TOKEN, "hidden", closed.cookies["desk"]):
        assert secret not in caplog.text
    assert all("\n" not in record.getMessage() for record in caplog.records)


def test_more_than_may_be_sent_is_refused_before_and_while_it_is_read(desk: TestClient) -> None:
    told = desk.post("/enter", content=b"", headers={"Content-Length": str(MOST_BYTES + 1)})
    assert told.status_code == 413
    assert "2 MB" in told.text
    assert desk.post("/enter", content=b"", headers={"Content-Length": "much"}).status_code == 413
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    streamed = desk.post("/enter", content=(b"token=" + b"x" * 2**16 for _ in range(64)), headers=form)
    assert streamed.status_code == 413


def test_what_stalls_on_its_way_is_given_up(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondsource.surfaces.web.guards.STALL_SECONDS", 0.05)
    sent: list[Message] = []
    came: list[Message] = []

    async def receive() -> Message:
        if came:
            await asyncio.sleep(60)
        came.append({"type": "http.request", "body": b"{", "more_body": True})
        return came[-1]

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost"), (b"content-type", b"application/json"), (b"content-length", b"9")]
    scope = {"type": "http", "method": "POST", "path": "/api/v1/reports", "raw_path": b"/api/v1/reports"}
    scope |= {"query_string": b"", "headers": headers, "scheme": "http", "http_version": "1.1", "root_path": ""}

    async def ask() -> None:
        await desk.app(scope, receive, send)

    asyncio.run(ask())
    assert sent[0]["status"] == 408
    assert json.loads(sent[1]["body"])["error"]["code"] == "too_slow"


def test_costly_questions_wait_for_their_turn_and_are_told_when_it_does_not_come(
    kept: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondsource.surfaces.web.guards.PATIENCE_SECONDS", 0.05)
    monkeypatch.setitem(COSTLY, "/search", 0)
    answer = visitor(kept).get("/search?q=ferry")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert "costly" in answer.text


def test_a_question_that_costs_too_much_is_stopped_and_the_limit_named(
    kept: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(kept)
    monkeypatch.setattr(kept.database, "limit_seconds", 0.1)

    @app.get("/costly")
    @app.get("/api/v1/costly")
    def costly() -> None:
        with kept.database.reading() as connection:
            connection.exec_driver_sql(
                "SELECT count(*) FROM sentence a, sentence b, sentence c, sentence d, sentence e"
            ).scalar()

    client = TestClient(app, base_url="http://localhost")
    page, told = client.get("/costly"), client.get("/api/v1/costly")
    assert page.status_code == told.status_code == 503
    assert "longer than 0.1 seconds" in page.text
    assert told.json()["error"]["code"] == "too_costly"
    assert "serve.query_seconds" in told.json()["error"]["what_to_do"]
