"""Answers that were made are kept: up to a limit, made once for all who ask at once, and never older than the story."""

import time
from collections.abc import Callable
from threading import Thread

import pytest
from fastapi import Request, Response
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.archive.desk import Desk
from secondsource.surfaces.web.app import make_app
from secondsource.surfaces.web.kept import Kept
from tests.archive.shelves import FIRE, open_shelf, put, story_of
from tests.archive.voiced import fill

LONGEST_WAIT = 5.0
SPEAKER = "/speakers/Ilse%20Corvay"


def asks(address: str, tag: str = "") -> Request:
    path, _, query = address.partition("?")
    headers = [(b"if-none-match", tag.encode())] if tag else []
    return Request(
        {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": headers}
        | {"server": ("localhost", 80), "scheme": "http"}
    )


def makes(text: str, made: list[str]) -> Callable[[], Response]:
    def make() -> Response:
        made.append(text)
        return Response(text, media_type="text/plain")

    return make


def test_the_answers_asked_for_last_are_kept() -> None:
    kept, page = Kept(most_bytes=30), Response("ten letters"[:10])
    for number in range(4):
        kept.keep(asks("/"), str(number), page)
    kept.find(asks("/"), "1")
    kept.keep(asks("/"), "4", page)
    assert [kept.find(asks("/"), str(number)) is not None for number in range(5)] == [False, True, False, True, True]


@pytest.mark.parametrize(
    ("address", "state", "is_kept"),
    [
        ("/stories/1", "as it was", True),
        ("/stories/1", "changed", False),
        ("/stories/2", "as it was", False),
        ("/stories/1?kind=quote", "as it was", False),
    ],
)
def test_an_answer_is_for_one_address_in_one_state(address: str, state: str, is_kept: bool) -> None:
    kept, made = Kept(), list[str]()
    first = kept.answer(asks("/stories/1"), "as it was", makes("first", made))
    second = kept.answer(asks(address), state, makes("second", made))
    assert (second.body == first.body, made) == (is_kept, ["first"] if is_kept else ["first", "second"])
    assert (second.headers["etag"] == first.headers["etag"]) is is_kept
    assert second.headers["content-type"] == first.headers["content-type"] == "text/plain; charset=utf-8"


def test_who_has_it_already_is_told_so() -> None:
    kept = Kept()
    first = kept.answer(asks("/"), "state", makes("text", []))
    assert kept.answer(asks("/", first.headers["etag"]), "state", makes("text", [])).status_code == 304
    assert kept.answer(asks("/", first.headers["etag"]), "other", makes("text", [])).status_code == 200


def test_what_many_ask_for_at_once_is_made_once() -> None:
    kept, made, answers = Kept(), list[str](), list[bytes]()

    def make() -> Response:
        made.append("made")
        time.sleep(0.05)
        return Response("text")

    many = [Thread(target=lambda: answers.append(kept.answer(asks("/"), "state", make).body)) for _ in range(8)]
    for one in many:
        one.start()
    for one in many:
        one.join(LONGEST_WAIT)
    assert (made, answers) == (["made"], [b"text"] * 8)


def test_an_answer_that_could_not_be_made_is_tried_again() -> None:
    def fail() -> Response:
        raise ValueError

    kept, made = Kept(), list[str]()
    with pytest.raises(ValueError):  # noqa: PT011  ours
        kept.answer(asks("/"), "state", fail)
    assert kept.answer(asks("/"), "state", lambda: None) is None
    assert kept.answer(asks("/"), "state", makes("text", made)).body == b"text"


@pytest.mark.parametrize("part", ["", "/points", "/account", "/graph.graphml"])
def test_programs_get_the_same_again_until_the_story_changes(
    tmp_path_factory: pytest.TempPathFactory, part: str
) -> None:
    with open_shelf(tmp_path_factory.mktemp("kept")) as archive:
        for number, text in enumerate(FIRE[:2]):
            put(archive, f"fire-{number}", text)
        address = f"/api/v1/stories/{story_of(archive, 'fire-0')}{part}"
        client = reader_of(archive)
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": client.get(address).headers["etag"]})
        assert (first.status_code, again.status_code) == (200, 304)
        put(archive, "fire-2", FIRE[2])
        after = client.get(address)
    assert after.headers["etag"] not in (first.headers["etag"], again.headers["etag"])


def test_a_speaker_is_kept_until_a_story_changes(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_shelf(tmp_path_factory.mktemp("voiced")) as archive:
        fill(archive)
        client = reader_of(archive)
        before = client.get(SPEAKER)
        assert client.get(SPEAKER, headers={"If-None-Match": before.headers["etag"]}).status_code == 304
        Desk(archive).rename(story_of(archive, "dam-1"), "The dam that was renamed", by="a test")
        after = client.get(SPEAKER, headers={"If-None-Match": before.headers["etag"]})
    assert "The dam that was renamed" not in before.text
    assert "The dam that was renamed" in after.text


def reader_of(archive: Archive) -> TestClient:
    return TestClient(make_app(archive), base_url="http://localhost", headers={"Sec-Fetch-Site": "same-origin"})
