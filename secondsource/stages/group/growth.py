"""How stories grow: a report comes in and joins, starts, bridges or splits stories; nothing else moves."""

from collections.abc import Collection, Container, Mapping, Sequence

from secondsource.model.sketches import Placement, Sketch
from secondsource.settings import Group
from secondsource.stages.group.clusters import cluster
from secondsource.stages.group.likeness import measure
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
    order in which they came. Where more reports are near than settings let be parted anew, only the newcomer moves.
    """
    home = next((story for story in stories if any(held.report == newcomer.report for held in stories[story])), None)
    if home is not None and home in locked:
        return Placement(home, {}, {})
    near = {
        story: [newcomer if held.report == newcomer.report else held for held in held_before]
        for story, held_before in stories.items()
        if story not in locked
    }
    touched = _reach(newcomer, near, together, settings)
    before = {story: [held.report for held in near[story]] for story in touched}
    if sum(map(len, before.values())) < settings.most_parted:
        pool = [held for story in touched for held in near[story]] + ([newcomer] if home is None else [])
        parts = _part(pool, together, apart, settings)
    else:
        parts = _join(newcomer, [near[story] for story in touched], together, apart, settings)
    return succeed(newcomer.report, before, parts, lambda story: story in stories or story in taken)


def _reach(newcomer: Sketch, near: Mapping[str, Sequence[Sketch]], together: Rulings, settings: Group) -> list[str]:
    """The stories that the newcomer may change: its own, those with a report like it, those ruled to go with them."""
    story_of = {held.report: story for story, sketches in near.items() for held in sketches}
    alike = measure([newcomer], [held for sketches in near.values() for held in sketches], settings)[0]
    reached = {story for story, value in zip(story_of.values(), alike, strict=True) if value >= settings.least_likeness}
    reached.add(story_of.setdefault(newcomer.report, newcomer.report))
    ties = [(story_of[one], story_of[other]) for one, other in together if one in story_of and other in story_of]
    while more := {end for tie in ties for end in tie if not reached.isdisjoint(tie)} - reached:
        reached |= more
    return [story for story in near if story in reached]


def _part(pool: Sequence[Sketch], together: Rulings, apart: Rulings, settings: Group) -> list[list[str]]:
    """The reports of the pool in groups that each tell of one event."""
    index = {held.report: number for number, held in enumerate(pool)}
    ruled = [[(index[one], index[other]) for one, other in pairs if one in index and other in index]
             for pairs in (together, apart)]  # fmt: skip
    alike = measure(pool, pool, settings) ** settings.sharpness
    groups = cluster(alike, settings.least_likeness**settings.sharpness, *ruled)
    return [[pool[number].report for number in group] for group in groups]


def _join(
    newcomer: Sketch, stories: Sequence[Sequence[Sketch]], together: Rulings, apart: Rulings, settings: Group
) -> list[list[str]]:
    """The stories as they are, but with the newcomer where it was ruled to be, or else is most alike, or alone."""
    kept = [[held for held in story if held.report != newcomer.report] for story in stories]
    friends, foes = (_partners(newcomer.report, pairs) for pairs in (together, apart))

    def fits(story: Sequence[Sketch]) -> tuple[bool, float]:
        """Whether it was ruled to be there, and how like it is to the story; below nothing where it must not be."""
        reports = {held.report for held in story}
        if not story or not foes.isdisjoint(reports):
            return False, -1.0
        alike = measure([newcomer], story, settings) ** settings.sharpness
        return not friends.isdisjoint(reports), float(alike.mean())

    fit = [fits(story) for story in kept]
    best = max(range(len(fit)), key=lambda number: fit[number])
    parts = [[held.report for held in story] for story in kept]
    if fit[best] >= (False, settings.least_likeness**settings.sharpness):
        parts[best].append(newcomer.report)
    else:
        parts.append([newcomer.report])
    return [part for part in parts if part]


def _partners(report: str, pairs: Rulings) -> set[str]:
    return {end for pair in pairs if report in pair for end in pair} - {report}
