"""Work that takes longer than a page may: what was asked for, and how far it is."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.reports import Addition, Rejection
from secondsource.model.resting import Rest

JobKind = Literal["ask", "add", "fetch", "compare"]
"""To say what a text rests on; to add what was handed in; to fetch an address and add what is there; to compare a
story."""
JobState = Literal["waiting", "working", "done", "failed", "stopped"]


@dataclass(frozen=True, slots=True)
class Handed:
    """What somebody pasted or uploaded: the name that a person knows it by, and its bytes."""

    name: str
    content: bytes
    is_pasted: bool


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done: `handed` for asking and adding, `address` for fetching, `story` for comparing."""

    kind: JobKind
    title: str
    handed: Handed | None = None
    address: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What is being done, and how much of it is behind: `stage` as the terminal has it (read, compare, embed)."""

    stage: str
    done: int


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work: how far it is, what became of each document, and what came of it.

    `outcomes` are the last ones, `outcomes_total` counts all. `trouble` says why it failed.
    """

    id: str
    task: Task
    state: JobState = "waiting"
    step: Step | None = None
    outcomes: tuple[Addition | Rejection, ...] = ()
    outcomes_total: int = 0
    rest: Rest | None = None
    trouble: str = ""

    @property
    def is_over(self) -> bool:
        return self.state not in ("waiting", "working")
