"""Which findings are disputes, and since when."""

from collections.abc import Iterable, Mapping

from secondsource.model.disputes import Dispute
from secondsource.model.findings import Evidence, Finding, JudgedStory
from secondsource.model.ids import digest

FACTUAL = frozenset(["figure", "unit", "date", "arithmetic"])
"""Kinds of findings whose "differs" means that both cannot be so; different wordings and scopes can."""


def is_dispute(finding: Finding) -> bool:
    """Whether a finding says that not all of what is told can be so."""
    return finding.verdict in ("denied", "impossible") or (finding.verdict == "differs" and finding.kind in FACTUAL)


def find_disputes(judged: JudgedStory, arrivals: Mapping[str, str]) -> tuple[Dispute, ...]:
    """The disputes of a story, in the order of its findings. `arrivals` says when each report was added (ISO 8601)."""
    story = judged.story.id
    found: dict[str, Dispute] = {}
    for finding in filter(is_dispute, judged.findings):
        opening = _opening(finding.evidence, arrivals)
        if not opening:
            continue
        spots = [f"{one.report} {one.span.start} {one.span.end}" for one in opening]
        made = Dispute(
            digest("dispute", story, finding.kind, finding.verdict, *spots),
            story,
            finding.kind,
            finding.verdict,
            finding.title,
            finding.about,
            max(arrivals[one.report] for one in opening),
        )
        found.setdefault(made.id, made)
    return tuple(found.values())


def _opening(evidence: Iterable[Evidence], arrivals: Mapping[str, str]) -> list[Evidence]:
    """The evidence with which a dispute began: the earliest, and the earliest of another report."""
    ordered = sorted(evidence, key=lambda one: (arrivals[one.report], one.report, one.span.start, one.span.end))
    return [*ordered[:1], *[one for one in ordered if one.report != ordered[0].report][:1]]
