"""What is tallied by a figure: the dead, the hurt, the missing … (lexicon/tallies.toml)."""

import re
from collections.abc import Iterable
from functools import cache

from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.stages.align.clauses import clause_after, clause_before
from secondsource.text.lexicon import load_lexicon
from secondsource.text.thesaurus import find_base_forms

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _tallies() -> dict[str, str]:
    return {word: row["name"] for row in load_lexicon("tallies")["tallies"] for word in row["words"]}


@cache
def _people() -> frozenset[str]:
    return frozenset(load_lexicon("tallies")["people"]["words"])


def find_tally(text: str, sentence: Span, figure: Figure) -> str | None:
    """The tally that the figure belongs to: by the thing counted, or, of people, by the nearest word that tells."""
    counted = _WORD.findall((figure.of or "").lower())
    own = _tally_of(counted)
    if own or figure.unit or (counted and counted[-1] not in _people()):
        return own
    before = _WORD.findall(clause_before(text, sentence, figure.span).lower())
    after = _WORD.findall(clause_after(text, sentence, figure.span).lower())
    heading = before[-2:-1] if before[-1:] == ["of"] else []
    return _tally_of(heading) or _tally_of(after) or _tally_of(reversed(before))


def _tally_of(words: Iterable[str]) -> str | None:
    """The tally of the first word that has one."""
    for word in words:
        for form in (word, *find_base_forms(word)):
            if form in _tallies():
                return _tallies()[form]
    return None
