"""The pages of a story: parts of their own, kept while nothing changes, compared on request."""

import re
import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.surfaces.web.app import make_app
from tests.archive.shelves import FIRE, open_shelf, put, story_of

PARTS = ("account", "points", "quotes", "figures", "findings", "timeline", "omissions", "reports")


@pytest.fixture(scope="module")
def story(desk: TestClient) -> str:
    """The address of the example's story of most reports."""
    found = re.search(r'<h3 class="listed-title"><a href="(/stories/[^"]+)"', desk.get("/").text)
    assert found
    return found.group(1)


@pytest.fixture
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive with one story that was not compared."""
    with open_shelf(tmp_path_factory.mktemp("waiting")) as archive:
        for number, text in enumerate(FIRE):
            put(archive, f"fire-{number}", text)
        yield archive


def reader_of(archive: Archive) -> TestClient:
    return TestClient(make_app(archive), base_url="http://localhost", headers={"Sec-Fetch-Site": "same-origin"})


def test_the_overview_counts_sources_and_draws_who_copied_whom(desk: TestClient, story: str) -> None:
    page = desk.get(story).text
    assert re.search(r'class="headline">\w+ reports rest on \w+ independent sources?', page)
    assert 'class="graph graph-wide"' in page
    assert 'class="graph graph-narrow"' in page
    assert re.search(r'<a href="/reports/[^"#]+"><title>', page)


def test_every_part_is_a_page_that_names_all_parts(desk: TestClient, story: str) -> None:
    for part in PARTS:
        page = desk.get(f"{story}/{part}").text
        assert len(re.findall(rf'href="{story}(?:/\w+)?" aria-current="page"', page)) == 1, part
        assert f'<a href="{story}">' in page


def test_no_page_of_a_story_holds_a_whole_report(desk: TestClient, story: str) -> None:
    for part in ("", *(f"/{part}" for part in PARTS)):
        assert "block-paragraph" not in desk.get(story + part).text


def test_evidence_is_one_click_away(desk: TestClient, story: str) -> None:
    page = desk.get(f"{story}/findings").text
    (address, sentence), *_ = re.findall(r'<a class="report-link" href="(/reports/[^"#]+)#(s\d+)"', page)
    assert f'id="{sentence}"' in desk.get(address).text


def test_what_has_fewer_sources_than_lineages_says_why(desk: TestClient, story: str) -> None:
    for part in ("points", "account"):
        assert (
            "is put together from texts that are counted here, and adds no source" in desk.get(f"{story}/{part}").text
        )


def test_the_reports_of_a_story_say_what_each_comes_from(desk: TestClient, story: str) -> None:
    page = desk.get(f"{story}/reports").text
    assert "rewritten, from <bdi>Northern Press Agency</bdi> that is not among the reports" in page
    assert re.search(r'trimmed, from <a href="/reports/\w+"', page)


def test_a_point_has_a_page_for_the_words_of_each_report(desk: TestClient, story: str) -> None:
    assert "<h1" in desk.get(f"{story}/points/1").text
    for missing in ("0", "9999"):
        assert desk.get(f"{story}/points/{missing}").status_code == 404


def test_a_story_can_be_taken_along(desk: TestClient, story: str) -> None:
    page = desk.get(story).text
    addresses = re.findall(r'<a href="([^"]+)" download', page)
    assert len(addresses) == 5
    for address in addresses:
        answer = desk.get(address)
        assert answer.status_code == 200, address
        assert len(answer.content) > 500
    assert desk.get(f"{story}/dossier.html").headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("path", ["/stories/none", "/stories/none/points", "/stories/none/points/1"])
def test_what_is_not_there_is_told_in_the_frame(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 404
    assert '<nav class="desk-nav"' in answer.text


def test_a_page_that_is_known_is_not_sent_again(desk: TestClient, story: str) -> None:
    tag = desk.get(story).headers["etag"]
    again = desk.get(story, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert desk.get(f"{story}/points").headers["etag"] != tag


def test_a_story_waits_until_somebody_has_it_compared(waiting: Archive) -> None:
    reader = reader_of(waiting)
    address = f"/stories/{story_of(waiting, 'fire-0')}"
    page = reader.get(address).text
    assert "have not been compared" in page
    assert len(re.findall(r'href="/reports/fire-\d"', page)) == 3
    assert reader.get(f"{address}/dossier.html", follow_redirects=False).status_code == 303
    assert reader.post(f"{address}/compare", follow_redirects=False).headers["location"] == address
    for _ in range(600):
        page = reader.get(address).text
        if "headline" in page:
            break
        assert "are being compared" in page
        time.sleep(0.1)
    assert "Three reports rest on" in page


def test_a_story_that_changes_is_shown_anew(waiting: Archive) -> None:
    reader = reader_of(waiting)
    address = f"/stories/{story_of(waiting, 'fire-0')}"
    before = reader.get(address).text
    put(waiting, "fire-9", FIRE[0] + " The mill will be built again.")
    assert "fire-9" in reader.get(address).text
    assert "fire-9" not in before
