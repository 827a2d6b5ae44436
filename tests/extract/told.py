"""What a short text attributes, in words."""

from dataclasses import dataclass
from functools import cache

from secondsource.model.readings import Reading
from secondsource.model.reports import Report
from secondsource.settings import Extract
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.extract.attributions import find_attributions


@dataclass(frozen=True)
class Told:
    """An attribution as its words; pieces of one part are joined by " … "."""

    speaker: str | None
    source: str
    cue: str
    content: str
    manner: str
    force: str
    via: tuple[str, ...]


@cache
def read(text: str) -> Reading:
    return annotate(Report(id="report", place="a test", text=text))


def tell(text: str) -> list[Told]:
    """Every attribution of `text`, in order."""
    return [
        Told(
            speaker=one.speaker,
            source=" … ".join(span.of(text) for span in one.source),
            cue=" … ".join(span.of(text) for span in one.cue),
            content=" … ".join(span.of(text) for span in one.content),
            manner=one.manner,
            force=one.force,
            via=tuple(via.name for via in one.via),
        )
        for one in find_attributions(read(text), Extract())
    ]


def tell_content(text: str, content: str) -> Told:
    """The attribution whose content has the words `content`, the shortest if there are several."""
    having = [told for told in tell(text) if content in told.content]
    assert having, f"nobody is given for {content!r} in {tell(text)}"
    return min(having, key=lambda told: len(told.content))
