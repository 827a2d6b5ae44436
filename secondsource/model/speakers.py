"""Speakers across the stories of an archive: what each is quoted as saying."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom the reports of a story quote: how often in words, how often in substance, and the last day.

    `full` is the one fuller name in the story that this is a form of, or the same name.
    """

    speaker: str
    full: str
    quotes: int
    claims: int
    last_on: str | None
