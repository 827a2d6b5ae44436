"""Disputes: what is denied, what differs in fact, what cannot be; the findings that a desk wants to be told of."""

from dataclasses import dataclass

from secondsource.model.findings import FindingKind, FindingVerdict


@dataclass(frozen=True, slots=True)
class Dispute:
    """A finding that says that not all of what is told can be so. `point` is the one it concerns, if it is about one.

    The id stays the same when later reports join in; `found_at` (ISO 8601) is when the report came with which it began.
    """

    id: str
    story: str
    kind: FindingKind
    verdict: FindingVerdict
    title: str
    point: str | None
    found_at: str


@dataclass(frozen=True, slots=True)
class DisputeFilter:
    """Which disputes are wanted; what is None asks nothing."""

    story: str | None = None
    kind: FindingKind | None = None
    verdict: FindingVerdict | None = None
