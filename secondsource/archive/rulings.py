"""What people's decisions come to, for the stages that must respect them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.model.decisions import NOTHING_RULED, LoggedDecision, Ties
from secondsource.store.database import Transaction
from secondsource.store.decisions import load_decisions
from secondsource.store.reports import find_current

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions that hold, by what they rule; every report is named by its article's current version.

    `stories` says which reports are of one story and which are not, `locks` which stories are exactly these reports,
    `titles` what the story that has most of some reports is called (the last that fits holds), `sources` which reports
    go back to one text and which do not.
    """

    stories: Ties = NOTHING_RULED
    locks: tuple[tuple[str, ...], ...] = ()
    titles: tuple[tuple[tuple[str, ...], str], ...] = ()
    sources: Ties = NOTHING_RULED

    def with_decision(self, made: LoggedDecision) -> "Rulings":
        """The rulings once a later decision was made."""
        kind, reports, others = made.decision.kind, made.decision.reports, made.decision.others
        if kind == "merge":
            return replace(self, stories=self.stories.bind(made, (*reports, *others)))
        if kind == "split":
            return replace(self, stories=self.stories.bind(made, reports).part(made, reports, others))
        if kind == "lock":
            return replace(self, stories=self.stories.bind(made, reports), locks=(*self.locks, reports))
        if kind == "rename":
            return replace(self, titles=(*self.titles, (reports, made.decision.title or "")))
        if kind == "not a copy":
            return replace(self, sources=self.sources.part(made, reports, others))
        return replace(self, sources=self.sources.bind(made, reports))

    def lock_of(self, report: str) -> tuple[str, ...] | None:
        """The reports that are locked into one story with this one."""
        return next((lock for lock in reversed(self.locks) if report in lock), None)

    def together(self, reports: Collection[str]) -> list[Pair]:
        """Pairs that tie those of these reports that are of one story, as few as do so."""
        pairs: list[Pair] = []
        for bond in self.stories.bonds:
            held = [report for report in bond.reports if report in reports]
            pairs += [(held[0], other) for other in held[1:]]
        return pairs

    def apart(self, reports: Collection[str]) -> list[Pair]:
        """The pairs of these reports that are not of one story."""
        return [
            (one, other)
            for rift in self.stories.rifts
            for one in rift.reports
            for other in rift.others
            if one in reports and other in reports
        ]

    def sources_among(self, reports: Collection[str]) -> Ties:
        """What was ruled of the sources of these reports."""
        return Ties(
            tuple(
                replace(bond, reports=held)
                for bond in self.sources.bonds
                if len(held := _held(bond.reports, reports)) > 1
            ),
            tuple(
                replace(rift, reports=held, others=others)
                for rift in self.sources.rifts
                if (held := _held(rift.reports, reports)) and (others := _held(rift.others, reports))
            ),
        )


def load_rulings(connection: Transaction) -> Rulings:
    """What holds at this moment; of decisions that contradict each other, the last one made."""
    return gather(in_current_form(connection, load_decisions(connection)))


def gather(decisions: Iterable[LoggedDecision]) -> Rulings:
    """What decisions come to that were made in this order."""
    rulings = Rulings()
    for made in decisions:
        rulings = rulings.with_decision(made)
    return rulings


def in_current_form(connection: Transaction, decisions: Sequence[LoggedDecision]) -> list[LoggedDecision]:
    """The same decisions about the reports as they now are."""
    named = sorted({report for made in decisions for report in (*made.decision.reports, *made.decision.others)})
    current = find_current(connection, named)
    return [_in_current_form(made, current) for made in decisions]


def _in_current_form(made: LoggedDecision, current: Mapping[str, str]) -> LoggedDecision:
    reports, others = (
        tuple(dict.fromkeys(current.get(report, report) for report in named))
        for named in (made.decision.reports, made.decision.others)
    )
    return replace(made, decision=replace(made.decision, reports=reports, others=others))


def _held(named: Sequence[str], reports: Collection[str]) -> tuple[str, ...]:
    return tuple(report for report in named if report in reports)
