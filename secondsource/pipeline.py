"""The river: the one file that knows the order of the stages. Read this first.

    ingest → Document → clean → Report → annotate → Reading → extract → Statements     one report at a time
    Readings → group → Story                                                           all reports together
    Story → trace → Stemma    + Statements → align → Points    → judge → Findings      one story at a time

What cannot be read leaves the river as a Rejection, handed on beside the rest: documents in = reports + rejections.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from secondsource.engines.local import Local
from secondsource.errors import SecondsourceError
from secondsource.model.decisions import NOTHING_RULED, Ties
from secondsource.model.findings import Dossier, JudgedStory
from secondsource.model.readings import Reading
from secondsource.model.reports import Document, Rejection
from secondsource.model.statements import Statements
from secondsource.model.stories import Story
from secondsource.settings import Settings
from secondsource.stages.align.points import align
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.clean.reports import clean
from secondsource.stages.extract.statements import extract
from secondsource.stages.extract.tagged import foresee
from secondsource.stages.group import stories
from secondsource.stages.ingest.documents import ingest
from secondsource.stages.judge.findings import judge
from secondsource.stages.trace.stemmata import trace

Watcher = Callable[[str, int], None]
"""Is told the stage that runs and how many items it has done so far."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report that was read: its reading, and the statements taken from it."""

    reading: Reading
    statements: Statements


def read(
    paths: Sequence[str],
    *,
    as_text: bool = False,
    fetch: bool = False,
    settings: Settings | None = None,
    engine: Local | None = None,
) -> Iterator[ReadReport | Rejection]:
    """Read every document at `paths`, in order, one at a time; each gives a report or a rejection.

    `paths` are files, folders (searched recursively), "-" for standard input and, with `fetch`, addresses on the web;
    without it, nothing is ever taken from the network. With `as_text`, each text is taken to be clean already and kept
    to the letter. Raises UsageError when a path does not exist or nothing is given.
    """
    settings, engine = settings or Settings(), engine or Local()
    taken: Counter[str] = Counter()
    documents = ingest(paths, as_text=as_text, settings=settings.ingest, fetch=settings.fetch if fetch else None)
    for outcome in engine.each(partial(read_document, settings=settings), documents):
        yield _with_own_id(outcome, taken) if isinstance(outcome, ReadReport) else outcome


def group(
    paths: Sequence[str], *, as_text: bool = False, fetch: bool = False, settings: Settings | None = None
) -> Iterator[tuple[str, str] | Rejection]:
    """The id of every report at `paths` with the id of its story, in order of input; rejections where they stand."""
    settings = settings or Settings()
    outcomes = list(read(paths, as_text=as_text, fetch=fetch, settings=settings))
    readings = [outcome.reading for outcome in outcomes if isinstance(outcome, ReadReport)]
    story_of = {
        reading.report.id: story.id for story in stories.group(readings, settings.group) for reading in story.readings
    }
    for outcome in outcomes:
        if isinstance(outcome, ReadReport):
            yield outcome.reading.report.id, story_of[outcome.reading.report.id]
        else:
            yield outcome


def dossier(
    paths: Sequence[str],
    *,
    as_text: bool = False,
    fetch: bool = False,
    settings: Settings | None = None,
    watch: Watcher = lambda stage, done: None,
) -> Dossier:
    """Everything that can be said of the reports at `paths`: their stories, who copied whom, what agrees and differs.

    Takes what `read` takes, and raises what it raises.
    """
    settings = settings or Settings()
    reports: dict[str, ReadReport] = {}
    rejections: list[Rejection] = []
    outcomes = read(paths, as_text=as_text, fetch=fetch, settings=settings)
    for done, outcome in enumerate(outcomes, start=1):
        if isinstance(outcome, ReadReport):
            reports[outcome.reading.report.id] = outcome
        else:
            rejections.append(outcome)
        watch("read", done)
    grouped = stories.group([report.reading for report in reports.values()], settings.group)
    judged = []
    for done, story in enumerate(grouped, start=1):
        statements = {reading.report.id: reports[reading.report.id].statements for reading in story.readings}
        judged.append(judge_story(story, statements, settings))
        watch("compare", done)
    return Dossier(stories=tuple(judged), rejections=tuple(rejections))


def read_document(document: Document | Rejection, settings: Settings) -> ReadReport | Rejection:
    """Read one document; a rejection is handed on. Raises only what whoever runs the program must mend."""
    return document if isinstance(document, Rejection) else _read(document, None, (), settings)


def read_again(
    document: Document, before: ReadReport, stale: Collection[str], settings: Settings
) -> ReadReport | Rejection:
    """Read a document that was read before, running only the `stale` stages and those that come to see other input.

    The report keeps its id.
    """
    return _read(document, before, stale, settings)


def _read(
    document: Document, before: ReadReport | None, stale: Collection[str], settings: Settings
) -> ReadReport | Rejection:
    try:
        report = before.reading.report if before and "clean" not in stale else clean(document, settings.clean)
        if isinstance(report, Rejection):
            return report
        if before:
            report = replace(report, id=before.reading.report.id)
        if before and report == before.reading.report and "annotate" not in stale:
            reading = before.reading
        else:
            foresee(report.text, settings.extract)
            reading = annotate(report, settings.annotate)
        if before and reading == before.reading and "extract" not in stale:
            return before
        return ReadReport(reading, extract(reading, settings.extract))
    except SecondsourceError:
        raise
    except Exception as error:  # one bad document must never stop the others
        return Rejection(document.place, "it broke the reading", f"{type(error).__name__}: {error}")


def judge_story(
    story: Story, statements: Mapping[str, Statements], settings: Settings, ruled: Ties = NOTHING_RULED
) -> JudgedStory:
    """Who copied whom in a story, and what agrees and differs; `statements` has those of every report, by its id.

    `ruled` is what people ruled of which reports go back to one text.
    """
    stemma = trace(story, settings.trace, ruled)
    points = align(story, statements, settings.align)
    judgement = judge(story, statements, stemma, points, settings.judge)
    return JudgedStory(
        story, tuple(statements.values()), stemma, judgement.points, judgement.findings, judgement.account
    )


def _with_own_id(outcome: ReadReport, taken: Counter[str]) -> ReadReport:
    """The same, with a report id that no earlier report has: a file handed in twice is two reports."""
    given = outcome.reading.report.id
    taken[given] += 1
    if taken[given] == 1:
        return outcome
    own = f"{given}-{taken[given]}"
    report = replace(outcome.reading.report, id=own)
    return ReadReport(replace(outcome.reading, report=report), replace(outcome.statements, report=own))
