"""One quantity in several reports: same, rounded, updated, in other units, in conflict."""

import pytest

from secondsource.model.statements import Bound
from tests.judge.cases import Told, findings, judged, points
from tests.judge.whole import findings_of_texts
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
        (steps("a", "almost 8 percent", 8, bound="about", unit="percentage"),
         steps("b", "7.4 percent", 7.4, unit="percentage"), ("figure", "differs")),
        (steps("a", "almost 70 percent", 70, bound="about", unit="percentage"),
         steps("b", "67.4 percent", 67.4, unit="percentage"), None),
        (steps("a", "9 degrees", 9, unit="degree"), steps("b", "9 degrees Celsius", 9, unit="celsius"), None),
        (steps("a", "9 metres", 9, unit="metre"), steps("b", "9 feet", 9, unit="foot"), ("unit", "differs")),
        (steps("a", "9 cents a litre", 9, unit="cent per litre"),
         steps("b", "9 cents a gallon", 9, unit="cent per gallon"), ("unit", "differs")),
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


def test_a_count_above_what_was_the_least_is_an_update() -> None:
    told = (
        dead("a", "at least 43", 43, bound="at least", day="2025-03-03T10:00:00"),
        dead("b", "58", 58, day="2025-03-04T10:00:00"),
    )
    assert [f.kind for f in judged(*told).findings if f.kind in ("figure", "update")] == ["update"]


def test_a_count_that_is_the_least_rounded_is_no_update() -> None:
    told = (
        dead("a", "more than 60", 60, bound="more than", day="2025-03-03T10:00:00"),
        dead("b", "61", 61, day="2025-03-04T10:00:00"),
    )
    assert [f.kind for f in judged(*told).findings if f.kind in ("figure", "update")] == []


def hurt_in_three_towns(name: str, last: str, value: float, day: str) -> Told:
    reading = read(name, f"The storm hurt 36 in Ulm, 14 in Olm and {last} in Sedda, the ministry said.", day=day)
    figures = [count(reading, "36", 36), count(reading, "14", 14), count(reading, last, value)]
    return reading, tell(reading, figures=figures)


def test_a_number_that_changes_alone_among_others_is_a_slip_and_no_update() -> None:
    told = hurt_in_three_towns("a", "18", 18, "2025-03-03T10:00:00"), hurt_in_three_towns("b", "19", 19, "2025-03-04")
    assert [f.kind for f in judged(*told).findings if f.kind in ("figure", "update")] == ["figure"]


def burned(name: str, words: str, value: float, day: str) -> Told:
    reading = read(name, f"The fire on the Razorback had burned {words} hectares of forest.", day=day)
    return reading, tell(reading, figures=[count(reading, f"{words} hectares", value, unit="hectare")])


def test_what_has_burned_is_counted_on() -> None:
    told = burned("a", "4,800", 4800, "2025-03-03T10:00:00"), burned("b", "6,100", 6100, "2025-03-04T10:00:00")
    assert [f.kind for f in judged(*told).findings if f.kind in ("figure", "update")] == ["update"]


def test_what_burned_more_than_the_least_is_counted_on() -> None:
    first = read("a", "The fire on the Razorback had burned more than 3,200 hectares of forest.", day="2025-03-03")
    told = (
        (first, tell(first, figures=[count(first, "3,200 hectares", 3200, unit="hectare", bound="more than")])),
        burned("b", "4,750", 4750, "2025-03-04T10:00:00"),
    )
    assert [f.kind for f in judged(*told).findings if f.kind in ("figure", "update")] == ["update"]


def test_a_rewrite_of_the_evening_has_more_dead_by_then() -> None:
    told = dead("a", "12", 12, day="2025-03-03T10:00:00"), dead("b", "15", 15, day="2025-03-03T18:00:00")
    assert len(findings(judged(*told, groups=[["a", "b"]]), "update")) == 1


def test_two_ages_in_one_report_are_two_people() -> None:
    readings = [
        read("a", "A man, 34, was held at a car wash near Belmar."),
        read("b", "They were held near Belmar: him, 34, and her, 29.", persons=["Belmar"]),
    ]
    assert findings(judged(*[(reading, tell(reading)) for reading in readings]), "figure") == []


def test_a_title_ends_at_a_whole_word() -> None:
    told = [
        (
            "2025-05-14T12:00:00+00:00",
            f"News\nTurnout in the vote on the pier in Gell was {share} percent, which is low.",
        )
        for share in (46, 41)
    ]
    assert "The figures do not fit: 46 percent / 41 percent" in [finding.title for finding in findings_of_texts(*told)]


def test_two_ages_of_one_person_are_told_once() -> None:
    told = [
        ("2025-05-14T12:00:00+00:00", f"News\nThe swimmer Ilse Marn, {age}, who lives in Gell, won.")
        for age in (46, 41)
    ]
    titles = [finding.title for finding in findings_of_texts(*told) if finding.kind == "figure"]
    assert titles == ["Ilse Marn is 41 and 46 years old"]


NOON, NIGHT = "2027-03-10T12:30:00Z", "2027-03-10T19:00:00Z"


@pytest.mark.parametrize(
    ("noon", "night", "kind"),
    [
        (
            "Shares in the drug maker Halm were up 31 per cent by noon on Wednesday.",
            "Shares in the drug maker Halm closed 24 per cent higher on Wednesday.",
            ("update", "changed"),
        ),
        (
            "The Alka carried 45 crew and 341 passengers when she sank off Brem.",
            "The Alka carried 54 crew and 341 passengers when she sank off Brem.",
            ("figure", "differs"),
        ),
    ],
)
def test_what_follows_in_time_is_a_later_count_and_a_slip_of_the_pen_is_none(
    noon: str, night: str, kind: tuple[str, str]
) -> None:
    found = findings_of_texts((NOON, f"A report\n\n{noon}"), (NIGHT, f"Another report\n\n{night}"))
    assert [(f.kind, f.verdict) for f in found] == [kind]
