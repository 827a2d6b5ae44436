"""Findings on firmness: what may be in one report and is, or will be, in another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.findings import TELLINGS, Evidence, Finding, Point, Statement
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.modality import find_firmness
from secondsource.text.naming import name_words
from secondsource.text.thesaurus import are_near
from secondsource.text.wordings import content_words, share_of_matter

_MODAL = re.compile(r"\b(?:may|might|could|will|possibly|perhaps)\s(?P<next>\w+(?:\s\w+){0,2})")
_MAY_HAVE = re.compile(
    r"\b(?:may|might|could|possibly|perhaps)\s(?:have\s|has\s|be\s|been\s|also\s)*(?P<next>\w+(?:\s\w+)?)"
)
_ADVERBS = frozenset(
    ["soon", "also", "now", "then", "still", "well", "already", "once", "again", "even", "yet", "never"]
)
_THAT = re.compile(
    r"\b(?:possible|conceivable|thinkable|likely|chance|risk|possibility|rule(?:d)?\sout|exclude(?:d)?)\sthat\b|\b(?:perhaps|possibly|maybe)\b",
    re.IGNORECASE,
)
"""What makes open all that follows, "will" or not: "it is possible that she will"."""
_ANYBODY = re.compile(r"\b(?:one|you)\s(?:could|may|might)\b", re.IGNORECASE)
"""What anybody is able to do: "one could hear a pin drop"."""
_NOT_SURE = re.compile(
    r"\b(?:probabl[ey]|presumably|apparently|seem(?:s|ed|ingly)?|lets?|allow(?:s|ed)?|permit(?:s|ted)?|entitled|right\sto)\b",
    re.IGNORECASE,
)
"""Where nothing is told as done: what is only likely, or what somebody is free to do."""
_QUOTE = re.compile(r"[“”\"«»]")
_LEAST_SHARED = 3
"""Content words that a sentence in which a thing may be and one in which it will be must share to the letter."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence, its content words, and the verbs right behind its modals."""

    report: str
    span: Span
    text: str
    words: frozenset[str]


def judge_firmness(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """One finding for each point told more firmly by some report, and for each sentence that a copy tells so."""
    found = []
    for point in points:
        if len(point.statements) > 1 and point.kind in TELLINGS:
            found += list(_judge_point(case, point, settings))
    yield from found
    yield from _judge_copies(case, [evidence for finding in found for evidence in finding.evidence], settings)


def _judge_point(case: Case, point: Point, settings: Judge) -> Iterator[Finding]:
    firmness = [(find_firmness(case.text_of(s.report, s.span)), s) for s in point.statements]
    open_ones = [s for classes, s in firmness if _is_open(classes, case.text_of(s.report, s.span))]
    firm_ones = [
        s
        for classes, s in firmness
        if s not in open_ones and "sure" in classes and not classes & {"possible", "supposed", "ready"}
    ]
    done = [
        s for classes, s in firmness if not classes and any(_is_firmer_deed(case, o, s, settings) for o in open_ones)
    ]
    texts = [[case.text_of(s.report, s.span) for s in told] for told in (open_ones, firm_ones)]
    willed = any(_is_same_but_firmer(one, other, settings) for one in texts[0] for other in texts[1])
    firm_ones = [*(firm_ones if willed else ()), *done]
    if firm_ones and not all(_is_quoted(case, s) for s in (*open_ones, *firm_ones)):
        how = "it will be so" if willed else "it is so"
        reasons = (
            f"{case.names_of(s.report for s in open_ones)}: it may be so",
            f"{case.names_of(s.report for s in firm_ones)}: {how}",
        )
        shown = tuple(case.show_sentence(s) for s in (*open_ones, *firm_ones))
        yield Finding("attribution", "changed", f"Said more firmly: {point.title}", reasons, shown, point.id)


def _is_quoted(case: Case, statement: Statement) -> bool:
    """Whether they are the speaker's very words: what changed in them is told with the wordings."""
    attribution = case.attribution_of(statement)
    return attribution is not None and attribution.manner == "direct"


def _is_open(classes: frozenset[str], text: str) -> bool:
    """Whether it may be so or not: nothing says that it will, or all of that hangs on "it is possible that"."""
    return (
        "possible" in classes
        and not _ANYBODY.search(text)
        and ("sure" not in classes or _THAT.search(text) is not None)
    )


def _is_same_but_firmer(maybe: str, surely: str, settings: Judge, matter: float | None = None) -> bool:
    """Whether the one tells what the other tells, and the same may happen in the one that will in the other.

    Where something is "possible", no verb says what it is that may happen, and more matter must be shared.
    """
    shared = share_of_matter(maybe, surely)
    if shared < (matter or settings.firmer_matter) or not _verbs(maybe):
        return shared >= settings.possible_matter
    return any(are_near(one, other) for one in _verbs(maybe) for other in _verbs(surely))


def _is_firmer_deed(case: Case, maybe: Statement, surely: Statement, settings: Judge) -> bool:
    """Whether one tells as done what may be so for the other, in one lineage or from speakers who may be one.

    Of others, a later one may know what an earlier one did not.
    """
    one, other = case.text_of(maybe.report, maybe.span), case.text_of(surely.report, surely.span)
    if _NOT_SURE.search(other):
        return False
    same_text = case.lineages[maybe.report].id == case.lineages[surely.report].id
    same_mouth = bool(maybe.speaker and surely.speaker and set(_stems(maybe.speaker)) & set(_stems(surely.speaker)))
    if not (same_text or same_mouth) or share_of_matter(one, other) < settings.firmer_matter:
        return False
    verbs = {word for found in _MAY_HAVE.finditer(one.lower()) for word in content_words(found["next"])[:1]}
    return any(are_near(verb, word) for verb in verbs for word in content_words(other))


def _stems(name: str) -> tuple[str, ...]:
    """The words of a name, those of one stem alike: "prosecutors", "the head prosecutor"."""
    return tuple(word.rstrip("s") for word in name_words(name) if word not in ("the", "a", "of"))


def _verbs(text: str) -> set[str]:
    """The first word with matter behind each modal verb, adverbs left aside."""
    behind = [content_words(found["next"]) for found in _MODAL.finditer(text.lower())]
    verbs = [[word for word in words if word not in _ADVERBS and not word.endswith("ly")] for words in behind]
    return {words[0] for words in verbs if words}


def _judge_copies(case: Case, told: Sequence[Evidence], settings: Judge) -> Iterator[Finding]:
    """One finding for each sentence that makes sure what a text it goes back to has as possible; none `told` before."""
    shown = {(evidence.report, evidence.span) for evidence in told}
    open_ones, firm_ones = _sort_sentences(case)
    for sure in (one for own in firm_ones.values() for one in own if (one.report, one.span) not in shown):
        fellows = [one for report in _related(case, sure.report) for one in open_ones.get(report, ())]
        maybes = [one for one in fellows if _is_retold(one, sure, settings)]
        if maybes:
            reasons = (
                f"{case.names_of(one.report for one in maybes)}: it may be so",
                f"{case.name_of(sure.report)}: it will be so",
            )
            evidence = tuple(case.evidence(one.report, one.span) for one in (*maybes, sure))
            yield Finding("attribution", "changed", f"Said more firmly: {sure.text}", reasons, evidence)


def _sort_sentences(case: Case) -> tuple[Mapping[str, list[_Told]], Mapping[str, list[_Told]]]:
    """The sentences of each report that tell what may be, and those that tell what will be."""
    open_ones: dict[str, list[_Told]] = {}
    firm_ones: dict[str, list[_Told]] = {}
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            text = case.text_of(report, sentence)
            classes = find_firmness(text)
            if _is_open(classes, text):
                open_ones.setdefault(report, []).append(_Told(report, sentence, text, frozenset(content_words(text))))
            elif classes == {"sure"} and not _QUOTE.search(text):
                firm_ones.setdefault(report, []).append(_Told(report, sentence, text, frozenset(content_words(text))))
    return open_ones, firm_ones


def _related(case: Case, report: str) -> list[str]:
    """The reports of its lineage, and of those that a mash-up took from."""
    own = {case.lineages[report].id, *case.mixed_from.get(report, ())}
    return [other for other in case.readings if other != report and case.lineages[other].id in own]


def _is_retold(maybe: _Told, sure: _Told, settings: Judge) -> bool:
    shared = len(maybe.words & sure.words)
    is_near = shared >= _LEAST_SHARED or (shared and share_of_matter(maybe.text, sure.text) >= settings.possible_matter)
    return bool(is_near) and _is_same_but_firmer(maybe.text, sure.text, settings, matter=settings.retold_matter)
