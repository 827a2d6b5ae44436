"""Speakers: whom the source of each candidate names, within its report."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from secondsource.model.readings import Name, Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Role, Speaker
from secondsource.settings import Extract
from secondsource.stages.extract.bodies import Bodies
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.carriers import Carriers
from secondsource.stages.extract.namings import find_namings
from secondsource.stages.extract.pairs import REACH, SUBJECTS, find_pair, joined
from secondsource.stages.extract.people import PERSONAL, People, Saying, load_signs
from secondsource.stages.extract.roles import learn_roles, read_role
from secondsource.stages.extract.seats import find_seats
from secondsource.stages.extract.sources import is_nameless, source_words
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon
from secondsource.text.nations import to_lands
from secondsource.text.offices import is_office

_YEAR_OLD = re.compile(r"\b(\d{1,3})-year-old\b")
PRONOUNS = frozenset(["PRP", "PRP$", "WP", "WP$", "WDT", "DT", "EX"])
CALLED = frozenset(["call", "name", "dub"])
ELDER = frozenset(["elder", "older", "senior"])


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("roles")[table]["words"])


class Speakers:
    """One report's names and roles, by which its sources are told."""

    def __init__(self, reading: Reading, tree: Tree, settings: Extract) -> None:
        self.tree = tree
        self.seats = find_seats(tree)
        namings = [one for one in find_namings(reading, tree, settings) if not self._is_town(one.entity)]
        self.roles = learn_roles(tree, namings, self.seats)
        self.people = People(tree, namings, self.roles, settings)
        self.bodies = Bodies(reading, tree)
        self.carriers = Carriers(reading, tree)
        self.dated = _find_dated(reading, tree)
        self.entities = sorted({name.entity for name in reading.names})
        self.entity_at = {
            word: _part_with(tree, name, word) for name in reading.names for word in tree.between(name.span)
        }
        self.person_at = {word: naming.entity for naming in namings for word in naming.words}
        self.entity_at |= self.person_at

    def _is_town(self, entity: str) -> bool:
        return frozenset(entity.lower().split()) in self.seats

    def name_all(self, candidates: Sequence[Candidate]) -> list[str | None]:
        """The speaker of each candidate; the candidates stand in text order of their cues."""
        speakers = []
        last: Saying | None = None
        for candidate in candidates:
            at = candidate.source_at
            speaker = self.name(at, candidate.source, last) if at is not None else None
            speakers.append(speaker)
            if at is not None and speaker and not candidate.tagged:
                last = Saying(at, speaker, self._is_person(at))
        return speakers

    def find_roles(self, named: Sequence[tuple[Candidate, str | None]]) -> Iterator[Speaker]:
        """What the report says of its persons, of its capitals, and of whoever it calls only by what he is."""
        roles = {name: set(known) for name, known in self.roles.known.items()}
        for town, land in self.seats.items():
            entity = next((name for name in self.entities if frozenset(name.lower().split()) == town), None)
            if entity:
                roles[entity] = {Role("capital", tuple(sorted(to_lands(land, {}))))}
        for candidate, name in named:
            at = candidate.source_at
            if at is not None and name and name not in roles and self._is_definite(at):
                roles[name] = {self.roles.settle(read_role(self.tree, at))}
        return (Speaker(name, tuple(sorted(roles[name]))) for name in sorted(roles))

    def _is_definite(self, at: int) -> bool:
        """“The minister”, “Norland's minister”, but not "a minister", "ministers" or a name."""
        tree = self.tree
        if tree.tokens[at].tag != "NN" or at in self.entity_at or tree.with_dep(at, ("conj",)):
            return False
        before = tree.with_dep(at, ("det", "poss"))
        return bool(before) and not any(tree.words[child] in _words("indefinite") for child in before)

    def name_carriers(self, candidate: Candidate) -> Iterator[tuple[Span, str]]:
        """The papers and agencies that stand beside a cue, and through whom somebody speaks, with their names."""
        for at in self.carriers.find(candidate):
            words = source_words(self.tree, at)
            name = self._named(at) or self.entity_at.get(at + 1) or self._phrase(words)
            if name:
                yield self.tree.to_spans(words)[0], name

    def name(self, at: int, source: tuple[int, ...], last: Saying | None) -> str | None:
        """The canonical name of the source whose head is the word `at`; None for one who stays unnamed."""
        word = self.tree.words[at]
        if word in PERSONAL and self.tree.pos(at) == "PRON":
            return self.people.stands_for(at, last) or self._unnamed_before(at)
        pair = find_pair(self.tree, at)
        named = self._several(pair) if pair is not None else None
        if named:
            return named
        if word in ("they", "it"):
            return self._last_body(at, last)
        if is_nameless(self.tree, at):
            return None
        if self.tree.tokens[at].tag in PRONOUNS or (word in _words("unnamed") and not self.tree.children[at]):
            return None
        if self.tree.with_dep(at, ("conj",)):
            return self._several(at) or self._phrase(source)
        return (
            self._elder(at)
            or self._by_people(at)
            or self._named(at)
            or self._named_at_end(at, source)
            or self._by_gender(at, last)
            or self._by_age(at, last)
            or self._by_role(at)
            or self._taken_up(at, source)
        )

    def _is_person(self, at: int) -> bool:
        """Whether a source that stays unnamed is one person: "a resident", "the spokeswoman"."""
        lemma = self.tree.lemma(at)
        known = is_office(lemma) or lemma in load_signs() or lemma in _words("persons")
        return known and self.tree.tokens[at].tag == "NN"

    def _several(self, at: int) -> str | None:
        """“President Ana Holm and Jan Petrel”: their names, if each is named."""
        names = [self.entity_at.get(head) for head in joined(self.tree, at)]
        known = [name for name in names if name]
        return ", ".join(known[:-1]) + f" and {known[-1]}" if len(known) == len(names) else None

    def _unnamed_before(self, at: int) -> str | None:
        """“A resident heard it. “A bang,” he said.”: the unnamed person who is the last subject before."""
        tree = self.tree
        number = tree.sentence[at]
        for sentence in range(number, max(number - REACH, -1), -1):
            for word in reversed(tree.sentences.get(sentence, range(0))):
                if word < at and tree.dep(word) in SUBJECTS and not tree.quoted[word] and self._is_person(word):
                    return self._phrase(source_words(tree, word))
        return None

    def _by_people(self, at: int) -> str | None:
        """“The Norlander”: the person last named of whom the report says that she is of Norland."""
        tree = self.tree
        if tree.tokens[at].tag != "NNP" or tree.words[at - 1] != "the" or not tree.with_dep(at, ("det",)):
            return None
        return self.people.last_before(at, self.roles.of_land(tree.lemma(at)))

    def _last_body(self, at: int, last: Saying | None) -> str | None:
        """Whom "they" or "it" means: whoever spoke last, if that is near and no person."""
        is_body = last and last.speaker not in self.people.entities and any(map(str.isspace, last.speaker))
        return last.speaker if last and is_body and self.people.is_near(last.at, at) else None

    def _named(self, at: int) -> str | None:
        """The entity named by the source's head, by an apposition to it, or by "a driver called Jan Kol"."""
        tree = self.tree
        called = [
            name for verb in tree.with_dep(at, ("acl",)) if tree.lemma(verb) in CALLED for name in tree.children[verb]
        ]
        for word in (at, *tree.with_dep(at, ("appos",)), *called):
            if word in self.entity_at:
                return self._placed(word) or self.entity_at[word]
        return None

    def _named_at_end(self, at: int, source: tuple[int, ...]) -> str | None:
        """“A spokesman for Torvane, Piet Sundmark”, “the voice of Jan Kol”: the person whose name ends the phrase."""
        tree = self.tree
        words = [word for word in source if tree.pos(word) != "PUNCT"]
        person = self.person_at.get(words[-1]) if words else None
        if person is None or at in self.person_at:
            return None
        first = next(word for word in words if self.person_at.get(word) == person)
        set_off = tree.words[first - 1] == "," and self._is_person(at)
        return person if set_off or tree.lemma(at) in _words("mouths") else None

    def _by_gender(self, at: int, last: Saying | None) -> str | None:
        """“The man who ran the campaign”: whomever "he" would mean."""
        tree = self.tree
        definite = any(tree.words[child] == "the" for child in tree.with_dep(at, ("det",)))
        plain = not tree.with_dep(at, ("amod", "compound", "nummod"))
        return self.people.stands_for(at, last) if definite and plain and tree.words[at] in PERSONAL else None

    def _placed(self, at: int) -> str | None:
        """“Norland's Foreign Ministry”: a name that every land has goes with its land, and so when it is taken up."""
        tree, entity = self.tree, self.entity_at[at]
        if tree.words[at] not in _words("everywhere"):
            return None
        if _places(tree, at):
            return self._phrase(source_words(tree, at))
        heads = [word for word in range(at) if self.entity_at.get(word) == entity and _places(tree, word)]
        return self._phrase(source_words(tree, heads[-1])) if heads else None

    def _elder(self, at: int) -> str | None:
        """“the elder Kol”: the namesake of whom the report says that he is somebody's father, or the like."""
        beside = self.tree.with_dep(at, ("amod", "compound"))
        if at not in self.entity_at or not any(self.tree.words[child] in ELDER for child in beside):
            return None
        for entity in self.roles.known:
            if self.tree.words[at] in entity.lower().split() and self.roles.words(entity) & _words("elders"):
                return entity
        return None

    def _by_role(self, at: int) -> str | None:
        """“the mayor”: the person of whom the report says so, the last one named if there are several."""
        tree = self.tree
        before = tree.with_dep(at, ("det", "nummod"))
        if tree.tokens[at].tag in ("NNS", "NNPS") or any(tree.words[child] in _words("indefinite") for child in before):
            return None
        holders = self.roles.holders(read_role(tree, at))
        return self.people.last_before(at, holders) or (holders[0] if len(holders) == 1 else None)

    def _by_age(self, at: int, last: Saying | None) -> str | None:
        """“the 61-year-old”: the person before whose age the report gives, or else whoever "he" would mean."""
        age = _YEAR_OLD.search(self.tree.text, *self._stretch(at))
        if not age or any(self.tree.words[child] in _words("indefinite") for child in self.tree.with_dep(at, ("det",))):
            return None
        return self.people.of_age(age[1], at) or self.people.stands_for(at, last)

    def _stretch(self, at: int) -> tuple[int, int]:
        words = source_words(self.tree, at)
        return self.tree.tokens[words[0]].span.start, self.tree.tokens[words[-1]].span.end

    def _taken_up(self, at: int, source: tuple[int, ...]) -> str | None:
        """The source in the report's own words, or in the fuller words that it takes up."""
        fuller = self.bodies.takes_up(at)
        if isinstance(fuller, str):
            return fuller
        return self._phrase(source if fuller is None else source_words(self.tree, fuller))

    def _phrase(self, source: tuple[int, ...]) -> str | None:
        """The source in the report's own words, without the day: "the coastguard", "a US statement"."""
        tree = self.tree
        words = [word for word in source if tree.dep(word) != "preconj" and tree.tokens[word].tag not in ("WP", "WDT")]
        named = {word for word in words if word in self.entity_at or tree.dep(word) == "compound"}
        words = [word for word in words if word not in self.dated or word in named]
        owner = self._owner(words)
        if owner:
            return owner
        text = " ".join(" ".join(span.of(tree.text) for span in tree.to_spans(words)).split())
        first = words[0] if words else 0
        is_common = bool(words) and (tree.pos(first) in ("DET", "NOUN") or tree.words[first] in _words("indefinite"))
        return (text[:1].lower() + text[1:] if is_common and not text.isupper() else text) or None

    def _owner(self, words: list[int]) -> str | None:
        """“Her lawyer”: Ana Holm's lawyer."""
        tree = self.tree
        if len(words) < 2 or tree.dep(words[0]) != "poss" or tree.words[words[0]] not in PERSONAL:
            return None
        owner = self.people.stands_for(words[0], None)
        rest = " ".join(" ".join(span.of(tree.text) for span in tree.to_spans(words[1:])).split())
        return f"{owner}'s {rest}" if owner and rest else None


def _part_with(tree: Tree, name: Name, word: int) -> str:
    """“the Daily Gull, Jan Petrel”, which the model took for one name: the part that the word stands in."""
    before = tree.text[name.span.start : tree.tokens[word].span.start].count(", ")
    parts = name.entity.split(", ")
    return parts[before] if before < len(parts) else name.entity


def _places(tree: Tree, at: int) -> list[int]:
    """The land beside the name of a body: its owner, or what stands after "in" and "of"."""
    preps = [prep for prep in tree.with_dep(at, ("prep",)) if tree.words[prep] in ("in", "of")]
    owners = tree.with_dep(at, ("poss",)) + [noun for prep in preps for noun in tree.with_dep(prep, ("pobj",))]
    return [owner for owner in owners if tree.pos(owner) == "PROPN"]


def _find_dated(reading: Reading, tree: Tree) -> frozenset[int]:
    """The words of times, with the preposition before them: "in February"."""
    dated: set[int] = set()
    for time in reading.times:
        words = tree.between(time.span)
        dated.update(words)
        dated.update(word for word in range(words.start - 1, words.start) if word >= 0 and tree.pos(word) == "ADP")
    return frozenset(dated)
