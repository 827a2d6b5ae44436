"""What people's decisions come to, for the stages that must respect them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from secondsource.model.decisions import Decision
from secondsource.store.database import Transaction
from secondsource.store.decisions import load_decisions
from secondsource.store.reports import find_current

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions that hold, by what they rule; every report is named by its article's current version.

    `together` and `apart` are pairs of reports of one story and of different ones; `locked` are stories that are
    exactly these reports; `titles` what the story of a report is called; `not_copies` are (child, parent);
    `one_source` are reports that go back to one text.
    """

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    locked: tuple[tuple[str, ...], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    not_copies: frozenset[Pair] = frozenset()
    one_source: tuple[tuple[str, ...], ...] = ()


def load_rulings(connection: Transaction) -> Rulings:
    """What holds at this moment; of decisions that contradict each other, the last one made."""
    decisions = [logged.decision for logged in load_decisions(connection)]
    named = sorted({report for one in decisions for report in (*one.reports, *one.others)})
    current = find_current(connection, named)
    return _gather([_in_current_form(one, current) for one in decisions])


def _in_current_form(decision: Decision, current: Mapping[str, str]) -> Decision:
    """The same decision about the reports as they now are."""
    reports = tuple(current.get(report, report) for report in decision.reports)
    return Decision(
        decision.kind, reports, tuple(current.get(report, report) for report in decision.others), decision.title
    )


def _gather(decisions: Iterable[Decision]) -> Rulings:
    linked: dict[Pair, bool] = {}
    locked: list[tuple[str, ...]] = []
    titles: dict[str, str] = {}
    not_copies: set[Pair] = set()
    one_source: list[tuple[str, ...]] = []
    for one in decisions:
        if one.kind == "merge":
            linked |= dict.fromkeys(_across(one), True)
        elif one.kind == "split":
            linked |= dict.fromkeys(_chain(one.reports), True) | dict.fromkeys(_across(one), False)
        elif one.kind == "lock":
            locked.append(one.reports)
        elif one.kind == "rename" and one.title is not None:
            titles[one.reports[0]] = one.title
        elif one.kind == "not a copy":
            not_copies |= {(child, parent) for child in one.reports for parent in one.others}
        elif one.kind == "same source":
            one_source.append(one.reports)
    return Rulings(
        frozenset(pair for pair, are_one in linked.items() if are_one),
        frozenset(pair for pair, are_one in linked.items() if not are_one),
        tuple(locked),
        titles,
        frozenset(not_copies),
        tuple(one_source),
    )


def _across(decision: Decision) -> list[Pair]:
    return [_pair(one, other) for one in decision.reports for other in decision.others]


def _chain(reports: tuple[str, ...]) -> list[Pair]:
    return [_pair(one, other) for one, other in pairwise(reports)]


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)
