"""Findings on denials: a charge, and what is said against it in the same report and in others."""

import re
from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, Point
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.disputes import Dispute
from secondsource.stages.judge.replies import Reply
from secondsource.text.naming import are_one_name
from secondsource.text.offices import office_words
from secondsource.text.sameness import SAME, rate_sameness
from secondsource.text.silences import find_silence, is_of_plans
from secondsource.text.wordings import content_words, share_of_matter

UNNAMED = frozenset(["other", "others", "side", "both", "another"])
"""Words that name nobody: "Shots fell, says one; none fell, says the other"."""
TOLD_AGAIN = 0.3
"""Share of its matter from which a dispute that one report has is heard of in a sentence of another."""
SURE = 0.9
"""Likelihood from which a sentence alone tells that somebody was asked and gives no answer."""
_TO_SAY = re.compile(
    r"\b(?:declin|refus)(?:e|es|ed|ing)\sto\ssay\s(?:who|whom|whose|how|why|when|where|which|what)\b", re.IGNORECASE
)
"""A refusal that says itself what was asked."""
_ASKED = re.compile(r"\basked\b", re.IGNORECASE)


def judge_denials(case: Case, points: Sequence[Point], disputes: Sequence[Dispute]) -> Iterator[Finding]:
    """One finding for each dispute whose two sides are told, or that two reports tell of, or a question unanswered.

    What one report alone tells is left out where its denier is heard of by several in another dispute: the report
    tells that one in short.
    """
    by_id = {point.id: point for point in points}
    findings = [
        (_to_finding(case, dispute, by_id.get(dispute.point or ""), list(_quotes_in(points, dispute))), dispute)
        for dispute in disputes
    ]
    widely = [dispute for finding, dispute in findings if len({e.report for e in finding.evidence}) > 1]
    for finding, dispute in findings:
        is_linked = bool(dispute.charges or dispute.linked) and not _is_all_said_once(dispute)
        if is_linked or dispute in widely or _is_asked(case, dispute) or _is_told_once(dispute, widely):
            yield finding


def _is_asked(case: Case, dispute: Dispute) -> bool:
    """Whether somebody was asked, in whatever words, or gives no answer to what is told of him; not what he plans."""
    if dispute.is_denied:
        return False
    return any(
        (reply.raised or _is_sure(case, reply)) and not is_of_plans(case.text_of(reply.report, reply.span))
        for reply in dispute.replies
    )


def _is_sure(case: Case, reply: Reply) -> bool:
    words = case.text_of(reply.report, reply.span)
    likely = case.weigh_answer((reply.report, case.sentence_of(reply.report, reply.span)))["declines"]
    return bool(_ASKED.search(words) or _TO_SAY.search(words)) or likely >= SURE


def _is_all_said_once(dispute: Dispute) -> bool:
    """Whether both sides stand in one report alone, whose charge nobody calls one."""
    return dispute.is_of_one_report and all(charge.is_stated for charge in dispute.charges)


def _is_told_once(dispute: Dispute, widely: Sequence[Dispute]) -> bool:
    """Whether both sides are told, by one report that names the denier, and no other dispute has him."""
    speakers = [reply.speaker or "" for reply in dispute.replies if reply.kind == "denial"]
    deniers = [speaker for speaker in speakers if set(content_words(speaker)) - UNNAMED]
    others = [reply.speaker for other in widely for reply in other.replies if reply.kind == "denial" and reply.speaker]
    return bool(dispute.charges and deniers) and not any(_are_one(one, other) for one in deniers for other in others)


def _are_one(one: str, other: str) -> bool:
    """Whether two names are one person's, their titles left aside."""
    names = [" ".join(word for word in name.split() if word.lower() not in office_words()) for name in (one, other)]
    return are_one_name(*names)


def _quotes_in(points: Sequence[Point], dispute: Dispute) -> Iterator[Point]:
    """The quotes in which other reports have the same charge or answer."""
    spans: dict[str, list[Span]] = {}
    for charge in dispute.charges:
        spans.setdefault(charge.report, []).append(charge.span)
    for reply in dispute.replies if dispute.is_denied else ():
        spans.setdefault(reply.report, []).append(reply.span)
    for point in points:
        if point.kind == "quote" and any(
            span.contains(s.span) for s in point.statements for span in spans.get(s.report, ())
        ):
            yield point


def _to_finding(case: Case, dispute: Dispute, point: Point | None, quotes: Sequence[Point]) -> Finding:
    denials = [reply for reply in dispute.replies if reply.kind == "denial"]
    silences = [reply for reply in dispute.replies if reply.kind == "silence"]
    reasons = [*_told(case, dispute)]
    reasons += [f"{case.name_of(r.report)}: denied by {r.speaker or 'somebody'}" for r in denials]
    reasons += [f"{case.name_of(r.report)}: no comment on it" for r in silences]
    if dispute.linked:
        reasons.append(f"{case.names_of(report for report, _ in dispute.linked)}: told what it likely answers")
    told = [(s.report, case.sentence_of(s.report, s.span)) for s in point.statements] if point else []
    if not (denials or dispute.charges):
        told = [place for place in told if find_silence(case.text_of(*place))]
    elif dispute.is_of_one_report:
        told = [place for place in told if _tells_of(case.text_of(*place), dispute)]
    told += [(s.report, case.sentence_of(s.report, s.span)) for quote in quotes for s in quote.statements]
    told += dispute.linked
    shown = tuple(
        case.evidence(*place) for place in dict.fromkeys((*dispute.raised(), *dispute.sentences(case), *told))
    )
    if denials:
        return Finding("denial", "denied", f"Denied: {dispute.matter}", tuple(reasons), shown, dispute.point)
    return Finding("denial", "differs", f"No comment: {dispute.title(case)}", tuple(reasons), shown)


def _tells_of(sentence: str, dispute: Dispute) -> bool:
    """Whether a sentence of another report says the same as a charge, a claim or an answer."""
    return any(
        share_of_matter(sentence, matter) >= TOLD_AGAIN or rate_sameness(sentence, matter) >= SAME
        for matter in dispute.matters
    )


def _told(case: Case, dispute: Dispute) -> Iterator[str]:
    by_speaker: dict[str, list[str]] = {}
    for charge in dispute.charges:
        by_speaker.setdefault(charge.speaker or "somebody", []).append(charge.report)
    for speaker, reports in by_speaker.items():
        yield f"{case.names_of(reports)}: charged by {speaker}"
    if dispute.claims:
        yield f"{case.names_of(claim.report for claim in dispute.claims)}: told as a fact or by others"
