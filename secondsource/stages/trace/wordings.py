"""Shared wordings: runs of a report's own words that another report has too and no third one."""

from collections.abc import Iterable, Sequence

from secondsource.settings import Trace
from secondsource.stages.trace.tellings import Telling
from secondsource.text.rarity import find_word_forms, rarity

Run = tuple[str, ...]


def find_shared_wording(one: Telling, other: Telling, rest: Iterable[Telling], settings: Trace) -> str | None:
    """The most telling run of own words that only these two reports have, as `one` writes it; None without any."""
    theirs = _runs(other, settings.shared_run)
    theirs -= set().union(*(_runs(third, settings.shared_run) for third in rest))
    found: list[tuple[float, str]] = []
    for wording in one.wordings:
        words = find_word_forms(wording)
        for start, end in _stretches(words, theirs, settings.shared_run):
            found.append((sum(map(rarity, words[start:end])), _as_written(wording, start, end)))
    return max(found, key=lambda run: run[0], default=(0.0, None))[1]


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
