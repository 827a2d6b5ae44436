"""Which reports make a story, what it is called and when it happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.readings import Reading, Time
from secondsource.model.reports import Report
from secondsource.model.spans import Span
from secondsource.stages.group.sketches import sketch
from secondsource.stages.group.stories import find_day, group

FERRY = (
    "A ferry with 212 passengers ran aground off Tarrow Island on Monday evening, the coast guard said. Captain Ilse "
    "Marren told rescuers that the rudder had jammed near the Skell lighthouse. Nobody was hurt.",
    "Passengers of the ferry stranded near the Skell lighthouse spoke of a loud bang. The Tarrow Island coast guard "
    "brought all 212 ashore by midnight; Captain Marren blamed a jammed rudder.",
    "Tarrow Island's coast guard has opened an inquiry into why the ferry ran onto rocks by the Skell lighthouse with "
    "212 people aboard.",
)
MINE = (
    "Miners at the Oberholt pit walked out on Tuesday over safety, the union Bergwacht said. Some 900 men joined the "
    "strike after a shaft wall cracked.",
    "The strike at Oberholt has spread: 900 miners stopped work after a crack in a shaft wall, and the union Bergwacht "
    "wants an inspection.",
)


def _reading(
    report: str, text: str, title: str | None = None, day: str | None = None, days: tuple[str, ...] = ()
) -> Reading:
    times = tuple(Time(Span(0, 1), "date", value) for value in days)
    sentences = (Span(0, text.index(".") + 1),) if "." in text else ()
    described = Report(id=report, place=f"{report}.txt", text=text, title=title, published_at=day)
    return Reading(described, sentences, (), (), times)


def _members(*readings: Reading) -> list[list[str]]:
    return [[reading.report.id for reading in story.readings] for story in group(readings)]


def test_reports_of_two_events_make_two_stories_in_the_order_of_arrival() -> None:
    given = [_reading("f1", FERRY[0]), _reading("m1", MINE[0]), _reading("f2", FERRY[1]), _reading("m2", MINE[1])]
    assert _members(*given) == [["f1", "f2"], ["m1", "m2"]]


def test_a_folder_of_one_story_stays_whole() -> None:
    assert _members(*(_reading(f"f{i}", text) for i, text in enumerate(FERRY))) == [["f0", "f1", "f2"]]


def test_the_same_words_years_apart_are_less_alike() -> None:
    words = "Storm closes the harbour of Vell. Boats stayed in port and the market shut early."
    later = (
        "A storm tore roofs off in Vell and left a school bus stuck on the bridge, where police freed eight children."
    )
    together = [_reading("a", words, day="2021-01-05"), _reading("b", later, day="2021-01-05")]
    apart = [_reading("a", words, day="2021-01-05"), _reading("b", later, day="2023-11-20")]
    assert _members(*together) == [["a", "b"]]
    assert _members(*apart) == [["a"], ["b"]]


def test_no_reports_no_stories_and_one_report_one_story() -> None:
    assert group([]) == ()
    (story,) = group([_reading("only", "")])
    assert [reading.report.id for reading in story.readings] == ["only"]
    assert story.title == "only.txt"


def test_identical_reports_are_one_story() -> None:
    assert _members(*(_reading(str(i), FERRY[0]) for i in range(40))) == [[str(i) for i in range(40)]]


def test_a_story_is_called_by_a_title_or_sentence_of_its_own_reports() -> None:
    titled = group([_reading(str(i), text, title=f"Ferry  aground, part {i}") for i, text in enumerate(FERRY)])
    assert titled[0].title in {f"Ferry aground, part {i}" for i in range(3)}
    untitled = group([_reading(str(i), text) for i, text in enumerate(FERRY)])
    assert any(text.startswith(untitled[0].title) for text in FERRY)


def test_the_id_depends_on_the_members_alone() -> None:
    readings = [_reading(str(i), text) for i, text in enumerate(FERRY)]
    (story,), (turned,), (fewer,) = group(readings), group(readings[::-1]), group(readings[:2])
    assert story.id == turned.id != fewer.id


@pytest.mark.parametrize(
    ("reports", "day"),
    [
        ([("2024-05-07", ("2024-05-06",)), (None, ("2024-05-06", "1999-01-01")), (None, ())], "2024-05-06"),
        ([("2024-05-07", ("2024-05-06",)), ("2024-05-08", ("2024-05-05",)), (None, ())], "2024-05-07"),
        ([(None, ("2024-05-06", "1999-01-01"))], "2024-05-06"),
        ([(None, ("2024-05", "P2D", "2024-W19"))], None),
        ([("2024-05-07T10:00:00Z", ())], "2024-05-07"),
        ([(None, ())], None),
    ],
)
def test_the_day_is_what_most_reports_name_or_that_of_the_earliest(
    reports: list[tuple[str | None, tuple[str, ...]]], day: str | None
) -> None:
    readings = [_reading(str(i), "x", day=published, days=days) for i, (published, days) in enumerate(reports)]
    assert find_day([sketch(reading) for reading in readings]) == day


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_texts_end_in_exactly_one_story_each(texts: list[str]) -> None:
    stories = group([_reading(str(i), text) for i, text in enumerate(texts)])
    members = [reading.report.id for story in stories for reading in story.readings]
    assert sorted(members) == sorted(str(i) for i in range(len(texts)))
