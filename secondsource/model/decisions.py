"""Decisions: what a person rules over the machine's head, and the ties between reports that decisions come to."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

DecisionKind = Literal["merge", "split", "lock", "rename", "not a copy", "same source"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling. It names reports, not stories, for stories come and go; a report stands for all its versions.

    | kind | what it says |
    |---|---|
    | merge | `reports` and `others` are of one story |
    | split | none of `reports` is of one story with any of `others`; `reports` are of one story |
    | lock | the story of `reports` is those reports, no fewer and no more |
    | rename | the story that has most of `reports` is called `title` |
    | not a copy | none of `reports` goes back to one text with any of `others` |
    | same source | `reports` go back to one text |
    """

    kind: DecisionKind
    reports: tuple[str, ...]
    others: tuple[str, ...] = ()
    title: str | None = None


@dataclass(frozen=True, slots=True)
class LoggedDecision:
    """A decision with its number, who made it and when (ISO 8601), and who undid it and when, if anybody did."""

    number: int
    decision: Decision
    made_by: str
    made_at: str
    undone_by: str | None = None
    undone_at: str | None = None

    @property
    def ruled(self) -> str:
        """Who made it, on which day."""
        return f"ruled by {self.made_by} on {self.made_at[:10]}"


@dataclass(frozen=True, slots=True)
class Bond:
    """Reports that belong together, and the decision that says so."""

    made: LoggedDecision
    reports: tuple[str, ...]

    def without(self, leaving: Collection[str]) -> "tuple[Bond, ...]":
        """What is left when some leave; the bond as it is when all leave together."""
        staying = tuple(report for report in self.reports if report not in leaving)
        if not staying or len(staying) == len(self.reports):
            return (self,)
        return (Bond(self.made, staying),) if len(staying) > 1 else ()


@dataclass(frozen=True, slots=True)
class Rift:
    """Reports none of which belongs with any of `others`, and the decision that says so."""

    made: LoggedDecision
    reports: tuple[str, ...]
    others: tuple[str, ...]

    def without(self, group: Collection[str]) -> "tuple[Rift, ...]":
        """What is left when nothing parts the reports of a group any more."""
        inside, outside = ([one for one in self.reports if (one in group) == held] for held in (True, False))
        others = tuple(other for other in self.others if other not in group)
        if not inside or len(others) == len(self.others):
            return (self,)
        left = (Rift(self.made, tuple(inside), others), Rift(self.made, tuple(outside), self.others))
        return tuple(rift for rift in left if rift.reports and rift.others)


@dataclass(frozen=True, slots=True)
class Ties:
    """Which reports belong together and which do not, as far as people ruled; bonds and rifts contradict no others.

    Of decisions that contradict each other the later holds, and of the earlier what is left.
    """

    bonds: tuple[Bond, ...] = ()
    rifts: tuple[Rift, ...] = ()

    def bound_with(self, reports: Iterable[str]) -> frozenset[str]:
        """These reports and all that belong with them."""
        found = set(reports)
        ahead = list(self.bonds)
        while reached := [bond for bond in ahead if not found.isdisjoint(bond.reports)]:
            found.update(report for bond in reached for report in bond.reports)
            ahead = [bond for bond in ahead if bond not in reached]
        return frozenset(found)

    @property
    def widened(self) -> "Ties":
        """The same, each rift lying between all that belong with either of its sides."""
        wide = (Rift(r.made, self._with(r.reports), self._with(r.others)) for r in self.rifts)
        return Ties(self.bonds, tuple(wide))

    def _with(self, reports: tuple[str, ...]) -> tuple[str, ...]:
        return (*reports, *sorted(self.bound_with(reports).difference(reports)))

    def bind(self, made: LoggedDecision, reports: Iterable[str]) -> "Ties":
        """The ties once a later decision says that these reports belong together."""
        bond = Bond(made, tuple(dict.fromkeys(reports)))
        group = self.bound_with(bond.reports)
        rifts = tuple(left for rift in self.rifts for left in rift.without(group))
        return Ties((*self.bonds, bond), rifts)

    def part(self, made: LoggedDecision, reports: Iterable[str], others: Iterable[str]) -> "Ties":
        """The ties once a later decision says that none of these reports belongs with any of the others."""
        rift = Rift(made, tuple(dict.fromkeys(reports)), tuple(dict.fromkeys(others)))
        torn = self.bound_with(rift.reports)
        bonds = self.bonds
        if not torn.isdisjoint(rift.others):
            bonds = tuple(left for bond in bonds for left in bond.without(rift.reports))
        return Ties(bonds, (*self.rifts, rift))

    def changed_by(self, later: "Ties") -> tuple[int, ...]:
        """Numbers of the decisions of which less is left in the later ties."""
        left: set[Bond | Rift] = {*later.bonds, *later.rifts}
        ties: tuple[Bond | Rift, ...] = (*self.bonds, *self.rifts)
        return tuple(sorted({tie.made.number for tie in ties if tie not in left}))


NOTHING_RULED = Ties()
