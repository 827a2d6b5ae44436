"""Shared wordings: runs of a report's own words, and numbers and days, that another report has too and no third one."""

from collections import Counter
from collections.abc import Sequence

from secondsource.settings import Trace
from secondsource.stages.trace.tellings import Detail, Telling
from secondsource.text.rarity import find_word_forms, rarity

Run = tuple[str, ...]

_BOTH = 2


class Wordings:
    """The runs of words of a story's reports, with how many reports have each."""

    def __init__(self, tellings: Sequence[Telling], settings: Trace) -> None:
        self._length = settings.shared_run
        self._tellings = tellings
        self._known: Counter[Run] = Counter()
        self._given: Counter[Detail] = Counter()
        for telling in tellings:
            self._known.update(_runs(telling, self._length))
            self._given.update(telling.details)

    def find_shared_details(self, one: int, other: int) -> list[str]:
        """The numbers and days that only these two reports give, as they would be read, in the order of their size."""
        shared = self._tellings[one].details & self._tellings[other].details
        alone = sorted(detail for detail in shared if self._given[detail] == _BOTH and detail[0] != "name")
        return [_without_range(value) for _, value in alone]

    def find_shared(self, one: int, other: int) -> str | None:
        """The most telling run of own words that only these two reports have, as `one` writes it; None without any."""
        mine = self._tellings[one]
        both = _runs(mine, self._length) & _runs(self._tellings[other], self._length)
        shared = {run for run in both if self._known[run] == _BOTH}
        found: list[tuple[float, str]] = []
        for wording in mine.wordings if shared else ():
            words = find_word_forms(wording)
            for start, end in _stretches(words, shared, self._length):
                found.append((sum(map(rarity, words[start:end])), _as_written(wording, start, end)))
        return max(found, key=lambda run: run[0], default=(0.0, None))[1]


def _without_range(value: str) -> str:
    """A number as one where its bounds are one: 120 for 120–120; a true range, and a day, as it is."""
    low, mark, high = value.partition("–")
    return low if mark and low == high else value


def _runs(telling: Telling, length: int) -> set[Run]:
    found: set[Run] = set()
    for wording in telling.wordings:
        words = find_word_forms(wording)
        found.update(tuple(words[start : start + length]) for start in range(len(words) - length + 1))
    return found


def _stretches(words: Sequence[str], shared: set[Run], length: int) -> list[tuple[int, int]]:
    """Ranges of words every run of which is shared."""
    stretches: list[tuple[int, int]] = []
    for start in range(len(words) - length + 1):
        if tuple(words[start : start + length]) in shared:
            if stretches and stretches[-1][1] >= start + length - 1:
                stretches[-1] = (stretches[-1][0], start + length)
            else:
                stretches.append((start, start + length))
    return stretches


def _as_written(wording: str, start: int, end: int) -> str:
    """The words from `start` to `end` with the case and marks that they have in the wording."""
    written = wording.split()
    place, kept = 0, []
    for piece in written:
        count = len(find_word_forms(piece))
        if start <= place and place + count <= end and count:
            kept.append(piece)
        place += count
    return " ".join(kept).strip(" ,;:.—–-“”\"'")
