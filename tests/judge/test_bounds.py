"""What comes at the edges: nothing to judge, one report, many copies."""

from time import process_time

import pytest

from tests.judge.cases import Told, findings, judged, points
from tests.nouns import count, read, say, tell

TEXT = (
    "“The dam will hold,” said Ada Blunt. The union accused the builder of saving on steel. The builder denied it. "
    "More than 400 people left the valley on Tuesday, 14 May. The dam cost 48 million crowns."
)


def told(name: str, text: str = TEXT) -> Told:
    reading = read(name, text, day="2025-05-15", persons=["Ada Blunt"])
    if text != TEXT:
        return reading, tell(reading)
    attributions = [
        say(reading, "Ada Blunt", "The dam will hold", manner="direct"),
        say(reading, "The union", "the builder of saving on steel", cue="accused", force="accuses"),
        say(reading, "The builder", "it", cue="denied", force="denies"),
    ]
    figures = [
        count(reading, "More than 400", 400, of="people", bound="more than"),
        count(reading, "48 million", 48e6, of="crown"),
    ]
    return reading, tell(reading, attributions, figures)


@pytest.mark.parametrize("text", ["", " ", "Rain.", "“", "48 million million", "\u2028\u2028", "1, 2, 3. 4! 5?"])
def test_next_to_nothing_is_judged_without_a_finding(text: str) -> None:
    assert judged(told("a", text)).findings == ()


def test_one_report_alone_is_denied_and_impossible_but_never_in_conflict() -> None:
    judgement = judged(told("a"))
    assert {finding.kind for finding in judgement.findings} == {"denial", "date"}
    assert {point.verdict for point in judgement.points} == {"single", "denied"}


def test_two_hundred_copies_are_one_source_and_agree_with_themselves() -> None:
    copies = [told(f"r{number}") for number in range(200)]
    begun = process_time()
    judgement = judged(*copies, groups=[[reading.report.id for reading, _ in copies]])
    assert process_time() - begun < 30
    assert [len(point.statements) for point in points(judgement, "quote")] == [200]
    assert {point.independent_sources for point in judgement.points} == {1}
    assert findings(judgement, "omission") == findings(judgement, "figure") == findings(judgement, "attribution") == []


def test_the_order_of_the_reports_changes_no_verdict() -> None:
    reports = [told("a"), told("b"), told("c", "The dam cost 48 million crowns. Nobody was hurt.")]
    forwards, backwards = judged(*reports), judged(*reports[::-1])

    def shown(judgement: object) -> list[tuple[object, ...]]:
        return sorted(
            (p.kind, p.verdict, p.independent_sources, tuple(sorted((s.report, s.span) for s in p.statements)))
            for p in judgement.points  # type: ignore[attr-defined]
        )

    assert shown(forwards) == shown(backwards)
