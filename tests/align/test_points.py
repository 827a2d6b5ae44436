"""Statements of several reports brought together, on stories made by hand."""

import pytest

from secondsource.model.findings import Point
from secondsource.model.readings import Reading
from secondsource.model.statements import Statements
from secondsource.stages.align.points import align
from tests.nouns import count, date, read, say, silent, story, tell

MAYOR = "Ada Blunt"


def points(kind: str, *told: tuple[Reading, Statements]) -> list[Point]:
    readings = [reading for reading, _ in told]
    found = align(story(*readings), {reading.report.id: statements for reading, statements in told})
    return [point for point in found if point.kind == kind]


def members(point: Point) -> dict[str, str]:
    return {statement.report: statement.text for statement in point.statements}


def quoted(name: str, text: str, speaker: str | None, quote: str) -> tuple[Reading, Statements]:
    reading = read(name, text, persons=[MAYOR, "Rolf Tamm"])
    return reading, tell(reading, [say(reading, speaker, quote, manner="direct")])


def test_one_utterance_in_two_renderings_is_one_point() -> None:
    found = points(
        "quote",
        quoted(
            "a", "Ada Blunt called the pact “a turning point for our valley”.", MAYOR, "a turning point for our valley"
        ),
        quoted("b", "Blunt called the pact “a watershed for this valley”.", "Blunt", "a watershed for this valley"),
    )
    assert [set(members(point)) for point in found] == [{"a", "b"}]
    assert found[0].speaker == MAYOR
    assert found[0].title in members(found[0]).values()
    assert found[0].reasons


def test_two_utterances_of_one_speaker_stay_apart() -> None:
    found = points(
        "quote",
        quoted(
            "a",
            "Ada Blunt said: “The bridge will stay closed until spring.”",
            MAYOR,
            "The bridge will stay closed until spring.",
        ),
        quoted("b", "Ada Blunt said: “I have never met the contractor.”", MAYOR, "I have never met the contractor."),
    )
    assert sorted(len(point.statements) for point in found) == [1, 1]


def test_a_part_of_a_quote_meets_the_whole() -> None:
    whole = "I thought of those still out there and could find no reason to wait"
    found = points(
        "quote",
        quoted("a", f"“{whole},” Ada Blunt said.", MAYOR, whole),
        quoted("b", "She saw “no reason to wait”, Ada Blunt said.", MAYOR, "no reason to wait"),
    )
    assert [len(point.statements) for point in found] == [2]
    assert found[0].title == whole


def test_a_report_stands_once_in_a_point_and_its_repetition_makes_none() -> None:
    text = "“The dam is safe and sound,” Ada Blunt said. Asked again, she said: “The dam is safe and sound!”"
    reading = read("a", text, persons=[MAYOR])
    told = reading, tell(reading, [say(reading, MAYOR, "The dam is safe and sound", manner="direct")])
    found = points(
        "quote", told, quoted("b", "“The dam is safe and sound,” said Ada Blunt.", MAYOR, "The dam is safe and sound")
    )
    assert [sorted(members(point)) for point in found] == [["a", "b"]]


def test_a_claim_meets_its_copy_without_a_source() -> None:
    claim = "The town has received more than 400 boats from the islands since May"
    first = read("a", f"{claim}, a harbour report said.")
    second = read("b", "Since May the town has reportedly received more than 400 boats from the islands.")
    found = points(
        "claim",
        (first, tell(first, [say(first, "a harbour report", claim)])),
        (
            second,
            tell(
                second,
                [
                    say(
                        second,
                        None,
                        "the town has reportedly received more than 400 boats",
                        cue="reportedly",
                        force="reports",
                    )
                ],
            ),
        ),
    )
    (point,) = found
    assert {s.report: s.speaker for s in point.statements} == {"a": "a harbour report", "b": None}


def test_sentences_about_other_things_make_no_point() -> None:
    first = read("a", "The mill by the river burned down in the night.")
    second = read("b", "The school by the church will be painted in the summer.")
    assert align(story(first, second), silent(first, second)) == ()


def test_a_denial_is_no_copy_of_the_charge() -> None:
    first = read("a", "The union said the firm had skipped the yearly inspection of the lift.")
    second = read("b", "The firm denied skipping the yearly inspection of the lift.")
    denied = say(second, "The firm", "skipping the yearly inspection of the lift", cue="denied", force="denies")
    assert points("claim", (first, tell(first)), (second, tell(second, [denied]))) == []


Counted = tuple[str, str, float, str | None]
"""A sentence, the words of its figure, the value, and what is counted."""


def figured(name: str, text: str, words: str, value: float, **more: str | None) -> tuple[Reading, Statements]:
    reading = read(name, text)
    return reading, tell(reading, figures=[count(reading, words, value, **more)])  # type: ignore[arg-type]


TEN = "Ten boats searched the bay.", "Ten", 10, "boat"
DIED = "Fifteen people died at the mill.", "Fifteen", 15, "people"
SACKS = "The ship had 900 sacks of salt.", "900", 900, "sack"


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (TEN, ("A total of 10 boats searched the bay.", "10", 10, "boat"), True),
        (DIED, ("At the mill 16 people died.", "16", 16, "people"), True),
        (DIED, ("At the mill 15 people were hurt.", "15", 15, "people"), False),
        (SACKS, ("The ship had 900 bags of salt.", "900", 900, "bag"), True),
        (SACKS, ("The tower of Arlen has 300 steps.", "300", 300, "step"), False),
        (DIED, ("The death toll at the mill stood at 17.", "17", 17, None), True),
        (("Harvest 30 seats.", "30", 30, "seat"), ("He won 29 for Harvest.", "29", 29, None), True),
        (
            ("Some 2,304,000 took part.", "2,304,000", 2304000, None),
            ("2.3 million voted.", "2.3 million", 2.3e6, None),
            True,
        ),
        (SACKS, ("They paid 901 crowns.", "901", 901, "crown"), False),
    ],
)
def test_figures_meet_by_what_they_count(one: Counted, other: Counted, meet: bool) -> None:
    found = points("figure", *(figured(name, *told[:3], of=told[3]) for name, told in (("a", one), ("b", other))))
    assert [len(point.statements) for point in found] == ([2] if meet else [1, 1])


def test_one_number_in_two_units_is_one_point() -> None:
    found = points(
        "figure",
        figured("a", "The ship carried 900 tons of salt.", "900 tons", 900, of="salt", unit="ton"),
        figured("b", "The ship carried 900 tonnes of salt.", "900 tonnes", 900, of="salt", unit="metric ton"),
    )
    assert [len(point.statements) for point in found] == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("The talk lasted 90 minutes.", "90 minutes", 90, "minute"),
            ("The talk lasted two hours.", "two hours", 2, "hour"),
        ),
        (
            ("Turnout was 70 percent.", "70 percent", 70, "percentage"),
            ("Turnout: seven in ten.", "seven in ten", 0.7, None),
        ),
    ],
)
def test_one_quantity_is_compared_in_one_unit(
    one: tuple[str, str, float, str | None], other: tuple[str, str, float, str | None]
) -> None:
    told = (figured(name, *words[:3], unit=words[3]) for name, words in (("a", one), ("b", other)))
    assert [len(point.statements) for point in points("figure", *told)] == [2]


def test_years_and_months_are_one_length_of_time() -> None:
    text = "He was sent to prison for seven years and six months."
    reading = read("a", text)
    parts = [count(reading, "seven years", 7, unit="year"), count(reading, "six months", 6, unit="month")]
    (point,) = points("figure", (reading, tell(reading, figures=parts)))
    assert [(s.text, s.low, s.unit) for s in point.statements] == [("seven years and six months", 7.5, "year")]


def test_a_number_meets_its_own_value_before_another() -> None:
    told = [
        figured("a", "The mill has 40 looms in Arlen.", "40", 40, of="loom"),
        figured("b", "In Arlen the mill has 40 looms.", "40", 40, of="loom"),
        figured("c", "The mill has 44 looms in Arlen.", "44", 44, of="loom"),
    ]
    (point,) = points("figure", *told)
    assert [s.low for s in point.statements] == [40, 40, 44]
    assert any("same number" in reason for reason in point.reasons)


def test_the_dead_are_never_counted_with_the_hurt() -> None:
    told = [
        figured("a", "At the mill four people died.", "four", 4, of="people"),
        figured("b", "At the mill there were four.", "four", 4),
        figured("c", "At the mill four people were hurt.", "four", 4, of="people"),
    ]
    held = [{s.report for s in point.statements} for point in points("figure", *told)]
    assert not any({"a", "c"} <= reports for reports in held)


def test_an_event_on_two_dates_is_one_point() -> None:
    first = read("a", "The treaty takes effect on 1 September.")
    second = read("b", "Under the deal the treaty takes effect on 1 October.")
    (point,) = points(
        "dating",
        (
            first,
            tell(first, datings=[date(first, "1 September", "2025-09-01", "The treaty takes effect on 1 September")]),
        ),
        (
            second,
            tell(second, datings=[date(second, "1 October", "2025-10-01", "the treaty takes effect on 1 October")]),
        ),
    )
    assert {s.report: s.value for s in point.statements} == {"a": "2025-09-01", "b": "2025-10-01"}


def test_a_beginning_and_an_end_are_two_events() -> None:
    began, ended = "The summit talks began on 1 September", "The summit talks ended on 4 September"
    first, second = read("a", f"{began}."), read("b", f"{ended}.")
    told = (
        (first, tell(first, datings=[date(first, "1 September", "2025-09-01", began)])),
        (second, tell(second, datings=[date(second, "4 September", "2025-09-04", ended)])),
    )
    assert points("dating", *told) == []


def test_what_one_report_alone_quotes_or_counts_is_a_point() -> None:
    reading = read("a", "“We are lost,” Ada Blunt said. The mill burned for 40 hours.", persons=[MAYOR])
    statements = tell(
        reading, [say(reading, MAYOR, "We are lost", manner="direct")], [count(reading, "40 hours", 40, unit="hour")]
    )
    found = align(story(reading), {"a": statements})
    assert [(point.kind, point.verdict, len(point.statements)) for point in found] == [
        ("quote", "single", 1),
        ("figure", "single", 1),
    ]


def test_the_same_input_gives_the_same_points_whatever_the_order_of_the_mapping() -> None:
    told = [
        quoted("a", "Ada Blunt said: “We will pay for every house.”", MAYOR, "We will pay for every house."),
        quoted("b", "“We will pay for each house,” Blunt said.", "Blunt", "We will pay for each house"),
    ]
    whole = story(*(reading for reading, _ in told))
    forwards = align(whole, {reading.report.id: statements for reading, statements in told})
    backwards = align(whole, {reading.report.id: statements for reading, statements in told[::-1]})
    assert forwards == backwards
    assert len({point.id for point in forwards}) == len(forwards)


def test_every_statement_is_what_stands_at_its_span() -> None:
    told = quoted(
        "a", "Ada Blunt said: “We will pay for every house.” The mill burned.", MAYOR, "We will pay for every house."
    )
    for point in align(story(told[0]), {"a": told[1]}):
        for statement in point.statements:
            assert statement.span.of(told[0].report.text) == statement.text


def test_a_telling_value_is_one_figure_however_it_is_worded() -> None:
    first = read("a", "The bidder offers 18.40 euros in cash, the board said.")
    second = read("b", "As of Tuesday we know what slim is worth: 18.40 each.")
    told = [
        (first, tell(first, figures=[count(first, "18.40 euros", 18.4, unit="euro")])),
        (second, tell(second, figures=[count(second, "18.40", 18.4)])),
    ]
    points = align(story(first, second), {reading.report.id: taken for reading, taken in told})
    assert [len(point.statements) for point in points if point.kind == "figure"] == [2]


def test_a_sentence_of_a_longer_quote_meets_the_quote_that_is_no_more() -> None:
    first = read("a", "“He took money. Nobody who rides that tram has got what he paid for,” said Oster.")
    second = read("b", "“Nobody who rides that tram has got what he paid for,” said Lindqvist.")
    third = read("c", "“He took money for it,” said Oster.")
    readings = (first, second, third)
    points = align(story(*readings), {reading.report.id: tell(reading) for reading in readings})
    quotes = [[s.report for s in point.statements] for point in points if point.kind == "quote"]
    assert ["a", "b"] in quotes


def test_two_dates_of_one_sentence_are_two_points_with_ids_of_their_own() -> None:
    words = "Ulla Brandt was mayor of Dornach from 2011 to 2022"
    told = []
    for name in ("a", "b"):
        reading = read(name, f"{words}.")
        dates = [date(reading, year, year, words) for year in ("2011", "2022")]
        told.append((reading, tell(reading, datings=dates)))
    found = points("dating", *told)
    assert [one.statements[0].value for one in found] == ["2011", "2022"]
    assert len({one.id for one in found}) == 2


TWO_REPORTS = [
    # the same number with another unit is one quantity; so is one said loosely
    ("The car wash lies 41 kilometres from the capital.", ("41 kilometres", 41, "kilometre", None),
     "It stands 41 miles from the capital, by the road.", ("41 miles", 41, "mile", None), True),
    ("The enzyme works best at 32 degrees Celsius.", ("32 degrees Celsius", 32, "celsius", None),
     "The enzyme likes 32 degrees.", ("32 degrees", 32, "degree", None), True),
    # a number that chance hardly gives twice, of people under a wider word
    ("Altogether 212 people drowned in the flood.", ("212", 212, None, "people"),
     "The flood drowned 212 villagers.", ("212", 212, None, "villager"), True),
    # the only length of two sentences that say the same, whatever it is
    ("The union accuses Tarn Stone of ignoring a crack 12 metres long.", ("12 metres", 12, "metre", None),
     "The union accuses Tarn Stone of having ignored a crack 20 metres long.", ("20 metres", 20, "metre", None), True),
    # other lengths of other things
    ("The union accuses Tarn Stone of ignoring a crack 12 metres long.", ("12 metres", 12, "metre", None),
     "The mayor opened a pool 20 metres long.", ("20 metres", 20, "metre", None), False),
    # one round number in two towns
    ("Nobody expected that 300 boats would come to Ulm.", ("300", 300, None, "boat"),
     "The school in Skarrow has 300 pupils.", ("300", 300, None, "pupil"), False),
    # money and people
    ("The bridge cost 41 million crowns.", ("41 million crowns", 41e6, "crown", None),
     "The show was seen by 41 million people.", ("41 million", 41e6, None, "people"), False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "one", "second", "other", "is_one"), TWO_REPORTS)
def test_two_figures_of_one_thing(first, one, second, other, is_one) -> None:
    told = []
    for name, text, (words, value, unit, of) in (("a", first, one), ("b", second, other)):
        reading = read(name, text)
        told.append((reading, tell(reading, figures=[count(reading, words, value, unit=unit, of=of)])))
    assert any(len(point.statements) == 2 for point in points("figure", *told)) is is_one


def test_the_number_that_is_left_over_is_of_one_thing() -> None:
    """Two sentences with the same numbers but for one each: a tenth of the file, and a fifth."""
    told = []
    for name, text, words, share in (
        ("a", "Of the file of 248 pages 31 are gone, or 12.5 percent.", "12.5 percent", 12.5),
        ("b", "A full 20 percent of the file, 31 pages of 248, has vanished.", "20 percent", 20.0),
    ):
        reading = read(name, text)
        figures = [
            count(reading, "248", 248),
            count(reading, "31", 31),
            count(reading, words, share, unit="percentage"),
        ]
        told.append((reading, tell(reading, figures=figures)))
    held = [set(members(point).values()) for point in points("figure", *told)]
    assert {"12.5 percent", "20 percent"} in held


def test_what_another_number_repeats_is_no_repetition() -> None:
    """The dead of an earlier flood, told by two reports, are kept beside those of today, of whom three tell."""
    old, new = "The flood of 1983 killed 212 people.", "Floods on the Olm killed 60 people on Sunday."
    told = []
    for name, text in (("a", f"{new} {old}"), ("b", f"{new} {old}"), ("c", new)):
        reading = read(name, text)
        figures = [count(reading, words, float(words), of="people") for words in ("60", "212") if words in text]
        told.append((reading, tell(reading, figures=figures)))
    held = [set(members(point).values()) for point in points("figure", *told)]
    assert {"212"} in held
    assert {"60"} in held
