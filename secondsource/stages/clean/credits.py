"""All credits of a report gathered, the most trusted first, and each field settled on the best of its readings."""

import re
from dataclasses import dataclass, replace

from secondsource.model.dates import PartialDate
from secondsource.model.reports import Credit, CreditField, Dateline, Given
from secondsource.stages.clean.drafts import Draft
from secondsource.stages.clean.faintdays import SUGGESTED
from secondsource.stages.clean.figuredays import settle_days
from secondsource.stages.clean.moments import read_moment
from secondsource.stages.clean.publishers import find_host, find_whole_name
from secondsource.stages.clean.signoffs import STYLE
from secondsource.stages.clean.textcredits import read_text_credits
from secondsource.stages.clean.titles import split_title

SHARED = frozenset(["the", "news", "daily", "times", "post", "press", "media", "online", "radio", "tv", "of", "and"])
"""Words that two outlets' names may have in common."""

UNNAMED = frozenset(["reports", "services", "agencies", "wires", "copy", "desk", "staff", "team", "newsroom"])
"""Words that a by-line's unnamed suppliers end with: "Wire reports"."""

_PARTIAL = re.compile(r"(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$")
_DAY = re.compile(r"(?:1[5-9]|20)\d\d-\d\d-\d\d(?![\d-])")


@dataclass(frozen=True, slots=True)
class Credits:
    """What is known of a report's making, best first, with its dateline."""

    known: tuple[Credit, ...]
    dateline: Dateline | None

    def one(self, field: CreditField) -> str | None:
        """The best value of a field."""
        return next((credit.value for credit in self.known if credit.field == field), None)

    def all(self, field: CreditField) -> tuple[str, ...]:
        """All values of a field, each once, in order."""
        return tuple(dict.fromkeys(credit.value for credit in self.known if credit.field == field))

    def first(self, field: CreditField) -> tuple[str, ...]:
        """The values that were read where the best one was; what another place says is not added."""
        place = next((credit.read_from for credit in self.known if credit.field == field), None)
        return tuple(dict.fromkeys(c.value for c in self.known if c.field == field and c.read_from == place))


def gather_credits(given: Given, draft: Draft) -> Credits:
    """The credits of a report: what was given along, what its page or paste carries, what its own text says."""
    read = read_text_credits([block.span.of(draft.text) for block in draft.blocks if block.kind != "caption"])
    own = [*_from_given(given), *draft.credits, *read.credits, *_from_title(draft)]
    address = next((credit.value for credit in own if credit.field == "url"), "")
    host = find_host(address)
    own += [Credit("outlet", host, "address")] if host else []
    told = "\n".join((draft.text, *(cut.text for cut in draft.cuts), *(credit.value for credit in own)))
    people = _without_agencies_as_authors(tuple(dict.fromkeys(own)))
    named = _with_own_agency(_with_whole_names(_with_suppliers(people), told))
    named = _with_dateline_day(named, read.dateline)
    known = _with_day(settle_days(_without_styles(named), told, read.dateline))
    gathered = Credits(known, read.dateline)
    return replace(gathered, dateline=_dated(read.dateline, gathered.one("published_at")))


def _from_given(given: Given) -> list[Credit]:
    where = "given with the document"
    moment = _to_moment(given.published_at) if given.published_at else None
    found = [Credit("authors", author, where) for author in given.authors]
    found += [Credit("url", given.url, where)] if given.url else []
    found += [Credit("outlet", given.outlet, where)] if given.outlet else []
    found += [Credit("title", given.title, where)] if given.title else []
    found += [Credit("published_at", moment, where)] if moment else []
    return found


def _to_moment(text: str) -> str | None:
    """What was given as the time of publishing; a day before the web is believed, for archives hand those in."""
    if _PARTIAL.match(text):
        return text
    day = _DAY.match(text)
    known = PartialDate.from_edtf(day[0]) if day else None
    return read_moment(text) or (known.first.isoformat() if known else None)


def _from_title(draft: Draft) -> list[Credit]:
    block = next((block for block in draft.blocks if block.kind == "title"), None)
    if block is None:
        return []
    title, outlet = split_title(block.span.of(draft.text))
    named = [Credit("outlet", outlet, "end of the headline")] if outlet else []
    return [Credit("title", title, "headline of the text"), *named]


def _without_agencies_as_authors(known: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Without an author whom another place of the report shows to be an agency: letters alone tell neither."""
    agencies = {credit.value for credit in known if credit.field == "agencies"}
    return tuple(credit for credit in known if credit.field != "authors" or credit.value not in agencies)


def _with_suppliers(known: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """An outlet that dateline or by-line names beside the one that publishes is a supplier: "(CNN) —" elsewhere."""
    publisher = next((credit.value for credit in known if credit.field == "outlet"), None)
    suppliers = (
        Credit("agencies", credit.value, credit.read_from)
        for credit in known
        if credit.field == "outlet" and _names_supplier(credit, publisher)
    )
    return tuple(dict.fromkeys((*known, *suppliers)))


def _names_supplier(credit: Credit, publisher: str | None) -> bool:
    """A paper's own name in its by-line is often shorter: "Gazette foreign desk" in The Harbour Gazette."""
    own = set((publisher or "").lower().split())
    if credit.value.split()[-1].lower() in UNNAMED:
        return False
    return credit.read_from.startswith(("dateline", "by-line")) and not own & (
        set(credit.value.lower().split()) - SHARED
    )


def _with_own_agency(known: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Where no outlet is named and an agency stands alone in a line, the report is the agency's own copy."""
    if any(credit.field == "outlet" for credit in known):
        return known
    own = (replace(credit, field="outlet") for credit in known if credit.field == "agencies")
    return (*known, *[credit for credit in own if credit.read_from.startswith("line “")][:1])


def _with_whole_names(known: tuple[Credit, ...], text: str) -> tuple[Credit, ...]:
    """Letters that the report itself resolves are credited by the whole name: "Coast Press Agency (CPA)"."""
    whole = (
        replace(credit, value=find_whole_name(credit.value, text)) if credit.field == "agencies" else credit
        for credit in known
    )
    return tuple(dict.fromkeys(whole))


def _without_styles(known: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Without an agency that only the style of a sign-off suggests, where another one is named: others copy that."""
    named = any(credit.field == "agencies" and not credit.read_from.startswith(STYLE) for credit in known)
    return tuple(credit for credit in known if not (named and credit.read_from.startswith(STYLE)))


def _with_dateline_day(known: tuple[Credit, ...], dateline: Dateline | None) -> tuple[Credit, ...]:
    """The whole day of a dateline is the report's where nothing else names one, or the page's dates only suggest it."""
    day = dateline.on if dateline and dateline.on and not dateline.on.startswith("XXXX") else None
    dated = any(
        credit.field in ("published_at", "updated_at") and credit.read_from not in SUGGESTED for credit in known
    )
    return known if day is None or dated else (Credit("published_at", day, "dateline"), *known)


def _with_day(known: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Where only a change is dated, the report is taken to be of that day."""
    updated = next((credit.value for credit in known if credit.field == "updated_at"), None)
    if updated is None or any(credit.field == "published_at" for credit in known):
        return known
    return (*known, Credit("published_at", updated[:10], "day of the last change"))


def _dated(dateline: Dateline | None, published_at: str | None) -> Dateline | None:
    """The dateline with the year of publication, where it gives a day without one."""
    if dateline is None or dateline.on is None or not dateline.on.startswith("XXXX") or not published_at:
        return dateline
    return Dateline(dateline.place, published_at[:4] + dateline.on[4:])
