"""Sources: who stands behind a cue, read off the parse."""

from collections.abc import Iterator

from secondsource.stages.extract.cues import is_relay, load_verbs
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon

SUBJECTS = ("nsubj", "csubj")
OWN_SUBJECTS = (*SUBJECTS, "nsubjpass", "expl")
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
CLAUSES = frozenset(["relcl", "acl", "advcl", "ccomp", "parataxis"])
DASHES = frozenset(["–", "—", "-", "--"])
LONGEST_CHAIN = 8
"""Verbs that a subject is looked for above ("is trying to start to say"); more do not occur."""
FINITE = ("VBD", "VBZ", "VBP")
NOUNS = ("NOUN", "PROPN", "PRON")
BEFORE_NOUN = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART")
INSIDE_PHRASE = ("compound", "poss", "nmod", "amod", "npadvmod")
LONGEST_TITLE = 8
"""Words at most before the noun in "said the chief executive officer of"."""
LONGEST_DATELINE = 15
"""Words at most before the dash of "ASHVALE, Norland, May 3 (NPA) —"."""


def find_source(tree: Tree, verb: int) -> int | None:
    """The head word of whoever does what `verb` says, or None where the sentence does not tell."""
    start = verb
    for _ in range(LONGEST_CHAIN):
        if is_passive(tree, verb):
            return _agent_of(tree, verb) if verb == start else _passed_on(tree, verb)
        subjects = [word for word in tree.with_dep(verb, SUBJECTS) if not is_foreign(tree, word, start)]
        subject = _name_of(tree, subjects) if subjects else find_inverted(tree, verb) if verb == start else None
        if subject is not None:
            return _antecedent(tree, verb, subject)
        above = _governor(tree, verb)
        if above is None:
            return _beside(tree, verb) if verb == start else None
        if tree.pos(above) not in ("VERB", "AUX"):
            return _bearer(tree, verb, above) if tree.dep(verb) in ("acl", "relcl") else _possessor(tree, above)
        controller = _object_control(tree, verb, above)
        if controller is not None:
            return controller
        verb = above
    return None


def is_passive(tree: Tree, verb: int) -> bool:
    if tree.with_dep(verb, ("auxpass", "nsubjpass", "agent")):
        return True
    return tree.dep(verb) in ("acl", "advcl") and tree.tokens[verb].tag == "VBN" and not tree.with_dep(verb, ("aux",))


def is_foreign(tree: Tree, word: int, cue: int) -> bool:
    """Whether a word stands in a quotation in which the cue does not."""
    return bool(tree.quoted[word]) and not tree.quoted[cue]


def find_relative(tree: Tree, verb: int) -> int | None:
    """The "who" of "Kim, who said", if `verb` has one."""
    return next((word for word in tree.with_dep(verb, SUBJECTS) if tree.words[word] in RELATIVE), None)


def is_nameless(tree: Tree, head: int) -> bool:
    """“Sources”, “some reports”: whether a source is told of by a word for hearsay with nothing that says whose."""
    words = load_lexicon("speech")["hearsay"]
    beside = [child for child in tree.children[head] if tree.dep(child) not in CLAUSES and tree.pos(child) != "PUNCT"]
    return tree.lemma(head) in words["sources"] and all(tree.words[child] in words["beside"] for child in beside)


def source_words(tree: Tree, head: int) -> tuple[int, ...]:
    """The words of the source: its noun phrase with titles and appositions, without clauses and without a dateline."""
    without = [child for child in tree.children[head] if tree.dep(child) in CLAUSES]
    if tree.words[tree.head(head)] == "by":
        without += [prep for prep in tree.with_dep(head, ("prep",)) if tree.with_dep(prep, ("pcomp",))]
    words = tree.words_under(head, without)
    if tree.dep(head) in SUBJECTS and tree.dep(head - 1) in SUBJECTS and tree.head(head - 1) == tree.head(head):
        words = sorted({*words, *tree.words_under(head - 1, without)})
    dashes = [word for word in words if word < head and tree.words[word] in DASHES and tree.pos(word) == "PUNCT"]
    if dashes and dashes[-1] - tree.sentence_words(head)[0] <= LONGEST_DATELINE:
        spaced = tree.text[tree.tokens[dashes[-1]].span.start - 1].isspace()
        words = [word for word in words if word > dashes[-1]] if spaced else words
    return tuple(words)


def joins_outer(tree: Tree, verb: int) -> int | None:
    """“She said the deal is dead and called it a farce”: for "called", the "said" whose subject it shares.

    The parse hangs such a verb on the clause before it; that a thing is the clause's subject gives this away.
    """
    is_participle = tree.dep(verb) == "advcl" and tree.tokens[verb].tag == "VBG" and "," in tree.words[verb - 2 : verb]
    if tree.dep(verb) != "conj" and not is_participle:
        return None
    if tree.with_dep(verb, OWN_SUBJECTS) or tree.lemma(verb) not in load_verbs():
        return None
    clause = tree.head(verb)
    outer = tree.head(clause)
    if tree.dep(clause) != "ccomp" or tree.lemma(outer) not in load_verbs():
        return None
    subject = next(iter(tree.with_dep(clause, OWN_SUBJECTS)), None)
    same_tense = is_participle or tree.tokens[verb].tag == tree.tokens[outer].tag
    is_thing = subject is not None and tree.pos(subject) == "NOUN"
    set_off = not is_participle and tree.pos(verb - 1) == "CCONJ" and tree.words[verb - 2] == ","
    return outer if same_tense and (is_thing or set_off) and clause > outer else None


def _name_of(tree: Tree, subjects: list[int]) -> int:
    """“The agency NORA said”, which the parse may take for two subjects: NORA."""
    last = subjects[-1]
    beside = len(subjects) > 1 and subjects[-2] == last - 1 and tree.pos(last) == "PROPN"
    return last if beside else subjects[0]


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """“Kim, who said”: Kim."""
    if tree.words[subject] in RELATIVE:
        for clause in (verb, *tree.up(verb)):
            if tree.dep(clause) == "relcl":
                return tree.head(clause)
    return subject


def _bearer(tree: Tree, verb: int, noun: int) -> int | None:
    """“A note saying”: the note. “He sent a note saying”, “… to the pier, saying”: he."""
    if tree.dep(noun) == "dobj" or (tree.words[verb - 1] == "," and tree.tokens[verb].tag == "VBG"):
        for above in tree.up(noun):
            subjects = tree.with_dep(above, SUBJECTS) if tree.pos(above) in ("VERB", "AUX") else []
            if subjects:
                return _antecedent(tree, above, subjects[0])
    return noun


def _agent_of(tree: Tree, verb: int) -> int | None:
    """“was accused by the union”, “was dubbed a failure by the union”."""
    agents = tree.with_dep(verb, ("agent",))
    for trait in tree.with_dep(verb, ("oprd", "attr", "acomp")):
        agents += [prep for prep in tree.with_dep(trait, ("prep",)) if tree.words[prep] == "by"]
    return next((noun for agent in agents for noun in tree.with_dep(agent, ("pobj",))), None)


def _passed_on(tree: Tree, verb: int) -> int | None:
    """“Kim was quoted as saying”, “was expected to say”: whoever is spoken of does what the lower verb says."""
    return next(iter(tree.with_dep(verb, ("nsubjpass",))), None)


def _governor(tree: Tree, verb: int) -> int | None:
    """The word whose subject a verb without its own subject shares."""
    dep = tree.dep(verb)
    outer = joins_outer(tree, verb)
    if outer is not None:
        return outer
    if dep in ("conj", "xcomp", "advcl", "acl", "relcl", "ccomp"):
        return tree.head(verb)
    if dep == "pcomp":
        above = tree.head(tree.head(verb))
        return above if above != tree.head(verb) else None
    return None


def _possessor(tree: Tree, noun: int) -> int | None:
    return next(iter(tree.with_dep(noun, ("poss",))), None)


def _object_control(tree: Tree, verb: int, above: int) -> int | None:
    """“She asked him to say”, “the agency quoted him as saying”: him."""
    relayed = tree.dep(verb) == "pcomp" and is_relay(tree.lemma(above))
    if tree.dep(verb) != "xcomp" and not relayed:
        return None
    objects = [child for child in tree.with_dep(above, ("dobj", "dative")) if child < verb]
    return objects[-1] if objects else None


def _beside(tree: Tree, verb: int) -> int | None:
    """The noun right before or after a verb of the main clause whose subject the parse missed."""
    if tree.tokens[verb].tag not in FINITE:
        return None
    for word in (*_run(tree, range(verb - 1, verb - 4, -1)), *_run(tree, range(verb + 1, verb + 3))):
        if tree.pos(word) in NOUNS and not is_foreign(tree, word, verb):
            return word
    return None


def find_inverted(tree: Tree, verb: int) -> int | None:
    """“…,” warned the chief: the noun after a verb that stands right after a quotation."""
    is_after = verb > 0 and tree.quoted[verb - 1] and tree.tokens[verb].span.of(tree.text)[0].islower()
    if not is_after or tree.tokens[verb].tag not in FINITE:
        return None
    for word in range(verb + 1, min(verb + 1 + LONGEST_TITLE, len(tree))):
        if tree.pos(word) in NOUNS and tree.dep(word) not in INSIDE_PHRASE:
            return word
        if tree.pos(word) not in BEFORE_NOUN:
            return None
    return None


def _run(tree: Tree, words: range) -> Iterator[int]:
    for word in words:
        if not 0 <= word < len(tree) or tree.words[word] in ".!?;:":
            return
        yield word
        if tree.pos(word) != "PUNCT":
            return
