"""How alike two reports are: words and names that few reports have, and nearness in time."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import chain
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from secondsource.model.readings import Reading
from secondsource.settings import Group
from secondsource.text.rarity import find_word_forms, share_of_reports

Matrix = NDArray[np.float64]

_NAME_WORD = re.compile(r"(?<![.!?:\"”“]\s)\b[A-Z][\w-]+")


def measure(readings: Sequence[Reading], settings: Group) -> Matrix:
    """Likeness of every two reports, 0 to 1, by all words and by names."""
    words = _cosine([_words_of(reading, settings) for reading in readings], settings.news_weight, 0.0)
    names = _cosine([_names_of(reading) for reading in readings], settings.news_weight, settings.unshared_names)
    return (1 - settings.name_weight) * words + settings.name_weight * names


def nearness(readings: Sequence[Reading], settings: Group) -> Matrix:
    """Factor for every two reports that falls with the days between them; 1 where a day is unknown."""
    days = np.asarray([_day(reading) for reading in readings], dtype=np.float64)
    gap = np.nan_to_num(np.abs(days[:, None] - days[None, :]), nan=0.0)
    near: Matrix = settings.far_factor + (1 - settings.far_factor) / (1 + gap / settings.half_life_days)
    return near


def _words_of(reading: Reading, settings: Group) -> list[str]:
    """The words of a report; its title and its beginning, which tell of the event, count more."""
    body, title = find_word_forms(reading.report.text), find_word_forms(reading.report.title or "")
    return title * settings.title_weight + body + body[: settings.lead_words]


def _names_of(reading: Reading) -> list[str]:
    """The capitalised words of a report that do not begin a sentence."""
    return [word.lower() for word in _NAME_WORD.findall(f"{reading.report.title or ''} {reading.report.text}")]


def _cosine(bags: Sequence[list[str]], news_weight: float, unshared: float) -> Matrix:
    """Cosine of every two bags of words, each word weighing by how rare it is among the bags and in news at large.

    Every bag also holds something of the squared weight `unshared` that no other bag has.
    """
    from scipy.sparse import csr_array

    standing = Counter(chain.from_iterable(map(set, bags)))
    total = news_weight + len(bags)
    telling = {word: log((total + 1) / (news_weight * share_of_reports(word) + n)) for word, n in standing.items()}
    column = {word: index for index, word in enumerate(sorted(standing))}
    rows, columns, weights = [], [], []
    for row, bag in enumerate(bags):
        counted = Counter(bag)
        weight = np.asarray([(1 + log(count)) * telling[word] for word, count in sorted(counted.items())])
        length = sqrt(float(weight @ weight) + unshared)
        rows += [row] * len(counted)
        columns += [column[word] for word in sorted(counted)]
        weights += (weight / length if length else weight).tolist()
    table = csr_array((weights, (rows, columns)), shape=(len(bags), max(1, len(column))))
    return np.asarray((table @ table.T).toarray(), dtype=np.float64)


def _day(reading: Reading) -> float:
    try:
        return float(date.fromisoformat(reading.report.published_on or "").toordinal())
    except ValueError:
        return float("nan")
