"""Which reports hold a paragraph: in the same words, or rewritten."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from secondsource.archive.archives import Archive
from secondsource.archive.meanings import find_near_statements
from secondsource.archive.searching import PAGE
from secondsource.errors import UsageError
from secondsource.model.queries import HeldPassage, Holding, Query
from secondsource.model.spans import Span
from secondsource.store.database import Transaction
from secondsource.store.searches import FoundReport, find_sentences, load_found_reports
from secondsource.store.sentences import SHARE, load_sentences
from secondsource.text.rarity import find_word_forms, rarity

LONGEST = 20_000
"""Characters of a paragraph; a page of a newspaper has as many."""
LEAST_WORDS = 4
"""Words of a sentence that can be looked for; "He did not say more" stands everywhere."""
TELLING = 8
"""Words of a sentence, the rarest, by which it is looked for."""
LEAST_RARITY = 2.5
"""Rarity of such a word: it stands in fewer than one report in twelve (as in settings/trace.py)."""
NEAREST = 40
"""Sentences by words, and statements by meaning, that a sentence is compared with."""
LEAST_SHARED = 0.15
"""Share of its matter that a sentence must have in common with another for their meanings to be compared."""
LEAST_MEANING = 0.6
"""Cosine from which two sentences can say the same in other words."""
LEAST_LIKENESS = 0.55
"""Average of cosine and shared matter from which they are taken to."""
VERBATIM = 0.8
"""Share of a sentence's words, in runs of at least three, that stand in another for it to be in the same words."""
RUN = 3
"""Words in a row that are no chance."""

_END = re.compile(r"(?<=[.!?])[\"”’»)\]]{0,3}\s+|\n+")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a report: the report's number, where it stands, and which of its sentences it is, from 0."""

    report: int
    span: Span
    number: int


def find_holding(archive: Archive, paragraph: str, query: Query = Query(), *, most: int = PAGE) -> tuple[Holding, ...]:  # noqa: B008
    """Up to `most` reports that hold sentences of the paragraph, those that hold most of it first.

    Of a query, what it asks of reports counts. Raises UsageError when there is no sentence to look for.
    """
    if len(paragraph) > LONGEST:
        raise UsageError(f"the text is longer than {LONGEST} characters; `secondsource add` takes whole reports")
    sentences = [span for span in split(paragraph) if len(find_word_forms(span.of(paragraph))) >= LEAST_WORDS]
    if not sentences:
        raise UsageError(f"there is no sentence of {LEAST_WORDS} words or more in the text")
    held: dict[int, list[HeldPassage]] = {}
    with archive.database.reading() as connection:
        near = {span: _find_near(archive, connection, span.of(paragraph), query) for span in sentences}
        reports = load_found_reports(connection, sorted({place.report for places in near.values() for place in places}))
        for span, places in near.items():
            for number, passage in _compare(paragraph, span, places, reports):
                held.setdefault(number, []).append(passage)
    ranked = sorted(held, key=lambda number: (-sum(len(one.paragraph) * one.likeness for one in held[number]), number))
    return tuple(_weigh(paragraph, sentences, reports[number], held[number]) for number in ranked[:most])


def split(text: str) -> list[Span]:
    """The sentences of a pasted text, roughly: they end with a mark and a blank, or with a line."""
    cuts = [0, *(end for match in _END.finditer(text) for end in match.span()), len(text)]
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return [span for span in spans if span.of(text).strip()]


def _find_near(archive: Archive, connection: Transaction, sentence: str, query: Query) -> list[Place]:
    """The sentences of reports that share its rarest words, and the statements near it in meaning; in order."""
    words = sorted(set(find_word_forms(sentence)), key=lambda word: (-rarity(word), word))
    telling = [word for word in words if rarity(word) >= LEAST_RARITY][:TELLING] or words[:2]
    numbers = set(find_sentences(connection, telling, query, NEAREST))
    meant = find_near_statements(archive, connection, sentence, query)[:NEAREST]
    numbers |= {one.sentence for one in meant}
    spans = load_sentences(connection, sorted({number // SHARE for number in numbers}))
    return [
        Place(number // SHARE, spans[number // SHARE][number % SHARE], number % SHARE)
        for number in sorted(numbers)
        if number % SHARE < len(spans[number // SHARE])
    ]


def _compare(
    paragraph: str, span: Span, places: Sequence[Place], reports: Mapping[int, FoundReport]
) -> Iterator[tuple[int, HeldPassage]]:
    """The best match of a sentence in each report that has one, by the report's number."""
    best: dict[int, HeldPassage] = {}
    for place in places:
        passage = _match(paragraph, span, place.span, reports[place.report].text)
        if passage and (place.report not in best or passage.likeness > best[place.report].likeness):
            best[place.report] = replace(passage, place=place.number)
    yield from best.items()


def _match(paragraph: str, ours: Span, theirs: Span, text: str) -> HeldPassage | None:
    """What a sentence of a report holds of a sentence of the paragraph, if it says the same."""
    said = theirs.of(text)
    verbatim = _share_in_runs(find_word_forms(ours.of(paragraph)), find_word_forms(said))
    if verbatim >= VERBATIM:
        return HeldPassage(ours, theirs, said, True, round(verbatim, 4))
    matter = _share_of_matter(ours.of(paragraph), said)
    if matter < LEAST_SHARED:
        return None
    meaning = _cosine(ours.of(paragraph), said)
    likeness = (meaning + matter) / 2
    if meaning < LEAST_MEANING or likeness < LEAST_LIKENESS:
        return None
    return HeldPassage(ours, theirs, said, False, round(likeness, 4))


def _share_in_runs(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Share of our words that stand in theirs, in runs."""
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    least = min(RUN, len(ours))
    return sum(block.size for block in blocks if block.size >= least) / len(ours)


def _share_of_matter(ours: str, theirs: str) -> float:
    """Share that two sentences have in common of what both say, the rarer words weighing more."""
    one, other = set(find_word_forms(ours)), set(find_word_forms(theirs))
    whole = _weight(one) + _weight(other)
    return 2 * _weight(one & other) / whole if whole else 0.0


def _weight(words: set[str]) -> float:
    return sum(rarity(word) for word in sorted(words))


def _cosine(one: str, other: str) -> float:
    from secondsource.text.vectors import embed

    left, right = embed([" ".join(one.split()), " ".join(other.split())])
    return float(left @ right)


def _weigh(paragraph: str, sentences: Sequence[Span], report: FoundReport, passages: Sequence[HeldPassage]) -> Holding:
    """How much of the paragraph's words the passages are."""
    sizes = {span: len(find_word_forms(span.of(paragraph))) for span in sentences}
    whole = sum(sizes.values())
    share = sum(sizes[one.paragraph] for one in passages) / whole
    verbatim = sum(sizes[one.paragraph] for one in passages if one.is_verbatim) / whole
    return Holding(report.told, round(share, 4), round(verbatim, 4), tuple(passages))
