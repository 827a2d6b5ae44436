"""Points that are disputed: the charge as each report has it, and beside it the denial."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.model.findings import TELLINGS, Point, Statement
from secondsource.model.ids import digest
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.disputes import Dispute
from secondsource.stages.judge.replies import Reply
from secondsource.text.wordings import share_of_matter


def add_disputes(case: Case, points: Sequence[Point], disputes: Sequence[Dispute]) -> tuple[Point, ...]:
    """The points, each disputed one with its charges and denials; a dispute that is no point yet becomes one.

    Points that say nothing beyond what then stands in a disputed one are left out.
    """
    found = {point.id: point for point in points}
    disputed: dict[str, Point] = {}
    for dispute in disputes:
        if not dispute.is_denied:
            if dispute.point is None and _is_cut(case, dispute):
                point = _with_answers(case, _new_point(case, dispute), dispute)
                dispute.point = point.id
                disputed[point.id] = point
            continue
        point = disputed.get(dispute.point or "") or found.get(dispute.point or "") or _new_point(case, dispute)
        dispute.point = point.id
        disputed[point.id] = _with_answers(case, point, dispute)
    kept = [disputed.pop(point.id, point) for point in points]
    answers = (*kept, *disputed.values())
    full = [point for point in answers if any(dispute.point == point.id for dispute in disputes)]
    return tuple(point for point in answers if point in full or not any(_holds(other, point) for other in full))


def _is_cut(case: Case, dispute: Dispute) -> bool:
    """Whether a copy leaves out that somebody gave no answer."""
    tellers = {reply.report for reply in dispute.replies}
    return any(parents & tellers and report not in tellers for report, parents in case.parents.items())


def _new_point(case: Case, dispute: Dispute) -> Point:
    places = [f"{report}:{span.start}:{span.end}" for report, span in dispute.sentences(case)]
    speakers = [charge.speaker for charge in dispute.charges if charge.speaker]
    return Point(digest("claim", *places), "claim", dispute.matter, speakers[0] if speakers else None, (), ())


def _with_answers(case: Case, point: Point, dispute: Dispute) -> Point:
    """The point with one charge and one denial a report; what it already has of them stays."""
    statements = list(point.statements)
    for added in _answers(case, dispute):
        same = [
            s for s in statements if s.report == added.report and (s.force == "denies") == (added.force == "denies")
        ]
        if not same and not any(s.report == added.report and s.span.overlaps(added.span) for s in statements):
            statements.append(added)
    order = {reading.report.id: index for index, reading in enumerate(case.story.readings)}
    statements.sort(key=lambda s: (order[s.report], s.span))
    return replace(point, statements=tuple(statements), reasons=(*point.reasons, "a charge and what answers it"))


def _answers(case: Case, dispute: Dispute) -> Iterator[Statement]:
    for charge in dispute.charges:
        yield _to_statement(case, charge.report, charge.span, charge.speaker, "accuses")
    for reply in dispute.replies:
        force = "denies" if reply.kind == "denial" else "declines"
        if (force == "denies" or not dispute.is_denied) and not _is_stray(case, reply):
            yield _to_statement(case, reply.report, reply.span, reply.speaker, force)


def _is_stray(case: Case, reply: Reply) -> bool:
    """Whether what only likely is an answer has no word of what another report tells."""
    if not reply.is_likely or reply.charge is None or reply.charge.report == reply.report:
        return False
    return not share_of_matter(case.text_of(reply.report, reply.span), reply.charge.matter)


def _to_statement(case: Case, report: str, span: Span, speaker: str | None, force: str) -> Statement:
    return Statement(report, "claim", span, span.of(case.readings[report].report.text), speaker, (), force)


def _holds(disputed: Point, other: Point) -> bool:
    """Whether every statement of `other`, a telling, stands in the disputed point already."""
    return other.kind in TELLINGS and all(
        any(s.report == told.report and s.span.overlaps(told.span) for s in disputed.statements)
        for told in other.statements
    )
