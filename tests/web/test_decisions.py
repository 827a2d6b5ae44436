"""Corrections over the web: told before, made once, logged, undone."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.surfaces.web.app import make_app
from tests.archive.shelves import FIRE, VOTE, open_shelf, partition, put, story_of, title_of
from tests.web.test_search import told

FIRES, VOTES = frozenset({"fire0", "fire1"}), frozenset({"vote0", "vote1"})


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Archive]:
    with open_shelf(tmp_path) as archive:
        for number in range(2):
            put(archive, f"fire{number}", FIRE[number])
            put(archive, f"vote{number}", VOTE[number])
        yield archive


@pytest.fixture
def editor(shelf: Archive) -> TestClient:
    app = make_app(shelf)
    app.state.comparisons = Compared()
    return TestClient(
        app, base_url="http://localhost", headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=False
    )


class Compared(list[str]):
    """Notes what is to be compared again, and does not do it."""

    def start(self, story: str) -> bool:
        self.append(story)
        return True


def compared(editor: TestClient) -> set[str]:
    app = editor.app
    assert isinstance(app, FastAPI)
    return set(app.state.comparisons)


def forms(page: str) -> dict[str, list[str]]:
    """What the form of a confirmation would send, but for who decides."""
    sent: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page):
        sent.setdefault(name, []).append(unescape(value))
    return sent


def decide(editor: TestClient, by: str = "Ines", **given: str | list[str]) -> str:
    """Ask what will happen, then say yes; what was told."""
    page = editor.get("/decisions/confirm", params=given)
    assert page.status_code == 200, told(page.text)
    answer = editor.post("/decisions", data={**forms(page.text), "by": by})
    assert answer.status_code == 303, told(answer.text)
    return told(page.text)


def undo(editor: TestClient, number: int, by: str = "Jon") -> None:
    assert editor.get(f"/decisions/{number}/undo").status_code == 200
    answer = editor.post(f"/decisions/{number}/undo", data={"by": by})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/decisions#d{number}")


def test_a_merge_is_told_made_logged_and_undone(editor: TestClient, shelf: Archive) -> None:
    fire, vote = story_of(shelf, "fire0"), story_of(shelf, "vote0")
    said = decide(editor, kind="merge", story=fire, other=f"http://localhost/stories/{vote}?x=1")
    assert "become one story of four reports" in said
    assert partition(shelf) == {FIRES | VOTES}
    assert compared(editor) == {story_of(shelf, "fire0")}
    log = told(editor.get("/decisions").text)
    assert "Make two stories one" in log
    assert "by Ines" in log
    undo(editor, 1)
    assert partition(shelf) == {FIRES, VOTES}
    assert compared(editor) == {story_of(shelf, "fire0"), story_of(shelf, "vote0")}
    assert "undone by Jon" in told(editor.get("/decisions").text)
    assert editor.post("/decisions/1/undo", data={"by": "Jon"}).status_code == 400


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": "split", "reports": ["fire1"]}, "fire1 leaves “A fire destroyed"),
        ({"kind": "lock"}, "is these two reports: none comes, none goes"),
        ({"kind": "rename", "title": "The <b>mill</b>"}, "will be called “The <b>mill</b>”"),
        ({"kind": "not a copy", "reports": ["fire0"], "others": ["fire1"]}, "fire0 is no copy of fire1"),
        ({"kind": "same source", "reports": ["fire0", "fire1"]}, "fire0 and fire1 go back to one text"),
    ],
)
def test_every_kind_is_told_and_undone(
    editor: TestClient, shelf: Archive, given: dict[str, str | list[str]], said: str
) -> None:
    title = title_of(shelf, "fire0")
    assert said in decide(editor, story=story_of(shelf, "fire0"), **given)
    log = editor.get("/decisions").text
    assert "<b>mill" not in log
    if given["kind"] == "lock":
        assert "Unlock it" in editor.get(f"/stories/{story_of(shelf, 'fire0')}/corrections").text
    undo(editor, 1)
    assert partition(shelf) == {FIRES, VOTES}
    assert title_of(shelf, "fire0") == title


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "merge", "other": ""},
        {"kind": "merge", "other": "nothing"},
        {"kind": "split"},
        {"kind": "split", "reports": ["vote0"]},
        {"kind": "split", "reports": ["fire0", "fire1"]},
        {"kind": "rename", "title": " "},
        {"kind": "not a copy", "reports": ["fire0"]},
        {"kind": "not a copy", "reports": ["fire0"], "others": ["fire0"]},
        {"kind": "same source", "reports": ["fire0"]},
        {"kind": "same source", "reports": ["fire0", "<b>"]},
        {"kind": "burn"},
    ],
)
def test_what_makes_no_sense_is_an_answer_and_changes_nothing(
    editor: TestClient, shelf: Archive, given: dict[str, str | list[str]]
) -> None:
    whole = {"story": story_of(shelf, "fire0"), **given}
    for answer in (editor.get("/decisions/confirm", params=whole), editor.post("/decisions", data=whole | {"by": "I"})):
        assert answer.status_code in (400, 404, 422)
        assert "<b>" not in answer.text
    assert partition(shelf) == {FIRES, VOTES}
    assert "Nothing was decided yet" in editor.get("/decisions").text


def test_nobody_decides_without_a_name_and_the_name_is_remembered(editor: TestClient, shelf: Archive) -> None:
    given = {"kind": "lock", "story": story_of(shelf, "fire0")}
    assert editor.post("/decisions", data=given | {"by": " \t "}).status_code == 400
    decide(editor, by='Zoë "Z" <b>', **given)
    page = editor.get("/decisions/1/undo").text
    assert 'value="Zoë &#34;Z&#34; &lt;b&gt;"' in page
    assert "HttpOnly" in editor.post("/decisions/1/undo", data={"by": "Zoë"}).headers["set-cookie"]


def test_another_site_decides_nothing(editor: TestClient, shelf: Archive) -> None:
    given = {"kind": "lock", "story": story_of(shelf, "fire0"), "by": "Mallory"}
    assert editor.post("/decisions", data=given, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert "Nothing was decided yet" in editor.get("/decisions").text


def test_corrections_of_what_is_not_there_are_not_there(editor: TestClient) -> None:
    assert editor.get(f"/decisions/{10**20}/undo").status_code == 422
    for address in ("/stories/nothing/corrections", "/decisions/9/undo", "/decisions/confirm?kind=lock&story=x"):
        assert editor.get(address).status_code in (400, 404)
