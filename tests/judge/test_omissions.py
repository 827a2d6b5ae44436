"""What a report leaves out, and whose cut it is."""

import pytest

from secondsource.model.stories import Derivation
from tests.judge.cases import Told, findings, judged
from tests.nouns import count, read, tell

FIGURE = "The dam in Arlen cost 48 million crowns."


def telling(name: str, text: str = FIGURE) -> Told:
    reading = read(name, text)
    figures = [count(reading, "48 million", 48e6, of="crown")] if "48 million" in text else []
    return reading, tell(reading, figures=figures)


SILENT = "The band played on the quay until the morning came."


def test_what_two_independent_others_tell_is_left_out() -> None:
    omissions = findings(judged(telling("a"), telling("b"), telling("c", SILENT)), "omission")
    assert {finding.omitted_by for finding in omissions} == {"c"}
    assert all("2 other independent sources" in finding.reasons[0] for finding in omissions)


def test_what_one_other_source_tells_is_its_own_affair() -> None:
    judgement = judged(telling("a"), telling("b"), telling("c", SILENT), groups=[["a", "b"], ["c"]])
    assert findings(judgement, "omission") == []


@pytest.mark.parametrize(
    ("parent", "groups", "whose"),
    [
        ("a", [["a", "c"], ["b"], ["d"]], "Its own cut"),
        ("d", [["a"], ["b"], ["d", "c"]], "Its parent's cut"),
        (None, [["a"], ["b"], ["c"], ["d"]], "It is nobody's copy"),
    ],
)
def test_whose_cut_it_is(parent: str | None, groups: list[list[str]], whose: str) -> None:
    derivations = [Derivation("c", parent, "trimmed", 1.0, (), ())] if parent else []
    told = telling("a"), telling("b"), telling("c", SILENT), telling("d", SILENT)
    omissions = findings(judged(*told, groups=groups, derivations=derivations), "omission")
    mine = [finding for finding in omissions if finding.omitted_by == "c"]
    assert mine
    assert all(finding.reasons[1].startswith(whose) for finding in mine)


def test_a_lost_original_had_what_a_sibling_has() -> None:
    derivations = [Derivation(child, "L0", "rewritten", 1.0, (), ()) for child in ("a", "c")]
    told = telling("a"), telling("b"), telling("c", SILENT)
    omissions = findings(judged(*told, groups=[["a", "c"], ["b"]], derivations=derivations), "omission")
    assert [finding.omitted_by for finding in omissions if "lost original had it" in finding.reasons[1]]


ASKED = "The dam in Arlen is leaking. The builder, Kolbe & Sons, declined to comment on the leak."


@pytest.mark.parametrize(("copy", "cut"), [("The dam in Arlen is leaking.", True), (ASKED, False)])
def test_a_copy_that_cuts_that_somebody_gave_no_answer(copy: str, cut: bool) -> None:
    derivations = [Derivation("b", "a", "trimmed", 1.0, (), ())]
    told = telling("a", ASKED), telling("b", copy)
    omissions = findings(judged(*told, groups=[["a", "b"]], derivations=derivations), "omission")
    assert [finding.omitted_by for finding in omissions] == ["b"] * cut
    assert all("Its own cut" in finding.reasons[1] for finding in omissions)


def test_of_two_other_sources_one_is_enough_where_two_reports_tell_it() -> None:
    told = telling("a"), telling("b"), telling("c", SILENT), telling("d", "Rain fell on the far hills all week long.")
    judgement = judged(*told, groups=[["a", "b"], ["c"], ["d"]])
    omissions = findings(judgement, "omission")
    assert {finding.omitted_by for finding in omissions} == {"c", "d"}
    assert all(finding.reasons[0].startswith("One other independent source tells it") for finding in omissions)


def test_what_a_report_tells_in_words_of_its_own_is_not_left_out() -> None:
    other = "In Arlen 48 million crowns went into the dam."
    omissions = findings(judged(telling("a"), telling("b"), telling("c", other)), "omission")
    assert omissions == []
