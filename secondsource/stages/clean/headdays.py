"""The day in a report's first lines, where it stands beside other words: "Print edition, 10 March 2026, p. 4"."""

import re
from collections.abc import Sequence
from functools import cache

from secondsource.model.reports import Credit
from secondsource.stages.clean.moments import MONTH_NAMES, read_moment
from secondsource.stages.clean.stamps import is_stamp_word
from secondsource.text.lexicon import load_lexicon

HEAD = "day in the first lines"
"""Where such a day was read: it only suggests one."""

LONGEST = 12
"""Words of a line that is about the report."""

_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH_NAMES})\.?|(?:{MONTH_NAMES})\.?\s\d{{1,2}}(?:st|nd|rd|th)?),?\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)
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
        found = list(_DAY.finditer(line))
        if len(found) == 1 and _is_about_report(line, found[0]) and (moment := read_moment(line)):
            return (Credit("published_at", moment, HEAD),)
    return ()


def _is_about_report(line: str, day: re.Match[str]) -> bool:
    """Whether a line is short, no sentence, and has beside the day words that belong there, or names set apart."""
    words = _WORD.findall(f"{line[: day.start()]} {line[day.end() :]}")
    if len(words) > LONGEST or line.rstrip().endswith((".", "?", "!", ":")):
        return False
    others = [word for word in words if word.lower().rstrip(".") not in _beside() and not is_stamp_word(word)]
    is_set_apart = _APART.search(line[: day.start()]) or (day.start() == 0 and _APART_BEHIND.match(line, day.end()))
    return not others or (bool(is_set_apart) and all(word[0].isupper() for word in others))
