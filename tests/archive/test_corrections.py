"""What a person is shown before and after correcting the machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.corrections import (
    find_candidates,
    find_line,
    find_stories_of,
    foresee,
    load_correctable,
    load_log_page,
)
from secondsource.archive.deciding import decide, undo
from secondsource.errors import MissingError, UsageError
from secondsource.model.decisions import Decision
from secondsource.model.reports import Addition
from tests.archive.arrivals import arrive
from tests.archive.shelves import FIRE, VOTE, open_shelf, partition, put, story_of


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Archive]:
    with open_shelf(tmp_path) as archive:
        for kind, texts in (("fire", FIRE), ("vote", VOTE)):
            for number, text in enumerate(texts):
                put(archive, f"{kind}{number}", text)
        yield archive


def test_what_is_foreseen_is_what_comes_and_nothing_is_done_before(shelf: Archive) -> None:
    before = partition(shelf)
    merge = Decision("merge", ("fire0",), ("vote0",))
    foreseen = foresee(shelf, merge)
    assert partition(shelf) == before
    assert {story.reports for story in foreseen.stories} == {3}
    assert set(foreseen.reports) == {name for group in before for name in group}
    assert foreseen.overrules == ()
    ruled = decide(shelf, merge, "Ines")
    assert find_line(shelf, ruled.number).made.decision == foreseen.decision


def test_what_would_be_contradicted_is_told_before(shelf: Archive) -> None:
    ruled = decide(shelf, Decision("merge", ("fire0",), ("vote0",)), "Ines")
    foreseen = foresee(shelf, Decision("split", ("vote0", "vote1", "vote2")))
    assert [made.number for made in foreseen.overrules] == [ruled.number]
    assert decide(shelf, Decision("split", ("vote0", "vote1", "vote2")), "Jon").overrules == (ruled.number,)


@pytest.mark.parametrize(
    "senseless",
    [
        Decision("merge", ("fire0",), ("fire1",)),
        Decision("split", ("fire0", "fire1", "fire2")),
        Decision("rename", ("fire0",), title="  "),
        Decision("not a copy", ("fire0",), ("vote0",)),
        Decision("lock", ("nothing",)),
    ],
)
def test_what_makes_no_sense_is_told_before(shelf: Archive, senseless: Decision) -> None:
    with pytest.raises(UsageError):
        foresee(shelf, senseless)


def test_a_story_can_be_corrected_until_it_is_locked(shelf: Archive) -> None:
    story = story_of(shelf, "fire0")
    assert load_correctable(shelf, story).lock is None
    assert [report.id for report in load_correctable(shelf, story).reports] == ["fire0", "fire1", "fire2"]
    ruled = decide(shelf, Decision("lock", ("fire0",)), "Ines")
    lock = load_correctable(shelf, story).lock
    assert lock is not None
    assert lock.number == ruled.number
    undo(shelf, ruled.number, "Jon")
    assert load_correctable(shelf, story).lock is None


def test_stories_of_a_decision_are_those_that_it_made(shelf: Archive) -> None:
    merge = Decision("merge", ("fire0",), ("vote0",))
    ruled = decide(shelf, merge, "Ines")
    assert find_stories_of(shelf, merge) == ruled.stories
    undo(shelf, ruled.number, "Ines")
    assert len(find_stories_of(shelf, merge)) == 2


def test_the_log_has_the_latest_first_undone_ones_too(shelf: Archive) -> None:
    for title in ("One", "Two", "Three"):
        decide(shelf, Decision("rename", ("fire0",), title=title), "Ines")
    undo(shelf, 2, "Jon")
    page = load_log_page(shelf, most=2)
    assert ([line.made.number for line in page.lines], page.total) == ([3, 2], 3)
    assert page.lines[1].made.undone_by == "Jon"
    assert [report.id for report in page.lines[0].reports] == ["fire0", "fire1", "fire2"]
    assert [line.made.number for line in load_log_page(shelf, most=2, after=2).lines] == [1]


def test_what_is_not_there_is_missing(shelf: Archive) -> None:
    for ask in (load_correctable, find_candidates):
        with pytest.raises(MissingError):
            ask(shelf, "nothing")
    with pytest.raises(MissingError):
        find_line(shelf, 7)


def test_stories_with_telling_words_in_common_are_proposed(tmp_path: Path) -> None:
    titles = ("Quarry at Tannberg burns", "Tannberg quarry: two charged", "The choir of Oslavia wins at the festival")
    texts = (
        "Diggers saw a blaze eat the crusher house.",
        "A court charged a foreman over safety papers.",
        "Forty singers took the silver harp home.",
    )
    with open_shelf(tmp_path) as archive:
        arrivals = [
            arrive(f"{number}.txt", text, title=title, outlet=f"Outlet {number}", day=f"2031-0{number + 1}-05")
            for number, (title, text) in enumerate(zip(titles, texts, strict=True))
        ]
        quarry, trial, choir = (one.report or "" for one in store(archive, arrivals) if isinstance(one, Addition))
        if story_of(archive, quarry) == story_of(archive, trial):
            decide(archive, Decision("split", (trial,)), "Ines")
        found = find_candidates(archive, story_of(archive, quarry))
        assert [one.id for one in found] == [story_of(archive, trial)]
        assert find_candidates(archive, story_of(archive, choir)) == ()
