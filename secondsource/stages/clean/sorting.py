"""The state of sorting a paste's lines, as the rules see it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.model.reports import BlockKind, Credit
from secondsource.stages.clean.frames import Frame
from secondsource.stages.clean.lines import Line


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is: a part of the report of some kind, or a cut with its reason; and the credits it gives."""

    kind: BlockKind | None
    reason: str = ""
    credits: tuple[Credit, ...] = ()


@dataclass(slots=True)
class Sorting:
    """The state of sorting: where the report lies, what was decided so far, and what the last furniture opened."""

    lines: Sequence[Line]
    frame: Frame
    captions: Sequence[float]
    verdicts: list[Verdict] = field(default_factory=list)
    opened: str | None = None
    seen: set[str] = field(default_factory=set)
    writers: set[str] = field(default_factory=set)
    front_matter: int = -1

    def settle(self, verdict: Verdict) -> None:
        """Take down what the next line is."""
        self.verdicts.append(verdict)
        self.writers.update(credit.value for credit in verdict.credits if credit.field == "authors")

    @property
    def at(self) -> int:
        return len(self.verdicts)

    @property
    def line(self) -> Line:
        return self.lines[self.at]

    @property
    def is_head(self) -> bool:
        return self.at < self.frame.first

    @property
    def is_tail(self) -> bool:
        return self.at > self.frame.last

    @property
    def before(self) -> Verdict | None:
        return self.verdicts[-1] if self.verdicts else None
