"""Who speaks, across reports: "Corvay", "Adelin Corvay" and "the minister, Adelin Corvay" are one speaker."""

from collections import Counter
from collections.abc import Mapping, Sequence

from secondsource.model.readings import Reading
from secondsource.model.statements import Statements
from secondsource.text.naming import is_short_for, name_words

PRONOUNS = frozenset(
    ["he", "she", "they", "it", "we", "i", "you", "who", "him", "her", "them", "this", "that", "these"]
)


class Speakers:
    """The names by which the speakers of one story are called."""

    def __init__(self, readings: Sequence[Reading], statements: Mapping[str, Statements]) -> None:
        """Count how the reports spell the names of persons and bodies, and whom they let speak."""
        counted: Counter[str] = Counter()
        for reading in readings:
            counted.update(name.entity for name in reading.names if name.kind in ("person", "organization", "place"))
            for attribution in statements[reading.report.id].attributions:
                counted.update([attribution.speaker] if attribution.speaker else [])
                counted.update(via.name for via in attribution.via)
        spellings: dict[str, Counter[str]] = {}
        for name, count in counted.items():
            spellings.setdefault("".join(name_words(name)), Counter())[name] += count
        self._spelling = {key: min(names, key=lambda n: (-names[n], n)) for key, names in spellings.items()}
        self._weight = {self._spelling[key]: sum(names.values()) for key, names in spellings.items()}
        persons = {name.entity for reading in readings for name in reading.names if name.kind == "person"}
        self._persons = sorted({self._respell(name) for name in persons if len(name_words(name)) > 1})
        self._known: dict[str, str | None] = {}

    def name_of(self, name: str | None) -> str | None:
        """The story's name for the speaker whom a report calls `name`; None for a pronoun that nobody resolved."""
        if name is None or name.lower() in PRONOUNS:
            return None
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _respell(self, name: str) -> str:
        return self._spelling.get("".join(name_words(name)), name)

    def _resolve(self, name: str) -> str:
        """A title in front goes ("minister Jane Doe"), and a short form becomes the person most often meant by it."""
        name = self._respell(name)
        words = name_words(name)
        inside = [person for person in self._persons if name_words(person) == words[-len(name_words(person)) :]]
        if inside:
            return max(inside, key=lambda person: (len(name_words(person)), self._weight.get(person, 0), person))
        fuller = [person for person in self._persons if len(words) == 1 and is_short_for(name, person)]
        return max(fuller, key=lambda person: (self._weight.get(person, 0), person)) if fuller else name


def may_be_same(one: str | None, other: str | None) -> bool:
    """Whether nothing says that two speakers differ: one is unknown, or their names share a word."""
    if one is None or other is None:
        return True
    return bool(set(name_words(one)) & set(name_words(other)) - {"the", "of", "a", "an", "and", "for", "s"})
