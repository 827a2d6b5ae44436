"""An article that is fetched again with other words: versions, and what changed from each to the next."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive.archives import Archive
from secondsource.archive.judging import judge_changed
from secondsource.archive.versions import load_articles
from secondsource.errors import UsageError
from secondsource.model.reports import Addition
from secondsource.model.versions import Revision
from secondsource.store import stories
from tests.archive.arrivals import arrive
from tests.archive.shelves import FIRE, VOTE, open_shelf, partition, story_of

TEXT = FIRE[0] + " Nobody was hurt."
URL = "https://bugle.example/news/mill"


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Archive]:
    with open_shelf(tmp_path) as archive:
        yield archive


def put(
    archive: Archive, text: str, day: int, *, url: str | None = URL, place: str = "mill.txt", title: str | None = None,
    stamped: str | None = None, fetched: bool = False,
) -> Addition:  # fmt: skip
    """Store what a page said on a day of January; `fetched` says that its address is where it was fetched from."""
    from secondsource.archive.adding import store
    from secondsource.model.reports import Given

    arrival = arrive(place, text, title=title, outlet="Bugle", url=url, seen_at=f"2032-01-{day:02}T06:00:00+00:00")
    report = replace(arrival.outcome.reading.report, updated_at=stamped)  # type: ignore[union-attr]
    outcome = replace(arrival.outcome, reading=replace(arrival.outcome.reading, report=report))  # type: ignore
    document = replace(arrival.document, given=Given(url=url)) if fetched else arrival.document
    (became,) = store(archive, [replace(arrival, document=document, outcome=outcome)])
    assert isinstance(became, Addition)
    return became


def only(archive: Archive, named: str = URL) -> Revision:
    (article,) = load_articles(archive, named)
    (revision,) = article.revisions
    return revision


def test_other_words_are_a_version_and_the_latest_stands_in_the_story(shelf: Archive) -> None:
    first = put(shelf, TEXT, 1)
    second = put(shelf, TEXT.replace("Forty", "Sixty"), 3)
    assert (first.became, second.became) == ("added", "new version")
    assert partition(shelf) == {frozenset({second.report})}
    (article,) = load_articles(shelf, first.report or "")
    assert [version.is_current for version in article.versions] == [False, True]
    (edit, *_) = article.revisions[0].sentences
    assert (edit.kind, edit.before_words[0].of(TEXT)) == ("reworded", "Forty")


def test_the_same_words_seen_again_are_no_version(shelf: Archive) -> None:
    put(shelf, TEXT, 1)
    put(shelf, TEXT, 2, place="copy-of-mill.txt")
    (article,) = load_articles(shelf, URL)
    assert [version.seen_at for version in article.versions] == [
        ("2032-01-01T06:00:00+00:00", "2032-01-02T06:00:00+00:00")
    ]
    assert article.revisions == ()


def test_an_article_that_takes_an_edit_back_has_a_third_version(shelf: Archive) -> None:
    put(shelf, TEXT, 1)
    put(shelf, TEXT.replace("Forty", "Sixty"), 2)
    third = put(shelf, TEXT, 3, place="later.txt")
    assert third.became == "new version"
    assert partition(shelf) == {frozenset({third.report})}


def test_an_older_version_that_comes_later_stays_out_of_the_story(shelf: Archive) -> None:
    now = put(shelf, TEXT, 5)
    older = put(shelf, TEXT.replace("Forty", "Thirty"), 2)
    assert older.became == "earlier version"
    assert partition(shelf) == {frozenset({now.report})}
    revision = only(shelf)
    assert (revision.before, revision.after) == (older.report, now.report)


def test_new_looks_are_a_version_and_leave_the_story_as_it_was_judged(shelf: Archive) -> None:
    first = put(shelf, TEXT, 1, title="Sawmill burns")
    list(judge_changed(shelf))
    second = put(shelf, TEXT.replace(". ", ".\n").replace("on Monday", "– on Monday –"), 2, title="SAWMILL BURNS")
    assert second.became == "cosmetic version"
    assert list(judge_changed(shelf)) == []
    assert partition(shelf) == {frozenset({first.report})}
    assert only(shelf).is_cosmetic
    third = put(shelf, TEXT.replace("Nobody", "Ola Brandt"), 3)
    assert third.became == "new version"
    assert partition(shelf) == {frozenset({third.report})}


@pytest.mark.parametrize(
    ("before", "after", "note", "is_silent"),
    [
        ("2032-01-01T05:00:00Z", "2032-01-01T05:00:00Z", "", True),
        ("2032-01-01T05:00:00Z", "2032-01-02T05:00:00Z", "", False),
        ("2032-01-01T05:00:00Z", "2032-01-01T05:00:00Z", " An earlier version of this report said forty.", False),
    ],
)
def test_an_edit_that_nothing_tells_of_is_silent(
    shelf: Archive, before: str, after: str, note: str, is_silent: bool
) -> None:
    put(shelf, TEXT, 1, stamped=before)
    put(shelf, TEXT.replace("Forty", "Sixty") + note, 2, stamped=after)
    assert only(shelf).is_silent == is_silent
    assert only(shelf).corrections == ((note.strip(),) if note else ())


def test_a_changed_title_is_told(shelf: Archive) -> None:
    put(shelf, TEXT, 1, title="Sawmill burns")
    put(shelf, TEXT, 2, title="Sawmill set on fire", place="later.txt")
    assert only(shelf).titles == ("Sawmill burns", "Sawmill set on fire")
    assert not only(shelf).is_cosmetic


def test_a_story_gives_its_edited_articles(shelf: Archive) -> None:
    first = put(shelf, TEXT, 1)
    other = put(shelf, FIRE[1], 1, url="https://echo.example/1")
    edited = put(shelf, TEXT.replace("Forty", "Sixty"), 2)
    story = story_of(shelf, other.report or "")
    (article,) = load_articles(shelf, story)
    assert [version.report for version in article.versions] == [first.report, edited.report]


@pytest.mark.parametrize("named", ["nothing", "https://nobody.example/x"])
def test_what_the_archive_does_not_have_is_told(shelf: Archive, named: str) -> None:
    with pytest.raises(UsageError, match=r"there is no report|has no report from"):
        load_articles(shelf, named)


def test_a_file_that_was_edited_is_a_new_version(shelf: Archive) -> None:
    put(shelf, TEXT, 1, url=None)
    assert put(shelf, TEXT.replace("Forty", "Sixty"), 2, url=None).became == "new version"


SAME = [
    URL + "?utm_source=mail&utm_medium=x", URL + "/", URL + "?fbclid=1#top", URL.replace("https", "http"),
    URL.replace("://", "://www."), URL + "?ref=home",
]  # fmt: skip


@pytest.mark.parametrize("url", SAME)
def test_one_address_told_in_other_ways_is_one_article(shelf: Archive, url: str) -> None:
    put(shelf, TEXT, 1, fetched=True)
    assert put(shelf, TEXT.replace("Forty", "Sixty"), 2, url=url, place="p", fetched=True).became == "new version"
    assert load_articles(shelf, url) == load_articles(shelf, URL)


@pytest.mark.parametrize("url", [URL + "-2", URL + "?id=2", "https://echo.example/news/mill"])
def test_other_addresses_are_other_articles(shelf: Archive, url: str) -> None:
    put(shelf, TEXT, 1, fetched=True)
    assert put(shelf, TEXT.replace("Forty", "Sixty"), 2, url=url, fetched=True).became == "added"


def test_the_order_of_parameters_does_not_matter(shelf: Archive) -> None:
    put(shelf, TEXT, 1, url=URL + "?id=2&page=1", fetched=True)
    edited = put(shelf, TEXT.replace("Forty", "Sixty"), 2, url=URL + "?page=1&id=2", fetched=True)
    assert edited.became == "new version"


FRONT = ["https://bugle.example", "https://bugle.example/", "https://bugle.example/index.html", "https://bugle.example/en/",
         "https://bugle.example/en-gb/home"]  # fmt: skip


@pytest.mark.parametrize("url", FRONT)
def test_a_front_page_is_no_articles_address(shelf: Archive, url: str) -> None:
    put(shelf, TEXT, 1, url=url, place="one.html")
    assert put(shelf, TEXT + " More follows.", 2, url=url, place="two.html").became == "added"


def test_pages_that_give_one_address_as_their_own_and_share_no_words_are_two_articles(shelf: Archive) -> None:
    put(shelf, FIRE[0], 1, url="https://bugle.example/news", place="one.html")
    other = put(shelf, VOTE[0], 2, url="https://bugle.example/news", place="two.html")
    assert other.became == "added"
    assert len(partition(shelf)) == 2
    fetched = put(shelf, VOTE[1], 3, url="https://bugle.example/news", place="three.html", fetched=True)
    assert fetched.became == "new version"


def test_statements_know_the_version_that_they_stand_in(shelf: Archive) -> None:
    from secondsource.store.reports import load_reports

    first, second = put(shelf, TEXT, 1), put(shelf, TEXT.replace("Forty", "Sixty"), 2)
    with shelf.database.reading() as connection:
        for one in load_reports(connection, [first.report or "", second.report or ""]):
            assert one.statements.report == one.id
        assert stories.stories_of(connection, [first.report or ""]) == {}
