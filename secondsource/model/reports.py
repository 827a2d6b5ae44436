"""Documents come in; reports, or rejections, come out of cleaning."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.spans import Span

Form = Literal["html", "text", "pdf", "clean"]
"""How a document's content is written: a web page, a pasted text, a PDF, or a text to be kept to the letter."""

BlockKind = Literal["title", "heading", "paragraph", "caption", "list", "quote", "correction"]

CreditField = Literal[
    "outlet",
    "owner",
    "agencies",
    "authors",
    "dateline",
    "published_at",
    "updated_at",
    "title",
    "language",
    "url",
    "syndication",
]


Shape = Literal["article", "live blog", "gallery"]
"""How a report is built: told in one piece, as dated entries of a running page, or as pictures with their captions."""


@dataclass(frozen=True, slots=True)
class Given:
    """What whoever handed a document in already says of it (the keys of a JSON line)."""

    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published_at: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """One thing that is known of a report's making, and where that was read.

    `read_from` is for a person ("JSON-LD author", "dateline", "first line of the text"); `span` is the place in the
    report's text, where it was read there, `line` the line (from 1) of a pasted text that was cut for being a credit.
    """

    field: CreditField
    value: str
    read_from: str
    span: Span | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Something that was handed in, untouched: its bytes, and the place it came from.

    `place` is what a person would look for: a path as it was typed, a path with a line number, a path within an archive
    after "!", an address, or "standard input". `told` is what the mail, feed or archive around it says of its making,
    `charset` the encoding they name, `fetched_at` the instant (ISO 8601, UTC) at which it was taken from the web.
    """

    place: str
    content: bytes
    form: Form
    given: Given = Given()
    told: tuple[Credit, ...] = ()
    charset: str | None = None
    fetched_at: str | None = None

    @property
    def url(self) -> str | None:
        """The address it was published at, as far as whoever handed it in, or what it came in, says so."""
        return self.given.url or next((credit.value for credit in self.told if credit.field == "url"), None)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A document that could not become a report, with a reason that a person understands."""

    place: str
    reason: str
    detail: str = ""


Became = Literal["added", "new version", "cosmetic version", "earlier version", "unchanged", "known"]


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of a document that was handed to an archive: it is stored for good.

    `report` is None where it was known to be unreadable. "unchanged" are other bytes that hold the words that the
    article has already, "known" the very same document again, "earlier version" one older than what the archive has,
    "cosmetic version" one that differs from that in looks alone: it is kept, and the story stays as it is.
    """

    place: str
    became: Became
    report: str | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report's text of one kind, such as a paragraph or a caption."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Origin:
    """A run of a report's text, and the bytes of the document (from `start` up to `end`) that it was read from.

    The bytes decode to the run's characters, once a character reference ("&amp;") is resolved.
    """

    span: Span
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of a document that are not the report's own, with the reason for cutting them."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, and where given the day (EDTF), at the head of a report: "SKARROW, May 14 (AP) —"."""

    place: str
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One news report: its own words, and who published, supplied and wrote it.

    `published_at` and `updated_at` are ISO 8601, in UTC where the zone is known, a bare day where only that is known;
    `fetched_at` is the instant at which it was taken from the web, where that is known.
    `origins` says from which bytes of the document its text was read, as far as that can be known.
    `id` is a hash of the content unless the document brought one.
    """

    id: str
    place: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published_at: str | None = None
    updated_at: str | None = None
    fetched_at: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    cuts: tuple[Cut, ...] = ()
    credits: tuple[Credit, ...] = ()
    origins: tuple[Origin, ...] = ()
    shape: Shape = "article"

    @property
    def published_on(self) -> str | None:
        """The day of publication (EDTF), if it is known."""
        return self.published_at[:10] if self.published_at else None

    @property
    def name(self) -> str:
        """What a person would call this report: its outlet, or else the last part of the place it came from."""
        return self.outlet or name_of_place(self.place)


def name_of_place(place: str) -> str:
    """The last part of a place, which a person knows it by."""
    return place.replace("\\", "/").rstrip("/").rpartition("/")[2] or place
