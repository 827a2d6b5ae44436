"""Entities: one name for all mentions of a person or body within a report, and never one name for two persons."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from secondsource.model.readings import Name
from secondsource.text.lexicon import load_lexicon

NEAR = 60
"""Characters around a full name in which a kin word and the bare name tell that it is another person's."""

KIN_REACH = 3
"""Words between a name and the kin word that introduces it: "father and predecessor, Richard Roe"."""

_WORD = re.compile(r"[A-Za-z-]{2,20}")
_SHORT = re.compile(r"[A-Z][A-Z.&]{1,7}$")
_SMALL = frozenset(
    ["of", "the", "and", "for", "on", "in", "to", "de", "la", "du", "des", "el", "al", "bin", "van", "von"]
)


@dataclass(frozen=True, slots=True)
class Person:
    """A full name of the report: its spelling, how often it stands, where first, and whether a title leads it in."""

    name: str
    count: int
    first: int
    titled: bool
    is_kin: bool


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("names")[table])


def name_entities(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with their canonical forms.

    A bare surname, or the family name that stands first in Chinese, Korean, Vietnamese or Hungarian order, goes to the
    one full name that it fits; where several fit, to the one that carries a title, then to the more frequent, then to
    the earlier. Full names that are introduced as kin of the bare name ("Roe's father, Richard Roe") are passed over,
    and so are bare names that are told apart ("the elder Roe"). Bodies go by their full name when the report gives it.
    """
    persons = _find_persons(text, names)
    bodies = _find_short_forms(text, names)
    return tuple(_name_one(text, name, persons, bodies) for name in names)


def _name_one(text: str, name: Name, persons: Mapping[str, Sequence[Person]], bodies: Mapping[str, str]) -> Name:
    entity = _squeeze(name.entity)
    if name.kind == "organization":
        return replace(name, entity=bodies.get(entity, entity))
    if name.kind != "person":
        return replace(name, entity=entity)
    if " " in entity:
        return replace(name, entity=_full_name(entity, persons))
    before = text[max(0, name.span.start - 20) : name.span.start].split()
    if before and before[-1].lower() in _words("elders"):
        return replace(name, entity=f"the {before[-1].lower()} {entity}")
    fitting = [person for person in persons.get(entity, ()) if not person.is_kin]
    if not fitting:
        return replace(name, entity=entity)
    best = max(fitting, key=lambda person: (_ends_with(person, entity), person.titled, person.count, -person.first))
    return replace(name, entity=best.name)


def _ends_with(person: Person, bare: str) -> bool:
    """Family names stand last in most of the world; where one full name ends so, one that begins so is not meant."""
    return person.name.endswith(f" {bare}")


def _squeeze(words: str) -> str:
    return " ".join(words.split())


def _find_persons(text: str, names: Sequence[Name]) -> dict[str, list[Person]]:
    """The full names of the report by each word that might be said for them alone: the last and the first."""
    mentions: dict[str, list[Name]] = {}
    for name in names:
        if name.kind == "person" and " " in _squeeze(name.entity):
            mentions.setdefault(_fold(name.entity), []).append(name)
    persons: dict[str, list[Person]] = {}
    for group in mentions.values():
        person = _to_person(text, group)
        words = person.name.split()
        for bare in dict.fromkeys((words[-1], words[0])):
            persons.setdefault(bare, []).append(person)
    return persons


def _fold(name: str) -> str:
    """A full name without what spellings differ in: hyphens, capitals, middle initials."""
    words = [word for word in name.replace("-", " ").lower().split() if not re.fullmatch(r"[a-z]\.?", word)]
    return " ".join(words)


def _full_name(entity: str, persons: Mapping[str, Sequence[Person]]) -> str:
    for bare in (entity.split()[-1], entity.split()[0]):
        for person in persons.get(bare, ()):
            if _fold(person.name) == _fold(entity):
                return person.name
    return entity


def _to_person(text: str, mentions: Sequence[Name]) -> Person:
    spellings = Counter(_squeeze(name.entity) for name in mentions)
    name = max(spellings, key=lambda spelling: (spellings[spelling], len(spelling)))
    titled = any(_has_title(text, mention) for mention in mentions)
    first = mentions[0]
    return Person(name, len(mentions), first.span.start, titled, _is_kin(text, first))


def _has_title(text: str, mention: Name) -> bool:
    before = text[max(0, mention.span.start - 20) : mention.span.start].split()
    return bool(before) and (before[-1] in _words("titles") or before[-1].capitalize() in _words("titles"))


def _is_kin(text: str, mention: Name) -> bool:
    """Whether a full name first stands as kin or predecessor of one who shares its family name.

    As in "Roe's grandfather, Richard Roe" and "Richard Roe, the late father of Roe"; the wife of a man of another name
    is called by her own.
    """
    words = _squeeze(mention.entity).split()
    before = _WORD.findall(text[max(0, mention.span.start - NEAR) : mention.span.start])
    behind = text[mention.span.end : mention.span.end + NEAR]
    after = _WORD.findall(behind)
    told = bool(_words("kin") & set(before[-KIN_REACH:]))
    told = told or (behind.startswith(",") and bool(_words("kin") & set(after[:KIN_REACH])))
    return told and not {words[0], words[-1]}.isdisjoint(before + after)


def _find_short_forms(text: str, names: Sequence[Name]) -> dict[str, str]:
    """Short forms of bodies with the full name that the report gives: "Harbour Works Authority (HWA)", "HWA"."""
    full = {_squeeze(name.entity): name for name in names if name.kind == "organization" and " " in name.entity.strip()}
    short = {_squeeze(name.entity) for name in names if name.kind == "organization" and _SHORT.match(name.entity)}
    forms: dict[str, str] = {}
    for entity in sorted(full, key=lambda one: full[one].span):
        for form in _initials(entity):
            if form in short:
                forms.setdefault(form, entity)
    return forms


def _initials(entity: str) -> Iterator[str]:
    words = [word for word in re.split(r"[\s-]", entity) if word and word.lower() not in _SMALL]
    letters = [word[0].upper() for word in words]
    if len(letters) > 1:
        yield "".join(letters)
        yield "".join(f"{letter}." for letter in letters)
