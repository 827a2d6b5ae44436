"""A press that prints reports for the benches, and an archive filled with them.

The reports are made: words as frequent as in news (weights/rarity), stories of 1 to 30 reports that share rare words,
names and days, sentences with statements, and a parse.
"""

import gzip
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, count, islice

from sqlalchemy import Connection, Table

from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.model.readings import Name, Reading, Time, Token
from secondsource.model.reports import Block, Document, Report
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution, Dating, Figure, Statements
from secondsource.pipeline import ReadReport
from secondsource.stages.group.sketches import keys, sketch
from secondsource.store import tables, words
from secondsource.store.names import fold, save_names
from secondsource.store.neighbours import WEIGHT_UNIT
from secondsource.store.packing import pack
from secondsource.store.sentences import SHARE
from secondsource.store.statements import statement_rows
from secondsource.text.weights import WEIGHTS

SENTENCES, WORDS = 22, 15
OUTLETS = 200
OPEN_STORIES = 60
"""Stories that are told at a time; each report tells of one of them."""
ABOUT = 5
"""Words of each sentence that are its story's own."""
STOCKED = 1_000
"""Reports put into the large archive at once."""


@dataclass(frozen=True)
class Event:
    """What the reports of one story share."""

    day: str
    words: tuple[str, ...]
    names: tuple[str, ...]
    reports: int


class Press:
    """Makes reports, the same ones whenever it is made with the same seed."""

    def __init__(self, seed: int) -> None:
        self._seed, self._dice = seed, random.Random(seed)  # noqa: S311
        packed = (WEIGHTS / "rarity" / "reports.tsv.gz").read_bytes()
        rows = [line.split("\t") for line in gzip.decompress(packed).decode().splitlines()[1:]]
        self._words = [word for word, _ in rows if word.isalpha()]
        counts = {word: int(number) for word, number in rows}
        # A word stands in a report more than once the more often, the more reports it stands in.
        self._weights = list(accumulate(counts[word] ** 1.25 for word in self._words))
        self._rare = [word for word in self._words if counts[word] <= 40]
        names = [word.capitalize() for word in self._rare if len(word) > 4]
        self._names = [f"{one} {other}" for one, other in zip(names, reversed(names), strict=True)]

    def print(self) -> Iterator[Arrival]:
        """Reports without end, as they come in."""
        return (self.write(number, event) for number, event in enumerate(self.events()))

    def events(self) -> Iterator[Event]:
        """What each report tells of, without end."""
        running: list[Event] = []
        left: Counter[Event] = Counter()
        for number in count():
            while len(running) < OPEN_STORIES:
                running.append(self._happen(number))
                left[running[-1]] = running[-1].reports
            event = self._dice.choice(running)
            yield event
            left[event] -= 1
            if not left[event]:
                running.remove(event)

    def _happen(self, number: int) -> Event:
        day = f"20{20 + number // 24_000:02}-{number // 2_000 % 12 + 1:02}-{self._dice.randrange(1, 29):02}"
        size = min(30, int(self._dice.paretovariate(0.9)))
        return Event(day, tuple(self._dice.sample(self._rare, 40)), tuple(self._dice.sample(self._names, 4)), size)

    def write(self, number: int, event: Event) -> Arrival:
        dice = self._dice
        title = " ".join([dice.choice(event.names), *dice.sample(event.words, 4)])
        sentences, words, text = [], [], ""
        for _ in range(SENTENCES):
            start = len(text)
            drawn = dice.choices(self._words, cum_weights=self._weights, k=WORDS)
            for place in dice.sample(range(WORDS), ABOUT):
                drawn[place] = dice.choice(event.words)
            drawn[1] = dice.choice(event.names)
            for word in drawn:
                words.append(Span(len(text), len(text) + len(word)))
                text += f"{word} "
            text = f"{text[:-1]}. "
            sentences.append(Span(start, len(text) - 1))
        name = f"{number:07}-{self._seed}"
        report = Report(
            name, f"{name}.txt", text, title, outlet=f"Outlet {dice.randrange(OUTLETS)}", published_at=event.day,
            agencies=("NPA",) if dice.random() < 0.3 else (), language="en",
            blocks=(Block("paragraph", Span(0, len(text))),),
        )  # fmt: skip
        reading = Reading(
            report, tuple(sentences),
            tuple(Token(span, span.of(text), "NOUN", "NN", "dep", place) for place, span in enumerate(words)),
            tuple(Name(words[WORDS * place + 1], "person", event.names[0]) for place in range(SENTENCES)),
            (Time(sentences[0], "date", event.day),), event.day, "made",
        )  # fmt: skip
        said = tuple(
            Attribution((), (), (span,), "direct" if place % 2 else "indirect", "states", dice.choice(event.names))
            for place, span in enumerate(sentences[2:8])
        )
        figures = tuple(Figure(span, place, place, None, "dead") for place, span in enumerate(words[20:80:15]))
        told = Statements(name, said, figures, (Dating(words[0], event.day, sentences[0]),))
        return Arrival(Document(report.place, text.encode(), "text"), ReadReport(reading, told))


def stock(archive: Archive, press: Press, most: int) -> None:
    """Fill an archive with what adding so many reports would leave in it but for bytes and parses, and faster."""
    told: dict[Event, list[str]] = {}
    events = press.events()
    made = ((event, press.write(number, event)) for number, event in enumerate(events))
    with archive.database.writing() as connection:
        for done in range(0, most, STOCKED):
            batch = []
            for event, arrival in islice(made, STOCKED):
                assert isinstance(arrival.outcome, ReadReport)  # noqa: S101
                batch.append(arrival.outcome)
                told.setdefault(event, []).append(arrival.outcome.reading.report.id)
            shelve(connection, done + 1, batch)
            print(f"\r{done}", end="", file=sys.stderr, flush=True)
        connection.execute(
            tables.story.insert(),
            [
                {"id": f"s{n}", "title": " ".join(event.words[:6]).capitalize(), "happened_on": event.day,
                 "changed_at": f"{event.day}T12:00:00+00:00", "reports": len(held)}
                for n, (event, held) in enumerate(told.items())
            ],
        )  # fmt: skip
        members = [{"report": one, "story": f"s{n}"} for n, held in enumerate(told.values()) for one in held]
        connection.execute(tables.member.insert(), members)
        for field, names in (("outlet", {f"Outlet {n}" for n in range(OUTLETS)}), ("agency", {"NPA"})):
            save_names(connection, field, names)
        speakers = sorted({name for event in told for name in event.names})
        rows = [{"field": "speaker", "name": name, "folded": fold(name)} for name in speakers]
        connection.execute(tables.name.insert(), rows)
        words.rebuild(connection)


def shelve(connection: Connection, first: int, batch: list[ReadReport]) -> None:
    """Enter the rows of reports, numbered from `first`."""
    rows: dict[Table, list[dict[str, object]]] = {}

    def put(table: Table, **row: object) -> None:
        rows.setdefault(table, []).append(row)

    for number, one in enumerate(batch, start=first):
        report = one.reading.report
        name, at = report.id, "2020-01-01T00:00:00+00:00"
        document = Document(report.place, b"", "text")
        put(tables.document, id=name, content=name, packed=pack(document), place=name, article=name, report=name,
            seen_at=at, added_at=at)  # fmt: skip
        put(tables.report, number=number, id=name, document=name, article=name, seen_at=at, is_current=True,
            title=report.title, text=report.text, outlet=report.outlet, published_on=report.published_on)  # fmt: skip
        put(tables.reading, report=name, reading=pack(replace(one.reading, tokens=())), statements=pack(one.statements),
            annotated_by="", extracted_by="")  # fmt: skip
        for place, span in enumerate(one.reading.sentences):
            put(tables.sentence, number=number * SHARE + place, start=span.start, end=span.end)
        rows.setdefault(tables.statement, []).extend(statement_rows(number, one.reading, one.statements))
        for agency in report.agencies:
            put(tables.supply, report=name, agency=agency)
        drawn = sketch(one.reading)
        put(tables.sketch, report=name, packed=pack(drawn), sketched_by="", placed_by="")
        for word, weight in keys(drawn):
            put(tables.key, key=word, number=number, weight=round(WEIGHT_UNIT * weight))
    for table in tables.metadata.sorted_tables:
        if rows.get(table):
            connection.execute(table.insert(), rows[table])
