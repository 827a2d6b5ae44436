"""Somebody walks through the desk in a real browser, on a wide window and on a phone, against `secondsource serve`.

The screenshots lie in out/desk afterwards, for whoever changed a page to look at.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from secondsource.archive.archives import Archive
from tests.browsers import PHONE, WIDE, find_barriers, launched, reaches_sideways
from tests.web.test_serving import served

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "out" / "desk"
EXAMPLE = ROOT / "examples" / "harbour" / "reports"
REPORTS = ("03-meridian-today.txt", "05-westmark-post.txt", "07-the-tern.txt")
MILL = """Fire at the old mill

Dunmere, 3 May 2025. A fire destroyed the old flour mill at Dunmere on Saturday night, and twelve people were taken to
hospital, the fire service said.

The flames were seen from ten kilometres away. The cause is not known. Forty firefighters worked until dawn to keep them
from the grain store beside the mill.
"""
BAKERY = """Bakery on the quay reopens

Ostrel, 11 August 2024. The bakery on the quay at Ostrel opened its doors again on Sunday after two years of repairs,
its owner Lene Marr said.

The roof had come down in the storm of 2022. Some ninety people queued for the first loaves, which were gone within the
hour.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as running:
        yield running


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk to which a reader has just added reports, by its own page."""
    folder = tmp_path_factory.mktemp("walk")
    texts = [(EXAMPLE / name).read_text("utf-8") for name in REPORTS]
    lines = [json.dumps({"id": f"report-{n}", "text": text}) for n, text in enumerate([*texts, MILL, BAKERY])]
    (folder / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    Archive(folder / "archive", make=True).close()
    with served(folder / "archive") as (_, port):
        address = f"http://127.0.0.1:{port}"
        page = browser.new_page()
        page.goto(f"{address}/ask")
        page.get_by_label(re.compile("file")).set_input_files(folder / "reports.jsonl")
        page.get_by_role("button", name="Add it to the archive").click()
        expect(page.get_by_role("status")).to_contain_text("Done", timeout=90_000)
        assert page.get_by_role("row").count() == 6
        page.close()
        yield address


class Walk:
    """A page that is looked at wherever the walk comes by."""

    def __init__(self, browser: Browser, name: str, size: dict[str, int]) -> None:
        context = browser.new_context(viewport=size)  # type: ignore[arg-type]
        self.page: Page = context.new_page()
        self.troubles: list[str] = []
        self._name, self._steps = name, 0
        self.page.on("console", lambda message: self.troubles.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        self.page.on("response", lambda answer: self._check(answer.status, answer.url))

    def _check(self, status: int, url: str) -> None:
        if status >= 400:
            self.troubles.append(f"{status} {url}")

    def look(self, title: str) -> None:
        """Check the page that was come to, and keep how it looks."""
        expect(self.page.get_by_role("heading", level=1)).to_have_count(1)
        self._steps += 1
        self.page.screenshot(path=SHOTS / f"{self._name}-{self._steps:02}-{title}.png", full_page=True)
        self.page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        self.troubles += [f"{title}: {rule} {element}" for rule, element in find_barriers(self.page)]
        if reaches_sideways(self.page):
            self.troubles.append(f"{title}: wider than the window")


@pytest.mark.parametrize(("name", "size"), [("wide", WIDE), ("phone", PHONE)], ids=["wide", "phone"])
def test_a_walk_through_the_desk(browser: Browser, desk: str, name: str, size: dict[str, int]) -> None:
    walk = Walk(browser, name, size)
    page = walk.page
    page.goto(f"{desk}/")
    walk.look("today")
    assert page.get_by_role("main").get_by_role("heading", level=3).count() == 3

    page.get_by_role("link", name=re.compile("Narrows|Skarrow|ferry", re.I)).first.click()
    expect(page).to_have_url(re.compile(r"/stories/\w+$"))
    if page.get_by_role("button", name="Compare now").count():
        page.get_by_role("button", name="Compare now").click()
    expect(page.get_by_text("independent sources").first).to_be_visible(timeout=90_000)
    story = page.url
    walk.look("story")

    page.get_by_role("navigation", name="Parts of the story").get_by_role("link", name="Findings").click()
    walk.look("findings")
    page.get_by_role("main").locator('a[href*="/reports/"]').first.click()
    expect(page).to_have_url(re.compile(r"/reports/[^#]+#"))
    walk.look("reading")

    page.goto(story)
    page.get_by_role("searchbox").or_(page.locator('form[role="search"] input')).first.fill("treaty")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    walk.look("search")

    page.goto(f"{story}/corrections")
    walk.look("corrections")
    other = _address_of(page, desk, "mill")
    page.goto(f"{story}/corrections")
    page.get_by_label("Or the address, or the id, of another story").fill(other)
    page.get_by_role("button", name="Merge with it").click()
    page.get_by_label("Who decides").fill("A reader")
    walk.look("confirm")
    page.get_by_role("button", name="Yes, decide").click()
    page.goto(f"{desk}/")
    assert page.get_by_role("main").get_by_role("heading", level=3).count() == 2
    page.goto(f"{desk}/decisions")
    walk.look("decisions")
    page.get_by_role("link", name=re.compile(r"Undo\b")).first.click()
    page.get_by_role("button", name="Yes, undo").click()
    page.goto(f"{desk}/")
    assert page.get_by_role("main").get_by_role("heading", level=3).count() == 3

    page.goto(f"{desk}/ask")
    page.get_by_label(re.compile("The text")).fill((EXAMPLE / REPORTS[0]).read_text("utf-8")[:1500])
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("heading", name="What it says")).to_be_visible(timeout=90_000)
    walk.look("answer")
    assert walk.troubles == []


def _address_of(page: Page, desk: str, word: str) -> str:
    page.goto(f"{desk}/?words={word}")
    address = page.get_by_role("main").locator('a[href^="/stories/"]').first.get_attribute("href")
    assert address
    return desk + address
