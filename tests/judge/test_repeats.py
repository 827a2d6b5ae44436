"""What a finding on a length or an age tells is not told again as two figures that do not fit."""

from tests.judge.whole import findings_of_texts, judge_texts

AT = "2025-05-14T12:00:00+00:00"
RIGHT = "Flood in Osk\nThe pumps were repaired on Tuesday from 7 p.m. to 9.30 p.m., two and a half hours in all."
WRONG = "Pumps of Osk\nThe pumps were repaired on Tuesday from 7 p.m. to 9.30 p.m., four and a half hours in all."


def test_a_length_that_cannot_be_is_told_once_and_its_point_differs() -> None:
    judgement = judge_texts((AT, RIGHT), (AT, WRONG))
    (found,) = [finding for finding in judgement.findings if finding.kind != "omission"]
    assert (found.kind, found.verdict) == ("date", "impossible")
    assert [point.verdict for point in judgement.points if point.id == found.about] == ["differ"]


def test_lengths_that_both_may_be_are_told_as_figures_that_do_not_fit() -> None:
    told = (AT, RIGHT.replace(" from 7 p.m. to 9.30 p.m.", "")), (AT, WRONG.replace(" from 7 p.m. to 9.30 p.m.", ""))
    assert [(found.kind, found.verdict) for found in findings_of_texts(*told)] == [("figure", "differs")]


def test_what_cannot_be_shows_the_other_side_and_a_difference_of_three_reports_is_told_too() -> None:
    other = "Repairs\nIn Osk the pumps were under repair on Tuesday, until 9.30 p.m., for two and a half hours."
    judgement = judge_texts((AT, WRONG), (AT, WRONG.replace("Pumps of Osk", "Osk")), (AT, other))
    told = {(f.kind, f.verdict): f for f in judgement.findings if f.kind != "omission"}
    assert set(told) == {("date", "impossible"), ("figure", "differs")}
    for found in told.values():
        shown = " ".join(evidence.text for evidence in found.evidence)
        assert "two and a half" in shown
        assert "four and a half" in shown
