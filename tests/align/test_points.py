"""Quotes, claims and datings of several reports brought together, on stories made by hand."""

from secondsource.stages.align.points import align
from tests.align.stated import MAYOR, members, points, quoted
from tests.nouns import count, date, read, say, silent, story, tell


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
