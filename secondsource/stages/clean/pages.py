"""Web pages: the article found in the markup, its captions put back, and what the page says of its making."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from secondsource.stages.clean.articles import read_article
from secondsource.stages.clean.drafts import Draft
from secondsource.stages.clean.leftovers import find_leftovers
from secondsource.stages.clean.pagecredits import read_page_credits
from secondsource.stages.clean.pieces import Pieces

if TYPE_CHECKING:
    from lxml.html import HtmlElement, HTMLParser

LONGEST_HEAD = 4096
"""Characters of a page's beginning in which its faults are mended, as trafilatura does."""

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())

LEAST_TREE = 2
"""Elements right under the root of what is taken for a page though it does not begin like one."""

LONGEST_LABEL = 1000
"""Characters of a class or id; longer ones are generated and tell nothing, but cost every pattern its time."""


def read_page(html: str, url: str | None = None) -> Draft | None:
    """The report in a page's HTML, with the credits in its markup; None when no article is found in it."""
    tree = load_tree(html)
    if tree is None:
        return None
    elements = [*tree.iter()]  # while these live, each walk over the tree finds them made already
    _drop_long_labels(elements)
    credits_found, title = read_page_credits(tree, url)
    words = Pieces(tree)
    article = read_article(words, title)
    if article is None or not article.text:
        return None
    known = {cut.text for cut in article.cuts}
    leftovers = [cut for cut in find_leftovers(words, article.text) if cut.text not in known]
    return Draft(article.text, article.blocks, (*article.cuts, *leftovers), (*credits_found, *article.credits))


@cache
def _parser() -> "HTMLParser":
    """Makes each element of one class without asking in Python which: a page's forms are not filled in here."""
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlElement, HTMLParser

    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    return parser


def load_tree(html: str) -> "HtmlElement | None":
    """The page as a tree, mended as trafilatura does; None when there is no markup in it."""
    from trafilatura.utils import is_dubious_html

    beginning = html[:50].lower()
    tree = _parse(_mend(html, beginning))
    if tree is None or (is_dubious_html(beginning) and len(tree) < LEAST_TREE):
        return None
    return tree


def _drop_long_labels(elements: Iterable["HtmlElement"]) -> None:
    for element in elements:
        for name in ("class", "id"):
            if len(element.get(name) or "") > LONGEST_LABEL:
                del element.attrib[name]


def _mend(html: str, beginning: str) -> str:
    """The page with its head mended, and as a whole where it has characters that no page may have."""
    from trafilatura.utils import repair_faulty_html

    encoded = html.encode("utf8", "surrogatepass")
    end = html.find("\n", LONGEST_HEAD)
    is_clean = len(encoded.translate(None, _CONTROLS)) == len(encoded)
    if end < 0 or not is_clean or any(mark in encoded for mark in _NO_CHARACTERS):
        return str(repair_faulty_html(html, beginning))
    return f"{repair_faulty_html(html[:end], beginning)}{html[end:]}"


def _parse(html: str) -> "HtmlElement | None":
    """The tree of a text, or of its bytes where it declares an encoding, which a text may not."""
    from lxml.etree import LxmlError
    from lxml.html import fromstring

    for content in (html, html.encode("utf8", "surrogatepass")):
        try:
            tree: HtmlElement = fromstring(content, parser=_parser())
        except (ValueError, LxmlError):
            continue
        if len(tree):
            return tree
    return None
