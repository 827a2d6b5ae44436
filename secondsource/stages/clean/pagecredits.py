"""What a page's markup says of its article's making: outlet, headline, authors, moments, address, former places."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from secondsource.model.reports import Credit
from secondsource.stages.clean.headlines import find_headline
from secondsource.stages.clean.landmarks import Landmarks, find_landmarks
from secondsource.stages.clean.markup import Thing, find_articles, read_metas, read_things, resolve, texts_of
from secondsource.stages.clean.pageagencies import find_agencies
from secondsource.stages.clean.pageauthors import find_authors
from secondsource.stages.clean.pagedays import find_moments
from secondsource.stages.clean.publishers import find_host, find_outlet, to_outlet
from secondsource.stages.clean.titles import split_title
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PIECE = re.compile(r"\s{0,9}[|»•·–—-]\s{0,9}")

LONGEST_OUTLET = 60
"""Characters. Longer site names are slogans."""


def read_page_credits(tree: "HtmlElement", url: str | None) -> tuple[tuple[Credit, ...], str | None]:
    """The credits in a page's markup, the most telling first, and its headline."""
    things = read_things(tree)
    articles = find_articles(things)
    article = articles[0] if articles else None
    metas = read_metas(tree)
    marks = find_landmarks(tree)
    site = next(iter(metas.get("og:site_name", ())), None)
    references = [*_titles(article, metas)]
    headline = find_headline(marks, references, site)
    at = _place_of(marks, headline[0] if headline else None)
    own_url = url or _address(marks, metas)
    credits_found = (
        *((Credit("title", headline[0], headline[1]),) if headline else ()),
        *_outlets(article, things, metas, own_url),
        *_outlet_in_title(marks, headline[0] if headline else "", site),
        *find_authors(marks, article, things, metas, at, own_url, tree),
        *find_agencies(marks, at),
        *find_moments(marks, article, metas, own_url, at, tree),
        *((Credit("url", own_url, "canonical address"),) if own_url and not url else ()),
        *_former_places(article, marks, url),
    )
    return credits_found, headline[0] if headline else None


def _titles(article: Thing | None, metas: Mapping[str, list[str]]) -> Iterator[str]:
    if article:
        yield from texts_of(article.get("headline"))[:1]
    for key in load_lexicon("markup")["metas"]["titles"]:
        yield from metas.get(key, ())[:1]


def _place_of(marks: Landmarks, headline: str | None) -> int:
    """The position of the heading that is the headline, or of the first one."""
    for at, text, _ in marks.headings:
        if headline and headline in text:
            return at
    return next((at for at, _, element in marks.headings if element.tag == "h1"), 0)


def _address(marks: Landmarks, metas: Mapping[str, list[str]]) -> str | None:
    told: list[str] = [marks.canonical or "", *metas.get("og:url", ())]
    return next((address for address in told if address.startswith(("http://", "https://"))), None)


def _outlets(
    article: Thing | None, things: list[Thing], metas: Mapping[str, list[str]], url: str | None
) -> Iterator[Credit]:
    told: list[tuple[str, str]] = []
    if host := find_host(url or ""):
        told.append((host, "address"))
    if article:
        told += ((name, "JSON-LD publisher") for name in texts_of(resolve(article.get("publisher"), things)))
    told += ((name, "meta og:site_name") for name in metas.get("og:site_name", ()))
    told += ((name, "meta application-name") for name in metas.get("application-name", ()))
    for name, where in told:
        bare = " ".join(name.split())
        if bare and len(bare) <= LONGEST_OUTLET and not bare.startswith(("http", "@")):
            yield Credit("outlet", find_outlet(bare) or bare, where)


def _outlet_in_title(marks: Landmarks, headline: str, site: str | None) -> Iterator[Credit]:
    """The site's name at the end of the page's title: known, looking like one, or all that follows the headline."""
    title = marks.title or ""
    name = split_title(title, site)[1]
    if name is None and headline and title.startswith(headline):
        name = _PIECE.split(title[len(headline) :])[-1].strip()
    if name and len(name) <= LONGEST_OUTLET:
        yield Credit("outlet", to_outlet(name), "end of the page title")


def _former_places(article: Thing | None, marks: Landmarks, url: str | None) -> Iterator[Credit]:
    """Hints that the article was somewhere else before: isBasedOn, a canonical address on another host."""
    if article:
        for text in texts_of(article.get("isBasedOn"), "url"):
            yield Credit("syndication", text, "JSON-LD isBasedOn")
        for text in texts_of(article.get("sourceOrganization")):
            yield Credit("syndication", text, "JSON-LD sourceOrganization")
    if url and marks.canonical and _host(marks.canonical) and _host(url) not in (_host(marks.canonical), ""):
        yield Credit("syndication", marks.canonical, "canonical address on another host")


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")
