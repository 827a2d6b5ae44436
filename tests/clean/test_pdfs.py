"""PDF: paragraphs joined, broken words mended, heads and feet cut with their reason; what cannot be read says why."""

import time

import pytest

from secondsource.model.reports import Document, Rejection, Report
from secondsource.stages.clean import pdfs
from secondsource.stages.clean.pdflayouts import join_paragraphs, split_running_lines, to_page
from secondsource.stages.clean.reports import clean
from tests.ingest.builders import LOCK, pdf

FIRST = [
    (60, 815, "The Skarrow Tern"),
    (60, 780, "Ferry runs aground near Skarrow, officials say"),
    (60, 750, "The ferry left the harbour of Skarrow at noon with forty passengers on board"),
    (60, 737, "and ran onto a sandbank an hour later, the coast guard said on Tuesday. It is in-"),
    (60, 724, "vestigating why."),
    (60, 700, "Nobody was hurt. A well-known captain, who has sailed for thirty years, told"),
    (60, 687, "investigators that a buoy had been moved by the storm of last week and that his"),
    (60, 674, "chart showed deep water there. The coast guard did not want to comment on what he"),
    (60, 30, "https://tern.example/ferry 1/2"),
]
SECOND = [
    (60, 815, "The Skarrow Tern"),
    (60, 780, "said before the hearing ends, which will be in a month at the earliest."),
    (60, 756, "The company will repair the ferry in its own yard, where two others are waiting."),
    (60, 30, "https://tern.example/ferry 2/2"),
]


def report_of(content: bytes) -> Report:
    outcome = clean(Document("a.pdf", content, "pdf"))
    assert isinstance(outcome, Report)
    return outcome


def test_paragraphs_are_joined_over_lines_and_pages_and_running_lines_are_cut() -> None:
    report = report_of(pdf([FIRST, SECOND]))
    assert report.text.split("\n\n")[-3:] == [
        "The ferry left the harbour of Skarrow at noon with forty passengers on board and ran onto a sandbank an hour "
        "later, the coast guard said on Tuesday. It is investigating why.",
        "Nobody was hurt. A well-known captain, who has sailed for thirty years, told investigators that a buoy had "
        "been moved by the storm of last week and that his chart showed deep water there. The coast guard did not want "
        "to comment on what he said before the hearing ends, which will be in a month at the earliest.",
        "The company will repair the ferry in its own yard, where two others are waiting.",
    ]
    assert report.title == "Ferry runs aground near Skarrow, officials say"
    cut = [cut.text for cut in report.cuts if cut.reason == "head or foot of a page"]
    assert cut == ["The Skarrow Tern", "https://tern.example/ferry 1/2", "The Skarrow Tern", SECOND[-1][2]]
    assert report.url == "https://tern.example/ferry"


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["a sandbank near the har-", "bour of the town"], ["a sandbank near the harbour of the town"]),
        (["the vice-", "President of the town"], ["the vice-President of the town"]),
        (["a well-known one, well-", "known to all"], ["a well-known one, well-known to all"]),
        (["a com\x02pany and a self\x02Made one"], ["a company and a self-Made one"]),
        (["in 2030-", "31 there were"], ["in 2030-31 there were"]),
    ],
)
def test_words_broken_at_line_ends_are_mended(lines: list[str], paragraphs: list[str]) -> None:
    page = to_page((text, 60.0, 700.0 - 13 * at, 300.0, 711.0 - 13 * at) for at, text in enumerate(lines))
    assert join_paragraphs([page]) == paragraphs


def test_lines_broken_on_purpose_at_the_head_stand_alone() -> None:
    head = [FIRST[1][2], "By Ann Ode", "The Skarrow Courier, 4 June 2031"]
    lines = [*head, *(line for _, _, line in FIRST[2:8])]
    report = report_of(pdf([[(60, 780 - 13 * at, line) for at, line in enumerate(lines)]]))
    assert (report.title, report.authors, report.outlet) == (head[0], ("Ann Ode",), "The Skarrow Courier")
    assert report.published_at == "2031-06-04"


def test_an_indent_or_a_short_last_line_parts_paragraphs() -> None:
    rows = [
        (60, 300, "One line runs to the edge and"),
        (60, 120, "ends here."),
        (60, 300, "Another begins at once and"),
    ]
    rows += [(60, 300, "runs to the edge of the page."), (72, 300, "A third is set in by one letter.")]
    page = to_page((text, left, 700.0 - 13 * at, right, 711.0 - 13 * at) for at, (left, right, text) in enumerate(rows))
    assert len(join_paragraphs([page])) == 3


@pytest.mark.parametrize(
    "foot", ["3", "Page 3 of 8", "3/8", "- 3 -", "https://tern.example/a 3/8", "5/14/25, 12:30 PM Tern"]
)
def test_numbers_and_what_browsers_print_at_the_edge_are_cut(foot: str) -> None:
    lines = [(text, 60.0, up, 300.0, up + 11) for up, text in ((780.0, "Words of the report"), (30.0, foot))]
    body, running = split_running_lines([to_page(lines)])
    assert running == [foot]
    assert [line.text for line in body[0]] == ["Words of the report"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf([FIRST], extra=LOCK), "locked with a password"),
        (pdf([[]]), "no text layer"),
        (pdf([FIRST])[:300], "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 50, "damaged"),
        (b"", "empty"),
    ],
    ids=["locked", "pictures", "cut", "junk", "empty"],
)
def test_a_pdf_that_cannot_be_read_says_why(content: bytes, reason: str) -> None:
    outcome = clean(Document("a.pdf", content, "pdf"))
    assert isinstance(outcome, Rejection)
    assert outcome.reason == reason
    assert outcome.detail


def test_a_reader_that_hangs_or_fails_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "MOST_SECONDS", 0.2)
    monkeypatch.setattr(pdfs, "READER", ("-c", "import time; time.sleep(30)"))
    start = time.monotonic()
    outcome = clean(Document("a.pdf", b"%PDF-1.4", "pdf"))
    assert isinstance(outcome, Rejection)
    assert outcome.reason == "takes too long"
    assert time.monotonic() - start < 10
    monkeypatch.setattr(pdfs, "MOST_SECONDS", 30)
    monkeypatch.setattr(pdfs, "READER", ("-c", "import os; os.abort()"))
    outcome = clean(Document("a.pdf", b"%PDF-1.4", "pdf"))
    assert isinstance(outcome, Rejection)
    assert outcome.reason == "damaged"
