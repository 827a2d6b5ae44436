"""Knobs of the lexicon."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Knobs of the lexicon."""

    folder: Path | None = None
    """A folder with outlets.toml, agencies.toml or owners.toml of one's own, read beside ours."""
