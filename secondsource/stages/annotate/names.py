"""Names: persons, places, organizations and groups, each with its canonical form within the report.

The model's names are mended: cut at possessives and slashes, rid of titles and hyphens, lengthened to their last word,
told by that word ("… Square" is a place, "… Ministry" an organization), and overruled by the gazetteer.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from secondsource.model.readings import Name, NameKind, Token
from secondsource.model.spans import Span
from secondsource.stages.annotate.entities import name_entities
from secondsource.stages.annotate.gazetteer import find_known
from secondsource.stages.annotate.parser import Entity, Parse
from secondsource.text.lexicon import load_lexicon

KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organization",
    "NORP": "group",
    "EVENT": "other",
    "LAW": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
}
"""What each OntoNotes label of a proper name is called here; labels of numbers and times are no names."""

NO_NAME = frozenset(["VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PRON", "INTJ"])
"""Tags of words that are no part of a person's name."""

LONGEST_TAIL = 4
"""Words that may stand between a name's tagged part and its last word: "Ellith" … "State Guest House"."""

_EDGES = "\"'“”‘’`()[]{}<>,;:*•|/\\-–—_=~ \t\n\u00a0"
_LEADS = re.compile(r"(?:(?:the|a|an|anti|pro|non|ex|mid|former)[\s-]{1,2}){1,2}", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_PART = re.compile(r"[^/]{1,200}")


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("names")[table])


def find_names(text: str, parse: Parse) -> tuple[Name, ...]:
    """The names in text order, apart from one another."""
    mended = [name for entity in parse.entities if entity.label in KINDS for name in _mend(text, entity, parse.tokens)]
    mended += _find_by_head(text, parse.tokens)
    known = list(find_known(text, parse.tokens))
    names = _settle_kinds(_merge(mended, known), known)
    return name_entities(text, _find_again(text, names, parse.tokens))


def _mend(text: str, entity: Entity, tokens: Sequence[Token]) -> Iterator[Name]:
    """What is left of one of the model's names: none, one, or several where slashes part them."""
    for part in _PART.finditer(entity.span.of(text)):
        kind = KINDS[entity.label]
        whole = Span(entity.span.start + part.start(), entity.span.start + part.end())
        span = _trim(text, _keep_nouns(whole, tokens) if kind == "person" else whole, kind)
        if span is None:
            continue
        span = _lengthen(text, span, kind, tokens)
        yield Name(span, _kind_by_head(span.of(text), kind), span.of(text))


def _find_by_head(text: str, tokens: Sequence[Token]) -> Iterator[Name]:
    """Names that the model overlooks: capitalized words up to one that ends names of places or bodies.

    Nothing is found in a headline, where every word is capitalized.
    """
    heads = _words("place_heads") | _words("organization_heads")
    for at, token in enumerate(tokens):
        words = token.span.of(text)
        if words not in heads or token.pos != "PROPN":
            continue
        first = at
        while at - first < LONGEST_TAIL and first > 0 and _leads_on(text, tokens[first - 1], tokens[first]):
            first -= 1
        follower = tokens[at + 1].span.of(text) if at + 1 < len(tokens) else "."
        before = tokens[first - 1].span.of(text) if first > 0 else "."
        if first == at or follower[0].isupper() or before[0].isupper():
            continue
        span = Span(_skip_titles(text, tokens[first].span.start, token.span.end), token.span.end)
        if " " in span.of(text):
            yield Name(span, _kind_by_head(span.of(text), "other"), span.of(text))


def _leads_on(text: str, token: Token, after: Token) -> bool:
    """Whether a word belongs to the name that goes on with the word after it."""
    word = token.span.of(text)
    beside = token.span.end + 1 == after.span.start and text[token.span.end] == " "
    return beside and token.pos == "PROPN" and word[0].isupper() and word not in _calendar_words()


def _keep_nouns(span: Span, tokens: Sequence[Token]) -> Span:
    """A person's name without the verbs and prepositions that headlines and sentence heads capitalize beside it."""
    at = max(0, bisect_right(tokens, span.start, key=lambda token: token.span.start) - 1)
    inside = []
    while at < len(tokens) and tokens[at].span.start < span.end:
        inside.append(tokens[at])
        at += 1
    while inside and inside[0].pos in NO_NAME:
        inside.pop(0)
    kept = next((place for place, token in enumerate(inside) if token.pos in NO_NAME), len(inside))
    return Span(max(span.start, inside[0].span.start), min(span.end, inside[kept - 1].span.end)) if inside else span


def _trim(text: str, span: Span, kind: NameKind) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    lead = _LEADS.match(text, start, span.end)
    start = lead.end() if lead else start
    if kind == "person":
        start = _skip_titles(text, start, span.end)
    possessive = _POSSESSIVE.search(text, start, span.end)
    end = possessive.start() if possessive and (kind == "person" or possessive.end() == span.end) else span.end
    end = start + len(text[start:end].rstrip(_EDGES))
    if end - start < 2 or not any(letter.isupper() for letter in text[start:end]):
        return None
    return Span(start, end)


def _skip_titles(text: str, start: int, end: int) -> int:
    while (space := text.find(" ", start, end)) > 0 and text[start:space] in _words("titles"):
        start = space + 1
    return start


def _lengthen(text: str, span: Span, kind: NameKind, tokens: Sequence[Token]) -> Span:
    """The name with the capitalized words after it, up to one that ends such names: "Ellith State Guest House"."""
    at = bisect_right(tokens, span.end - 1, key=lambda token: token.span.start)
    end = span.end
    heads = _words("place_heads") | _words("organization_heads")
    for token in tokens[at : at + LONGEST_TAIL]:
        word = token.span.of(text)
        if token.span.start != end + 1 or text[end] != " " or not word[0].isupper() or token.pos != "PROPN":
            break
        end = token.span.end
        if word in heads:
            return Span(span.start, end)
    follower = tokens[at].span if at < len(tokens) else span
    alone = kind == "person" and " " in span.of(text) and follower.start == span.end + 1 and end == follower.end
    return Span(span.start, follower.end) if alone and follower.of(text) not in _calendar_words() else span


@cache
def _calendar_words() -> frozenset[str]:
    table = load_lexicon("calendar")
    return frozenset(
        form for part in ("months", "weekdays") for entry in table[part].values() for form in entry["forms"]
    )


def _kind_by_head(words: str, kind: NameKind) -> NameKind:
    head = words.rpartition(" ")[2]
    if " " not in words:
        return kind
    if head in _words("place_heads"):
        return "place" if kind in ("person", "place", "other") or head in ("Square", "Airport", "Palace") else kind
    return "organization" if head in _words("organization_heads") else kind


def _merge(mended: Iterable[Name], known: Iterable[Name]) -> list[Name]:
    """Both kinds of finds, the longer where they overlap; the gazetteer wins where they are as long."""
    ranked = sorted([*known, *mended], key=lambda name: -len(name.span))
    chosen: list[Name] = []
    for name in ranked:
        at = bisect_right(chosen, name.span, key=lambda one: one.span)
        if not any(other.span.overlaps(name.span) for other in chosen[max(0, at - 1) : at + 1]):
            chosen.insert(at, name)
    return chosen


def _settle_kinds(names: Sequence[Name], known: Sequence[Name]) -> list[Name]:
    """One kind for each spelling: the gazetteer's, or else the one that the model gives it most often.

    A single word that ends a person's full name in the report is that person, whatever the model takes it for.
    """
    fixed = {name.span: name for name in known}
    votes: dict[str, Counter[NameKind]] = {}
    for name in names:
        votes.setdefault(name.entity, Counter())[name.kind] += 1
    kinds = {entity: counted.most_common(1)[0][0] for entity, counted in votes.items()}
    surnames = {entity.rpartition(" ")[2] for entity, kind in kinds.items() if kind == "person" and " " in entity}
    for surname in surnames & kinds.keys():
        kinds[surname] = "person"
    return [name if name.span in fixed else replace(name, kind=kinds[name.entity]) for name in names]


def _find_again(text: str, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """The names, and the places where the model overlooked a person whom it sees elsewhere in the report."""
    seen = {name.entity for name in names if name.kind == "person" and " " not in name.entity}
    seen |= {name.entity.rpartition(" ")[2] for name in names if name.kind == "person"}
    found = list(names)
    for token in tokens:
        if token.pos != "PROPN" or token.span.of(text) not in seen or text[token.span.end : token.span.end + 1] == "-":
            continue
        at = bisect_right(found, token.span, key=lambda one: one.span)
        if not any(other.span.overlaps(token.span) for other in found[max(0, at - 1) : at + 1]):
            found.insert(at, Name(token.span, "person", token.span.of(text)))
    return found
