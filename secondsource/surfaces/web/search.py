"""The search page: by words, by meaning, and who holds a passage."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse

from secondsource.archive.archives import Archive
from secondsource.archive.holdings import find_holding
from secondsource.archive.meanings import find_like
from secondsource.archive.queries import parse
from secondsource.archive.searching import PAGE, search
from secondsource.errors import LimitError, QueryError, UsageError
from secondsource.model.queries import KINDS, VERDICTS, Found, Hit, HitReport, Holding
from secondsource.model.spans import Span
from secondsource.surfaces.web.addresses import report_address, story_address
from secondsource.surfaces.web.paging import After, find_pages
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.requests import TheArchive

Mode = Literal["words", "like", "holding"]

LONGEST = 30_000
"""Characters of a query or a passage that are read at all; what looks for it knows closer limits."""
SHOWN_PASSAGES = 6
"""Sentences of a passage that are shown of a report that holds it."""

Asked = Annotated[str, Query(max_length=LONGEST)]

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together, marked or not."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class ShownReport:
    """The report that a hit stands in; `address` leads to the place, `story` to its story, if it has one."""

    told: HitReport
    address: str
    story: str | None
    title: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit, with the words that were looked for apart from the others."""

    hit: Hit
    report: ShownReport
    sentence: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A sentence of a report that says what one of the passage says."""

    address: str
    text: str
    is_verbatim: bool
    likeness: int


@dataclass(frozen=True, slots=True)
class ShownHolding:
    """How much of a passage a report holds, in hundredths."""

    report: ShownReport
    share: int
    verbatim: int
    passages: tuple[ShownPassage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a query cannot be answered; `before` and `after` are the query around the place where it makes no sense."""

    why: str
    before: str | None = None
    after: str = ""


@router.get("/search")
def show_search(
    request: Request,
    archive: TheArchive,
    q: Asked = "",
    mode: Mode = "words",
    earlier: bool = False,
    after: After = 0,
) -> HTMLResponse:
    """What is found, a page at a time; without a query, what can be asked."""
    return _answer(request, archive, q, mode, earlier, after)


@router.post("/search")
def show_long_search(
    request: Request, archive: TheArchive, q: Annotated[str, Form(max_length=LONGEST)], mode: Mode = "holding"
) -> HTMLResponse:
    """The same for a passage that is too long for an address."""
    return _answer(request, archive, q, mode, False, 0)


def _answer(request: Request, archive: Archive, q: str, mode: Mode, earlier: bool, after: int) -> HTMLResponse:
    found: Found | None = None
    holdings: tuple[Holding, ...] | None = None
    trouble: Trouble | None = None
    try:
        if q.strip() and mode == "words":
            found = search(archive, replace(parse(q), earlier=earlier), most=PAGE, after=after)
        elif q.strip() and mode == "like":
            found = find_like(archive, q)
        elif q.strip():
            holdings = find_holding(archive, q)
    except LimitError:
        raise
    except UsageError as error:
        trouble = _to_trouble(error, q)
    more = found is not None and mode == "words" and after + len(found.hits) < found.total
    return render(
        "search.html",
        q=q,
        mode=mode,
        earlier=earlier,
        after=after,
        found=found,
        hits=[_show_hit(hit) for hit in found.hits] if found else [],
        noun=_noun(found),
        unknown=[name.partition(" ")[::2] for name in found.unknown] if found else [],
        holdings=None if holdings is None else [_show_holding(one) for one in holdings],
        trouble=trouble,
        pages=find_pages(request, after, PAGE, more),
        kinds=KINDS,
        verdicts=VERDICTS,
    )


def _noun(found: Found | None) -> str:
    return "statement" if found and any(hit.statement for hit in found.hits) else "report"


def _to_trouble(error: UsageError, q: str) -> Trouble:
    if isinstance(error, QueryError):
        return Trouble(error.why, q[: error.place], q[error.place :])
    return Trouble(str(error))


def _show_hit(hit: Hit) -> ShownHit:
    is_title = not hit.statement and " ".join(hit.text.split()) == " ".join((hit.report.title or "").split())
    sentence = _cut(hit.text, hit.sentence, hit.marks) if hit.sentence and not is_title else ()
    return ShownHit(hit, _show_report(hit.report, hit.place, hit.title_marks), sentence)


def _show_report(report: HitReport, place: int | None, marks: Sequence[Span] = ()) -> ShownReport:
    title = report.title or "Without a title"
    story = story_address(report.story) if report.story else None
    pieces = _cut(title, Span(0, len(title)), marks if report.title else ())
    return ShownReport(report, report_address(report.id, place), story, pieces)


def _cut(text: str, at: Span, marks: Sequence[Span]) -> tuple[Piece, ...]:
    """The text, which stands at `at`, in pieces that are marked or not."""
    pieces, reached = [], 0
    for mark in marks:
        start, end = mark.start - at.start, mark.end - at.start
        pieces += [Piece(text[reached:start], False), Piece(text[start:end], True)]
        reached = end
    return tuple(piece for piece in (*pieces, Piece(text[reached:], False)) if piece.text)


def _show_holding(holding: Holding) -> ShownHolding:
    shown = tuple(
        ShownPassage(report_address(holding.report.id, one.place), one.text, one.is_verbatim, round(100 * one.likeness))
        for one in holding.passages[:SHOWN_PASSAGES]
    )
    place = holding.passages[0].place if holding.passages else None
    return ShownHolding(
        _show_report(holding.report, place),
        round(100 * holding.share),
        round(100 * holding.verbatim_share),
        shown,
        len(holding.passages) - len(shown),
    )
