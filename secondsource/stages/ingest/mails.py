"""Mails, newsletters mostly: the letter becomes a document, and so does whatever readable is attached."""

import email.message
import email.utils
from collections.abc import Iterator

from secondsource.model.reports import Credit, CreditField, Document, Form, Rejection
from secondsource.stages.ingest.archives import WITHIN, Opener
from secondsource.stages.ingest.budgets import Budget, TooMuchError, bomb
from secondsource.stages.ingest.files import not_read
from secondsource.stages.ingest.kinds import EXTENSIONS, kind_of
from secondsource.stages.ingest.mimeparts import (
    charset_of,
    content_of,
    field_of,
    leaves,
    moment_of,
    name_of_file,
    read_message,
)

Part = email.message.Message


def read_mail(place: str, content: bytes, budget: Budget, take: Opener) -> Iterator[Document | Rejection]:
    """The letter in a mail and its attachments; a rejection for what cannot be read of them."""
    message = read_message(content)
    if message is None:
        yield Rejection(place, "broken mail", "its parts are nested or numbered beyond all sense")
        return
    letter, attached = _sort_parts(message)
    if letter is not None:
        yield _to_document(place, message, letter)
    elif not attached:
        yield Rejection(place, "empty", "a mail without text")
    try:
        for number, part in enumerate(attached, start=1):
            yield from _open_attachment(place, number, part, budget, take)
    except TooMuchError as error:
        yield bomb(place, error)


def _sort_parts(message: Part) -> tuple[Part | None, list[Part]]:
    """The part that is the letter, HTML preferred, and the attached files; pictures within the letter are left."""
    letters: dict[str, Part] = {}
    attached: list[Part] = []
    for part in leaves(message):
        kind = part.get_content_type()
        if _is_attached(part):
            attached.append(part)
        elif kind in ("text/html", "text/plain") and content_of(part).strip():
            letters.setdefault(kind, part)
    return letters.get("text/html") or letters.get("text/plain"), attached


def _is_attached(part: Part) -> bool:
    if part.get_content_type() == "message/rfc822" or part.get_content_disposition() == "attachment":
        return True
    name = name_of_file(part)
    return bool(name and part.get_content_maintype() != "text" and kind_of(name))


def _to_document(place: str, message: Part, letter: Part) -> Document:
    form: Form = "html" if letter.get_content_type() == "text/html" else "text"
    return Document(place, content_of(letter), form, told=tuple(_credits(message)), charset=charset_of(letter))


def _credits(message: Part) -> Iterator[Credit]:
    sender, _ = email.utils.parseaddr(field_of(message, "From"))
    fields: list[tuple[CreditField, str, str]] = [
        ("title", field_of(message, "Subject"), "subject of the mail"),
        ("outlet", sender if "@" not in sender else "", "sender of the mail"),
        ("published_at", moment_of(message) or "", "date of the mail"),
    ]
    return (Credit(field, value, where) for field, value, where in fields if value)


def _open_attachment(
    place: str, number: int, part: Part, budget: Budget, take: Opener
) -> Iterator[Document | Rejection]:
    budget.count_member()
    if part.get_content_type() == "message/rfc822":
        name = name_of_file(part) or f"forwarded mail {number}"
        kind = EXTENSIONS[".eml"]
    else:
        name = name_of_file(part) or f"attachment {number}"
        found = kind_of(name)
        if found is None:
            yield not_read(f"{place}{WITHIN}{name}")
            return
        kind = found
    yield from take(f"{place}{WITHIN}{name}", content_of(part), kind, budget)
