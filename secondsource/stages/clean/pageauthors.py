"""Who wrote a page's article: persons whom its markup names and whom a reader is shown."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from secondsource.model.reports import Credit
from secondsource.stages.clean.bylines import opening_end, read_byline
from secondsource.stages.clean.creditlines import read_credit_line
from secondsource.stages.clean.landmarks import Landmarks
from secondsource.stages.clean.markup import Thing, resolve, texts_of, types_of
from secondsource.stages.clean.names import is_nobody
from secondsource.stages.clean.publishers import find_agency, find_outlet, is_outlet_name
from secondsource.stages.clean.stamps import is_stamp_word
from secondsource.text.lexicon import load_lexicon

NEAR = 400
"""Elements before and after the headline among which its by-line stands."""

NEAR_TEXT = 120
"""The same for lines that only begin like a by-line."""

BESIDE = 14
"""Elements between the by-line elements of two authors of one article."""


def find_authors(
    marks: Landmarks, article: Thing | None, things: Sequence[Thing], metas: Mapping[str, list[str]], headline_at: int
) -> tuple[Credit, ...]:
    """Credits for the persons, and the agencies, that the page names as authors; the first telling source decides."""
    site = _site_names(metas, article)
    for found in (
        _from_article(article, things, marks, site),
        _from_elements(marks, headline_at, site),
        _from_metas(metas, marks, site),
    ):
        credits_found = tuple(dict.fromkeys(found))
        if any(credit.field == "authors" for credit in credits_found):
            return credits_found
    return tuple(credit for credit in _from_article(article, things, marks, site) if credit.field == "agencies")


def _site_names(metas: Mapping[str, list[str]], article: Thing | None) -> frozenset[str]:
    publisher = texts_of(article.get("publisher")) if article else []
    names = [*metas.get("og:site_name", ()), *metas.get("application-name", ()), *publisher]
    return frozenset(_squash(name) for name in names)


def _from_article(
    article: Thing | None, things: Sequence[Thing], marks: Landmarks, site: frozenset[str]
) -> Iterator[Credit]:
    if article is None:
        return
    authors = resolve(article.get("author") or article.get("creator"), things)
    for author in authors if isinstance(authors, list) else [authors]:
        organization = isinstance(author, dict) and "organization" in types_of(author)
        for text in texts_of(author):
            if agency := find_agency(text):
                yield Credit("agencies", agency, "JSON-LD author")
            elif not organization:
                people = (person for person in people_in(text, site) if " " in person or person[:1].isupper())
                yield from _shown(people, marks.shown, "JSON-LD author")


def _from_metas(metas: Mapping[str, list[str]], marks: Landmarks, site: frozenset[str]) -> Iterator[Credit]:
    for key in load_lexicon("markup")["metas"]["authors"]:
        found = [
            credit
            for text in metas.get(key, ())
            if "/" not in text[:8]
            for credit in _shown(people_in(text, site), marks.shown_inside, f"meta {key}")
            if not _is_in_title(credit.value, marks)
        ]
        if found:
            yield from found
            return


def _is_in_title(person: str, marks: Landmarks) -> bool:
    """Whether the page's title has the name: then it is the site's owner or the one reported on."""
    return person.lower() in (marks.title or "").lower()


def _from_elements(marks: Landmarks, headline_at: int, site: frozenset[str]) -> Iterator[Credit]:
    """The persons in the first by-line near the headline, and in those right beside it."""
    last = None
    how_first = ""
    for at, text, how in marks.bylines:
        if abs(at - headline_at) > (NEAR_TEXT if how == "by-line" else NEAR):
            continue
        if last is not None and (at - last > BESIDE or how != how_first):
            continue
        is_named = how.startswith(("rel", "itemprop", "author's"))
        people = people_in(text, site, is_named=is_named) if how != "by-line" else _people_in_line(text, site)
        if people:
            last, how_first = at, how
            yield from (Credit("authors", person, how) for person in people)


def _people_in_line(text: str, site: frozenset[str]) -> tuple[str, ...]:
    """The persons in an unmarked line that is a by-line as a whole."""
    read = read_credit_line(text)
    people = tuple(credit.value for credit in read.credits if credit.field == "authors") if read else ()
    return tuple(person for person in people if _squash(person) not in site)


def _shown(people: Iterable[str], shown: str, how: str) -> Iterator[Credit]:
    """Credits for those of `people` whose name the page shows to its readers."""
    for person in people:
        if " ".join(person.lower().split()) in shown:
            yield Credit("authors", person, how)


def people_in(text: str, site: frozenset[str] = frozenset(), *, is_named: bool = True) -> tuple[str, ...]:
    """The persons in a by-line or author field, without roles, dates, outlets and the site's own name.

    Names of one word count only in a field that is meant for a name (`is_named`) or after "By".
    """
    words = " ".join(text.split()).split(" ")
    while len(words) > 1 and is_stamp_word(words[-1]):
        words = words[:-1]
    line = " ".join(words)
    start = opening_end(line)
    line = line[start:].strip(" ~-–—•·|:,.*")
    people = read_byline(line).authors
    if not people and (is_named or start) and (single := _to_single_name(line)):
        people = (single,)
    return tuple(person for person in people if _squash(person) not in site)


def _to_single_name(text: str) -> str | None:
    """A first name or pen name of one word; None for labels and outlets."""
    if not re.fullmatch(r"[^\W\d_][\w'’.-]{1,19}", text) or "." in text[:-1]:
        return None
    if is_nobody(text) or find_agency(text) or find_outlet(text) or is_outlet_name(f"The {text}"):
        return None
    return text


def _squash(name: str) -> str:
    return re.sub(r"[^\w]|\.(?:com|org|net|de|co|uk)\b", "", name.lower())
