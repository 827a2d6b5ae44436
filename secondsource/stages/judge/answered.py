"""What a denial answers where nobody is accused in so many words: the last saying before it that says the contrary."""

from collections.abc import Iterator

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.judge.cases import Case
from secondsource.text.contradictions import find_untrue, is_flat_no, points_back
from secondsource.text.contraries import is_yielding
from secondsource.text.modality import count_negations
from secondsource.text.naming import name_words
from secondsource.text.silences import find_silence
from secondsource.text.wordings import content_words, share_of_matter

STATING = frozenset(["states", "claims", "accuses", "reports", "confirms"])
"""Forces of sayings that can be denied."""
ANSWERABLE = STATING | {"holds"}
"""The same, with what is only held: "the court heard that …"."""
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
STEM = 4
"""Letters that the name of a land and that of its people have in common, or more."""


def find_flat_denials(case: Case, report: str) -> Iterator[tuple[Attribution, str]]:
    """Every saying of the report that denies without a verb of denying, with its words."""
    for attribution in case.statements[report].attributions:
        if attribution.content and attribution.force in STATING:
            words = words_of(case, report, attribution)
            if find_silence(case.text_of(report, case.sentence_of(report, attribution.content[0]))):
                continue
            if is_yielding(words):
                continue
            if is_flat_no(words) or points_back(words) or find_untrue(words) is not None:
                yield attribution, words


def find_answered(
    case: Case, report: str, where: Span, speaker: str | None, words: str
) -> tuple[Span, str, str | None] | None:
    """The saying of somebody else before a denial at `where` that it is meant for: its sentence, words and speaker.

    `words` are what is denied, empty where the denial only points back. Of the sayings near enough, it is the one that
    tells most of what is denied; a denial that points back is meant for the last that names the one who denies.
    """
    here = case.index_of(report, where)
    best: tuple[float, int, Span, str, str | None] | None = None
    for saying in case.statements[report].attributions:
        if not saying.content or saying.force not in ANSWERABLE or saying.content[0].start >= where.start:
            continue
        last = [content for content in saying.content if content.start < where.start][-1]
        back = here - case.index_of(report, last)
        claimed = words_of(case, report, saying, before=where.start)
        if not 0 <= back <= FAR_BACK or saying.speaker == speaker or (words and count_negations(claimed)):
            continue
        fit = _fit(speaker, saying, words, claimed, back)
        if fit and (best is None or (fit, -back) >= best[:2]):
            best = (fit, -back, case.sentence_of(report, saying.content[0]), claimed, saying.speaker)
    return best[2:] if best else None


def _fit(speaker: str | None, saying: Attribution, words: str, claimed: str, back: int) -> float:
    """How well a saying fits as what is denied; 0 where it cannot be."""
    is_named = names(speaker, claimed)
    if points_back(words):
        return 1.0 if back <= CLOSE_BACK else 0.0
    if not words:
        return 1.0 if is_named else RIGHT_BEFORE if back <= 1 else 0.0
    has_word = bool(set(content_words(words)) & set(content_words(claimed)))
    shared = share_of_matter(words, claimed) if has_word else 0.0
    is_told = shared >= SHARED and back <= NEAR_BACK
    is_between = is_named or names(saying.speaker, words)
    return shared if is_told or (is_between and shared >= SHARED_OF_NAMED) else 0.0


def words_of(case: Case, report: str, attribution: Attribution, before: int | None = None) -> str:
    """What is said, without what stands between its parts; only those that begin before an offset, if one is given."""
    parts = (content for content in attribution.content if before is None or content.start < before)
    return " ".join(case.text_of(report, content) for content in parts)


def names(speaker: str | None, words: str) -> bool:
    """Whether the words name somebody, or the people of a land that speaks: "Teldish soldiers" of Teld."""
    proper = [word for part in (speaker or "").split() if part[:1].isupper() for word in name_words(part)]
    told = {word for part in words.split() if part.strip("“\"'(")[:1].isupper() for word in name_words(part)}
    return any(one[:STEM] == other[:STEM] for one in proper for other in told if min(len(one), len(other)) >= STEM)
