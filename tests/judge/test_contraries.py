"""Denials without a verb of denying, silences and corrections, through the real stages."""

import pytest

from secondsource.model.findings import Finding
from tests.judge.whole import findings_of_texts

DAY = "2025-05-12T20:00:00+00:00"
LEAD = "Dispute over count in Brek\nThe count in Brek ended on Sunday night after nine hours of rain.\n\n"


def denials(*texts: str) -> list[Finding]:
    return [
        finding for finding in findings_of_texts(*((DAY, LEAD + text) for text in texts)) if finding.kind == "denial"
    ]


@pytest.mark.parametrize(
    ("second", "denied"),
    [
        ("“Men of all parties sat in the tithe barn until dawn,” said Ada Blunt, the registrar.", True),
        ("“The barn was cold,” said Ada Blunt, the registrar.", False),
        ("“This is a fairy tale,” said Ada Blunt, the registrar, and called the charge slander.", True),
    ],
)
def test_sayings_that_go_against_the_one_before(second: str, denied: bool) -> None:
    first = "Harvest says that its men were locked out of the tithe barn."
    found = denials(f"{first} {second}", f"{first} {second}")
    assert [finding.verdict for finding in found] == ["denied"] * denied


def test_a_retort_to_a_charge() -> None:
    charge = "The mayor accused Osk Brandt of having sold the tithe barn to his cousin."
    retort = "“I sold nothing but turnips,” replied Brandt."
    (found,) = denials(f"{charge} {retort}", charge)
    assert found.verdict == "denied"


def test_one_silence_in_two_reports() -> None:
    first = "The weighing firm Kolbe & Sons declined to comment on the scales."
    second = "Kolbe & Sons, who weigh the boxes, would not talk about the scales."
    (found,) = denials(first, second)
    assert found.verdict == "differs"
    assert {evidence.report for evidence in found.evidence} == {"r0", "r1"}


def test_a_correction_cut_from_the_text_is_linked_to_the_reports_that_still_have_the_number() -> None:
    right = "The scales in Brek were set at 48 grams, the registrar said.\n\nThe barn is closed until Friday."
    note = "\n\nCorrection: An earlier version of this report said that the scales were set at 84 grams. It was 48."
    wrong = "In Brek the scales had been set at 84 grams when the counting began on Sunday."
    (found,) = denials(right + note, wrong)
    assert found.verdict == "changed"
    assert {evidence.report for evidence in found.evidence} == {"r0", "r1"}
    assert "An earlier version" in found.reasons[0]


def test_a_correction_is_not_held_against_the_same_number_of_another_thing() -> None:
    right = "The scales in Brek were set at 48 grams, the registrar said.\n\nThe barn is closed until Friday."
    note = "\n\nCorrection: An earlier version of this report said that the scales were set at 84 grams."
    assert denials(right + note, "Some 84 geese crossed the yard while the boxes were weighed in Brek.") == []
