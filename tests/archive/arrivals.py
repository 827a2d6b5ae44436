"""Documents that were read, made by hand: quick to store, for what is tested is what the archive keeps of them."""

from dataclasses import replace

from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.archive.verifying import Fault, verify
from secondsource.model.ids import digest
from secondsource.model.reports import Document
from secondsource.pipeline import ReadReport
from tests import nouns

EVENTS = (
    ("Brindle Bridge", "The old span at Brindle Bridge gave way under a timber lorry; the river Orle took the planks."),
    ("Tarn Council", "Tarn Council voted to close the municipal baths, and swimmers marched with their towels."),
    ("Pellow Mine", "Miners at Pellow found a seam of tin that surveyors had written off after the great flood."),
    ("Quill Theatre", "The Quill Theatre reopened with a comedy about beekeepers; the velvet curtain caught a nail."),
)
"""Four events that share no telling word."""


def arrive(
    place: str, text: str, *, title: str | None = None, outlet: str | None = None, day: str | None = "2031-03-04",
    url: str | None = None, seen_at: str | None = None,
) -> Arrival:  # fmt: skip
    """A document at `place` that says just this, and its reading."""
    read = nouns.read(digest(url or "", outlet or "", text), text, day=day)
    reading = replace(read, report=replace(read.report, place=place, title=title, outlet=outlet, url=url))
    document = Document(place, text.encode(), "text", fetched_at=seen_at)
    return Arrival(document, ReadReport(reading, nouns.tell(reading)))


def faults(archive: Archive) -> list[Fault]:
    """What is wrong with an archive, but for what a killed process had not finished."""
    return [told for told in verify(archive) if isinstance(told, Fault) and told.does_harm]


def arrive_many(count: int) -> list[Arrival]:
    """Reports of the four events in turn, each in other words."""
    made = []
    for number in range(count):
        name, told = EVENTS[number % len(EVENTS)]
        text = f"{told} It was {number} for {name}."
        made.append(arrive(f"/news/{number}.txt", text, title=f"{name}, part {number}", outlet=f"Outlet {number}"))
    return made
