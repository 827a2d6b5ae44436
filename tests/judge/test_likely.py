"""Denials, silences and corrections that no rule knows, through the real stages."""

import pytest

from tests.judge.whole import findings_of_texts

DAY = "2025-05-12T20:00:00+00:00"
CHARGE = """Warehouse burns in Brek
A warehouse of the Omber brewery burned down in Brek on Sunday night.
The night watchman, Ole Dunn, said that the owner had poured petrol on the floor of the warehouse.
The fire brigade needed nine hours to put out the flames.
"""
OTHER = """Fire at the brewery
The brewery's warehouse in Brek is gone.
{answer}
Beer will be short in the valley this summer, innkeepers fear.
"""
ANSWERS = [
    ("“There was no petrol in that warehouse, not a drop of it,” the owner, Piet Brom, said.", "denied"),
    ("The petrol on the warehouse floor is a fairy tale from beginning to end, the owner's lawyer said.", "denied"),
]
NO_ANSWERS = [
    "The owner, Piet Brom, had the warehouse built only four years ago.",
    "Nobody was hurt in the warehouse, said the mayor.",
    "There may have been petrol in the warehouse because the pump leaked, the owner, Piet Brom, said.",
    "“There may have been petrol there, as in any warehouse with lorries,” the owner, Piet Brom, said.",
]


@pytest.mark.parametrize(("answer", "verdict"), ANSWERS)
def test_an_answer_in_another_report(answer: str, verdict: str) -> None:
    found = findings_of_texts((DAY, CHARGE), (DAY, OTHER.format(answer=answer)))
    denials = [finding for finding in found if finding.kind == "denial"]
    assert [finding.verdict for finding in denials] == [verdict]
    assert {evidence.report for evidence in denials[0].evidence} == {"r0", "r1"}


@pytest.mark.parametrize("answer", NO_ANSWERS)
def test_no_answer_in_another_report(answer: str) -> None:
    found = findings_of_texts((DAY, CHARGE), (DAY, OTHER.format(answer=answer)))
    assert not [finding for finding in found if finding.kind == "denial"]


def test_a_silence_right_behind_a_charge() -> None:
    text = CHARGE + "Asked about it, the owner got into his car and drove off without a word.\n"
    found = [finding for finding in findings_of_texts((DAY, text)) if finding.kind == "denial"]
    assert [finding.verdict for finding in found] == ["differs"]
    assert "without a word" in found[0].evidence[-1].text


def test_somebody_elses_silence_is_not_the_speakers() -> None:
    text = CHARGE + "“They never answered one of our letters about the warehouse,” said Ansa Leth, a neighbour.\n"
    assert not [finding for finding in findings_of_texts((DAY, text)) if finding.kind == "denial"]


def test_a_correction_of_what_another_report_tells() -> None:
    answer = "The watchman later took back that the owner had poured petrol in the warehouse; he had been mistaken."
    found = findings_of_texts((DAY, CHARGE), (DAY, OTHER.format(answer=answer)))
    assert [finding.verdict for finding in found if finding.kind == "denial"] == ["changed"]


def test_an_outlets_own_correction_stands_alone() -> None:
    answer = "In our Sunday edition we put the age of the watchman at 61. He is 16 years younger."
    found = findings_of_texts((DAY, CHARGE), (DAY, OTHER.format(answer=answer)))
    told = [finding for finding in found if finding.kind == "denial"]
    assert [finding.verdict for finding in told] == ["changed"]
    assert [evidence.report for evidence in told[0].evidence] == ["r1"]
