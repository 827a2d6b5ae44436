"""Reports to annotate, put together from plain words."""

from secondsource.model.readings import Reading, Time
from secondsource.model.reports import Block, Report
from secondsource.model.spans import Span
from secondsource.stages.annotate.readings import annotate


def report_of(text: str, *, published_at: str | None = None, blocks: tuple[Block, ...] = ()) -> Report:
    return Report(id="r", place="test", text=text, published_at=published_at, blocks=blocks)


def blocks_of(text: str, *kinds: str) -> tuple[Block, ...]:
    """One block a line of `text`, of the kinds given."""
    blocks, start = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=True):
        blocks.append(Block(kind, Span(start, start + len(line))))  # type: ignore[arg-type]
        start += len(line) + 1
    return tuple(blocks)


def times_of(reading: Reading) -> list[tuple[str, str, str]]:
    return [_told(reading, time) for time in reading.times]


def _told(reading: Reading, time: Time) -> tuple[str, str, str]:
    return time.span.of(reading.report.text), time.type, time.value


def read(text: str, on: str | None = "2031-05-14") -> Reading:
    """`text` as a report of Wednesday, 14 May 2031, unless another day, or none, is given."""
    return annotate(report_of(text, published_at=on))
