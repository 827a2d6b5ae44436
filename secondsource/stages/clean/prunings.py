"""A page's tree made ready for finding the article: what readers don't see is taken out, quoted posts are kept in."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from secondsource.stages.clean.neighbours import drop_neighbours
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_HIDDEN = 120
"""Words of the longest element that is taken out as hidden: longer ones are articles that a script unfolds."""

HOVER_LEVELS = 6
"""Elements between the word under the mouse and what shows then."""

LEAST_HOVERING = 5
"""Words. A shorter element of that label is the word itself on which the mouse must be."""

MOST_INLINE = 1_000
"""Links and emphasised words directly in one element; the paragraphs of reports have a dozen."""

_INLINE = ("a", "b", "i", "em", "strong", "span", "u", "font")

LONGEST_LABEL = 300
"""Characters of a class; longer ones are lists of style rules."""

REMEMBERED_LABELS = 4096
"""A site uses a few hundred labels, on all of its pages."""

LAID_WORDS = 15
"""Words of a paragraph that tells something; a cell with two is no figure's or name's."""

_HIDING = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)


_BOXES = frozenset(("div", "section", "aside", "details", "ol", "ul"))
"""What may hold the comments of readers or the articles that follow."""


def _labelled(kind: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, load_lexicon("markup")["labels"][kind]))
    return re.compile(rf"(?:^|[\s_-])(?:{words})", re.IGNORECASE)


def _commenting() -> re.Pattern[str]:
    labels = load_lexicon("markup")["labels"]
    begins, others, inside = ("|".join(map(re.escape, labels[key])) for key in _COMMENTING)
    return re.compile(rf"^(?!{others})(?:{begins})|{inside}", re.IGNORECASE | re.MULTILINE)


_COMMENTING = ("comments", "no_comments", "comments_inside")
_HOVER, _POST, _COMMENTS, _FOLLOW = _labelled("hover"), _labelled("post"), _commenting(), _labelled("follow")


def prune(tree: "HtmlElement") -> None:
    """Take out of `tree` what no reader sees, and the labels of quoted posts for which they would be cut as adverts."""
    _drop_programs(tree)
    _unwrap_masses(tree)
    for element in [*_find_boxes(tree)]:
        if element.getparent() is not None:
            element.drop_tree()
    for quote in tree.iter("blockquote"):
        if is_post(quote):
            _unlabel(quote)
    drop_neighbours(tree)
    open_layouts(tree)


def _unwrap_masses(tree: "HtmlElement") -> None:
    """Leave only their words of links and emphasis where one element has masses of them, which costs their square."""
    for element in [*tree.iter("p", "div", "td", "li", "span", "section", "article")]:
        if len(element) > MOST_INLINE and sum(child.tag in _INLINE for child in element) > MOST_INLINE:
            _unwrap(element)


def _unwrap(element: "HtmlElement") -> None:
    """Put the words of the inline elements right in `element` in their place."""
    before: HtmlElement | None = None
    pieces = [element.text]
    for child in [*element, None]:
        if (
            child is not None
            and child.tag in _INLINE
            and all(inner.tag in _INLINE for inner in child.iterdescendants())
        ):
            pieces += (*child.itertext(), child.tail)
            element.remove(child)
            continue
        words = "".join(piece for piece in pieces if piece) or None
        if before is None:
            element.text = words
        else:
            before.tail = words
        before, pieces = child, [child.tail if child is not None else None]


def _drop_programs(tree: "HtmlElement") -> None:
    """Take out what is for machines, so that it need not be copied; what tells them of the article stays."""
    from lxml.etree import strip_elements

    told = [script for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()]
    for script in told:
        script.tag = "told"
    strip_elements(tree, "script", "style", "svg", with_tail=False)
    for script in told:
        script.tag = "script"


def open_layouts(tree: "HtmlElement") -> None:
    """Make plain boxes of the tables that lay out a page: they hold its headline, tables, or several paragraphs."""
    for table in [*tree.iter("table")]:
        if any(_lays_out(cell) for cell in table.iter("td")):
            for part in [table, *table.iter("tbody", "tr", "td", "th")]:
                part.tag = "div"


def _lays_out(cell: "HtmlElement") -> bool:
    if any(cell.find(f".//{tag}") is not None for tag in ("h1", "table")):
        return True
    return sum(count_words(paragraph, LAID_WORDS) >= LAID_WORDS for paragraph in islice(cell.iter("p"), 20)) > 1


def is_post(element: "HtmlElement") -> bool:
    """Whether the element is a post of a social network that an article quotes."""
    return element.tag == "blockquote" and bool(_POST.search(element.get("class", "")[:LONGEST_LABEL]))


def count_words(element: "HtmlElement", enough: int) -> int:
    """The element's words, counted up to `enough` and a little more."""
    count = 0
    for text in element.itertext():
        count += len(text.split())
        if count > enough:
            break
    return count


def _find_boxes(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    """The elements that no reader sees, the comments of readers, and the articles that follow."""
    hovering: list[HtmlElement] = []
    for element in tree.iter("span", "div", "a", "p", "ul", "ol", "li", "section", "aside", "details"):
        style = element.get("style")
        label = f"{element.get('class', '')}\n{element.get('id', '')}"
        kind = _read_label(label) if len(label) > 1 else None
        if element.get("hidden") is not None or (style and _HIDING.search(style[:LONGEST_LABEL])):
            if count_words(element, MOST_HIDDEN) <= MOST_HIDDEN:
                yield element
        elif kind == "hover":
            hovering.append(element)
        elif kind and element.tag in _BOXES and (kind == "comments" or element.find(".//h1") is None):
            yield element
    outer = {ancestor for element in hovering for ancestor in islice(element.iterancestors(), HOVER_LEVELS)}
    for element in hovering:
        if element not in outer and LEAST_HOVERING <= count_words(element, MOST_HIDDEN) <= MOST_HIDDEN:
            yield element


@lru_cache(maxsize=REMEMBERED_LABELS)
def _read_label(label: str) -> str | None:
    """What a class, and an id in a second line, say of an element."""
    if _COMMENTS.search(label):
        return "comments"
    if _FOLLOW.search(label):
        return "follow"
    name = label.partition("\n")[0]
    return "hover" if len(name) <= LONGEST_LABEL and _HOVER.search(name) else None


def _unlabel(quote: "HtmlElement") -> None:
    """Remove the labels of a quoted post and of the boxes that hold nothing else."""
    box: HtmlElement | None = quote
    while box is not None and box.tag not in ("body", "article", "main"):
        for name in ("class", "id"):
            box.attrib.pop(name, None)
        box = box.getparent()
        if box is None or any(child.tag not in ("blockquote", "script") for child in box):
            return
