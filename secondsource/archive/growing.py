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

        `supersedes` is the report in whose place it stands: an earlier version of the same article, or itself.
        """
        drawn = sketch(reading, self._settings.group)
        found_by = keys(drawn, self._settings.group)
        near = self._near(drawn, found_by, supersedes)
        placement = self._place(drawn, near)
        if supersedes:
            neighbours.remove_sketch(self._connection, supersedes)
        neighbours.save_sketch(self._connection, drawn, found_by, self._maker)
        self._apply(placement, near, drawn)
        return placement.story

    def draw(self, reading: Reading) -> None:
        """Draw the sketch of a report again; its story stays what it is."""
        drawn = sketch(reading, self._settings.group)
        neighbours.replace_sketch(self._connection, drawn, keys(drawn, self._settings.group), self._maker)

    def place_again(self, report: str) -> str:
        """Have a report find its place again; the id of its story."""
        drawn = neighbours.load_sketch(self._connection, report)
        near = self._near(drawn, keys(drawn, self._settings.group), report)
        placement = self._place(drawn, near)
        neighbours.mark_placed(self._connection, report, self._maker)
        if placement.members or placement.gone:
            self._apply(placement, near, drawn)
        return placement.story

    def leave(self, report: str) -> None:
        """Take a report out of its story; a story without reports ceases to be."""
        story = stories.stories_of(self._connection, [report])[report]
        held = neighbours.load_sketches(self._connection, [story])[story]
        remaining = [one for one in held if one.report != report]
        neighbours.remove_sketch(self._connection, report)
        if remaining:
            self._save(story, remaining)
        else:
            stories.remove_story(self._connection, story)

    def _place(self, drawn: Sketch, near: dict[str, list[Sketch]]) -> Placement:
        rulings = self._rulings
        locked = [
            story for story, held in near.items() if any(one.report in lock for lock in rulings.locked for one in held)
        ]
        return place(
            drawn,
            near,
            self._settings.group,
            together=rulings.together,
            apart=rulings.apart,
            locked=locked,
            taken=Taken(self._connection),
        )

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
            self._save(story, [sketch_of[report] for report in members])
        for story in placement.gone:
            stories.remove_story(self._connection, story)

    def _save(self, story: str, held: list[Sketch]) -> None:
        title, day = describe(held)
        titles = self._rulings.titles
        ruled = [titles[one.report] for one in held if one.report in titles]
        members = [one.report for one in held]
        stories.save_story(self._connection, story, members, ruled[-1] if ruled else title, day, self._at)
