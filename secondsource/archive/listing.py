"""What is listed of a judged story in rows, so that whoever asks of many stories need not open each."""

from collections.abc import Mapping
from datetime import datetime

from secondsource.archive.disputes import find_disputes
from secondsource.archive.scenes import find_scenes
from secondsource.archive.voices import find_voices
from secondsource.model.findings import JudgedStory
from secondsource.model.reports import Report
from secondsource.model.stories import Story
from secondsource.store.judgements import Listed


def find_listed(judged: JudgedStory, arrivals: Mapping[str, str]) -> Listed:
    """The rows of a story. `arrivals` says when each of its reports was added (ISO 8601)."""
    return Listed(
        find_disputes(judged, arrivals),
        find_scenes(judged.story),
        find_voices(judged),
        find_hours(judged.story),
    )


def find_hours(story: Story) -> dict[str, float]:
    """How many hours after the first outlet of the story each report came out, as far as that is known.

    Nothing where the hour of fewer than two outlets is known, for then nobody came first.
    """
    moments = {
        reading.report.id: moment for reading in story.readings if (moment := came_out_at(reading.report)) is not None
    }
    outlets = {reading.report.outlet for reading in story.readings if reading.report.id in moments}
    if len(outlets - {None}) < 2:
        return {}
    first = min(moments.values())
    return {report: round((moment - first).total_seconds() / 3600, 2) for report, moment in moments.items()}


def came_out_at(report: Report) -> datetime | None:
    """The instant at which a report came out: as it says itself, or else at which it was fetched on that very day.

    A page that was fetched on a later day may have stood there long: nothing is known then.
    """
    told = read_instant(report.published_at)
    if told is not None or report.fetched_at is None:
        return told
    return read_instant(report.fetched_at) if report.fetched_at[:10] == report.published_on else None


def read_instant(moment: str | None) -> datetime | None:
    """An instant out of ISO 8601; None for a bare day, and for one whose zone is not known."""
    if moment is None or len(moment) <= len("2024-06-19"):
        return None
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return read if read.tzinfo else None
