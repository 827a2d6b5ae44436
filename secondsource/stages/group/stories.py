"""Which reports tell of one event: readings come in, stories come out."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from secondsource.model.dates import PartialDate
from secondsource.model.ids import digest
from secondsource.model.readings import Reading
from secondsource.model.stories import Story
from secondsource.settings import Group
from secondsource.stages.group.clusters import cluster
from secondsource.stages.group.likeness import Matrix, measure, nearness


def group(readings: Sequence[Reading], settings: Group = Group()) -> tuple[Story, ...]:  # noqa: B008
    """Put readings of one event together; each is in one story. Stories stand in the order of their first reading."""
    if not readings:
        return ()
    likeness = measure(readings, settings)
    dated = likeness * nearness(readings, settings)
    members = cluster(dated, settings.least_likeness)
    return tuple(_tell(tuple(readings[i] for i in group), _central(likeness, group)) for group in members)


def _central(likeness: Matrix, members: Sequence[int]) -> int:
    """Index within `members` of the report most like the others; the earliest given, among equals."""
    among = likeness[np.ix_(members, members)]
    return int(np.argmax(np.round(among.sum(axis=1), 9)))


def _tell(readings: tuple[Reading, ...], central: int) -> Story:
    return Story(
        id=digest("story", *sorted(reading.report.id for reading in readings)),
        title=_title(readings[central]),
        happened_on=find_day(readings),
        readings=readings,
    )


def _title(reading: Reading) -> str:
    """The report's own title, else its first sentence, else its place."""
    if reading.report.title:
        return " ".join(reading.report.title.split())
    if reading.sentences:
        return " ".join(reading.sentences[0].of(reading.report.text).split())
    return reading.report.place


def find_day(readings: Sequence[Reading]) -> str | None:
    """The day that more than half of the reports name, else the day of the earliest report, else None.

    Among days that as many reports name, it is the one that they name sooner.
    """
    votes: Counter[str] = Counter()
    lateness: Counter[str] = Counter()
    for reading in readings:
        named = list(dict.fromkeys(time.value[:10] for time in reading.times if _is_day(time.value[:10])))
        votes.update(named)
        lateness.update({day: place for place, day in enumerate(named)})
    day = min(votes, key=lambda named: (-votes[named], lateness[named], named), default=None)
    if day is not None and votes[day] > len(readings) / 2:
        return day
    return min((reading.report.published_on for reading in readings if reading.report.published_on), default=None)


def _is_day(value: str) -> bool:
    known = PartialDate.from_edtf(value)
    return known is not None and known.is_day
