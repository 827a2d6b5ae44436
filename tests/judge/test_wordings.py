"""One utterance in several wordings."""

import pytest

from tests.judge.cases import Told, findings, judged, points
from tests.nouns import read, say, tell


def quoted(name: str, quote: str) -> Told:
    reading = read(name, f"Ada Blunt said: “{quote}.”", persons=["Ada Blunt"])
    return reading, tell(reading, [say(reading, "Ada Blunt", quote, manner="direct")])


@pytest.mark.parametrize(
    ("one", "other", "verdict", "point"),
    [
        ("We will rebuild the harbour by spring", "We will rebuild the harbor by spring", None, "agree"),
        ("We shall rebuild this big port by spring", "We shall rebuild this large port by spring", "differs", "agree"),
        ("They gave full support to the miners", "They gave unconditional support to the miners", "changed", "differ"),
        ("We will not sell the harbour to anybody", "We will sell the harbour to anybody", "changed", "differ"),
    ],
)  # fmt: skip
def test_wordings(one: str, other: str, verdict: str | None, point: str) -> None:
    judgement = judged(quoted("a", one), quoted("b", other))
    assert [finding.verdict for finding in findings(judgement, "wording")] == ([verdict] if verdict else [])
    assert [told.verdict for told in points(judgement, "quote")] == [point]


def test_quoting_a_part_is_no_other_wording() -> None:
    whole = "I thought of those still out there and could find no reason to wait"
    first = quoted("a", whole)
    reading = read("b", "She saw “no reason to wait”, Ada Blunt said.", persons=["Ada Blunt"])
    second = reading, tell(reading, [say(reading, "Ada Blunt", "no reason to wait", manner="direct")])
    assert findings(judged(first, second), "wording") == []


def test_a_sentence_cut_before_its_condition_is_changed() -> None:
    judgement = judged(
        quoted("a", "We will not open any file out of revenge"), quoted("b", "We will not open any file")
    )
    assert [finding.verdict for finding in findings(judgement, "wording")] == ["changed"]
