"""Tenses: whether the verb that a word hangs on looks back or ahead."""

from collections.abc import Sequence
from typing import Literal

from secondsource.model.readings import Token

Tense = Literal["past", "present", "future"]

PLANNED = frozenset(
    ["schedule", "expect", "plan", "slate", "set", "due", "aim", "hope", "intend", "want", "bind", "postpone", "extend"]
)
"""Verbs whose time is that of what is planned: "is expected Friday"."""

ARRANGED = frozenset(["schedule", "plan", "slate", "postpone"])
"""Those of them that look ahead even when done: "scheduled a vote Friday", but not "extended its rise Friday"."""

CARRIED_OUT = frozenset(
    ["fail", "manage", "begin", "start", "continue", "seem", "appear", "have", "use", "come", "go", "help"]
)
"""Verbs whose infinitive has happened when they have: "failed to arrive on Monday"."""

LONGEST_CLIMB = 30
"""Steps up a parse before giving up; deeper trees are the parser's mistakes."""


class Tenses:
    """Reads the tense at any word of a parsed report."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._helpers: dict[int, list[int]] = {}
        for at, token in enumerate(tokens):
            if token.dep in ("aux", "auxpass"):
                self._helpers.setdefault(token.head, []).append(at)

    def at(self, index: int) -> Tense | None:
        """The tense of the nearest verb above the word; None where no verb governs it, as in a heading."""
        for _ in range(LONGEST_CLIMB):
            token = self._tokens[index]
            if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
                tense = self._tense_of(index)
                if tense is not None:
                    return tense
            if token.head == index:
                return None
            index = token.head
        return None

    def _tense_of(self, index: int) -> Tense | None:
        verb = self._tokens[index]
        helpers = [self._tokens[at] for at in self._helpers.get(index, ())]
        lemmas = {helper.lemma.lower() for helper in helpers}
        has_perfect = "have" in lemmas
        was_over = any(helper.lemma == "have" and helper.tag == "VBD" for helper in helpers)
        modals = {helper.lemma.lower() for helper in helpers if helper.tag == "MD"}
        if modals:
            return "past" if has_perfect or modals & {"could", "might"} else "future"
        if any(helper.tag == "TO" for helper in helpers):
            if has_perfect or self._tokens[verb.head].lemma in CARRIED_OUT:
                return None
            return "future"
        if any(helper.tag == "VBD" for helper in helpers) or has_perfect:
            return "future" if verb.lemma in PLANNED and not was_over else "past"
        if verb.tag == "VBG":
            return "future" if lemmas & {"be"} else None
        if verb.tag == "VBN" and lemmas & {"be"}:
            return "future" if verb.lemma in PLANNED else "present"
        if verb.tag in ("VBD", "VBN"):
            return "future" if verb.lemma in PLANNED and (verb.tag == "VBN" or verb.lemma in ARRANGED) else "past"
        return "present" if verb.tag in ("VBZ", "VBP") else None
