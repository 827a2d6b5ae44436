"""Charges, report by report: who accuses whom, and which answers are denials of it."""

import re
from dataclasses import dataclass
from functools import cache

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.judge.answered import find_flat_denials
from secondsource.stages.judge.cases import Case
from secondsource.text.contradictions import points_back
from secondsource.text.lexicon import load_lexicon
from secondsource.text.oppositions import is_dismissal
from secondsource.text.wordings import content_words

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
_ANSWERED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)"
    r"|contest(?:s|ed|ing)?)\s(?:(?:all|both|any|each)\s)?(?:of\s)?(?:(?:the|this|that|these|those|such)\s)?"
    r"(?:charges?|accusations?|allegations?|claims?)\b(?!\s(?:that|of|by|from|about|against)\b)",
    re.IGNORECASE,
)
"""Words of charging that only point back to a charge: "in denying the charge"."""


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


@cache
def words_in(table: str) -> frozenset[str]:
    """The words of a table of lexicon/denials.toml."""
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
    flat = [(case.sentence_of(report, said.content[0]), words) for said, words in find_flat_denials(case, report)]
    denying |= {sentence for sentence, _ in flat}
    pointing = {sentence for sentence, words in flat if points_back(words)}
    for sentence in case.readings[report].sentences:
        words = case.text_of(report, sentence)
        needed = WORDS_OF_BOTH if sentence in denying or is_dismissal(words) else WORDS_OF_ONE
        if sentence not in found and sentence not in pointing and _has_charge_word(words, needed):
            found[sentence] = Charge(report, sentence, words, None)
    return tuple(found[span] for span in sorted(found))


def _has_charge_word(sentence: str, needed: int) -> bool:
    words = set(content_words(_ANSWERED.sub(" ", _IDLE.sub(" ", sentence))))
    return bool(words & words_in("charges")) and len(words - words_in("anaphors")) >= needed


def is_denial(case: Case, report: str, attribution: Attribution) -> bool:
    """Whether somebody denies something said: not "did not deny", and not an offer rejected."""
    if attribution.force != "denies" or not attribution.cue or _is_undone(case, report, attribution):
        return False
    cue = set(case.text_of(report, attribution.cue[0]).lower().split())
    if not cue & words_in("weak"):
        return True
    if _is_passive(case, report, attribution):
        return False
    governed = {w for content in attribution.content for w in content_words(case.text_of(report, content))}
    return bool(governed & words_in("answerable"))


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
    return any(word in words_in("undone") or word.endswith("n't") for word in near)
