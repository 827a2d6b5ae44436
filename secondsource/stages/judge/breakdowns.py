"""Breakdowns: a whole, and a run of numbers beside it that are of the same things and are meant to make it.

Nothing is asked of the words between: that three numbers or more without a noun of their own follow a number of things,
or come before it, and nearly make it, is seldom chance. What the run makes too much cannot be; that it lacks something
must be shown: by words that close it, or by a slip of one digit.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import hypot

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.stages.judge.counts import Count, find_counts
from secondsource.text.bounds import find_bound_before
from secondsource.text.number_phrases import Numeral
from secondsource.text.slips import is_round_slip
from secondsource.text.thesaurus import are_near
from secondsource.text.totals import Total, half_step

NEAR = 0.15
"""Share of a whole by which its parts may miss it."""
FEWEST, MOST = 3, 9
"""Parts of a run: fewer come near a number by chance."""
LEAST = 8
"""A smaller whole is nearly made by any numbers."""
MOST_PASSED = 2
"""Numbers of other things that may stand between two parts."""
ROUNDED = 0.02
"""Share of a number that may have been rounded off."""
WIDEST = 2
"""Sentences that end between two neighbours of a run."""
_NOT_ALL = re.compile(
    r"\b(?:others|(?:the|its|their)\srest|remainder|among|including|includes?|some|several|many|mostly|mainly|each|apiece|every|respectively"
    r"|behind|ahead|average|compared|so\sfar|earlier|previous|than|(?:up|down|rose|fell)\sfrom|both|too|also|as\swell|again|twice|alone|only|last\syear|years?\s(?:ago|before)"
    r"|others?(?!\s(?:\d|[a-z]{3,9}\b))|at\sleast|still|yet|January|February|March|April|June|July|August|September|October|November|December|if|or)\b"
)
"""Words by which the numbers leave some out, count some twice, or are of several times."""
_CLOSES = re.compile(
    r"\b(?:consists?|comprises?|made\sup|makes?\sup|composed|divided|split|shared?|in\sall|altogether|together|in\stotal|all\stold|total|combined|sum"
    r"|remaining|(?:that|this|it)\s(?:is|makes|made|comes|came|brings))\b|(?<=\S):\s",
    re.IGNORECASE,
)
"""Words by which parts are all of their whole."""
_OF_ALL = re.compile(r"(?:^|[.;:!?“\"]\s|,\s)of\s(?:the\s|these\s|those\s|its\s|their\s|all\s){0,2}$", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|these|those|all)\s$", re.IGNORECASE)
_BESIDE = 24


def find_wrong_breakdowns(reading: Reading, block: Span) -> Iterator[Total]:
    """Every whole of a paragraph that the run of numbers beside it is meant to make and does not."""
    text = block.of(reading.report.text)
    counts = find_counts(reading, block)
    told: set[int] = set()
    for index, whole in enumerate(counts):
        for run in (_run(text, whole, counts[index + 1 :]), _run(text, whole, counts[:index][::-1])[::-1]):
            if whole.number.start not in told and _is_wrong(text, whole, run, counts):
                told.add(whole.number.start)
                first, last = min(whole.number.start, run[0].number.start), max(whole.number.end, run[-1].number.end)
                yield Total(first, last, whole.number.low, tuple(one.number.low for one in run))


def _run(text: str, whole: Count, beside: Sequence[Count]) -> list[Count]:
    """The numbers next to a whole, away from it, that are of the same things, up to the first that breaks the run."""
    found: list[Count] = []
    passed = 0
    for one in beside:
        last = found[-1] if found else whole
        if abs(one.sentence - last.sentence) > WIDEST or len(found) == MOST:
            break
        if not _is_alike(whole, one):
            passed += 1
            if passed > MOST_PASSED:
                break
            continue
        if one.number.low >= whole.number.low or find_bound_before(text, one.number.start):
            return []
        found.append(one)
    return found


def _is_alike(whole: Count, one: Count) -> bool:
    """Whether a number may be a part: of the same unit, or of the same things, or of none that it names."""
    if whole.unit or one.unit:
        return whole.unit == one.unit or (not one.unit and not one.noun)
    return not one.noun or one.noun == whole.noun or are_near(one.noun, whole.noun)


def _is_wrong(text: str, whole: Count, run: Sequence[Count], counts: Sequence[Count]) -> bool:
    if len(run) < FEWEST or whole.number.low < LEAST or find_bound_before(text, whole.number.start):
        return False
    numbers = [one.number for one in run]
    over = sum(one.low for one in numbers) - whole.number.low
    slack = _slack(text, [whole.number, *numbers])
    if not slack < abs(over) <= NEAR * whole.number.low or _is_made(text, whole, counts, over):
        return False
    start, end = min(whole.number.start, numbers[0].start), max(whole.number.end, numbers[-1].end)
    stop = re.search(r"[.!?](?:\s|$)", text[end:])
    stretch = text[start : end + (stop.start() if stop else len(text))]
    if _NOT_ALL.search(stretch) or not _is_ended(text, run) or not _is_elliptic(whole, run):
        return False
    is_closed = _is_closed(text, whole, run, stretch, over)
    if not is_closed and whole.deed and whole.verb != run[0].verb and whole.deed == run[0].deed:
        return False  # a fellow, and no whole: "the bridge cost … the road cost …"
    return is_parted(run) and (over > 0 or is_closed)


def is_parted(run: Sequence[Count]) -> bool:
    """Whether nothing can be counted twice: "64 were from the town, 41 were women" can."""
    verbs = {one.verb: one for one in run}
    had = sum(one.deed == "have" and one.manner.startswith("dobj") for one in verbs.values())
    return had < 2 and len({one.manner for one in verbs.values() if one.deed == "be" and one.manner}) < 2


def _is_closed(text: str, whole: Count, run: Sequence[Count], stretch: str, over: float) -> bool:
    """Whether the run is told as all of its whole, or misses it by a slip of the pen."""
    lead = text[max(0, whole.number.start - _BESIDE) : whole.number.start]
    is_after = whole.number.start > run[-1].number.start
    if is_after:
        return bool(_CLOSES.search(stretch)) or (bool(_THE.search(lead)) and any(o.noun == whole.noun for o in run))
    is_slip = is_round_slip(whole.number.low + over, whole.number.low)
    return is_slip and bool(_CLOSES.search(stretch) or _OF_ALL.search(lead))


def _is_ended(text: str, run: Sequence[Count]) -> bool:
    """Whether the run comes to an end: with "and", or with a sentence for each part."""
    gaps = [text[one.number.end : other.number.start] for one, other in pairwise(run)]
    return bool(re.search(r"\b(?:and|plus)\b|[;.!?]\s", gaps[-1])) and all(
        re.search(r"[,;.!?]|\band\b", g) for g in gaps
    )


def _is_elliptic(whole: Count, run: Sequence[Count]) -> bool:
    """Whether the parts leave their noun out, or all of them name it, or one unit holds for them."""
    if whole.unit:
        return True
    named = [one for one in run[1:] if one.noun]
    return not named or all(one.noun for one in run)


def _is_made(text: str, whole: Count, counts: Sequence[Count], over: float) -> bool:
    """Whether some of the paragraph's numbers do make the whole, or one is just what the run misses it by."""
    others = [one.number for one in counts if one.number != whole.number and _is_alike(whole, one)]
    if len(others) > MOST + WIDEST or any(one.low == abs(over) for one in others):
        return True
    choices = (choice for size in range(2, len(others) + 1) for choice in combinations(others, size))
    return any(abs(sum(n.low for n in c) - whole.number.low) <= _slack(text, [whole.number, *c]) for c in choices)


def _slack(text: str, numbers: Sequence[Numeral]) -> float:
    return hypot(*(min(half_step(text[n.start : n.end], n), ROUNDED * n.low) for n in numbers))
