"""What a text rests on, prepared for its page."""

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.archive.holdings import split
from secondsource.model.findings import Finding
from secondsource.model.queries import HitReport, Holding
from secondsource.model.resting import ASKED, Rest, RestingStatement, Standing
from secondsource.model.spans import Span
from secondsource.model.stories import Derivation

MOST_HOLDINGS = 10
"""Reports that hold parts of the text that its page names, those first that hold most of it."""

MOST_OF = 0.6
"""Share of a sentence from which a statement is not named again by its own words."""

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
class ShownStatement:
    """A statement with how it is named under its sentence: by its words, unless they are most of that."""

    words: str
    told: RestingStatement


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence of the text with those of its statements that stand alike."""

    text: str
    statements: tuple[ShownStatement, ...]


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """The statements that stand alike, sentence by sentence; `count` is how many they are."""

    standing: Standing
    heading: str
    sentences: tuple[ShownSentence, ...]
    count: int


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
    findings: tuple[Finding, ...]
    omissions: tuple[Finding, ...]


def show(rest: Rest) -> ShownRest:
    names = {one.id: one for one in rest.compared}
    derivations = [_show(one, rest, names) for one in rest.derivations]
    near = {one.report.id for one in derivations if one.report}
    kin = rest.lineage.reports if rest.lineage else ()
    groups = [_gather(standing, heading, rest) for standing, heading in HEADINGS.items()]
    return ShownRest(
        names,
        tuple(one for one in derivations if one.is_parent),
        tuple(one for one in derivations if not one.is_parent),
        tuple(names[one] for one in kin if one != ASKED and one not in near),
        tuple(group for group in groups if group.count),
        rest.holdings[:MOST_HOLDINGS],
        max(0, len(rest.holdings) - MOST_HOLDINGS),
        tuple(one for one in rest.findings if one.kind != "omission"),
        tuple(one for one in rest.findings if one.kind == "omission"),
    )


def _gather(standing: Standing, heading: str, rest: Rest) -> ShownGroup:
    text, found = rest.report.text, [one for one in rest.statements if one.standing == standing]
    by_sentence: dict[Span, list[RestingStatement]] = {}
    for one in found:
        by_sentence.setdefault(_sentence_of(one, text), []).append(one)
    shown = [
        ShownSentence(
            span.of(text),
            tuple(ShownStatement("" if len(one.span) > MOST_OF * len(span) else one.text, one) for one in held),
        )
        for span, held in sorted(by_sentence.items(), key=lambda pair: pair[0].start)
    ]
    return ShownGroup(standing, heading, tuple(shown), len(found))


def _sentence_of(statement: RestingStatement, text: str) -> Span:
    """The sentence in which a statement begins; the statement itself where it reaches beyond that."""
    span = next((one for one in split(text) if one.start <= statement.span.start < one.end), statement.span)
    return span if statement.span.end <= span.end else statement.span


def _show(derivation: Derivation, rest: Rest, names: Mapping[str, HitReport]) -> ShownDerivation:
    is_parent = derivation.child == ASKED
    other = names.get(derivation.parent if is_parent else derivation.child)
    lost_name = rest.lineage.name if rest.lineage and other is None else None
    return ShownDerivation(other, is_parent, lost_name, derivation)
