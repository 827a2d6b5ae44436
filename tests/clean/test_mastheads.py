"""Mastheads of pastes: an outlet in no list names itself at the head of its page, and is credited so."""

import pytest

from secondsource.model.reports import Document, Report
from secondsource.stages.clean.lines import to_line
from secondsource.stages.clean.mastheads import is_section_list
from secondsource.stages.clean.reports import clean

HEADLINE = "Captain fined for blocking the lock"
BODY = (
    "A captain who blocked the lock at Grell for nine hours was fined 4,000 crowns on Tuesday, the court said.\n\n"
    "He had gone ashore to see his dentist, who was also late, and the harbour office could not reach either.\n\n"
    "The lock was opened in 1931 and lets through 40 ships a day, most of them with gravel from the pits upstream."
)


def report_of(head: str, tail: str = "", body: str = BODY) -> Report:
    report = clean(Document("paste.txt", f"{head}\n\n{body}\n\n{tail}\n".encode(), "text"))
    assert isinstance(report, Report)
    return report


MASTHEADS = [
    ("COASTLINE VIEW | Politics - Economy - Society", "", "Coastline View"),
    ("Salt Window > Panorama > Accidents", "", "Salt Window"),
    ("Salt Window » World »", "", "Salt Window"),
    ("Saltwind — the coast before coffee", "", "Saltwind"),
    ("SaltWire.example\nLatest | Markets | Politics", "", "SaltWire"),
    ("The Ellis Lamp\nevery word weighed twice", "", "The Ellis Lamp"),
    ("THE ELLIS LAMP\nTHE PAPER OF THE THREE PIERS", "", "The Ellis Lamp"),
    ("Ellis Lamp", "© 2031 Ellis Lamp", "Ellis Lamp"),
    ("Ellis Lamp", "Write to desk@ellislamp.example", "Ellis Lamp"),
    ("DAILY LAMP\nNEWS | SHOWBIZ | FOOTIE", "", "Daily Lamp"),
    ("Skarne News Service - Newsfeed", "", "Skarne News Service"),
    ("Ellis Lamp\nNews Sport Opinion Culture", "", "Ellis Lamp"),
    ("Ellis Gazette — Independent news for the locks\nVol. 12, No. 34", "", "Ellis Gazette"),
    ("Lamp of Ellis\nFounded 1902 | Weekend edition", "", "Lamp of Ellis"),
    ("THE ELLIS LAMP\nAll the news before breakfast\nTuesday 4 June 2031", "", "The Ellis Lamp"),
    ("Radio Ellis 98.4 FM", "", "Radio Ellis 98.4 FM"),
]


@pytest.mark.parametrize(("head", "tail", "outlet"), MASTHEADS)
def test_a_masthead_is_the_outlet_and_not_the_title(head: str, tail: str, outlet: str) -> None:
    report = report_of(f"{head}\n\n{HEADLINE}", tail)
    assert (report.outlet, report.title) == (outlet, HEADLINE)
    assert {cut.text for cut in report.cuts} >= set(head.split("\n"))
    assert any(credit.field == "outlet" and "head of the page" in credit.read_from for credit in report.credits)


@pytest.mark.parametrize("tail", ["", "Iris Calloway and Skarne are tags", "Special Report · Skarne"])
@pytest.mark.parametrize(
    "head",
    [
        "World",
        "Middle East",
        "NATION & WORLD",
        "Analysis — what the fine means",
        "Grell — the lock that never sleeps",
        "Harbour Office > Courts > Ships",
        "Iris Calloway",
        "Skarne",
        "Special Report",
        "Police War Film Report of Skarne",
        "Issue 12 of the law",
    ],
)
def test_sections_places_and_people_are_no_mastheads(head: str, tail: str) -> None:
    report = report_of(f"{head}\n\n{HEADLINE}", tail)
    assert report.outlet is None


def test_the_paper_before_the_day() -> None:
    report = report_of(f"The Ellis Observer, Tuesday 4 June 2031\n\n{HEADLINE}")
    assert (report.outlet, report.published_at, report.title) == ("The Ellis Observer", "2031-06-04", HEADLINE)
    assert report_of(f"Upper Ellis, Tuesday 4 June 2031\n\n{HEADLINE}").outlet is None


def test_a_first_line_without_another_headline_is_the_title() -> None:
    assert report_of("The Lock at Grell").title == "The Lock at Grell"
    assert report_of("The Lock at Grell").outlet is None


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("News | Coast | Sport | Letters", True),
        ("Local · Sports · Nation & World · Obituaries", True),
        ("Ann Ode | Bo Deng | Cy Ek", False),
        ("Crane falls - harbour shut - nobody hurt in the night", False),
        ("Rome - Paris", False),
    ],
)
def test_lists_of_sections(line: str, listed: bool) -> None:
    assert is_section_list(to_line(line)) is listed
