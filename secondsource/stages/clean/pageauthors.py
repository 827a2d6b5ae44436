"""Who wrote a page's article: persons whom its markup names and whom a reader is shown."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from secondsource.model.reports import Credit
from secondsource.stages.clean.bylines import opening_end, read_byline
from secondsource.stages.clean.creditlines import read_credit_line
from secondsource.stages.clean.landmarks import Landmarks
from secondsource.stages.clean.markup import Thing, resolve, texts_of, types_of
from secondsource.stages.clean.names import has_given_name, is_nobody, to_name
from secondsource.stages.clean.publishers import find_agency, find_outlet, is_outlet_name
from secondsource.stages.clean.stamps import is_stamp_word
from secondsource.text.lexicon import load_lexicon

NEAR = 400
"""Elements before and after the headline among which its by-line stands."""

NEAR_TEXT = 120
"""The same for lines that only begin like a by-line."""

LEAST_NAME = 5
"""Characters of the shortest full name."""

UNDER = 16
"""Elements after the headline among which a name alone may be the by-line."""

LONGEST_KNOWN = 3
"""Words of a name without any label; with more it is a firm's or a place's as often."""

LONGEST_LINE = 90
"""Characters of a line under the headline that names a person: name, date, time and section."""

HOST = "host:"
"""Set before the labels of a host among a site's names."""

LONGEST_LETTERS = 3
"""Capitals that may be a writer's initials; longer ones are an agency's or a firm's."""

OWNER_WORDS = 2
"""Words of a site's name that is its writer's; longer ones are a firm's that bears the name."""

NAMED_ABOVE = 4
"""Elements before the headline among which a line with date and name stands."""

_PIECE = re.compile(r"\s[|»•·–—-]\s")
_INNER_BY = re.compile(r"\s(?:by|von|par|por)\s", re.IGNORECASE)

BESIDE = 14
"""Elements between the by-line elements of two authors of one article."""


def find_authors(
    marks: Landmarks,
    article: Thing | None,
    things: Sequence[Thing],
    metas: Mapping[str, list[str]],
    headline_at: int,
    url: str | None,
) -> tuple[Credit, ...]:
    """Credits for the persons, and the agencies, that the page names as authors; the first telling source decides."""
    site = _site_names(metas, article, url)
    shown = tuple(dict.fromkeys(_from_elements(marks, headline_at, site)))
    for found in (
        _from_article(article, things, marks, site),
        shown,
        _from_metas(metas, marks, site),
        _from_lines(marks, headline_at, site),
        _from_cards(marks, site),
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
    names = [*metas.get("og:site_name", ()), *metas.get("application-name", ()), *publisher]
    return frozenset((*map(_squash, names), *_host_labels(url)))


def _host_labels(url: str | None) -> list[str]:
    """The labels of the address's host, without the last, as names of several words are compared with them."""
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")[:-1]
    except ValueError:
        return []
    return [f"{HOST}{label.replace('-', '')}" for label in labels]


def _is_site(person: str, site: Collection[str]) -> bool:
    """Whether a name is the site's, or, of several words, that of its host: a pen name may be the host's as well."""
    own = _squash(person)
    return own in site or (f"{HOST}{own}" in site and not person.isalpha())


def _from_owner(metas: Mapping[str, list[str]], marks: Landmarks) -> Iterator[Credit]:
    """The person by whose name the whole site goes: it is one writer's own."""
    named = (metas.get("og:site_name") or [_PIECE.split(marks.title or "")[-1]])[0].strip()
    if has_given_name(named) and to_name(named) == named and len(named.split()) == OWNER_WORDS:
        yield Credit("authors", named, "name of the site")


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
                own = people_in(text) if has_given_name(text) else ()
                pen_name = _to_pen_name(text, site) if isinstance(author, dict) and "person" in types_of(author) else ()
                yield from _shown((*people, *own) or pen_name, marks.shown, "JSON-LD author")


def _to_pen_name(text: str, site: frozenset[str]) -> tuple[str, ...]:
    """The name that markup says is a person's, in whatever letters it is written: "Ingrid tarn"."""
    words = text.split()
    if len(words) != 2 or not all(word.isalpha() and not is_nobody(word) for word in words):
        return ()
    is_outlet = find_outlet(text) or is_outlet_name(f"The {text}") or _is_site(text, site)
    return () if is_outlet or text.isupper() else (text,)


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
        people = [person for person in _people_in_line(text, site) or people_in(text, site) if has_given_name(person)]
        whole = " ".join(people)
        if any(len(person.split()) > LONGEST_KNOWN or _is_in_title(person, marks) for person in people):
            continue
        if people and (text.strip() == whole or dated):
            yield from (Credit("authors", person, "line under the headline") for person in people)
            return


def _from_cards(marks: Landmarks, site: frozenset[str]) -> Iterator[Credit]:
    """The one person whom the page marks as author anywhere outside its comments."""
    told = [(text, how) for _, text, how in marks.bylines if how.startswith(("rel", "itemprop", "author's"))]
    people = {person: how for text, how in told for person in people_in(text, site) if has_given_name(person)}
    if len(people) == 1:
        yield from (Credit("authors", person, how) for person, how in people.items())


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
        people = tuple(one for one in people if len(one.split()) <= LONGEST_KNOWN or has_given_name(one))
        if people:
            last, how_first = at, how
            yield from (Credit("authors", person, how) for person in people)


def _people_in_line(text: str, site: frozenset[str]) -> tuple[str, ...]:
    """The persons in an unmarked line that is a by-line as a whole."""
    read = read_credit_line(text)
    people = tuple(credit.value for credit in read.credits if credit.field == "authors") if read else ()
    return tuple(person for person in people if not _is_site(person, site))


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
    line = _without_label(_once(line[start:].strip(" ~-–—•·|:,*")))
    people = read_byline(line).authors
    if not people and (is_named or start) and (single := _to_single_name(line)):
        people = (single,)
    return tuple(person for person in people if not _is_site(person, site))


def _once(line: str) -> str:
    """The line without its repetition, where the markup has a name twice for narrow and wide screens."""
    half = len(line) // 2
    for end in (half, half + 1):
        if half >= LEAST_NAME and line[:half].strip() == line[end:].strip():
            return line[:half].strip()
    return line


def _without_label(line: str) -> str:
    """What follows "by" inside the line, where that is a full name: "Debate by Ann Ode", but not "Otto von Ode"."""
    inner = _INNER_BY.search(line)
    return line[inner.end() :] if inner and to_name(line[inner.end() :]) else line


def _to_single_name(text: str) -> str | None:
    """A first name or pen name of one word; None for labels and outlets."""
    text = text.rstrip(".")
    is_letters = text.isupper() and len(text) > LONGEST_LETTERS
    if not re.fullmatch(r"[^\W\d_][\w'’.-]{1,19}", text) or "." in text[:-1] or is_letters:
        return None
    if is_nobody(text) or find_agency(text) or find_outlet(text) or is_outlet_name(f"The {text}"):
        return None
    return text


def _squash(name: str) -> str:
    return re.sub(r"[^\w]|\.(?:com|org|net|de|co|uk)\b", "", name.lower())
