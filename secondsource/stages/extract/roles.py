"""Roles: what a report's own words say about who somebody is, so that "the mayor" can be told to be Jan Kol."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from secondsource.model.statements import Role
from secondsource.stages.extract.namings import Naming
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon
from secondsource.text.nations import Seats, to_lands, to_office
from secondsource.text.offices import load_offices, may_belong, may_hold

MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")
NAMING = ("NOUN", "PROPN", "ADJ")
PASSING = frozenset(["former", "then", "new", "current", "outgoing", "late", "old"])
PARTICIPLES = ("ing", "ed")


@cache
def _doing() -> dict[str, str]:
    """Verb → the office of whoever does that."""
    return {verb: group["office"] for group in load_lexicon("roles")["doing"] for verb in group["verbs"]}


@cache
def _verbs(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("roles")[table]["words"])


@dataclass(slots=True)
class Roles:
    """What a report says of each of its people, by entity; `seats` are the capitals that it tells of."""

    seats: Seats = field(default_factory=dict)
    known: dict[str, list[Role]] = field(default_factory=dict)

    def settle(self, role: Role) -> Role:
        """`role` with lands by their names, and "the Kremlin chief" as a leader."""
        details = to_lands(role.details, self.seats)
        office = to_office(role.office, details, self.seats)
        return Role(office, tuple(sorted(details - {"government", "state"} if office == "leader" else details)))

    def add(self, entity: str, role: Role) -> None:
        role = self.settle(role)
        roles = self.known.setdefault(entity, [])
        if role not in roles:
            roles.append(role)

    def words(self, entity: str) -> set[str]:
        return {word for role in self.known.get(entity, []) for word in (role.office, *role.details)}

    def holders(self, role: Role) -> list[str]:
        """The entities of whom the report says that they hold the office, with nothing that contradicts the details."""
        role = self.settle(role)
        return [
            entity
            for entity, roles in self.known.items()
            if may_hold(role.office, role.details, [one.office for one in roles if one.office], self.words(entity))
        ]

    def of_land(self, people: str) -> list[str]:
        """The entities of whom the report says that they are of the land of a people: "Norlander"."""
        lands = to_lands([people], self.seats)
        return [entity for entity in self.known if may_belong(lands, self.words(entity))]


def read_role(tree: Tree, noun: int) -> Role:
    """The role that the noun phrase around `noun` names."""
    details: set[str] = set()
    for child in tree.children[noun]:
        if tree.dep(child) in MODIFIERS or (tree.dep(child) == "prep" and tree.words[child] in ("of", "for")):
            details.update(tree.lemma(word) for word in tree.words_under(child) if tree.pos(word) in NAMING)
    return _to_role(tree, noun, details)


def _to_role(tree: Tree, noun: int, details: set[str]) -> Role:
    """“prime minister” and the like count as one word; words that only say when, such as "departing", do not count."""
    office = tree.lemma(noun)
    joined = f"{tree.lemma(noun - 1)} {office}" if noun else office
    if joined in load_offices() and tree.lemma(noun - 1) in details:
        details = details - {tree.lemma(noun - 1)}
        office = joined
    return Role(office, tuple(sorted(word for word in details - PASSING if not word.endswith(PARTICIPLES))))


def learn_roles(tree: Tree, namings: Sequence[Naming], seats: Seats) -> Roles:
    """What titles, appositions, "X is the mayor", "X, who heads" and "X became" say of the persons of a report."""
    roles = Roles(seats)
    inside = {word for naming in namings for word in naming.words}
    for naming in namings:
        title = _title_before(tree, naming.words.start, inside)
        if title:
            roles.add(naming.entity, title)
        for noun in (*_nouns_beside(tree, naming.words, inside), *_offices_of(tree, naming.head)):
            roles.add(naming.entity, read_role(tree, noun))
        for role in _roles_by_deed(tree, naming.head):
            roles.add(naming.entity, role)
        for owner in tree.with_dep(naming.head, ("poss",)):
            if tree.pos(owner) == "PROPN":
                roles.add(naming.entity, Role("", _words_of(tree, owner)))
    return roles


def _words_of(tree: Tree, noun: int) -> tuple[str, ...]:
    return tuple(sorted({tree.lemma(word) for word in tree.words_under(noun) if tree.pos(word) in NAMING}))


def _roles_by_deed(tree: Tree, head: int) -> Iterator[Role]:
    """“Jan Kol, who heads the union”, “the union, led by Jan Kol”."""
    for verb in [verb for word in (head, *tree.with_dep(head, ("appos",))) for verb in tree.with_dep(word, ("relcl",))]:
        office = _doing().get(tree.lemma(verb))
        if office and any(tree.words[word] == "who" for word in tree.with_dep(verb, ("nsubj",))):
            details = [word for what in tree.with_dep(verb, ("dobj",)) for word in _words_of(tree, what)]
            yield Role(office, tuple(sorted(set(details))))
    agent = tree.head(head)
    office = _doing().get(tree.lemma(tree.head(agent))) if tree.dep(agent) == "agent" else None
    if office and tree.dep(tree.head(agent)) == "acl":
        yield Role(office, _words_of(tree, tree.head(tree.head(agent))))


def _offices_of(tree: Tree, head: int) -> Iterator[int]:
    """The nouns of “Jan Kol was elected mayor”, “Jan Kol became mayor”, “As mayor, Jan Kol …”, “served as mayor”."""
    verb = tree.head(head)
    if tree.dep(head) not in ("nsubj", "nsubjpass", "dobj") or tree.pos(verb) not in ("VERB", "AUX"):
        return
    if tree.lemma(verb) in _verbs("becoming"):
        yield from tree.with_dep(verb, ("attr", "oprd"))
    for prep in tree.with_dep(verb, ("prep",)):
        leads = prep < head and prep == tree.sentence_words(prep)[0]
        if tree.words[prep] == "as" and (leads or tree.lemma(verb) in _verbs("serving") | _verbs("becoming")):
            yield from tree.with_dep(prep, ("pobj",))


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
