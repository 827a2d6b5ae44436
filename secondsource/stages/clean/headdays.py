"""The day in a report's first lines, where it stands beside other words: "Print edition, 10 March 2026, p. 4"."""

import re
from collections.abc import Sequence
from functools import cache

from secondsource.model.reports import Credit
from secondsource.stages.clean.moments import cut_day, read_moment
from secondsource.stages.clean.stamps import is_stamp_word
from secondsource.text.lexicon import load_lexicon

HEAD = "day in the first lines"
"""Where such a day was read: it only suggests one."""

LONGEST = 16
"""Words of a line that is about the report."""

_APART = re.compile(r"[,/|·(–—-]\s?(?:\w+day,?\s)?$")
"""Before a day, what parts it from a name."""
_APART_BEHIND = re.compile(r"\s?[/|,]")
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")


@cache
def _beside() -> frozenset[str]:
    return frozenset(load_lexicon("bylines")["beside_day"])


def find_head_day(lines: Sequence[str]) -> tuple[Credit, ...]:
    """The day of the first of some lines that has one and says nothing else but who, where and in which issue."""
    for line in lines:
        if len(line.split()) > LONGEST or line.rstrip().endswith((".", "?", "!", ":")):
            continue
        sides = cut_day(line)
        if sides and not cut_day(" ".join(sides)) and _are_about_report(*sides) and (moment := read_moment(line)):
            return (Credit("published_at", moment, HEAD),)
    return ()


def _are_about_report(before: str, behind: str) -> bool:
    """Whether beside a day stand only words that belong there, or names set apart from it."""
    words = _WORD.findall(f"{before} {behind}")
    others = [word for word in words if word.lower().rstrip(".") not in _beside() and not is_stamp_word(word)]
    is_set_apart = _APART.search(before) or (not before and _APART_BEHIND.match(behind))
    return not others or (bool(is_set_apart) and all(word[0].isupper() for word in others))
