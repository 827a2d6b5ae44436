"""Findings on the page: by kind, those that cannot be and the disputes first."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.findings import Finding, JudgedStory
from secondsource.surfaces.page.addresses import finding_anchor
from secondsource.surfaces.page.labels import Labels, SharedQuote, share
from secondsource.surfaces.page.phrases import FINDING_KINDS, FINDING_VERDICTS

_GRAVITY = {verdict: place for place, verdict in enumerate(FINDING_VERDICTS)}
_KIND_ORDER = {kind: place for place, kind in enumerate(FINDING_KINDS)}


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding as the page shows it. `point` is the address of the point it is about, with its number."""

    number: int
    anchor: str
    address: str
    kind: str
    kind_name: str
    verdict: str
    verdict_name: str
    title: str
    reasons: tuple[str, ...]
    evidence: tuple[SharedQuote, ...]
    point: str | None
    point_number: int | None


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """All findings of one kind, the gravest first."""

    anchor: str
    kind: str
    name: str
    findings: tuple[ShownFinding, ...]


Choice = tuple[str, str, int]
"""What a filter offers: the value, what it is called, and how many findings it shows."""


def choose_kinds(groups: Sequence[FindingGroup]) -> tuple[Choice, ...]:
    """The kinds of finding that a reader can have shown alone."""
    return tuple((group.kind, group.name, len(group.findings)) for group in groups)


def choose_verdicts(groups: Sequence[FindingGroup]) -> tuple[Choice, ...]:
    """The verdicts that a reader can have shown alone, the gravest first."""
    told = [finding.verdict for group in groups for finding in group.findings]
    return tuple((verdict, name, told.count(verdict)) for verdict, name in FINDING_VERDICTS.items())


def show_findings(judged: JudgedStory, labels: Labels) -> tuple[ShownFinding, ...]:
    """Every finding of the story, in its order, with the point it is about."""
    numbers = {point.id: number for number, point in enumerate(judged.points, start=1)}
    return tuple(
        _show(finding, number, labels, numbers.get(finding.about or ""))
        for number, finding in enumerate(judged.findings, start=1)
    )


def by_gravity(findings: Sequence[ShownFinding]) -> tuple[ShownFinding, ...]:
    """What cannot be first, then denials, differences, changed and lost sources; other words for the same last."""
    return tuple(sorted(findings, key=_weight))


def is_rendering(finding: Finding | ShownFinding) -> bool:
    """Whether a finding tells of other words for the same, and no more."""
    return (finding.kind, finding.verdict) == ("wording", "differs")


def _weight(finding: ShownFinding) -> tuple[bool, int, int, int]:
    return is_rendering(finding), _GRAVITY[finding.verdict], _KIND_ORDER[finding.kind], finding.number


def group_findings(findings: Sequence[ShownFinding], prefix: str) -> tuple[FindingGroup, ...]:
    """Findings by kind; the kinds with the gravest findings first. Omissions have a section of their own."""
    groups = []
    for kind, name in FINDING_KINDS.items():
        members = by_gravity([finding for finding in findings if finding.kind == kind])
        if members and kind != "omission":
            groups.append(FindingGroup(f"{prefix}-findings-{kind}", kind, name, members))
    return tuple(sorted(groups, key=lambda group: _weight(group.findings[0])))


def _show(finding: Finding, number: int, labels: Labels, point: int | None) -> ShownFinding:
    return ShownFinding(
        number=number,
        anchor=finding_anchor(labels.prefix, number),
        address=labels.addresses.of_finding(number),
        kind=finding.kind,
        kind_name=FINDING_KINDS[finding.kind],
        verdict=finding.verdict,
        verdict_name=FINDING_VERDICTS[finding.verdict],
        title=finding.title,
        reasons=finding.reasons,
        evidence=share(labels.cite(evidence.report, evidence.span, evidence.text) for evidence in finding.evidence),
        point=labels.addresses.of_point(point) if point else None,
        point_number=point,
    )
