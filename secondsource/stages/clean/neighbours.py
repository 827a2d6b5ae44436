"""Other articles on an article's page: what follows it on pages without an end, and the cards that lead to them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LEAST_OWN = 100
"""Words of an article beside which the others are not it: shorter ones are cards that lead to articles."""

LONGEST_CARD = 80
"""Words of a linked headline with its teaser."""

LONGEST_LABEL = 300
"""Characters of a class; longer ones are lists of style rules."""

_HEADINGS = ("h1", "h2", "h3", "h4")
_POST = re.compile(r"(?:^|\s)post-(\d{1,12})(?:\s|$)")
"""How the most used publishing system numbers what it shows."""


def drop_neighbours(tree: "HtmlElement") -> None:
    """Take out of `tree` the articles beside and in the one with the page's first headline that are others."""
    articles = [*tree.iter("article")]
    own = _find_own(articles) if len(articles) > 1 else None
    if own is None:
        return
    around = {own, *own.iterancestors("article")}
    number = next((found for found in map(_number_of, (own, *own.iterancestors("article"))) if found), None)
    for article in [*articles]:
        if article in around or article.getparent() is None:
            continue
        if _is_card(article) or (number and _number_of(article) not in (None, number)):
            article.drop_tree()


def _find_own(articles: list["HtmlElement"]) -> "HtmlElement | None":
    """The innermost of the articles with the first heading of the first level, if it has words enough."""
    heading = next((found for article in articles if (found := article.find(".//h1")) is not None), None)
    own = None if heading is None else next(heading.iterancestors("article"), None)
    if own is None:
        return None
    return own if _count(own, LEAST_OWN) >= LEAST_OWN else None


def _count(article: "HtmlElement", enough: int) -> int:
    count = 0
    for text in article.itertext():
        count += len(text.split())
        if count > enough:
            break
    return count


def _is_card(article: "HtmlElement") -> bool:
    """Whether an article is a linked headline with its teaser."""
    return any(map(_is_linked, _headings(article))) and _count(article, LONGEST_CARD) <= LONGEST_CARD


def _headings(article: "HtmlElement") -> Iterator["HtmlElement"]:
    return article.iter(*_HEADINGS)


def _is_linked(heading: "HtmlElement") -> bool:
    return heading.find(".//a[@href]") is not None or any(box.get("href") for box in heading.iterancestors("a"))


def _number_of(article: "HtmlElement") -> str | None:
    numbered = _POST.search((article.get("class") or "")[:LONGEST_LABEL])
    return numbered.group(1) if numbered else None
