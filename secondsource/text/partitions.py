"""Partitions: a whole and parts that words hold apart, so that they add up: "of 30, 18 left; the other 12 stayed".

Numbers are found first and put as one sign each; the patterns then say how they belong together (lexicon/sums.toml).
"""

import re
from collections.abc import Iterator
from functools import cache
from math import hypot

from secondsource.text.bounds import find_bound_before
from secondsource.text.lexicon import load_lexicon
from secondsource.text.number_phrases import Numeral
from secondsource.text.plain_numbers import NUMBER, abstract_numbers, find_plain_numbers
from secondsource.text.totals import Total, half_step, is_no_count

NEAR = 0.3
"""Share of a whole by which parts may miss it that only their prepositions tie to it."""
_SOME_OF = re.compile(r"\bof\s(?:the\s|its\s|their\s|these\s|all\s)?$", re.IGNORECASE)
LEAD = 12
"""Characters of "of the" before a whole, of which the parts may then be but some."""
_IN = rf"[^{NUMBER}.;:?!“”]"
_OF = r"\bof\s(?:the\s|its\s|their\s|these\s|all\s)?"
_OWNER = r"(?:[\w’'-]{1,30}['’]s\s)?"
"""Whose the whole is: "of the party's 84 members"."""
_AND = r",?\s(?:and\s|while\s|but\s)?"
_NOT_ALL = re.compile(
    rf"\b(?:others?(?!\s{NUMBER})|remainder|among|some|several|many|most|mostly|mainly|another|each|apiece|every|costs?|prices?|fees?|fares?"
    r"|tickets?|admission|respectively|behind|ahead|between|average|odds|compared|so\sfar|percent|per\scent)\b|%",
    re.IGNORECASE,
)
_REST_BEHIND = re.compile(r"\W{0,2}\s?(?:and\s)?the\s(?:remaining|remainder|rest|others?)\b", re.IGNORECASE)
"""Behind a list, words by which it goes on with what is left of the whole."""
_NO_WORD = re.compile(r"(?:\s|-)?(?:%|per\s?cent\b|percent\b|(?:st|nd|rd|th)\b)", re.IGNORECASE)
ROUNDED = 0.02
"""Share of a number that may have been rounded off where parts are meant to make a whole."""


@cache
def _whole_forms() -> tuple[re.Pattern[str], ...]:
    """The patterns whose parts a, b and c are all of the whole w."""
    w, a, b, c = (rf"(?P<{name}>{NUMBER})" for name in "wabc")
    left = rf"(?:the\s(?:other|remaining)|the\srest,|(?:its|his|her|their)\s(?:other|remaining))\s{b}(?!\w)"
    group = "|".join(load_lexicon("sums")["group"]["nouns"])
    total = r"the\s(?:[a-z]+\s){1,3}"
    forms = (
        rf"{_OF}{w}{_IN}{{0,50}}\s{a}\s{_IN}{{2,70}}[,;.]{_AND}{left}",
        rf"{a}\sof\s(?:the\s|its\s|their\s|these\s|all\s)?{w}\s{_IN}{{2,70}}[,;.]{_AND}{left}",
        rf"(?:^|[.!?]\s){w}\s{_IN}{{3,70}}\.\s{a}\s{_IN}{{2,70}}[,;.]{_AND}{left}",
        rf"\b(?:{group})\sof\s{w}(?:\s[a-z]{{3,20}})?(?:,|\s[–—]|\s\()\s?{a}\s[a-z-]{{3,20}}\sand\s{b}\s[a-z-]{{3,20}}(?:,|\s[–—]|\)|\.|$)",
        rf"{w}\s{_IN}{{2,50}}\bbetween\s{_IN}{{2,40}}\({a}{_IN}{{0,12}}\)\sand\s{_IN}{{2,40}}\({b}{_IN}{{0,12}}\)",
        rf"\ball\s(?:of\sthe\s|the\s)?{w}\s[a-z]{{3,20}}\svoted{_IN}{{0,30}}[.,:;]\s{_IN}{{2,60}}\bby\s{a}\s(?:votes\s)?to\s{b},?\swith\s{c}\sabstentions?",
        rf"{a}\s(?:votes\s)?to\s{b},?\swith\s{c}\sabstentions?[,;.]{_IN}{{0,20}}\ball\s{w}\s(?:[a-z]{{3,20}}\s){{1,3}}(?:were|had|voted|took)\b",
        rf"{a}\s(?:votes\s)?to\s{b},\swith\s{c}\sabstentions?,\sin\sa\s(?:chamber|house|parliament|council)\sof\s{w}\s{_IN}{{0,12}}\bno\sseat\b",
        rf"{a}{_IN}{{2,50}}\sand\s{_IN}{{0,20}}{b}{_IN}{{2,50}}\b(?:have|has|hold|holds|had|held|won|make)\s{w}[^.;:?!]{{0,50}}\b(?:between\sthem|together|combined)\b",
        rf"{a}\smore\s{_IN}{{2,60}}\b(?:bringing|raising|taking|pushing|lifting)\s{total}from\s{b}\sto\s{w}",
        rf"\btogether\swith\sthe\s{a}\s{_IN}{{2,50}},\sthe\s{b}\s{_IN}{{2,50}}\sbrings?\s{total}to\s{w}",
        rf"{a},\s{b}\sand\s{c}\s[a-z]{{3,20}},\s{w}\s(?:together|in\sall|altogether|in\stotal)\b",
        rf"{w}(?:\s[a-z]{{3,12}})?:\s{NUMBER}\s[a-z]{{3,12}}\s{a},\s(?:the|a)\ssecond\s(?:[a-z]{{3,12}}\s)?{b},?\sand\s(?:the|a)\sthird\s(?:[a-z]{{3,12}}\s)?{c}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _open_forms() -> tuple[re.Pattern[str], ...]:
    """The patterns whose parts may exclude one another, so that they may be less than the whole, but never more."""
    w, a, of = rf"(?P<w>{NUMBER})", rf"(?P<a>{NUMBER})", rf"of\s(?:the\s|its\s|their\s|these\s|all\s)?{_OWNER}"
    last = rf"(?P<one>{_IN}{{1,90}}?)\s(?P<b>{NUMBER})(?P<other>{_IN}{{1,60}})"
    forms = (
        rf"\b{of}{w}{_IN}{{0,40}}\s{a}{last}",
        rf"{w}\s{_IN}{{0,40}}(?:,\sincluding|,\sof\swhom|,\sof\swhich|\sof\sthem)\s{a}{last}",
        rf"{a}\s(?:[a-z]{{3,20}}\s)?{of}{w}{last}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _exclusive() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Words that nobody is both of, each way round."""
    pairs = load_lexicon("sums")["exclusive"]["pairs"]
    words = {word: re.compile(rf"\b(?:{word})\b", re.IGNORECASE) for pair in pairs for word in pair}
    return tuple((words[one], words[other]) for pair in pairs for one, other in (pair, pair[::-1]))


def _exclude(found: re.Match[str]) -> bool:
    """Whether the words behind the two parts exclude one another."""
    return any(one.search(found["one"]) and other.search(found["other"]) for one, other in _exclusive())


@cache
def _listed_forms() -> tuple[re.Pattern[str], ...]:
    """The patterns whose parts one preposition makes alike: "64 were held, 41 on Friday and 23 on Saturday"."""
    w, place = rf"(?P<w>{NUMBER})", r"(?P<p>in|at|from|out\sof|on|by|for|to|under|near)\s"
    thing = r"(?:\sof\sthem)?(?:\s(?!out\b)[a-z][\w'’-]{0,20}){0,3}?\s"
    rest = rf"{_IN}{{2,50}}?"
    more = rf"(?:,\s(?P<b>{NUMBER}){thing}(?P=p)\s{rest})?(?:,\s(?P<c>{NUMBER}){thing}(?P=p)\s{rest})?"
    last = rf"(?:,?\sand|,)\s(?P<d>{NUMBER}){thing}(?P=p)\s{_IN}{{2,50}}?(?=[.;)]|$|\s[–—])"
    listed = rf"(?P<a>{NUMBER}){thing}{place}{rest}{more}{last}"
    behind = rf"(?P<a>{NUMBER})\sof\sthem{_IN}{{1,30}}?\s{place}{rest}{last}"
    forms = (rf"{w}\s{_IN}{{2,70}}(?:,|:|\s[–—]|\s\()\s?{listed}", rf"(?:^|[.!?]\s){w}\s{_IN}{{2,70}}\.\s{behind}")
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def find_wrong_partitions(text: str) -> Iterator[Total]:
    """Every whole of `text`, a paragraph, that parts which words hold apart do not make."""
    counts = [
        number for number in find_plain_numbers(text) if number.low == number.high and not is_no_count(text, number)
    ]
    if len(counts) < 3:  # a whole and two parts
        return
    signs, places = abstract_numbers(text, counts)
    for forms, is_open, near in (
        (_whole_forms(), False, 1.0),
        (_listed_forms(), False, NEAR),
        (_open_forms(), True, 1.0),
    ):
        for form in forms:
            for found in form.finditer(signs):
                if is_open and not _exclude(found):
                    continue
                if near < 1 and (_NOT_ALL.search(found[0]) or _is_fellow(signs, found)):
                    continue
                whole = places[found.start("w")]
                parts = [places[found.start(name)] for name in "abcd" if found.groupdict().get(name)]
                is_some = is_open or (
                    near < 1 and _SOME_OF.search(signs[max(0, found.start("w") - LEAD) : found.start("w")])
                )
                if _REST_BEHIND.match(signs, found.end()):
                    continue
                if _is_wrong(text, whole, parts, is_open=bool(is_some), near=near):
                    first, last = min(whole.start, parts[0].start), max(whole.end, parts[-1].end)
                    yield Total(first, last, whole.low, tuple(part.low for part in parts))


def _is_fellow(signs: str, found: re.Match[str]) -> bool:
    """Whether the preposition of the parts follows the whole too, which then is one of them: "42 for Holm, 18 for"."""
    return f" {found['p'].lower()} " in signs[found.end("w") : found.start("a")].lower()


def _is_wrong(text: str, whole: Numeral, parts: list[Numeral], *, is_open: bool, near: float) -> bool:
    numbers = (whole, *parts)
    if any(find_bound_before(text, n.start) or _NO_WORD.match(text, n.end) for n in numbers):
        return False
    if max(part.low for part in parts) >= whole.low:
        return False
    over = sum(part.low for part in parts) - whole.low
    if near == 1 and not is_open and over == -1 and len(parts) == 2:  # as one who died, told elsewhere
        return False
    slack = hypot(*(min(half_step(text[n.start : n.end], n), ROUNDED * n.low) for n in numbers))
    return slack < (over if is_open else abs(over)) <= near * whole.low
