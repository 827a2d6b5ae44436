"""The account: whole sentences of the reports, in the order of time and weight, with what they rest on."""

import pytest

from secondsource.model.findings import Judgement
from secondsource.settings import Judge
from tests.judge.cases import Told, judged
from tests.nouns import count, date, read, say, tell

COST = "The dam in Arlen cost 48 million crowns."
OLDER = "The first stone was laid in 1987 by the mayor of Arlen."
LATER = "The gates will be opened in 2031 by the mayor of Arlen."


def costing(name: str, *more: str, day: str = "2030-05-02") -> Told:
    text = " ".join((COST, *more))
    reading = read(name, text, day=day)
    datings = [
        date(reading, year, year, sentence) for sentence in more for year in ("1987", "2031") if year in sentence
    ]
    return reading, tell(reading, figures=[count(reading, "48 million", 48e6, of="crown")], datings=datings)


def lines(judgement: Judgement) -> list[str]:
    return [line.text for line in judgement.account]


def test_a_matter_of_three_reports_is_told_once() -> None:
    account = judged(costing("a"), costing("b"), costing("c")).account
    assert [(line.text, line.told_by, line.independent_sources) for line in account] == [(COST, ("a", "b", "c"), 3)]


def test_every_line_stands_in_its_report() -> None:
    told = [costing("a", OLDER), costing("b", LATER), costing("c", OLDER, LATER)]
    texts = {reading.report.id: reading.report.text for reading, _ in told}
    account = judged(*told).account
    assert account
    assert all(line.span.of(texts[line.report]) == line.text for line in account)


def test_days_come_in_their_order_and_what_names_none_on_the_story_s() -> None:
    judgement = judged(costing("a", OLDER, LATER), costing("b", LATER, OLDER), happened_on="2030-05-02")
    assert lines(judgement) == [OLDER, COST, LATER]
    assert [line.on for line in judgement.account] == ["1987", None, "2031"]


@pytest.mark.parametrize(
    "sentence", ["It has stood empty since 1987 above Arlen.", "It follows plans of 1987 and 2031."]
)
def test_a_span_of_time_or_several_years_place_a_sentence_nowhere(sentence: str) -> None:
    judgement = judged(costing("a", sentence), costing("b", sentence), happened_on="2030-05-02")
    assert [line.on for line in judgement.account if line.text == sentence] == [None]


def test_what_most_sources_tell_comes_before_what_one_tells() -> None:
    bridge = "The old bridge was 90 metres long."
    reading = read("a", f"{bridge} {COST}")
    figures = [count(reading, "48 million", 48e6, of="crown"), count(reading, "90 metres", 90, unit="metre")]
    judgement = judged((reading, tell(reading, figures=figures)), costing("b"))
    assert [(line.text, line.independent_sources) for line in judgement.account] == [(COST, 2), (bridge, 1)]


def test_copies_add_no_source_to_a_line() -> None:
    judgement = judged(costing("a"), costing("b"), costing("c"), groups=[["a", "b"], ["c"]])
    assert [line.independent_sources for line in judgement.account] == [2]


def test_a_line_names_who_leaves_it_out() -> None:
    silent = read("d", "The band played on the quay until the morning came.")
    judgement = judged(costing("a"), costing("b"), costing("c"), (silent, tell(silent)))
    assert [line.left_out_by for line in judgement.account if line.text == COST] == [("d",)]


def test_a_disputed_line_points_to_the_denial() -> None:
    charge, denial = "Corrigan Hydro skipped two inspections of the dam.", "Corrigan Hydro denied skipping inspections."
    one = read("a", f"{charge} {denial}")
    said = [
        say(one, None, charge, cue="", force="accuses"),
        say(one, "Corrigan Hydro", "skipping inspections", cue="denied", force="denies"),
    ]
    other = read("b", charge)
    judgement = judged(
        (one, tell(one, said)), (other, tell(other, [say(other, None, charge, cue="", force="accuses")]))
    )
    assert [text for text in lines(judgement) if text in (charge, denial)] == [charge, denial]
    shown = [judgement.findings[place].verdict for line in judgement.account for place in line.findings]
    assert "denied" in shown


def test_the_account_is_as_long_as_the_settings_allow() -> None:
    told = [read(name, " ".join(f"House {n} cost {n * 37} crowns." for n in range(2, 40))) for name in ("a", "b")]
    stated = [
        tell(reading, figures=[count(reading, f"{n * 37} crowns", n * 37, unit="crown") for n in range(2, 40)])
        for reading in told
    ]
    assert len(judged(*zip(told, stated, strict=True)).account) == Judge().account_lines


def test_no_points_no_account() -> None:
    silent = read("a", "The band played on.")
    assert judged((silent, tell(silent))).account == ()
