"""A span: where in a report's text something stands."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters (Unicode code points) in a report's text.

    Raises ValueError when it would start before the text or end before it starts.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The words that stand at this span of `text`."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


def place_of(spans: Sequence[Span], start: int) -> int:
    """The place of the span that this character stands in, or of the one before it where none holds it."""
    return max(0, bisect_right(spans, start, key=lambda span: span.start) - 1)
