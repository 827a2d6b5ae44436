"""One quantity in several reports: same, rounded, updated, in other units, in conflict."""

import pytest

from secondsource.model.statements import Bound
from tests.judge.cases import Told, findings, judged, points
from tests.nouns import count, read, tell


def dead(name: str, words: str, value: float, *, bound: Bound = "exact", day: str | None = None) -> Told:
    reading = read(name, f"The mill in Arlen fell in on Monday and killed {words} people.", day=day)
    return reading, tell(reading, figures=[count(reading, words, value, of="people", bound=bound)])


def steps(
    name: str, words: str, value: float, *, bound: Bound = "exact", unit: str | None = None, of: str = "step"
) -> Told:
    reading = read(name, f"The old tower of Arlen has {words} of grey stone.")
    return reading, tell(reading, figures=[count(reading, words, value, of=of, bound=bound, unit=unit)])


def test_a_later_count_is_an_update() -> None:
    judgement = judged(dead("a", "12", 12, day="2025-03-03T10:00:00"), dead("b", "15", 15, day="2025-03-03T18:00:00"))
    (found,) = findings(judgement, "update")
    assert found.verdict == "changed"
    assert findings(judgement, "figure") == []
    assert points(judgement, "figure")[0].verdict == "differ"


def test_a_later_report_with_fewer_dead_between_two_is_a_conflict() -> None:
    told = (
        dead("a", "12", 12, day="2025-03-03T10:00:00"),
        dead("b", "15", 15, day="2025-03-03T14:00:00"),
        dead("c", "11", 11, day="2025-03-03T18:00:00"),
    )
    judgement = judged(*told)
    assert findings(judgement, "update") == []
    assert [finding.verdict for finding in findings(judgement, "figure")] == ["differs"]


def test_two_values_in_copies_of_one_day_are_a_slip_and_no_update() -> None:
    told = dead("a", "12", 12, day="2025-03-03T10:00:00"), dead("b", "21", 21, day="2025-03-03T18:00:00")
    judgement = judged(*told, groups=[["a", "b"]])
    assert findings(judgement, "update") == []
    assert len(findings(judgement, "figure")) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (steps("a", "310 steps", 310), steps("b", "310 steps", 310), None),
        (steps("a", "some 50 steps", 50, bound="about"), steps("b", "52 steps", 52), None),
        (steps("a", "3,100 steps", 3100), steps("b", "3,120 steps", 3120), None),
        (steps("a", "more than 300 steps", 300, bound="more than"), steps("b", "310 steps", 310), None),
        (steps("a", "more than 300 steps", 300, bound="more than"), steps("b", "300 steps", 300), None),
        (steps("a", "19 steps", 19), steps("b", "29 steps", 29), ("figure", "differs")),
        (steps("a", "9 metres", 9, unit="metre"), steps("b", "9 feet", 9, unit="foot"), ("unit", "differs")),
    ],
)  # fmt: skip
def test_values_side_by_side(one: Told, other: Told, kind: tuple[str, str] | None) -> None:
    found = [(f.kind, f.verdict) for f in judged(one, other).findings if f.kind in ("figure", "unit", "update")]
    assert found == ([kind] if kind else [])


def test_a_conflict_shows_both_sentences() -> None:
    (found,) = findings(judged(steps("a", "19 steps", 19), steps("b", "29 steps", 29)), "figure")
    assert {(e.report, "steps" in e.text) for e in found.evidence} == {("a", True), ("b", True)}
    assert any("19" in reason for reason in found.reasons)
    assert any("29" in reason for reason in found.reasons)


def test_a_copy_that_drops_more_than_loses_the_bound() -> None:
    told = steps("a", "more than 300 steps", 300, bound="more than"), steps("b", "300 steps", 300)
    assert [finding.verdict for finding in findings(judged(*told, groups=[["a", "b"]]), "figure")] == ["lost"]


def test_counts_whose_order_is_not_known_are_no_conflict() -> None:
    judgement = judged(dead("a", "12", 12), dead("b", "15", 15))
    assert [finding.kind for finding in judgement.findings if finding.kind in ("figure", "update")] == ["update"]
