"""Doubtful answers: what a rule or the network of answers makes a denial, and may as well be none."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.disputes import Dispute
from secondsource.stages.judge.likely import is_told_denied
from secondsource.stages.judge.replies import Reply
from secondsource.text.contradictions import find_plea, find_rebuff, find_untrue
from secondsource.text.wordings import content_words

BESIDE_DENIALS = 0.6
"""Likelihood from which a sentence denies what others surely deny."""
UNLIKELY = 0.015
"""Likelihood below which a sentence without words of denying denies nothing, whatever stands before it."""


def without_doubtful(case: Case, disputes: Sequence[Dispute]) -> tuple[Dispute, ...]:
    """The disputes without what only likely denies, where the accusers' side says it or others surely deny; and without
    those whose denials have no words of denying and are unlikely ones.
    """
    left = (
        replace(dispute, replies=[reply for reply in dispute.replies if not _is_doubtful(case, dispute, reply)])
        for dispute in disputes
        if not dispute.is_denied or any(_may_deny(case, reply) for reply in dispute.replies)
    )
    return tuple(dispute for dispute in left if dispute.replies)


def _may_deny(case: Case, reply: Reply) -> bool:
    """Whether a denial is one by its words, or by its sentences, read with those around them."""
    sentences = [sentence for sentence in case.readings[reply.report].sentences if sentence.overlaps(reply.span)]
    return reply.kind == "denial" and any(
        is_told_denied(case, (reply.report, sentence))
        or any(find(case.text_of(reply.report, sentence)) is not None for find in (find_plea, find_rebuff, find_untrue))
        or case.weigh_answer((reply.report, sentence))["denies"] >= UNLIKELY
        for sentence in sentences
    )


def _is_doubtful(case: Case, dispute: Dispute, reply: Reply) -> bool:
    """Whether what only likely denies may as well bear the charge out."""
    if not reply.is_likely:
        return False
    words = set(content_words(reply.speaker or ""))
    accusers = [case.introductions.words_of(charge.speaker) for charge in dispute.charges if charge.speaker]
    likely = case.weigh_answer((reply.report, case.sentence_of(reply.report, reply.span)))["denies"]
    is_denied = any(other.kind == "denial" and not other.is_likely for other in dispute.replies)
    return (is_denied and likely < BESIDE_DENIALS) or bool(words and any(words <= accuser for accuser in accusers))
