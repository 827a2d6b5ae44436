"""An index in memory, from telling words to the reports that have them."""

from collections import defaultdict
from heapq import nlargest

from secondsource.model.sketches import Sketch
from secondsource.settings import Group
from secondsource.stages.group.sketches import keys


class Index:
    """Finds the reports that share telling words with a newcomer, at a cost that hardly grows with their number."""

    def __init__(self, settings: Group) -> None:
        self._settings = settings
        self._entries: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)

    def add(self, sketch: Sketch) -> None:
        """Take a report in; it must not be in the index yet."""
        for key, weight in keys(sketch, self._settings):
            self._entries[key].append((sketch.report, weight))

    def near(self, newcomer: Sketch) -> list[str]:
        """The reports that share most with the newcomer, the nearest first; of equals, the one taken in first.

        The rarest keys are looked up first, until as many entries are seen as settings allow.
        """
        shared: defaultdict[str, float] = defaultdict(float)
        left = self._settings.entries
        for key, weight in sorted(keys(newcomer, self._settings), key=lambda item: len(self._entries.get(item[0], ()))):
            entries = self._entries.get(key, [])
            left -= len(entries)
            if left < 0:
                break
            for report, other in entries:
                shared[report] += weight * other
        return nlargest(self._settings.nearest, shared, key=lambda report: shared[report])
