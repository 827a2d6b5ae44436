"""How the archive's stories grow: a report finds its neighbours and its place, and nothing else moves."""

from dataclasses import replace

from secondsource.archive.makers import maker
from secondsource.archive.rulings import Rulings
from secondsource.model.readings import Reading
from secondsource.model.sketches import Placement, Sketch
from secondsource.settings import Settings
from secondsource.stages.group.growth import place
from secondsource.stages.group.sketches import keys, sketch
from secondsource.stages.group.stories import describe
from secondsource.store import neighbours, stories
from secondsource.store.database import Transaction


class Taken:
    """The ids that stories have, asked of the database one by one."""

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    def __contains__(self, story_id: object) -> bool:
        return isinstance(story_id, str) and stories.has_story(self._connection, story_id)


class Growth:
    """Puts reports into stories, one after the other, within one transaction."""

    def __init__(self, connection: Transaction, rulings: Rulings, settings: Settings, at: str) -> None:
        self._connection = connection
        self._rulings = rulings
        self._settings = settings
        self._at = at
        self._maker = maker("group", settings)

    def enter(self, reading: Reading, supersedes: str | None = None) -> str:
        """Put a stored report into the story that it belongs to; the story's id.

        `supersedes` is the report that was the latest version of the same article: the new one stands in its place.
        """
        drawn, knobs = sketch(reading, self._settings.group), self._settings.group
        found_by = keys(drawn, knobs)
        near = self._near(drawn, found_by, supersedes)
        rulings = self._rulings
        locked = [
            story for story, held in near.items() if any(one.report in lock for lock in rulings.locked for one in held)
        ]
        placement = place(
            drawn,
            near,
            knobs,
            together=rulings.together,
            apart=rulings.apart,
            locked=locked,
            taken=Taken(self._connection),
        )
        if supersedes:
            neighbours.remove_sketch(self._connection, supersedes)
        neighbours.save_sketch(self._connection, drawn, found_by, self._maker)
        self._apply(placement, near, drawn)
        return placement.story

    def _near(self, drawn: Sketch, found_by: neighbours.Keys, supersedes: str | None) -> dict[str, list[Sketch]]:
        """The stories that the report may touch, with their sketches, the oldest story first."""
        knobs = self._settings.group
        alike = neighbours.find_neighbours(self._connection, found_by, knobs.nearest, knobs.entries)
        tied = [one if other == drawn.report else other for one, other in self._rulings.together
                if drawn.report in (one, other)]  # fmt: skip
        asked = [*alike, *tied, *([supersedes] if supersedes else [])]
        touched = set(stories.stories_of(self._connection, asked).values())
        near = neighbours.load_sketches(self._connection, sorted(touched))
        return {
            story: [replace(one, report=drawn.report) if one.report == supersedes else one for one in held]
            for story, held in near.items()
        }

    def _apply(self, placement: Placement, near: dict[str, list[Sketch]], drawn: Sketch) -> None:
        sketch_of = {one.report: one for held in near.values() for one in held} | {drawn.report: drawn}
        same = {placement.story: tuple(one.report for one in near.get(placement.story, []))}
        for story, members in (same | dict(placement.members)).items():
            title, day = describe([sketch_of[report] for report in members])
            ruled = [self._rulings.titles[report] for report in members if report in self._rulings.titles]
            stories.save_story(self._connection, story, members, ruled[-1] if ruled else title, day, self._at)
        for story in placement.gone:
            stories.remove_story(self._connection, story)
