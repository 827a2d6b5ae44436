"""How alike two reports are: words and names that few reports have, and nearness in time."""

import re
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from secondsource.model.readings import Reading
from secondsource.settings import Group

Matrix = NDArray[np.float64]

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_NAME_WORD = re.compile(r"(?<=[^.!?:\"”“] )[A-Z][\w-]+")


def words_of(reading: Reading, settings: Group) -> list[str]:
    """The words of a report in lower case; title and beginning, which tell of the event, count more."""
    body = [word.lower() for word in _WORD.findall(reading.report.text)]
    title = [word.lower() for word in _WORD.findall(reading.report.title or "")]
    return title * settings.title_weight + body + body[: settings.lead_words]


def names_of(reading: Reading) -> list[str]:
    """The capitalised words of a report that do not begin a sentence, in lower case."""
    return [word.lower() for word in _NAME_WORD.findall(f"{reading.report.title or ''} {reading.report.text}")]


def _cosine(bags: Sequence[list[str]]) -> Matrix:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

    keep: Callable[[list[str]], list[str]] = lambda bag: [word for word in bag if word not in ENGLISH_STOP_WORDS]  # noqa: E731
    try:
        counted = TfidfVectorizer(analyzer=keep, sublinear_tf=True).fit_transform(bags)
    except ValueError:  # sklearn's answer to bags without a word
        return np.zeros((len(bags), len(bags)))
    return np.asarray((counted @ counted.T).toarray(), dtype=np.float64)


def measure(readings: Sequence[Reading], settings: Group) -> Matrix:
    """Likeness of every two reports, 0 to 1: half by all words, half by names."""
    words = _cosine([words_of(reading, settings) for reading in readings])
    names = _cosine([names_of(reading) for reading in readings])
    return (words + names) / 2


def nearness(readings: Sequence[Reading], settings: Group) -> Matrix:
    """Factor for each two reports that falls with the days between them; 1 where a day is unknown."""
    days = np.asarray([_day(reading) for reading in readings], dtype=np.float64)
    gap = np.nan_to_num(np.abs(days[:, None] - days[None, :]), nan=0.0)
    near: Matrix = settings.far_factor + (1 - settings.far_factor) / (1 + gap / settings.half_life_days)
    return near


def _day(reading: Reading) -> float:
    try:
        return float(date.fromisoformat(reading.report.published_on or "").toordinal())
    except ValueError:
        return float("nan")
