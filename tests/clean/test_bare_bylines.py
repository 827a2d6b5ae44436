"""By-lines without "By": names under a headline or behind a report are its authors, and nobody else is."""

import pytest

from secondsource.model.reports import Document, Report
from secondsource.stages.clean.reports import clean

TITLE = "Captain fined for blocking the lock"
BODY = (
    "A captain who blocked the lock at Grell for nine hours was fined 4,000 crowns on Tuesday, the court said.\n\n"
    "“I was at the dentist,” said the captain, Orla Brandvik, who has brought gravel through the lock for 30 years.\n\n"
    "The lock was opened in 1931 and lets through 40 ships a day, most of them with gravel from the pits upstream."
)


def report_of(under: str, after: str) -> Report:
    report = clean(Document("paste.txt", f"{TITLE}\n\n{under}\n\n{BODY}\n\n{after}\n".encode(), "text"))
    assert isinstance(report, Report)
    return report


NAMES = [
    ("Hugh Tessander in Skarne", ("Hugh Tessander",)),
    ("Abel Quistrup in Skarne and Leonora Fitchen in Upper Grell", ("Abel Quistrup", "Leonora Fitchen")),
    ("Abel Quistrup and Leonora Fitchen", ("Abel Quistrup", "Leonora Fitchen")),
    ("Maja van der Velde", ("Maja van der Velde",)),
    ("Ines Walloe, courts reporter", ("Ines Walloe",)),
    ("INES WALLOE", ("Ines Walloe",)),
]


@pytest.mark.parametrize(("line", "authors"), NAMES)
def test_names_alone_are_the_authors(line: str, authors: tuple[str, ...]) -> None:
    for report in (report_of(line, ""), report_of("", line)):
        assert report.authors == authors
        assert line in {cut.text for cut in report.cuts if cut.reason == "byline"}


@pytest.mark.parametrize(
    "line",
    [
        "RBR Newsdesk",
        "Orla Brandvik",
        "Climate Change",
        "Trending Now",
        "Latest Stories",
        "Staff Writers",
        "Lock Harbour",
    ],
)
def test_labels_tags_and_desks_are_nobody(line: str) -> None:
    assert report_of(line, "").authors == ()
    assert report_of("", line).authors == ()


def test_text_and_pictures_by_one_hand() -> None:
    assert report_of("Text and pictures: Bo Almstrand", "").authors == ("Bo Almstrand",)
