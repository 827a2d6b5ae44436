"""What containers may give out, so that no bomb of packed data fills the memory or runs for ever."""

from secondsource.model.reports import Rejection
from secondsource.settings import Ingest

BOMB = "unpacks to too much"
DEFAULT = Ingest()


class TooMuchError(Exception):
    """A container gives out more than it may; the message says what was exceeded."""


class Budget:
    """Counts what one outermost container, with all containers in it, has given out so far."""

    def __init__(self, settings: Ingest = DEFAULT) -> None:
        self.settings = settings
        self.unpacked = 0
        self.members = 0
        self.depth = 0

    def count_member(self) -> None:
        """One more member. Raises TooMuchError when there are too many."""
        self.members += 1
        if self.members > self.settings.max_members:
            raise TooMuchError(f"more than {self.settings.max_members:,} files in it")
        self.count_bytes(0, 0, 0)

    def count_bytes(self, given_out: int, taken_in: int, fresh: int) -> None:
        """`fresh` more bytes, after which `given_out` bytes in all have come from `taken_in` packed ones.

        Raises TooMuchError when that is too many, or too many for so few.
        """
        self.unpacked += fresh
        if self.unpacked > self.settings.max_unpacked:
            raise TooMuchError(f"more than {self.settings.max_unpacked / 2**30:.1f} GB in it")
        if given_out > self.settings.free_unpacked and given_out > taken_in * self.settings.max_ratio:
            raise TooMuchError(f"more than {self.settings.max_ratio} times its packed size")


def bomb(place: str, error: TooMuchError) -> Rejection:
    return Rejection(place, BOMB, f"{error}: made to fill the memory, or not meant for reading")
