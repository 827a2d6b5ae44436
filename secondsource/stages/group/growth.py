"""How stories grow: a report comes in and joins, starts, bridges or splits stories; nothing else moves."""

from collections.abc import Collection, Container, Mapping, Sequence

from secondsource.model.sketches import Placement, Sketch
from secondsource.settings import Group
from secondsource.stages.group.clusters import cluster
from secondsource.stages.group.likeness import likeness, measure
from secondsource.stages.group.successions import succeed

Rulings = Collection[tuple[str, str]]
"""Pairs of reports of which a person ruled something."""


def place(
    newcomer: Sketch,
    stories: Mapping[str, Sequence[Sketch]],
    settings: Group = Group(),  # noqa: B008
    *,
    together: Rulings = (),
    apart: Rulings = (),
    locked: Collection[str] = (),
    taken: Container[str] = (),
) -> Placement:
    """Say which story the newcomer belongs to, and what becomes of the stories near it (id → all their reports).

    `together` and `apart` are pairs of reports of which a person ruled that they are, or are not, of one story; a pair
    counts where both stand in what is given. `locked` stories neither gain, lose, merge nor split. Where a story has
    the newcomer already, it stands there in an older form and may leave. A story keeps its id with the part that has
    most of its reports (of equal parts, the one with the first report); stories that merge keep the id of the largest
    (of equals, the one named first). A new story gets an id that is not `taken`. Stories and reports are given in the
    order in which they came.
    """
    home = next((story for story in stories if any(held.report == newcomer.report for held in stories[story])), None)
    if home is not None and home in locked:
        return Placement(home, {}, {})
    near = {
        story: [newcomer if held.report == newcomer.report else held for held in held_before]
        for story, held_before in stories.items()
        if story not in locked
    }
    touched = _reach(newcomer, home, near, together, settings)
    pool = [held for story in touched for held in near[story]] + ([newcomer] if home is None else [])
    parts = _part(pool, together, apart, settings)
    before = {story: [held.report for held in near[story]] for story in touched}
    return succeed(newcomer.report, before, parts, lambda story: story in stories or story in taken)


def _reach(
    newcomer: Sketch, home: str | None, near: Mapping[str, Sequence[Sketch]], together: Rulings, settings: Group
) -> list[str]:
    """The stories that the newcomer may change: its own, those with a report like it, those ruled to go with them."""
    reached = {
        story
        for story, held in near.items()
        if story == home or any(likeness(newcomer, one, settings) >= settings.least_likeness for one in held)
    }
    story_of = {held.report: story for story, sketches in near.items() for held in sketches}
    story_of.setdefault(newcomer.report, newcomer.report)
    ties = [(story_of[one], story_of[other]) for one, other in together if one in story_of and other in story_of]
    reached.add(story_of[newcomer.report])
    while more := {end for tie in ties for end in tie if not reached.isdisjoint(tie)} - reached:
        reached |= more
    return [story for story in near if story in reached]


def _part(pool: Sequence[Sketch], together: Rulings, apart: Rulings, settings: Group) -> list[list[str]]:
    """The reports of the pool in groups that each tell of one event."""
    index = {held.report: number for number, held in enumerate(pool)}
    ruled = [[(index[one], index[other]) for one, other in pairs if one in index and other in index]
             for pairs in (together, apart)]  # fmt: skip
    groups = cluster(measure(pool, settings), settings.least_likeness, *ruled)
    return [[pool[number].report for number in group] for group in groups]
