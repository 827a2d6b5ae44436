"""Rulings: what people decided of a story's reports, that the texts of two of them are one or have nothing in common.

Whatever the machine measures, reports that are bonded stand in one lineage, and those with a rift between them do not.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from secondsource.model.decisions import NOTHING_RULED, Bond, Rift, Ties
from secondsource.model.stories import Derivation, Lineage, Stemma

Pair = tuple[int, int]

JOINED = 0.999
"""Belief that two reports go back to one text when a person says so."""


class Rulings:
    """What was ruled of a story's texts, given by their places."""

    def __init__(self, ties: Ties, place_of: Mapping[str, int]) -> None:
        self.joined: frozenset[Pair] = frozenset(
            (min(pair), max(pair))
            for bond in ties.bonds
            for pair in combinations(sorted({place_of[report] for report in bond.reports if report in place_of}), 2)
        )
        self.parted: frozenset[Pair] = frozenset(
            (min(one, other), max(one, other))
            for rift in ties.rifts
            for one in (place_of[report] for report in rift.reports if report in place_of)
            for other in (place_of[report] for report in rift.others if report in place_of)
        )

    def believe(self, one: int, other: int, score: float) -> float:
        """The belief that one text lies behind two reports, `score` being what was measured."""
        pair = (min(one, other), max(one, other))
        if pair in self.parted:
            return 0.0
        return JOINED if pair in self.joined else score

    def parts(self, left: Collection[int], right: Collection[int]) -> bool:
        """Whether any of these was ruled to have nothing in common with any of those."""
        return any((one in left and other in right) or (other in left and one in right) for one, other in self.parted)

    def is_parted(self, place: int) -> bool:
        """Whether it was ruled of this text that it does not go back to some other."""
        return any(place in pair for pair in self.parted)

    def joined_with(self, place: int) -> frozenset[int]:
        """The texts that this one was ruled to go back to one text with."""
        return frozenset(other for pair in self.joined if place in pair for other in pair if other != place)


UNRULED = Rulings(NOTHING_RULED, {})


def part_alike(places: Sequence[int], ids: Sequence[str], ties: Ties) -> list[list[int]]:
    """Reports with the same text, in groups within which nobody ruled that one is no copy of another."""
    leaving = {report for rift in ties.rifts for report in rift.reports}
    groups: list[list[int]] = []
    for place in sorted(places, key=lambda place: (ids[place] in leaving, place)):
        free = (group for group in groups if not any(_are_parted(ids[place], ids[other], ties) for other in group))
        group = next(free, None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    return groups


def say_rulings(stemma: Stemma, ties: Ties, name_of: Mapping[str, str]) -> Stemma:
    """The same, with what people ruled among the reasons, before all others."""
    if not ties.bonds and not ties.rifts:
        return stemma
    return replace(
        stemma,
        lineages=tuple(_explain_lineage(lineage, ties, name_of) for lineage in stemma.lineages),
        derivations=tuple(
            _explain_derivation(derivation, stemma.lineage_of(derivation.child), ties, name_of)
            for derivation in stemma.derivations
        ),
    )


def _explain_lineage(lineage: Lineage, ties: Ties, name_of: Mapping[str, str]) -> Lineage:
    touching = _about(lineage.reports, lineage.reports, ties)
    return replace(lineage, reasons=(*_say(touching, name_of), *lineage.reasons))


def _explain_derivation(derivation: Derivation, lineage: Lineage, ties: Ties, name_of: Mapping[str, str]) -> Derivation:
    whole = lineage.reports if derivation.parent == lineage.id else (derivation.parent,)
    touching = _about((derivation.child,), (derivation.child, *whole), ties)
    return replace(derivation, reasons=(*_say(touching, name_of), *derivation.reasons))


def _about(named: Collection[str], among: Collection[str], ties: Ties) -> Iterator[Bond | Rift]:
    """The rulings on one of `named`: bonds that hold it and another of `among`, and rifts on either side of it."""
    for bond in ties.bonds:
        if any(report in named for report in bond.reports) and sum(report in among for report in bond.reports) > 1:
            yield bond
    for rift in ties.rifts:
        if any(report in named for report in (*rift.reports, *rift.others)):
            yield rift


def _say(rulings: Iterator[Bond | Rift], name_of: Mapping[str, str]) -> Iterator[str]:
    for ruling in rulings:
        names = _names(ruling.reports, name_of)
        if isinstance(ruling, Bond):
            yield f"{ruling.made.ruled}: {names} go back to one text"
        else:
            yield f"{ruling.made.ruled}: {names} is no copy of {_names(ruling.others, name_of)}"


def _names(reports: Sequence[str], name_of: Mapping[str, str]) -> str:
    names = [name_of[report] for report in reports if report in name_of]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _are_parted(one: str, other: str, ties: Ties) -> bool:
    return any(
        (one in rift.reports and other in rift.others) or (other in rift.reports and one in rift.others)
        for rift in ties.rifts
    )
