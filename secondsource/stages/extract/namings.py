"""Namings: where a report names its persons, also those whose names the model does not know for names of persons.

A name may be rare or made up; that it is a person's is told by what the report does with it: a title before it, an age
or "who" after it, an office beside it, words of speech that it is the subject of, no article.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from secondsource.model.readings import Name, Reading
from secondsource.settings import Extract
from secondsource.stages.extract.cues import load_verbs
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon
from secondsource.text.offices import is_office

SUBJECTS = ("nsubj", "nsubjpass")
LONGEST_NAME = 4
"""Words at most in a person's name without titles."""
NEAR = 60
"""Words after a name in which "he" or "she" is a faint sign that a person was named."""
PERSONAL = frozenset(["he", "she", "his", "her", "him", "himself", "herself"])
PARTICLES = frozenset(["de", "da", "di", "du", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "of"])
PLACING = frozenset(["in", "at", "of", "from", "near", "to", "outside", "across", "through"])
OFFICES_BESIDE = ("appos", "attr")


@dataclass(frozen=True, slots=True)
class Naming:
    """A person named: the words of the name, its head, and the canonical form."""

    words: range
    head: int
    entity: str


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(load_lexicon("roles")[table][key])


@cache
def _titles() -> frozenset[str]:
    return frozenset(load_lexicon("roles")["titles"]["words"])


def find_namings(reading: Reading, tree: Tree, settings: Extract) -> list[Naming]:
    """Every naming of a person, in text order."""
    known = [naming for name in reading.names if name.kind == "person" for naming in _from_name(tree, name)]
    others = {word: name for name in reading.names if name.kind != "person" for word in tree.between(name.span)}
    runs = [run for run in _find_runs(tree) if not any(_is_other(others.get(word)) for word in run.words)]
    titled = {tree.words[word + 1] for word in range(len(tree) - 1) if tree.words[word] in _titles()}
    votes: Counter[str] = Counter()
    for naming in known:
        votes[naming.entity] += settings.model_vote - 2 * _is_where(tree, naming)
    surnames = {tree.words[word] for word in range(len(tree)) if _stands_bare(tree, word)}
    for run in runs:
        surname = tree.words[run.words[-1]]
        votes[run.entity] += _weigh(tree, run) + 2 * (surname in titled or surname in surnames)
        votes[run.entity] -= any(word in others for word in run.words)
    found = [naming for naming in known if votes[naming.entity] > 0]
    taken = {word for naming in found for word in naming.words}
    persons = {run.entity for run in runs if votes[run.entity] >= settings.person_votes}
    found += [run for run in runs if run.entity in persons and not taken & set(run.words)]
    taken |= {word for naming in found for word in naming.words}
    shorts = _find_shorts(tree, found, persons, taken)
    return sorted([*_lengthen(found, persons), *shorts], key=lambda naming: naming.words.start)


def _from_name(tree: Tree, name: Name) -> Iterator[Naming]:
    """A person's name of the reading, unless the model took more than a name for one."""
    words = _without_titles(tree, tree.between(name.span))
    if words and all(
        _is_part(tree, word) or tree.words[word] in PARTICLES or tree.pos(word) == "PUNCT" for word in words
    ):
        entity = name.entity if words == tree.between(name.span) else _spelled(tree, words)
        yield Naming(words, _head(tree, words), entity)


def _without_titles(tree: Tree, words: range) -> range:
    """“Torvane CEO Anders Lindqvar”, “in the Trade Hall Anders Lindqvar …”: what comes after title, office or place."""
    bounds = _titles() | _words("kinds")
    starts = [word + 1 for word in words[:-1] if tree.words[word] in bounds or is_office(tree.lemma(word))]
    return range(starts[-1], words.stop) if starts else words


def _spelled(tree: Tree, words: range) -> str:
    return " ".join(tree.text[tree.tokens[words[0]].span.start : tree.tokens[words[-1]].span.end].split())


def _stands_bare(tree: Tree, word: int) -> bool:
    """“Lindqvar spoke”: a proper noun by itself and without an article, as the subject."""
    return tree.dep(word) in SUBJECTS and _is_part(tree, word) and not tree.children[word]


def _is_where(tree: Tree, naming: Naming) -> bool:
    """“in Dromme”: a bare name after a word of place is hardly a person's."""
    start = naming.words.start
    return len(naming.words) == 1 and start > 0 and tree.words[start - 1] in PLACING


def _head(tree: Tree, words: range) -> int:
    return next((word for word in words if tree.head(word) not in words), words[-1])


def _is_other(name: Name | None) -> bool:
    """Whether a name of the reading is hardly a person's: a people's, or a place or body of one word."""
    return name is not None and (name.kind == "group" or (name.kind != "other" and " " not in name.entity))


def _find_runs(tree: Tree) -> Iterator[Naming]:
    """Runs of two and more proper nouns, without the titles before them."""
    index = 0
    while index < len(tree):
        end = index
        while end < len(tree) and _is_part(tree, end) and tree.sentence[end] == tree.sentence[index]:
            end += 1
        words = _without_titles(tree, range(index, end))
        if 2 <= len(words) <= LONGEST_NAME and tree.words[end - 1] not in _words("kinds"):
            yield Naming(words, _head(tree, words), _spelled(tree, words))
        index = max(end, index + 1)


def _is_capital(tree: Tree, index: int) -> bool:
    return not tree.tokens[index].span.of(tree.text)[0].islower() or tree.pos(index) == "PUNCT"


def _is_part(tree: Tree, index: int) -> bool:
    span = tree.tokens[index].span
    word = span.of(tree.text)
    return tree.pos(index) == "PROPN" and word[0].isupper() and word.replace("’", "").replace("-", "").isalpha()


def _acts(tree: Tree, index: int) -> bool:
    """Whether a word with a capital is the subject of a clause, whatever the model takes it for."""
    return tree.dep(index) in SUBJECTS and tree.tokens[index].span.of(tree.text)[0].isupper()


def _weigh(tree: Tree, naming: Naming) -> int:
    """How much speaks for a person, less what speaks against one."""
    start, end, head = naming.words.start, naming.words.stop, naming.head
    before = tree.words[start - 1] if start else ""
    after = tree.words[end : end + 2]
    weight = -3 if before in ("the", "a", "an") else 0
    weight += 2 if before in _titles() or (start and is_office(tree.lemma(start - 1))) else 0
    weight += 2 if after == [",", "who"] or (after[:1] == [","] and after[1:] and after[1].isdigit()) else 0
    called = tree.dep(head) == "oprd" and tree.lemma(tree.head(head)) in ("call", "name")
    weight += 2 if called else 0
    beside = [*tree.with_dep(head, OFFICES_BESIDE), tree.head(head) if tree.dep(head) == "appos" else head]
    weight += 2 if any(is_office(tree.lemma(word)) for word in beside if word != head) else 0
    acts = tree.dep(head) in SUBJECTS
    speaks = acts and tree.lemma(tree.head(head)) in load_verbs()
    return weight + acts + speaks + any(word in PERSONAL for word in tree.words[end : end + NEAR])


def _lengthen(found: list[Naming], persons: set[str]) -> list[Naming]:
    """A bare surname that goes by itself goes by the one full name that ends with it."""
    full = {naming.entity for naming in found if " " in naming.entity} | persons
    return [
        replace(naming, entity=_full_name(naming.entity, full)) if " " not in naming.entity else naming
        for naming in found
    ]


def _full_name(short: str, full: set[str]) -> str:
    fits = sorted(entity for entity in full if short in (entity.split()[-1], entity.split()[0]))
    return fits[0] if len(fits) == 1 else short


def _find_shorts(tree: Tree, found: list[Naming], persons: set[str], taken: set[int]) -> Iterator[Naming]:
    """The bare surnames, elsewhere in the text, of persons that are named in full."""
    by_surname: dict[str, set[str]] = {}
    for entity in {naming.entity for naming in found if " " in naming.entity} | persons:
        by_surname.setdefault(entity.split()[-1].lower(), set()).add(entity)
    for index, word in enumerate(tree.words):
        entities = by_surname.get(word, set())
        alone = len(entities) == 1 and index not in taken and (_is_part(tree, index) or _acts(tree, index))
        if alone and not (index and tree.words[index - 1] in ("the", "a", "an")):
            yield Naming(range(index, index + 1), index, next(iter(entities)))
