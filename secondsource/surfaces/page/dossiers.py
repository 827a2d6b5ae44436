"""The page of a dossier: one HTML file that needs nothing else."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from secondsource.model.findings import Dossier
from secondsource.surfaces.page.labels import label_story
from secondsource.surfaces.page.phrases import counted, opening
from secondsource.surfaces.page.stories import ShownStory
from secondsource.surfaces.page.templates import make_environment

if TYPE_CHECKING:
    from jinja2 import Environment

STYLE_SHEETS = ("base", "story", "graph", "account", "points", "texts", "print")
"""In the order in which they are joined: later ones may refine earlier ones."""


@dataclass(frozen=True, slots=True)
class Style:
    """The style sheet and the hash by which the content security policy allows it."""

    css: str
    sha256: str


def to_html(dossier: Dossier) -> str:
    """The dossier as one page: no script, no network; everything that came from a document is escaped."""
    stories = _show_stories(dossier)
    reports = sum(len(story.reports) for story in stories)
    title = stories[0].title if len(stories) == 1 else opening(counted(len(stories), "story", "stories"))
    return (
        _environment()
        .get_template("page.html")
        .render(stories=stories, rejections=dossier.rejections, reports=reports, title=title, style=_style())
    )


def _show_stories(dossier: Dossier) -> tuple[ShownStory, ...]:
    shown = []
    first_report = 1
    for number, judged in enumerate(dossier.stories, start=1):
        shown.append(ShownStory(judged, label_story(judged, number, first_report)))
        first_report += len(judged.story.readings)
    return tuple(shown)


@cache
def _environment() -> "Environment":
    return make_environment("page")


@cache
def _style() -> Style:
    folder = files("secondsource.surfaces") / "static" / "page"
    css = "\n".join((folder / f"{name}.css").read_text("utf-8") for name in STYLE_SHEETS)
    digest = b64encode(sha256(css.encode("utf-8")).digest()).decode("ascii")
    return Style(css, digest)
