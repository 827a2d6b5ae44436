"""How the archive's stories grow: a report finds its neighbours and its place, and nothing else moves."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from secondsource.archive.makers import maker
from secondsource.archive.rulings import Rulings, load_rulings
from secondsource.model.readings import Reading
from secondsource.model.sketches import Placement, Sketch
from secondsource.settings import Settings
from secondsource.stages.group.growth import place
from secondsource.stages.group.likeness import measure
from secondsource.stages.group.sketches import keys, sketch
from secondsource.stages.group.stories import describe
from secondsource.stages.group.successions import succeed
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
        if supersedes not in (None, reading.report.id):
            self._rulings = load_rulings(self._connection)  # what was ruled of the earlier version now names this one
        drawn = sketch(reading, self._settings.group)
        found_by = keys(drawn, self._settings.group)
        near = self._near(drawn, found_by, supersedes)
        placement = self._place(drawn, near)
        if supersedes:
            neighbours.remove_sketch(self._connection, supersedes)
        neighbours.save_sketch(self._connection, drawn, found_by, self._maker)
        self._apply(placement, near, drawn)
        return placement.story

    def foresee(self, reading: Reading) -> list[str]:
        """The reports that a report which is not stored would be in a story with, the nearest first."""
        drawn = sketch(reading, self._settings.group)
        found_by = keys(drawn, self._settings.group)
        near = self._near(drawn, found_by, None)
        placement = self._place(drawn, near)
        company = [report for report in placement.members[placement.story] if report != drawn.report]
        knobs = self._settings.group
        alike = neighbours.find_neighbours(self._connection, found_by, knobs.nearest, knobs.entries)
        return [report for report in alike if report in company] + [one for one in company if one not in alike]

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
            self._entitle([story])
        else:
            stories.remove_story(self._connection, story)

    def arrange(self, groups: Sequence[Sequence[str]]) -> list[str]:
        """Make each of these groups a story of its own: all reports of the stories that they are in; their ids."""
        asked = [report for group in groups for report in group]
        touched = sorted(set(stories.stories_of(self._connection, asked).values()))
        near = neighbours.load_sketches(self._connection, touched)
        before = {story: [one.report for one in held] for story, held in near.items()}
        placement = succeed(asked[0], before, groups, Taken(self._connection).__contains__)
        self._apply(placement, near)
        story_of = stories.stories_of(self._connection, [group[0] for group in groups])
        return [story_of[group[0]] for group in groups]

    def part(self, reports: Sequence[str], others: Sequence[str]) -> None:
        """Part a story into these reports and those; whoever has come since goes with those it is more like.

        A story that is locked, or that another ruling holds together, stays whole.
        """
        story_of = stories.stories_of(self._connection, [*reports, *others])
        tied = self._rulings.stories.bound_with(reports)
        if not tied.isdisjoint(others) or any(self._rulings.lock_of(report) for report in story_of):
            return
        for story in sorted({story_of[one] for one in reports if one in story_of}):
            held = neighbours.load_sketches(self._connection, [story])[story]
            sides = [[one for one in held if one.report in named] for named in (reports, others)]
            if not all(sides):
                continue
            parts = [[one.report for one in side] for side in sides]
            for late in (one for one in held if one.report not in reports and one.report not in others):
                likeness = [measure([late], side, self._settings.group).mean() for side in sides]
                parts[likeness.index(max(likeness))].append(late.report)
            self.arrange(parts)

    def join(self, reports: Sequence[str]) -> None:
        """Make the stories of these reports one, unless one is locked or another ruling keeps some of them apart."""
        touched = sorted(set(stories.stories_of(self._connection, reports).values()))
        held = [one.report for story in neighbours.load_sketches(self._connection, touched).values() for one in story]
        if not self._rulings.apart(set(held)) and not any(map(self._rulings.lock_of, held)):
            self.arrange([held])

    def entitle(self, story: str) -> None:
        """Call a story what a person called it, or else what the machine does."""
        title, _ = describe(neighbours.load_sketches(self._connection, [story])[story])
        stories.rename_story(self._connection, story, title)
        self._entitle([story])

    def _place(self, drawn: Sketch, near: dict[str, list[Sketch]]) -> Placement:
        rulings, taken = self._rulings, Taken(self._connection)
        if lock := rulings.lock_of(drawn.report):
            return _place_locked(drawn.report, lock, near, taken)
        pool = {drawn.report, *(one.report for held in near.values() for one in held)}
        return place(
            drawn,
            near,
            self._settings.group,
            together=rulings.together(pool),
            apart=rulings.apart(pool),
            locked=[story for story, held in near.items() if any(rulings.lock_of(one.report) for one in held)],
            taken=taken,
        )

    def _near(self, drawn: Sketch, found_by: neighbours.Keys, supersedes: str | None) -> dict[str, list[Sketch]]:
        """The stories that the report may touch, with their sketches, the oldest story first."""
        knobs = self._settings.group
        alike = neighbours.find_neighbours(self._connection, found_by, knobs.nearest, knobs.entries)
        tied = self._rulings.stories.bound_with([drawn.report])
        asked = [*alike, *tied, *([supersedes] if supersedes else [])]
        touched = set(stories.stories_of(self._connection, asked).values())
        near = neighbours.load_sketches(self._connection, sorted(touched))
        return {
            story: [replace(one, report=drawn.report) if one.report == supersedes else one for one in held]
            for story, held in near.items()
        }

    def _apply(self, placement: Placement, near: dict[str, list[Sketch]], *drawn: Sketch) -> None:
        sketch_of = {one.report: one for held in near.values() for one in held} | {one.report: one for one in drawn}
        same = {placement.story: tuple(one.report for one in near.get(placement.story, []))}
        changed = same | dict(placement.members)
        for story, members in changed.items():
            self._save(story, [sketch_of[report] for report in members])
        for story in placement.gone:
            stories.remove_story(self._connection, story)
        self._entitle(list(changed))

    def _save(self, story: str, held: list[Sketch]) -> None:
        title, day = describe(held)
        stories.save_story(self._connection, story, [one.report for one in held], title, day, self._at)

    def _entitle(self, changed: list[str]) -> None:
        """Give these stories the titles that people gave them: a title goes with most of the reports it was given."""
        for reports, title in self._rulings.titles:
            story_of = stories.stories_of(self._connection, reports)
            held = Counter(story_of[report] for report in reports if report in story_of)
            if held and held.most_common(1)[0][0] in changed:
                stories.rename_story(self._connection, held.most_common(1)[0][0], title)


def _place_locked(
    newcomer: str, lock: Sequence[str], near: dict[str, list[Sketch]], taken: Container[str]
) -> Placement:
    """The newcomer's place with those that it is locked together with; whoever else is with them must leave."""
    before = {
        story: [one.report for one in held] for story, held in near.items() if any(one.report in lock for one in held)
    }
    held = [report for reports in before.values() for report in reports]
    inside = [report for report in held if report in lock]
    parts = [inside if newcomer in inside else [*inside, newcomer], [report for report in held if report not in lock]]
    return succeed(newcomer, before, [part for part in parts if part], taken.__contains__)
