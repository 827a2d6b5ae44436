"""Contradictions without a verb of denying: a saying that goes against somebody else's right before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.judge.answered import STATING, names, words_of
from secondsource.stages.judge.cases import Case
from secondsource.text.contradictions import is_flat_no, is_undenied
from secondsource.text.contraries import (
    are_of_one_day,
    are_of_one_tense,
    is_charge_like,
    is_negated_copy,
    is_promise,
    is_reported_question,
    is_whole,
    is_yielding,
    share_a_run,
    turns_elsewhere,
)
from secondsource.text.modality import count_negations
from secondsource.text.naming import are_one_name
from secondsource.text.offices import office_words
from secondsource.text.oppositions import are_opposed, is_dismissal, is_retort
from secondsource.text.rarity import rarity
from secondsource.text.silences import find_silence
from secondsource.text.wordings import content_words

CONTESTED = STATING | {"complains", "describes", "warns", "finds", "holds"}
"""Forces of sayings that another may go against right behind them."""
CLOSE_BACK = 2
"""Sentences back to a saying that another goes against."""
LAST_SAYINGS = 3
"""Sayings back to it."""
FAMILY = 5
"""Letters of a word from which a longer one that begins with it is of its family."""
_OWN = re.compile(r"\b(?:his|her|its|their|our|my)\s((?:\w+\s)?\w+)", re.IGNORECASE)
TELLING = 4.0
"""Rarity (text/rarity.py) of a word that two reports' sayings must share to be about one thing: in one report of 55."""
SHARED_ACROSS = 2
"""Content words that they share at least, that one among them."""
_POINTS = re.compile(r"\b(?:it|him|her|them|they|this|that|these|those)\b", re.IGNORECASE)

Contrary = tuple[Attribution, Span, str, str | None]
"""A saying, and the sentence, the words and the speaker of what it goes against."""


def find_contrary(case: Case, report: str) -> Iterator[Contrary]:
    """Every saying right behind somebody else's that claims the opposite, retorts or calls it untrue.

    Also one right behind a question after what somebody has said, if it says no to it.
    """
    before: list[Attribution] = []
    for saying in case.statements[report].attributions:
        if not saying.content or saying.force not in CONTESTED or saying.speaker is None:
            continue
        asked = _answered_question(case, report, saying)
        if asked is not None:
            yield saying, asked, case.text_of(report, asked), None
            continue
        for other in reversed(before[-LAST_SAYINGS:]):
            if not are_one_name(other.speaker or "", saying.speaker) and _goes_against(case, report, other, saying):
                words = words_of(case, report, other)
                yield saying, case.sentence_of(report, other.content[0]), words, other.speaker
                break
        before.append(saying)


def _answered_question(case: Case, report: str, answer: Attribution) -> Span | None:
    """The question right before an answer that says no, if it is after what somebody has said."""
    index = case.index_of(report, answer.content[0])
    words = words_of(case, report, answer)
    if not index or is_yielding(words) or not (is_whole(words) or is_flat_no(words) or count_negations(words)):
        return None
    question = case.readings[report].sentences[index - 1]
    return question if is_reported_question(case.text_of(report, question)) else None


@dataclass(frozen=True, slots=True)
class _Told:
    """What somebody says in a report."""

    report: str
    saying: Attribution
    words: str
    matter: frozenset[str]


def find_contrary_across(case: Case) -> Iterator[tuple[str, str, Contrary]]:
    """Every saying of all or none that goes against what somebody else says in another report, with the two reports."""
    told = [one for report in case.readings for one in _sayings(case, report)]
    holders: dict[str, list[int]] = {}
    for place, one in enumerate(told):
        for word in one.matter if is_charge_like(one.words) else ():
            if rarity(word) >= TELLING:
                holders.setdefault(word, []).append(place)
    for one in told:
        if (is_whole(one.words) or is_flat_no(one.words)) and not is_yielding(one.words):
            near = sorted({place for word in one.matter for place in holders.get(word, ())})
            other = next((told[place] for place in near if _is_contrary_across(case, told[place], one)), None)
            if other is not None:
                sentence = case.sentence_of(other.report, other.saying.content[0])
                yield one.report, other.report, (one.saying, sentence, other.words, other.saying.speaker)


def _sayings(case: Case, report: str) -> Iterator[_Told]:
    for saying in case.statements[report].attributions:
        if saying.content and saying.force in STATING:
            words = words_of(case, report, saying)
            yield _Told(report, saying, words, frozenset(content_words(words)))


def _is_contrary_across(case: Case, claim: _Told, answer: _Told) -> bool:
    if claim.report == answer.report or len(claim.matter & answer.matter) < SHARED_ACROSS:
        return False
    if are_one_name(claim.saying.speaker or "", answer.saying.speaker or ""):
        return False
    if not are_of_one_day(claim.words, answer.words):
        return False
    if not are_of_one_tense(claim.words, answer.words) or share_a_run(claim.words, answer.words):
        return False
    both_negate = count_negations(claim.words) and count_negations(answer.words)
    is_copy = (
        is_negated_copy(claim.words, answer.words) and len(claim.saying.content) == len(answer.saying.content) == 1
    )
    is_against = is_copy or are_opposed(claim.words, answer.words)
    return is_against and not both_negate and not _are_fellows(case, claim.saying, answer.saying)


def _goes_against(case: Case, report: str, one: Attribution, other: Attribution) -> bool:
    back = case.index_of(report, other.content[0]) - case.index_of(report, one.content[0])
    if not 0 <= back <= CLOSE_BACK or any(part.overlaps(other.content[0]) for part in one.content):
        return False
    sentence = case.text_of(report, case.sentence_of(report, other.content[0]))
    if find_silence(sentence):
        return False
    cue = " ".join(case.text_of(report, span) for span in other.cue)
    is_charge = one.force in ("accuses", "complains")
    if back <= 1 and ((is_charge and is_retort(cue)) or is_dismissal(sentence)):
        return True
    claimed, words = words_of(case, report, one), words_of(case, report, other)
    if _is_granted(case, report, one, other) or _are_fellows(case, one, other) or is_undenied(claimed):
        return False
    shared = set(content_words(claimed)) & set(content_words(words))
    points = _POINTS.search(words.removeprefix("that ")) or names(one.speaker, words)
    is_linked = bool(shared) or not back or (back == 1 and points)
    if (is_linked and are_opposed(claimed, words)) or is_negated_copy(claimed, words):
        return True
    return is_charge_like(claimed) and _is_addressed(case, claimed, other) and _is_contrary(claimed, words)


def _is_contrary(claimed: str, words: str) -> bool:
    """Whether the one who is spoken of says something that does not go with it: of all or none, or of somebody else."""
    if are_opposed(claimed, words) or turns_elsewhere(words):
        return True
    both_negate = count_negations(claimed) and count_negations(words)
    return is_whole(words) and not is_whole(claimed) and not both_negate and not is_promise(words)


def _is_granted(case: Case, report: str, one: Attribution, other: Attribution) -> bool:
    """Whether the answer, or what stands between it and the claim, grants the claim."""
    between = Span(one.content[-1].end, max(one.content[-1].end, other.content[0].start))
    return is_yielding(words_of(case, report, other)) or is_yielding(case.text_of(report, between))


def _are_fellows(case: Case, one: Attribution, other: Attribution) -> bool:
    """Whether two speakers are of one side, as the reports introduce them."""
    sides = [case.introductions.words_of(saying.speaker or "") for saying in (one, other)]
    return bool((sides[0] & sides[1]) - office_words())


def owns(case: Case, claimed: str, speaker: str | None) -> bool:
    """Whether the claimant calls the one who speaks his own: "his client", "its captain"."""
    party = {word.removesuffix("s") for word in case.introductions.words_of(speaker or "")}
    return bool(party & _owned(claimed))


def _owned(claimed: str) -> set[str]:
    return {word.removesuffix("s") for found in _OWN.finditer(claimed) for word in content_words(found[1])}


def _is_addressed(case: Case, claimed: str, answer: Attribution) -> bool:
    """Whether the one who answers, or what is his, is spoken of in the claim, and not as the claimant's own man."""
    party = case.introductions.words_of(answer.speaker or "")
    told = [word.removesuffix("s") for word in content_words(claimed)]
    owned = _owned(claimed)
    return any(_is_of(word.removesuffix("s"), other) for word in party for other in told if other not in owned)


def _is_of(word: str, other: str) -> bool:
    """Whether two words are one, or one of a family: prison and prisoner."""
    return word == other or (len(word) >= FAMILY and other.startswith(word))
