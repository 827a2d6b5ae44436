"""The door of cleaning: a document in, a report or a rejection out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from secondsource.model.ids import digest
from secondsource.model.reports import Credit, Document, Given, Rejection, Report
from secondsource.settings import Clean
from secondsource.stages.clean.credits import gather_credits
from secondsource.stages.clean.decoding import decode, is_binary
from secondsource.stages.clean.drafts import Draft
from secondsource.stages.clean.languages import find_language, name_language
from secondsource.stages.clean.letters import read_letters
from secondsource.stages.clean.moments import read_moment
from secondsource.stages.clean.origins import find_origins
from secondsource.stages.clean.pages import read_page
from secondsource.stages.clean.pastes import read_paste
from secondsource.stages.clean.pauses import without_collecting
from secondsource.stages.clean.pdfs import UnreadablePdfError, read_pdf
from secondsource.stages.clean.places import place_credit
from secondsource.stages.clean.publishers import find_owner
from secondsource.stages.clean.shapes import find_shape
from secondsource.stages.clean.walls import is_walled

DEFAULT = Clean()

_BLOCK = re.compile(r"<(?:p|li|td|div|br|h[1-6])[\s/>]", re.IGNORECASE)


def clean(document: Document, settings: Clean = DEFAULT) -> Report | Rejection:
    """The report in `document`, or a rejection with the reason why there is none that can be read."""
    if not document.content.strip():
        return Rejection(document.place, "empty", "there is nothing in it")
    if document.form == "html" and len(document.content) > settings.max_page_bytes:
        return Rejection(document.place, "too large", f"a web page of more than {settings.max_page_bytes // 2**20} MB")
    if document.form != "pdf" and is_binary(document.content):
        return Rejection(document.place, "binary", "it is not text: a picture, an archive, a program or the like")
    with without_collecting():
        return _read(document, settings)


def _read(document: Document, settings: Clean) -> Report | Rejection:
    source = "" if document.form == "pdf" else decode(document.content, document.charset)
    if _count_blocks(document.form, source, settings.max_blocks) > settings.max_blocks:
        return Rejection(document.place, "too long", f"more than {settings.max_blocks:,} paragraphs or lines")
    try:
        draft = _draft(document, source)
    except UnreadablePdfError as error:
        return Rejection(document.place, error.reason, error.detail)
    if draft is None:
        return Rejection(document.place, "no article", "no article was found in this page")
    if len(draft.text) > settings.max_characters:
        return Rejection(document.place, "too long", f"more than {settings.max_characters:,} characters of text")
    words = len(draft.text.split())
    least = settings.min_words_given if _is_chosen(document) else settings.min_words
    if words < least:
        return Rejection(document.place, "too short", f"{words} words, fewer than {least}")
    if words < settings.max_stub_words and is_walled(draft.cuts):
        return Rejection(document.place, "only a stub", f"{words} words, and then it asks the reader to subscribe")
    language = find_language(draft.text, settings)
    if language and settings.languages and language not in settings.languages and not _is_chosen(document):
        return Rejection(document.place, "not in English", f"its language seems to be {name_language(language)}")
    return _report(document, draft, language)


def _count_blocks(form: str, source: str, most: int) -> int:
    """The elements that part a page's text, or the lines of a paste; not counted where there are not so many tags."""
    if form == "html":
        return sum(1 for _ in _BLOCK.finditer(source)) if source.count("<") > most else 0
    return source.count("\n") if form == "text" else 0


def _is_chosen(document: Document) -> bool:
    """Whether somebody picked this document by hand: gave it in as clean, or wrote along what is known of it."""
    return document.form == "clean" or document.given != Given()


def _draft(document: Document, source: str) -> Draft | None:
    match document.form:
        case "html":
            draft = read_page(source, document.url)
        case "text":
            draft = read_paste(source)
        case "pdf":
            draft = read_pdf(document.content)
        case "clean":
            draft = read_letters(source)
    return draft and replace(draft, credits=(*draft.credits, *_told(document)), source=source)


def _told(document: Document) -> Iterator[Credit]:
    """What the mail, feed or archive says of the report, its days as they are written everywhere else."""
    for credit in document.told:
        moment = read_moment(credit.value) if credit.field in ("published_at", "updated_at") else credit.value
        if moment:
            yield replace(credit, value=moment)


def _report(document: Document, draft: Draft, language: str | None) -> Report:
    credited = gather_credits(document.given, draft)
    url, outlet = credited.one("url"), credited.one("outlet")
    is_page = document.form == "html"
    return Report(
        id=document.given.id or digest(url or "", outlet or "", draft.text),
        place=document.place,
        text=draft.text,
        title=credited.one("title"),
        url=url,
        outlet=outlet,
        agencies=credited.all("agencies"),
        authors=credited.first("authors"),
        dateline=credited.dateline,
        published_at=credited.one("published_at"),
        updated_at=credited.one("updated_at"),
        fetched_at=document.fetched_at,
        language=language,
        blocks=draft.blocks,
        cuts=draft.cuts,
        credits=tuple(place_credit(credit, draft) for credit in (*credited.known, *_owned(outlet), *_spoken(language))),
        origins=find_origins(
            document.content, draft.source, draft.text, draft.blocks, document.charset, is_markup=is_page
        ),
        shape=find_shape(
            draft.source if is_page else "", credited.one("title") or "", draft.text, draft.blocks, draft.cuts
        ),
    )


def _owned(outlet: str | None) -> tuple[Credit, ...]:
    owner = find_owner(outlet) if outlet else None
    return (Credit("owner", owner, f"list of owners, for {outlet}"),) if owner else ()


def _spoken(language: str | None) -> tuple[Credit, ...]:
    return (Credit("language", language, "words of the text"),) if language else ()
