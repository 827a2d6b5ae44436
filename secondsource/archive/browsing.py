"""The list of an archive's stories, a page at a time."""

from secondsource.archive.archives import Archive
from secondsource.archive.cursors import cut, from_cursor
from secondsource.errors import MissingError
from secondsource.model.listings import ListedStory, StoryFilter, StoryPage
from secondsource.model.queries import HitReport
from secondsource.model.slices import Slice
from secondsource.model.stories import StorySummary
from secondsource.store import browsing, stories
from secondsource.store.searches import load_found_reports
from secondsource.store.sentences import find_numbers


def list_stories(archive: Archive, asked: StoryFilter, since: str, *, most: int, after: int = 0) -> StoryPage:
    """Up to `most` of the stories asked for, from place `after` on; what came after `since` (ISO 8601) is new."""
    with archive.database.reading() as connection:
        found = browsing.find_stories(connection, asked, most + 1, after)
        ids = [one.id for one in found[:most]]
        places = browsing.load_scenes(connection, ids)
        disputes = browsing.load_disputes(connection, ids)
        outlets = browsing.count_outlets(connection, ids)
        agencies = browsing.count_agencies(connection, ids)
        new = browsing.count_new(connection, ids, since)
        unknown = () if found else tuple(browsing.find_unknown_names(connection, asked))
    listed = tuple(
        ListedStory(
            one,
            places=tuple(places.get(one.id, ())),
            outlets=tuple(outlets.get(one.id, ())),
            agencies=tuple(agencies.get(one.id, ())),
            disputes=tuple(disputes.get(one.id, ())),
            new_reports=new.get(one.id, 0),
            new_disputes=sum(other.found_at > since for other in disputes.get(one.id, ())),
        )
        for one in found[:most]
    )
    return StoryPage(listed, len(found) > most, unknown)


def load_waiting(archive: Archive, story_id: str) -> tuple[StorySummary, tuple[HitReport, ...]]:
    """A story in short, and its reports, as far as can be told before it was judged.

    Raises MissingError when there is no story with this id.
    """
    with archive.database.reading() as connection:
        if not stories.has_story(connection, story_id):
            raise MissingError(f"there is no story {story_id}")
        numbers = find_numbers(connection, stories.members_of(connection, story_id))
        found = load_found_reports(connection, list(numbers.values()))
        return stories.load_story(connection, story_id), tuple(found[number].told for number in numbers.values())


def slice_stories(archive: Archive, asked: StoryFilter, *, most: int, after: str | None = None) -> Slice[StorySummary]:
    """Up to `most` of the stories asked for, behind the slice whose `next` is `after`; the latest first.

    A story that changes meanwhile stands at the head of the list again, and is not met further down.
    """
    keys = from_cursor(after, 2)
    with archive.database.reading() as connection:
        found = browsing.find_story_slice(connection, asked, most + 1, (keys[0], keys[1]) if keys else None)
    return cut(found, most, lambda one: (_day_of(one, asked), one.id))


def slice_stories_by_id(
    archive: Archive, asked: StoryFilter, *, most: int, after: str | None = None
) -> Slice[StorySummary]:
    """The same in the order of their ids, which nothing that comes meanwhile changes."""
    keys = from_cursor(after, 1)
    with archive.database.reading() as connection:
        found = browsing.find_story_slice_by_id(connection, asked, most + 1, keys[0] if keys else None)
    return cut(found, most, lambda one: (one.id,))


def _day_of(story: StorySummary, asked: StoryFilter) -> str:
    return story.changed_at if asked.order == "changed" else story.happened_on or ""
