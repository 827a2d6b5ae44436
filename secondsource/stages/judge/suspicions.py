"""Findings on suspicions: a deed of which somebody is suspected in one report and which he did in a copy of it."""

import re
from collections.abc import Iterator, Sequence

from secondsource.model.findings import TELLINGS, Finding, Point, Statement
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.modality import find_firmness
from secondsource.text.thesaurus import are_near
from secondsource.text.wordings import content_words, share_of_matter

_SUSPECTED = re.compile(
    r"\b(?:suspected(?:\s(?:of|to))?|suspects?|alleged(?:ly)?|presumed|under\ssuspicion(?:\sof)?|suspicion)\b(?P<deed>[^,.;]{0,80})",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:accus\w{0,6}|charged?|charges|on\strial|said\sto|believed|thought|supposed\w{0,2}|apparently|probably|presumably"
    r"|suspicion|investigat\w{1,6}|whether|if)\b",
    re.IGNORECASE,
)
"""What leaves a deed open in other words."""
_LIGHT = frozenset(["having", "been", "being"])


def judge_suspicions(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """One finding for each point in which a copy tells as done what its fellows call suspected or alleged."""
    for point in points:
        if len(point.statements) > 1 and point.kind in TELLINGS:
            open_ones = [s for s in point.statements if _SUSPECTED.search(case.show_sentence(s).text)]
            done = [s for s in point.statements if any(_is_done(case, s, other, settings) for other in open_ones)]
            if done:
                reasons = (
                    f"{case.names_of(s.report for s in open_ones)}: it is suspected or alleged",
                    f"{case.names_of(s.report for s in done)}: it is so",
                )
                shown = tuple(case.show_sentence(s) for s in (*open_ones, *done))
                yield Finding("attribution", "changed", f"Said more firmly: {point.title}", reasons, shown, point.id)


def _is_done(case: Case, statement: Statement, suspected: Statement, settings: Judge) -> bool:
    """Whether a copy tells the deed itself, in a sentence that leaves nothing open."""
    text, theirs = case.show_sentence(statement).text, case.show_sentence(suspected).text
    found = _SUSPECTED.search(theirs)
    is_copy = case.lineages[statement.report].id == case.lineages[suspected.report].id
    if not is_copy or not found or statement.force is not None or case.is_title(statement.report, statement.span):
        return False
    if _SUSPECTED.search(text) or _OPEN.search(text) or find_firmness(text):
        return False
    deed = [word for word in content_words(found["deed"]) if word not in _LIGHT][:1]
    words = content_words(text)
    tells_deed = any(are_near(one, word) for one in deed for word in words)
    return tells_deed and share_of_matter(text, _SUSPECTED.sub(r"\g<deed>", theirs)) >= settings.firmer_matter
