"""Who speaks, across reports: "Corvay", "Adelin Corvay" and "the minister", whom another report names, are one."""

from collections import Counter
from collections.abc import Mapping, Sequence

from secondsource.model.readings import Reading
from secondsource.model.statements import Role, Statements
from secondsource.stages.align.identities import gather_spellings
from secondsource.text.naming import is_short_for, name_words
from secondsource.text.nations import to_lands, to_office
from secondsource.text.offices import may_hold
from secondsource.text.spellings import to_sound

PRONOUNS = frozenset(
    ["he", "she", "they", "it", "we", "i", "you", "who", "him", "her", "them", "this", "that", "these"]
)


class Speakers:
    """The names by which the speakers of one story are called."""

    def __init__(self, readings: Sequence[Reading], statements: Mapping[str, Statements]) -> None:
        """Count how the reports spell names and whom they let speak; gather what they say that somebody is."""
        counted: Counter[str] = Counter()
        for reading in readings:
            counted.update(name.entity for name in reading.names if name.kind in ("person", "organization", "place"))
            for attribution in statements[reading.report.id].attributions:
                counted.update([attribution.speaker] if attribution.speaker else [])
                counted.update(via.name for via in attribution.via)
        persons = [frozenset(name.entity for name in r.names if name.kind == "person") for r in readings]
        self._spelling = gather_spellings(counted, persons)
        self._weight: Counter[str] = Counter()
        for name, count in counted.items():
            self._weight[self._respell(name)] += count
        self._full = sorted({name for names in persons for name in names if len(name_words(name)) > 1})
        self._persons = sorted({self._respell(name) for name in self._full})
        self._roles = self._learn_roles(readings, statements)
        self._known: dict[str, str | None] = {}

    def name_of(self, name: str | None) -> str | None:
        """The story's name for the speaker whom a report calls `name`; None for a pronoun that nobody resolved."""
        if name is None or name.lower() in PRONOUNS:
            return None
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _weigh(self, name: str) -> int:
        return self._weight[self._respell(name)]

    def _respell(self, name: str) -> str:
        return self._spelling.get(name, name)

    def _resolve(self, name: str) -> str:
        """A title in front goes ("minister Jane Doe"), and a short form becomes the person most often meant by it.

        Who is only called by an office becomes the one of the story who holds it, if there is but one.
        """
        name = self._respell(name)
        words = name_words(name)
        inside = [full for full in self._full if name_words(full) == words[-len(name_words(full)) :]]
        if inside:
            return self._respell(max(inside, key=lambda full: (len(name_words(full)), self._weigh(full), full)))
        fuller = [full for full in self._full if len(words) == 1 and is_short_for(name, full)]
        fuller = fuller or [full for full in self._full if len(words) == 1 and to_sound(name) == to_sound(full)]
        if fuller:
            return self._respell(max(fuller, key=lambda full: (self._weigh(full), full)))
        return self._by_role(name) or name

    def _learn_roles(
        self, readings: Sequence[Reading], statements: Mapping[str, Statements]
    ) -> dict[str, tuple[Role, ...]]:
        """What all reports together say of each speaker, with capitals that one of them tells of put as their lands."""
        told = [speaker for reading in readings for speaker in statements[reading.report.id].speakers]
        seats = {
            frozenset(speaker.name.lower().split()): frozenset(role.details)
            for speaker in told
            for role in speaker.roles
            if role.office == "capital" and role.details
        }
        roles: dict[str, set[Role]] = {}
        for speaker in told:
            for role in speaker.roles:
                details = to_lands(role.details, seats)
                settled = Role(to_office(role.office, details, seats), tuple(sorted(details)))
                roles.setdefault(self._respell(speaker.name), set()).add(settled)
        return {name: tuple(sorted(roles[name])) for name in sorted(roles)}

    def _by_role(self, name: str) -> str | None:
        """The one person of the story whom all that is said of `name` fits, or else the one body told of more fully."""
        own = self._roles.get(name, ())
        if name in self._persons or len(own) != 1 or not own[0].office:
            return None
        persons = [person for person in self._persons if self._fits(own[0], person)]
        if persons:
            return persons[0] if len(persons) == 1 else None
        fuller = [
            other
            for other, (role, *more) in self._roles.items()
            if other not in self._persons and not more and role.office == own[0].office
            if len(role.details) > len(own[0].details) and self._fits(own[0], other)
        ]
        return fuller[0] if len(fuller) == 1 else None

    def _fits(self, role: Role, name: str) -> bool:
        known = self._roles.get(name, ())
        words = {word for one in known for word in (one.office, *one.details)}
        return may_hold(role.office, role.details, [one.office for one in known if one.office], words)


def may_be_same(one: str | None, other: str | None) -> bool:
    """Whether nothing says that two speakers differ: one is unknown, or their names share a word."""
    if one is None or other is None:
        return True
    return bool(set(name_words(one)) & set(name_words(other)) - {"the", "of", "a", "an", "and", "for", "s"})
