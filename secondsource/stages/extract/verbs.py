"""Verbs: from a cue verb to its source and content, by what the verb takes."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.cues import Cue, find_verbs, load_mute, load_stances, load_verbs
from secondsource.stages.extract.scopes import clause_around
from secondsource.stages.extract.sources import (
    OWN_SUBJECTS,
    SUBJECTS,
    find_inverted,
    find_relative,
    find_source,
    is_passive,
    joins_outer,
    source_words,
)
from secondsource.stages.extract.trees import Tree

TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "AUX", "INTJ", "X")
ANSWERS = ("denies", "confirms")
"""Forces whose content may be a bare "this": they answer what was said before."""
WHOLE = ("trait", "likeness", "charge")
"""Frames whose thing and trait belong together."""
WIDEST_GAP = 5
"""Words at most that the parse may have lost between them."""
FINITE = ("VBD", "VBZ", "VBP")
INSERTING = frozenset([",", "–", "—", "-", "--", "”", "“", '"', "''", "``"])
SOURCELESS = ("hearsay", "semblance")
"""Frames in which the subject is no source."""
TRAITS = ("oprd", "acomp", "attr", "xcomp", "ccomp")


def find_by_verbs(tree: Tree) -> Iterator[Candidate]:
    """A candidate for every cue verb that has a content, or may have a quotation beside it."""
    for cue in find_verbs(tree):
        candidate = _read_cue(tree, cue)
        if candidate:
            yield candidate


def _read_cue(tree: Tree, cue: Cue) -> Candidate | None:
    source_at = find_source(tree, cue.at)
    if source_at is not None and tree.lemma(source_at) in load_mute():
        return None
    for frame, read in FRAMES:
        if frame not in cue.frames or (cue.frames[frame] in load_stances() and not is_outright(tree, cue.at)):
            continue
        words = read(tree, cue)
        if source_at is not None and source_at == find_inverted(tree, cue.at):
            words = [word for word in words if word < cue.at]
        source_at = None if frame in SOURCELESS else source_at
        source = _source(tree, cue, source_at)
        words = _fill(words) if frame in WHOLE else words
        told = set(words) - set(cue.words) - set(source) - _agents(tree, source)
        if any(tree.pos(word) in TELLING for word in told) or (told and cue.frames[frame] in ANSWERS):
            waits = "quote" in cue.frames and frame != "relay"
            return Candidate(cue.at, cue.words, source, source_at, tree.to_spans(told), cue.frames[frame], waits)
    if "quote" in cue.frames:
        source = _source(tree, cue, source_at)
        return Candidate(cue.at, cue.words, source, source_at, (), cue.frames["quote"], takes_quote=True)
    return None


def _source(tree: Tree, cue: Cue, source_at: int | None) -> tuple[int, ...]:
    """The words of the source, and the "who" that takes them up."""
    if source_at is None:
        return ()
    relative = find_relative(tree, cue.at)
    words = source_words(tree, source_at)
    return words if relative is None or relative in words else (*words, relative)


def _fill(words: list[int]) -> list[int]:
    """The words with those few between them that the parse hangs elsewhere."""
    gaps = [range(one + 1, other) for one, other in pairwise(sorted(words)) if other - one - 1 <= WIDEST_GAP]
    return [*words, *(word for gap in gaps for word in gap)]


def _agents(tree: Tree, source: tuple[int, ...]) -> set[int]:
    """The "by" before the source."""
    return {tree.head(word) for word in source if tree.words[tree.head(word)] == "by"}


def is_outright(tree: Tree, verb: int) -> bool:
    """Whether a clause of the report's own says that this is so: no "to", no "may", and no "she said that" above it."""
    helpers = tree.with_dep(verb, ("aux", "auxpass"))
    if any(tree.tokens[word].tag in ("MD", "TO") for word in helpers):
        return False
    finite = tree.tokens[verb].tag in FINITE or any(tree.tokens[word].tag in FINITE for word in helpers)
    return finite and tree.dep(verb) != "ccomp"


def _relay(tree: Tree, cue: Cue) -> list[int]:
    """“quoted him as saying …”: what is passed on is that he said so."""
    relays = [prep for prep in _as_phrases(tree, cue) if tree.with_dep(prep, ("pcomp",))]
    whom = tree.with_dep(cue.at, ("dobj", "nsubjpass"))
    return [word for part in whom + relays for word in tree.words_under(part)] if relays else []


def _clause(tree: Tree, cue: Cue) -> list[int]:
    """“said that …”, “…, she said”, “as she said, …”."""
    verb = cue.at
    if (
        tree.dep(verb) == "ccomp"
        and tree.lemma(tree.head(verb)) in load_verbs()
        and (before := _clause_before(tree, cue))
    ):
        return before
    clauses = [child for child in tree.with_dep(verb, ("ccomp",)) if child not in cue.words]
    if clauses:
        words = [word for clause in clauses for word in tree.words_under(clause, _asides(tree, clause))]
        return words if _is_inserted(tree, cue) else _on_one_side(cue, words, clauses[-1])
    if tree.dep(verb) == "advcl" and _has_as(tree, verb):
        return clause_around(tree, verb, tree.words_under(verb))
    if tree.dep(verb) == "parataxis":
        return tree.words_under(tree.head(verb), [verb])
    return (_infinitive(tree, cue) if is_passive(tree, verb) else []) or _clause_before(tree, cue)


def _clause_before(tree: Tree, cue: Cue) -> list[int]:
    """“…, the agency reported.”, where the parse does not see what was reported."""
    subjects = [word for subject in tree.with_dep(cue.at, SUBJECTS) for word in tree.words_under(subject)]
    first = min([*subjects, *cue.words])
    sentence = tree.sentence_words(cue.at)
    ends = cue.last + 1 in sentence and tree.words[cue.last + 1] in (",", ".")
    if not subjects or not ends or tree.words[first - 1] != "," or first - 1 == sentence[0]:
        return []
    return [word for word in range(sentence[0], first - 1) if not tree.quoted[word]]


def _asides(tree: Tree, clause: int) -> list[int]:
    """What hangs on a clause but tells of another source: “according to …”, “…, and Kim said …”."""
    verbs = load_verbs()
    return [
        child
        for child in tree.children[clause]
        if tree.words[child] == "according"
        or (
            tree.dep(child) == "conj"
            and tree.lemma(child) in verbs
            and tree.with_dep(child, ("nsubj",))
            and tree.with_dep(child, ("ccomp",))
        )
        or joins_outer(tree, child) is not None
    ]


def _is_inserted(tree: Tree, cue: Cue) -> bool:
    """“The deal, she said, is dead”: whether cue and source stand between commas."""
    parts = [*cue.words, *(word for subject in tree.with_dep(cue.at, SUBJECTS) for word in tree.words_under(subject))]
    before, after = min(parts) - 1, max(parts) + 1
    return before >= 0 and after < len(tree) and tree.words[before] in INSERTING and tree.words[after] in INSERTING


def _on_one_side(cue: Cue, words: list[int], clause: int) -> list[int]:
    """The words on that side of the cue on which the clause's own verb stands."""
    return [word for word in words if (word < cue.at) == (clause < cue.at)]


def _has_as(tree: Tree, verb: int) -> bool:
    return any(tree.words[child] == "as" for child in tree.with_dep(verb, ("mark", "advmod")))


def _infinitive(tree: Tree, cue: Cue) -> list[int]:
    """“promised to …”, “urged him to …”, “is expected to …”."""
    for clause in tree.with_dep(cue.at, ("xcomp", "ccomp")):
        if any(tree.words[aux] == "to" for aux in tree.with_dep(clause, ("aux",))):
            before = tree.with_dep(cue.at, ("dobj", "dative", "nsubjpass"))
            return [word for part in [*before, clause] for word in tree.words_under(part)]
    return []


def _object(tree: Tree, cue: Cue) -> list[int]:
    """“denied the report”, “called for calm”, “the report, which she denied”."""
    governed = tree.with_dep(cue.last, ("pobj", "pcomp")) if cue.last != cue.at else []
    if governed or (cue.last != cue.at and tree.dep(cue.last) == "prep"):
        return [word for part in governed for word in tree.words_under(part)]
    if is_passive(tree, cue.at):
        parts = tree.with_dep(cue.at, ("nsubjpass", "oprd", "acomp"))
        return [word for part in parts for word in tree.words_under(part)]
    objects = tree.with_dep(cue.at, ("dobj", "xcomp"))
    if objects:
        return [word for part in objects for word in tree.words_under(part)]
    if tree.dep(cue.at) == "relcl" and tree.with_dep(cue.at, ("nsubj",)):
        return tree.words_under(tree.head(cue.at), [cue.at])
    return []


def _hearsay(tree: Tree, cue: Cue) -> list[int]:
    """“is understood to …”, “it emerged that …”: from nobody that the report names."""
    subjects = [tree.words[word] for word in tree.with_dep(cue.at, OWN_SUBJECTS)]
    if subjects != ["it"] and (not is_passive(tree, cue.at) or tree.with_dep(cue.at, ("agent",))):
        return []
    return _clause(tree, cue)


def _semblance(tree: Tree, cue: Cue) -> list[int]:
    """“seems to …”, “it appears that …”: how it looks to the reporter."""
    clauses = tree.with_dep(cue.at, ("xcomp", "ccomp"))
    if not clauses or tree.tokens[cue.at].tag not in FINITE:
        return []
    subjects = [word for word in tree.with_dep(cue.at, SUBJECTS) if tree.words[word] != "it"]
    return [word for part in [*subjects, *clauses] for word in tree.words_under(part)]


def _trait(tree: Tree, cue: Cue) -> list[int]:
    """“called it a disgrace”, “described the deal as dead”, “was dubbed a success”."""
    things = tree.with_dep(cue.at, ("dobj", "nsubjpass"))
    traits = tree.with_dep(cue.at, TRAITS) + _as_phrases(tree, cue)
    return [word for part in things + traits for word in tree.words_under(part)] if traits else []


def _likeness(tree: Tree, cue: Cue) -> list[int]:
    """“hailed him as a hero”, “is seen as a warning”."""
    things = [word for part in tree.with_dep(cue.at, ("dobj", "nsubjpass")) for word in tree.words_under(part)]
    if not things and tree.dep(cue.at) == "relcl":
        things = tree.words_under(tree.head(cue.at), [cue.at])
    traits = [word for part in _as_phrases(tree, cue) for word in tree.words_under(part)]
    return things + traits if things and traits else []


def _as_phrases(tree: Tree, cue: Cue) -> list[int]:
    return [
        part
        for part in tree.with_dep(cue.at, ("prep", "advcl"))
        if tree.words[part] in ("as", "like") or (tree.dep(part) == "advcl" and part > cue.at and _has_as(tree, part))
    ]


def _charge(tree: Tree, cue: Cue) -> list[int]:
    """“accused him of …”, “was blamed for …”, “criticised the deal”."""
    if tree.pos(cue.last) == "ADP" and cue.last != cue.at:
        return _object(tree, cue)
    if not is_passive(tree, cue.at):
        whom, bearer = tree.with_dep(cue.at, ("dobj",)), cue.at
    else:
        whom = tree.with_dep(cue.at, ("nsubjpass",)) or _nouns_before(tree, cue)
        agents = [noun for agent in tree.with_dep(cue.at, ("agent",)) for noun in tree.with_dep(agent, ("pobj",))]
        bearer = next((noun for noun in agents if _deeds(tree, noun)), cue.at)
    return [word for part in whom + (_deeds(tree, bearer) if whom else []) for word in tree.words_under(part)]


def _deeds(tree: Tree, word: int) -> list[int]:
    return [prep for prep in tree.with_dep(word, ("prep",)) if tree.words[prep] in ("of", "for", "with", "as", "over")]


def _nouns_before(tree: Tree, cue: Cue) -> list[int]:
    """“…, Norland and Sudland have been accused”: the subject where the parse gives the verb none."""
    before = cue.words[0] - 1
    if before < 0 or tree.pos(before) not in ("PROPN", "NOUN") or tree.sentence[before] != tree.sentence[cue.at]:
        return []
    joined = tree.dep(before) == "conj" and tree.pos(before - 1) == "CCONJ" and tree.head(before) == before - 2
    return [tree.head(before)] if joined else [before]


FRAMES: tuple[tuple[str, Callable[[Tree, Cue], list[int]]], ...] = (
    ("hearsay", _hearsay),
    ("semblance", _semblance),
    ("relay", _relay),
    ("trait", _trait),
    ("likeness", _likeness),
    ("clause", _clause),
    ("infinitive", _infinitive),
    ("charge", _charge),
    ("object", _object),
)
"""In the order in which they are tried."""
