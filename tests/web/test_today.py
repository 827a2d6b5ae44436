"""The first page: which stories it lists, in which order, what is new to whom."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.archive.judging import judge_changed
from secondsource.model.jobs import Job, Step, Task
from secondsource.surfaces.web.app import make_app
from secondsource.surfaces.web.visits import find_visit
from tests.archive.shelves import FIRE, FLOOD, VOTE, open_shelf, put
from tests.archive.voiced import fill


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Five stories: a fire, a vote and a flood that are told, a dam and a levy with speakers and outlets."""
    with open_shelf(tmp_path_factory.mktemp("listed")) as archive:
        for name, texts in (("fire", FIRE), ("vote", VOTE), ("flood", FLOOD)):
            for number, text in enumerate(texts):
                put(archive, f"{name}-{number}", text)
        fill(archive)
        list(judge_changed(archive))
        put(archive, "late", "A whale was washed ashore at Kettering Sound on Sunday. The whale of Kettering was dead.")
        yield archive


def reader_of(archive: Archive) -> TestClient:
    return TestClient(make_app(archive), base_url="http://localhost", headers={"Sec-Fetch-Site": "same-origin"})


@pytest.fixture(scope="module")
def reader(shelf: Archive) -> TestClient:
    return reader_of(shelf)


def titles(page: str) -> list[str]:
    return re.findall(r'<h3 class="listed-title"><a href="/stories/[^"]+"><bdi>([^<]+)', page)


def test_stories_are_listed_the_latest_first(reader: TestClient) -> None:
    listed = titles(reader.get("/").text)
    assert len(listed) == 6
    assert "whale" in listed[0].lower()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("outlet=orle+courier", ["dam", "levy|pension"]),
        ("speaker=corvay", ["dam", "levy|pension"]),
        ("outlet=Órle", ["dam", "levy|pension"]),
        ("speaker=ilse+corvay&words=", ["dam", "levy|pension"]),
        ("from=2031-05-02", []),
        (
            "to=2031-05-01&from=2031-05",
            ["whale", "dam", "levy|pension", "flood|Boats", "vote|pension", "fire|Fire|sawmill"],
        ),
        ("order=happened&from=2031-06", ["levy|pension"]),
    ],
)
def test_filters(reader: TestClient, query: str, words: list[str]) -> None:
    listed = titles(reader.get(f"/?{query}").text)
    assert len(listed) == len(words)
    for word in words:
        assert any(re.search(word, title) for title in listed), (word, listed)


@pytest.mark.parametrize("query", ["outlet=nobody", "speaker=nobody", "place=nowhere"])
def test_a_name_that_nothing_has_is_told(reader: TestClient, query: str) -> None:
    assert "Nothing in the archive is called" in reader.get(f"/?{query}").text


@pytest.mark.parametrize("query", ["from=yesterday", "to=2031-5-1", "order=odd", "after=-1", "after=x"])
def test_what_cannot_be_asked_is_told_in_the_frame(reader: TestClient, query: str) -> None:
    answer = reader.get(f"/?{query}")
    assert answer.status_code in (400, 422)
    assert '<nav class="desk-nav"' in answer.text


def test_a_story_that_is_not_compared_says_so(reader: TestClient) -> None:
    page = reader.get("/?words=whale").text
    assert "not compared yet" in page
    assert "→" not in page.split('class="listed"')[1]


def test_a_filter_stays_in_its_fields(reader: TestClient) -> None:
    page = reader.get("/", params={"outlet": '"><script>', "disputed": "true"}).text
    assert 'value="&#34;&gt;&lt;script&gt;"' in page
    assert re.search(r'name="disputed" value="true" checked', page)


def test_what_is_new_is_what_came_since(reader: TestClient) -> None:
    everything = reader.get("/?since=2031-04-30").text
    assert "1 new report<" in everything
    assert "2 new reports<" in everything
    assert "new report" not in reader.get("/?since=2099-01-01").text


NOON = "2031-05-02T12:00:00+00:00"


@pytest.mark.parametrize(
    ("cookie", "since"),
    [
        (None, "2031-05-01T12:00:00+00:00"),
        ("~2031-05-02T08:00:00+00:00", "2031-05-02T08:00:00+00:00"),
        ("2031-05-01T09:00:00+00:00~2031-05-02T11:50:00+00:00", "2031-05-01T09:00:00+00:00"),
        ("2031-05-01T09:00:00+00:00~2031-05-02T09:00:00+00:00", "2031-05-02T09:00:00+00:00"),
        ("~2031-05-02T11:50:00+00:00", "2031-05-01T12:00:00+00:00"),
        ("nonsense~<b>", "2031-05-01T12:00:00+00:00"),
        ("~2099-01-01", "2031-05-01T12:00:00+00:00"),
    ],
)
def test_a_visit_begins_after_a_pause(cookie: str | None, since: str) -> None:
    assert find_visit(cookie, NOON).since == since


def test_a_visit_goes_on_with_its_own_cookie() -> None:
    first = find_visit("~2031-05-01T08:00:00+00:00", NOON)
    again = find_visit(first.cookie, "2031-05-02T12:20:00+00:00")
    later = find_visit(again.cookie, "2031-05-02T18:00:00+00:00")
    assert (first.since, again.since, later.since) == (
        "2031-05-01T08:00:00+00:00",
        "2031-05-01T08:00:00+00:00",
        "2031-05-02T12:20:00+00:00",
    )


def test_an_asked_instant_is_read_in_its_zone_and_not_remembered() -> None:
    visit = find_visit(None, NOON, "2031-05-02T10:00:00+02:00")
    assert visit.since == "2031-05-02T08:00:00+00:00"
    assert visit.cookie == f"~{NOON}"


def test_work_that_is_under_way_is_told_with_how_far_it_is(shelf: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = reader_of(shelf)
    assert "Under way" not in desk.get("/").text
    task = Task("add", "Add <b>.html")
    jobs = [
        Job("a1", task, "working", Step("read", 3)),
        Job("b2", replace(task, title="Over"), "done"),
        Job("c3", task),
    ]
    monkeypatch.setattr(desk.app.state.work, "list", lambda: jobs)  # type: ignore[attr-defined]
    page = desk.get("/").text
    told = page.split("Under way")[1].split("</ul>")[0]
    assert re.findall(r'href="/work/(\w+)"', told) == ["a1", "c3"]
    assert "3 done" in told
    assert "waits for its turn" in told
    assert "<b>" not in told
