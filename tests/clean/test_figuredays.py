"""Days in figures that can be read in two ways, and agencies by their letters: settled by the report's own words."""

import pytest

from secondsource.model.reports import Document, Report
from secondsource.stages.clean.moments import read_moment
from secondsource.stages.clean.reports import clean

REST = (
    "The lock was opened in 1931 and lets through 40 ships a day, most of them with gravel from the pits upstream.\n\n"
    "Nobody at the harbour office could say how long the gates would stay shut, or who would pay for the gravel."
)


def report_of(stamp: str, lead: str, end: str = "") -> Report:
    text = f"Captain fined for blocking the lock\n\n{stamp}\n\n{lead}\n\n{REST}\n\n{end}"
    report = clean(Document("paste.txt", text.encode(), "text"))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("stamp", "lead", "published_at"),
    [
        (
            "10/03/2026 18:55",
            "GRELL, March 10 (AP) - A captain was fined for blocking the lock.",
            "2026-03-10T18:55:00",
        ),
        (
            "03/10/2026 18:55",
            "GRELL, March 10 (AP) - A captain was fined for blocking the lock.",
            "2026-03-10T18:55:00",
        ),
        ("10/03/2026", "A captain was fined on Tuesday for blocking the lock at Grell for nine hours.", "2026-03-10"),
        ("10/03/2026", "A captain was fined on Friday for blocking the lock at Grell for nine hours.", "2026-10-03"),
        ("10/03/2026", "A captain was fined on 10 March for blocking the lock at Grell for nine hours.", "2026-03-10"),
        (
            "10/03/2026",
            "A captain was fined, after the ice of 14 January 2024, for what he did.",
            "2026-03-10",
        ),
        ("10/03/2026 | Updated 13/03/2026", "A captain was fined for blocking the lock at Grell.", "2026-03-10"),
        ("10/03/2026", "A captain was fined for blocking the lock at Grell in the spring.", None),
        (
            "23/03/2026",
            "A captain was fined for blocking the lock at Grell in the spring.",
            "2026-03-23",
        ),
        (
            "04/04/2026",
            "A captain was fined for blocking the lock at Grell in the spring.",
            "2026-04-04",
        ),
    ],
)
def test_the_reading_that_the_report_bears_out(stamp: str, lead: str, published_at: str | None) -> None:
    report = report_of(stamp, lead)
    assert report.published_at == published_at
    assert any(cut.text == stamp and cut.reason == "date line" for cut in report.cuts)


def test_both_readings_are_told_and_the_day_first() -> None:
    assert read_moment("10/03/2026 18:55") == "[2026-03-10T18:55:00,2026-10-03T18:55:00]"
    assert read_moment("10/23/2026") == "2026-10-23"
    assert read_moment("31/31/2026") is None


@pytest.mark.parametrize(
    ("lead", "end", "agencies"),
    [
        ("GRELL (SNS) - A captain was fined for blocking the lock.", "© Skarne News Service", ("Skarne News Service",)),
        ("GRELL (CPS) - A captain was fined.", "(Picture: Coast Press Service)", ("Coast Press Service",)),
        ("GRELL (CPS) - A captain was fined.", "Coastal Pilot School opens on Monday", ("CPS",)),
        ("GRELL (SNS) - A captain was fined.", "(Reporting by Ann Ode; Editing by Bo Deng)", ("SNS",)),
        ("GRELL - A captain was fined for it.", "(Reporting by Ann Ode; Editing by Bo Deng)", ("Reuters",)),
        ("A captain was fined for blocking the lock at Grell. This was reported by Hina.", "", ("HINA",)),
        ("A captain was fined for blocking the lock at Grell, and Hina said he had paid.", "", ()),
        ("A captain was fined. This was reported by Hina to the police, who said they knew nothing.", "", ()),
    ],
)
def test_agencies_are_named_as_the_report_names_them(lead: str, end: str, agencies: tuple[str, ...]) -> None:
    assert report_of("3 June 2031", lead, end).agencies == agencies


def test_an_agency_s_line_above_the_report_credits_it() -> None:
    report = report_of("Skarne Press Service\nJune 3, 2031", "A captain was fined for blocking the lock at Grell.")
    assert report.agencies == ("Skarne Press Service",)
