"""Findings on swaps: one quote that reports give to two speakers."""

import re
from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, Point, Statement
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.voices import gender_of, is_misread, is_near, pronoun_of
from secondsource.text.naming import name_words

_POINTING = frozenset(["it", "they", "who", "one", "this", "that", "these", "those", "man", "woman", "other", "latter"])
_CARRIER_WORDS = frozenset(["agency", "agencies", "media", "news", "newspaper", "tv", "television", "radio", "website"])


def judge_swap(case: Case, point: Point) -> Iterator[Finding]:
    """A finding where two reports give the quote to two persons, neither of whom can be meant by the other's "he"."""
    by_speaker: dict[str, list[Statement]] = {}
    for statement in point.statements:
        if statement.speaker and _is_proper(case, statement) and not is_misread(case, statement):
            by_speaker.setdefault(statement.speaker, []).append(statement)
    if len(by_speaker) < 2:
        return
    main = max(by_speaker, key=lambda name: (len(by_speaker[name]), name))
    carriers = {name for told in by_speaker.values() for s in told for name in s.via}
    others = [s for name, told in by_speaker.items() if _differ(case, name, main) for s in told]
    if carriers & by_speaker.keys():
        return
    sure = [s for s in others if _stands_firm(case, s, main) or not (is_near(case, s, main) or _fits(case, s, main))]
    if not sure or not (len(by_speaker[main]) > 1 or _is_firmly_given(case, by_speaker[main][0], others)):
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


def _fits(case: Case, statement: Statement, other: str) -> bool:
    """Whether a "she" beside the words fits another, and is not known to fit the one that it was read as."""
    pronoun = pronoun_of(case, statement)
    return pronoun is not None and gender_of(case, other) == pronoun != gender_of(case, statement.speaker or "")


def _stands_firm(case: Case, statement: Statement, other: str) -> bool:
    """Whether the report names the speaker, or calls him something ("the colonel") that nobody calls the other."""
    attribution = case.attribution_of(statement)
    if _stands_by_name(case, statement) or not attribution or not attribution.source:
        return _stands_by_name(case, statement)
    called = name_words(case.text_of(statement.report, attribution.source[0]))[-1:]
    if pronoun_of(case, statement) or not called or called[0] in _POINTING:
        return False
    surname = other.split()[-1]
    beside = re.compile(
        rf"\b{re.escape(called[0])}\b\W{{1,3}}(?:\w+\W{{1,3}}){{0,4}}{re.escape(surname)}\b"
        rf"|\b{re.escape(surname)}\b\W{{1,3}}(?:\w+\W{{1,3}}){{0,4}}{re.escape(called[0])}\b",
        re.IGNORECASE,
    )
    return not any(beside.search(reading.report.text) for reading in case.story.readings)


def _is_firmly_given(case: Case, statement: Statement, others: Sequence[Statement]) -> bool:
    return _stands_by_name(case, statement) or not any(is_near(case, statement, s.speaker or "") for s in others)


def _differ(case: Case, one: str, other: str) -> bool:
    """Whether two names are of two persons; a body and one who speaks for it may speak with one voice."""
    words = name_words(one), name_words(other)
    return not set(words[0]) & set(words[1]) and {case.kind_of(words[0]), case.kind_of(words[1])} == {"person"}
