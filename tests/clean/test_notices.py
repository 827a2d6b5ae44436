"""Notices around a report are told by how they are built; what looks like them and reports something stays."""

import pytest

from secondsource.model.reports import Document, Report
from secondsource.stages.clean.furniture import find_furniture
from secondsource.stages.clean.lines import to_line
from secondsource.stages.clean.notices import find_notice
from secondsource.stages.clean.reports import clean


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Text size: - +", "reading aid"),
        ("Rate this report: 1 2 3 4 5", "reading aid"),
        ("Font A A+ A-", "reading aid"),
        ("SNS0412 4 RE 0388", "agency's code line"),
        ("Members only. Redistribution without a licence is forbidden.", "copyright notice"),
        ("Copying only with active link to the source", "copyright notice"),
        ("Liked this? Send it to a friend", "appeal to the reader"),
        ("To advertise ring Ellis 212", "appeal to the reader"),
        ("To subscribe write to lamp@ellis.example", "appeal to the reader"),
        ("Next week: who gets the crane?", "related report"),
    ],
)
def test_notices_behind_a_report(line: str, reason: str) -> None:
    assert find_notice(to_line(line), is_tail=True) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Fishing on the lake without a licence is prohibited.",
        "To advertise on trams, firms now need a permit.",
        "“Copying is forbidden only where there is something to copy,” it reads.",
        "Copying of keys without permission was forbidden in 1988, the court said.",
        "Who will pay? Nobody in Grell has an answer.",
        "Results: Tolm 3 Grell 1",
        "Two died. Five were hurt.",
        "On 4 June 2031 the crane fell.",
        "They are home.",
    ],
)
def test_sentences_that_look_like_notices(line: str) -> None:
    assert find_notice(to_line(line), is_tail=True) is None


def test_a_notice_behind_a_page_s_report_is_cut() -> None:
    told = "".join(
        f"<p>The crane on pier {number} at Ellis fell into the harbour on Friday night, and nobody on it was hurt "
        f"by the fall, said Bengt Aro, who has oiled crane {number} for 30 years.</p>"
        for number in range(1, 5)
    )
    end = "<p>Liked this? Send it to a friend</p>"
    page = f"<html><body><article><h1>Cranes fall at Ellis</h1>{told}{end}</article></body></html>"
    report = clean(Document("page.html", page.encode(), "html"))
    assert isinstance(report, Report)
    assert "friend" not in report.text
    assert ("Liked this? Send it to a friend", "appeal to the reader") in {(c.text, c.reason) for c in report.cuts}


@pytest.mark.parametrize("line", ["Reprint licence for old harbour maps", "Next week: the crane"])
def test_headlines_are_no_notices(line: str) -> None:
    assert find_notice(to_line(line), is_tail=False) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Follow · Listen to this article", "appeal to the reader"),
        ("Facebook Telegram Print version", "share buttons"),
        ("Related Photos (4)", "navigation"),
        ("SCROLL DOWN FOR VIDEO", "player label"),
        ("People are also reading:", "related reports"),
        ("Share or comment on this article", "share buttons"),
        ("Unsubscribe", "newsletter"),
        ("Small ads: two crowns a line", "advertisement"),
    ],
)
def test_rows_of_labels_are_furniture(line: str, reason: str) -> None:
    found = find_furniture(to_line(line))
    assert found is not None
    assert found.reason == reason


@pytest.mark.parametrize("line", ["Top jobs", "Facebook and Telegram fined", "Print shop burns", "Captain (4)"])
def test_headings_of_such_words_are_none(line: str) -> None:
    assert find_furniture(to_line(line)) is None
