"""Our own words: counts that agree in grammar, and the labels of verdicts, kinds and manners."""

from collections.abc import Sequence

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
"""Numbers up to twelve are written out, as newspapers do."""

POINT_KINDS = {
    "quote": "Quote",
    "claim": "Claim",
    "figure": "Figure",
    "dating": "Date",
    "event": "Event",
    "agreement": "Agreement",
}

POINT_VERDICTS = {"agree": "agree", "differ": "differ", "denied": "denied", "single": "one source only"}

FINDING_KINDS = {
    "date": "Dates",
    "arithmetic": "Sums",
    "denial": "Denials",
    "figure": "Figures",
    "unit": "Units",
    "scope": "Scope",
    "attribution": "Who said it",
    "wording": "Wording",
    "update": "Later figures",
    "omission": "Left out",
}
"""In the order in which they are shown when their verdicts weigh the same."""

FINDING_VERDICTS = {
    "impossible": "cannot be as written",
    "denied": "denied",
    "differs": "differs",
    "changed": "changed",
    "lost": "source lost",
    "omitted": "left out",
}
"""The gravest first. None of them says what is true."""


def number(count: int) -> str:
    """A number in a sentence: "three", or "1,204" beyond twelve."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else f"{count:,}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "one report", "three reports"."""
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "A", "A and B", "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def opening(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def within(count: int, between: tuple[int, int]) -> str:
    """What follows a count that is not sure: ", perhaps only two" or ", perhaps two to four"; nothing where it is."""
    low, high = between
    if low == high:
        return ""
    if high <= count:
        return f", perhaps only {number(low)}"
    return f", perhaps {number(high)}" if low >= count else f", perhaps {number(low)} to {number(high)}"


def beside_badge(title: str, verdict: str) -> str:
    """The title of a finding beside the badge of its verdict, which need not be said twice."""
    said = f"{FINDING_VERDICTS.get(verdict, '')}: "
    return opening(title[len(said) :]) if title.lower().startswith(said) else title


def rests_on(reports: int, sources: int, between: tuple[int, int]) -> str:
    """The count that everything begins with: "Five reports rest on three independent sources, perhaps only two"."""
    verb = "rests" if reports == 1 else "rest"
    kind = "source" if reports == 1 else "independent source"
    return opening(f"{counted(reports, 'report')} {verb} on {counted(sources, kind)}{within(sources, between)}")


def letters(index: int) -> str:
    """A, B … Z, AA, AB …: the letter of the lineage with this index, counted from 0."""
    written = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        written = chr(ord("A") + rest) + written
    return written
