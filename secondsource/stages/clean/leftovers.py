"""What of a page is not the article: one cut for each container, such as a menu or the footer, with its reason."""

import re
from typing import TYPE_CHECKING

from secondsource.model.reports import Cut
from secondsource.stages.clean.markup import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_REASONS = (
    ("cookie notice", re.compile(r"cookie|consent|gdpr|onetrust|didomi", re.IGNORECASE)),
    ("newsletter", re.compile(r"newsletter|signup|sign-up|subscri", re.IGNORECASE)),
    ("reader comments", re.compile(r"(?:^|[-_\s])(?:comments?|disqus|respond|replies|discussion)(?:$|[-_\s])", re.IGNORECASE)),
    ("related reports", re.compile(r"related|recommend|most-?(?:read|popular|viewed)|trending|popular|more-(?:on|from|stories|news)|read-(?:more|next)|up-?next|also-(?:like|read)|teaser", re.IGNORECASE)),
    ("share buttons", re.compile(r"(?:^|[-_\s])(?:share|sharing|social|addthis|sharedaddy)(?:$|[-_\s])", re.IGNORECASE)),
    ("advertisement", re.compile(r"(?:^|[-_\s])(?:ads?|advert\w{0,10}|sponsor\w{0,5}|promo|taboola|outbrain|dfp|banner-ad)(?:$|[-_\s])", re.IGNORECASE)),
    ("player label", re.compile(r"(?:^|[-_\s])(?:video-?player|player|jwplayer|vjs)(?:$|[-_\s])", re.IGNORECASE)),
    ("navigation", re.compile(r"(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|skip-link)(?:$|[-_\s])", re.IGNORECASE)),
    ("tags", re.compile(r"(?:^|[-_\s])(?:tags?|topics|keywords|post-tags|article-tags)(?:$|[-_\s])", re.IGNORECASE)),
    ("about the author", re.compile(r"author-(?:bio|box|info|card)|about-(?:the-)?author", re.IGNORECASE)),
)  # fmt: skip
_TAGS = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "page footer",
    "aside": "sidebar",
    "header": "page header",
    "form": "form",
    "noscript": "note for browsers without scripts",
}
_LABELLED = frozenset(("div", "section", "ul", "ol", "p", "span", "aside", "dialog"))

LONGEST_CUT = 400
"""Characters shown of a container; the rest is counted."""

KEPT_SHARE = 0.5
"""A container more than half of whose sentences are in the report is none."""


def find_leftovers(tree: "HtmlElement", text: str) -> tuple[Cut, ...]:
    """A cut for each container of the page that is not the article, the outermost only, in document order."""
    cuts: list[Cut] = []
    inside: set[HtmlElement] = set()
    for element in tree.iter("*"):
        parent = element.getparent()
        if parent is not None and parent in inside:
            inside.add(element)
            continue
        reason = _reason(element)
        if reason is None:
            continue
        words = text_of(_without_scripts(element))
        if not words:
            continue
        if _is_kept(words, text):
            continue
        inside.add(element)
        cuts.append(Cut(_shorten(words), reason))
    return tuple(dict.fromkeys(cuts))


def _reason(element: "HtmlElement") -> str | None:
    if not isinstance(element.tag, str):
        return None
    label = f"{element.get('class', '')} {element.get('id', '')}".strip()
    if element.tag in _LABELLED or element.tag in _TAGS:
        for reason, pattern in _REASONS:
            if label and len(label) < 300 and pattern.search(label):
                return reason
    return _TAGS.get(element.tag)


def _without_scripts(element: "HtmlElement") -> "HtmlElement":
    from copy import deepcopy

    if element.find(".//script") is None and element.find(".//style") is None:
        return element
    bare = deepcopy(element)
    for script in [*bare.iter("script", "style")]:
        script.text = ""
    return bare


def _is_kept(words: str, text: str) -> bool:
    """Whether the container holds the article or a part of it."""
    sentences = [piece for piece in re.split(r"(?<=[.!?])\s", words) if len(piece.split()) > 5]
    kept = sum(piece[:80] in text for piece in sentences)
    return bool(sentences) and (kept > KEPT_SHARE * len(sentences) or kept > 3)


def _shorten(words: str) -> str:
    if len(words) <= LONGEST_CUT:
        return words
    return f"{words[:LONGEST_CUT].rstrip()} … ({len(words.split())} words)"
