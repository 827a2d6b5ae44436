"""An archive to ask: short reports made by hand, with a story that disagrees, and one whose texts are hostile."""

from dataclasses import replace
from itertools import count as numbers
from pathlib import Path

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.archive.judging import judge_changed
from secondsource.model.reports import Document
from secondsource.pipeline import ReadReport
from tests.archive.arrivals import arrive_many
from tests.nouns import count, read, say, tell

FERRY = (
    "The ferry Brisling sank off Skarrow on Friday. Adelin Corvay said the pilot had turned too late. "
    "Divers found 14 bodies in the hull of the ferry.",
    "The ferry Brisling sank off Skarrow on Friday morning. Adelin Corvay denied the pilot had turned too late. "
    "Divers found 19 bodies in the hull of the ferry.",
)
HOSTILE_TITLE = "=HYPERLINK(1) the books\x0b of \ufffe <b>Tallow</b> & Sons"
HOSTILE_SPEAKER = "@Tallow Smith"
HOSTILE = f"-2 tallow candles burned in the chandlery. {HOSTILE_SPEAKER} said the wick = 1+1 was fine. +3 went out."


def open_newsroom(folder: Path) -> Archive:
    """The archive, judged; its clock goes a minute with every look at it."""
    minutes = numbers()

    def now() -> str:
        minute = next(minutes)
        return f"2031-04-01T{minute // 60 % 24:02}:{minute % 60:02}:00+00:00"

    archive = Archive(folder, make=True, now=now)
    for number, text in enumerate(FERRY):
        _put(
            archive,
            f"ferry-{number}",
            text,
            "Adelin Corvay",
            ("the pilot had turned too late",),
            number=14 + 5 * number,
        )
    _put(archive, "hostile", HOSTILE, HOSTILE_SPEAKER, ("the wick = 1+1 was fine",), title=HOSTILE_TITLE)
    store(archive, arrive_many(6))
    list(judge_changed(archive))
    return archive


def _put(
    archive: Archive, name: str, text: str, speaker: str, said: tuple[str, ...], *, number: int = 0, title: str = "",
) -> None:  # fmt: skip
    drawn = read(name, text, day="2031-03-30", persons=(speaker,))
    reading = replace(drawn, report=replace(drawn.report, title=title or None, language="en"))
    force, cue = ("denies", "denied") if "denied" in text else ("states", "said")
    attributions = [say(reading, speaker, words, cue=cue, force=force) for words in said]
    figures = [count(reading, str(number), number, of="bodies")] if number else []
    told = tell(reading, attributions, figures)
    store(archive, [Arrival(Document(f"{name}.txt", text.encode(), "text"), ReadReport(reading, told))])
