"""Answers, report by report: who denies, contradicts or keeps silent, and what the answer points back to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.judge.answered import find_answered, find_flat_denials, words_of
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.charges import Charge, is_denial, words_in
from secondsource.stages.judge.contraries import Contrary, find_contrary, find_contrary_across
from secondsource.stages.judge.likely_denials import find_likely_denials
from secondsource.stages.judge.silent import find_silent
from secondsource.text.contradictions import find_plea, find_rebuff, find_untrue
from secondsource.text.contraries import puts_it_on
from secondsource.text.wordings import content_words, share_of_matter

LOOK_BACK = 3
"""Sentences that a denial may point back over: "Both countries deny it" follows the charge closely."""
SHARED = 0.3
"""Share of what is called untrue that a charge right before it has in common if it is the one that is meant."""
COUNTER_REACH = 2
"""Sentences from a denial to the denier's own account of it: "It was our side that was hit"."""
SPEAKER_WORDS = 4
"""Most words before a plea that can be who makes it: "The two guards pleaded not guilty"."""
Answer = Literal["denial", "silence"]
Charges = tuple[Charge, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """Somebody's answer in one report: a denial, or a refusal to comment.

    `matter` says what is denied where the report says it; `charge` is what it points back to, in the same report or
    in another that tells the contrary. `raised` is the sentence before a silence in which another tells something.
    `is_likely` is what by no rule is a denial, but by its words and those around it.
    """

    report: str
    span: Span
    kind: Answer
    matter: str
    speaker: str | None
    charge: Charge | None
    raised: Span | None = None
    is_likely: bool = False


def find_all_replies(case: Case, charges: Mapping[str, Charges]) -> list[Reply]:
    """The answers of all reports; last, those that go against what only another report tells."""
    replies = [reply for report in case.readings for reply in find_replies(case, report, charges[report])]
    seen = {(reply.report, span) for reply in replies for span in _sentences(case, reply)}
    for denial in find_likely_denials(case, charges, seen):
        seen.add((denial.report, denial.sentence))
        replies.append(
            Reply(denial.report, denial.sentence, "denial", "", denial.speaker, denial.charge, is_likely=True)
        )
    for report, other, contrary in find_contrary_across(case):
        sentence = case.sentence_of(report, contrary[0].content[0])
        if (report, sentence) not in seen:
            seen.add((report, sentence))
            replies.append(_to_reply(case, report, other, contrary, charges[other]))
    return replies


def find_replies(case: Case, report: str, charges: Charges) -> Iterator[Reply]:
    """The denials and refusals to comment in the report, one a sentence, those with a verb of denying first."""
    found: list[Reply] = []
    seen: set[Span] = set()
    for find in (_find_denials, _find_flat_noes, _find_pleas, _find_contraries, _find_silences):
        for reply in find(case, report, charges, seen):
            if reply.span not in seen:
                seen.add(reply.span)
                found.append(reply)
    counters = [counter for reply in found for counter in _counterclaims(case, reply, seen)]
    yield from (*(_with_what_follows(case, reply, seen) for reply in found), *counters)


def _counterclaims(case: Case, reply: Reply, seen: Collection[Span]) -> Iterator[Reply]:
    """What the denier, beside his denial, puts on somebody else, as part of the same answer."""
    here = case.index_of(reply.report, reply.span)
    for saying in case.statements[reply.report].attributions if reply.kind == "denial" and reply.speaker else ():
        if saying.speaker == reply.speaker and saying.content:
            sentence = case.sentence_of(reply.report, saying.content[0])
            is_near = abs(case.index_of(reply.report, sentence) - here) <= COUNTER_REACH
            if is_near and sentence not in seen and puts_it_on(words_of(case, reply.report, saying)):
                yield replace(reply, span=sentence)


def _sentences(case: Case, reply: Reply) -> list[Span]:
    sentences = case.readings[reply.report].sentences
    first = case.index_of(reply.report, reply.span)
    return [span for span in sentences[first : first + 2] if span.overlaps(reply.span)]


def _with_what_follows(case: Case, reply: Reply, seen: Collection[Span]) -> Reply:
    """The denial with the flat no behind it in its paragraph: "Teld denied it. “Not one shot was fired,” it said."."""
    index = case.index_of(reply.report, reply.span) + 1
    following = case.readings[reply.report].sentences[index : index + 1]
    if reply.kind == "silence" or not following or following[0] in seen:
        return reply
    paragraph = case.paragraph_of(reply.report, reply.span)
    flat = (attribution.content[0] for attribution, _ in find_flat_denials(case, reply.report))
    if paragraph.contains(following[0]) and any(following[0].contains(content) for content in flat):
        return replace(reply, span=Span(reply.span.start, following[0].end))
    return reply


def _find_denials(case: Case, report: str, charges: Charges, seen: Collection[Span]) -> Iterator[Reply]:
    for attribution in case.statements[report].attributions:
        sentence = case.sentence_of(report, attribution.cue[0]) if attribution.cue else None
        if sentence is not None and sentence not in seen and is_denial(case, report, attribution):
            matter = _matter_of(case, report, attribution)
            charge = _pointed_at(case, report, sentence, charges)
            if charge is None:
                charge = _stated(case, report, attribution, matter)
            yield Reply(report, sentence, "denial", matter, attribution.speaker, charge)


def _find_flat_noes(case: Case, report: str, charges: Charges, seen: Collection[Span]) -> Iterator[Reply]:
    for attribution, words in find_flat_denials(case, report):
        sentence = case.sentence_of(report, attribution.content[0])
        untrue = find_untrue(words)
        if untrue is not None and len(set(content_words(untrue)) - words_in("anaphors")) >= 2:
            charge = _pointed_at(case, report, sentence, charges)
            is_meant = charge is not None and share_of_matter(untrue, charge.matter) >= SHARED
            found = charge if is_meant else _stated(case, report, attribution, untrue)
            yield Reply(report, sentence, "denial", untrue, attribution.speaker, found)
            continue
        is_pointing = untrue is not None or find_rebuff(case.text_of(report, sentence)) is not None
        words = "" if is_pointing else words
        charge = _pointed_at(case, report, sentence, charges) or _stated(case, report, attribution, words)
        goes_on = _goes_on(case, report, sentence, seen)
        if charge is not None and not goes_on and charge.speaker != attribution.speaker:
            yield Reply(report, sentence, "denial", "", attribution.speaker, charge)


def _is_in(sentence: Span, saying: Attribution) -> bool:
    return any(sentence.contains(span) for span in saying.cue)


def _goes_on(case: Case, report: str, sentence: Span, seen: Collection[Span]) -> bool:
    """Whether the sentence, or the one before it, is an answer already."""
    return any(case.index_of(report, sentence) - case.index_of(report, one) in (0, 1) for one in seen)


def _find_pleas(case: Case, report: str, charges: Charges, seen: Collection[Span]) -> Iterator[Reply]:
    for sentence in case.readings[report].sentences:
        words = case.text_of(report, sentence)
        start = find_plea(words)
        start = find_rebuff(words) if start is None else start
        if start is None or sentence in seen or _goes_on(case, report, sentence, seen):
            continue
        names = [name.entity for name in case.readings[report].names if sentence.contains(name.span)]
        before = words[:start].strip(" ,")
        told = [said.speaker for said in case.statements[report].attributions if _is_in(sentence, said)]
        named = next(iter([*names, *filter(None, told)]), None)
        speaker = before if 0 < len(before.split()) <= SPEAKER_WORDS else named
        charge = _pointed_at(case, report, sentence, charges)
        if charge is None:
            found = find_answered(case, report, sentence, speaker, "")
            charge = Charge(report, *found, is_stated=True) if found else None
        if charge is not None:
            yield Reply(report, sentence, "denial", "", speaker, charge)


def _find_contraries(case: Case, report: str, charges: Charges, seen: Collection[Span]) -> Iterator[Reply]:
    for contrary in find_contrary(case, report):
        if case.sentence_of(report, contrary[0].content[0]) not in seen:
            yield _to_reply(case, report, report, contrary, charges)


def _to_reply(case: Case, report: str, other: str, contrary: Contrary, charges: Charges) -> Reply:
    """The answer of one report to what it or another tells."""
    attribution, told, words, speaker = contrary
    charge = next((charge for charge in charges if charge.span == told), None)
    charge = charge or Charge(other, told, words, speaker, is_stated=True)
    return Reply(report, case.sentence_of(report, attribution.content[0]), "denial", "", attribution.speaker, charge)


def _find_silences(case: Case, report: str, charges: Charges, seen: Collection[Span]) -> Iterator[Reply]:
    accused = tuple(charge for charge in charges if charge.speaker is not None)
    for silence in find_silent(case, report):
        if silence.span not in seen:
            charge = _pointed_at(case, report, silence.span, accused)
            yield Reply(report, silence.span, "silence", silence.matter, None, charge, silence.raised)


def _stated(case: Case, report: str, denial: Attribution, words: str) -> Charge | None:
    """What the denial answers where nobody is accused: another's saying before it, as a charge."""
    found = find_answered(case, report, (denial.content or denial.cue)[0], denial.speaker, words)
    return Charge(report, *found, is_stated=True) if found else None


def _matter_of(case: Case, report: str, attribution: Attribution) -> str:
    """What is denied, in the report's words; empty when the denial only points back."""
    text = " ".join(case.text_of(report, content) for content in attribution.content)
    return text if len(set(content_words(text)) - words_in("anaphors")) >= 2 else ""


def _pointed_at(case: Case, report: str, sentence: Span, charges: Charges) -> Charge | None:
    """The charge in the same sentence, or else the last one before it that is near."""
    here = case.index_of(report, sentence)
    before = [charge for charge in charges if 0 <= here - case.index_of(report, charge.span) <= LOOK_BACK]
    return before[-1] if before else None
