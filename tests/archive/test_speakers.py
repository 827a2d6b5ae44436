"""What a speaker is quoted as saying across stories."""

from collections.abc import Iterator

import pytest

from secondsource.archive.archives import Archive
from secondsource.archive.speakers import list_speakers, load_spoken
from secondsource.errors import MissingError
from secondsource.model.speakers_codec import spoken_to_json
from tests.archive.shelves import open_shelf, put
from tests.archive.voiced import fill, fill_contested


@pytest.fixture(scope="module")
def voiced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_shelf(tmp_path_factory.mktemp("voiced")) as archive:
        fill(archive)
        yield archive


def test_a_shorter_name_is_counted_with_the_fuller_and_named(voiced: Archive) -> None:
    (speaker,) = list_speakers(voiced).speakers
    assert (speaker.name, speaker.forms) == ("Ilse Corvay", ("Corvay",))
    assert (speaker.quotes, speaker.claims, speaker.stories, speaker.last_on) == (2, 3, 2, "2031-06-07")


@pytest.mark.parametrize(
    ("asked", "found"),
    [("corv", 1), ("ILSE corvay", 1), ("Corvay Ilse", 0), ("orvay", 0), ("%", 1), ("_", 1), ("", 1), ("tamm", 0)],
)
def test_names_are_found_by_their_words_and_how_the_last_begins(voiced: Archive, asked: str, found: int) -> None:
    assert len(list_speakers(voiced, asked).speakers) == found


def test_all_that_is_said_stands_by_story_and_utterance(voiced: Archive) -> None:
    spoken = load_spoken(voiced, "Ilse Corvay")
    vote, dam = spoken.stories
    assert [one.is_denial for one in vote.utterances] == [True]
    assert dam.names == ("Corvay", "Ilse Corvay")
    told = {saying.text: saying.speaker for one in dam.utterances for saying in one.sayings}
    assert told["We closed the sluices too late"] == told["We closed the sluices much too late"] == "Corvay"
    (closed,) = [one for one in dam.utterances if "sluices" in one.title]
    assert len({saying.printing.lineage for saying in closed.sayings}) == closed.independent_sources == 1
    assert len(closed.sayings) == 2
    assert {saying.sentence for saying in closed.sayings} == {2}


def test_a_form_has_a_page_that_says_of_whom_it_is_one(voiced: Archive) -> None:
    spoken = load_spoken(voiced, "Corvay")
    (dam,) = spoken.stories
    assert (dam.taken_for, dam.names) == ("Ilse Corvay", ("Corvay",))
    assert spoken.speaker.quotes == 2
    assert spoken.namesakes == ("Ilse Corvay",)


def test_stories_come_a_page_at_a_time(voiced: Archive) -> None:
    first = load_spoken(voiced, "Ilse Corvay", most=1)
    second = load_spoken(voiced, "Ilse Corvay", most=1, after=1)
    assert (first.has_more, second.has_more) == (True, False)
    assert first.stories[0].story != second.stories[0].story


def test_who_is_not_quoted_is_missing(voiced: Archive) -> None:
    for name in ("Nobody", "", "Ilse", "'; DROP TABLE voice; --"):
        with pytest.raises(MissingError):
            load_spoken(voiced, name)


def test_an_archive_without_quotes_has_no_speakers(archive: Archive) -> None:
    assert list_speakers(archive).speakers == ()
    put(archive, "fire", "A fire destroyed the sawmill of Tannberg on Monday.")
    assert list_speakers(archive, "corvay", "name").speakers == ()


def test_the_json_has_every_saying(voiced: Archive) -> None:
    told = spoken_to_json(load_spoken(voiced, "Ilse Corvay"), 0)
    sayings = [saying for story in told["stories"] for one in story["utterances"] for saying in one["sayings"]]
    assert len(sayings) == 5
    assert all(saying["text"] and saying["start"] < saying["end"] for saying in sayings)


@pytest.fixture(scope="module")
def contested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_shelf(tmp_path_factory.mktemp("contested")) as archive:
        fill_contested(archive)
        yield archive


def test_what_is_their_own_comes_first_and_what_most_ascribe_to_others_last(contested: Archive) -> None:
    (quay,) = load_spoken(contested, "Ilse Corvay").stories
    first, *_, last = quay.utterances
    assert {saying.speaker for saying in first.sayings} == {"Ilse Corvay"}
    assert all("piles" in saying.text for saying in first.sayings)
    assert [saying.speaker for saying in last.sayings].count("Nereid") == 2
    (own,) = [one for one in load_spoken(contested, "Nereid").stories[0].utterances if "tide" in one.title]
    assert len(own.sayings) == 3


def test_words_within_other_words_of_a_report_stand_once(contested: Archive) -> None:
    (quay,) = load_spoken(contested, "Ilse Corvay").stories
    calls = [saying for one in quay.utterances for saying in one.sayings if "calls" in saying.text]
    assert {saying.text for saying in calls} == {"calls to shut the harbour"}
    assert len(calls) == len({saying.printing.report for saying in calls}) == 3
