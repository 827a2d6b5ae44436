"""How stories grow report by report: joining, starting, bridging, splitting, and what a person ruled."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.readings import Name, Reading, Time
from secondsource.model.reports import Report
from secondsource.model.sketches import Placement, Sketch
from secondsource.model.spans import Span
from secondsource.settings import Group
from secondsource.stages.group.growth import place
from secondsource.stages.group.index import Index
from secondsource.stages.group.sketches import keys, sketch
from secondsource.stages.group.stories import describe, group

EVENTS: Mapping[str, Sequence[tuple[str, str]]] = {
    "mill": (
        ("2031-03-04", "Two men were shot outside the Mill Lane bakery in Orrinford on Monday night, police said. "
                       "The victims, Dario Velk, 31, and his brother, were taken to Saint Odile hospital."),
        ("2031-03-04", "A gunman wounded Dario Velk and his brother near a Mill Lane bakery, Orrinford police said."),
        ("2031-03-12", "Police in Orrinford have arrested a baker's former partner over the Mill Lane shooting that "
                       "wounded Dario Velk and his brother on March 3."),
    ),
    "harbour": (
        ("2031-03-25", "A woman was shot dead on a ferry pier in Orrinford on Tuesday, police said. Neighbours named "
                       "her as Petra Hollund, a customs clerk at the Grey Quay."),
        ("2031-03-26", "Customs clerk Petra Hollund was killed at the Grey Quay in Orrinford by two shots from a "
                       "passing motorboat, police said."),
    ),
    "quake in May": (
        ("2031-05-11", "An earthquake of magnitude 6.1 shook the Sarnath valley in Tolvania on Sunday, toppling the "
                       "minaret of Kelm. At least 14 people died, Governor Ruvim Astor said."),
        ("2031-05-12", "Rescuers in Kelm, in Tolvania's Sarnath valley, dug for survivors after a 6.1 quake felled the "
                       "old minaret. Governor Ruvim Astor spoke of 14 dead."),
    ),
    "quake in August": (
        ("2031-08-20", "An earthquake of magnitude 5.8 struck off the port of Lisko in Tolvania on Wednesday. A "
                       "crane fell on the grain terminal; harbour master Ada Brenn said nobody was hurt."),
        ("2031-08-21", "The grain terminal of Lisko, Tolvania, stayed shut after a 5.8 quake tipped a crane over. No "
                       "one was hurt, harbour master Ada Brenn said."),
    ),
}  # fmt: skip
PEOPLE = ("Dario Velk", "Petra Hollund", "Ruvim Astor", "Ada Brenn")
PLACES = ("Orrinford", "Tolvania", "Kelm", "Lisko", "Sarnath", "Grey Quay", "Mill Lane")


def _read(report: str, day: str | None, text: str, told: Sequence[str] = ()) -> Reading:
    names = [
        Name(Span(text.find(name), text.find(name) + len(name)), kind, name)
        for kind, known in (("person", PEOPLE), ("place", PLACES))
        for name in known
        if name in text
    ]
    times = tuple(Time(Span(0, 1), "date", value) for value in told)
    return Reading(Report(report, report, text, published_at=day), (), (), tuple(names), times)  # type: ignore[arg-type]


READINGS = [
    _read(f"{event} {number}", day, text, ["2031-03-03"] if "March 3" in text else [])
    for event, reports in EVENTS.items()
    for number, (day, text) in enumerate(reports)
]
SKETCHES = {reading.report.id: sketch(reading) for reading in READINGS}
WHOLE = {frozenset(f"{event} {number}" for number in range(len(reports))) for event, reports in EVENTS.items()}


def _grow(order: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The members of each story, once these reports came in this order, each seeing all stories."""
    members: dict[str, tuple[str, ...]] = {}
    for report in order:
        near = {story: [SKETCHES[held] for held in reports] for story, reports in members.items()}
        placement = place(SKETCHES[report], near)
        members = {story: reports for story, reports in members.items() if story not in placement.gone}
        members.update(placement.members)
    return members


def test_alike_events_stay_apart_and_a_follow_up_joins() -> None:
    assert {frozenset(reading.report.id for reading in story.readings) for story in group(READINGS)} == WHOLE


@settings(max_examples=12, deadline=None)
@given(st.permutations(sorted(SKETCHES)))
def test_the_order_of_arrival_does_not_matter(order: list[str]) -> None:
    assert {frozenset(reports) for reports in _grow(order).values()} == WHOLE


def test_stories_come_in_the_order_of_their_first_reading_whatever_their_days() -> None:
    shuffled = READINGS[4:] + READINGS[3::-1]
    firsts = [story.readings[0] for story in group(shuffled)]
    assert firsts == sorted(firsts, key=shuffled.index)
    assert {story.id for story in group(shuffled)} == {story.id for story in group(READINGS)}


def _near(*stories: str) -> dict[str, list[Sketch]]:
    return {story: [held for name, held in SKETCHES.items() if name.startswith(story)] for story in stories}


NEW = replace(SKETCHES["mill 0"], report="new")


def test_a_newcomer_joins_and_nothing_else_moves() -> None:
    placement = place(NEW, _near("mill", "harbour"))
    assert placement == Placement("mill", {"mill": ("mill 0", "mill 1", "mill 2", "new")}, {})


def test_a_newcomer_like_none_starts_a_story() -> None:
    placement = place(NEW, _near("quake in May"))
    assert placement.members == {placement.story: ("new",)}
    assert placement.story != "quake in May"
    again = place(NEW, _near("quake in May"), taken={placement.story})
    assert again.story not in {placement.story, "quake in May"}


def test_a_newcomer_bridges_and_the_larger_story_keeps_its_id() -> None:
    near = {"one": [SKETCHES["mill 2"]], "two": [SKETCHES["mill 0"], SKETCHES["mill 1"]]}
    placement = place(NEW, near)
    assert placement == Placement("two", {"two": ("mill 0", "mill 1", "mill 2", "new")}, {"one": "two"})


def test_a_story_that_should_never_have_been_one_splits() -> None:
    wrong = {"mixed": [SKETCHES["harbour 0"], SKETCHES["mill 0"], SKETCHES["mill 1"]]}
    placement = place(NEW, wrong)
    assert placement.members["mixed"] == ("mill 0", "mill 1", "new")
    [other] = placement.members.keys() - {"mixed"}
    assert placement.members[other] == ("harbour 0",)
    assert placement.gone == {}


def test_reports_ruled_together_are_together() -> None:
    near = _near("mill", "harbour")
    placement = place(NEW, near, together=[("new", "harbour 1")], apart=[("new", "mill 0")])
    assert placement.story == "harbour"
    assert placement.members["harbour"] == ("harbour 0", "harbour 1", "new")


def test_reports_ruled_apart_are_apart() -> None:
    placement = place(NEW, _near("mill"), apart=[("mill 1", "new")])
    assert placement.story != "mill"
    assert not any({"mill 1", "new"} <= set(reports) for reports in placement.members.values())


def test_apart_outweighs_together() -> None:
    ruled = [("new", "mill 0")]
    placement = place(NEW, _near("mill"), together=ruled, apart=ruled)
    assert not any({"mill 0", "new"} <= set(reports) for reports in placement.members.values())


@pytest.mark.parametrize("together", [[], [("new", "mill 0")]])
def test_a_locked_story_neither_gains_nor_merges(together: list[tuple[str, str]]) -> None:
    placement = place(NEW, _near("mill"), together=together, locked=["mill"])
    assert placement == Placement(placement.story, {placement.story: ("new",)}, {})


def test_a_report_of_a_locked_story_stays() -> None:
    edited = replace(SKETCHES["harbour 0"], report="mill 0")
    assert place(edited, _near("mill", "harbour"), locked=["mill"]) == Placement("mill", {}, {})


def test_an_edited_report_leaves_a_story_that_it_no_longer_tells_of() -> None:
    edited = replace(SKETCHES["harbour 0"], report="mill 1")
    placement = place(edited, _near("mill", "harbour"))
    assert placement.story == "harbour"
    assert placement.members == {"mill": ("mill 0", "mill 2"), "harbour": ("harbour 0", "harbour 1", "mill 1")}


@pytest.mark.parametrize(
    ("together", "apart", "story"),
    [([], [], "mill"), ([("new", "harbour 0")], [], "harbour"), ([], [("mill 2", "new")], None)],
)
def test_near_many_reports_only_the_newcomer_moves(
    together: list[tuple[str, str]], apart: list[tuple[str, str]], story: str | None
) -> None:
    placement = place(NEW, _near("mill", "harbour"), Group(most_parted=1), together=together, apart=apart)
    assert list(placement.members) == [placement.story]
    assert placement.story == story or (story is None and placement.members[placement.story] == ("new",))


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_rulings_hold_and_no_report_is_lost(random: Random) -> None:
    names = sorted(SKETCHES)
    random.shuffle(names)
    newcomer, *rest = names
    stories: dict[str, list[Sketch]] = {}
    for name in rest:
        stories.setdefault(str(random.randrange(4)), []).append(SKETCHES[name])
    apart = [tuple(random.sample(names, 2)) for _ in range(3)]
    locked = [story for story in stories if random.random() < 0.2]
    placement = place(SKETCHES[newcomer], stories, apart=apart, locked=locked)
    kept = {story: tuple(one.report for one in held) for story, held in stories.items() if story not in placement.gone}
    after = kept | dict(placement.members)
    assert sorted(report for reports in after.values() for report in reports) == sorted(names)
    assert newcomer in after[placement.story]
    assert not set(locked) & (placement.members.keys() | placement.gone.keys())
    for pair in apart:
        assert not any(set(pair) <= set(reports) for reports in placement.members.values())


def test_a_sketch_is_small_comes_back_whole_and_tells_the_story() -> None:
    words = [f"{first}{second}" for first in ("tor", "vel", "mar", "sun", "kel") for second in map(str, range(60))]
    long = sketch(_read("long", "2031-01-01", " ".join(words + words[:200])))
    packed = msgspec.msgpack.encode(long)
    assert len(packed) <= 3_500
    assert msgspec.msgpack.decode(packed, type=Sketch) == long
    assert describe([SKETCHES["mill 2"]]) == ("mill 2", "2031-03-03")


def test_reports_of_one_event_share_keys_and_the_index_finds_them() -> None:
    index = Index(Group())
    for held in SKETCHES.values():
        index.add(held)
    for name, held in SKETCHES.items():
        event = name.rpartition(" ")[0]
        others = [other for other in index.near(held) if other != name]
        assert others[0].startswith(event)
        assert sorted((weight for _, weight in keys(held)), reverse=True) == [weight for _, weight in keys(held)]
        assert len(keys(held)) <= Group().keys


def test_the_index_reads_the_rarest_keys_first_and_no_more_entries_than_allowed() -> None:
    index = Index(Group(entries=3))
    for number in range(20):
        index.add(replace(SKETCHES["harbour 0"], report=f"copy {number}"))
    index.add(SKETCHES["mill 0"])
    assert index.near(SKETCHES["mill 1"]) == ["mill 0"]
    assert "copy 0" not in index.near(SKETCHES["harbour 1"])
