"""Particulars: the numbers and days that two reports give and no other report of the story does.

Independent writers share what is public; that both choose the same of what nobody else tells gives a copy away.
"""

from collections import Counter
from collections.abc import Sequence

from secondsource.stages.trace.tellings import Detail, Telling

KINDS = frozenset(["number", "day"])
"""Names are left out: those of places and bodies come and go with the spelling."""


class Particulars:
    """The numbers and days of a story's reports, and in how many of them each stands."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._details = [frozenset(detail for detail in telling.details if detail[0] in KINDS) for telling in tellings]
        self._often: Counter[Detail] = Counter(detail for details in self._details for detail in details)

    def count(self, left: int, right: int, kin: frozenset[int]) -> int:
        """How many two reports share that nobody else has but their own `kin`, the two among them."""
        shared = self._details[left] & self._details[right]
        return sum(
            1 for detail in shared if self._often[detail] == sum(detail in self._details[other] for other in kin)
        )
