"""Findings on attribution: a source lost or swapped between reports, and a thing said more firmly than before."""

import re
from collections.abc import Iterator, Sequence

from secondsource.model.findings import TELLINGS, Finding, Point, Statement
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.fellows import Fellows
from secondsource.stages.judge.losses import (
    QUOTED,
    REPORTING,
    is_bare,
    is_bare_act,
    is_credited,
    is_lost,
    is_own,
    is_reworded,
    is_sourced,
    names_source,
    with_teller,
)
from secondsource.stages.judge.swaps import judge_swap
from secondsource.stages.judge.voices import is_near
from secondsource.text.corrections import find_correction
from secondsource.text.rarity import rarity
from secondsource.text.wordings import content_words

HEDGED = frozenset(["reports", "believes"])
"""Forces of "reportedly" and "it is thought": somebody is said to know, but nobody is named."""

PLACES_OF_ONE_SWAP = 2
"""Paragraphs of two reports that share another swapped quote: its words go on, and need not be told of again."""
CLOSE = 0.1
"""Share by which a number of a copy may be another than that of its original and still be taken from it."""
FEWEST_WORDS = 2
"""Content words of a sentence that tells enough to be known again by what it means."""
COPIED_WORDS = 4
"""Content words of a sentence from which it is known again in a copy."""
MOST_FELLOWS = 12
"""Sentences with a source that one without is held against: enough for any story but one of hundreds of copies."""
COPIED = 0.75
"""Share of the words of the shorter of two sentences that a copy of it has to the letter."""
_ADDED = re.compile(r"(?:who|whose|which|where)\b", re.IGNORECASE)
"""What begins a clause that the writer adds to what somebody says: "…, who was on his first visit"."""
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\b[^,.;:]{0,200},")
"""What is known of a thing that is named, told by the way: the source of the sentence need not vouch for it."""


def judge_attributions(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """For each point at most one finding on a lost source, one on a swapped one and one on a firmer wording.

    A sentence that has lost its source is told of once.
    """
    swapped: set[tuple[str, Span]] = set()
    lost: set[tuple[str, Span]] = set()
    fellows = Fellows(case)
    for point in sorted(points, key=lambda point: point.kind == "figure"):
        if len(point.statements) > 1:
            if point.kind in TELLINGS:
                yield from _lost(case, point, lost, settings, fellows)
            if point.kind == "figure":
                yield from _lost_beside_figure(case, point, lost)
            if point.kind == "quote":
                places = {(s.report, case.paragraph_of(s.report, s.span)) for s in point.statements}
                if len(places & swapped) < PLACES_OF_ONE_SWAP:
                    found = tuple(judge_swap(case, point))
                    swapped |= places if found else set()
                    yield from found
    yield from _lost_in_copies(case, lost, settings, fellows)


def _lost(
    case: Case, point: Point, told: set[tuple[str, Span]], settings: Judge, fellows: Fellows
) -> Iterator[Finding]:
    """A finding where reports tell without its source what others have from somebody; adds them to those `told`."""
    statements = [with_teller(case, s) for s in point.statements]
    named = [s for s in statements if is_sourced(case, s) and s.force in REPORTING and not is_own(case, s)]
    named = [s for s in named if not _ADDED.match(s.text)]
    hedged = [s for s in statements if not s.speaker and s.force in HEDGED]
    said = named or hedged
    bare = [s for s in statements if is_bare(case, s) or is_bare_act(case, s, named)]
    bare = [s for s in bare if is_lost(case, s, said, settings, fellows)]
    hedged = [s for s in hedged if is_lost(case, s, named, settings, fellows)]
    if not _are_new(case, (*hedged, *bare), told):
        return
    speakers = ", ".join(dict.fromkeys(s.speaker for s in said if s.speaker)) or "somebody"
    reasons = [f"{case.names_of(s.report for s in said)}: said by {speakers}"]
    if hedged:
        reasons.append(f"{case.names_of(s.report for s in hedged)}: no source is named, only that there is one")
    if bare:
        reasons.append(f"{case.names_of(s.report for s in bare)}: told as a fact")
    shown = tuple(case.show_sentence(s) for s in (*said, *hedged, *bare))
    yield Finding("attribution", "lost", f"The source is lost: {point.title}", tuple(reasons), shown, point.id)


def _are_new(case: Case, lost: Sequence[Statement], told: set[tuple[str, Span]]) -> bool:
    """Whether one of these sentences has not been told of; now they have."""
    places = {(s.report, case.sentence_of(s.report, s.span)) for s in lost}
    is_new = bool(places - told)
    told |= places
    return is_new


def _lost_in_copies(case: Case, told: set[tuple[str, Span]], settings: Judge, fellows: Fellows) -> Iterator[Finding]:
    """A finding for each sentence without a source that a fellow of the lineage has from somebody."""
    sourced = _sourced_sentences(case)
    for report, reading in case.readings.items():
        others = set(case.lineages[report].reports) - {report}
        contents = [span for a in case.statements[report].attributions for span in (*a.content, *a.cue)]
        contents += [
            block.span for block in reading.report.blocks if block.kind not in ("paragraph", "list", "correction")
        ]
        for sentence in reading.sentences if others & {s.report for own in sourced.values() for s in own} else ():
            words = frozenset(content_words(case.text_of(report, sentence)))
            if len(words) < FEWEST_WORDS or any(sentence.overlaps(span) for span in contents):
                continue
            bare = Statement(report, "claim", sentence, sentence.of(reading.report.text))
            named = [s for word in words for s in sourced.get(word, ()) if s.report in others]
            kept = [
                s
                for s in list(dict.fromkeys(named))[:MOST_FELLOWS]
                if not names_source(case, bare, s)
                and not case.goes_back_to(s.report, report)
                and (_is_copied(case, words, s) or is_reworded(case, bare, s, settings, fellows))
            ]
            if kept and not QUOTED.search(bare.text) and not is_credited(case, bare) and _are_new(case, [bare], told):
                speakers = ", ".join(dict.fromkeys(s.speaker for s in kept if s.speaker))
                reasons = (
                    f"{case.names_of(s.report for s in kept)}: said by {speakers}",
                    f"{case.name_of(report)}: told as a fact",
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
            span = _content_beside(case, report, attribution)
            text = span.of(reading.report.text)
            words = sorted(set(content_words(text)), key=lambda word: (-rarity(word), word))
            statement = Statement(report, "claim", span, text, attribution.speaker, (), attribution.force)
            is_other = is_own(case, statement) or QUOTED.search(text) or _ADDED.match(text)
            if len(words) >= FEWEST_WORDS and not is_other:
                for word in words[:2]:
                    found.setdefault(word, []).append(statement)
    return found


def _content_beside(case: Case, report: str, attribution: Attribution) -> Span:
    """What is told; where the source stands behind it, from its sentence on: for those before it nobody vouches."""
    start, end = attribution.content[0].start, attribution.content[-1].end
    if attribution.cue and attribution.cue[0].start > start:
        sentence = case.sentence_of(report, attribution.cue[0])
        start = max(start, sentence.start) if sentence.start < end else start
    return Span(start, end)


def _is_copied(case: Case, words: frozenset[str], named: Statement) -> bool:
    theirs = frozenset(content_words(_ASIDE.sub(" ", case.text_of(named.report, named.span))))
    fewest = min(len(words), len(theirs))
    return fewest >= COPIED_WORDS and len(words & theirs) >= COPIED * fewest


def _lost_beside_figure(case: Case, point: Point, told: set[tuple[str, Span]]) -> Iterator[Finding]:
    """Copies that tell a number as a fact which others of their lineage have from somebody."""
    statements = [with_teller(case, s) for s in point.statements]
    named = [s for s in statements if s.speaker and s.force in REPORTING and not is_own(case, s)]
    named = [s for s in named if is_sourced(case, s) and find_correction(case.show_sentence(s).text) is None]
    bare = [
        s
        for s in statements
        if is_bare(case, s)
        and any(
            case.lineages[s.report].id == case.lineages[other.report].id
            and _are_close(s, other)
            and not names_source(case, s, other)
            and not is_near(case, s, other.speaker or "")
            and not case.goes_back_to(other.report, s.report)
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


def _are_close(one: Statement, other: Statement) -> bool:
    """Whether a copy can have the one number from the other: the same, or rounded or miswritten."""
    ours, theirs = (s.low if s.low is not None else s.high for s in (one, other))
    if ours is None or theirs is None or one.unit != other.unit:
        return False
    return ours == theirs or abs(ours - theirs) <= CLOSE * max(abs(ours), abs(theirs))
