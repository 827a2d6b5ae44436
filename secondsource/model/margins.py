"""A report as it is read: beside its sentences, what the other reports of its story say."""

from dataclasses import dataclass

from secondsource.model.findings import Finding, JudgedStory, Point
from secondsource.model.reports import Report
from secondsource.model.spans import Span
from secondsource.model.stories import Stemma, StorySummary


@dataclass(frozen=True, slots=True)
class PointNote:
    """A point that the report tells at `span`. `number` counts the points of the story, from 1."""

    span: Span
    number: int
    point: Point


@dataclass(frozen=True, slots=True)
class FindingNote:
    """A finding that stands on words of the report at `span`, or is about a point that it tells there.

    `number` counts the findings of the story, from 1.
    """

    span: Span
    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Margins:
    """A report with what is known of its sentences.

    `current` is the latest version of its article, `versions` how many there are. An earlier version is in no story;
    `judged` is None, and there are no notes, while its story has not been compared.
    """

    report: Report
    sentences: tuple[Span, ...]
    current: str
    versions: int
    story: StorySummary | None
    judged: JudgedStory | None
    points: tuple[PointNote, ...]
    findings: tuple[FindingNote, ...]

    @property
    def stemma(self) -> Stemma | None:
        """The descent of the reports of the story."""
        return self.judged.stemma if self.judged else None
