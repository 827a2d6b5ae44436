"""Web pages: the article found in the markup, its captions put back, and what the page says of its making."""

from typing import TYPE_CHECKING

from secondsource.stages.clean.articles import read_article
from secondsource.stages.clean.drafts import Draft
from secondsource.stages.clean.leftovers import find_leftovers
from secondsource.stages.clean.pagecredits import read_page_credits
from secondsource.stages.clean.pieces import Pieces

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_LABEL = 1000
"""Characters of a class or id; longer ones are generated and tell nothing, but cost every pattern its time."""


def read_page(html: str, url: str | None = None) -> Draft | None:
    """The report in a page's HTML, with the credits in its markup; None when no article is found in it."""
    tree = load_tree(html)
    if tree is None:
        return None
    _elements = [*tree.iter()]  # while these live, each walk over the tree finds them made already
    credits_found, title = read_page_credits(tree, url)
    words = Pieces(tree)
    article = read_article(words, title)
    if article is None or not article.text:
        return None
    return Draft(
        article.text,
        article.blocks,
        (*article.cuts, *find_leftovers(words, article.text)),
        (*credits_found, *article.credits),
    )


def load_tree(html: str) -> "HtmlElement | None":
    """The page as a tree; None when there is no markup in it."""
    from trafilatura import load_html

    tree: HtmlElement | None = load_html(html)
    long = f"string-length(@class) > {LONGEST_LABEL} or string-length(@id) > {LONGEST_LABEL}"
    for element in tree.xpath(f"//*[{long}]") if tree is not None else ():
        for name in ("class", "id"):
            if len(element.get(name) or "") > LONGEST_LABEL:
                del element.attrib[name]
    return tree
