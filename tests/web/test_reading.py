"""The reading view: a report with what the others say beside its sentences, however it was written."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml import html
from lxml.html import HtmlElement

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.archive.judging import judge_changed
from secondsource.archive.margins import load_margins
from secondsource.model.reports import Credit, Cut, Document
from secondsource.pipeline import ReadReport
from secondsource.surfaces.web.app import make_app
from tests.archive.shelves import FIRE, open_shelf, put, story_of
from tests.archive.voiced import fill
from tests.nouns import read, tell

NASTY = "<script>alert(1)</script>"
TURNED = "right to left \u202eevil\u202c"


def reader_of(archive: Archive) -> TestClient:
    return TestClient(make_app(archive), base_url="http://localhost", headers={"Sec-Fetch-Site": "same-origin"})


def parse(page: str) -> HtmlElement:
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Two reports of a dam, the second copied from the first, with quotes that differ."""
    with open_shelf(tmp_path_factory.mktemp("read")) as archive:
        fill(archive)
        yield archive


def test_beside_a_sentence_stand_those_who_say_it_too(told: Archive) -> None:
    page = parse(reader_of(told).get("/reports/dam-2").text)
    (sentence,) = page.xpath("//span[@id='s0']")
    assert "burst above Orle" in words_of(sentence)
    (note,) = page.xpath("//div[./p/a[@id='n0']]")
    assert note.xpath(".//a[@href='/reports/dam-1#s0']")
    (quoted,) = page.xpath("//div[./p/a[@id='n2']]//details")
    assert "We closed the sluices too late" in words_of(quoted)


def test_sentences_of_which_the_same_is_to_be_said_share_a_note(desk: TestClient) -> None:
    shared = 0
    for address in sorted(set(re.findall(r"/reports/[a-f0-9]+", desk.get("/search?q=ferry").text))):
        page = parse(desk.get(address).text)
        signed = [one.get("href").split("#")[1] for one in page.xpath("//sup[@class='note-sign']/a")]
        assert [one.get("id") for one in page.xpath("//a[@class='note-number']")] == signed
        for note in page.xpath(
            "//div[contains(@class, 'note ') or @class='note'][count(./p/a[@class='note-number']) > 1]"
        ):
            shared += 1
            assert not note.xpath("./p/span[contains(@class, 'verdict')]")
    assert shared


def test_a_mash_up_says_what_it_is_put_together_from(desk: TestClient) -> None:
    pages = [
        desk.get(address).text for address in set(re.findall(r"/reports/[a-f0-9]+", desk.get("/search?q=fog").text))
    ]
    said = [found for page in pages if (found := re.search(r"put together from texts of (\w and \w), and", page))]
    assert len(said) == 1


def test_what_only_this_report_says_is_told(told: Archive) -> None:
    page = parse(reader_of(told).get("/reports/dam-1").text)
    alone = [words_of(one) for one in page.xpath("//p[@class='note-alone-all']")]
    places = {sentence.get("id"): words_of(sentence) for sentence in page.xpath("//span[@class='sentence']")}
    (last,) = [place for place, words in places.items() if words.startswith("The mills of Orle")]
    assert any(re.search(rf"\b{int(last[1:]) + 1}$", one) for one in alone)


def test_parents_and_copies_are_shown_with_their_passages(told: Archive) -> None:
    reader = reader_of(told)
    child, parent = (parse(reader.get(f"/reports/dam-{number}").text) for number in (2, 1))
    assert child.xpath("//section[@id='descent']//a[@href='/reports/dam-1']")
    assert parent.xpath("//section[@id='descent']//a[@href='/reports/dam-2']")
    assert child.xpath("//span[contains(@class, 'is-copied')]")
    assert child.xpath("//a[contains(@class, 'back-copied')]/@href")[0].startswith("/reports/dam-1#s")


def test_the_text_is_shown_whole_and_in_order(told: Archive) -> None:
    page = parse(reader_of(told).get("/reports/dam-1").text)
    for sign in page.xpath("//p[starts-with(@class, 'block')]//sup"):
        sign.drop_tree()
    shown = "".join(block.text_content() for block in page.xpath("//p[starts-with(@class, 'block')]"))
    assert shown == load_margins(told, "dam-1").report.text


def test_a_report_of_a_story_that_is_not_compared_says_so(told: Archive) -> None:
    with open_shelf(told.folder.parent / "waiting") as archive:
        put(archive, "fire-0", FIRE[0])
        reader = reader_of(archive)
        page = reader.get("/reports/fire-0").text
        assert "has not been compared" in page
        assert "note-sign" not in page
        list(judge_changed(archive))
        assert "has not been compared" not in reader.get("/reports/fire-0").text


def test_an_earlier_version_leads_to_the_latest_and_what_was_edited(told: Archive) -> None:
    with open_shelf(told.folder.parent / "edited") as archive:
        first = put(archive, "fire", FIRE[0], seen_at="2031-05-01T08:00:00+00:00")
        later = FIRE[0].replace("Forty", "Sixty") + " Nobody was hurt."
        second = put(archive, "fire", later, seen_at="2031-05-01T10:00:00+00:00")
        reader = reader_of(archive)
        early = reader.get(f"/reports/{first.report}").text
        assert f'href="/reports/{second.report}"' in early
        assert "Two versions" in early
        page = reader.get(f"/reports/{first.report}/versions").text
        assert re.search(r"<del>\s*Forty</del>", page)
        assert re.search(r"<ins>\s*Sixty</ins>", page)
        assert re.search(r"edit-added.*Nobody was hurt", page, re.DOTALL)


def test_what_a_report_brings_is_text_wherever_it_stands(told: Archive) -> None:
    with open_shelf(told.folder.parent / "nasty") as archive:
        text = f"{NASTY} came to Tannberg on Monday. {TURNED} burned in the sawmill of Tannberg. {{{{ 7 * 7 }}}}"
        for number in (1, 2):
            reading = read(f"nasty/{number}?&", text)
            report = replace(
                reading.report,
                title=f"{NASTY} {TURNED}",
                outlet=f'{NASTY} "Post"',
                url="javascript:alert(1)",
                cuts=(Cut(NASTY, "advertising"),),
                credits=(Credit("url", "javascript:alert(1)", NASTY), Credit("authors", NASTY, "byline")),
            )
            reading = replace(reading, report=report)
            document = Document(f"{number}.txt", text.encode() + bytes([number]), "text")
            list(store(archive, [Arrival(document, ReadReport(reading, tell(reading)))]))
        reader = reader_of(archive)
        story = f"/stories/{story_of(archive, 'nasty/1?&')}"
        asked = ["/", story, "/reports/nasty%2F1%3F%26", "/reports/nasty%2F1%3F%26/versions"]
        before = [reader.get(path).text for path in asked]
        list(judge_changed(archive))
        for page in (*before, *(reader.get(path).text for path in (*asked, f"{story}/points", f"{story}/reports"))):
            assert "<h1" in page
            assert "<script>" not in page
            assert "\u202e" not in page
            assert 'href="javascript' not in page
            assert "49" not in re.sub(r"[0-9a-f]{8,}", "", page)
        assert "&lt;script&gt;" in before[2]


@pytest.mark.parametrize("path", ["/reports/none", "/reports/none/versions", "/reports/a%2Fb"])
def test_a_report_that_is_not_there_is_told_in_the_frame(told: Archive, path: str) -> None:
    answer = reader_of(told).get(path)
    assert answer.status_code == 404
    assert '<nav class="desk-nav"' in answer.text


def test_a_report_that_is_known_is_not_sent_again(told: Archive) -> None:
    reader = reader_of(told)
    tag = reader.get("/reports/dam-1").headers["etag"]
    assert reader.get("/reports/dam-1", headers={"If-None-Match": tag}).status_code == 304
    assert reader.get("/reports/dam-2", headers={"If-None-Match": tag}).status_code == 200
