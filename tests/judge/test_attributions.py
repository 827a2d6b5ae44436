"""Sources lost, swapped, and things said more firmly."""

from dataclasses import replace

import pytest

from secondsource.model.stories import Derivation
from tests.judge.cases import Told, findings, judged, points
from tests.judge.whole import findings_of_texts
from tests.nouns import read, say, tell

CLAIM = "The lake held 40 percent less water than in the year before"


def sourced(name: str) -> Told:
    reading = read(name, f"{CLAIM}, the water office said.")
    return reading, tell(reading, [say(reading, "the water office", CLAIM)])


def bare(name: str, text: str = f"{CLAIM}.") -> Told:
    reading = read(name, text)
    return reading, tell(reading)


def test_a_source_is_lost_in_a_copy() -> None:
    (found,) = findings(judged(sourced("a"), bare("b"), groups=[["a", "b"]]), "attribution")
    assert found.verdict == "lost"
    assert {evidence.report for evidence in found.evidence} == {"a", "b"}
    assert any("the water office" in reason for reason in found.reasons)


def test_an_original_loses_no_source_that_only_its_copy_names() -> None:
    told = sourced("a"), bare("b"), bare("c")
    made = [Derivation("a", "b", "rewritten", 0.9, (), ()), Derivation("c", "a", "rewritten", 0.9, (), ())]
    (found,) = findings(judged(*told, groups=[["a", "b", "c"]], derivations=made), "attribution")
    assert {evidence.report for evidence in found.evidence} == {"a", "c"}


def test_reportedly_names_nobody() -> None:
    words = "Reportedly the lake held 40 percent less water than in the year before."
    reading = read("b", words)
    hedged = say(
        reading, None, "the lake held 40 percent less water than in the year before", cue="Reportedly", force="reports"
    )
    (found,) = findings(judged(sourced("a"), (reading, tell(reading, [hedged])), groups=[["a", "b"]]), "attribution")
    assert any("only that there is one" in reason for reason in found.reasons)


def test_a_source_named_in_the_same_paragraph_is_not_lost() -> None:
    other = bare("b", f"The water office gave out figures on Monday. {CLAIM}.")
    assert findings(judged(sourced("a"), other, groups=[["a", "b"]]), "attribution") == []


def test_the_writer_is_no_source_that_others_lose() -> None:
    reading = read("a", f"{CLAIM}, I write from its shore.")
    own: Told = (reading, tell(reading, [replace(say(reading, "I", CLAIM, cue="write"), speaker=None)]))
    assert findings(judged(own, bare("b"), groups=[["a", "b"]]), "attribution") == []
    other = read("a", f"{CLAIM}, they said at its shore.")
    theirs: Told = (other, tell(other, [replace(say(other, "they", CLAIM), speaker=None)]))
    assert findings(judged(theirs, bare("b"), groups=[["a", "b"]]), "attribution")


def test_what_an_independent_reporter_saw_needs_no_source() -> None:
    first = read("a", "The crowd sang on the quay until the morning, a fisherman said.")
    said = say(first, "a fisherman", "The crowd sang on the quay until the morning")
    assert (
        findings(
            judged((first, tell(first, [said])), bare("b", "The crowd sang on the quay until the morning.")),
            "attribution",
        )
        == []
    )


def quoted(name: str, speaker: str) -> Told:
    reading = read(name, f"“Fog does not read treaties,” said {speaker}.", persons=["Ada Blunt", "Rolf Tamm"])
    return reading, tell(reading, [say(reading, speaker, "Fog does not read treaties", manner="direct")])


def test_a_swapped_speaker_is_an_alarm() -> None:
    judgement = judged(quoted("a", "Ada Blunt"), quoted("b", "Ada Blunt"), quoted("c", "Rolf Tamm"))
    (found,) = findings(judgement, "attribution")
    assert found.verdict == "changed"
    assert points(judgement, "quote")[0].verdict == "differ"


def test_a_short_name_is_no_other_speaker() -> None:
    assert findings(judged(quoted("a", "Ada Blunt"), quoted("b", "Blunt")), "attribution") == []


def test_may_becomes_will() -> None:
    told = (
        bare("a", "The plant in Arlen may close in the spring."),
        bare("b", "The plant in Arlen will close in the spring."),
    )
    (found,) = findings(judged(*told), "attribution")
    assert found.verdict == "changed"
    assert {evidence.report for evidence in found.evidence} == {"a", "b"}


def test_two_lineages_that_have_it_from_one_carrier_are_one_source() -> None:
    def carried(name: str, via: str) -> Told:
        reading = read(name, f"“The border is closed,” Ada Blunt told {via}.", persons=["Ada Blunt"])
        return reading, tell(reading, [say(reading, "Ada Blunt", "The border is closed", manner="direct", via=via)])

    same, other = (
        judged(carried("a", "Northpress"), carried("b", "Northpress")),
        judged(carried("a", "Northpress"), carried("b", "Kirkwire")),
    )
    assert [point.independent_sources for point in points(same, "quote")] == [1]
    assert [point.verdict for point in points(same, "quote")] == ["single"]
    assert [point.independent_sources for point in points(other, "quote")] == [2]
    assert [point.verdict for point in points(other, "quote")] == ["agree"]


def test_a_mash_up_adds_no_source() -> None:
    mixed = [Derivation("c", parent, "mash-up", 1.0, (), ()) for parent in ("a", "b")]
    told = quoted("a", "Ada Blunt"), bare("b", "The band played on."), quoted("c", "Ada Blunt")
    judgement = judged(*told, groups=[["a"], ["b", "c"]], derivations=mixed)
    assert [point.independent_sources for point in points(judgement, "quote")] == [1]


COPIES = "Strike at Brek mill\nThe strike at the mill in Brek began on Sunday.\n\n"


@pytest.mark.parametrize(
    ("copy", "lost"),
    [
        ("The new looms in the west hall had been broken since March.", True),
        ("The new looms in the west hall had been broken since March, according to the weavers.", False),
        ("The weavers spoke. The new looms in the west hall had been broken since March.", False),
        ("The old cat in the yard had been asleep since March.", False),
    ],
)
def test_a_copied_sentence_that_loses_its_source(copy: str, lost: bool) -> None:
    first = f"{COPIES}The new looms in the west hall had been broken since March, the weavers said."
    day = "2025-05-12T20:00:00+00:00"
    found = findings_of_texts((day, first), (day, COPIES + copy), groups=[[0, 1]])
    assert [f.verdict for f in found if f.kind == "attribution"] == ["lost"] * lost


@pytest.mark.parametrize(
    ("first", "second", "changed"),
    [
        ("Osk Brandt may join the council of Brek.", "Osk Brandt will join the council of Brek.", True),
        ("Osk Brandt may join the council of Brek.", "Osk Brandt will leave the council of Brek.", False),
        ("Osk Brandt will join the council of Brek.", "Osk Brandt will join the council of Brek.", False),
        (
            "Heavy frosts are possible in Brek for several weeks.",
            "There will be heavy frosts in Brek for several weeks.",
            True,
        ),
    ],
)
def test_what_may_be_is_told_as_what_will_be(first: str, second: str, changed: bool) -> None:
    day = "2025-05-12T20:00:00+00:00"
    found = findings_of_texts((day, COPIES + first), (day, COPIES + second), groups=[[0, 1]])
    assert [f.verdict for f in found if f.kind == "attribution"] == ["changed"] * changed


@pytest.mark.parametrize(("opening", "is_lost"), [("who was making", False), ("he was making", True)])
def test_what_the_writer_adds_to_a_saying_is_not_the_speakers(opening: str, is_lost: bool) -> None:
    words = f"{opening} his first visit to the mines of Brek in 24 years"
    reading = read("a", f"Kora Lind said that she would meet the governor, {words}.")
    first: Told = (reading, tell(reading, [say(reading, "Kora Lind", words)]))
    second = bare("b", "The governor was making his first visit to the mines of Brek in 24 years.")
    assert bool(findings(judged(first, second, groups=[["a", "b"]]), "attribution")) == is_lost
