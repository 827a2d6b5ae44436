"""What every address promises: one shape for errors, a tag for every whole answer, HEAD; nouns with their keys."""

import json

import pytest
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.archive.desk import Desk
from secondsource.model.codec import dossier_to_json
from secondsource.model.findings import Dossier
from secondsource.model.reports_codec import reading_to_json

V1 = "/api/v1"

WRONG = [
    ("GET", "/nothing", None, 404, "not_found"),
    ("GET", "/stories/nothing", None, 404, "not_found"),
    ("GET", "/stories/nothing/points", None, 404, "not_found"),
    ("GET", "/reports/nothing", None, 404, "not_found"),
    ("GET", "/reports/nothing/versions", None, 404, "not_found"),
    ("GET", "/speakers/Nobody At All", None, 404, "not_found"),
    ("GET", "/outlets/No/Outlet", None, 404, "not_found"),
    ("GET", "/decisions/77", None, 404, "not_found"),
    ("PUT", "/stories", None, 405, "wrong_method"),
    ("GET", "/stories?most=0", None, 422, "cannot_be_asked"),
    ("GET", "/stories?order=best", None, 422, "cannot_be_asked"),
    ("GET", "/stories?from=2031-13-01", None, 400, "cannot_be_asked"),
    ("GET", "/stories?from=2031-05&to=2031-04", None, 400, "cannot_be_asked"),
    ("GET", "/stories?after=!!!", None, 400, "cannot_be_asked"),
    ("GET", "/disputes?after=YQ", None, 400, "cannot_be_asked"),
    ("GET", "/reports?after=YQ", None, 400, "cannot_be_asked"),
    ("GET", "/search", None, 400, "cannot_be_asked"),
    ("GET", '/search?q=ferry+"sank', None, 400, "cannot_be_asked"),
    ("GET", "/search?q=OR", None, 400, "cannot_be_asked"),
    ("GET", "/search?q=color:red", None, 400, "cannot_be_asked"),
    ("GET", "/like?text=...", None, 400, "cannot_be_asked"),
    ("POST", "/holding", {"text": "three words only"}, 400, "cannot_be_asked"),
    ("POST", "/holding", {}, 422, "cannot_be_asked"),
    ("POST", "/decisions", {"kind": "merge", "by": "Ines", "stories": ["one"]}, 400, "cannot_be_asked"),
    ("POST", "/decisions", {"kind": "guess", "by": "Ines"}, 422, "cannot_be_asked"),
    ("POST", "/decisions", {"kind": "lock", "by": " ", "stories": ["one"]}, 400, "cannot_be_asked"),
    ("POST", "/decisions", {"kind": "lock", "by": "Ines", "stories": ["nothing"]}, 404, "not_found"),
    ("GET", "/export/everything.csv", None, 422, "cannot_be_asked"),
    ("GET", "/export/points.xlsx", None, 422, "cannot_be_asked"),
]


@pytest.mark.parametrize(("method", "path", "body", "status", "code"), WRONG)
def test_what_cannot_be_answered_is_told_in_one_shape(
    api: TestClient, method: str, path: str, body: object, status: int, code: str
) -> None:
    answer = api.request(method, V1 + path, json=body)
    assert answer.status_code == status
    assert list(answer.json()) == ["error"]
    error = answer.json()["error"]
    assert error["code"] == code
    assert set(error) == {"code", "message", "what_to_do"}
    assert all(error.values())


HALVES = [
    ("/holding", '{"text": "one two three four five \\ud800 six"}'),
    ("/reports", '{"text": "one two three four five \\ud800 six"}'),
    ("/decisions", '{"kind": "lock", "by": "\\udc00", "stories": ["one"]}'),
    ("/decisions", '{"kind": "lock", "by": "Ines", "stories": ["\\ud800"]}'),
]


@pytest.mark.parametrize(("path", "body"), HALVES)
def test_half_a_character_is_refused(api: TestClient, path: str, body: str) -> None:
    answer = api.post(V1 + path, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert "half of a character" in answer.json()["error"]["message"]


@pytest.mark.parametrize(("query", "place"), [('ferry "sank', 7), ("ferry color:red", 7), ("OR ferry", 1)])
def test_an_error_of_a_query_names_its_place(api: TestClient, query: str, place: int) -> None:
    message = api.get(f"{V1}/search", params={"q": query}).json()["error"]["message"]
    assert f"at character {place}:" in message


def test_an_answer_is_not_sent_again_to_who_has_it(api: TestClient) -> None:
    story = api.get(f"{V1}/stories").json()["stories"][0]["id"]
    for path in ("/stories", f"/stories/{story}", "/search?q=ferry", "/openapi.json"):
        first = api.get(V1 + path)
        tag = first.headers["etag"]
        assert tag.startswith('"')
        assert "no-cache" in first.headers["cache-control"]
        for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
            again = api.get(V1 + path, headers={"If-None-Match": known})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert api.get(V1 + path, headers={"If-None-Match": '"other"'}).content == first.content


def test_a_tag_changes_with_what_is_told(writer: TestClient, writable: Archive) -> None:
    story = writer.get(f"{V1}/stories").json()["stories"][0]["id"]
    before = writer.get(f"{V1}/stories").headers["etag"]
    Desk(writable).rename(story, "Another title", by="Ines")
    after = writer.get(f"{V1}/stories", headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after.headers["etag"] != before


@pytest.mark.parametrize("path", ["/stories", "/search?q=ferry", "/openapi.json", "/export/reports.csv", "/stories/no"])
def test_head_is_get_without_the_body(api: TestClient, path: str) -> None:
    head, whole = api.head(V1 + path), api.get(V1 + path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers.get("etag") == whole.headers.get("etag")
    assert head.headers["content-type"] == whole.headers["content-type"]


def test_nouns_are_those_of_the_contract(api: TestClient, newsroom: Archive) -> None:
    desk = Desk(newsroom)
    for story in desk.stories().items:
        judged = desk.story(story.id)
        [expected] = dossier_to_json(Dossier((judged,), ()))["stories"]
        told = api.get(f"{V1}/stories/{story.id}").json()
        assert told == json.loads(json.dumps(expected))
        parts = {"points": "points", "findings": "findings", "descent": "derivations", "account": "account"}
        for part, key in parts.items():
            assert api.get(f"{V1}/stories/{story.id}/{part}").json()[key] == told[key]
        for report in told["reports"]:
            read = desk.report(report["id"])
            assert api.get(f"{V1}/reports/{report['id']}").json() == json.loads(
                json.dumps(reading_to_json(read.reading, read.statements))
            )


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("outlet=ferry-1", ["The ferry Brisling"]),
        ("speaker=corvay", ["The ferry Brisling"]),
        ("verdict=denied", ["The ferry Brisling"]),
        ("disputed=true", ["The ferry Brisling"]),
        ("words=tallow", ["=HYPERLINK"]),
        ("language=en&words=tallow", ["=HYPERLINK"]),
        ("language=de", []),
        ("from=2031-04-02", []),
        ("order=happened&to=1999", []),
        ("place=nowhere", []),
    ],
)
def test_stories_are_filtered(api: TestClient, asked: str, titles: list[str]) -> None:
    listed = api.get(f"{V1}/stories?{asked}").json()["stories"]
    assert [title for one, title in zip(listed, titles, strict=True) if one["title"].startswith(title)] == titles


def test_points_and_findings_are_filtered(api: TestClient) -> None:
    [story] = api.get(f"{V1}/stories?disputed=true").json()["stories"]
    for part, key, verdict in (("points", "kind", "figure"), ("findings", "verdict", "denied")):
        whole = api.get(f"{V1}/stories/{story['id']}/{part}").json()[part]
        some = api.get(f"{V1}/stories/{story['id']}/{part}?{key}={verdict}").json()[part]
        assert some == [one for one in whole if one[key] == verdict]
        assert 0 < len(some) < len(whole)
