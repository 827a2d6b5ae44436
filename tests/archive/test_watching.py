"""Feeds watched against a news site on loopback: what is fetched when, what is refused, what a killed run leaves."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from secondsource.archive.archives import Archive
from secondsource.archive.verifying import Fault, verify
from secondsource.archive.watching import Asked, Watch
from secondsource.model.reports import Addition, Rejection
from secondsource.settings import Fetch, Settings
from secondsource.settings import Watch as Knobs
from secondsource.stages.ingest.visits import Visitor
from secondsource.store import watches
from secondsource.store.contents import Contents
from secondsource.store.documents import load_rejections
from secondsource.store.log import Log
from tests.archive.newsrooms import Answer, Newsroom, publishing

WEIR = (
    "<p>The weir at Ashvale was opened on Tuesday, a week earlier than planned, after days of heavy rain.</p>"
    "<p>“The river is higher than in any year since 1987,” said Marta Quill, the county engineer, on Tuesday.</p>"
)
FERRY = (
    "<p>The ferry between Tern Island and the mainland stopped on Monday because two of its engines failed.</p>"
    "<p>Some 300 people waited at the quay, said Ann Ode, who runs the harbour; a replacement came at dusk.</p>"
)
FAIR = (
    "<p>The autumn fair in Skarrow drew 12,000 visitors over the weekend, the town council said on Sunday.</p>"
    "<p>It was the largest since the fair moved to the old airfield nine years ago, according to the council.</p>"
)
KNOBS = Knobs(again_hours=0.0)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = datetime.fromisoformat("2031-06-03T12:00:00+00:00")

    def __call__(self) -> str:
        return self.at.isoformat(timespec="seconds")

    def advance(self, **time: float) -> None:
        self.at += timedelta(**time)


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with publishing() as room:
        room.publish("weir", WEIR)
        room.publish("ferry", FERRY)
        room.publish("fair", FAIR)
        room.list_in_feed(("weir", "2031-06-03"), ("ferry", "2031-06-02"))
        yield room


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def archive(tmp_path: Path, clock: Clock) -> Iterator[Archive]:
    fetching = Fetch(delay_seconds=0.0, allowed_hosts=("127.0.0.1",))
    with Archive(tmp_path / "archive", Settings(fetch=fetching, watch=KNOBS), make=True, now=clock) as archive:
        yield archive


def with_knobs(archive: Archive, **knobs: float) -> None:
    archive.settings = replace(archive.settings, watch=replace(archive.settings.watch, **knobs))


def rounds(archive: Archive, *feeds: str, rests: list[float] | None = None) -> Iterator[Asked | Addition | Rejection]:
    visitor = Visitor(archive.settings.fetch, sleep=(rests if rests is not None else []).append, clock=archive.now)
    return Watch(archive, visitor).go_round(feeds)


def go_round(archive: Archive, room: Newsroom, *paths: str) -> list[str]:
    """What became of each feed and page in a round, in few words."""
    told = []
    for outcome in rounds(archive, *(room.url + path for path in paths or ("/feed",))):
        if isinstance(outcome, Asked):
            told.append(f"asked {outcome.address.removeprefix(room.url)} {outcome.fresh}")
        elif isinstance(outcome, Addition):
            told.append(f"{outcome.became} {outcome.place.removeprefix(room.url)}")
        else:
            told.append(f"{outcome.reason} {outcome.place.removeprefix(room.url)}")
    return told


def refusals(archive: Archive) -> list[str]:
    with archive.database.reading() as connection:
        return [refused.reason for _, refused in load_rejections(connection)]


def test_what_a_feed_lists_is_added_once_and_not_asked_for_again(archive: Archive, room: Newsroom) -> None:
    assert go_round(archive, room) == ["asked /feed 2", "added /weir", "added /ferry"]
    assert go_round(archive, room) == ["asked /feed 0"]
    assert room.count("/feed", 304) == 1
    room.list_in_feed(("fair", "2031-06-04"), ("weir", "2031-06-03"), ("ferry", "2031-06-02"))
    assert go_round(archive, room) == ["asked /feed 1", "added /fair"]
    assert [room.count(path) for path in ("/weir", "/ferry", "/fair")] == [1, 1, 1]


def test_an_entry_that_was_edited_becomes_a_new_version(archive: Archive, room: Newsroom) -> None:
    go_round(archive, room)
    room.publish("weir", WEIR.replace("a week earlier", "two weeks earlier"))
    assert go_round(archive, room) == ["asked /feed 0"]
    room.list_in_feed(("weir", "2031-06-05"), ("ferry", "2031-06-05"))
    assert go_round(archive, room) == ["asked /feed 2", "new version /weir", "unchanged /ferry"]
    assert room.count("/ferry", 304) == 1


def test_pages_are_looked_at_again_even_if_no_feed_says_that_they_were_edited(
    archive: Archive, room: Newsroom, clock: Clock
) -> None:
    with_knobs(archive, again_hours=6.0, again_days=7.0)
    go_round(archive, room)
    both = ["unchanged /ferry", "unchanged /weir"]
    for hours, expected in ((5, []), (1, both), (23, []), (1, None), (95, []), (1, both), (9999, [])):
        clock.advance(hours=hours)
        if expected is None:
            room.publish("weir", WEIR.replace("a week earlier", "two weeks earlier"))
            expected = ["new version /weir", "unchanged /ferry"]
        assert sorted(go_round(archive, room)[1:]) == sorted(expected)


def test_a_site_that_is_busy_is_left_alone_as_long_as_it_asks(archive: Archive, room: Newsroom, clock: Clock) -> None:
    room.answers["/weir"] = Answer("later", status=429, fields={"Retry-After": "3600"})
    told = go_round(archive, room)
    assert told == ["asked /feed 2", "status 429 /weir", "resting "]
    assert room.count("/ferry") == 0
    room.publish("weir", WEIR)
    clock.advance(minutes=59)
    assert go_round(archive, room) == ["resting /feed", "resting "]
    assert room.count("/weir") == 0
    clock.advance(minutes=2)
    assert go_round(archive, room) == ["asked /feed 0", "added /weir", "added /ferry"]
    assert refusals(archive) == ["status 429"]


def test_what_fails_rests_longer_each_time_and_is_given_up(archive: Archive, room: Newsroom, clock: Clock) -> None:
    with_knobs(archive, most_tries=3)
    room.answers["/weir"] = Answer("oh", status=500)
    assert go_round(archive, room) == ["asked /feed 2", "status 500 /weir", "added /ferry"]
    for minutes, expected in ((4, []), (1, ["status 500 /weir"]), (9, []), (1, ["status 500 /weir"]), (9999, [])):
        clock.advance(minutes=minutes)
        assert go_round(archive, room)[1:] == expected
    assert room.count("/weir", 500) == 3
    assert refusals(archive) == ["status 500"]


def test_robots_txt_and_missing_pages_are_told_once(archive: Archive, room: Newsroom) -> None:
    room.answers["/robots.txt"] = Answer("User-agent: *\nDisallow: /weir\n", "text/plain")
    del room.answers["/ferry"]
    told = ["asked /feed 2", "robots.txt forbids it /weir", "status 404 /ferry"]
    assert go_round(archive, room) == told
    assert go_round(archive, room) == ["asked /feed 0"]
    assert room.count("/weir") == 0
    assert refusals(archive) == ["robots.txt forbids it", "status 404"]


def test_the_delay_that_a_site_asks_for_is_kept(archive: Archive, room: Newsroom) -> None:
    room.answers["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 7\n", "text/plain")
    rests: list[float] = []
    list(rounds(archive, f"{room.url}/feed", rests=rests))
    assert len(rests) == 2
    assert all(6 < rest <= 7 for rest in rests)


def test_broken_feeds_are_told_and_rest_and_the_others_go_on(archive: Archive, room: Newsroom, clock: Clock) -> None:
    room.answers["/broken"] = Answer("<html><body>We have moved</body></html>")
    room.answers["/down"] = Answer("", status=503, fields={"Retry-After": "Tue, 03 Jun 2031 12:30:00 GMT"})
    room.answers["/half"] = Answer(room.answers["/feed"].body[:-30], "application/atom+xml")
    assert go_round(archive, room, "/broken", "/gone", "/half", "/feed") == [
        "not a feed /broken",
        "status 404 /gone",
        "asked /half 2",
        "asked /feed 0",
        "added /weir",
        "added /ferry",
    ]
    assert go_round(archive, room, "/broken", "/gone") == ["resting /broken", "resting /gone"]
    clock.advance(hours=24)
    room.list_in_feed(("fair", "2031-06-04"), path="/broken")
    assert go_round(archive, room, "/broken", "/gone", "/down", "/feed") == [
        "asked /broken 1",
        "status 404 /gone",
        "status 503 /down",
        "resting /feed",
        "resting ",
    ]


def test_lists_of_feeds_and_sitemaps_are_followed(archive: Archive, room: Newsroom, tmp_path: Path) -> None:
    room.answers["/index.xml"] = Answer(
        "<sitemapindex><sitemap><loc>/map.xml</loc></sitemap><sitemap><loc>/index.xml</loc></sitemap></sitemapindex>",
        "text/xml",
    )
    room.answers["/map.xml"] = Answer(
        "<urlset><url><loc>/fair</loc></url><url><loc>/weir</loc></url></urlset>", "text/xml"
    )
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        f'<opml><body><outline xmlUrl="{room.url}/feed"/><outline xmlUrl="{room.url}/index.xml"/></body></opml>'
    )
    told = [
        (type(one).__name__, getattr(one, "address", getattr(one, "place", "")).removeprefix(room.url))
        for one in rounds(archive, str(opml))
    ]
    assert told == [
        ("Asked", str(opml)),
        ("Asked", "/feed"),
        ("Asked", "/index.xml"),
        ("Asked", "/map.xml"),
        ("Addition", "/weir"),
        ("Addition", "/ferry"),
        ("Addition", "/fair"),
    ]
    opml.write_text("no list any more")
    assert next(one.reason for one in rounds(archive, str(opml)) if isinstance(one, Rejection)) == "not a feed"
    opml.write_text("<opml><body/></opml>")
    assert list(rounds(archive, str(opml))) == [Asked(str(opml))]


def test_a_page_that_names_its_feed_stands_for_it(archive: Archive, room: Newsroom) -> None:
    room.answers["/"] = Answer(
        '<html><head><link rel="alternate" type="application/atom+xml" href="/feed"></head><body>News</body></html>'
    )
    assert go_round(archive, room, "/") == ["asked / 0", "asked /feed 2", "added /weir", "added /ferry"]
    assert go_round(archive, room, "/") == ["asked / 0", "asked /feed 0"]


def test_entries_without_a_page_are_counted(archive: Archive, room: Newsroom) -> None:
    room.answers["/feed"] = Answer(
        "<rss><channel><item><title>x</title></item><item><link>mailto:desk@a.example</link></item>"
        "<item><link>/weir</link></item><item><link>/weir#top</link></item></channel></rss>",
        "text/xml",
    )
    asked, *_ = rounds(archive, f"{room.url}/feed")
    assert asked == Asked(f"{room.url}/feed", fresh=1, left_out=3)


def test_no_more_pages_are_fetched_in_a_round_than_asked_for_and_the_newest_first(
    archive: Archive, room: Newsroom
) -> None:
    with_knobs(archive, most_pages=1)
    assert go_round(archive, room) == ["asked /feed 2", "added /weir"]
    assert go_round(archive, room) == ["asked /feed 0", "added /ferry"]


def test_what_a_feed_calls_a_page_and_is_none_is_told(archive: Archive, room: Newsroom) -> None:
    room.answers["/weir"] = Answer("GIF89a", "image/gif")
    room.publish("ferry", "<p>Soon.</p>")
    assert go_round(archive, room) == ["asked /feed 2", "not a page /weir", "too short /ferry"]
    assert go_round(archive, room) == ["asked /feed 0"]


@pytest.mark.parametrize("outcomes", [1, 2, 3])
def test_a_run_that_ends_between_two_pages_loses_and_repeats_nothing(
    archive: Archive, room: Newsroom, outcomes: int
) -> None:
    room.list_in_feed(("fair", "2031-06-04"), ("weir", "2031-06-03"), ("ferry", "2031-06-02"))
    cut_off = rounds(archive, f"{room.url}/feed")
    for _ in range(outcomes):
        next(cut_off)
    cut_off.close()  # type: ignore[attr-defined]
    go_round(archive, room)
    assert [room.count(path) for path in ("/fair", "/weir", "/ferry")] == [1, 1, 1]
    assert room.count("/feed") == 1


STEPS = [(watches, "save_feed"), (watches, "list_pages"), (watches, "save_page"), (Contents, "keep"), (Log, "append")]


@pytest.mark.parametrize("moment", range(8))
def test_a_run_that_dies_at_any_step_keeps_what_it_told_of_and_is_finished_by_the_next(
    archive: Archive, room: Newsroom, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """Each step dies once it is done, before what it belongs to is stored."""
    passed = []

    def dying(step: Callable[..., object]) -> Callable[..., object]:
        def die_afterwards(*args: object, **more: object) -> object:
            result = step(*args, **more)
            passed.append(step)
            if len(passed) > moment:
                raise KeyboardInterrupt
            return result

        return die_afterwards

    told: list[Asked | Addition | Rejection] = []
    run = rounds(archive, f"{room.url}/feed")
    with monkeypatch.context() as patch:
        for place, name in STEPS:
            patch.setattr(place, name, dying(getattr(place, name)))
        with suppress(KeyboardInterrupt):
            for outcome in run:
                told.append(outcome)
    assert len(passed) == moment + 1
    before = {path: room.count(path) for path in ("/weir", "/ferry")}
    again = go_round(archive, room)
    for path in before:
        was_told = any(isinstance(one, Addition) and one.place.endswith(path) for one in told)
        assert room.count(path) - before[path] == (0 if was_told else 1)
        assert (f"added {path}" in again) is not was_told
    assert [one for one in verify(archive) if isinstance(one, Fault)] == []


def test_what_another_run_had_meanwhile_is_not_fetched_again(archive: Archive, room: Newsroom) -> None:
    slow = rounds(archive, f"{room.url}/feed")
    assert [next(slow), next(slow)][0] == Asked(f"{room.url}/feed", fresh=2)
    assert go_round(archive, room) == ["asked /feed 0", "added /ferry"]
    assert list(slow) == []
    assert room.count("/ferry") == 1


def test_a_page_that_could_not_be_stored_is_fetched_again(
    archive: Archive, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk was pulled")

    with monkeypatch.context() as patch:
        patch.setattr(watches, "save_page", fail)
        with pytest.raises(OSError, match="pulled"):
            go_round(archive, room)
    assert go_round(archive, room) == ["asked /feed 0", "added /weir", "added /ferry"]
