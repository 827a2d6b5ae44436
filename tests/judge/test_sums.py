"""Parts and wholes, counts and percentages."""

import re

import pytest

from secondsource.model.spans import Span
from secondsource.model.statements import Bound, Figure
from secondsource.text.numerals import find_numerals
from tests.judge.cases import Told, findings, judged
from tests.nouns import read, tell


def counted(text: str) -> Told:
    """A report whose numbers are all figures; "percent" and "crowns" behind them are their units."""
    reading = read("a", text)
    figures = []
    for number in find_numerals(text):
        after = re.match(r"\s(percent|crowns)", text[number.end :])
        unit = {"percent": "percentage", "crowns": "crown"}.get(after[1]) if after else None
        bound: Bound = "at most" if text[: number.start].endswith("up to ") else "exact"
        low = None if bound == "at most" else number.low
        end = number.end + (after.end() if after else 0)
        figures.append(Figure(Span(number.start, end), low, number.high, unit, None, bound))
    return reading, tell(reading, figures=figures)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It costs 48 million: 22 million for radar, 14 million for boats and 9 million for training.", True),
        ("It costs 48 million: 22 million for radar, 14 million for boats and 12 million for training.", False),
        ("It costs 48 million, made up of 30 million for boats and 10 million for radar.", True),
        ("Of the 32 wounded, 20 were treated in Arlen and 14 in the capital.", True),
        ("Of the 32 wounded, 20 were treated in Arlen and 10 in the capital.", False),
        ("The ferry carried 212 passengers and 19 crew, a total of 251 people.", True),
        ("The ferry carried 212 passengers and 19 crew, a total of 231 people.", False),
        ("He sold 30 cows, among them 4 calves and 6 bulls.", False),
        ("There were 48 boats and 22 cars; 14 men and 9 women came.", False),
        ("It will cost up to 420 of the 1,150 jobs: 260 at the furnace, 110 in finishing and 60 in the office.", True),
        ("The Greens would hold 35 of the 75 seats, Harvest 30, the Left 7 and the Free 4.", True),
        ("The Greens would hold 35 of the 75 seats, Harvest 29, the Left 7 and the Free 4.", False),
        ("Brek had 140,000. Arlen had 92,000 and the hills 80,000, which makes 312,000 in all.", False),
        ("Brek had 130,000. Arlen had 92,000 and the hills 80,000, which makes 312,000 in all.", True),
        ("They save 85 on supplies (50), energy (20) and wages (15).", False),
    ],
)
def test_parts_and_wholes(text: str, wrong: bool) -> None:
    assert [finding.verdict for finding in findings(judged(counted(text)), "arithmetic")] == ["impossible"] * wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It will cut 1,200 jobs, or 15 percent of its 8,000 jobs.", False),
        ("It will cut 1,200 jobs, or 20 percent of its 8,000 jobs.", True),
        ("It will cut 1,205 jobs, about 15 percent of its 8,000 jobs.", False),
        ("It will cut 1,200 jobs. That is 20 percent of its workforce of 8,000.", True),
        ("It cut 1,200 jobs while 20 percent of the 8,000 voters stayed away.", False),
    ],
)
def test_percentages(text: str, wrong: bool) -> None:
    assert [finding.verdict for finding in findings(judged(counted(text)), "arithmetic")] == ["impossible"] * wrong


def test_the_sum_is_written_out() -> None:
    (found,) = findings(
        judged(counted("It costs 48 million: 22 million for radar and 14 million for boats.")), "arithmetic"
    )
    assert "22 million + 14 million = 36 million, not 48 million" in found.reasons


def priced(text: str) -> Told:
    """A report whose numbers before "euros" are euros, and whose percentages are percentages."""
    reading = read("a", text)
    figures = []
    for number in find_numerals(text):
        after = re.match(r"\s?(%|euros)", text[number.end :])
        unit = {"%": "percentage", "euros": "euro"}.get(after[1]) if after else None
        end = number.end + (after.end() if after else 0)
        figures.append(Figure(Span(number.start, end), number.low, number.high, unit, None, "exact"))
    return reading, tell(reading, figures=figures)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It pays 18.40 euros a share. Compared with Monday's 14.49 euros, the offer is 37% richer.", True),
        ("It pays 18.40 euros a share. Compared with Monday's 14.49 euros, the offer is 27% richer.", False),
        ("It pays 18.40 euros a share. The stock rose 22% to 17.68 euros.", False),
        ("The offer of 18.40 euros is a premium of 37% over 14.49 euros.", True),
        ("The offer of 18.40 euros is a premium of 27% over 14.49 euros.", False),
        ("Sales grew 12% to 560 million euros from 480 million.", True),
        ("Sales grew 17% to 560 million euros from 480 million.", False),
    ],
)
def test_prices_and_percentages(text: str, wrong: bool) -> None:
    assert [f.verdict for f in findings(judged(priced(text)), "arithmetic")] == ["impossible"] * wrong
