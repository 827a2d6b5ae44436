"""Kinship of two reports: how much of the shorter one the other tells in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.settings import Trace
from secondsource.stages.trace.passages import Pairing, chain, pair_sentences
from secondsource.text.similarity import compare


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two reports of a story, by their places in it, have in common."""

    left: int
    right: int
    pairings: tuple[Pairing, ...]
    chained: tuple[Pairing, ...]
    share: float


def find_kinships(readings: Sequence[Reading], settings: Trace) -> dict[tuple[int, int], Kinship]:
    """The kinship of every two reports, the earlier in the story on the left."""
    told = [sentences_of(reading) for reading in readings]
    starts = [0]
    for spans in told:
        starts.append(starts[-1] + len(spans))
    texts = [span.of(reading.report.text) for reading, spans in zip(readings, told, strict=True) for span in spans]
    likeness = compare(texts)
    found = {}
    for left in range(len(readings)):
        for right in range(left + 1, len(readings)):
            between = likeness[starts[left] : starts[left + 1], starts[right] : starts[right + 1]]
            pairings = pair_sentences(between, settings.least_likeness)
            chained = chain(pairings)
            shorter = min(len(told[left]), len(told[right]))
            found[left, right] = Kinship(left, right, pairings, chained, len(chained) / shorter if shorter else 0.0)
    return found


def sentences_of(reading: Reading) -> tuple[Span, ...]:
    """The report's sentences that tell something: not those of captions, which come with the picture."""
    captions = [block.span for block in reading.report.blocks if block.kind == "caption"]
    return tuple(s for s in reading.sentences if len(s) and not any(caption.overlaps(s) for caption in captions))
