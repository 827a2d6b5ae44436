"""What an archive costs as it grows: adding, storing against reading, searching, memory.

    python -m bench.archive [--full] [--base FOLDER]

The reports are made: words as frequent as in news (weights/rarity), stories of 1 to 30 reports that share rare words,
names and days, sentences with statements, and a parse. They are given to the archive as if they had just been read.
--full adds 10,000 reports to an archive of 100,000, otherwise 1,000 are added to one of 10,000. --base names a folder
where the large archive is kept for the next run. Compare ratios, not seconds, between machines.
"""

import argparse
import gzip
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, count, islice
from pathlib import Path

from sqlalchemy import Connection, Table

from secondsource.archive.adding import BATCH, store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.archive.queries import parse
from secondsource.archive.searching import search
from secondsource.model.readings import Name, Reading, Time, Token
from secondsource.model.reports import Block, Document, Report
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution, Dating, Figure, Statements
from secondsource.pipeline import ReadReport, read
from secondsource.stages.group.sketches import keys, sketch
from secondsource.store import tables, words
from secondsource.store.names import fold, save_names
from secondsource.store.neighbours import WEIGHT_UNIT
from secondsource.store.packing import pack
from secondsource.store.sentences import SHARE
from secondsource.store.statements import statement_rows
from secondsource.text.weights import WEIGHTS

SMALL, FULL = (10_000, 1_000), (100_000, 10_000)
SENTENCES, WORDS = 22, 15
OUTLETS = 200
OPEN_STORIES = 60
"""Stories that are told at a time; each report tells of one of them."""
ABOUT = 5
"""Words of each sentence that are its story's own."""
STOCKED = 1_000
"""Reports put into the large archive at once."""
QUERIES = 40
"""Queries of each sort."""


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
    stories: dict[Event, list[Reading]] = {}
    events = press.events()
    made = ((event, press.write(number, event)) for number, event in enumerate(events))
    with archive.database.writing() as connection:
        for done in range(0, most, STOCKED):
            batch = []
            for event, arrival in islice(made, STOCKED):
                assert isinstance(arrival.outcome, ReadReport)  # noqa: S101
                batch.append(arrival.outcome)
                stories.setdefault(event, []).append(arrival.outcome.reading)
            shelve(connection, done + 1, batch)
            print(f"\r{done}", end="", file=sys.stderr, flush=True)
        told = list(enumerate(stories.values()))
        rows = [
            {"id": f"s{n}", "title": held[0].report.title, "happened_on": held[0].anchored_on, "changed_at": "2020",
             "reports": len(held)}
            for n, held in told
        ]  # fmt: skip
        connection.execute(tables.story.insert(), rows)
        connection.execute(
            tables.member.insert(), [{"report": one.report.id, "story": f"s{n}"} for n, held in told for one in held]
        )
        for field, names in (("outlet", {f"Outlet {n}" for n in range(OUTLETS)}), ("agency", {"NPA"})):
            save_names(connection, field, names)
        speakers = sorted({name for event in stories for name in event.names})
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


def add(archive: Archive, arrivals: Iterator[Arrival], most: int, batch: int = BATCH) -> float:
    """Store so many; seconds a report, without the making of them."""
    spent = 0.0
    for done in range(0, most, batch):
        made = list(islice(arrivals, batch))
        start = time.perf_counter()
        store(archive, made)
        spent += time.perf_counter() - start
        if done % 10_000 < batch:
            print(f"\r{done}", end="", file=sys.stderr, flush=True)
    return spent / most


def storing_against_reading(archive: Archive) -> tuple[float, float]:
    """Seconds a report of reading the example, all but the first, and of storing what was read."""
    from secondsource.engines.local import Local

    first, *others = sorted(map(str, Path("examples/harbour/reports").iterdir()))
    list(read([first], engine=Local(workers=0)))
    start = time.perf_counter()
    outcomes = [one for one in read(others, engine=Local(workers=0)) if isinstance(one, ReadReport)]
    reading = time.perf_counter() - start
    documents = [Document(one.reading.report.place, one.reading.report.text.encode(), "text") for one in outcomes]
    start = time.perf_counter()
    store(archive, [Arrival(document, one) for document, one in zip(documents, outcomes, strict=True)])
    return reading / len(outcomes), (time.perf_counter() - start) / len(outcomes)


def queries(arrivals: list[Arrival], dice: random.Random) -> Iterator[tuple[str, str]]:
    """What people look for, by sorts; the words are drawn from reports."""
    for arrival in arrivals:
        assert isinstance(arrival.outcome, ReadReport)  # noqa: S101
        reading, said = arrival.outcome.reading, arrival.outcome.statements.attributions
        text = reading.report.text
        line = dice.choice(reading.sentences).of(text).rstrip(".").split()
        speaker = said[0].speaker.split()[-1] if said[0].speaker else ""
        place = dice.randrange(len(line) - 2)
        yield "one word", line[place]
        yield "two words", f"{line[place]} {line[-1]}"
        yield "three words", f"{line[0]} {line[place]} {line[-1]}"
        yield "a phrase", f'"{line[place]} {line[place + 1]}"'
        yield "a beginning", f"{line[-1][:4]}*" if len(line[-1]) > 3 else f"{line[-1]}s*"
        yield "one or another", f"{line[0]} OR {line[-1]} -{line[place]}"
        yield "word, outlet", f'{line[place]} outlet:"{reading.report.outlet}"'
        yield "word, days", f"{line[place]} from:{reading.report.published_on[:7]} to:{reading.report.published_on[:7]}"
        yield "word, agency", f"{line[place]} agency:npa"
        yield "outlet", f'outlet:"{reading.report.outlet}"'
        yield "speaker", f"speaker:{speaker}"
        yield "speaker, word", f"speaker:{speaker} {line[place]}"
        yield "kind, word", f"kind:quote {line[place]}"
        yield (
            "kind, outlet, days",
            f'kind:figure outlet:"{reading.report.outlet}" from:{reading.report.published_on[:4]}',
        )


def time_queries(archive: Archive, press: Press) -> None:
    taken: dict[str, list[float]] = {}
    asked = list(queries(list(islice(press.print(), QUERIES)), random.Random(7)))  # noqa: S311
    for sort, text in asked:
        start = time.perf_counter()
        search(archive, parse(text.lower().replace(" or ", " OR ")))
        taken.setdefault(sort, []).append(1000 * (time.perf_counter() - start))
    together = [one for times in taken.values() for one in times]
    for sort, times in [*taken.items(), ("all", together)]:
        worst = statistics.quantiles(times, n=20)[-1]
        print(f"  {sort:20} {statistics.median(times):7.1f} ms at the median {worst:8.1f} ms at the 95th percentile")


def first_look(statements: int) -> None:
    """What the first look by signs brings of the nearest 20, and its time; the vectors are like those of sentences."""
    import numpy as np

    from secondsource.archive.meanings import LOOKED_AT
    from secondsource.text.signs import find_near, from_sign_bytes, to_sign_bytes
    from secondsource.text.vectors import embed

    readings = [one.reading for one in read(["examples/harbour/reports"]) if isinstance(one, ReadReport)]
    real = embed([span.of(reading.report.text) for reading in readings for span in reading.sentences])
    dice = np.random.default_rng(0)
    held = np.empty((statements, real.shape[1]), dtype=np.float32)
    for start in range(0, statements, 50_000):
        size = min(50_000, statements - start)
        one, other = (real[dice.integers(len(real), size=size)] for _ in range(2))
        share = dice.random((size, 1), dtype=np.float32)
        mixed = one * share + other * (1 - share) + 0.03 * dice.normal(size=one.shape).astype(np.float32)
        held[start : start + size] = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
    signs = from_sign_bytes(to_sign_bytes(held))
    brought, times = [], []
    for vector in real[::8]:
        start_at = time.perf_counter()
        rows = find_near(signs, vector, LOOKED_AT)
        times.append(1000 * (time.perf_counter() - start_at))
        brought.append(np.isin(np.argsort(-(held @ vector), kind="stable")[:20], rows).mean())
    print(f"nearest of {statements:,} statements: {statistics.median(times):.0f} ms at the median", end="")
    print(f" for the first look, which brings {np.mean(brought):.3f} of the nearest 20")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--base", type=Path)
    given = parser.parse_args()
    size, more = FULL if given.full else SMALL
    with tempfile.TemporaryDirectory() as scratch:
        base = given.base or Path(scratch, "base")
        had_base = base.exists()
        with Archive(Path(scratch, "empty"), make=True) as archive:
            from_empty = add(archive, Press(2).print(), more)
        with Archive(base, make=True) as archive:
            if not had_base:
                stock(archive, Press(1), size)
            to_large = add(archive, Press(int(time.time()) if had_base else 3).print(), more)
            print(f"\nadding {more:,} reports to none        {1000 * from_empty:7.2f} ms a report")
            print(f"adding {more:,} reports to {size:,}    {1000 * to_large:7.2f} ms a report", end="")
            print(f"   x{to_large / from_empty:.2f} (asked: 1.5 at most)")
            reading, storing = storing_against_reading(archive)
            print(f"reading the example              {1000 * reading:7.2f} ms a report")
            print(f"storing it in the large archive  {1000 * storing:7.2f} ms a report", end="")
            print(f"   x{storing / reading:.2f} of reading (asked: 0.33 at most)")
            print(f"searching {size + more:,} reports (asked: 50 ms at the median, 200 ms at the 95th percentile)")
            time_queries(archive, Press(1))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory {memory:.0f} MB at most (asked: 2,000)")
    first_look(10 * size)


if __name__ == "__main__":
    main()
