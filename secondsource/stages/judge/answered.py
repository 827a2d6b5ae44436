"""What a denial answers where nobody is accused in so many words: the last saying before it that says the contrary."""

import re
from collections.abc import Iterator

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.judge.cases import Case
from secondsource.text.contradictions import is_flat_no, points_back
from secondsource.text.modality import count_negations
from secondsource.text.naming import name_words
from secondsource.text.oppositions import are_opposed, is_dismissal, is_retort
from secondsource.text.wordings import content_words, share_of_matter

STATING = frozenset(["states", "claims", "accuses", "reports", "confirms"])
"""Forces of sayings that can be denied."""
CONTESTED = STATING | {"complains", "describes", "warns", "finds"}
"""The same, with those that another may go against right behind them."""
FAR_BACK = 10
"""Sentences back to a saying that names the one who denies it: a report tells one side, then the other."""
NEAR_BACK = 3
"""Sentences back to a saying that tells, by its words alone, what is denied."""
CLOSE_BACK = 2
"""Sentences back to a saying that a "no" without a word of its own points to."""
RIGHT_BEFORE = 0.5
"""How well a saying in the sentence before fits a denial that only points back, though it does not name who denies."""
SHARED = 0.3
"""Share of the matter of a flat no that the saying it answers has too."""
SHARED_OF_NAMED = 0.2
"""The same where one of the two names the other."""
LAST_SAYINGS = 3
"""Sayings back to the one that another may go against."""
_POINTS = re.compile(r"\b(?:it|him|her|them|they|this|that|these|those)\b", re.IGNORECASE)
STEM = 4
"""Letters that the name of a land and that of its people have in common, or more."""


def find_flat_denials(case: Case, report: str) -> Iterator[tuple[Attribution, str]]:
    """Every saying of the report that denies without a verb of denying, with its words."""
    for attribution in case.statements[report].attributions:
        if attribution.content and attribution.force in STATING:
            words = _words_of(case, report, attribution)
            if is_flat_no(words) or points_back(words):
                yield attribution, words


def find_contrary(case: Case, report: str) -> Iterator[tuple[Attribution, Span, str, str | None]]:
    """Every saying right behind somebody else's that claims the opposite, retorts or calls it untrue.

    With it come the sentence, the words and the speaker of what it goes against.
    """
    before: list[Attribution] = []
    for saying in case.statements[report].attributions:
        if not saying.content or saying.force not in CONTESTED or saying.speaker is None:
            continue
        for other in reversed(before[-LAST_SAYINGS:]):
            if other.speaker != saying.speaker and _goes_against(case, report, other, saying):
                words = _words_of(case, report, other)
                yield saying, case.sentence_of(report, other.content[0]), words, other.speaker
                break
        before.append(saying)


def _goes_against(case: Case, report: str, one: Attribution, other: Attribution) -> bool:
    back = case.index_of(report, other.content[0]) - case.index_of(report, one.content[0])
    if not 0 <= back <= CLOSE_BACK or one.content[0].overlaps(other.content[0]):
        return False
    sentence = case.text_of(report, case.sentence_of(report, other.content[0]))
    cue = " ".join(case.text_of(report, span) for span in other.cue)
    is_charge = one.force in ("accuses", "complains")
    if back <= 1 and ((is_charge and is_retort(cue)) or is_dismissal(sentence)):
        return True
    claimed, words = _words_of(case, report, one), _words_of(case, report, other)
    shared = set(content_words(claimed)) & set(content_words(words))
    is_linked = bool(shared) or (back <= 1 and (_POINTS.search(words) or _names(one.speaker, words)))
    return bool(is_linked) and are_opposed(claimed, words)


def find_answered(case: Case, report: str, denial: Attribution, words: str) -> tuple[Span, str, str | None] | None:
    """The saying of somebody else before a denial that it is meant for: its sentence, words and speaker.

    `words` are what is denied, empty where the denial only points back. Of the sayings near enough, it is the one that
    tells most of what is denied; a denial that points back is meant for the last that names the one who denies.
    """
    where = (denial.content or denial.cue)[0]
    here = case.index_of(report, where)
    best: tuple[float, int, Span, str, str | None] | None = None
    for saying in case.statements[report].attributions:
        if not saying.content or saying.force not in STATING or saying.content[0].start >= where.start:
            continue
        back = here - case.index_of(report, saying.content[0])
        claimed = _words_of(case, report, saying)
        if not 0 <= back <= FAR_BACK or saying.speaker == denial.speaker or count_negations(claimed):
            continue
        fit = _fit(denial, saying, words, claimed, back)
        if fit and (best is None or (fit, -back) >= best[:2]):
            best = (fit, -back, case.sentence_of(report, saying.content[0]), claimed, saying.speaker)
    return best[2:] if best else None


def _fit(denial: Attribution, saying: Attribution, words: str, claimed: str, back: int) -> float:
    """How well a saying fits as what is denied; 0 where it cannot be."""
    is_named = _names(denial.speaker, claimed)
    if points_back(words):
        return 1.0 if back <= CLOSE_BACK else 0.0
    if not words:
        return 1.0 if is_named else RIGHT_BEFORE if back <= 1 else 0.0
    has_word = bool(set(content_words(words)) & set(content_words(claimed)))
    shared = share_of_matter(words, claimed) if has_word else 0.0
    is_told = shared >= SHARED and back <= NEAR_BACK
    is_between = is_named or _names(saying.speaker, words)
    return shared if is_told or (is_between and shared >= SHARED_OF_NAMED) else 0.0


def _words_of(case: Case, report: str, attribution: Attribution) -> str:
    return " ".join(case.text_of(report, content) for content in attribution.content)


def _names(speaker: str | None, words: str) -> bool:
    """Whether the words name somebody, or the people of a land that speaks: "Teldish soldiers" of Teld."""
    proper = [word for part in (speaker or "").split() if part[:1].isupper() for word in name_words(part)]
    told = {word for part in words.split() if part.strip("“\"'(")[:1].isupper() for word in name_words(part)}
    return any(one[:STEM] == other[:STEM] for one in proper for other in told if min(len(one), len(other)) >= STEM)
