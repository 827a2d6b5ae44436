"""Misread cues: verbs of speech that the parse takes for nouns, or hangs elsewhere, told by where they stand."""

from collections.abc import Iterator

from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.cues import load_verbs
from secondsource.stages.extract.scopes import clause_around
from secondsource.stages.extract.trees import Tree

LONGEST_SOURCE = 12
"""Words at most between "as", or the comma, and the verb."""
BREAKS = frozenset([",", ".", ";", ":", "!", "?"])


def find_misread(tree: Tree) -> Iterator[Candidate]:
    """A candidate for every "as the agency reports, …" and "…, the ministry charges." that the parse hides."""
    for index, word in enumerate(tree.words):
        if tree.quoted[index]:
            continue
        if word == "as" and (index == tree.sentence_words(index)[0] or tree.words[index - 1] == ","):
            verb = _verb_after(tree, index)
        elif word == "," and tree.words[tree.sentence_words(index)[-1] :][:1] == ["."]:
            verb = _verb_at_end(tree, index)
        else:
            verb = None
        source_at = _first_noun(tree, range(index + 1, verb)) if verb else None
        if verb and source_at is not None:
            phrase = [word for word in tree.sentence_words(index) if index <= word <= _end(tree, verb)]
            content = tree.to_spans(clause_around(tree, index, phrase))
            if content:
                source = tuple(range(index + 1, verb))
                yield Candidate(verb, (verb,), source, source_at, content, _force(tree, verb) or "states")


def _force(tree: Tree, word: int) -> str | None:
    ways = load_verbs().get(tree.lemma(word), ()) if tree.tokens[word].span.of(tree.text)[0].islower() else ()
    beyond = tree.words[word + 1 : word + 2]
    for following, frames in ways:
        if list(following) == beyond[: len(following)] and "clause" in frames and "quote" in frames:
            return frames["clause"]
    return None


def _verb_after(tree: Tree, index: int) -> int | None:
    for word in range(index + 1, min(index + 1 + LONGEST_SOURCE, len(tree))):
        if tree.words[word] in BREAKS:
            return None
        if word > index + 1 and _force(tree, word):
            marked = any(tree.words[child] == "as" for child in tree.children[word])
            understood = marked and tree.pos(word) == "VERB"
            return None if understood or tree.words[word + 1 : word + 2] == ["of"] else word
    return None


def _verb_at_end(tree: Tree, index: int) -> int | None:
    """The last word of a sentence, if it is a verb of speech in the present and was taken for a noun."""
    word = tree.sentence_words(index)[-1] - 1
    fits = 1 < word - index <= LONGEST_SOURCE and tree.tokens[word].tag == "NNS" and _force(tree, word)
    plain = fits and not any(tree.words[between] in BREAKS for between in range(index + 1, word))
    return word if plain and tree.pos(index + 1) in ("DET", "PROPN") else None


def _end(tree: Tree, verb: int) -> int:
    """Where the phrase ends: at the comma, or with the sentence."""
    last = tree.sentence_words(verb)[-1]
    return next((word for word in range(verb, last) if tree.words[word] == ","), last)


def _first_noun(tree: Tree, words: range) -> int | None:
    nouns = [word for word in words if tree.pos(word) in ("NOUN", "PROPN", "PRON")]
    return next((word for word in nouns if tree.dep(word) not in ("compound", "poss")), None)
