"""Decisions: what a person rules over the machine's head."""

from dataclasses import dataclass
from typing import Literal

DecisionKind = Literal["merge", "split", "lock", "rename", "not a copy", "same source"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling. It names reports, not stories, for stories come and go; a report stands for all its versions.

    | kind | what it says |
    |---|---|
    | merge | `reports` and `others` are of one story |
    | split | none of `reports` is of one story with any of `others`; `reports` are of one story |
    | lock | the story of `reports` is those reports, no fewer and no more |
    | rename | the story of the first of `reports` is called `title` |
    | not a copy | the first of `reports` was not made from any of `others` |
    | same source | `reports` go back to one text |
    """

    kind: DecisionKind
    reports: tuple[str, ...]
    others: tuple[str, ...] = ()
    title: str | None = None
