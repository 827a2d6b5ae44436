"""Changes: whether the words around a quantity say that something rose or fell by so much."""

import re
from functools import cache
from typing import Literal

from secondsource.text.lexicon import load_lexicon

ChangeWord = Literal["up", "down"]

REACH = 40
"""Characters in which a verb of change and the small words up to its number fit: "increased by as much as another "."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table: dict[str, list[str]] = load_lexicon("units")["changes"]
    choice = "|".join(sorted((word for words in table.values() for word in words), key=lambda word: (-len(word), word)))
    small = r"(?:\s{1,2}(?:by|another|an\sadditional|as\smuch\sas|marginally|slightly|sharply|of)){0,2}"
    before = re.compile(
        rf"(?<![\w-])({choice})(?:(?<!\bup)(?<!\bdown)\s{{1,2}}an?(?=\s))?{small}\s{{1,2}}$|(?<=\s)(\+)$", re.IGNORECASE
    )
    after = re.compile(rf"\s{{1,2}}(?:[a-z]{{2,12}}\s{{1,2}})?({choice})(?!\w)", re.IGNORECASE)
    return before, after


@cache
def _meanings() -> dict[str, ChangeWord]:
    table: dict[ChangeWord, list[str]] = load_lexicon("units")["changes"]
    meanings: dict[str, ChangeWord] = {word: change for change, words in table.items() for word in words}
    return {**meanings, "+": "up"}


NOUNS = frozenset("higher lower increase rise jump gain drop fall decline decrease boost cut slump dip plunge".split())  # noqa: SIM905
"""Words that tell of change from behind: "a 10% drop", "3% higher"."""


_MOVED_FROM = re.compile(
    r"\b(?:rais(?:e[sd]?|ing)|r[io]s(?:e[sn]?|ing)|rose|lift(?:s|ed|ing)?|climb(?:s|ed|ing)?|gr[eo]w[sn]?|growing|increas(?:e[sd]?|ing)"
    r"|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|swell(?:s|ed|ing)?|swollen|wid(?:en(?:s|ed|ing)?)|went|gone|mov(?:e[sd]?|ing)"
    r"|doubl(?:e[sd]?|ing)|trebl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|expand(?:s|ed|ing)?|extend(?:s|ed|ing)?|push(?:es|ed|ing)?"
    r"|deepen(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|dredg(?:e[sd]?|ing)|put\sup|brought\sup|rall(?:y|ied)|gain(?:s|ed|ing)?|chang(?:e[sd]?|ing)|correct(?:s|ed|ing)?|revis(?:e[sd]?|ing)|upgrad(?:e[sd]?|ing))\b"
    r"[^.;:\d]{0,50}\bfrom\s$",
    re.IGNORECASE,
)
"""Before a number, words by which it is where a move began: "lifted its rate from 9 to 17.5 percent"."""
_BY = " by "
LEVEL = 3
"""Times what it changed by that something has come to, at the least, so that the two are taken for no range."""
FROM_REACH = 75
"""Characters before a number in which they stand."""


def is_moved_from(text: str, start: int) -> bool:
    """Whether the number at `start` is where something was that has moved since, and opens no range."""
    return _MOVED_FROM.search(text[max(0, start - FROM_REACH) : start]) is not None


def is_changed_by(text: str, start: int, change: float, level: float) -> bool:
    """Whether the number at `start` is what something changed by, and that behind it what it came to: they are no ends
    of a range. "Rose by 24 million to 286 million", but "rose by 2 to 3 percent".
    """
    return text[max(0, start - len(_BY)) : start].lower() == _BY and level >= LEVEL * change


def find_change(text: str, start: int, end: int) -> ChangeWord | None:
    """The change that the words beside the quantity at text[start:end] tell of: "up 5%", "fell by 3 points"."""
    before, after = _patterns()
    found = before.search(text, max(0, start - REACH), start)
    if found:
        return _meanings()[(found[1] or found[2]).lower()]
    behind = after.match(text, end, end + REACH)
    if behind and behind[1].lower() in NOUNS:
        return _meanings()[behind[1].lower()]
    return None
