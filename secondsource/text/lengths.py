"""Lengths of time as a text tells them, with the least and the most that their words can mean: "nearly two years"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.moments import DAY, Scale
from secondsource.text.numerals import to_number

MONTH = 30.44
"""Days, on average."""
YEAR = 365.25
"""Days, on average."""
TO_THE_DAY = 3.0
"""Days by which months that are told to the day may miss, being of 28 to 31 days, and a report tells of days around."""
LOOSE = 0.12
"""Share of a length in decades or centuries that these leave open."""
ROUGH = 0.25
"""Share of a length that "about" and the like may take from it or add."""
ROUND_FROM, ROUND_BY, ROUND_SHARE = 15, 5, 0.15
"""From so many on, multiples of so much are round numbers, of which "nearly" may lack such a share."""
_UNITS: dict[str, tuple[Scale, float]] = {
    "minute": ("minutes", 1.0),
    "hour": ("minutes", 60.0),
    "day": ("days", 1.0),
    "night": ("days", 1.0),
    "week": ("days", 7.0),
    "fortnight": ("days", 14.0),
    "month": ("days", MONTH),
    "year": ("days", YEAR),
    "decade": ("days", 10 * YEAR),
    "century": ("days", 100 * YEAR),
    "centurie": ("days", 100 * YEAR),
}
_NUMBER = (
    r"(?P<number>\d{1,3}(?:\.5|½)?|half\san?|a\squarter\sof\san?|three\squarters\sof\san|a\sdozen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a\shundred|the)"
)
_AND_PART = r"[\s-]and[\s-](?:an?[\s-]half|a[\s-]quarter|three[\s-]quarters?)"
_LENGTH = re.compile(
    r"(?<![\w.,$£€:-])(?:(?P<about>about|some|around|roughly|up\sto|just\sover|barely)\s"
    r"|(?P<nearly>almost|nearly|an?\slittle\sunder|just\s(?:under|short\sof)|close\sto|not\squite)\s"
    r"|(?P<more>more\sthan|over|at\sleast|well\sover|a\slittle\s(?:more\sthan|over)|upwards\sof)\s|(?P<less>less\sthan|under|within|fewer\sthan)\s"
    r"|(?P<exact>exactly|precisely|just|only)\s)?"
    rf"{_NUMBER}(?P<half>{_AND_PART})?[\s-](?P<next>next\s|following\s|very\snext\s)?"
    rf"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?(?P<behind>{_AND_PART})?\b"
    r"(?!-old|\sold\b|\sof\sage|\sa\s(?:day|week|month|year)\b|\sper\s)",
    re.IGNORECASE,
)
_SMALLER = re.compile(
    r"\s(?:and\s)?(?P<number>\d{1,2}|an?|[a-z]{3,9}(?:[\s-][a-z]{3,5})?)\s(?P<unit>minute|hour|day|week|month)s?\b",
    re.IGNORECASE,
)
"""Behind a length, what makes it longer: "ten hours and 45 minutes"."""
_PART_OF = {"minute": "hour", "hour": "day", "day": "week", "week": "month", "month": "year"}
"""Each unit with the one that it may follow."""
_TO_THE = re.compile(r"\bto\s$", re.IGNORECASE)
"""Before "the day": "ten years to the day" is one length, and no day."""
_EXACT = re.compile(r"(?:\s(?:ago|earlier|later))?,?\sto\sthe\s(?:very\s|same\s)?day\b", re.IGNORECASE)
_WORTHS = {
    "a": 1.0, "an": 1.0, "the": 1.0, "half a": 0.5, "half an": 0.5, "a quarter of a": 0.25, "a quarter of an": 0.25,
    "three quarters of an": 0.75, "a dozen": 12.0, "a hundred": 100.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToldLength:
    """A length at text[start:end], from `least` to `most` of its scale; a step leaves less open than a stay does.

    `size` is its unit, `amount` how many of them; `is_exact` where it is told "to the day", `is_plain` where no word
    such as "nearly" or "more than" stands before it.
    """

    start: int
    end: int
    scale: Scale
    amount: float
    size: float
    least: float
    most: float
    is_exact: bool
    is_plain: bool = True

    def fits(self, low: float, high: float, *, as_step: bool) -> bool:
        """Whether it can be what lies between two moments, of which `low` and `high` are the least and the most.

        A stay of days may count both its ends in; a step of days is told to the day.
        """
        slack = 0.0 if as_step and self.size == 1 and self.scale == "days" else self._slack
        return self.least - slack <= high and low <= self.most + slack

    @property
    def _slack(self) -> float:
        """What its unit leaves open; told to the day or in two units, little."""
        if self.is_exact and self.scale == "days":
            return TO_THE_DAY
        return _coarseness(self.scale, self.amount, self.size, self.most)


def find_told_lengths(text: str) -> Iterator[ToldLength]:
    """Every length of time in `text`, in order; "the day after" and "the next day" are lengths of one day."""
    taken = 0
    for found in _LENGTH.finditer(text):
        number, unit = " ".join(found["number"].lower().split()), found["unit"].lower()
        digits = float(number.replace("½", ".5")) if number[:1].isdigit() else None
        amount = _WORTHS.get(number) or digits or to_number(number)
        is_the = number == "the" and (unit != "day" or not _is_step(text, found))
        is_day = _TO_THE.search(text[max(0, found.start() - 3) : found.start()])
        if not amount or is_the or is_day or found.start() < taken:
            continue
        scale, size = _UNITS[unit]
        amount += _part(found["half"] or found["behind"])
        more, taken = _smaller(text, found.end(), unit)
        least, most = _bounds(found, scale, amount, size, exact=bool(_EXACT.match(text, taken)) or more > 0)
        exact = bool(_EXACT.match(text, taken))
        is_plain = not any(found[bound] for bound in ("about", "nearly", "more", "less"))
        amount += more / size
        yield ToldLength(found.start(), taken, scale, amount, size, least + more, most + more, exact, is_plain)


def _part(words: str | None) -> float:
    """What "and a half" and the like add to a number."""
    told = (words or "").lower()
    return 0.5 * ("half" in told) or (0.75 if "three" in told else 0.25 * ("quarter" in told))


def _smaller(text: str, end: int, unit: str) -> tuple[float, int]:
    """How much a smaller unit right behind a length adds to it, in its scale, and where that ends."""
    found = _SMALLER.match(text, end)
    if not found or _PART_OF[found["unit"].lower()] != unit:
        return 0.0, end
    number = found["number"].lower()
    amount = 1.0 if number in ("a", "an") else to_number(number)
    added = (amount or 0.0) * _UNITS[found["unit"].lower()][1]
    return (added, found.end()) if 0 < added < _UNITS[unit][1] else (0.0, end)


def _bounds(found: re.Match[str], scale: Scale, amount: float, size: float, *, exact: bool) -> tuple[float, float]:
    """The least and the most that the words of a length can mean, before what its unit leaves open."""
    length = amount * size
    if found["about"]:
        return length * (1 - ROUGH), length * (1 + ROUGH)
    if found["nearly"]:
        return length - shortfall(amount, size) + _coarseness(scale, amount, size, length), length
    if found["more"]:
        return length, float("inf")
    if found["less"]:
        return 0.0, length
    if scale == "days" and size >= MONTH and not (exact or found["exact"]):
        return length, length + _half(size, length)
    return length, length


def shortfall(amount: float, size: float) -> float:
    """By how much "nearly" may be less than its number: a unit, or the share of a round number that may be meant."""
    is_round = amount >= ROUND_FROM and amount % ROUND_BY == 0
    return max(1.0, ROUND_SHARE * amount if is_round else 0.0) * size


def _coarseness(scale: Scale, amount: float, size: float, most: float) -> float:
    """How coarse its unit makes a length: a day is counted in or not, minutes in fives are rounded ones."""
    if scale == "minutes" and size == 1:
        return 4.0 if amount % 5 == 0 else 1.0
    return max(1.0, _half(size, most))


def _half(size: float, length: float) -> float:
    """Half a unit, or the share of a length that a long unit leaves open."""
    return size / 2 if size <= YEAR else LOOSE * length


def are_one_length(one: float, unit: str | None, other: float, other_unit: str | None) -> bool:
    """Whether lengths in two units can be one, the coarser of them rounded: 22 days are three weeks."""
    ours, theirs = _UNITS.get(unit or ""), _UNITS.get(other_unit or "")
    if ours is None or theirs is None or ours == theirs:
        return False
    sizes = [size * (DAY if scale == "days" else 1.0) for scale, size in (ours, theirs)]
    return abs(one * sizes[0] - other * sizes[1]) <= max(sizes) / 2


def _is_step(text: str, found: re.Match[str]) -> bool:
    return bool(found["next"]) or bool(re.match(r"\s(?:after|before)\b", text[found.end() : found.end() + 8]))
