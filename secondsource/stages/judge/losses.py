"""Losses: whether a report tells a thing without the source that another has for it, and whether that matters."""

import re
from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.findings import Statement
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.fellows import Fellows
from secondsource.stages.judge.voices import proper_words
from secondsource.text.contraries import is_question
from secondsource.text.naming import name_words
from secondsource.text.sameness import rate_sameness
from secondsource.text.tellers import find_teller, is_hearsay
from secondsource.text.thesaurus import are_near
from secondsource.text.wordings import content_words, share_of_matter

REPORTING = frozenset(["states", "claims", "accuses", "reports", "finds", "confirms", "admits", "warns", "complains"])
"""Forces in which a source vouches for what is told; wishes, feelings and praise are not facts that could go bare."""

ACTS = frozenset(["warns", "promises", "demands", "intends", "hopes"])
"""Forces of verbs that tell a deed or a wish: "she warned him" is itself a fact that somebody may vouch for."""

_SUPPLIER = re.compile(
    r"\b(?:Press(?:\s(?:Service|Union|Agency|Association))?|Wire(?:\sService)?|News\s(?:Agency|Service))$|\b(?:earlier|previous|first)\sversion\b"
)
"""Names of agencies, and what an outlet calls its own text."""
OWN_WORDS = (["i"], ["we"])
"""Sources that are the writer, outside quotations."""
QUOTED = re.compile(r"[“”\"«»]")
"""Whose words stand in quotation marks is another question: that of the quote."""
_CREDIT = re.compile(
    r"\b(?:numbers?|figures?|counts?|tally|data|lists?|estimates?|records?|statistics)\s(?:of|from|by|issued\sby|released\sby)\s(?:the|a|an|its|[A-Z])"
    r"|\bpublished\s(?:\w+\s){0,2}in\s(?:the\s)?[A-Z]|\b(?:according\sto|in\sthe\swords\sof|quoting|citing|as\s(?:[A-Z]\w+\s){1,3}(?:reports|reported|writes|wrote))\b"
)
_CHARGE = re.compile(
    r"\b(?:charges?|accus(?:es?|ed|ations?)|reproach(?:es|ed)?|alleg(?:es?|ed|ations?)|claim(?:s|ed)?|blam(?:es?|ed))\b",
    re.IGNORECASE,
)
"""Words of a sentence that itself calls what it tells a charge."""
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_GOING_ON = re.compile(r"(?:It|They)\b")
_SO_SAYS = re.compile(
    r"(?:So|Thus)\s(?:says?|said|judges?|judged|writes?|wrote|reports?|reported|thinks?|sees|saw|tells|told|claims?|argues?)\s"
    r"|(?:That|This|So)\s(?:is|was)\s(?:what|how)\s"
)
"""What begins a sentence that says whose the one before it is: "So says the judge", "That is what they say"."""


def is_sourced(case: Case, statement: Statement) -> bool:
    """Whether the report says who says it, by name or by a pronoun, not only behind a sentence further on."""
    attribution = case.attribution_of(statement)
    if attribution and _comes_later(case, statement, attribution):
        return False
    return statement.speaker is not None or bool(attribution and attribution.source and attribution.cue)


def _comes_later(case: Case, statement: Statement, attribution: Attribution) -> bool:
    """Whether the source stands only in a sentence further on, though nothing is quoted: it vouches for that one."""
    sentence = case.sentence_of(statement.report, statement.span)
    places = (*attribution.cue, *attribution.source)
    is_behind = bool(places) and all(place.start >= sentence.end for place in places)
    return is_behind and not QUOTED.search(case.text_of(statement.report, sentence))


def with_teller(case: Case, statement: Statement) -> Statement:
    """The statement with whoever its sentence names as counting or telling it, where no verb of speech was read."""
    attribution = case.attribution_of(statement)
    is_told = statement.force is not None and not (attribution and _comes_later(case, statement, attribution))
    if is_told or case.is_title(statement.report, statement.span):
        return statement
    teller = find_teller(case.show_sentence(statement).text)
    return replace(statement, speaker=teller, force="states") if teller else statement


def is_own(case: Case, statement: Statement) -> bool:
    """Whether the source is the outlet, an earlier version of its text or its writer, or an agency that supplied it.

    That a rewrite no longer credits its agency is a matter of lineage: whom the agency heard it from is not lost by it.
    """
    if _SUPPLIER.search(statement.speaker or "") or _is_carrier(case, statement.speaker):
        return True
    attribution = case.attribution_of(statement)
    if attribution and [case.text_of(statement.report, span).lower() for span in attribution.source] in OWN_WORDS:
        return not statement.speaker
    outlet = case.readings[statement.report].report.outlet
    return bool(outlet and statement.speaker and name_words(outlet) == name_words(statement.speaker))


def is_credited(case: Case, statement: Statement) -> bool:
    """Whether the sentence says whose numbers or words they are, though nobody is read as saying them."""
    sentence = case.sentence_of(statement.report, statement.span)
    text = case.text_of(statement.report, sentence)
    if _CREDIT.search(text) or is_hearsay(text) or find_teller(text):
        return True
    return any(_SO_SAYS.match(case.text_of(statement.report, after)) for after in _next(case, statement))


def is_bare(case: Case, statement: Statement) -> bool:
    """Whether the report tells it as a fact, in its body and in words of its own."""
    return (
        statement.force is None
        and not case.is_title(statement.report, statement.span)
        and not QUOTED.search(statement.text)
        and not is_question(case.show_sentence(statement).text)
        and not is_credited(case, statement)
    )


def is_bare_act(case: Case, statement: Statement, named: Sequence[Statement]) -> bool:
    """Whether it tells as a fact a deed or wish that others have somebody tell of: "says that she warned them"."""
    attribution = case.attribution_of(statement)
    if statement.force not in ACTS or attribution is None or QUOTED.search(statement.text):
        return False
    if case.is_title(statement.report, statement.span) or is_credited(case, statement):
        return False
    outer = [
        other
        for other in case.statements[statement.report].attributions
        if other.force in REPORTING and any(part.overlaps(cue) for part in other.content for cue in attribution.cue)
    ]
    return not outer and any(_is_told_of(case, statement, attribution, other) for other in named)


def _is_told_of(case: Case, act: Statement, attribution: Attribution, named: Statement) -> bool:
    """Whether somebody else, or who warned once, says in the other report that this was done."""
    if named.report == act.report or named.force in ACTS:
        return False
    is_own = bool(act.speaker and named.speaker and set(name_words(act.speaker)) & set(name_words(named.speaker)))
    cues = {word for span in attribution.cue for word in content_words(case.text_of(act.report, span))}
    told = any(are_near(cue, word) for word in content_words(named.text) for cue in cues)
    return told and (not is_own or act.force == "warns")


def names_source(case: Case, statement: Statement, named: Statement) -> bool:
    """Whether the paragraph of a bare statement names that source after all, up to the end of its sentence.

    A sentence behind it that begins with "It" or "They" goes on with what it tells, and counts with it.
    """
    paragraph = case.paragraph_of(statement.report, statement.span)
    sentence = case.sentence_of(statement.report, statement.span)
    end = max(sentence.end, statement.span.end)
    for after in _next(case, statement):
        if _GOING_ON.match(case.text_of(statement.report, after)):
            end = after.end
    paragraph = Span(paragraph.start, min(paragraph.end, end))
    if _is_carrier(case, named.speaker):
        report = case.readings[statement.report].report
        initials = "".join(word[0] for word in (named.speaker or "").split())
        return named.speaker in report.agencies or any(
            name in report.text for name in (named.speaker or "", f"({initials})")
        )
    words = set(name_words(case.text_of(statement.report, paragraph)))
    name = proper_words(re.split(r"['’]s\s", named.speaker or "")[-1])
    return len(name & words) >= (2 if len(name) > 2 else 1)


def _next(case: Case, statement: Statement) -> Sequence[Span]:
    """The sentence behind that of the statement, if there is one."""
    at = case.index_of(statement.report, case.sentence_of(statement.report, statement.span))
    return case.readings[statement.report].sentences[at + 1 : at + 2]


def _is_carrier(case: Case, speaker: str | None) -> bool:
    """Whether the source is an agency that some report of the story credits: who names it anywhere has named it."""
    return any(speaker in reading.report.agencies for reading in case.story.readings)


def is_lost(case: Case, statement: Statement, named: Sequence[Statement], settings: Judge, fellows: Fellows) -> bool:
    """Whether it matters that this report names no source.

    In a copy always, if it tells the same; between independent reports for numbers and charges, which no reporter sees.
    """
    is_act = statement.force in ACTS
    span = case.sentence_of(statement.report, statement.span) if is_act else statement.span
    text = case.text_of(statement.report, span)
    for other in named:
        if case.goes_back_to(other.report, statement.report):
            continue
        if not is_act and names_source(case, statement, other):
            continue
        theirs = case.text_of(other.report, other.span)
        is_copy = case.lineages[statement.report].id == case.lineages[other.report].id
        shared, sameness = share_of_matter(text, theirs), rate_sameness(text, theirs)
        numbers = set(_NUMBER.findall(text)) & set(_NUMBER.findall(theirs))
        if is_copy:
            is_same = shared >= settings.lost_matter and sameness >= settings.lost_sameness
            if is_same or is_reworded(case, statement, other, settings, fellows):
                return True
        elif (other.speaker and not is_act and (other.force == "accuses" or numbers)) and (
            shared >= settings.lost_matter and sameness >= settings.lost_sameness_apart
        ):
            return True
    return False


def is_reworded(case: Case, statement: Statement, named: Statement, settings: Judge, fellows: Fellows) -> bool:
    """Whether a copy tells in other words what somebody says, in the sentence of its report that comes nearest."""
    shared = share_of_matter(statement.text, named.text)
    if shared < settings.reworded_matter or _says_cue(case, statement, named):
        return False
    return fellows.likeness(statement, named) >= settings.reworded_nearness


def _says_cue(case: Case, statement: Statement, named: Statement) -> bool:
    """Whether the sentence has the verb of the other's source in other words: "accused", "the reproach"."""
    told = [
        attribution
        for attribution in case.statements[named.report].attributions
        if attribution.force == named.force and any(part.overlaps(named.span) for part in attribution.content)
    ]
    cues = {word for one in told for cue in one.cue for word in content_words(case.text_of(named.report, cue))}
    text = case.show_sentence(statement).text
    words = content_words(text)
    return bool(named.force in ("accuses", "claims") and _CHARGE.search(text)) or any(
        are_near(cue, word) for cue in cues for word in words
    )
