"""Lineages as trees: which report hangs below which, and in what order a drawing walks through them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.reports import Report
from secondsource.model.stories import Derivation, Lineage, Stemma


@dataclass(frozen=True, slots=True)
class Place:
    """A report, or a lost original, in the tree of its lineage.

    `id` is a report's id, or the lineage's for its lost original; `derivation` is how it came from `parent`, None where
    that is not told.
    """

    id: str
    parent: str | None
    derivation: Derivation | None
    is_lost: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """A lineage, parents before children. `side` are derivations that a tree cannot hold: a mash-up's other parents."""

    lineage: Lineage
    places: tuple[Place, ...]
    side: tuple[Derivation, ...]


def grow_trees(stemma: Stemma, reports: Sequence[Report]) -> tuple[Tree, ...]:
    """One tree a lineage. Reports with the same parent stand in the order of their publication, then of the story."""
    order = {
        report.id: (known_moment(report) is None, known_moment(report) or "", place)
        for place, report in enumerate(reports)
    }
    return tuple(_grow(lineage, stemma.derivations, order) for lineage in stemma.lineages)


def known_moment(report: Report) -> str | None:
    """When the report was published, or else updated, if it says so: ISO 8601, so that earlier sorts before later."""
    return report.published_at or report.updated_at


def _grow(lineage: Lineage, derivations: Sequence[Derivation], order: Mapping[str, tuple[bool, str, int]]) -> Tree:
    members = sorted((report for report in lineage.reports if report in order), key=order.__getitem__)
    top = lineage.id if lineage.lost_original else lineage.root or (members[0] if members else lineage.id)
    main: dict[str, Derivation] = {}
    side = []
    for derivation in sorted(derivations, key=lambda derivation: (-derivation.score, derivation.parent)):
        if derivation.child not in members:
            continue
        within = derivation.parent == top or derivation.parent in members
        if within and derivation.child not in main and derivation.child != top:
            main[derivation.child] = derivation
        else:
            side.append(derivation)
    children: dict[str, list[str]] = {}
    for member in members:
        if member != top:
            parent = main[member].parent if member in main and not _circles(member, main) else top
            children.setdefault(parent, []).append(member)
    return Tree(lineage, tuple(_walk(top, children, main, lineage.lost_original)), tuple(side))


def _circles(start: str, main: Mapping[str, Derivation]) -> bool:
    """Whether going up from `start` comes back to something that was passed."""
    passed = set()
    here = start
    while here in main:
        if here in passed:
            return True
        passed.add(here)
        here = main[here].parent
    return False


def _walk(top: str, children: Mapping[str, Sequence[str]], main: Mapping[str, Derivation], lost: bool) -> list[Place]:
    places = [Place(top, None, None, lost)]
    waiting = [(child, top) for child in reversed(children.get(top, ()))]
    while waiting:
        report, parent = waiting.pop()
        derivation = main.get(report)
        told = derivation if derivation and derivation.parent == parent else None
        places.append(Place(report, parent, told, False))
        waiting += [(child, report) for child in reversed(children.get(report, ()))]
    return places
