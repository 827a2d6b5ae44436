"""Lineages: which reports go back to one text, their mash-ups included."""

from collections.abc import Mapping, Sequence

from secondsource.settings import Trace
from secondsource.stages.trace.borrowings import Borrowing
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.mashups import Mashup


def find_lineages(
    explained: Explanations, mashups: Mapping[int, Mashup], settings: Trace
) -> tuple[tuple[int, ...], ...]:
    """Groups of reports, by their places, in the story's order. A mash-up joins none: it stands with its main one.

    Where people ruled that two reports do not go back to one text, the reports between them go with the nearer one.
    """
    size = len(explained.tellings)
    whole = [place for place in range(size) if place not in mashups]
    group = list(range(size))
    links = [
        ((one, other) not in explained.rulings.joined, -explained.score(one, other), one, other)
        for one in whole
        for other in explained.kin(one, settings.least_kinship)
        if one < other and other not in mashups
    ]
    for *_, one, other in sorted(links):
        if not _is_barred(group, one, other, explained):
            _join(group, one, other)
    for mashup in sorted(mashups.values(), key=lambda m: m.report):
        _join(group, mashup.report, mashup.main)
    members: dict[int, list[int]] = {}
    for place in range(size):
        members.setdefault(_find(group, place), []).append(place)
    return tuple(tuple(places) for places in members.values())


def _join(group: list[int], one: int, other: int) -> None:
    first, second = _find(group, one), _find(group, other)
    group[max(first, second)] = min(first, second)


def _is_barred(group: list[int], one: int, other: int, explained: Explanations) -> bool:
    sides = {_find(group, one), _find(group, other)}
    return any({_find(group, left), _find(group, right)} == sides for left, right in explained.rulings.parted)


def _find(group: list[int], place: int) -> int:
    """The first place of the group that this one is in; the way there is made shorter in passing."""
    while group[place] != place:
        group[place] = group[group[place]]
        place = group[place]
    return place


def allow(
    lineages: Sequence[tuple[int, ...]], borrowings: Mapping[int, Borrowing], explained: Explanations
) -> Mapping[int, Borrowing]:
    """The borrowings that bring no two reports together of which people ruled that they do not belong together."""
    allowed = dict(borrowings)
    while True:
        home = {place: members for members in graft(lineages, allowed) for place in members}
        barred = [pair for pair in sorted(explained.rulings.parted) if home[pair[0]] == home[pair[1]]]
        if not barred:
            return allowed
        del allowed[next(place for place in barred[0] if place in allowed)]


def graft(lineages: Sequence[tuple[int, ...]], borrowings: Mapping[int, Borrowing]) -> tuple[tuple[int, ...], ...]:
    """The lineages with each report that only borrowed its quotes put where it has them from."""
    home = {place: lineage for lineage in lineages for place in lineage}
    joined: dict[tuple[int, ...], list[int]] = {lineage: [] for lineage in lineages if lineage[0] not in borrowings}
    for place, lineage in home.items():
        while lineage not in joined:
            lineage = home[borrowings[lineage[0]].source]
        joined[lineage].append(place)
    return tuple(sorted(tuple(sorted(members)) for members in joined.values()))
