"""A report on the page: its text block by block with its evidence marked, its credits, and what was cut."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from secondsource.model.reports import Block, BlockKind, Credit, CreditField, Report
from secondsource.model.spans import Span
from secondsource.surfaces.page.characters import to_shown
from secondsource.surfaces.page.highlights import Mark, Piece, split
from secondsource.surfaces.page.labels import ReportLabel
from secondsource.surfaces.page.moments import to_shown_instant

_PARAGRAPH = re.compile(r"[^\n]+")
_WEB = ("http://", "https://")

CREDIT_NAMES = {
    "outlet": "Outlet",
    "owner": "Owner",
    "agencies": "Agency",
    "authors": "Author",
    "dateline": "Dateline",
    "published_at": "Published",
    "updated_at": "Updated",
    "title": "Title",
    "language": "Language",
    "url": "Address",
    "syndication": "Syndicated",
}


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of the text. `strays` are offsets before it that something on the page points to."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    strays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShownCredit:
    """One thing known of the report's making and where it was read. `link` is set for a web address."""

    name: str
    value: str
    read_from: tuple[str, ...]
    link: str | None


@dataclass(frozen=True, slots=True)
class CutGroup:
    """What was cut for one reason."""

    reason: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report as the page shows it. `last_strays` are offsets after the last block that the page points to."""

    label: ReportLabel
    place: str
    words: int
    blocks: tuple[ShownBlock, ...]
    last_strays: tuple[int, ...]
    credits: tuple[ShownCredit, ...]
    cuts: tuple[CutGroup, ...]


def show_report(report: Report, label: ReportLabel, marks: Sequence[Mark]) -> ShownReport:
    """Prepare a report with all the places that the page points to."""
    blocks = lay_out(report)
    split_blocks, last_strays = split(report.text, [block.span for block in blocks], marks)
    return ShownReport(
        label=label,
        place=report.place,
        words=len(report.text.split()),
        blocks=tuple(
            ShownBlock(block.kind, parts.pieces, parts.strays)
            for block, parts in zip(blocks, split_blocks, strict=True)
        ),
        last_strays=last_strays,
        credits=_credits(report.credits or _known(report)),
        cuts=_cuts(report),
    )


def lay_out(report: Report) -> tuple[Block, ...]:
    """The report's blocks without overlaps, and a paragraph for any line of its text that is in none of them."""
    laid: list[Block] = []
    reached = 0
    for block in sorted(report.blocks, key=lambda block: block.span):
        start, end = max(block.span.start, reached), min(block.span.end, len(report.text))
        if start >= end:
            continue
        laid += _paragraphs(report.text, reached, start)
        laid.append(Block(block.kind, Span(start, end)))
        reached = end
    return (*laid, *_paragraphs(report.text, reached, len(report.text)))


def _paragraphs(text: str, start: int, end: int) -> list[Block]:
    lines = _PARAGRAPH.finditer(text, start, end)
    return [
        Block("paragraph", Span(line.start(), line.end())) for line in lines if not to_shown(line.group()).isspace()
    ]


def _credits(credits_: Sequence[Credit]) -> tuple[ShownCredit, ...]:
    """What is known of the report, each thing once with every place that says it."""
    places: dict[tuple[CreditField, str], list[str]] = {}
    for credit in credits_:
        places.setdefault((credit.field, credit.value), []).append(credit.read_from)
    return tuple(
        ShownCredit(
            CREDIT_NAMES[field],
            to_shown_instant(value) if field in ("published_at", "updated_at") else value,
            tuple(place for place in dict.fromkeys(read_from) if place),
            value if field == "url" and value.lower().startswith(_WEB) else None,
        )
        for (field, value), read_from in places.items()
    )


def _known(report: Report) -> list[Credit]:
    """What the report says of itself, for one whose credits do not tell where they were read."""
    known: list[Credit] = []
    for name in ("outlet", "published_at", "updated_at", "url"):
        if value := getattr(report, name):
            known.append(Credit(name, value, ""))
    known += [Credit("agencies", agency, "") for agency in report.agencies]
    known += [Credit("authors", author, "") for author in report.authors]
    return known


def _cuts(report: Report) -> tuple[CutGroup, ...]:
    by_reason = sorted(report.cuts, key=lambda cut: cut.reason)
    return tuple(
        CutGroup(reason, tuple(cut.text for cut in cuts)) for reason, cuts in groupby(by_reason, lambda cut: cut.reason)
    )
