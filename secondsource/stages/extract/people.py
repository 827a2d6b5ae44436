"""People: where a report names its persons, whether each is "he" or "she", and whom a pronoun stands for."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from secondsource.settings import Extract
from secondsource.stages.extract.namings import Naming
from secondsource.stages.extract.roles import Roles, read_role
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon

Gender = Literal["male", "female"]
PERSONAL: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "man"), "male"),
    **dict.fromkeys(("she", "her", "woman"), "female"),
}
_AGED = re.compile(r",? \(?(\d{1,3})[,);.]")
SURE = 2
"""Votes that settle whether somebody is "he" or "she"; a pronoun far from its person gives half as many."""
INSIDE_PHRASE = ("appos", "pobj", "prep", "conj")
DEFINITE = frozenset(["the", "this", "that", "its", "their", "his", "her"])
SUBJECTS = ("nsubj", "nsubjpass")


@cache
def _signs(gender: Gender) -> frozenset[str]:
    return frozenset(load_lexicon("roles")["gender"][gender])


@cache
def _given(gender: Gender) -> frozenset[str]:
    return frozenset(load_lexicon("roles")["given"][gender])


def load_signs() -> frozenset[str]:
    """Words that tell whether somebody is "he" or "she"."""
    return _signs("male") | _signs("female")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at a word, whether as a subject or first in the sentence, and where in the text the name ends."""

    at: int
    entity: str
    is_subject: bool
    end: int


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody who was found to say something, the word that told of him there, and whether that is one person's."""

    at: int
    speaker: str
    is_person: bool = False


class People:
    """The persons of one reading."""

    def __init__(self, tree: Tree, namings: Sequence[Naming], roles: Roles, settings: Extract) -> None:
        self.tree, self.settings = tree, settings
        named = [_to_mention(tree, naming) for naming in namings if not tree.quoted[naming.head]]
        self.mentions = sorted([*named, *_find_by_role(tree, roles, named)], key=lambda mention: mention.at)
        self.positions = [mention.at for mention in self.mentions]
        self.entities = {mention.entity for mention in self.mentions}
        self.votes = _learn_genders(tree, self.mentions, roles, settings.title_votes)
        self.meant: dict[tuple[int, str], Gender] = {}

        self._follow_pronouns()

    def _follow_pronouns(self) -> None:
        """Every "he" and "she" that is a subject names its person again: a report may say it so for long stretches."""
        tree = self.tree
        for index, word in enumerate(tree.words):
            if word in ("he", "she") and tree.dep(index) in SUBJECTS and not tree.quoted[index]:
                meant = self.stands_for(index, None)
                if meant:
                    place = bisect_left(self.positions, index)
                    self.positions.insert(place, index)
                    self.mentions.insert(place, Mention(index, meant, True, tree.tokens[index].span.end))

    def last_before(self, at: int, entities: list[str]) -> str | None:
        """Which of `entities` is the last named before the word `at`."""
        for mention in reversed(self.mentions[: bisect_left(self.positions, at)]):
            if mention.entity in entities:
                return mention.entity
        return None

    def of_age(self, age: str, at: int) -> str | None:
        """Who is said, before the word `at`, to be of this age: “Jan Kol, 61, …”."""
        for mention in reversed(self.mentions[: bisect_left(self.positions, at)]):
            aged = _AGED.match(self.tree.text, mention.end)
            if aged and aged[1] == age:
                return mention.entity
        return None

    def is_near(self, earlier: int, later: int) -> bool:
        return self.tree.sentence[later] - self.tree.sentence[earlier] <= self.settings.pronoun_reach

    def stands_for(self, pronoun: int, last: Saying | None) -> str | None:
        """The person whom "he", "she" or "the 61-year-old" means: near, a subject, and best the one who spoke last."""
        gender = PERSONAL.get(self.tree.words[pronoun])
        scores: dict[str, float] = {}
        for mention in reversed(self.mentions[: bisect_left(self.positions, pronoun)]):
            if not self.is_near(mention.at, pronoun):
                break
            if self._fits(mention.entity, gender, pronoun):
                weight = self.settings.subject_weight if mention.is_subject else 0.0
                self._raise(scores, mention.entity, weight - self._cost(mention.at, pronoun))
        if last and self._may_be(last, pronoun, gender):
            self._raise(scores, last.speaker, self.settings.speaker_weight - self._cost(last.at, pronoun))
            scores[last.speaker] += self.settings.speaker_bonus
            if last.is_person and gender and self.votes[last.speaker][gender]:
                scores[last.speaker] += self.settings.subject_weight
        if not scores:
            return None
        meant = max(scores, key=lambda entity: scores[entity])
        if gender:
            self.votes[meant][gender] += SURE if scores[meant] >= 0 else 1
            self.meant[self.tree.sentence[pronoun], meant] = gender
        return meant

    def _may_be(self, last: Saying, pronoun: int, gender: Gender | None) -> bool:
        is_person = last.speaker in self.entities or last.is_person
        if last.speaker not in self.votes:
            self.votes[last.speaker] = Counter()
            _vote(self.votes[last.speaker], set(last.speaker.lower().split()), self.settings.title_votes)
        return is_person and self.is_near(last.at, pronoun) and self._fits(last.speaker, gender, pronoun)

    def _fits(self, entity: str, gender: Gender | None, pronoun: int) -> bool:
        """Whether nothing says that the person is of the other gender; nobody is "he" and "she" in one sentence."""
        if gender is None:
            return True
        other: Gender = "female" if gender == "male" else "male"
        if self.meant.get((self.tree.sentence[pronoun], entity)) == other:
            return False
        return self.votes[entity][other] - self.votes[entity][gender] < SURE

    def _cost(self, earlier: int, later: int) -> float:
        return (self.tree.sentence[later] - self.tree.sentence[earlier]) * self.settings.sentence_cost

    def _raise(self, scores: dict[str, float], entity: str, score: float) -> None:
        scores[entity] = max(scores.get(entity, score), score)


def _to_mention(tree: Tree, naming: Naming) -> Mention:
    words = naming.words
    leads = words.start == tree.sentence_words(words.start)[0] or _is_subject(tree, naming.head)
    return Mention(words.start, naming.entity, leads, tree.tokens[words.stop - 1].span.end)


def _is_subject(tree: Tree, word: int) -> bool:
    """Whether a word is the subject of a clause, or an apposition to it: “a spokesman for the firm, Jan Kol,”."""
    for above in (word, *tree.up(word)):
        if tree.dep(above) not in INSIDE_PHRASE:
            return tree.dep(above) in SUBJECTS and (above == word or tree.dep(word) == "appos")
    return False


def _find_by_role(tree: Tree, roles: Roles, named: list[Mention]) -> list[Mention]:
    """“The mayor bowed out”: subjects that stand for a person named before."""
    inside = {mention.at for mention in named}
    found = []
    for index in range(len(tree)):
        if tree.dep(index) not in SUBJECTS or tree.tokens[index].tag != "NN" or index in inside or tree.quoted[index]:
            continue
        holders = set(roles.holders(read_role(tree, index))) if _is_definite(tree, index) else set()
        last = next((one for one in reversed(named) if one.at < index and one.entity in holders), None)
        if last:
            found.append(Mention(index, last.entity, True, tree.tokens[index].span.end))
    return found


def _is_definite(tree: Tree, noun: int) -> bool:
    return any(tree.words[child] in DEFINITE for child in tree.with_dep(noun, ("det", "poss")))


def _learn_genders(tree: Tree, mentions: list[Mention], roles: Roles, title_votes: int) -> dict[str, Counter[Gender]]:
    """Votes from titles and role words, and from the pronouns of sentences that name one person only."""
    votes: dict[str, Counter[Gender]] = {mention.entity: Counter() for mention in mentions}
    named: dict[int, list[Mention]] = {}
    for entity, count in votes.items():
        first, _, surname = entity.lower().partition(" ")
        for gender in ("male", "female"):
            count[gender] += SURE * (bool(surname) and first in _given(gender))
    for mention in mentions:
        named.setdefault(tree.sentence[mention.at], []).append(mention)
        title = tree.words[mention.at - 1] if mention.at else ""
        _vote(votes[mention.entity], {title, tree.words[mention.at]} | roles.words(mention.entity), title_votes)
    for index, word in enumerate(tree.words):
        here = named.get(tree.sentence[index], [])
        alone = len({mention.entity for mention in here}) == 1 and here[0].at < index
        if alone and word in PERSONAL and tree.pos(index) == "PRON":
            votes[here[0].entity][PERSONAL[word]] += SURE
    return votes


def _vote(count: Counter[Gender], signs: set[str], title_votes: int) -> None:
    if signs & _signs("male"):
        count["male"] += title_votes
    if signs & _signs("female"):
        count["female"] += title_votes
