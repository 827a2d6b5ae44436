"""The pages of speakers and outlets, with names that nobody should have."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.model.spans import Span
from secondsource.model.speakers import Printing, Saying, SpokenStory, Utterance
from secondsource.surfaces.web.app import make_app
from secondsource.surfaces.web.speakers import show_speeches
from tests.archive.shelves import open_shelf
from tests.archive.voiced import HOSTILE, fill, fill_contested


@pytest.fixture(scope="module")
def voiced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with open_shelf(tmp_path_factory.mktemp("voiced")) as archive:
        fill(archive)
        yield reader_of(archive)


def reader_of(archive: Archive) -> TestClient:
    return TestClient(make_app(archive), base_url="http://localhost", headers={"Sec-Fetch-Site": "same-origin"})


def links(page: str, start: str) -> list[str]:
    return [one.replace("&amp;", "&") for one in re.findall(r'href="([^"]*)"', page) if one.startswith(start)]


def test_speakers_lead_to_everything_that_they_say(voiced: TestClient) -> None:
    listed = voiced.get("/speakers").text
    assert "also as <bdi>Corvay</bdi>" in listed
    (address,) = set(links(listed, "/speakers/"))
    page = voiced.get(address).text
    assert "Brought together" in page
    assert re.search(r"is-denial.*denies", page, re.DOTALL)
    assert re.search(r'<mark class="word[^"]*">[^<]*much[^<]*</mark>', page)
    assert "/reports/dam-1#s2" in links(page, "/reports/")


def test_a_quote_that_most_ascribe_to_others_says_so_and_stands_last(tmp_path: Path) -> None:
    with open_shelf(tmp_path) as archive:
        fill_contested(archive)
        page = reader_of(archive).get("/speakers/Ilse%20Corvay").text
    *_, last = page.split('<li class="utterance')
    assert "Two reports ascribe it to Nereid<" in last
    assert page.count("ascribe it to") == 1


def test_a_report_stands_once_under_a_wording(tmp_path: Path) -> None:
    with open_shelf(tmp_path) as archive:
        fill_contested(archive)
        page = reader_of(archive).get("/speakers/Ilse%20Corvay").text
    for wording in page.split('<li class="wording">')[1:]:
        printed = links(wording.split("</blockquote>")[1].split('<li class="utterance')[0], "/reports/")
        assert len(printed) == len(set(printed)) > 0


def test_a_report_that_prints_two_wordings_says_so() -> None:
    told = [("a", "We closed the gates"), ("a", "the gates were closed by us"), ("b", "We closed the gates")]
    sayings = tuple(
        Saying(Printing(report, report, None, None, report), "quote", Span(0, 1), text, 0, "Corvay", None)
        for report, text in told
    )
    story = SpokenStory("s", "Gates", None, ("Corvay",), None, (Utterance("p", "Gates", None, 2, sayings),))
    ((utterance,),) = [one.utterances for one in show_speeches([story])]
    notes = {(saying.name, saying.note) for wording in utterance.wordings for saying in wording.sayings}
    assert notes == {("a", "prints two of these wordings"), ("b", None)}
    assert utterance.reports == 2


def test_a_form_says_of_whom_it_is_one(voiced: TestClient) -> None:
    page = voiced.get("/speakers/Corvay").text
    assert "there a form of" in page
    assert "/speakers/Ilse%20Corvay" in links(page, "/speakers/")


def test_every_link_to_an_outlet_leads_to_it_whatever_its_name(voiced: TestClient) -> None:
    addresses = set(links(voiced.get("/outlets").text, "/outlets/"))
    assert len(addresses) == 2
    for address in addresses:
        assert voiced.get(address).status_code == 200
    page = voiced.get(f"/outlets/{quote(HOSTILE, safe='')}").text
    assert "<b>" not in page.split("<h1")[1].split("</h1>")[0]
    assert "\u202e" not in page
    assert "Radio &lt;b&gt;" in page
    assert "The Orle Courier" in page
    assert "3.0 hours" in page


@pytest.mark.parametrize("kind", ["speakers", "outlets"])
@pytest.mark.parametrize("name", ["<b>", "%2F", "a/b", "..%2f..", "'\"", "\u202eabc", "%00", "a" * 3000])
def test_a_name_that_nobody_has_is_not_there(voiced: TestClient, kind: str, name: str) -> None:
    answer = voiced.get(f"/{kind}/{name if '%' in name else quote(name, safe='')}")
    assert answer.status_code == 404
    assert "<b>" not in answer.text


@pytest.mark.parametrize("kind", ["speakers", "outlets"])
@pytest.mark.parametrize("asked", ["<script>", "%", "'", "\u202e", "no such name"])
def test_a_filter_that_finds_nothing_says_so_or_shows_all(voiced: TestClient, kind: str, asked: str) -> None:
    answer = voiced.get(f"/{kind}", params={"name": asked, "order": "name"})
    assert answer.status_code == 200
    assert "<script>" not in answer.text.split("</head>")[1]


@pytest.mark.parametrize("query", ["after=-1", "after=x", "order=best", f"name={'x' * 500}"])
def test_what_cannot_be_asked_is_an_answer(voiced: TestClient, query: str) -> None:
    assert voiced.get(f"/speakers?{query}").status_code in (400, 422)


def test_an_empty_archive_has_pages_too(tmp_path: Path) -> None:
    with open_shelf(tmp_path) as archive:
        reader = reader_of(archive)
        assert "Nobody is quoted" in reader.get("/speakers").text
        assert "No reports were compared" in reader.get("/outlets").text
        assert reader.get("/search?q=ferry").status_code == 200
        assert "Nothing was decided" in reader.get("/decisions").text
