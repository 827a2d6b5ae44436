"""The gazetteer: names known beforehand (lands, peoples, seats of government, bodies, agencies, outlets), with the one
name under which all their spellings count.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from secondsource.model.readings import Name, NameKind, Token
from secondsource.model.spans import Span
from secondsource.text.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class Known:
    """A spelling in the gazetteer, and what it means."""

    spelling: str
    kind: NameKind
    entity: str


def find_known(text: str, tokens: Sequence[Token]) -> Iterator[Name]:
    """Every place where a known name begins at a word and ends at one, the longest at each word."""
    book = _load_book()
    end = 0
    for token in tokens:
        start = token.span.start
        if start < end:
            continue
        for known in book.get(token.span.of(text), ()):
            if _stands_at(text, known.spelling, start):
                end = start + len(known.spelling)
                yield Name(Span(start, end), known.kind, known.entity)
                break


def _stands_at(text: str, spelling: str, start: int) -> bool:
    """Whether exactly this spelling stands here, as a whole word; a hyphen may follow ("North Korea-")."""
    end = start + len(spelling)
    following = text[end : end + 1]
    return text.startswith(spelling, start) and not (following.isalnum() or following == "_")


@cache
def _load_book() -> dict[str, tuple[Known, ...]]:
    """All spellings by the first word that the tokenizer sees in them, the longest first."""
    book: dict[str, dict[str, Known]] = {}
    for known in _entries():
        book.setdefault(_first_word(known.spelling), {}).setdefault(known.spelling, known)
    return {
        word: tuple(sorted(spellings.values(), key=lambda known: (-len(known.spelling), known.spelling)))
        for word, spellings in book.items()
    }


def _first_word(spelling: str) -> str:
    return spelling.split()[0]


def _entries() -> Iterator[Known]:
    table: Mapping[str, Any] = load_lexicon("names")
    for country in table["countries"]:
        for spelling in (country["name"], *country["also"]):
            yield Known(spelling, "place", country["name"])
        for people in country["peoples"]:
            yield from _people(people)
        for city in country["cities"]:
            yield Known(city, "place", city)
    for region in table["regions"]:
        yield Known(region, "place", region)
    for people in table["peoples"]:
        yield from _people(people)
    for body in table["organizations"]:
        for spelling in (body["name"], *body["also"]):
            yield Known(spelling, "organization", body["name"])
    yield from _publishers()


def _people(people: str) -> Iterator[Known]:
    yield Known(people, "group", people)
    if not people.endswith(("s", "sh", "ch", "ese")):
        yield Known(f"{people}s", "group", people)


def _publishers() -> Iterator[Known]:
    """Agencies by all their names in capitals, outlets only by those that are no common words ("CNN", not "Time")."""
    for lexicon, table in (("agencies", "agency"), ("outlets", "outlet")):
        for entry in load_lexicon(lexicon)[table]:
            for spelling in (entry["name"], entry.get("full", entry["name"]), *entry["also"]):
                telling = table == "agency" or " " in spelling or (spelling.isupper() and len(spelling) > 1)
                if telling and all(word[0].isupper() for word in re.split(r"[\s-]", spelling) if word.isalpha()):
                    yield Known(spelling, "organization", entry["name"])
                    if table == "agency" and spelling.isupper() and len(spelling) > 3:
                        yield Known(spelling.capitalize(), "organization", entry["name"])
