"""Who speaks, across reports: "Putin", "Vladimir Putin" and "Mr Putin" are one speaker of the story."""

from collections import Counter
from collections.abc import Mapping, Sequence

from secondsource.model.readings import Reading
from secondsource.model.statements import Statements
from secondsource.text.naming import is_short_for, name_words

Speakers = Mapping[str, str]
"""From a name as some report has it to the name that the story uses for the same speaker."""


def resolve_speakers(readings: Sequence[Reading], statements: Mapping[str, Statements]) -> Speakers:
    """One name a speaker: the most frequent spelling of the fullest form that a shorter one can stand for."""
    counted: Counter[str] = Counter()
    for reading in readings:
        counted.update(name.entity for name in reading.names if name.kind in ("person", "organization"))
        for attribution in statements[reading.report.id].attributions:
            counted.update([attribution.speaker] if attribution.speaker else [])
            counted.update(via.name for via in attribution.via)
    by_words: dict[str, Counter[str]] = {}
    for name, count in counted.items():
        by_words.setdefault("".join(name_words(name)), Counter())[name] += count
    spellings = {key: min(names, key=lambda n: (-names[n], n)) for key, names in by_words.items()}
    totals = {spellings[key]: sum(names.values()) for key, names in by_words.items()}
    return {name: _fullest(spellings["".join(name_words(name))], totals) for name in counted}


def _fullest(name: str, totals: Mapping[str, int]) -> str:
    fuller = [other for other in totals if is_short_for(name, other)]
    return min(fuller, key=lambda other: (-totals[other], other)) if fuller else name
