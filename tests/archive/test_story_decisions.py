from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.archive.archives import Archive
from secondsource.archive.deciding import Ruled, decide, load_log, undo
from secondsource.errors import UsageError
from secondsource.model.decisions import Decision
from secondsource.settings import Settings
from secondsource.store import reports
from tests.archive.shelves import FIRE, FLOOD, VOTE, open_shelf, partition, put, story_of, title_of

TEXTS = {
    **{f"fire{number}": text for number, text in enumerate(FIRE)},
    **{f"vote{number}": text for number, text in enumerate(VOTE)},
    **{f"flood{number}": text for number, text in enumerate(FLOOD)},
}
FIRES, VOTES, FLOODS = (
    frozenset(name for name in TEXTS if name.startswith(kind)) for kind in ("fire", "vote", "flood")
)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Archive]:
    with open_shelf(tmp_path) as archive:
        yield archive


def fill(archive: Archive, *names: str) -> None:
    for name in names or TEXTS:
        put(archive, name, TEXTS[name])


def merge(archive: Archive, one: str, other: str) -> Ruled:
    return decide(archive, Decision("merge", (one,), (other,)), "Ines")


def split(archive: Archive, *names: str) -> Ruled:
    return decide(archive, Decision("split", names), "Ines")


def lock(archive: Archive, name: str) -> Ruled:
    return decide(archive, Decision("lock", (name,)), "Ines")


def test_the_machine_keeps_three_events_apart(shelf: Archive) -> None:
    fill(shelf)
    assert partition(shelf) == {FIRES, VOTES, FLOODS}


def test_a_merge_makes_one_story_with_the_id_of_the_larger_and_its_undoing_parts_them(shelf: Archive) -> None:
    fill(shelf)
    larger = story_of(shelf, "fire0")
    ruled = merge(shelf, "flood0", "fire0")
    assert partition(shelf) == {FIRES | FLOODS, VOTES}
    assert ruled.stories == (larger,) == (story_of(shelf, "flood1"),)
    undo(shelf, ruled.number, "Jon")
    assert partition(shelf) == {FIRES, VOTES, FLOODS}


def test_a_split_makes_a_story_of_those_that_leave_and_its_undoing_joins_them(shelf: Archive) -> None:
    fill(shelf)
    before = story_of(shelf, "fire0")
    ruled = split(shelf, "fire2")
    assert partition(shelf) == {FIRES - {"fire2"}, frozenset({"fire2"}), VOTES, FLOODS}
    assert story_of(shelf, "fire0") == before
    undo(shelf, ruled.number, "Jon")
    assert partition(shelf) == {FIRES, VOTES, FLOODS}


def test_a_locked_story_takes_nobody_in_until_it_is_unlocked(shelf: Archive) -> None:
    fill(shelf, "fire0", "fire1", "vote0")
    ruled = lock(shelf, "fire0")
    put(shelf, "fire2", TEXTS["fire2"])
    assert partition(shelf) == {frozenset({"fire0", "fire1"}), frozenset({"fire2"}), frozenset({"vote0"})}
    undo(shelf, ruled.number, "Jon")
    assert partition(shelf) == {FIRES, frozenset({"vote0"})}


def test_a_title_holds_while_the_story_grows_and_until_it_is_undone(shelf: Archive) -> None:
    fill(shelf, "fire0", "fire1")
    machines = title_of(shelf, "fire0")
    first = decide(shelf, Decision("rename", ("fire0",), title="The sawmill"), "Ines")
    second = decide(shelf, Decision("rename", ("fire0",), title=" The  mill\nfire "), "Ines")
    put(shelf, "fire2", TEXTS["fire2"])
    assert title_of(shelf, "fire2") == "The mill fire"
    undo(shelf, second.number, "Jon")
    assert title_of(shelf, "fire0") == "The sawmill"
    undo(shelf, first.number, "Jon")
    assert title_of(shelf, "fire0") in (machines, *(TEXTS[name].split(".")[0] + "." for name in FIRES))


def test_a_title_goes_with_most_of_the_reports_it_was_given(shelf: Archive) -> None:
    fill(shelf)
    decide(shelf, Decision("rename", ("fire0",), title="The sawmill"), "Ines")
    split(shelf, "fire0")
    assert (title_of(shelf, "fire1"), title_of(shelf, "fire0")) == ("The sawmill", FIRE[0].split(". ")[0] + ".")


def test_stories_too_large_to_be_parted_anew_are_corrected_too(tmp_path: Path) -> None:
    with open_shelf(tmp_path, replace(Settings(), group=replace(Settings().group, most_parted=3))) as archive:
        fill(archive, "fire0", "fire1", "flood0", "vote0", "vote1")
        merged = merge(archive, "fire0", "flood0")
        fill(archive, "fire2", "flood1")
        assert partition(archive) == {FIRES | FLOODS, frozenset({"vote0", "vote1"})}
        undo(archive, merged.number, "Jon")
        assert partition(archive) == {FIRES, FLOODS, frozenset({"vote0", "vote1"})}
        joined = merge(archive, "fire0", "vote0")
        parted = split(archive, "vote0", "vote1")
        undo(archive, parted.number, "Jon")
        assert partition(archive) == {FIRES | {"vote0", "vote1"}, FLOODS}
        locked = lock(archive, "fire0")
        undo(archive, joined.number, "Jon")
        assert partition(archive) == {FIRES | {"vote0", "vote1"}, FLOODS}
        undo(archive, locked.number, "Jon")


@pytest.mark.parametrize("order", list(permutations(["fire1", "fire2", "flood1"])))
def test_a_merge_holds_for_whoever_comes_later(shelf: Archive, order: tuple[str, ...]) -> None:
    fill(shelf, "fire0", "flood0")
    merge(shelf, "fire0", "flood0")
    fill(shelf, *order)
    assert partition(shelf) == {FIRES | FLOODS}


@pytest.mark.parametrize("order", list(permutations(["fire2", "vote0"])))
def test_nobody_who_comes_later_joins_again_what_was_split(shelf: Archive, order: tuple[str, ...]) -> None:
    fill(shelf, "fire0", "fire1")
    split(shelf, "fire0")
    fill(shelf, *order)
    assert story_of(shelf, "fire0") != story_of(shelf, "fire1")


def test_the_later_of_two_decisions_that_contradict_each_other_holds(shelf: Archive) -> None:
    fill(shelf)
    merged = merge(shelf, "fire0", "flood0")
    parted = split(shelf, "flood0", "flood1")
    assert parted.overrules == (merged.number,)
    assert partition(shelf) == {FIRES, VOTES, FLOODS}
    again = merge(shelf, "flood1", "fire1")
    assert again.overrules == (parted.number,)
    assert partition(shelf) == {FIRES | FLOODS, VOTES}
    undo(shelf, again.number, "Jon")
    assert partition(shelf) == {FIRES, VOTES, FLOODS}
    undo(shelf, parted.number, "Jon")
    assert partition(shelf) == {FIRES | FLOODS, VOTES}


def test_a_new_version_of_an_article_stands_for_the_old_in_all_decisions(shelf: Archive) -> None:
    fill(shelf, "fire0", "fire1", "flood0")
    merge(shelf, "fire0", "flood0")
    newer = put(shelf, "flood0", FLOOD[1], seen_at="2032-01-01T00:00:00+00:00")
    assert newer.became == "new version"
    assert partition(shelf) == {frozenset({"fire0", "fire1", newer.report})}
    lock(shelf, "fire0")
    newest = put(shelf, "fire1", VOTE[0], seen_at="2032-01-02T00:00:00+00:00")
    assert partition(shelf) == {frozenset({"fire0", newest.report, newer.report})}
    put(shelf, "flood1", FLOOD[0] + " Nobody was hurt.")
    assert len(partition(shelf)) == 2


def test_an_old_version_may_be_named_for_its_article(shelf: Archive) -> None:
    fill(shelf, "fire0", "fire1", "flood0")
    newer = put(shelf, "flood0", FLOOD[1], seen_at="2032-01-01T00:00:00+00:00")
    merge(shelf, "flood0", "fire0")
    assert story_of(shelf, newer.report or "") == story_of(shelf, "fire0")


WRONG: list[tuple[Callable[[Archive], object], str]] = [
    (lambda archive: merge(archive, "fire0", "nobody"), "there is no report nobody"),
    (lambda archive: merge(archive, "fire0", "fire1"), "one story already"),
    (
        lambda archive: merge(archive, "fire0", "vote0"),
        "is locked (ruled by Ines on 2031-05-01): `second",
    ),
    (lambda archive: split(archive, "vote0"), "is locked"),
    (lambda archive: lock(archive, "vote1"), "is locked"),
    (lambda archive: split(archive, *FIRES), "all the reports that the story has"),
    (lambda archive: split(archive, "fire0", "flood0"), "of different stories"),
    (lambda archive: decide(archive, Decision("rename", ("fire0",), title=" \n"), "Ines"), "needs a title"),
    (lambda archive: decide(archive, Decision("same source", ("fire0", "flood0")), "Ines"), "of different stories"),
    (lambda archive: decide(archive, Decision("not a copy", ("fire0",), ("fire0",)), "Ines"), "two different reports"),
    (lambda archive: undo(archive, 1, "Jon") and undo(archive, 1, "Kim"), "undone by Jon on 2031-05-01 already"),
    (lambda archive: undo(archive, 9, "Jon"), "there is no decision 9"),
]


@pytest.mark.parametrize(("act", "told"), WRONG)
def test_what_makes_no_sense_is_refused_with_a_reason(
    shelf: Archive, act: Callable[[Archive], object], told: str
) -> None:
    fill(shelf)
    lock(shelf, "vote0")
    with pytest.raises(UsageError) as refused:
        act(shelf)
    assert told in str(refused.value)
    assert partition(shelf) == {FIRES, VOTES, FLOODS}


def test_the_log_keeps_what_was_undone_and_by_whom(shelf: Archive) -> None:
    fill(shelf)
    first, second = merge(shelf, "fire0", "vote0"), split(shelf, "vote1")
    undo(shelf, second.number, "Jon")
    assert [(made.number, by) for made, by in load_log(shelf)] == [(first.number, ())]
    ((_, overruled), (made, _)) = load_log(shelf, undone=True)
    assert (overruled, made.made_by, made.undone_by, made.decision.kind) == ((), "Ines", "Jon", "split")


ACTS: dict[str, Callable[[Archive, str, str], Ruled | None]] = {
    "merge": merge,
    "split": lambda archive, one, _: split(archive, one),
    "lock": lambda archive, one, _: lock(archive, one),
    "rename": lambda archive, one, _: decide(archive, Decision("rename", (one,), title="T"), "Ines"),
    "add": lambda archive, one, _: fill(archive, one),
    "edit": lambda archive, one, other: edit(archive, one, other),
}


def edit(archive: Archive, name: str, other: str) -> None:
    put(archive, name, f"{TEXTS[name]} {other} heard it.", seen_at=f"2033-01-01T00:00:{len(other):02}+00:00")


@settings(max_examples=12, deadline=None)
@given(
    acts=st.lists(
        st.tuples(st.sampled_from([*ACTS, "undo"]), st.sampled_from(list(TEXTS)), st.sampled_from(list(TEXTS))),
        max_size=12,
    )
)
def test_every_report_stands_in_one_story_whatever_is_decided(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, str, str]]
) -> None:
    with open_shelf(tmp_path_factory.mktemp("shelf")) as archive:
        fill(archive, *list(TEXTS)[::2])
        made = list[int]()
        for kind, one, other in acts:
            with suppress(UsageError):
                if kind != "undo":
                    ruled = ACTS[kind](archive, one, other)
                    made += [ruled.number] if ruled else []
                elif made:
                    undo(archive, made.pop(len(one + other) % len(made)), "Jon")
            held = [report for members in partition(archive) for report in members]
            assert sorted(held) == current(archive)
        for number in reversed(made):
            undo(archive, number, "Jon")
        kinds = [{report.rstrip("-0123456789") for report in members} for members in partition(archive)]
        assert sorted(map(sorted, kinds)) == [[kind] for kind in sorted(set.union(*kinds))]


def current(archive: Archive) -> list[str]:
    """The latest versions of all articles."""
    names = [f"{name}{number}" for name in TEXTS for number in ("", *(f"-{n}" for n in range(2, 9)))]
    with archive.database.reading() as connection:
        return sorted(set(reports.find_current(connection, names).values()))
