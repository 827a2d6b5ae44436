"""What was handed in, opened by its kind; a container is opened again and again until only documents are left."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from secondsource.model.reports import Document, Rejection
from secondsource.stages.ingest.archives import read_zip
from secondsource.stages.ingest.budgets import Budget
from secondsource.stages.ingest.feeds import read_feed
from secondsource.stages.ingest.gzips import gunzip
from secondsource.stages.ingest.kinds import Kind, kind_of, settle_kind
from secondsource.stages.ingest.lines import read_json, read_lines
from secondsource.stages.ingest.mails import read_mail
from secondsource.stages.ingest.savedpages import read_saved_page
from secondsource.stages.ingest.warcs import read_warc

_CONTAINERS = ("zip", "gzip", "mail", "warc")


def open_content(place: str, content: bytes, named: Kind | None, budget: Budget) -> Iterator[Document | Rejection]:
    """The documents in `content`, whose name announces the kind `named`; rejections for what is none."""
    kind = settle_kind(named, content)
    if kind in _CONTAINERS:
        yield from _open_container(place, content, kind, budget)
        return
    match kind:
        case "lines":
            yield from read_lines(place, content, budget.settings)
        case "json":
            yield from read_json(place, content)
        case "xml":
            yield from read_feed(place, content, budget.settings)
        case "mhtml":
            yield from read_saved_page(place, content)
        case "pdf":
            yield Document(place, content, "pdf")
        case "html":
            yield Document(place, content, "html")
        case _:
            yield Document(place, content, "text")


def _open_container(place: str, content: bytes, kind: Kind, budget: Budget) -> Iterator[Document | Rejection]:
    if budget.depth >= budget.settings.max_nesting:
        yield Rejection(
            place, "nested too deeply", f"more than {budget.settings.max_nesting} containers in one another"
        )
        return
    budget.depth += 1
    try:
        match kind:
            case "zip":
                yield from read_zip(place, content, budget, open_content)
            case "mail":
                yield from read_mail(place, content, budget, open_content)
            case "warc":
                yield from read_warc(place, BytesIO(content), budget)
            case _:
                yield from _open_gzip(place, content, budget)
    finally:
        budget.depth -= 1


def _open_gzip(place: str, content: bytes, budget: Budget) -> Iterator[Document | Rejection]:
    unpacked = gunzip(place, content, budget)
    if isinstance(unpacked, Rejection):
        yield unpacked
    elif unpacked.startswith(b"WARC/1."):
        yield from read_warc(place, BytesIO(content), budget)
    else:
        yield from open_content(place, unpacked, kind_of(PurePosixPath(place).stem), budget)
