"""The small stories in tests/judge/stories, read by the real stages, with the lineages that their files name."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from secondsource.model.findings import Judgement
from secondsource.model.reports import Document, Given, Report
from secondsource.model.spans import Span
from secondsource.model.statements import Statements
from secondsource.model.stories import Lineage, Stemma, Story
from secondsource.stages.align.points import align
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.clean.reports import clean
from secondsource.stages.extract.statements import extract
from secondsource.stages.judge.findings import judge

FOLDER = Path(__file__).with_name("stories")
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@dataclass
class SmallStory:
    name: str
    gold: dict[str, Any]
    story: Story
    statements: dict[str, Statements]
    stemma: Stemma
    judgement: Judgement = field(init=False)

    def __post_init__(self) -> None:
        points = align(self.story, self.statements)
        self.judgement = judge(self.story, self.statements, self.stemma, points)

    def find(self, report: str, words: str) -> Span:
        """Where `words` stand in the report below its title."""
        text = self.story.reading_of(report).report.text
        start = text.find(words, text.find("\n"))
        assert start >= 0, f"{words!r} is not in {report}"
        return Span(start, start + len(words))


@cache
def read_story(name: str) -> SmallStory:
    gold = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    readings = tuple(annotate(_clean(row)) for row in gold["report"])
    statements = {reading.report.id: extract(reading) for reading in readings}
    lineages = tuple(
        Lineage(f"lineage-{index}", tuple(row["reports"]), row["reports"][0], False, None, ())
        for index, row in enumerate(gold["lineage"])
    )
    story = Story(name, readings[0].report.title or name, gold["happened_on"], readings)
    return SmallStory(name, gold, story, statements, Stemma(lineages, ()))


def _clean(row: dict[str, Any]) -> Report:
    given = Given(id=row["id"], outlet=row["outlet"], published_at=row["published_at"])
    report = clean(Document(row["id"], row["text"].strip().encode(), "text", given))
    assert isinstance(report, Report), report
    return report
