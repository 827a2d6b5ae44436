"""Compares a dossier with the gold of its story: for each stage, what was wanted and what of it was missed.

python tests/stories/gold.py examples/harbour          prints every miss, stage by stage
"""

import re
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any

from secondsource.model.findings import JudgedStory
from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Statements
from secondsource.pipeline import dossier

Row = dict[str, Any]


class GoldStory:
    """A story's dossier beside its gold."""

    def __init__(self, folder: Path) -> None:
        self._gold: dict[str, Any] = tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))
        self.name = folder.name
        self.dossier = dossier([str(folder / "reports")])

    def rows(self, section: str) -> list[Row]:
        """The gold's rows of a section; none where the gold says nothing of it."""
        rows: list[Row] = self._gold.get(section, [])
        return rows

    @property
    def about(self) -> Row:
        """What the gold says of the story as a whole."""
        about: Row = self._gold["story"]
        return about

    @cached_property
    def judged(self) -> JudgedStory:
        return max(self.dossier.stories, key=lambda judged: len(judged.story.readings))

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Readings by file name."""
        return {
            Path(reading.report.place).name: reading
            for judged in self.dossier.stories
            for reading in judged.story.readings
        }

    @cached_property
    def statements(self) -> dict[str, Statements]:
        """Statements by report id."""
        return {told.report: told for judged in self.dossier.stories for told in judged.statements}

    def file_of(self, report: str) -> str:
        return Path(self.judged.story.reading_of(report).report.place).name

    def find(self, file: str, text: str) -> Span | None:
        """Where the gold's words stand in the clean text of a report."""
        return find_words(self.readings[file].report.text, text)


def find_words(text: str, words: str) -> Span | None:
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(pattern, text)
    return Span(*found.span()) if found else None
