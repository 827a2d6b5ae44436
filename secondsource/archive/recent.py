"""Judged stories that somebody looked at lately, kept in memory: their pages are asked for one after the other."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from secondsource.model.findings import JudgedStory

MOST_REPORTS = 500
"""Reports of all stories that are kept; a hundred take 7 MB."""


class Recent:
    """Stories without the parse of their reports, each in the state in which it was loaded."""

    def __init__(self, most_reports: int = MOST_REPORTS) -> None:
        self._most_reports = most_reports
        self._stories: OrderedDict[str, tuple[str, JudgedStory]] = OrderedDict()
        self._lock = Lock()

    def find(self, story: str, state: str, load: Callable[[], JudgedStory | None]) -> JudgedStory | None:
        """The story in this state, loaded unless it is at hand; None where there is nothing to load."""
        with self._lock:
            kept = self._stories.get(story)
            if kept is not None and kept[0] == state:
                self._stories.move_to_end(story)
                return kept[1]
        loaded = load()
        if loaded is not None:
            self._keep(story, state, loaded)
        return loaded

    def _keep(self, story: str, state: str, loaded: JudgedStory) -> None:
        with self._lock:
            self._stories[story] = state, loaded
            self._stories.move_to_end(story)
            while self._size() > self._most_reports:
                self._stories.popitem(last=False)

    def _size(self) -> int:
        return sum(len(kept.story.readings) for _, kept in self._stories.values())
