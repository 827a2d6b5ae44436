"""The addresses of the desk's pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from secondsource.model.findings import JudgedStory
from secondsource.model.spans import Span, place_of
from secondsource.surfaces.page.addresses import finding_anchor, point_anchor

PREFIX = "s1"
"""What the ids of a story's things begin with: a page shows one story."""


def story_address(story: str) -> str:
    return f"/stories/{quote(story, safe='')}"


def report_address(report: str, sentence: int | None = None) -> str:
    """A report in the reading view, at a sentence (counted from 0) if one is named."""
    address = f"/reports/{_quoted(report)}"
    return address if sentence is None else f"{address}#s{sentence}"


@lru_cache(maxsize=4096)  # a page of a large story names its reports thousands of times
def _quoted(report: str) -> str:
    return quote(report, safe="")


@dataclass(frozen=True, slots=True)
class OnTheDesk:
    """A story's things have pages of their own. `sentences` are those of each report."""

    story: str
    sentences: Mapping[str, Sequence[Span]]

    def of_report(self, number: int, report: str) -> str:
        return report_address(report)

    def of_passage(self, number: int, report: str, start: int) -> str:
        return report_address(report, place_of(self.sentences[report], start))

    def of_point(self, number: int) -> str:
        return f"{story_address(self.story)}/points#{point_anchor(PREFIX, number)}"

    def of_words(self, number: int) -> str | None:
        return f"{story_address(self.story)}/points/{number}"

    def of_finding(self, number: int) -> str:
        return f"{story_address(self.story)}/findings#{finding_anchor(PREFIX, number)}"

    def of_part(self, name: str) -> str:
        return f"{story_address(self.story)}/{name}"


def on_the_desk(judged: JudgedStory) -> OnTheDesk:
    """The addresses of a judged story's things."""
    return OnTheDesk(judged.story.id, {one.report.id: one.sentences for one in judged.story.readings})
