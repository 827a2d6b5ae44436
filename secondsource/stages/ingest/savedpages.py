"""Pages that a browser saved as one file (MHTML): the page itself, where it was, and when it was saved."""

import email.message
from collections.abc import Iterator

from secondsource.model.reports import Credit, Document, Rejection
from secondsource.stages.ingest.mimeparts import charset_of, content_of, field_of, leaves, moment_of, read_message

WEB = ("http://", "https://")
_PAGES = ("text/html", "application/xhtml+xml")


def read_saved_page(place: str, content: bytes) -> Iterator[Document | Rejection]:
    """The page in an MHTML file; its pictures, styles and frames are parts of it and are left."""
    message = read_message(content)
    if message is None:
        yield Rejection(place, "broken MHTML", "its parts are nested or numbered beyond all sense")
        return
    page = _find_page(message)
    if page is None:
        yield Rejection(place, "no page", "the MHTML file holds no page; it may be cut off")
        return
    address = next((url for url in _addresses(message, page) if url.startswith(WEB)), None)
    told = (Credit("url", address, "address in the saved page"),) if address else ()
    yield Document(place, content_of(page), "html", told=told, charset=charset_of(page), fetched_at=moment_of(message))


def _find_page(message: email.message.Message) -> email.message.Message | None:
    """The part that the message names as its start, or else the first page in it."""
    pages = [part for part in leaves(message) if part.get_content_type() in _PAGES and content_of(part).strip()]
    start = message.get_param("start")
    named = (part for part in pages if isinstance(start, str) and field_of(part, "Content-ID") == start)
    return next(named, pages[0] if pages else None)


def _addresses(message: email.message.Message, page: email.message.Message) -> Iterator[str]:
    yield field_of(message, "Snapshot-Content-Location")
    yield field_of(page, "Content-Location")
