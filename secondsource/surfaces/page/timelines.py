"""What the reports place in time, in the order of time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.model.findings import JudgedStory
from secondsource.model.statements import Dating
from secondsource.surfaces.page.contexts import Context
from secondsource.surfaces.page.labels import Citation, Labels, LineageLabel
from secondsource.surfaces.page.moments import Moment, to_moment


@dataclass(frozen=True, slots=True)
class Telling:
    """An event in one wording, the date in it, and every report that has it."""

    context: Context
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """All that is told of one moment. `is_the_day` marks the day of the story itself."""

    moment: Moment
    tellings: tuple[Telling, ...]
    lineages: tuple[LineageLabel, ...]
    is_the_day: bool

    @property
    def is_placed(self) -> bool:
        return self.moment.precision != "unplaced"

    @property
    def words(self) -> str:
        """The date in words: as it is printed, where it cannot be placed and ours cannot say it."""
        if self.is_placed or self.moment.shown != self.moment.value:
            return self.moment.shown
        printed = self.tellings[0].context.text
        return f"“{printed}”" if printed else self.moment.shown


def show_timeline(judged: JudgedStory, labels: Labels) -> tuple[TimelineEntry, ...]:
    """Every dating of every report, gathered by its date; dates that cannot be placed in time come last."""
    texts = {reading.report.id: reading.report.text for reading in judged.story.readings}
    told: dict[str, list[tuple[str, Dating]]] = {}
    for statements in judged.statements:
        for dating in statements.datings:
            told.setdefault(dating.value, []).append((statements.report, dating))
    entries = [
        TimelineEntry(
            to_moment(value),
            _tellings(datings, texts, labels),
            labels.lineages_of(report for report, _ in datings),
            value == judged.story.happened_on,
        )
        for value, datings in told.items()
    ]
    return tuple(sorted(entries, key=lambda entry: entry.moment.place_in_time))


def _tellings(datings: Iterable[tuple[str, Dating]], texts: Mapping[str, str], labels: Labels) -> tuple[Telling, ...]:
    by_text: dict[str, list[tuple[str, Dating]]] = {}
    for report, dating in datings:
        by_text.setdefault(" ".join(dating.event.of(texts[report]).split()), []).append((report, dating))
    return tuple(
        Telling(
            _in_event(texts[members[0][0]], members[0][1]),
            tuple(labels.cite(report, dating.event, text) for report, dating in members),
        )
        for text, members in by_text.items()
    )


def _in_event(text: str, dating: Dating) -> Context:
    """The event's words with the date told apart, where it stands inside them."""
    event, when = dating.event, dating.span
    if not event.contains(when):
        return Context("", "", event.of(text))
    return Context(text[event.start : when.start], when.of(text), text[when.end : event.end])
