"""Which reports tell of one event: readings come in, stories come out."""

from collections import Counter
from collections.abc import Mapping, Sequence

from secondsource.model.ids import digest
from secondsource.model.readings import Reading
from secondsource.model.sketches import Sketch
from secondsource.model.stories import Story
from secondsource.settings import Group
from secondsource.stages.group.growth import place
from secondsource.stages.group.index import Index
from secondsource.stages.group.sketches import sketch


def group(readings: Sequence[Reading], settings: Group = Group()) -> tuple[Story, ...]:  # noqa: B008
    """Put readings of one event together; each is in one story. Stories stand in the order of their first reading.

    The order of the readings does not matter to what they are grouped into. Their reports have ids of their own.
    """
    sketches = {reading.report.id: sketch(reading, settings) for reading in readings}
    story_of = _grow(sketches, settings)
    told: dict[str, list[Reading]] = {}
    for reading in readings:
        told.setdefault(story_of[reading.report.id], []).append(reading)
    return tuple(_tell(held, [sketches[reading.report.id] for reading in held]) for held in told.values())


def describe(sketches: Sequence[Sketch]) -> tuple[str, str | None]:
    """What a story with these reports is called, and the day (EDTF) on which it happened."""
    return _central(sketches).title, find_day(sketches)


def find_day(sketches: Sequence[Sketch]) -> str | None:
    """The day that more than half of the reports name, else the day of the earliest report, else None.

    Among days that as many reports name, it is the one that they name sooner.
    """
    votes: Counter[str] = Counter()
    lateness: Counter[str] = Counter()
    for held in sketches:
        votes.update(held.days)
        lateness.update({day: place for place, day in enumerate(held.days)})
    day = min(votes, key=lambda named: (-votes[named], lateness[named], named), default=None)
    if day is not None and votes[day] > len(sketches) / 2:
        return day
    return min((held.published_on for held in sketches if held.published_on), default=None)


def _grow(sketches: Mapping[str, Sketch], settings: Group) -> dict[str, str]:
    """The story of each report, as it grows from one report to the next, the earliest first."""
    index, story_of, members = Index(settings), dict[str, str](), dict[str, tuple[str, ...]]()
    for newcomer in sorted(sketches.values(), key=lambda held: (held.published_on or "", held.report)):
        near = dict.fromkeys(story_of[report] for report in index.near(newcomer))
        placed = place(newcomer, {story: [sketches[report] for report in members[story]] for story in near}, settings)
        for story in placed.gone:
            del members[story]
        members.update(placed.members)
        story_of.update((report, story) for story, held in placed.members.items() for report in held)
        index.add(newcomer)
    return story_of


def _central(sketches: Sequence[Sketch]) -> Sketch:
    """The report most like the others; the earliest given, among equals."""
    total: Counter[str] = Counter()
    for held in sketches:
        total.update(held.words)
    return max(sketches, key=lambda held: sum(weight * total[word] for word, weight in held.words.items()))


def _tell(readings: Sequence[Reading], sketches: Sequence[Sketch]) -> Story:
    title, day = describe(sketches)
    return Story(
        id=digest("story", *sorted(held.report for held in sketches)),
        title=title,
        happened_on=day,
        readings=tuple(readings),
    )
