"""The door of cleaning: a document in, a report or a rejection out."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.ids import digest
from secondsource.model.reports import Credit, Dateline, Document, Given, Rejection, Report
from secondsource.settings import Clean
from secondsource.stages.clean.credits import read_text_credits, settle, settle_all, settle_first
from secondsource.stages.clean.decoding import decode, is_binary
from secondsource.stages.clean.drafts import Draft
from secondsource.stages.clean.languages import find_language
from secondsource.stages.clean.letters import read_letters
from secondsource.stages.clean.moments import read_moment
from secondsource.stages.clean.pages import read_page
from secondsource.stages.clean.pastes import read_paste
from secondsource.stages.clean.publishers import find_host, find_whole_name
from secondsource.stages.clean.titles import split_title

DEFAULT = Clean()


def clean(document: Document, settings: Clean = DEFAULT) -> Report | Rejection:
    """The report in `document`, or a rejection with the reason why there is none that can be read."""
    if not document.content.strip():
        return Rejection(document.place, "empty", "there is nothing in it")
    if is_binary(document.content):
        return Rejection(document.place, "binary", "it is not text: a picture, an archive, a program or the like")
    draft = _draft(document)
    if draft is None:
        return Rejection(document.place, "no article", "no article was found in this page")
    words = len(draft.text.split())
    least = settings.min_words_given if document.form == "clean" or document.given != Given() else settings.min_words
    if words < least:
        return Rejection(document.place, "too short", f"{words} words, fewer than {least}")
    language = find_language(draft.text, settings)
    if language and settings.languages and language not in settings.languages:
        return Rejection(document.place, "not in English", f"its language seems to be {language}")
    return _report(document, draft, language)


def _draft(document: Document) -> Draft | None:
    text = decode(document.content)
    match document.form:
        case "html":
            return read_page(text, document.given.url)
        case "text":
            return read_paste(text)
        case "clean":
            return read_letters(text)


def _report(document: Document, draft: Draft, language: str | None) -> Report:
    read = read_text_credits([block.span.of(draft.text) for block in draft.blocks if block.kind != "caption"])
    credits = _gather(document.given, draft, read.credits)
    outlets = settle_all(credits, "outlet")
    credits = _with_day(_with_whole_names(_with_suppliers(credits, outlets), draft.text))
    url, title = settle(credits, "url"), settle(credits, "title")
    return Report(
        id=document.given.id or digest(url or "", outlets[0] if outlets else "", draft.text),
        place=document.place,
        text=draft.text,
        title=title,
        url=url,
        outlet=outlets[0] if outlets else None,
        agencies=settle_all(credits, "agencies"),
        authors=document.given.authors or settle_first(credits, "authors"),
        dateline=_dated(read.dateline, settle(credits, "published_at")),
        published_at=settle(credits, "published_at"),
        updated_at=settle(credits, "updated_at"),
        language=language,
        blocks=draft.blocks,
        cuts=draft.cuts,
        credits=credits,
    )


def _gather(given: Given, draft: Draft, from_text: Sequence[Credit]) -> tuple[Credit, ...]:
    """All credits, the most trusted first: what was given along, what the page or paste carries, what its text says."""
    told = _given_credits(given)
    own = [*draft.credits, *from_text, *_title_credits(draft)]
    host = find_host(settle([*told, *own], "url") or "")
    hosted = [Credit("outlet", host, "address")] if host else []
    return tuple(dict.fromkeys([*told, *own, *hosted]))


def _given_credits(given: Given) -> list[Credit]:
    where = "given with the document"
    moment = read_moment(given.published_at) if given.published_at else None
    credits = [Credit("authors", author, where) for author in given.authors]
    credits += [Credit("url", given.url, where)] if given.url else []
    credits += [Credit("outlet", given.outlet, where)] if given.outlet else []
    credits += [Credit("title", given.title, where)] if given.title else []
    credits += [Credit("published_at", moment, where)] if moment else []
    return credits


def _title_credits(draft: Draft) -> list[Credit]:
    block = next((block for block in draft.blocks if block.kind == "title"), None)
    if block is None:
        return []
    title, outlet = split_title(block.span.of(draft.text))
    credits = [Credit("title", title, "headline of the text")]
    return credits + ([Credit("outlet", outlet, "end of the headline")] if outlet else [])


def _with_suppliers(credits: tuple[Credit, ...], outlets: tuple[str, ...]) -> tuple[Credit, ...]:
    """An outlet that the dateline names beside the one that publishes is a supplier: "(CNN) —" on another's page."""
    named = {credit.value for credit in credits if credit.field == "agencies"}
    suppliers = [
        Credit("agencies", credit.value, credit.read_from)
        for credit in credits
        if credit.field == "outlet" and credit.read_from.startswith("dateline") and credit.value != outlets[0]
    ]
    return (*credits, *(credit for credit in suppliers if credit.value not in named))


def _with_whole_names(credits: tuple[Credit, ...], text: str) -> tuple[Credit, ...]:
    """Letters that the report itself resolves to an agency are credited by the whole name: "Coast Press Agency (CPA)"."""
    return tuple(
        replace(credit, value=find_whole_name(credit.value, text)) if credit.field == "agencies" else credit
        for credit in credits
    )


def _with_day(credits: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Where only a change is dated, the report is taken to be of that day."""
    updated = settle(credits, "updated_at")
    if updated is None or settle(credits, "published_at"):
        return credits
    return (*credits, Credit("published_at", updated[:10], "day of the last change"))


def _dated(dateline: Dateline | None, published_at: str | None) -> Dateline | None:
    """The dateline with the year of publication, where it gives a day without one."""
    if dateline is None or dateline.on is None or not dateline.on.startswith("XXXX") or not published_at:
        return dateline
    return Dateline(dateline.place, published_at[:4] + dateline.on[4:])
