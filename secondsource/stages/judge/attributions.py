"""Findings on attribution: a source lost or swapped between reports, and a thing said more firmly than before."""

import re
from collections.abc import Iterator, Sequence

from secondsource.model.findings import TELLINGS, Finding, Point, Statement
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.swaps import judge_swap
from secondsource.stages.judge.voices import is_near, proper_words
from secondsource.text.contraries import is_question
from secondsource.text.corrections import find_correction
from secondsource.text.naming import name_words
from secondsource.text.rarity import rarity
from secondsource.text.sameness import rate_sameness
from secondsource.text.wordings import content_words, share_of_matter

REPORTING = frozenset(["states", "claims", "accuses", "reports", "finds", "confirms", "admits", "warns", "complains"])
"""Forces in which a source vouches for what is told; wishes, feelings and praise are not facts that could go bare."""

HEDGED = frozenset(["reports", "believes"])
"""Forces of "reportedly" and "it is thought": somebody is said to know, but nobody is named."""

OWN_WORDS = (["i"], ["we"])
"""Sources that are the writer, outside quotations."""
PLACES_OF_ONE_SWAP = 2
"""Paragraphs of two reports that share another swapped quote: its words go on, and need not be told of again."""
COPIED_WORDS = 4
"""Content words of a sentence from which it is known again in a copy."""
MOST_FELLOWS = 12
"""Sentences with a source that one without is held against: enough for any story but one of hundreds of copies."""
COPIED = 0.75
"""Share of the words of the shorter of two sentences that a copy of it has to the letter."""
_ADDED = re.compile(r"(?:who|whose|which|where)\b", re.IGNORECASE)
"""What begins a clause that the writer adds to what somebody says: "…, who was on his first visit"."""
_QUOTED = re.compile(r"[“”\"«»]")
"""Whose words stand in quotation marks is another question: that of the quote."""
_CREDIT = re.compile(
    r"\b(?:numbers?|figures?|counts?|tally|data|lists?|estimates?|records?|statistics)\s(?:of|from|by|issued\sby|released\sby)\s(?:the|a|an|its|[A-Z])"
    r"|\b(?:according\sto|in\sthe\swords\sof|quoting|citing|as\s(?:[A-Z]\w+\s){1,3}(?:reports|reported|writes|wrote))\b"
)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_GOING_ON = re.compile(r"(?:It|They)\b")
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\b[^,.;:]{0,200},")
"""What is known of a thing that is named, told by the way: the source of the sentence need not vouch for it."""


def judge_attributions(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """For each point at most one finding on a lost source, one on a swapped one and one on a firmer wording.

    A sentence that has lost its source is told of once.
    """
    swapped: set[tuple[str, Span]] = set()
    lost: set[tuple[str, Span]] = set()
    for point in sorted(points, key=lambda point: point.kind == "figure"):
        if len(point.statements) > 1:
            if point.kind in TELLINGS:
                yield from _lost(case, point, lost, settings)
            if point.kind == "figure":
                yield from _lost_beside_figure(case, point, lost)
            if point.kind == "quote":
                places = {(s.report, case.paragraph_of(s.report, s.span)) for s in point.statements}
                if len(places & swapped) < PLACES_OF_ONE_SWAP:
                    found = tuple(judge_swap(case, point))
                    swapped |= places if found else set()
                    yield from found
    yield from _lost_in_copies(case, lost)


def _lost(case: Case, point: Point, told: set[tuple[str, Span]], settings: Judge) -> Iterator[Finding]:
    """A finding where reports tell without its source what others have from somebody; adds them to those `told`."""
    named = [s for s in point.statements if _is_sourced(case, s) and s.force in REPORTING and not _is_own(case, s)]
    named = [s for s in named if not _ADDED.match(s.text)]
    hedged = [s for s in point.statements if not s.speaker and s.force in HEDGED]
    bare = [s for s in point.statements if s.force is None and not _QUOTED.search(s.text) and not _is_credited(case, s)]
    bare = [s for s in bare if not is_question(case.show_sentence(s).text)]
    hedged, bare = [[s for s in told if _is_lost(case, s, named, settings)] for told in (hedged, bare)]
    if not _are_new(case, (*hedged, *bare), told):
        return
    speakers = ", ".join(dict.fromkeys(s.speaker for s in named if s.speaker)) or "somebody"
    reasons = [f"{case.names_of(s.report for s in named)}: said by {speakers}"]
    if hedged:
        reasons.append(f"{case.names_of(s.report for s in hedged)}: no source is named, only that there is one")
    if bare:
        reasons.append(f"{case.names_of(s.report for s in bare)}: told as a fact")
    shown = tuple(case.show_sentence(s) for s in (*named, *hedged, *bare))
    yield Finding("attribution", "lost", f"The source is lost: {point.title}", tuple(reasons), shown, point.id)


def _is_credited(case: Case, statement: Statement) -> bool:
    """Whether the sentence says whose numbers they are, though nobody says anything: "those are the ministry's"."""
    return _CREDIT.search(case.show_sentence(statement).text) is not None


def _are_new(case: Case, lost: Sequence[Statement], told: set[tuple[str, Span]]) -> bool:
    """Whether one of these sentences has not been told of; now they have."""
    places = {(s.report, case.sentence_of(s.report, s.span)) for s in lost}
    is_new = bool(places - told)
    told |= places
    return is_new


def _lost_in_copies(case: Case, told: set[tuple[str, Span]]) -> Iterator[Finding]:
    """A finding for each sentence without a source that a fellow of the lineage has, in its words, from somebody."""
    sourced = _sourced_sentences(case)
    for report, reading in case.readings.items():
        fellows = set(case.lineages[report].reports) - {report}
        contents = [span for a in case.statements[report].attributions for span in (*a.content, *a.cue)]
        contents += [
            block.span for block in reading.report.blocks if block.kind not in ("paragraph", "list", "correction")
        ]
        for sentence in reading.sentences if fellows & {s.report for own in sourced.values() for s in own} else ():
            words = frozenset(content_words(case.text_of(report, sentence)))
            if len(words) < COPIED_WORDS or any(sentence.overlaps(span) for span in contents):
                continue
            bare = Statement(report, "claim", sentence, sentence.of(reading.report.text))
            named = [s for word in words for s in sourced.get(word, ()) if s.report in fellows]
            kept = [
                s
                for s in list(dict.fromkeys(named))[:MOST_FELLOWS]
                if _is_copied(case, words, s) and not _names_source(case, bare, s)
            ]
            if kept and not _QUOTED.search(bare.text) and not _is_credited(case, bare) and _are_new(case, [bare], told):
                speakers = ", ".join(dict.fromkeys(s.speaker for s in kept if s.speaker))
                reasons = (
                    f"{case.names_of(s.report for s in kept)}: said by {speakers}",
                    f"{case.name_of(report)}: told as a fact, in the same words",
                )
                shown = tuple(case.show_sentence(s) for s in (*kept, bare))
                yield Finding("attribution", "lost", f"The source is lost: {bare.text}", reasons, shown)


def _sourced_sentences(case: Case) -> dict[str, list[Statement]]:
    """What named sources say in whole clauses, by the rarest of its words."""
    found: dict[str, list[Statement]] = {}
    for report, reading in case.readings.items():
        for attribution in case.statements[report].attributions:
            if attribution.speaker is None or attribution.force not in REPORTING or not attribution.content:
                continue
            span = Span(attribution.content[0].start, attribution.content[-1].end)
            text = span.of(reading.report.text)
            words = sorted(set(content_words(text)), key=lambda word: (-rarity(word), word))
            statement = Statement(report, "claim", span, text, attribution.speaker, (), attribution.force)
            is_other = _is_own(case, statement) or _QUOTED.search(text) or _ADDED.match(text)
            if len(words) >= COPIED_WORDS and not is_other:
                for word in words[:2]:
                    found.setdefault(word, []).append(statement)
    return found


def _is_copied(case: Case, words: frozenset[str], named: Statement) -> bool:
    theirs = frozenset(content_words(_ASIDE.sub(" ", case.text_of(named.report, named.span))))
    return len(words & theirs) >= COPIED * min(len(words), len(theirs))


def _lost_beside_figure(case: Case, point: Point, told: set[tuple[str, Span]]) -> Iterator[Finding]:
    """Copies that tell a number as a fact which others of their lineage have from somebody."""
    named = [s for s in point.statements if s.speaker and s.force in REPORTING and not _is_own(case, s)]
    named = [s for s in named if find_correction(case.show_sentence(s).text) is None]
    bare = [
        s
        for s in point.statements
        if s.force is None
        and any(
            case.lineages[s.report].id == case.lineages[other.report].id
            and (s.low, s.unit) == (other.low, other.unit)
            and not _names_source(case, s, other)
            and not is_near(case, s, other.speaker or "")
            for other in named
        )
    ]
    if _are_new(case, bare, told):
        speakers = ", ".join(dict.fromkeys(s.speaker for s in named if s.speaker))
        reasons = (
            f"{case.names_of(s.report for s in named)}: said by {speakers}",
            f"{case.names_of(s.report for s in bare)}: told as a fact",
        )
        shown = tuple(case.show_sentence(s) for s in (*named, *bare))
        yield Finding("attribution", "lost", f"The source is lost: {point.title}", reasons, shown, point.id)


def _is_sourced(case: Case, statement: Statement) -> bool:
    """Whether the report says who says it, by name or by a pronoun."""
    attribution = case.attribution_of(statement)
    return statement.speaker is not None or bool(attribution and attribution.source and attribution.cue)


def _is_own(case: Case, statement: Statement) -> bool:
    """Whether the source is the report's own outlet, or its writer: "as I write"."""
    attribution = case.attribution_of(statement)
    if attribution and [case.text_of(statement.report, span).lower() for span in attribution.source] in OWN_WORDS:
        return not statement.speaker
    outlet = case.readings[statement.report].report.outlet
    return bool(outlet and statement.speaker and name_words(outlet) == name_words(statement.speaker))


def _names_source(case: Case, statement: Statement, named: Statement) -> bool:
    """Whether the paragraph of a bare statement names that source after all, up to the end of its sentence.

    A sentence behind it that begins with "It" or "They" goes on with what it tells, and counts with it.
    """
    paragraph = case.paragraph_of(statement.report, statement.span)
    sentence = case.sentence_of(statement.report, statement.span)
    end = max(sentence.end, statement.span.end)
    for after in case.readings[statement.report].sentences[case.index_of(statement.report, sentence) + 1 :][:1]:
        if _GOING_ON.match(case.text_of(statement.report, after)):
            end = after.end
    paragraph = Span(paragraph.start, min(paragraph.end, end))
    if _is_carrier(case, named.speaker):
        report = case.readings[statement.report].report
        return named.speaker in report.agencies or (named.speaker or "") in report.text
    words = set(name_words(case.text_of(statement.report, paragraph)))
    name = proper_words(named.speaker or "")
    return len(name & words) >= (2 if len(name) > 2 else 1)


def _is_carrier(case: Case, speaker: str | None) -> bool:
    """Whether the source is an agency that some report of the story credits: who names it anywhere has named it."""
    return any(speaker in reading.report.agencies for reading in case.story.readings)


def _is_lost(case: Case, statement: Statement, named: Sequence[Statement], settings: Judge) -> bool:
    """Whether it matters that this report names no source.

    In a copy always, if it tells the same; between independent reports for numbers and charges, which no reporter sees.
    """
    text = case.text_of(statement.report, statement.span)
    for other in named:
        theirs = case.text_of(other.report, other.span)
        if _names_source(case, statement, other) or share_of_matter(text, theirs) < settings.lost_matter:
            continue
        is_copy = case.lineages[statement.report].id == case.lineages[other.report].id
        numbers = set(_NUMBER.findall(text)) & set(_NUMBER.findall(theirs))
        if is_copy or (other.speaker and (other.force == "accuses" or numbers)):
            least = settings.lost_sameness if is_copy else settings.lost_sameness_apart
            if rate_sameness(text, theirs) >= least:
                return True
    return False
