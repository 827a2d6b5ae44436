"""Bounds: the words around a number that open or loosen it, "more than 50", "some 50", "50 or more"."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from secondsource.text.lexicon import load_lexicon

BoundWord = Literal["about", "at least", "more than", "at most", "less than"]

REACH = 24
"""Characters in which the longest wording of the lexicon fits, "in the region of" with a space or two."""

_LYING = re.compile(
    r"\b(?:buried|trapped|crushed|pinned|lies?|lay|lying|stuck|entombed|hidden|killed|found|vanished|disappeared|perished|rose|soared|towers?|towered)"
    r"\s(?:under|over|above|below|beyond)\s$",
    re.IGNORECASE,
)
"""Words after which "under 40 tons of stone" is a place and no bound."""


_RISEN = re.compile(
    r"\b(?:gone|went|crept|moved|shot|jumped|climbed|crawled|pushed|driven|drove|brought"
    r"|owned|owns?|owning|adds?|added|adding|sums?|summed|mounts?|mounted|comes?|came|totals?|totall?ed|runs|ran)\s(?:it\s|them\s|the\s\w{1,16}\s)?$",
    re.IGNORECASE,
)
"""Words after which "up to 44" is where something has come to, or what somebody owns up to, and no bound."""


_NOBODY = re.compile(r"\b(?:nobody|no\sone|none|never)\s(?:\w+\s){0,2}\w+\s?$", re.IGNORECASE)
"""Words after which "more than 2,000" is a limit: "nobody gets more than 2,000"."""


_AVERAGE_BEFORE = re.compile(
    r"\b(?:averag(?:e[sd]?|ing)|the\smean|typically|usually|normally|as\sa\srule)\s(?:[\w'’-]{1,20}\s){0,6}$",
    re.IGNORECASE,
)
_AVERAGE_BEHIND = re.compile(r"(?:\s[\w'’-]{1,20}){0,4}?,?\son\saverage\b", re.IGNORECASE)
AVERAGE_REACH = 70
"""Characters beside a figure in which words stand by which it is an average."""
_TOP = (
    r"(?:highest|worst|greatest|largest|biggest|longest|deepest|strongest|hottest|steepest|top|peak|peaks|peaked|maximum"
    r"|record|most)"
)
_BOTTOM = r"(?:lowest|smallest|least|shortest|weakest|coldest|minimum|bottom)"
_NEAR = r"\s(?:[\w'’-]{1,20}\s){0,6}$"
_EXTREMES: dict[str, re.Pattern[str]] = {
    "at most": re.compile(rf"\b{_TOP}{_NEAR}", re.IGNORECASE),
    "at least": re.compile(rf"\b{_BOTTOM}{_NEAR}", re.IGNORECASE),
}
"""Words before a bare number by which it is the limit itself: "the highest reading was 18 times the norm"."""


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Words at text[start:end] that say how a number is to be taken."""

    start: int
    end: int
    bound: BoundWord


@cache
def _words(side: str) -> tuple[re.Pattern[str], dict[str, BoundWord]]:
    table: dict[str, list[str]] = load_lexicon("units")["bounds"][side]
    meaning = {form: bound for bound, forms in table.items() for form in forms}
    forms = sorted(meaning, key=lambda form: (-len(form), form))
    choice = "|".join(re.escape(form).replace(r"\ ", r"\s{1,2}") for form in forms)
    pattern = (
        rf"(?<![\w-])({choice})(?:(?<!over)(?<!under)(?<!above)(?<!below)\s{{1,2}}an?(?=\s))?\s{{0,2}}$"
        if side == "before"
        else rf"(?:\s{{1,2}}|(?=\+))({choice})(?!\w)"
    )
    return re.compile(pattern, re.IGNORECASE), meaning  # type: ignore[return-value]


def find_bound_before(text: str, at: int) -> BoundWords | None:
    """The bounding words that end where a number, or its currency sign, begins."""
    return _find("before", text, max(0, at - REACH), at)


def find_bound_after(text: str, at: int) -> BoundWords | None:
    """The bounding words that follow a number or its unit."""
    return _find("after", text, at, at + REACH)


def _find(side: str, text: str, start: int, end: int) -> BoundWords | None:
    pattern, meaning = _words(side)
    if side == "before" and _LYING.search(text[max(0, end - REACH - REACH) : end]):
        return None
    found = pattern.search(text, start, end) if side == "before" else pattern.match(text, start, end)
    if not found:
        return None
    words = " ".join(found[1].lower().split())
    if words == "up to" and _RISEN.search(text[max(0, found.start() - REACH - REACH) : found.start()]):
        return None
    bound = meaning[words]
    is_limit = side == "before" and _NOBODY.search(text[max(0, found.start() - REACH) : found.start()])
    return BoundWords(found.start(1), found.end(1), "at most" if is_limit and bound == "more than" else bound)


def is_average(sentence: str, start: int, end: int) -> bool:
    """Whether the figure at sentence[start:end] is said to be an average: "14 months on average"."""
    before, behind = sentence[max(0, start - AVERAGE_REACH) : start], sentence[end : end + AVERAGE_REACH]
    return bool(_AVERAGE_BEFORE.search(before) or _AVERAGE_BEHIND.match(behind))


def is_extreme(sentence: str, start: int, bound: str) -> bool:
    """Whether the bare number at `start` is told as the most, of "at most", or as the least, of "at least"."""
    extremes = _EXTREMES.get(bound)
    return extremes is not None and extremes.search(sentence[max(0, start - AVERAGE_REACH) : start]) is not None
