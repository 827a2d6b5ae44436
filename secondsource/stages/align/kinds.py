"""What kind of matter a sentence tells: an agreement, an event in the report's own words, or a claim."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from secondsource.model.findings import StatementKind
from secondsource.model.readings import Token
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.align.candidates import Offer
from secondsource.text.lexicon import load_lexicon

STATES = frozenset(
    ["be", "have", "know", "want", "believe", "remain", "seem", "appear", "mean", "need", "think", "hope"]
)
"""Verbs that tell how things are and not what happened."""
SUBJECTS = frozenset(["nsubj", "nsubjpass"])
MOST_STEPS = 3
"""Steps up the parse from an agreement's noun to its verb: "signed [a memorandum [of understanding]]"."""


def kind_of(offer: Offer, span: Span, holder: Attribution | None) -> StatementKind:
    """The kind of what stands at `span`, said by whom `holder` names; what a source says happened is its claim."""
    first = bisect_left(offer.reading.tokens, span.start, key=lambda token: token.span.start)
    last = bisect_left(offer.reading.tokens, span.end, key=lambda token: token.span.start)
    tokens = offer.reading.tokens
    inside = range(first, last)
    if any(_is_agreement(tokens, index) for index in inside):
        return "agreement"
    if holder is None and any(_is_event(tokens, index, inside) for index in inside):
        return "event"
    return "claim"


def kind_of_all(kinds: Iterable[StatementKind]) -> StatementKind:
    """What most of a point's statements are; of equally many the more telling kind."""
    counted = Counter(kinds)
    return max(("agreement", "event", "claim"), key=lambda kind: counted[kind])


def _is_agreement(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is an agreement's noun under a verb that says what becomes of it."""
    nouns, verbs = _words()
    if tokens[index].lemma.lower() not in nouns or tokens[index].pos not in ("NOUN", "PROPN"):
        return False
    head = index
    for _ in range(MOST_STEPS):
        head = tokens[head].head
        if tokens[head].pos in ("VERB", "AUX"):
            return tokens[head].lemma.lower() in verbs
    return False


def _is_event(tokens: Sequence[Token], index: int, inside: range) -> bool:
    """Whether the token is the sentence's main verb, in the past, of something that somebody did or that happened."""
    verb = tokens[index]
    if verb.head != index or verb.pos != "VERB" or verb.lemma.lower() in STATES:
        return False
    own = [tokens[other] for other in inside if tokens[other].head == index]
    is_past = verb.tag == "VBD" or (verb.tag == "VBN" and any(token.tag == "VBD" for token in own))
    hedged = any(token.dep == "neg" or token.tag == "MD" for token in own)
    return is_past and not hedged and any(token.dep in SUBJECTS for token in own)


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    lexicon = load_lexicon("agreements")
    return frozenset(lexicon["nouns"]["words"]), frozenset(lexicon["verbs"]["words"])
