"""Every page that can be reached from the first one: it is there, is well-formed, and holds no style or script."""

import re
from collections import Counter, deque
from urllib.parse import urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import etree, html
from lxml.html import HtmlElement

ENOUGH = 6
"""Pages of one kind that are looked at: speakers, points, searches … of one kind are made alike."""

Pages = dict[str, HtmlElement]


def kind_of(path: str) -> str:
    """Pages of one kind: the same address but for names and numbers."""
    parts = path.strip("/").split("/")
    return "/".join(part if place % 2 == 0 else "…" for place, part in enumerate(parts))


@pytest.fixture(scope="module")
def pages(desk: TestClient) -> Pages:
    """The pages by their paths, found by following links from the first one."""
    found: Pages = {}
    waiting, kinds = deque(["/"]), Counter[str]()
    seen = {"/"}
    while waiting:
        address = waiting.popleft()
        answer = desk.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        if not answer.headers["content-type"].startswith("text/html") or "content-disposition" in answer.headers:
            continue
        path = urlsplit(address).path
        page = html.document_fromstring(answer.text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        found.setdefault(path, page)
        for link in page.xpath("//a/@href"):
            target = urlsplit(urljoin(address, link))
            if target.netloc or target.path in seen:
                continue
            seen.add(target.path)
            kinds[kind_of(target.path)] += 1
            if kinds[kind_of(target.path)] <= ENOUGH:
                waiting.append(target._replace(fragment="").geturl())
    return found


def test_pages_of_all_rooms_are_reached(pages: Pages) -> None:
    rooms = {path.split("/")[1] for path in pages}
    assert {"", "stories", "reports", "speakers", "outlets", "search", "ask", "decisions"} <= rooms


def test_no_page_holds_a_style_or_a_script(pages: Pages) -> None:
    for path, page in pages.items():
        assert not page.xpath("//style | //*[@style] | //script[not(@src)] | //iframe | //object"), path
        assert not [name for one in page.iter() for name in one.attrib if name.startswith("on")], path


def test_every_page_has_one_title_one_main_part_and_no_id_twice(pages: Pages) -> None:
    for path, page in pages.items():
        assert len(page.xpath("//h1")) == 1, path
        assert len(page.xpath("//main")) == 1, path
        assert page.xpath("string(//title)").strip().endswith("– secondsource"), path
        ids = Counter(map(str, page.xpath("//@id")))
        assert [name for name, count in ids.items() if count > 1] == [], path


def test_links_within_the_pages_lead_to_something(pages: Pages) -> None:
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    for path, page in pages.items():
        for link in page.xpath("//a/@href"):
            target = urlsplit(urljoin(path, link))
            if not target.netloc and target.path in ids and target.fragment:
                assert target.fragment in ids[target.path], f"{path}: {link}"


def test_fields_have_labels(pages: Pages) -> None:
    for path, page in pages.items():
        for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            named = field.get("aria-label") or page.xpath("//label[@for=$id]", id=field.get("id") or "")
            assert named or field.xpath("ancestor::label"), f"{path}: {field.get('name')}"


def test_pages_are_well_formed(desk: TestClient, pages: Pages) -> None:
    for path in pages:
        parser = etree.HTMLParser(recover=True)
        etree.fromstring(re.sub(r"<!doctype html>", "", desk.get(path).text, count=1).encode(), parser)
        wrong = [one.message for one in parser.error_log if one.type_name != "HTML_UNKNOWN_TAG"]
        assert wrong == [], path
