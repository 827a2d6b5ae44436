"""Stories that a reader asked to have compared, or that changed by a decision: done beside the server."""

from typing import Annotated

from fastapi import Depends, Request

from secondsource.errors import LimitError
from secondsource.surfaces.web.work import Work


class Comparisons:
    """Has the stories of an archive compared, each waiting at most once."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def start(self, story: str) -> bool:
        """Have a story compared; False when too much waits already."""
        try:
            self._work.compare(story)
        except LimitError:
            return False
        return True

    def is_under_way(self, story: str) -> bool:
        return any(one.task.story == story and not one.is_over for one in self._work.list())


async def _comparisons_of(request: Request) -> Comparisons:
    comparisons: Comparisons = request.app.state.comparisons
    return comparisons


TheComparisons = Annotated[Comparisons, Depends(_comparisons_of)]
"""A parameter of a route: what is being compared."""
