"""An archive filled by hand: short reports read without a parser, put in one by one."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.model.reports import Addition, Document
from secondsource.pipeline import ReadReport
from secondsource.settings import Settings
from secondsource.store import stories
from tests.nouns import read, tell

FIRE = (
    "A fire destroyed the sawmill of Tannberg on Monday. Forty firefighters fought flames at the sawmill all night.",
    "The sawmill in Tannberg burned down on Monday. Firefighters could not save the sawmill from the flames.",
    "Firefighters fought flames at the Tannberg sawmill all night. The fire destroyed the sawmill on Monday.",
)
VOTE = (
    "Parliament in Oslavia rejected the pension bill on Tuesday. Deputies voted 61 to 58 against the pension reform.",
    "Deputies in Oslavia voted against the pension bill. The parliament rejected the pension reform by 61 to 58.",
    "The pension reform failed in the parliament of Oslavia. Deputies rejected the pension bill on Tuesday, 61 to 58.",
)
FLOOD = (
    "The river Morra flooded the harbour of Quillan on Friday. Boats sank in the harbour and the ferry was cancelled.",
    "Boats sank in Quillan when the Morra flooded the harbour. The ferry from the harbour was cancelled on Friday.",
)


def open_shelf(folder: Path, settings: Settings | None = None) -> Archive:
    """An empty archive whose clock goes a minute with every look at it."""
    start, minutes = datetime(2031, 5, 1, tzinfo=UTC), count()
    return Archive(folder, settings, make=True, now=lambda: (start + timedelta(minutes=next(minutes))).isoformat())


def put(archive: Archive, name: str, text: str, *, seen_at: str | None = None) -> Addition:
    """Store a report; the same name again is the same article again."""
    reading = read(name, text, day="2031-04-30")
    document = Document(f"{name}.txt", text.encode(), "text", fetched_at=seen_at)
    (became,) = store(archive, [Arrival(document, ReadReport(reading, tell(reading)))])
    assert isinstance(became, Addition)
    return became


def partition(archive: Archive) -> set[frozenset[str]]:
    """The reports of every story."""
    with archive.database.reading() as connection:
        listed = stories.load_stories(connection, 1000)
        return {frozenset(stories.members_of(connection, one.id)) for one in listed}


def story_of(archive: Archive, report: str) -> str:
    with archive.database.reading() as connection:
        return stories.stories_of(connection, [report])[report]


def title_of(archive: Archive, report: str) -> str:
    with archive.database.reading() as connection:
        return stories.load_story(connection, story_of(archive, report)).title
