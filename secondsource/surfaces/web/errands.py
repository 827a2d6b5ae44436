"""What a process beside the server does: one task after the other, telling how far it is.

It is a program of its own, so that reading a text never holds up those who read pages, and can be ended at any moment.
"""

import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from secondsource.archive.adding import add, add_documents
from secondsource.archive.archives import Archive
from secondsource.archive.judging import judge, judge_changed
from secondsource.archive.meanings import embed_new
from secondsource.archive.resting import rest
from secondsource.errors import SecondsourceError
from secondsource.model.jobs import Handed, Step, Task
from secondsource.model.reports import Addition, Document, Rejection
from secondsource.model.resting import Rest
from secondsource.settings import Ingest, Settings
from secondsource.stages.ingest.budgets import Budget
from secondsource.stages.ingest.contents import open_content
from secondsource.stages.ingest.kinds import kind_of

COMMAND = "from secondsource.surfaces.web.errands import serve; serve()"

PASTED = "pasted text"

SENTENCES = (
    "The bridge will be closed on Monday, the mayor, Ada Quill, said. “Nobody will be cut off,” she told reporters on"
    " Friday. The works cost 2 million crowns."
)
"""A text of ours, read so that models and word lists are loaded when somebody asks."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What the process is told first: which archive, under which settings, and how far it steps back for others.

    `is_for_questions` has it load all that answering takes before the first one comes.
    """

    folder: Path
    settings: Settings
    niceness: int
    is_for_questions: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """The task is done; or it is not, for the reason in `trouble`."""

    trouble: str = ""


Message = Step | Addition | Rejection | Rest | Ended


def serve() -> None:
    """Do tasks until the server goes. What is printed goes to standard error."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        opening: Opening = pickle.load(incoming)  # noqa: S301  from the server that started this
        if hasattr(os, "nice"):
            os.nice(opening.niceness)
        with Archive(opening.folder, opening.settings) as archive:
            if opening.is_for_questions:
                rest(archive, Document("", SENTENCES.encode(), "text"))
            while True:
                task: Task = pickle.load(incoming)  # noqa: S301
                for message in _attempt(archive, task):
                    pickle.dump(message, outgoing, pickle.HIGHEST_PROTOCOL)
                    outgoing.flush()


def _attempt(archive: Archive, task: Task) -> Iterator[Message]:
    """What `perform` says, and how it ended."""
    try:
        yield from perform(archive, task)
    except SecondsourceError as error:
        yield Ended(str(error))
    except Exception as error:
        yield Ended(f"it broke, by a fault of the program ({type(error).__name__}); what was told of is stored")
    else:
        yield Ended()


def perform(archive: Archive, task: Task) -> Iterator[Step | Addition | Rejection | Rest]:
    """Do a task; how far it is, what became of each document, what came of it."""
    if task.kind == "compare":
        yield Step("compare", 0)
        judge(archive, task.story)
    elif task.handed and task.kind == "ask":
        yield Step("read", 0)
        yield from _ask(archive, task.handed)
    else:
        taken = (
            add_documents(archive, to_documents(task.handed, archive.settings.ingest))
            if task.handed
            else add(archive, [task.address], fetch=True)
        )
        for done, outcome in enumerate(taken, start=1):
            yield outcome
            yield Step("read", done)
        for done, _ in enumerate(judge_changed(archive), start=1):
            yield Step("compare", done)
        for done, _ in enumerate(embed_new(archive), start=1):
            yield Step("embed", done)


def to_documents(handed: Handed, settings: Ingest) -> Iterator[Document | Rejection]:
    """The documents in what was handed in. Its place holds a digest of it: two pastes are no versions of each other."""
    content = handed.content
    if len(content) > settings.max_bytes:
        yield Rejection(handed.name, "too large", f"more than {settings.max_bytes} bytes")
        return
    place = f"{'paste' if handed.is_pasted else 'upload'}/{sha256(content).hexdigest()[:16]}/{handed.name}"
    yield from open_content(place, content, "text" if handed.is_pasted else kind_of(handed.name), Budget(settings))


def _ask(archive: Archive, handed: Handed) -> Iterator[Rejection | Rest]:
    """What the first readable document rests on; the others are told as not looked at."""
    answered = False
    for document in to_documents(handed, archive.settings.ingest):
        if isinstance(document, Document) and answered:
            yield Rejection(document.place, "not looked at", "one text is asked about at a time")
            return
        outcome = rest(archive, document) if isinstance(document, Document) else document
        answered = answered or isinstance(outcome, Rest)
        yield outcome
