"""A charge and what is said against it."""

import pytest

from tests.judge.cases import Told, findings, judged, points
from tests.nouns import read, say, tell

CHARGE = "The union accused the operator of skipping the inspection of the cable."


def charged(name: str, *more: str) -> Told:
    """A report of the charge, and of what follows it: (sentence, verb, who) for each denial."""
    reading = read(name, " ".join([CHARGE, *more]))
    charge = say(
        reading, "The union", "the operator of skipping the inspection of the cable", cue="accused", force="accuses"
    )
    return reading, tell(reading, [charge])


def with_denial(name: str, sentence: str, cue: str, content: str, speaker: str | None = "The operator") -> Told:
    reading, statements = charged(name, sentence)
    denial = say(reading, speaker, content, cue=cue, force="denies")
    return reading, tell(reading, [*statements.attributions, denial])


def test_a_denial_that_points_back_is_linked_to_the_charge() -> None:
    judgement = judged(with_denial("a", "The operator denied the accusation.", "denied", "the accusation"))
    (found,) = findings(judgement, "denial")
    assert found.verdict == "denied"
    assert [evidence.text for evidence in found.evidence] == [CHARGE, "The operator denied the accusation."]
    (point,) = points(judgement, "claim")
    assert point.verdict == "denied"
    assert found.about == point.id
    assert [statement.force for statement in point.statements] == ["accuses", "denies"]


def test_a_denial_in_another_report_answers_the_charge() -> None:
    other = read("b", "The operator denied that the inspection of the cable had been skipped.")
    denial = say(
        other, "The operator", "that the inspection of the cable had been skipped", cue="denied", force="denies"
    )
    (found,) = findings(judged(charged("a"), (other, tell(other, [denial]))), "denial")
    assert {evidence.report for evidence in found.evidence} == {"a", "b"}


@pytest.mark.parametrize(
    "pointing", ["in denying the charge", "dismissing such claims", "and denied all the allegations"]
)
def test_what_answers_a_charge_is_none_itself(pointing: str) -> None:
    sentence = f"“No one skipped a single inspection, in June or later,” its director Ada Quill said {pointing}."
    reading, statements = charged("a", sentence)
    reply = say(reading, "Ada Quill", "No one skipped a single inspection, in June or later", cue="said")
    (found,) = findings(judged((reading, tell(reading, [*statements.attributions, reply]))), "denial")
    assert [evidence.text for evidence in found.evidence] == [CHARGE, sentence]
    assert found.title == "Denied: the operator of skipping the inspection of the cable"


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("The operator did not deny the accusation.", "deny", "the accusation"),
        ("The operator never denied the accusation.", "denied", "the accusation"),
        ("The operator rejected an offer of help.", "rejected", "an offer of help"),
    ],
)
def test_what_is_no_denial(sentence: str, cue: str, content: str) -> None:
    assert findings(judged(with_denial("a", sentence, cue, content)), "denial") == []


def test_rejecting_a_charge_is_denying_it() -> None:
    judgement = judged(with_denial("a", "The operator rejected the charge.", "rejected", "the charge"))
    assert [finding.verdict for finding in findings(judgement, "denial")] == ["denied"]


def test_no_comment_is_an_answer_and_no_denial() -> None:
    judgement = judged(charged("a", "The operator declined to comment on the accusation."))
    (found,) = findings(judgement, "denial")
    assert found.verdict == "differs"
    assert "No comment" in found.title
    assert all(point.verdict != "denied" for point in judgement.points)


def test_two_charges_are_two_disputes() -> None:
    text = "The bank said the mayor had lied about the school budget. The mayor denied lying about the school budget."
    other = read("b", text)
    lied = say(other, "The bank", "the mayor had lied about the school budget", force="accuses")
    denial = say(other, "The mayor", "lying about the school budget", cue="denied", force="denies")
    first = with_denial("a", "The operator denied the accusation.", "denied", "the accusation")
    found = findings(judged(first, (other, tell(other, [lied, denial]))), "denial")
    assert [{evidence.report for evidence in finding.evidence} for finding in found] == [{"a"}, {"b"}]


def test_a_report_that_cuts_the_denial_leaves_it_out() -> None:
    judgement = judged(
        with_denial("a", "The operator denied the accusation.", "denied", "the accusation"), charged("b")
    )
    (omission,) = findings(judgement, "omission")
    assert omission.omitted_by == "b"
    assert omission.evidence[0].text == "The operator denied the accusation."


def test_each_side_tells_it_otherwise_without_a_verb_of_denying() -> None:
    told = []
    for name in "ab":
        text = "Norland says that its boat was shot at. Sudland says that it was not."
        reading = read(name, text)
        says = [
            say(reading, "Norland", "that its boat was shot at", cue="says"),
            say(reading, "Sudland", "that it was not", cue="says"),
        ]
        told.append((reading, tell(reading, says)))
    (found,) = findings(judged(*told), "denial")
    assert found.verdict == "denied"
    assert {evidence.text for evidence in found.evidence} >= {"Sudland says that it was not."}


def test_one_report_that_tells_both_sides_is_enough_for_a_dispute() -> None:
    reading = read("a", "Norland says that its boat was shot at. Sudland says that it was not.")
    says = [
        say(reading, "Norland", "that its boat was shot at", cue="says"),
        say(reading, "Sudland", "that it was not", cue="says"),
    ]
    other = read("b", "The fair in Arlen opens on Monday.")
    (found,) = findings(judged((reading, tell(reading, says)), (other, tell(other))), "denial")
    assert {evidence.report for evidence in found.evidence} == {"a"}
