"""A page's headline: of its headings the one that its own title and meta elements agree with."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from secondsource.stages.clean.landmarks import Landmarks
from secondsource.stages.clean.titles import split_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LOOKED_AT = 60
"""Headings looked at; the headline is among the first even where menus are made of headings."""

LONGEST_HEADLINE = 300
"""Characters; longer headings hold whole teasers."""

SURE_SCORE = 2.0
"""One reference that begins with the heading; less is a chance likeness."""

SAME_SHARE = 0.6
"""Share of words in common (of all words) from which two wordings are of one headline."""

_NOT_WORDS = re.compile(r"\W+")


def find_headline(marks: Landmarks, references: Sequence[str], site: str | None) -> tuple[str, str] | None:
    """The headline and where it was read; `references` are the titles that the page gives in its head, best first."""
    told = [reference for reference in (*references, marks.title) if reference]
    best = _best_heading(marks, told, site)
    if best:
        return _without_kicker(best, references), "heading"
    first = [text for _, text, element in marks.headings if element.tag == "h1" and text]
    if len(first) == 1 and len(first[0].split()) >= 3:
        return first[0], "heading"
    if told:
        where = "meta title" if references else "page title"
        return split_title(told[0], site)[0], where
    return None


def _best_heading(marks: Landmarks, told: Sequence[str], site: str | None) -> str | None:
    best: tuple[float, int] | None = None
    chosen = None
    squashed = [_squash(reference) for reference in told]
    for number, (_, text, element) in enumerate(marks.headings[:LOOKED_AT]):
        own = _squash(text)
        if len(own) < 3 or len(text) > LONGEST_HEADLINE:
            continue
        score = sum(_likeness(own, reference) for reference in squashed) * (1.2 if element.tag == "h1" else 1.0)
        if _is_site_name(own, element, site):
            score *= 0.3
        if score >= SURE_SCORE and (best is None or (score, -number) > best):
            best, chosen = (score, -number), text
    return chosen


def _likeness(own: str, reference: str) -> float:
    if own == reference:
        return 3.0
    long = len(own) > 12 or len(own.split()) > 1
    if reference.startswith(own) or reference.endswith(own):
        return 2.0 if long else 0.5
    if own.endswith(reference) and len(reference.split()) >= 3:
        return 2.0
    if own in reference:
        return 1.0
    words, others = set(own.split()), set(reference.split())
    return 1.0 if len(words) > 2 and len(words & others) / len(words | others) > SAME_SHARE else 0.0


def _is_site_name(own: str, element: "HtmlElement", site: str | None) -> bool:
    """Whether a heading is the site's own name: its link leads home, or the page says so."""
    if site and own == _squash(site):
        return True
    links = [*element.iter("a"), *(ancestor for ancestor in element.iterancestors("a"))]
    return any(re.fullmatch(r"(?:https?://[^/]{1,100})?/?(?:index\.\w{2,5})?", link.get("href", "-")) for link in links)


def _without_kicker(heading: str, references: Sequence[str]) -> str:
    """The heading without the words above it that the markup has in the same element and the meta title leaves out."""
    own = _squash(heading)
    for reference in references:
        told = _squash(reference)
        if own != told and own.endswith(f" {told}") and len(told.split()) >= 3 and len(own) < 2 * len(told) + 20:
            words = len(_NOT_WORDS.sub(" ", reference).split())
            tail = re.search(rf"(?:\w+\W+){{0,{words - 1}}}\w+\W*$", heading)
            return tail.group() if tail and _squash(tail.group()) == told else reference
    return heading


def _squash(text: str) -> str:
    return _NOT_WORDS.sub(" ", text.lower()).strip()
