"""What a page says of itself to machines: JSON-LD, meta elements, microdata; read leniently, judged elsewhere."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Thing = dict[str, Any]

LARGEST_SCRIPT = 2_000_000
"""Characters of JSON-LD read in one script element; the largest of 1,000 pages had 300,000."""

DEEPEST = 12
"""Levels of nesting looked into."""

_COMMENTS = re.compile(r"^\s*(?://)?<!(?:--|\[CDATA\[)|(?://)?(?:-->|\]\]>)\s*$")
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s{0,20}([}\]])")


def read_things(tree: "HtmlElement") -> list[Thing]:
    """Every object in the page's JSON-LD, the nested ones too, in document order."""
    things: list[Thing] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            value = _read_json(script.text[:LARGEST_SCRIPT])
            things += _flatten(value, 0)
    return things


def _read_json(text: str) -> Any:
    bare = _CONTROLS.sub(" ", _COMMENTS.sub("", text))
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", bare), html.unescape(bare)):
        try:
            return json.loads(attempt.strip().rstrip(";"))
        except (ValueError, RecursionError):
            continue
    return None


def _flatten(value: Any, depth: int) -> Iterator[Thing]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _flatten(one, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        for key, one in value.items():
            if isinstance(one, dict | list) and key in (
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "itemListElement",
                "item",
            ):
                yield from _flatten(one, depth + 1)


def types_of(thing: Thing) -> tuple[str, ...]:
    """The thing's types in small letters, without the address of the vocabulary."""
    kinds = thing.get("@type")
    found = kinds if isinstance(kinds, list) else [kinds]
    return tuple(str(kind).rsplit("/", 1)[-1].lower() for kind in found if kind)


def find_articles(things: Iterable[Thing]) -> list[Thing]:
    """The things that are articles, the most telling types first; each has at least a headline, author or day."""
    telling = load_lexicon("markup")["types"]["articles"]
    ranked: list[tuple[int, int, Thing]] = []
    for at, thing in enumerate(things):
        ranks = [telling.index(kind) for kind in types_of(thing) if kind in telling]
        if ranks and any(key in thing for key in ("headline", "author", "datePublished")):
            ranked.append((min(ranks), at, thing))
    return [thing for _, _, thing in sorted(ranked, key=lambda one: one[:2])]


def texts_of(value: Any, key: str = "name") -> list[str]:
    """The strings in a JSON-LD value: itself, its items, or what its objects have under `key`."""
    if isinstance(value, str):
        return [html.unescape(value).strip()] if value.strip() else []
    if isinstance(value, list):
        return [text for one in value for text in texts_of(one, key)]
    if isinstance(value, dict):
        return texts_of(value.get(key), key) if isinstance(value.get(key), str | list) else []
    return []


def resolve(value: Any, things: Iterable[Thing]) -> Any:
    """The value with mere references ({"@id": …}) replaced by the things they refer to."""
    if isinstance(value, list):
        return [resolve(one, things) for one in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and "@id" in value:
        return next((thing for thing in things if thing.get("@id") == value["@id"] and "name" in thing), value)
    return value


def read_metas(tree: "HtmlElement") -> dict[str, list[str]]:
    """The page's meta elements: name, property or itemprop in small letters → contents in order, none empty."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        if not content:
            continue
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            key = (meta.get(attribute) or "").strip().lower()
            if key:
                metas.setdefault(key, []).append(html.unescape(content))
    return metas


def text_of(element: "HtmlElement") -> str:
    """The element's words with white space evened out."""
    return " ".join("".join(element.itertext()).split())
