"""Tenses: whether what happened on a day is told as past, by the verb that the day hangs on in the parse."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from secondsource.model.readings import Reading, Token
from secondsource.model.spans import Span

_PLANS = (
    *("plan", "schedule", "expect", "due", "postpone", "delay", "convene", "invite", "summon", "slate", "book"),
    *("intend", "hope", "want", "promise", "agree", "propose", "forecast", "predict", "tip"),
)
"""Verbs whose day is one to come, even where they are told in the past: "was planned for 13 May"."""
_MODALS = frozenset(["will", "would", "shall", "should", "may", "might", "can", "could", "must"])
_UNTIL = frozenset(["until", "till", "by", "before", "for", "from", "through", "to", "ahead"])
"""Before a day, words by which it is an end, a term or an aim, and not when the deed was done."""
_ON = frozenset(["on", "in", "at"])
_TIMES = ("prep", "pobj", "npadvmod", "nummod", "compound", "appos", "pcomp", "advmod", "nmod", "punct", "det")
"""Relations by which a day hangs together and on its verb."""
_PARTS = ("noon", "midnight", "morning", "afternoon", "evening", "night", "dawn", "dusk", "lunchtime", "hours", "end")
"""Parts of a day, on which the day may hang: "at noon on Monday"."""
MOST_STEPS = 8
"""Steps up a parse from a day to its verb."""
REACH = 60
"""Words on each side of a verb among which those that hang on it are looked for."""


def tells_deed(reading: Reading, span: Span) -> bool:
    """Whether the day at `span` is that of a deed told as done; when in doubt, it is not."""
    starts = [token.span.start for token in reading.tokens]
    first, last = bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1) - 1
    verb = _verb_of(reading, first, last)
    return verb is not None and _is_done(reading, verb) and not _aims_at(reading.tokens[verb + 1 : first])


def _aims_at(between: Sequence[Token]) -> bool:
    """Whether words between a verb and a day may draw the day to them: "agreed to meet", "came for a talk"."""
    return any(token.dep == "xcomp" or token.lemma.lower() in ("for", "ahead") for token in between)


def _verb_of(reading: Reading, first: int, last: int) -> int | None:
    """The verb whose adverb the day is: "on 3 May" of "left on 3 May", none of "tickets for 3 May"."""
    tokens = reading.tokens
    at, place = first, next((n for n in range(first, last + 1) if tokens[n].pos in ("PROPN", "NOUN")), first)
    before = tokens[at - 1].lemma.lower() if at else ""
    if before in _UNTIL or (at > 1 and tokens[at - 2].lemma.lower() in _UNTIL and before == "the"):
        return None
    for _ in range(MOST_STEPS):
        head = tokens[place].head
        if head == place:
            return None
        if tokens[head].pos in ("VERB", "AUX"):
            return _content(tokens, head) if tokens[place].dep in _TIMES else None
        if tokens[place].dep not in _TIMES or (tokens[place].dep == "prep" and tokens[place].lemma.lower() not in _ON):
            return None
        if not (first - 1 <= head <= last or tokens[head].pos == "ADP" or _is_time(reading, tokens[head].span)):
            return _verb_of_subject(reading, head, first)
        place = head
    return None


def _is_time(reading: Reading, span: Span) -> bool:
    return any(time.span.overlaps(span) for time in reading.times) or span.of(reading.report.text).lower() in _PARTS


def _content(tokens: Sequence[Token], verb: int) -> int:
    """The verb itself, where the day hangs on its auxiliary."""
    return tokens[verb].head if tokens[verb].dep in ("aux", "auxpass") else verb


def _verb_of_subject(reading: Reading, noun: int, day: int) -> int | None:
    """The verb of a subject right before the day: "Shareholders on Tuesday, March 16, sold …", not "The fair on …"."""
    tokens = reading.tokens
    is_right_before = day - noun == 2 and tokens[noun].dep == "nsubj" and tokens[noun].head > day
    is_doer = tokens[noun].tag == "NNS" or any(
        name.kind in ("person", "organization") and name.span.overlaps(tokens[noun].span) for name in reading.names
    )
    has_article = any(child.dep == "det" for child in _children(tokens, noun))
    return tokens[noun].head if is_right_before and is_doer and not has_article else None


def _is_done(reading: Reading, verb: int) -> bool:
    """Whether a verb, with its auxiliaries, is in the past, and is none of plans."""
    tokens = reading.tokens
    if tokens[verb].pos not in ("VERB", "AUX") or tokens[verb].lemma.lower() in _PLANS:
        return False
    aids = [one for one in _children(tokens, verb) if one.dep in ("aux", "auxpass") and one.tag != "NNP"]
    words = {child.lemma.lower() for child in aids}
    if words & _MODALS or any(child.tag == "TO" or child.tag == "MD" for child in aids):
        return False
    if tokens[verb].tag == "VBD":
        return not _is_to(tokens, verb)
    is_past_aid = any(child.tag == "VBD" or child.lemma.lower() == "have" for child in aids)
    return tokens[verb].tag in ("VBN", "VBD", "VBG", "VB") and is_past_aid


def _is_to(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a "was" is followed by what was to be: "was to speak", "was due"."""
    return tokens[verb].lemma == "be" and any(
        child.dep == "xcomp" or child.lemma.lower() in _PLANS for child in _children(tokens, verb)
    )


def _children(tokens: Sequence[Token], head: int) -> Iterator[Token]:
    """The words that hang on one, from near it: a sentence is seldom longer than so many words."""
    low, high = max(0, head - REACH), min(len(tokens), head + REACH)
    return (tokens[n] for n in range(low, high) if tokens[n].head == head and n != head)
