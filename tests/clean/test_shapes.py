"""Live blogs and galleries are told from articles."""

import pytest

from secondsource.model.reports import Document, Report
from secondsource.stages.clean.reports import clean
from secondsource.stages.clean.shapes import is_entry_time, is_slide_number

ENTRY = "People in Low Hallin have been told to leave their homes and go to the sports hall in Port Sarrow."
SLIDE = "A fireman carries a dog down Mill Street in Maren on Sunday after the river Aske had burst its banks."


def shape_of(text: str, *, is_page: bool = False) -> str:
    report = clean(Document("here", text.encode(), "html" if is_page else "text"))
    assert isinstance(report, Report)
    return report.shape


def test_pastes_are_known_by_their_times_and_numbers() -> None:
    times = "\n\n".join(f"{clock}\n{ENTRY} {clock} more." for clock in ("16:42", "15:58", "15:03"))
    numbers = "\n\n".join(f"{number} / 3\n{SLIDE} It was the picture {number}." for number in (1, 2, 3))
    assert shape_of(f"Wildfire near Port Sarrow: villages evacuated as wind turns\n\n{times}") == "live blog"
    assert shape_of(f"In pictures: the flood at Maren two days on\n\n{numbers}") == "gallery"
    assert shape_of(f"Villages evacuated as wind turns near Sarrow\n\n{ENTRY}\n\n{SLIDE}") == "article"


@pytest.mark.parametrize(("kind", "shape"), [("LiveBlogPosting", "live blog"), ("NewsArticle", "article")])
def test_pages_say_it_themselves(kind: str, shape: str) -> None:
    head = f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "Wildfire near Port Sarrow"}}</script>'
    page = f"<html><head>{head}</head><body><article><p>{ENTRY}</p><p>{SLIDE}</p></article></body></html>"
    assert shape_of(page, is_page=True) == shape


def gallery(slide: str) -> Report:
    slides = "".join(slide.format(number=number, caption=f"{SLIDE} Seen from bank {number}.") for number in range(1, 7))
    intro = "<p>The river Aske burst its banks on Sunday.</p>"
    page = f"<html><body><nav>Home</nav><article><h1>The flood at Maren</h1>{intro}{slides}</article></body></html>"
    report = clean(Document("here", page.encode(), "html"))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    "slide",
    [
        "<figure><img src='{number}.jpg'><figcaption>{caption}</figcaption></figure>",
        "<div><img src='{number}.jpg'><p class='caption'>{caption}</p></div>",
        "<div><span>{number} of 6</span><img src='{number}.jpg'><div class='photo-caption'>{caption}</div></div>",
    ],
)
def test_galleries_keep_each_caption_apart(slide: str) -> None:
    report = gallery(slide)
    assert report.shape == "gallery"
    captions = [block.span.of(report.text) for block in report.blocks if block.kind == "caption"]
    assert captions == [f"{SLIDE} Seen from bank {number}." for number in range(1, 7)]
    assert "The river Aske burst its banks on Sunday." in report.text.split("\n\n")
    assert " of 6" not in report.text


@pytest.mark.parametrize(
    ("headline", "shape"),
    [
        ("In pictures: the flood at Maren", "gallery"),
        ("Photo gallery | The flood at Maren", "gallery"),
        ("Live updates: wildfire near Port Sarrow", "live blog"),
        ("Wildfire near Port Sarrow live: latest news", "live blog"),
        ("Where we live: a wildfire and its neighbours", "article"),
        ("In pictures of the flood, a town sees itself", "article"),
    ],
)
def test_headlines_say_it(headline: str, shape: str) -> None:
    report = clean(Document("here", f"{headline}\n\n{ENTRY}\n\n{SLIDE}".encode(), "text"))
    assert isinstance(report, Report)
    assert (report.title, report.shape) == (headline, shape)


@pytest.mark.parametrize("line", ["16:42", "3.15pm BST", "9:05 a.m.", "Updated at 14:10", "10:20 GMT"])
def test_times(line: str) -> None:
    assert is_entry_time(line)


@pytest.mark.parametrize("line", ["16:42 Second village told to leave", "Psalm 16:42", "2031", "4 June"])
def test_no_times(line: str) -> None:
    assert not is_entry_time(line)


def test_numbers_of_pictures() -> None:
    assert is_slide_number("3 / 12")
    assert is_slide_number("Photo 4 of 9")
    assert not is_slide_number("4 of 9 firemen were hurt")
