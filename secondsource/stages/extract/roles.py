"""Roles: what a report's own words say about who somebody is, so that "the mayor" can be told to be Jan Kol."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from secondsource.stages.extract.namings import Naming
from secondsource.stages.extract.offices import is_same_modifier, is_same_office, load_offices
from secondsource.stages.extract.trees import Tree

MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")
NAMING = ("NOUN", "PROPN", "ADJ")
PASSING = frozenset(["former", "then", "new", "current", "outgoing", "late", "old"])
PARTICIPLES = ("ing", "ed")


@dataclass(frozen=True, slots=True)
class Role:
    """An office and what narrows it down: "the foreign minister of Norland" is minister, with foreign and norland."""

    office: str
    details: frozenset[str]


@dataclass(slots=True)
class Roles:
    """What a report says of each of its people, by entity."""

    known: dict[str, list[Role]] = field(default_factory=dict)

    def add(self, entity: str, role: Role) -> None:
        self.known.setdefault(entity, []).append(role)

    def words(self, entity: str) -> set[str]:
        return {word for role in self.known.get(entity, []) for word in (role.office, *role.details)}

    def holders(self, role: Role) -> list[str]:
        """The entities of whom the report says that they hold the office, with nothing that contradicts the details."""
        return [
            entity
            for entity, roles in self.known.items()
            if any(is_same_office(role.office, one.office) for one in roles)
            and all(any(is_same_modifier(word, known) for known in self.words(entity)) for word in role.details)
        ]


def read_role(tree: Tree, noun: int) -> Role:
    """The role that the noun phrase around `noun` names."""
    details: set[str] = set()
    for child in tree.children[noun]:
        if tree.dep(child) in MODIFIERS or (tree.dep(child) == "prep" and tree.words[child] == "of"):
            details.update(tree.lemma(word) for word in tree.words_under(child) if tree.pos(word) in NAMING)
    return _to_role(tree, noun, details)


def _to_role(tree: Tree, noun: int, details: set[str]) -> Role:
    """“prime minister” and the like count as one word; words that only say when, such as "departing", do not count."""
    office = tree.lemma(noun)
    joined = f"{tree.lemma(noun - 1)} {office}" if noun else office
    if joined in load_offices() and tree.lemma(noun - 1) in details:
        details = details - {tree.lemma(noun - 1)}
        office = joined
    return Role(office, frozenset(word for word in details - PASSING if not word.endswith(PARTICIPLES)))


def learn_roles(tree: Tree, namings: Sequence[Naming]) -> Roles:
    """What titles, appositions and "X is the mayor" say of the persons of a report."""
    roles = Roles()
    inside = {word for naming in namings for word in naming.words}
    for naming in namings:
        title = _title_before(tree, naming.words.start, inside)
        if title:
            roles.add(naming.entity, title)
        for noun in _nouns_beside(tree, naming.words, inside):
            roles.add(naming.entity, read_role(tree, noun))
    return roles


def _title_before(tree: Tree, first: int, inside: set[int]) -> Role | None:
    """“Foreign Minister Jan Kol”, “harbour master Jan Kol”."""
    words: list[int] = []
    at = first - 1
    while at >= 0 and at not in inside and tree.sentence[at] == tree.sentence[first]:
        if tree.pos(at) not in NAMING and not (tree.words[at] == "of" and words):
            break
        words.insert(0, at)
        at -= 1
    if not words or tree.pos(words[-1]) not in ("NOUN", "PROPN"):
        return None
    split = [number for number, word in enumerate(words) if tree.words[word] == "of"]
    office = words[split[0] - 1] if split and split[0] > 0 else words[-1]
    return _to_role(tree, office, {tree.lemma(word) for word in words if word != office and tree.words[word] != "of"})


def _nouns_beside(tree: Tree, words: Iterable[int], inside: set[int]) -> list[int]:
    """The nouns of "Jan Kol, the mayor", "the mayor, Jan Kol" and "Jan Kol is the mayor"."""
    found = []
    for word in words:
        found += [child for child in tree.with_dep(word, ("appos",)) if child not in inside]
        head = tree.head(word)
        if tree.dep(word) == "appos" and head not in inside:
            found.append(head)
        if tree.dep(word) == "nsubj" and tree.lemma(head) == "be":
            found += [noun for noun in tree.with_dep(head, ("attr",)) if noun not in inside]
    return [noun for noun in found if tree.pos(noun) in ("NOUN", "PROPN")]
