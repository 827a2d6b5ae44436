"""Presumed shares: "With more than half of the group gone", of counts told before, perhaps some paragraphs back.

A clause that takes for granted what it says rests on what the report has told: a share in it is of the whole that it
names, and of the part that was counted of it. What is said of the share must be said again of that part, or say nothing
that was not told: "gone", "out of order".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.stages.judge.counts import Count, find_counts
from secondsource.stages.judge.told_shares import OTHER_SCOPE
from secondsource.text.bounds import find_bound_before
from secondsource.text.rough_shares import RoughShare, find_rough_shares, fits_share
from secondsource.text.shares import Share
from secondsource.text.thesaurus import are_near, find_base_forms
from secondsource.text.wordings import content_words

FURTHEST = 28.0
"""Percentage points by which a share may be wrong and still be meant for the part."""
BACK = 12
"""Sentences from a share back to the counts that it is of."""
BESIDE = 3
"""Sentences from a whole to other numbers of which the share may be."""
LEAD = 80
"""Characters behind a share in which stands of whom it is."""
NAMED = 200
"""Characters before a whole "of these" in which stands what these are."""
_PRESUMES = re.compile(
    r"(?:^|[.!?;][”\"’]?\s|\n|,\s(?:and|but)\s)(?:and\s|but\s)?(?:with|since|as|because|now\sthat|given\sthat|seeing\sthat|considering\sthat|that)\s$",
    re.IGNORECASE,
)
_OF_NAMED = re.compile(
    r"\sof\s(?:the|its|their|his|her|these|those)\s(?:[a-z]{3,16}\s){0,1}?(?P<noun>[a-z]{3,20})\b(?P<said>[^.;:,?!“”]{0,60})",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    r"^(?:\s(?:are|is|was|were|be|being|been|have|has|had|now|already|either|simply))*\s(?:gone|lost|missing|away|out\b|down|dead|silent|useless|idle|broken"
    r"|unusable|closed|affected|do(?:es)?\snot|don['’]t|did\snot|can\s?not|could\snot|couldn['’]t)\b",
    re.IGNORECASE,
)
"""What may be said of a share of whatever befell the part."""
_GROUPS = frozenset(
    [
        "group", "staff", "party", "fleet", "flock", "herd", "team", "crew", "class", "faction", "workforce", "council",
        "chamber", "collection", "stock", "force", "choir", "total", "lot", "orchestra", "company", "board",
        "membership", "population", "congregation", "platoon", "caucus", "squad", "brigade", "order", "convoy",
    ]
)  # fmt: skip
"""Words for many things together, which may be any that were counted."""
_OF_THESE = re.compile(r"\sof\s(?:these|them|those)\b")
_LEFT = re.compile(r"\b(?:other|remaining|rest,)\s$", re.IGNORECASE)
_OF_OTHERS = re.compile(r"^\s(?:[a-z]+\s)?of\s(?!them\b|these\b|those\b)", re.IGNORECASE)


def find_wrong_presumed_shares(reading: Reading, stretch: Span, since: int) -> Iterator[Share]:
    """Every such share in a stretch of paragraphs, from the place `since` on, that its part and whole do not give."""
    text = stretch.of(reading.report.text)
    shares = [(one, told) for one in find_rough_shares(text) if one.start >= since if (told := _presumed(text, one))]
    counts = find_counts(reading, stretch) if shares else []
    starts, words = [one.start for one in reading.sentences], list(find_rough_shares(text))
    counts = [one for one in counts if not any(s.start < one.number.end and one.number.start < s.end for s in words)]
    for share, (noun, said) in shares:
        place = bisect_right(starts, stretch.start + share.start) - 1
        near = [one for one in counts if one.number.end <= share.start and place - one.sentence <= BACK]
        pairs = [(whole, part) for part in near if (whole := _whole_of(text, part, near, noun))]
        if not pairs:
            continue
        whole, part = pairs[-1]
        beside = [one for one in counts if one.number.start >= since or abs(one.sentence - whole.sentence) <= BESIDE]
        if _fits_any(share, whole, part, beside):
            continue
        is_other = OTHER_SCOPE.search(text[part.number.end : share.end + LEAD])
        is_meant = not is_other and abs(100 * part.number.low / whole.number.low - share.middle) <= FURTHEST
        if is_meant and (_LIGHT.match(said) or _is_said_again(text, part, said)):
            slack = share.most - share.middle
            yield Share(whole.number.start, share.end, part.number.low, whole.number.low, share.middle, slack)


def _whole_of(text: str, part: Count, near: Sequence[Count], noun: str) -> Count | None:
    """The last number before a part that is of the things the share names, where the part can be of it."""
    before = [one for one in near if one.number.end <= part.number.start and _is_named(text, one, noun)]
    return before[-1] if before and _is_part(text, before[-1], part) else None


def _fits_any(share: RoughShare, whole: Count, part: Count, counts: Sequence[Count]) -> bool:
    """Whether any two numbers told beside them give the share; what is left of the whole is another part of it."""
    left = whole.number.low - part.number.low
    lows = [one.number.low for one in counts if one.number.low != left and one.unit == whole.unit]
    return any(0 < one < other and fits_share(share, 100 * one / other) for one in lows for other in lows)


def _presumed(text: str, share: RoughShare) -> tuple[str, str] | None:
    """Of what a share is that its clause takes for granted, and what is said of it."""
    how = _PRESUMES.search(text[max(0, share.start - len("considering that ") * 2) : share.start])
    named = _OF_NAMED.match(text, share.end)
    return (named["noun"].lower(), named["said"]) if how and named else None


def _is_part(text: str, whole: Count, part: Count) -> bool:
    """Whether the second number is told as a part of the first, in its sentence or the next."""
    is_plain = not any(find_bound_before(text, one.number.start) for one in (whole, part))
    is_near = part.sentence - whole.sentence <= 1 and 1 < part.number.low < whole.number.low
    is_bare = part.unit is None and not part.noun and not _OF_OTHERS.match(text, part.number.end)
    return is_plain and is_near and is_bare and not _LEFT.search(text[: part.number.start])


def _is_named(text: str, whole: Count, noun: str) -> bool:
    """Whether a whole is of the things that the share names, or the share names but many things together."""
    forms = {noun, *find_base_forms(noun)}
    if whole.noun:
        return whole.noun in forms or bool(forms & _GROUPS)
    before = text[max(0, whole.number.start - NAMED) : whole.number.start].lower()
    return bool(_OF_THESE.match(text, whole.number.end)) and noun in before


def _is_said_again(text: str, part: Count, said: str) -> bool:
    """Whether the clause of the part says what is said of the share."""
    end = re.search(r"[.!?;](?:\s|$)", text[part.number.end :])
    told = _words(text[part.number.end : part.number.end + (end.start() if end else len(text))])
    is_against = " against " in f"{said} " and " against " in text[part.number.end :][: end.start() if end else None]
    return is_against or any(one == other or are_near(one, other) for one in _words(said) for other in told)


def _words(text: str) -> Sequence[str]:
    return [form for word in content_words(text) for form in (find_base_forms(word)[:1] or (word,))]
