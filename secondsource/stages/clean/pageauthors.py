"""Who wrote a page's article: persons whom its markup names and whom a reader is shown."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from secondsource.model.reports import Credit
from secondsource.stages.clean.bylines import opening_end
from secondsource.stages.clean.labels import is_card
from secondsource.stages.clean.landmarks import Landmarks
from secondsource.stages.clean.markup import Thing, resolve, text_of, texts_of, types_of
from secondsource.stages.clean.namefields import (
    is_host,
    pen_name_in_line,
    people_in,
    people_in_line,
    people_in_publication,
    to_pen_name,
    to_site_names,
)
from secondsource.stages.clean.names import has_given_name, to_name
from secondsource.stages.clean.namings import SHARP, Naming
from secondsource.stages.clean.publishers import find_agency
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NEAR = 400
"""Elements before and after the headline among which its by-line stands."""

NEAR_TEXT = 120
"""The same for lines that only begin like a by-line."""

UNDER = 16
"""Elements after the headline among which a name alone may be the by-line."""

ABOVE_PEN, UNDER_PEN = 16, 40
"""Elements before and after the headline among which a name of one word is the by-line."""

LONGEST_SIGN = 3
"""Small letters that sign a report and name nobody."""

LONGEST_KNOWN = 3
"""Words of a name without any label; with more it is a firm's or a place's as often."""

LONGEST_LINE = 90
"""Characters of a line under the headline that names a person: name, date, time and section."""

OWNER_WORDS = 2
"""Words of a site's name that is its writer's; longer ones are a firm's that bears the name."""

NAMED_ABOVE = 4
"""Elements before the headline among which a line with date and name stands."""

_PIECE = re.compile(r"\s[|»•·–—-]\s")

NEAR_LINK = 40
"""Elements before and after the headline among which a link to an author's page is the by-line."""

BESIDE = 14
"""Elements between the by-line elements of two authors of one article."""


def find_authors(
    marks: Landmarks,
    article: Thing | None,
    things: Sequence[Thing],
    metas: Mapping[str, list[str]],
    headline_at: int,
    url: str | None,
    tree: "HtmlElement",
) -> tuple[Credit, ...]:
    """Credits for the persons, and the agencies, that the page names as authors; the first telling source decides."""
    site = _site_names(metas, article, url)
    shown = tuple(dict.fromkeys(_from_elements(marks, headline_at, site)))
    shown = shown or tuple(_from_pen_names(marks, headline_at, site))
    for found in (
        _from_article(article, things, marks, site),
        shown,
        _from_metas(metas, marks, site),
        _from_links(marks, headline_at, site),
        _from_lines(marks, headline_at, site),
        _from_cards(marks, site),
        _from_own_comments(tree),
        _from_owner(metas, marks),
    ):
        credits_found = tuple(dict.fromkeys(found))
        people = {credit.value for credit in credits_found if credit.field == "authors"}
        if people:
            return shown if _adds_people(shown, people) else credits_found
    return tuple(credit for credit in _from_article(article, things, marks, site) if credit.field == "agencies")


def _adds_people(shown: Sequence[Credit], people: Collection[str]) -> bool:
    """Whether the by-line that readers see names these people and others."""
    others = [credit.value for credit in shown if credit.value not in people]
    return (
        bool(others)
        and len(shown) == len(people) + len(others)
        and all(has_given_name(other) and not any(person in other for person in people) for other in others)
    )


def _site_names(metas: Mapping[str, list[str]], article: Thing | None, url: str | None) -> frozenset[str]:
    publisher = texts_of(article.get("publisher")) if article else []
    return to_site_names([*metas.get("og:site_name", ()), *metas.get("application-name", ()), *publisher], url)


def _from_owner(metas: Mapping[str, list[str]], marks: Landmarks) -> Iterator[Credit]:
    """The person by whose name the whole site goes: it is one writer's own."""
    named = (metas.get("og:site_name") or [_PIECE.split(marks.title or "")[-1]])[0].strip()
    if has_given_name(named) and to_name(named) == named and len(named.split()) == OWNER_WORDS:
        yield Credit("authors", named, "name of the site")


def _from_article(
    article: Thing | None, things: Sequence[Thing], marks: Landmarks, site: frozenset[str]
) -> Iterator[Credit]:
    for author in _authors_of(article, things):
        organization = isinstance(author, dict) and "organization" in types_of(author)
        for text in texts_of(author):
            if agency := find_agency(text):
                yield Credit("agencies", agency, "JSON-LD author")
            elif not organization:
                people = (person for person in people_in(text, site) if " " in person or person[:1].isupper())
                own = people_in(text) if has_given_name(text) else ()
                pen_name = to_pen_name(text, site) if isinstance(author, dict) and "person" in types_of(author) else ()
                yield from _shown((*people, *own) or pen_name, marks.shown, "JSON-LD author")


def _authors_of(article: Thing | None, things: Sequence[Thing]) -> list[Any]:
    authors = resolve(article.get("author") or article.get("creator"), things) if article else []
    return authors if isinstance(authors, list) else [authors]


def _from_metas(metas: Mapping[str, list[str]], marks: Landmarks, site: frozenset[str]) -> Iterator[Credit]:
    for key in load_lexicon("markup")["metas"]["authors"]:
        found = [
            credit
            for text in metas.get(key, ())
            if "/" not in text[:8]
            for credit in _shown_or_known(text, marks, site, f"meta {key}")
            if not _is_in_title(credit.value, marks)
        ]
        if found:
            yield from found
            return


def _shown_or_known(text: str, marks: Landmarks, site: frozenset[str], how: str) -> Iterator[Credit]:
    """The persons shown beside the article; in the page's header and footer only such as have a known first name."""
    yield from _shown(people_in(text, site), marks.shown_inside, how)
    yield from _shown((person for person in people_in(text) if has_given_name(person)), marks.shown, how)


def _from_lines(marks: Landmarks, headline_at: int, site: frozenset[str]) -> Iterator[Credit]:
    """The persons in a line under the headline that has no label: a name alone, or beside the date."""
    for at, text in marks.lines:
        dated = any(mark.isdigit() for mark in text)
        if not (-NAMED_ABOVE if dated else 1) <= at - headline_at <= UNDER or len(text) > LONGEST_LINE:
            continue
        people = [person for person in people_in_line(text, site) or people_in(text, site) if has_given_name(person)]
        whole = " ".join(people)
        if any(
            len(one.split()) > LONGEST_KNOWN or _is_in_title(one, marks) or _is_told_of(one, marks) for one in people
        ):
            continue
        if people and (text.strip() == whole or dated):
            yield from (Credit("authors", person, "line under the headline") for person in people)
            return


def _from_cards(marks: Landmarks, site: frozenset[str]) -> Iterator[Credit]:
    """The one person whom the page marks as author anywhere outside its comments."""
    told = [naming for naming in marks.namings if naming.way in SHARP - {"author's link"}]
    people = {one: naming.way for naming in told for one in people_in(naming.text, site) if has_given_name(one)}
    if len(people) == 1:
        yield from (Credit("authors", person, way) for person, way in people.items())


def _from_links(marks: Landmarks, headline_at: int, site: frozenset[str]) -> Iterator[Credit]:
    """The persons to whose pages the first links under the headline lead."""
    last = None
    for naming in marks.namings:
        near = -NEAR_LINK < naming.at - headline_at < NEAR_LINK
        if naming.way != "author's link" or not near or (last is not None and naming.at - last > BESIDE):
            continue
        if people := [one for one in people_in(naming.text, site, is_named=False) if len(one.split()) <= LONGEST_KNOWN]:
            last = naming.end
            yield from (Credit("authors", person, naming.way) for person in people)


def _from_own_comments(tree: "HtmlElement") -> Iterator[Credit]:
    """The name under which the author of the article answers its comments, as blogs mark it."""
    for comment in tree.iter("li", "div", "article"):
        if "bypostauthor" in (comment.get("class") or ""):
            cards = (text_of(card) for card in comment.iter("*") if is_card(card.get("class") or ""))
            people = [person for card in cards for person in people_in(card)]
            yield from (Credit("authors", person, "own comment") for person in people[:1])
            if people:
                return


def _is_told_of(person: str, marks: Landmarks) -> bool:
    """Whether the article calls somebody by this surname alone, who is then its subject."""
    name = person.lower()
    return marks.shown_inside.count(name.split()[-1]) > marks.shown_inside.count(name)


def _is_in_title(person: str, marks: Landmarks) -> bool:
    """Whether the page's title has the name: then it is the site's owner or the one reported on."""
    return person.lower() in (marks.title or "").lower()


def _from_elements(marks: Landmarks, headline_at: int, site: frozenset[str]) -> Iterator[Credit]:
    """The persons in the first by-line near the headline, and in those right beside it."""
    last: Naming | None = None
    for number, naming in enumerate(marks.namings):
        far = NEAR_TEXT if naming.way in ("by-line", "line of publication") else NEAR
        if abs(naming.at - headline_at) > far or naming.way == "author's link":
            continue
        if last is not None and (naming.at - last.at > BESIDE or naming.way != last.way):
            continue
        people = _people_named(naming, site)
        if people:
            last = naming
            inside = [one for one in marks.namings[number + 1 :] if one.at <= naming.end]
            yield from (Credit("authors", person, naming.way) for person in _sharpen(people, inside, site))


def _people_named(naming: Naming, site: frozenset[str]) -> tuple[str, ...]:
    if naming.way == "line of publication":
        return people_in_publication(naming.text, site)
    if naming.way == "by-line":
        return tuple(one for one in people_in_line(naming.text, site) if _is_person(one))
    is_sharp = naming.way in SHARP
    people = tuple(one for one in people_in(naming.text, site, is_named=is_sharp) if _is_person(one))
    bare = naming.text[opening_end(naming.text) :]
    return people or (to_pen_name(bare, site) if is_sharp and not bare.istitle() else ())


def _from_pen_names(marks: Landmarks, headline_at: int, site: frozenset[str]) -> Iterator[Credit]:
    """The name of one word, right at the headline, in the first by-line that is nothing else."""
    for naming in marks.namings:
        if not -ABOVE_PEN <= naming.at - headline_at <= UNDER_PEN or len(naming.text) > LONGEST_LINE:
            continue
        if naming.way == "by-line":
            people = pen_name_in_line(naming.text, site)
        elif naming.way == "by-line element" or (naming.way == "author's link" and " " not in naming.text):
            people = tuple(one for one in people_in(naming.text, site) if " " not in one)
        else:
            continue
        if people and not is_host(people[0], site) and not (people[0].islower() and len(people[0]) <= LONGEST_SIGN):
            yield Credit("authors", people[0], naming.way)
            return


def _is_person(name: str) -> bool:
    return len(name.split()) <= LONGEST_KNOWN or has_given_name(name)


def _sharpen(people: tuple[str, ...], inside: Iterable[Naming], site: frozenset[str]) -> tuple[str, ...]:
    """The persons in a by-line, as the elements in it that hold nothing but a name have them, where there are such."""
    sharp = tuple(dict.fromkeys(one for naming in inside if naming.way in SHARP for one in _people_named(naming, site)))
    if any(" " in one for one in sharp):
        sharp = tuple(one for one in sharp if " " in one)
    others = [person for person in people if person not in sharp]
    is_whole = set(sharp) <= set(people) and all(
        has_given_name(other) and not any(person in other for person in sharp) for other in others
    )
    return people if not sharp or is_whole else sharp


def _shown(people: Iterable[str], shown: str, how: str) -> Iterator[Credit]:
    """Credits for those of `people` whose name the page shows to its readers."""
    for person in people:
        if " ".join(person.lower().split()) in shown:
            yield Credit("authors", person, how)
