"""Bodies: ministries, companies, officials and papers that a report first tells in full and then takes up in short."""

from bisect import bisect_left
from functools import cache

from secondsource.model.readings import Reading
from secondsource.model.statements import Role
from secondsource.stages.extract.roles import read_role
from secondsource.stages.extract.sources import source_words
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon
from secondsource.text.naming import name_words
from secondsource.text.offices import is_same_modifier

DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "her", "same"])


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("roles")[table]["words"])


class Bodies:
    """The noun phrases and organizations of one reading."""

    def __init__(self, reading: Reading, tree: Tree) -> None:
        self.tree = tree
        self.phrases: dict[str, list[tuple[int, Role]]] = {}
        for index in range(len(tree)):
            if tree.pos(index) == "NOUN" and not tree.quoted[index]:
                role = read_role(tree, index)
                if role.details:
                    self.phrases.setdefault(role.office, []).append((index, role))
        self.organizations = [
            (tree.at(name.span.start), name.entity) for name in reading.names if name.kind == "organization"
        ]

    def takes_up(self, at: int) -> int | str | None:
        """What "the ministry" at the word `at` takes up: the head of a fuller phrase before it, or an organization."""
        tree = self.tree
        if not any(tree.words[child] in DEFINITE for child in tree.with_dep(at, ("det", "poss", "amod"))):
            return None
        role = read_role(tree, at)
        earlier = self.phrases.get(role.office, [])
        for index, fuller in reversed(earlier[: bisect_left(earlier, at, key=lambda pair: pair[0])]):
            if index not in source_words(tree, at) and _is_fuller(fuller, role):
                return index
        return self._organization(at, role)

    def _organization(self, at: int, role: Role) -> str | None:
        """“the guild”: the Narrows Pilots' Guild. “the company”: the organization named last."""
        before = [entity for index, entity in self.organizations if index < at]
        for entity in reversed(before):
            words = name_words(entity)
            if words[-1:] == (role.office,) and len(words) > 1 and set(role.details) <= set(words):
                return entity
        if role.office not in _words("bodies") or role.details:
            return None
        return next((entity for entity in reversed(before) if not _words("kinds") & set(name_words(entity)[-1:])), None)


def _is_fuller(fuller: Role, role: Role) -> bool:
    """Whether one phrase says all that the other says, and more."""
    return len(fuller.details) > len(role.details) and all(
        any(is_same_modifier(word, known) for known in fuller.details) for word in role.details
    )
