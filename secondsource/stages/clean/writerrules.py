"""The rules that say which lines of a paste tell who made the report: by-lines, names alone, notes on the writer."""

from collections.abc import Collection

from secondsource.model.reports import Credit
from secondsource.stages.clean.appeals import long_words
from secondsource.stages.clean.bylines import is_rare_name, read_people
from secondsource.stages.clean.creditlines import NAME_LINE, read_credit_line
from secondsource.stages.clean.publishers import is_agency_name, is_paper_name, to_outlet
from secondsource.stages.clean.sorting import Sorting, Verdict

BYLINE_LINES = 12
"""By-lines and date lines stand among the first so many lines, or after the last paragraph."""

LONGEST_BIO = 45
"""Words of a note on a writer."""

_BIO = frozenset(("is", "writes", "covers", "reports", "lives", "has", "works", "was", "joined", "teaches", "can"))


def find_about_author(sorting: Sorting) -> Verdict | None:
    """A line behind the first paragraphs that says of one of the writers who he is."""
    if sorting.at <= sorting.frame.first or sorting.line.count > LONGEST_BIO:
        return None
    text = sorting.line.text
    named = next((name for name in sorted(sorting.writers) if text.startswith(f"{name} ")), None)
    told = text[len(named) :].split()[:1] if named else []
    return Verdict(None, "about the author") if told and told[0] in _BIO else None


def find_credit_line(sorting: Sorting) -> Verdict | None:
    if not (sorting.is_head or sorting.is_tail or sorting.at < BYLINE_LINES):
        return None
    read = read_credit_line(sorting.line.text)
    if not read or (read.reason == NAME_LINE and not (sorting.is_head or sorting.is_tail)):
        return None
    return Verdict(None, read.reason, read.credits)


def find_bare_author(sorting: Sorting) -> Verdict | None:
    """Persons' names alone: beside a date line or by-line, right under the headline, or right after the report."""
    people = read_people(sorting.line.text)
    if not people or not (sorting.is_head or sorting.is_tail):
        return None
    if sorting.is_head and _is_beside_credit(sorting):
        place = "name beside the date line"
    elif _is_told_of(people, sorting) or not any(map(is_rare_name, people)):
        return None
    elif sorting.is_head and sorting.frame.title is not None and sorting.frame.title < sorting.at:
        place = "name under the headline"
    elif sorting.is_tail and sorting.at == sorting.frame.last + 1:
        place = "name at the end"
    else:
        return None
    return Verdict(None, "byline", tuple(Credit("authors", name, place) for name in people))


def _is_beside_credit(sorting: Sorting) -> bool:
    beside = [sorting.lines[at].text for at in (sorting.at - 1, sorting.at + 1) if 0 <= at < len(sorting.lines)]
    read = [read_credit_line(text) for text in beside]
    return any(one and one.reason in ("date line", "byline") for one in read)


def _is_told_of(people: Collection[str], sorting: Sorting) -> bool:
    """Whether the report speaks of one of these people (or places), who then is its subject or a tag."""
    return any(long_words(name) & sorting.frame.vocabulary for name in people)


def find_paper(sorting: Sorting) -> Verdict | None:
    if sorting.is_head and sorting.line.text.istitle() and is_agency_name(sorting.line.text):
        return Verdict(None, NAME_LINE, (Credit("agencies", sorting.line.text, "line before the report"),))
    if sorting.is_head and is_paper_name(sorting.line.text):
        return Verdict(None, NAME_LINE, (Credit("outlet", to_outlet(sorting.line.text), "line before the report"),))
    return None
