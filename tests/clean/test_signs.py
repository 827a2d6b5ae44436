"""Lines told by their build."""

import pytest

from secondsource.stages.clean.lines import to_line
from secondsource.stages.clean.signs import find_sign

ANYWHERE = (
    ("16:42", "time of an entry"),
    ("Photo 3 of 12", "number of a picture"),
    ("(Nell Ashby / Corran News)", "photo credit"),
    ("* * *", "line of marks"),
    ("#fire #ferry", "tags"),
    ("@corrantoday", "byline"),
    ("Page 2 of 4", "page number"),
    ("4 of 37 DOCUMENTS", "page number"),
    ("(MORE)", "agency's code line"),
    ("1.2K Reposts 340 Quotes 2,870 Likes", "counter"),
    ("214 upvotes", "counter"),
    ("14 hrs · 🌐", "date line"),
    ("Published yesterday", "date line"),
    ("5-Minute Listen", "reading aid"),
    ("corrannews.example/2031/harbour", "address"),
    ("TELMAR 40 4,210.11 −0.31%", "market figures"),
    ("63°", "weather"),
    ("English Deutsch Français", "navigation"),
    ("Correction: An earlier version of this report gave the price as 22 million crowns.", "correction note"),
    ("This article was amended on 10 July 2031 to correct the number of months.", "correction note"),
)
OUTSIDE = (
    ("Subject: FW: Clipping of the day", "head of a mail"),
    ("LENGTH: 212 words", "record of an archive"),
    ("cferrell@pinecountynews.example", "contact"),
    ("Follow Wexmouth Mail", "appeal to the reader"),
)
OWN = (
    "Nobody was hurt.",
    "At 16:42 the second village was told to leave.",
    "He ran.",
    "The end of the pier",
    "Two of 12 boats sank.",
    "Why not?",
    "In March, 12 people shared the view that 40 comments were too many.",
    "Wheat rose 2% in Ambry.",
    "Follow-up talks are planned.",
    "“More,” he said.",
    "From: the sea",
)


@pytest.mark.parametrize(("text", "reason"), ANYWHERE)
def test_wherever_they_stand(text: str, reason: str) -> None:
    assert find_sign(to_line(text), is_outside=False) == reason


@pytest.mark.parametrize(("text", "reason"), OUTSIDE)
def test_only_outside_the_report(text: str, reason: str) -> None:
    assert find_sign(to_line(text), is_outside=True) == reason
    assert find_sign(to_line(text), is_outside=False) is None


@pytest.mark.parametrize("text", OWN)
def test_the_reports_own_lines(text: str) -> None:
    assert find_sign(to_line(text), is_outside=False) is None
