"""Tagged: what the trained tagger takes for attributions, as candidates beside those of the rules."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from secondsource.model.spans import Span
from secondsource.model.statements import Force
from secondsource.settings import Extract
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.cues import load_nouns, load_verbs
from secondsource.stages.extract.quotes import add_quotation, to_span
from secondsource.stages.extract.sources import NOUNS, source_words
from secondsource.stages.extract.trees import Tree
from secondsource.text.quotation import Quotation
from secondsource.text.weights import has_tagger

if TYPE_CHECKING:
    from secondsource.text.tellings import Telling

SPOKEN, GENERAL = "states", "holds"
"""The force of a cue that the lexicon doesn't have: beside quoted words, and else ("is adamant that …")."""
FRAMES = ("clause", "quote", "object", "infinitive", "charge", "trait", "likeness")
"""Which of a verb's forces counts, the first that it has: the tagger doesn't say how the content hangs on it."""
MOSTLY = 0.6
"""A quotation of which so much is told is told whole, marks and all; of one that is only touched, no more is taken."""


_begun: dict[tuple[str, float], Future[tuple["Telling", ...]]] = {}
"""The text that is being looked at ahead of time, one at most; it changes when it is done, never what is found."""


@cache
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="tagger")


def foresee(text: str, settings: Extract) -> None:
    """Begin to look for what `text` attributes while the parser is at work on it: they use different cores."""
    if settings.tagger_least is not None and has_tagger():
        _begun.clear()
        _begun[text, settings.tagger_least] = _worker().submit(_look, text, settings.tagger_least)


def _look(text: str, least: float) -> tuple["Telling", ...]:
    from secondsource.text.tellings import find_tellings

    return find_tellings(text, least)


def find_tagged(tree: Tree, outer: Sequence[Quotation], least: float | None) -> list[Candidate]:
    """A candidate for every telling that is at least so likely; none without `least`, or without the weights."""
    if least is None or not has_tagger():
        return []
    begun = _begun.pop((tree.text, least), None)
    tellings = begun.result() if begun else _look(tree.text, least)
    candidates = (_to_candidate(tree, outer, telling) for telling in tellings)
    return [candidate for candidate in candidates if candidate]


def _to_candidate(tree: Tree, outer: Sequence[Quotation], telling: "Telling") -> Candidate | None:
    cue = tuple(tree.between(Span(*telling.cue)))
    if not cue:
        return None
    at = _head(tree, cue, ("VERB", "NOUN", "AUX"))
    source = tuple(word for part in telling.source for word in tree.between(Span(*part)) if word not in cue)
    source_at = _head(tree, source, NOUNS) if source else None
    phrase = source_words(tree, source_at) if source_at is not None else ()
    source = phrase if set(source) <= set(phrase) and set(phrase).isdisjoint(cue) else source
    content = tuple(Span(*part) for part in telling.content if _is_near(tree, telling, part))
    if not content:
        return None
    candidate = Candidate(at, cue, source, source_at, content, _force(tree, at, content[0]) or GENERAL, tagged=True)
    for quotation in outer:
        whole = to_span(quotation)
        told = sum(min(part.end, whole.end) - max(part.start, whole.start) for part in content if part.overlaps(whole))
        if told >= MOSTLY * len(whole):
            candidate = add_quotation(candidate, quotation)
    return replace(candidate, force=SPOKEN) if candidate.quotes and candidate.force == GENERAL else candidate


def _is_near(tree: Tree, telling: "Telling", part: tuple[int, int]) -> bool:
    """Whether a part of the content is in the cue's paragraph or all quoted: a report's own words go no further."""
    between = tree.text[min(part[0], telling.cue[0]) : max(part[1], telling.cue[1])]
    return "\n" not in between or all(tree.quoted[word] for word in tree.between(Span(*part)))


def _head(tree: Tree, words: Sequence[int], kinds: Sequence[str]) -> int:
    """The word on which the others hang: the first whose own head is not among them, rather one of `kinds`."""
    tops = [word for word in words if tree.head(word) not in words or tree.head(word) == word]
    return next((word for word in tops if tree.pos(word) in kinds), next(iter(tops), words[0]))


def _force(tree: Tree, at: int, content: Span) -> Force | None:
    """The force of the word at `at`; one of those that take an infinitive, only if the content is one."""
    first = tree.at(content.start)
    opens = first < len(tree) and tree.words[first] == "to"
    ways = load_verbs().get(tree.lemma(at), ())
    fitting = (frames for following, frames in ways if tuple(tree.words[at + 1 : at + 1 + len(following)]) == following)
    frames = next(fitting, {})
    for frame in FRAMES:
        if frame in frames and (frame != "infinitive" or opens):
            return frames[frame]
    return load_nouns().get(tree.lemma(at))
