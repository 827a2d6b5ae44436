"""The page in a real browser: does it render, can everybody use it, does it ask the network for anything?"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from secondsource.model.findings import Dossier
from secondsource.surfaces.page import to_html
from tests.browsers import PHONE, WIDE, find_barriers, launched
from tests.page.samples import crowd_dossier, dam_dossier
from tests.page.test_hostile import NASTY, everywhere


def unsure(dossier: Dossier) -> Dossier:
    """The dossier, no count of whose points is sure."""
    stories = [
        replace(s, points=tuple(replace(p, independent_sources_range=(1, 12)) for p in s.points))
        for s in dossier.stories
    ]
    return replace(dossier, stories=tuple(stories))


PAGES: dict[str, Dossier] = {
    "dam": dam_dossier(),
    "crowd": crowd_dossier(),
    "both": Dossier((*dam_dossier().stories, *crowd_dossier(6).stories), dam_dossier().rejections),
    "unsure": unsure(dam_dossier()),
    "nasty": everywhere(NASTY[0] + NASTY[10][:300]),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as running:
        yield running


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, dossier in PAGES.items():
        (folder / f"{name}.html").write_text(to_html(dossier), "utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


def opened(browser: Browser, file: Path, size: dict[str, int], scheme: str = "light", script: bool = True) -> Page:
    context = browser.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_the_console_is_silent(browser: Browser, files: dict[str, Path], name: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(files[name].as_uri())
    assert asked == [files[name].as_uri()]
    assert said == []


@pytest.mark.parametrize("name", PAGES)
def test_no_width_makes_the_page_scroll_sideways(browser: Browser, files: dict[str, Path], name: str) -> None:
    page = opened(browser, files[name], WIDE)
    for width in (320, 390, 800, 1024, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("name", "size", "scheme"), [("dam", WIDE, "dark"), ("dam", PHONE, "dark"), ("both", PHONE, "light")]
)
def test_axe_finds_nothing_serious(
    browser: Browser, files: dict[str, Path], name: str, size: dict[str, int], scheme: str
) -> None:
    page = opened(browser, files[name], size, scheme)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert find_barriers(page) == []


def test_the_style_sheet_is_let_through_by_the_policy(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["dam"], WIDE)
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def test_the_first_tab_skips_to_the_dossier(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["dam"], WIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the dossier"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


def test_evidence_is_one_click_away_and_leads_back_without_scripts(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["dam"], WIDE, script=False)
    page.locator("#s1-p3 .cited a", has_text="The Courier").click()
    target = page.locator(":target")
    assert target.inner_text() == "jammed open on Tuesday"
    assert target.is_visible()
    page.locator("#r2 a[href='#s1-p3']").first.click()
    assert page.locator(":target").get_attribute("id") == "s1-p3"


def test_points_are_filtered_by_kind_without_scripts(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["dam"], WIDE, script=False)
    assert page.locator(".point:visible").count() == 5
    page.get_by_role("radio", name="Figures").check(force=True)
    assert [point.get_attribute("id") for point in page.locator(".point:visible").all()] == ["s1-p2"]
    page.goto(f"{files['dam'].as_uri()}#s1-p3")
    page.locator(".points").get_by_role("radio", name="All").check(force=True)
    assert page.locator(".point:visible").count() == 5


def test_highlights_can_be_put_out_without_scripts(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["dam"], WIDE, script=False)
    assert page.locator(".back-finding:visible").count() > 0
    page.get_by_label("findings", exact=True).uncheck(force=True)
    assert page.locator(".back-finding:visible").count() == 0


@pytest.mark.parametrize(("size", "shown"), [(WIDE, "wide"), (PHONE, "narrow")], ids=["wide", "phone"])
def test_one_drawing_is_shown_and_its_names_stay_inside(
    browser: Browser, files: dict[str, Path], size: dict[str, int], shown: str
) -> None:
    page = opened(browser, files["crowd"], size)
    drawing = page.locator(".graph:visible")
    assert drawing.count() == 1
    assert shown in str(drawing.get_attribute("class"))
    outside = """drawing => [...drawing.querySelectorAll('text')].filter(
        text => text.getBoundingClientRect().right > drawing.getBoundingClientRect().right
    ).map(text => text.textContent)"""
    assert drawing.evaluate(outside) == []


def test_the_browser_shows_hostile_text_as_text(browser: Browser) -> None:
    page = browser.new_context().new_page()
    for text in NASTY:
        page.set_content(to_html(everywhere(text)))
        assert page.locator("script, img, iframe, [onclick], .report-text b").count() == 0
        assert page.title().endswith("dossier")
        assert page.locator("article.report").count() == 3


def test_everything_is_on_paper(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["dam"], WIDE)
    page.emulate_media(media="print")
    assert page.locator("nav:visible, .filter:visible").count() == 0
    assert page.locator(".cuts dd").first.is_visible()
    assert len(page.pdf()) > 10_000
