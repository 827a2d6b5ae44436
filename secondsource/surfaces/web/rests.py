"""What a text rests on, prepared for its page."""

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.model.queries import HitReport, Holding
from secondsource.model.resting import ASKED, Rest, RestingStatement, Standing
from secondsource.model.stories import Derivation

MOST_HOLDINGS = 10
"""Reports that hold parts of the text that its page names, those first that hold most of it."""

HEADINGS: Mapping[Standing, str] = {
    "denied": "Denied",
    "differ": "Told otherwise elsewhere",
    "agree": "Told elsewhere too",
    "kin": "Told by nobody who does not go back to the same text",
    "single": "Only here",
}
"""What is said of statements by how they stand, in the order in which a reader should look at them."""


@dataclass(frozen=True, slots=True)
class ShownDerivation:
    """That the text comes from a report, or a report from it."""

    report: HitReport | None
    is_parent: bool
    lost_name: str | None
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """The statements that stand alike."""

    standing: Standing
    heading: str
    statements: tuple[RestingStatement, ...]


@dataclass(frozen=True, slots=True)
class ShownRest:
    """An answer for its page: who is named in it, descent first, then statements, then who holds parts of the text."""

    names: Mapping[str, HitReport]
    parents: tuple[ShownDerivation, ...]
    copies: tuple[ShownDerivation, ...]
    kin: tuple[HitReport, ...]
    groups: tuple[ShownGroup, ...]
    holdings: tuple[Holding, ...]
    more_holdings: int


def show(rest: Rest) -> ShownRest:
    names = {one.id: one for one in rest.compared}
    derivations = [_show(one, rest, names) for one in rest.derivations]
    near = {one.report.id for one in derivations if one.report}
    kin = rest.lineage.reports if rest.lineage else ()
    groups = [
        ShownGroup(standing, heading, tuple(one for one in rest.statements if one.standing == standing))
        for standing, heading in HEADINGS.items()
    ]
    return ShownRest(
        names,
        tuple(one for one in derivations if one.is_parent),
        tuple(one for one in derivations if not one.is_parent),
        tuple(names[one] for one in kin if one != ASKED and one not in near),
        tuple(group for group in groups if group.statements),
        rest.holdings[:MOST_HOLDINGS],
        max(0, len(rest.holdings) - MOST_HOLDINGS),
    )


def _show(derivation: Derivation, rest: Rest, names: Mapping[str, HitReport]) -> ShownDerivation:
    is_parent = derivation.child == ASKED
    other = names.get(derivation.parent if is_parent else derivation.child)
    lost_name = rest.lineage.name if rest.lineage and other is None else None
    return ShownDerivation(other, is_parent, lost_name, derivation)
