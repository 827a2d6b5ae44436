"""Charges and the answers to them, report by report: who accuses, who denies, and what the denial points back to."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.judge.answered import find_answered, find_contrary, find_flat_denials
from secondsource.stages.judge.cases import Case
from secondsource.text.lexicon import load_lexicon
from secondsource.text.silences import find_silence
from secondsource.text.wordings import content_words

LOOK_BACK = 3
"""Sentences that a denial may point back over: "Both countries deny it" follows the charge closely."""

WORDS_OF_ONE = 4
"""Content words that a sentence with a word of charging must have to tell what is charged."""
WORDS_OF_BOTH = 7
"""The same where the sentence denies it too: "Both countries deny the accusation" tells nothing of the charge."""
_IDLE = re.compile(
    r"\bto\sblame\b|\bblame\sgame\b|\b(?:in|take|takes|took|free\sof|without|no|put\sin|at\sno|of)\scharge\b|\bcharges?\s(?:of\s)?(?:[$€£]?\d|per|for)\b"
    r"|\bclaim(?:s|ed)?\s(?:\w+\s){0,2}(?:lives|life|victory|responsibility|asylum|compensation|damages|benefits?|the\stitle)\b",
    re.IGNORECASE,
)
"""Words of charging that charge nobody: "the search for someone to blame", "the man in charge"."""
Answer = Literal["denial", "silence"]


@dataclass(frozen=True, slots=True)
class Charge:
    """Something that one report has somebody accused of: `span` is its sentence, `matter` the words of the charge.

    `is_stated` where nobody is accused in so many words, and somebody only states what another denies.
    """

    report: str
    span: Span
    matter: str
    speaker: str | None
    is_stated: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """Somebody's answer in one report: a denial, or a refusal to comment.

    `matter` says what is denied where the report says it; `charge` is what it points back to in the same report.
    """

    report: str
    span: Span
    kind: Answer
    matter: str
    speaker: str | None
    charge: Charge | None


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("denials")[table]["words"])


def find_charges(case: Case, report: str) -> tuple[Charge, ...]:
    """What somebody is accused of in the report, in text order, one charge a sentence."""
    found: dict[Span, Charge] = {}
    for attribution in case.statements[report].attributions:
        if attribution.force == "accuses" and attribution.content:
            where = Span(attribution.content[0].start, attribution.content[-1].end)
            sentence = case.sentence_of(report, where)
            found.setdefault(sentence, Charge(report, sentence, case.text_of(report, where), attribution.speaker))
    denying = {
        case.sentence_of(report, attribution.cue[0])
        for attribution in case.statements[report].attributions
        if is_denial(case, report, attribution)
    }
    for sentence in case.readings[report].sentences:
        needed = WORDS_OF_BOTH if sentence in denying else WORDS_OF_ONE
        if sentence not in found and _has_charge_word(case.text_of(report, sentence), needed):
            found[sentence] = Charge(report, sentence, case.text_of(report, sentence), None)
    return tuple(found[span] for span in sorted(found))


def _has_charge_word(sentence: str, needed: int) -> bool:
    words = set(content_words(_IDLE.sub(" ", sentence)))
    return bool(words & _words("charges")) and len(words - _words("anaphors")) >= needed


def find_replies(case: Case, report: str, charges: tuple[Charge, ...]) -> Iterator[Reply]:
    """The denials and refusals to comment in the report, one a sentence, those with a verb of denying first."""
    seen: set[Span] = set()
    for find in (_find_denials, _find_flat_noes, _find_contraries, _find_silences):
        for reply in find(case, report, charges, seen):
            if reply.span not in seen:
                seen.add(reply.span)
                yield reply


def _find_denials(case: Case, report: str, charges: tuple[Charge, ...], seen: Collection[Span]) -> Iterator[Reply]:
    for attribution in case.statements[report].attributions:
        sentence = case.sentence_of(report, attribution.cue[0]) if attribution.cue else None
        if sentence is not None and sentence not in seen and is_denial(case, report, attribution):
            matter = _matter_of(case, report, attribution)
            charge = _pointed_at(case, report, sentence, charges)
            if charge is None:
                charge = _stated(case, report, attribution, matter)
            yield Reply(report, sentence, "denial", matter, attribution.speaker, charge)


def _find_flat_noes(case: Case, report: str, charges: tuple[Charge, ...], seen: Collection[Span]) -> Iterator[Reply]:
    for attribution, words in find_flat_denials(case, report):
        sentence = case.sentence_of(report, attribution.content[0])
        charge = _pointed_at(case, report, sentence, charges) or _stated(case, report, attribution, words)
        goes_on = any(case.index_of(report, sentence) - case.index_of(report, one) in (0, 1) for one in seen)
        if charge is not None and not goes_on and charge.speaker != attribution.speaker:
            yield Reply(report, sentence, "denial", "", attribution.speaker, charge)


def _find_contraries(case: Case, report: str, charges: tuple[Charge, ...], seen: Collection[Span]) -> Iterator[Reply]:
    for attribution, told, words, speaker in find_contrary(case, report):
        sentence = case.sentence_of(report, attribution.content[0])
        if sentence not in seen:
            charge = next((charge for charge in charges if charge.span == told), None)
            charge = charge or Charge(report, told, words, speaker, is_stated=True)
            yield Reply(report, sentence, "denial", "", attribution.speaker, charge)


def _find_silences(case: Case, report: str, charges: tuple[Charge, ...], seen: Collection[Span]) -> Iterator[Reply]:
    accused = tuple(charge for charge in charges if charge.speaker is not None)
    for sentence in case.readings[report].sentences:
        silence = _kept_silent_on(case.text_of(report, sentence))
        if silence is not None and sentence not in seen:
            silence = _with_context(case, report, sentence, silence)
            charge = _pointed_at(case, report, sentence, accused)
            yield Reply(report, sentence, "silence", silence, None, charge)


def _stated(case: Case, report: str, denial: Attribution, words: str) -> Charge | None:
    """What the denial answers where nobody is accused: another's saying before it, as a charge."""
    found = find_answered(case, report, denial, words)
    return Charge(report, *found, is_stated=True) if found else None


def _kept_silent_on(sentence: str) -> str | None:
    """What else the sentence says in which somebody will not comment, and who; None if nobody keeps silent in it."""
    found = find_silence(sentence)
    return f"{sentence[: found[0]]}{sentence[found[1] :]}".strip(" .,") if found else None


def _with_context(case: Case, report: str, sentence: Span, silence: str) -> str:
    """What is kept silent about, with the sentence before it where that alone says what it is."""
    index = case.index_of(report, sentence)
    is_whole = len(content_words(silence)) >= WORDS_OF_ONE
    if is_whole or not index:
        return silence
    return f"{case.text_of(report, case.readings[report].sentences[index - 1])} {silence}"


def is_denial(case: Case, report: str, attribution: Attribution) -> bool:
    """Whether somebody denies something said: not "did not deny", and not an offer rejected."""
    if attribution.force != "denies" or not attribution.cue or _is_undone(case, report, attribution):
        return False
    cue = set(case.text_of(report, attribution.cue[0]).lower().split())
    if not cue & _words("weak"):
        return True
    if _is_passive(case, report, attribution):
        return False
    governed = {w for content in attribution.content for w in content_words(case.text_of(report, content))}
    return bool(governed & _words("answerable"))


def _is_passive(case: Case, report: str, attribution: Attribution) -> bool:
    """Whether the verb is passive and nobody is named for it: charges that are dismissed are denied by nobody."""
    if attribution.source:
        return False
    cue = attribution.cue[0]
    before = case.text_of(report, Span(case.sentence_of(report, cue).start, cue.start)).lower().split()
    return bool(before) and before[-1] in ("be", "been", "was", "were", "being", "is", "are")


def _is_undone(case: Case, report: str, attribution: Attribution) -> bool:
    """Whether a negation stands right before the verb: "did not deny"."""
    cue = attribution.cue[0]
    sentence = case.sentence_of(report, cue)
    before = case.text_of(report, Span(sentence.start, max(sentence.start, cue.start))).lower().replace("’", "'")
    inside = case.text_of(report, cue).lower().replace("’", "'").split()
    near = [*before.split()[-3:], *inside[:-1]]
    return any(word in _words("undone") or word.endswith("n't") for word in near)


def _matter_of(case: Case, report: str, attribution: Attribution) -> str:
    """What is denied, in the report's words; empty when the denial only points back."""
    text = " ".join(case.text_of(report, content) for content in attribution.content)
    return text if len(set(content_words(text)) - _words("anaphors")) >= 2 else ""


def _pointed_at(case: Case, report: str, sentence: Span, charges: tuple[Charge, ...]) -> Charge | None:
    """The charge in the same sentence, or else the last one before it that is near."""
    here = case.index_of(report, sentence)
    before = [charge for charge in charges if 0 <= here - case.index_of(report, charge.span) <= LOOK_BACK]
    return before[-1] if before else None
