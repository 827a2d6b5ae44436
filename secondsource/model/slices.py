"""A slice of a list that is too long to be handed out at once."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Noun]):
    """Some of a list, in its order; `next` is what the following ones are asked for with, None at the end."""

    items: tuple[Noun, ...]
    next: str | None
