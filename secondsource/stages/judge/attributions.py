"""Findings on attribution: a source lost or swapped between reports, and a thing said more firmly than before."""

import re
from collections.abc import Iterator, Sequence

from secondsource.model.findings import TELLINGS, Finding, Point, Statement
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.modality import find_firmness
from secondsource.text.naming import name_words
from secondsource.text.thesaurus import are_near
from secondsource.text.wordings import content_words, share_of_matter

REPORTING = frozenset(["states", "claims", "accuses", "reports", "finds", "confirms", "admits", "warns", "complains"])
"""Forces in which a source vouches for what is told; wishes, feelings and praise are not facts that could go bare."""

HEDGED = frozenset(["reports", "believes"])
"""Forces of "reportedly" and "it is thought": somebody is said to know, but nobody is named."""

_MODAL = re.compile(r"\b(?:may|might|could|will|possibly|perhaps)\s(?P<next>\w+(?:\s\w+){0,2})")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_CARRIER_WORDS = frozenset(["agency", "agencies", "media", "news", "newspaper", "tv", "television", "radio", "website"])


def judge_attributions(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """For each point at most one finding on a lost source, one on a swapped one and one on a firmer wording."""
    for point in points:
        if len(point.statements) > 1:
            if point.kind in TELLINGS:
                yield from _lost(case, point, settings)
                yield from _firmer(case, point, settings)
            if point.kind == "quote":
                yield from _swapped(case, point)


def _lost(case: Case, point: Point, settings: Judge) -> Iterator[Finding]:
    named = [s for s in point.statements if s.speaker and s.force in REPORTING and not _is_own(case, s)]
    hedged = [s for s in point.statements if not s.speaker and s.force in HEDGED]
    bare = [s for s in point.statements if s.force is None]
    hedged, bare = [[s for s in told if _is_lost(case, s, named, settings)] for told in (hedged, bare)]
    if not (hedged or bare):
        return
    speakers = ", ".join(dict.fromkeys(s.speaker for s in named if s.speaker))
    reasons = [f"{case.names_of(s.report for s in named)}: said by {speakers}"]
    if hedged:
        reasons.append(f"{case.names_of(s.report for s in hedged)}: no source is named, only that there is one")
    if bare:
        reasons.append(f"{case.names_of(s.report for s in bare)}: told as a fact")
    shown = tuple(case.show_sentence(s) for s in (*named, *hedged, *bare))
    yield Finding("attribution", "lost", f"The source is lost: {point.title}", tuple(reasons), shown, point.id)


def _is_own(case: Case, statement: Statement) -> bool:
    """Whether the named source is the report's own outlet."""
    outlet = case.readings[statement.report].report.outlet
    return bool(outlet and statement.speaker and name_words(outlet) == name_words(statement.speaker))


def _names_source(case: Case, statement: Statement, named: Statement) -> bool:
    """Whether the paragraph around a bare statement names that source after all."""
    paragraph = case.paragraph_of(statement.report, statement.span)
    words = set(name_words(case.text_of(statement.report, paragraph)))
    return bool(_proper_words(named.speaker or "") & words)


def _proper_words(name: str) -> set[str]:
    """The words of a name that begin with a capital, and its last one ("the coastguard")."""
    proper = {w for part in name.split() if part[:1].isupper() for w in name_words(part)} - {"the"}
    return proper | set(name_words(name)[-1:])


def _is_lost(case: Case, statement: Statement, named: Sequence[Statement], settings: Judge) -> bool:
    """Whether it matters that this report names no source.

    In a copy always, if it tells the same; between independent reports for numbers and charges, which no reporter sees.
    """
    text = case.text_of(statement.report, statement.span)
    for other in named:
        theirs = case.text_of(other.report, other.span)
        if _names_source(case, statement, other):
            continue
        if share_of_matter(text, theirs) >= settings.lost_matter:
            is_copy = case.lineages[statement.report].id == case.lineages[other.report].id
            if is_copy or other.force == "accuses" or set(_NUMBER.findall(text)) & set(_NUMBER.findall(theirs)):
                return True
    return False


def _swapped(case: Case, point: Point) -> Iterator[Finding]:
    by_speaker: dict[str, list[Statement]] = {}
    for statement in point.statements:
        if statement.speaker and _is_proper(case, statement):
            by_speaker.setdefault(statement.speaker, []).append(statement)
    if len(by_speaker) < 2:
        return
    main = max(by_speaker, key=lambda name: (len(by_speaker[name]), name))
    others = [s for name, told in by_speaker.items() if _differ(case, name, main) for s in told]
    sure = [s for s in others if _stands_by_name(case, s)]
    if not sure or not (len(by_speaker[main]) > 1 or _stands_by_name(case, by_speaker[main][0])):
        return
    told = {name: case.names_of(s.report for s in statements) for name, statements in by_speaker.items()}
    reasons = tuple(f"{names}: said by {name}" for name, names in told.items())
    shown = tuple(case.show(s) for s in (*by_speaker[main], *others))
    title = f"Two speakers for one quote: “{point.title}”"
    yield Finding("attribution", "changed", title, reasons, shown, point.id)


def _is_proper(case: Case, statement: Statement) -> bool:
    """Whether the speaker is a person or body with a name, and not a carrier of other people's words."""
    words = name_words(statement.speaker or "")
    return (
        statement.speaker not in statement.via and case.kind_of(words) is not None and not _CARRIER_WORDS & set(words)
    )


def _stands_by_name(case: Case, statement: Statement) -> bool:
    """Whether the report names the speaker beside the words, and does not leave it to a "he" or "she"."""
    attribution = case.attribution_of(statement)
    sources = attribution.source if attribution else ()
    beside = {w for span in sources for w in name_words(case.text_of(statement.report, span))}
    return bool(beside & set(name_words(statement.speaker or "")))


def _differ(case: Case, one: str, other: str) -> bool:
    """Whether two names are of two persons; a body and one who speaks for it may speak with one voice."""
    words = name_words(one), name_words(other)
    return not set(words[0]) & set(words[1]) and {case.kind_of(words[0]), case.kind_of(words[1])} == {"person"}


def _firmer(case: Case, point: Point, settings: Judge) -> Iterator[Finding]:
    firmness = [(find_firmness(case.text_of(s.report, s.span)), s) for s in point.statements]
    open_ones = [s for classes, s in firmness if "possible" in classes and "sure" not in classes]
    firm_ones = [s for classes, s in firmness if "sure" in classes and not classes & {"possible", "supposed", "ready"}]
    texts = [[case.text_of(s.report, s.span) for s in told] for told in (open_ones, firm_ones)]
    if any(_is_same_but_firmer(one, other, settings) for one in texts[0] for other in texts[1]):
        reasons = (
            f"{case.names_of(s.report for s in open_ones)}: it may be so",
            f"{case.names_of(s.report for s in firm_ones)}: it will be so",
        )
        shown = tuple(case.show_sentence(s) for s in (*open_ones, *firm_ones))
        yield Finding("attribution", "changed", f"Said more firmly: {point.title}", reasons, shown, point.id)


def _is_same_but_firmer(maybe: str, surely: str, settings: Judge) -> bool:
    """Whether the one tells what the other tells, and the same may happen in the one that will in the other."""
    if share_of_matter(maybe, surely) < settings.firmer_matter:
        return False
    return any(are_near(one, other) for one in _verbs(maybe) for other in _verbs(surely))


def _verbs(text: str) -> set[str]:
    """The words right behind the modal verbs."""
    return {word for found in _MODAL.finditer(text.lower()) for word in content_words(found["next"])}
