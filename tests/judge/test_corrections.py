"""Corrections, scopes, and what is told more firmly than it was said."""

from dataclasses import replace

import pytest

from tests.judge.cases import Told, findings, judged
from tests.nouns import at, count, read, say, tell


def counting(name: str, text: str, words: str, value: float, of: str = "votes") -> Told:
    reading = read(name, text, day="2025-05-15")
    return reading, tell(reading, figures=[count(reading, words, value, of=of)])


def test_a_correction_is_linked_to_the_reports_that_still_have_the_wrong_number() -> None:
    told = (
        counting("a", "Open Hands took 14,600 votes in Dromme.", "14,600", 14600),
        counting("b", "The 14,600 votes in Dromme had really been 41,600.", "14,600", 14600),
    )
    (found,) = findings(judged(*told), "denial")
    assert found.verdict == "changed"
    assert [evidence.report for evidence in found.evidence] == ["b", "a"]


def test_a_correction_of_what_nobody_else_tells_is_no_finding() -> None:
    told = counting("b", "The 14,600 votes in Dromme had really been 41,600.", "14,600", 14600)
    assert findings(judged(told), "denial") == []


@pytest.mark.parametrize(("second", "kind"), [("41 letters came in all", "scope"), ("41 letters came", "figure")])
def test_words_of_scope_tell_two_counts_apart(second: str, kind: str) -> None:
    told = (
        counting("a", "The Arlen registry says 32 letters came from the Arlen registry office.", "32", 32, "letters"),
        counting("b", f"The Arlen registry says {second}, from the Arlen registry office.", "41", 41, "letters"),
    )
    assert [f.kind for f in judged(*told).findings if f.kind in ("scope", "figure", "update")] == [kind]


def said(name: str, content: str) -> Told:
    reading = read(name, f"{content}, said Ashgrove.")
    return reading, tell(reading, [say(reading, "Tobin Ashgrove", content)])


@pytest.mark.parametrize(
    ("second", "changed"),
    [("Heavy rain has loosened the rock face", True), ("Heavy rain may have loosened the rock", False)],
)
def test_what_may_have_been_is_told_as_done(second: str, changed: bool) -> None:
    told = said("a", "Heavy rain may have loosened the rock face"), said("b", second)
    assert [f.verdict for f in findings(judged(*told), "attribution")] == ["changed"] * changed


def quoted(name: str, before: str, speaker: str) -> Told:
    text = f"{before}\n“We put it on paper in February and we kept the carbon copy,” he said."
    reading = read(name, text, persons=("Dag Hollis", "Emlyn Rusk"))
    content = "We put it on paper in February and we kept the carbon copy"
    pronoun = replace(say(reading, speaker, content, manner="direct"), source=(at(text, "he said"),))
    return reading, tell(reading, [pronoun])


@pytest.mark.parametrize(
    ("before", "swapped"),
    [("Emlyn Rusk came out.", True), ("Emlyn Rusk came out with Dag Hollis.", False)],
)
def test_a_quote_given_to_another_by_a_pronoun(before: str, swapped: bool) -> None:
    told = quoted("a", "Dag Hollis came out.", "Dag Hollis"), quoted("b", before, "Emlyn Rusk")
    assert [f.verdict for f in findings(judged(*told), "attribution")] == ["changed"] * swapped


def test_a_number_whose_source_a_copy_leaves_out() -> None:
    first = read("a", "At least 40,000 tonnes of limestone fell, said the mines inspectorate.")
    second = read("b", "Two trucks vanished under 40,000 tonnes of stone.")
    figures = [count(reading, "40,000 tonnes", 40000, unit="metric ton") for reading in (first, second)]
    said = [say(first, "the mines inspectorate", "At least 40,000 tonnes of limestone fell")]
    told = (first, tell(first, said, [figures[0]])), (second, tell(second, (), [figures[1]]))
    assert [f.verdict for f in findings(judged(*told, groups=[["a", "b"]]), "attribution")] == ["lost"]
    assert findings(judged(*told), "attribution") == []


@pytest.mark.parametrize(
    ("after", "lost"),
    [
        ("", True),
        (" It was holed, the port of Tarn said.", False),
        (" The port of Tarn said that it was holed.", True),
    ],
)
def test_a_sentence_that_goes_on_names_the_source(after: str, lost: bool) -> None:
    words = "The freighter was carrying 18,400 tonnes of fertiliser in five holds"
    first, second = read("a", f"{words}, the port of Tarn said."), read("b", f"{words}.{after}")
    said = [say(first, "the port of Tarn", words)]
    told = (first, tell(first, said)), (second, tell(second))
    assert bool(findings(judged(*told, groups=[["a", "b"]]), "attribution")) == lost


def test_a_pronoun_is_a_source_that_a_copy_can_leave_out() -> None:
    words = "The two together should be better off by a sum of 85 million crowns a year from 2028"
    first, second = read("a", f"{words}, it told analysts."), read("b", f"{words}.")
    told = replace(say(first, None, words, cue="told"), source=(at(first.report.text, "it"),))
    both = (first, tell(first, [told])), (second, tell(second))
    assert [f.verdict for f in findings(judged(*both, groups=[["a", "b"]]), "attribution")] == ["lost"]
    assert findings(judged(*both), "attribution") == []
