from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.findings import JudgedStory
from secondsource.model.stories import Derivation, Lineage, Stemma
from secondsource.surfaces.page.graphs import NARROW, WIDE, Frame, Graph, Node, draw, shortened
from secondsource.surfaces.page.labels import label_story
from tests.page.samples import bare_story, crowd_dossier, dam_story


def drawn(story: JudgedStory, frame: Frame) -> Graph:
    reports = [reading.report for reading in story.story.readings]
    return draw(story.stemma, reports, label_story(story, 1, 1), frame)


def nodes_of(graph: Graph) -> dict[str, Node]:
    return {node.full_name: node for lane in graph.lanes for node in lane.nodes}


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=lambda frame: frame.name)
@pytest.mark.parametrize(
    "story", [dam_story(), *(crowd_dossier(n).stories[0] for n in (5, 40))], ids=["dam", "5", "40"]
)
def test_every_report_stands_once_on_the_paper_in_a_row_of_its_own(story: JudgedStory, frame: Frame) -> None:
    graph = drawn(story, frame)
    nodes = [node for lane in graph.lanes for node in lane.nodes]
    numbers = [node.label.number for node in nodes if node.label]
    assert sorted(numbers) == list(range(1, len(story.story.readings) + 1))
    heights = sorted(node.y for node in nodes)
    assert all(below - above >= frame.row for above, below in pairwise(heights))
    for lane in graph.lanes:
        assert all(lane.y < node.y < lane.y + lane.height for node in lane.nodes)
    assert all(0 < node.x <= frame.width - frame.label for node in nodes)
    assert graph.height >= max(heights)


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=lambda frame: frame.name)
def test_children_stand_right_of_and_below_their_parents(frame: Frame) -> None:
    nodes = nodes_of(drawn(dam_story(), frame))
    for parent, child in [
        ("Northwire", "Valley Ledger"),
        ("Northwire", "The Courier"),
        ("The Courier", "Lake Tribune"),
        ("The Courier", "Marrow Herald"),
    ]:
        assert nodes[parent].x < nodes[child].x
        assert nodes[parent].y < nodes[child].y
    assert nodes["Northwire"].label is None


def test_later_reports_stand_further_right_where_the_times_are_known() -> None:
    nodes = nodes_of(drawn(dam_story(), WIDE))
    in_time = ["Valley Ledger", "The Courier", "Lake Tribune", "Marrow Herald"]
    assert [nodes[name].x for name in in_time] == sorted(nodes[name].x for name in in_time)


def test_every_manner_is_written_on_its_edge_or_beside_its_report() -> None:
    for frame in (WIDE, NARROW):
        graph = drawn(dam_story(), frame)
        on_edges = [edge.manner for lane in graph.lanes for edge in lane.edges if edge.manner]
        beside = [node.note.partition(" · ")[0] for lane in graph.lanes for node in lane.nodes]
        for manner in ("rewritten", "rewritten", "trimmed", "mash-up"):
            (on_edges if manner in on_edges else beside).remove(manner)
        assert [edge.manner for edge in graph.side_edges] == ["quotes only"]


def test_on_narrow_paper_a_manner_stands_by_the_mash_up_and_is_not_said_twice() -> None:
    story = dam_story()
    graph = drawn(story, NARROW)
    (edge,) = graph.side_edges
    herald = nodes_of(graph)["Marrow Herald"]
    assert edge.x > herald.x
    assert abs(edge.y - herald.y) < NARROW.row * 2 / 3
    alike = tuple(replace(one, manner="mash-up") if one.parent == "voice" else one for one in story.stemma.derivations)
    said = replace(story, stemma=replace(story.stemma, derivations=alike))
    assert [one.manner for one in drawn(said, NARROW).side_edges] == [None]
    assert [one.manner for one in drawn(said, WIDE).side_edges] == ["mash-up"]


def test_a_lost_original_is_told_only_where_there_is_one() -> None:
    assert drawn(dam_story(), WIDE).has_lost
    assert not drawn(bare_story(["One.", "Two."]), WIDE).has_lost


def test_lines_of_descent_never_cross_a_name() -> None:
    graph = drawn(crowd_dossier().stories[0], WIDE)
    for lane in graph.lanes:
        for edge in lane.edges:
            x, rest = edge.path.removeprefix("M").split(" ", 1)
            top, bottom = float(rest.split("V")[0]), float(rest.split("V")[1].split("Q")[0])
            passed = [node for node in lane.nodes if top < node.y < bottom]
            assert all(node.x > float(x) for node in passed)


def test_derivations_in_a_circle_still_give_a_drawing() -> None:
    story = bare_story(["one", "two", "three"])
    lineage = Lineage("all", ("r0", "r1", "r2"), "r0", False, None, ())
    around = tuple(Derivation(f"r{n}", f"r{(n + 1) % 3}", "verbatim", 1.0, (), ()) for n in range(3))
    graph = drawn(replace(story, stemma=Stemma((lineage,), around)), WIDE)
    assert len(graph.lanes[0].nodes) == 3


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6), st.floats(0, 1)), max_size=20), st.booleans())
def test_whatever_derives_from_whatever_every_report_is_drawn_once(
    pairs: list[tuple[int, int, float]], lost: bool
) -> None:
    story = bare_story([f"text {n}" for n in range(6)])
    ids = tuple(f"r{n}" for n in range(6))
    first = Lineage("first", ids[:4], None if lost else "r0", lost, None, ())
    second = Lineage("second", ids[4:], "r4", False, None, ())
    names = (*ids, "first")
    derivations = tuple(
        Derivation(names[child], names[parent], "trimmed", score, (), ()) for child, parent, score in pairs
    )
    graph = drawn(replace(story, stemma=Stemma((first, second), derivations)), WIDE)
    labels = [node.label.number for lane in graph.lanes for node in lane.nodes if node.label]
    assert sorted(labels) == [1, 2, 3, 4, 5, 6]
    for lane in graph.lanes:
        for node in lane.nodes:
            assert node.x <= WIDE.width - WIDE.label + 1


@given(st.text(max_size=60), st.integers(3, 40))
def test_names_are_shortened_in_the_middle(name: str, room: int) -> None:
    short = shortened(name, room)
    assert len(short) <= room
    assert short == name or short[0] == name[0] or "…" in short
