"""Sketches: the words and names that a report can be known by, weighed by how rare they are in news at large."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from heapq import nsmallest
from math import log, sqrt

from secondsource.model.dates import PartialDate
from secondsource.model.readings import NameKind, Reading
from secondsource.model.sketches import Sketch
from secondsource.settings import Group
from secondsource.text.rarity import find_word_forms, rarity

UNIT = 1000
"""What the length of a report's direction comes to in the whole numbers that a sketch is written in."""

_NAME_WORD = re.compile(r"(?<![.!?:\"”“]\s)\b[A-Z][\w-]+")


def sketch(reading: Reading, settings: Group = Group()) -> Sketch:  # noqa: B008
    """What grouping needs of this report; it depends on nothing else."""
    told_by = partial(_rarity_of_name, several_words=settings.several_words)
    return Sketch(
        report=reading.report.id,
        title=_title(reading),
        published_on=reading.report.published_on,
        days=tuple(dict.fromkeys(time.value[:10] for time in reading.times if is_day(time.value[:10]))),
        words=_weigh(_words_of(reading, settings), rarity, 0.0),
        names=_weigh(_names_of(reading), rarity, settings.unshared_names),
        persons=_weigh(_entities_of(reading, "person"), told_by, settings.unshared_entities),
        places=_weigh(_entities_of(reading, "place"), told_by, settings.unshared_entities),
    )


def keys(sketch: Sketch, settings: Group = Group()) -> tuple[tuple[str, float], ...]:  # noqa: B008
    """The most telling words of a report with their weights, the most telling first.

    Summing, over the keys that two reports share, the product of both weights tells roughly how alike the two are.
    """
    squares = {word: (1 - settings.name_share) * (weight / UNIT) ** 2 for word, weight in sketch.words.items()}
    for name, weight in sketch.names.items():
        squares[name] = squares.get(name, 0.0) + settings.name_share * (weight / UNIT) ** 2
    best = nsmallest(settings.keys, squares.items(), key=lambda item: (-item[1], item[0]))
    return tuple((word, round(sqrt(square), 4)) for word, square in best)


def is_day(value: str) -> bool:
    """Whether this is EDTF for one calendar day."""
    known = PartialDate.from_edtf(value)
    return known is not None and known.is_day


def _title(reading: Reading) -> str:
    """The report's own title, else its first sentence, else its place."""
    if reading.report.title:
        return " ".join(reading.report.title.split())
    if reading.sentences:
        return " ".join(reading.sentences[0].of(reading.report.text).split())
    return reading.report.place


def _words_of(reading: Reading, settings: Group) -> list[str]:
    """The words of a report; its title and its beginning, which tell of the event, count more."""
    body, title = find_word_forms(reading.report.text), find_word_forms(reading.report.title or "")
    return title * settings.title_weight + body + body[: settings.lead_words]


def _names_of(reading: Reading) -> list[str]:
    """The capitalised words of a report that do not begin a sentence."""
    return [word.lower() for word in _NAME_WORD.findall(f"{reading.report.title or ''} {reading.report.text}")]


def _entities_of(reading: Reading, kind: NameKind) -> list[str]:
    """The persons or places of a report, as often as it names them."""
    return [name.entity.lower() for name in reading.names if name.kind == kind]


def _rarity_of_name(name: str, several_words: float) -> float:
    """How much a name tells: what its words do on average, and more where there are several."""
    words = name.split()
    return sum(map(rarity, words)) / max(1, len(words)) + several_words * (len(words) > 1)


def _weigh(words: list[str], tells: Callable[[str], float], unshared: float) -> dict[str, int]:
    """The weight of each word in a direction of the length UNIT, of which `unshared` (squared) is in no word here.

    A word weighs by how much it tells and, less than in proportion, by how often it stands there.
    """
    weight = {word: (1 + log(count)) * tells(word) for word, count in sorted(Counter(words).items())}
    length = sqrt(sum(value * value for value in weight.values()) + unshared)
    whole: Mapping[str, int] = {word: round(UNIT * value / length) for word, value in weight.items() if value}
    return {word: value for word, value in whole.items() if value}
