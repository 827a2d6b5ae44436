"""The search page."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient


def told(page: str) -> str:
    """The words of a page's main part."""
    main = page.split("<main")[1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_hits_are_marked_in_title_and_sentence_and_lead_to_the_sentence(desk: TestClient) -> None:
    page = desk.get("/search", params={"q": "pilot outlet:gazette"}).text
    assert re.search(r'<mark class="hit">pilot</mark>', page, re.IGNORECASE)
    (link,) = re.findall(r'<h2 class="hit-title"><a href="([^"]+)"', page)
    assert re.fullmatch(r"/reports/[^#]+#s\d+", link)
    title = desk.get("/search", params={"q": "treaty"}).text
    assert re.search(r'hit-title"><a[^>]+><bdi>[^<]*<mark class="hit">', title)


@pytest.mark.parametrize(
    ("query", "why", "at"),
    [
        ('ferry "open', "A quotation mark is missing", '"'),
        ("ferry colour:red", "There is no field colour:", "c"),
        ("OR ferry", "OR needs a word", "O"),
        ("ferry a*", "* needs at least", "a"),
        ("-outlet:x", "- stands before words", "-"),
    ],
)
def test_a_query_without_sense_is_shown_with_its_place(desk: TestClient, query: str, why: str, at: str) -> None:
    answer = desk.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert why in told(answer.text)
    (marked,) = re.findall(r'class="wrong"><span class="unseen">[^<]*</span>([^<]*)<', answer.text)
    assert unescape(marked) == at


@pytest.mark.parametrize(
    "query", ["kind:rumour", "from:yesterday", "x" * 2001, "from:2030 to:2020 ferry", 'outlet:"--"']
)
def test_a_value_without_sense_is_an_answer(desk: TestClient, query: str) -> None:
    answer = desk.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("query", ["<b>bold</b>", "\u202eabc", "a\x00b", "🦊", "'; DROP TABLE word; --", '"*"'])
def test_hostile_queries_are_shown_as_text(desk: TestClient, query: str) -> None:
    answer = desk.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert "<b>" not in answer.text
    assert "\u202e" not in answer.text


def test_unknown_names_are_told(desk: TestClient) -> None:
    assert "No outlet of this archive is called “nowhere times”" in told(
        desk.get("/search", params={"q": 'ferry outlet:"nowhere times"'}).text
    )


def test_hits_come_a_page_at_a_time(desk: TestClient) -> None:
    first = desk.get("/search", params={"q": "kind:quote"}).text
    (later,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = desk.get(f"/search{unescape(later)}").text
    assert 'start="21"' in second
    assert "statements, 1 to 20" in told(first)
    assert 'rel="prev"' in second


def test_a_passage_is_found_by_meaning_and_by_who_holds_it(desk: TestClient) -> None:
    sentence = "Fog cannot read treaties, but seamen can, said the minister on the quay."
    held = told(desk.post("/search?mode=holding", data={"q": sentence}).text)
    assert re.search(r"\d+ % of it", held)
    assert desk.get("/search", params={"q": "he said", "mode": "holding"}).text.count('role="alert"') == 1
    like = told(desk.get("/search", params={"q": "a quiet word", "mode": "like"}).text)
    assert "mean something alike" in like or "Nothing was found" in like


def test_without_a_query_it_says_what_can_be_asked(desk: TestClient) -> None:
    page = desk.get("/search").text
    assert '<details class="help" open>' in page
    assert 'class="found"' not in page
