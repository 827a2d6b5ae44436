"""Lengths of time as a text tells them, with the least and the most that their words can mean: "nearly two years"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.moments import Scale
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
    r"(?P<number>\d{1,3}(?:\.5|½)?|half\san?|a\squarter\sof\san?|three\squarters\sof\san|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a\shundred|the)"
)
_LENGTH = re.compile(
    r"(?<![\w.,$£€:-])(?:(?P<about>about|almost|nearly|some|around|roughly|up\sto|an?\slittle\sunder|just\s(?:over|under)|barely|close\sto)\s"
    r"|(?P<more>more\sthan|over|at\sleast|well\sover|a\slittle\s(?:more\sthan|over)|upwards\sof)\s|(?P<less>less\sthan|under|within|not\squite|fewer\sthan)\s"
    r"|(?P<exact>exactly|precisely|just|only)\s)?"
    rf"{_NUMBER}(?P<half>\sand\sa\shalf)?[\s-](?P<next>next\s|following\s|very\snext\s)?"
    r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?(?P<behind>\sand\sa\shalf)?\b"
    r"(?!-old|\sold\b|\sof\sage|\sa\s(?:day|week|month|year)\b|\sper\s)",
    re.IGNORECASE,
)
_TO_THE = re.compile(r"\bto\s$", re.IGNORECASE)
"""Before "the day": "ten years to the day" is one length, and no day."""
_EXACT = re.compile(r"(?:\s(?:ago|earlier|later))?,?\sto\sthe\s(?:very\s|same\s)?day\b", re.IGNORECASE)
_WORTHS = {
    "a": 1.0, "an": 1.0, "the": 1.0, "half a": 0.5, "half an": 0.5, "a quarter of a": 0.25, "a quarter of an": 0.25,
    "three quarters of an": 0.75, "a hundred": 100.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToldLength:
    """A length at text[start:end], from `least` to `most` of its scale; a step leaves less open than a stay does.

    `size` is its unit, `amount` how many of them; `is_exact` where it is told "to the day".
    """

    start: int
    end: int
    scale: Scale
    amount: float
    size: float
    least: float
    most: float
    is_exact: bool

    def fits(self, low: float, high: float, *, as_step: bool) -> bool:
        """Whether it can be what lies between two moments, of which `low` and `high` are the least and the most.

        A stay of days may count both its ends in; a step of days is told to the day.
        """
        slack = 0.0 if as_step and self.size == 1 and self.scale == "days" else self._slack
        return self.least - slack <= high and low <= self.most + slack

    @property
    def _slack(self) -> float:
        """How coarse its unit makes it: a day is counted in or not, minutes in fives are rounded ones."""
        if self.scale == "minutes" and self.size == 1:
            return 4.0 if self.amount % 5 == 0 else 1.0
        if self.is_exact:
            return TO_THE_DAY
        return max(1.0, _half(self.size, self.most))


def find_told_lengths(text: str) -> Iterator[ToldLength]:
    """Every length of time in `text`, in order; "the day after" and "the next day" are lengths of one day."""
    for found in _LENGTH.finditer(text):
        number, unit = " ".join(found["number"].lower().split()), found["unit"].lower()
        digits = float(number.replace("½", ".5")) if number[:1].isdigit() else None
        amount = _WORTHS.get(number) or digits or to_number(number)
        is_the = number == "the" and (unit != "day" or not _is_step(text, found))
        if not amount or is_the or _TO_THE.search(text[max(0, found.start() - 3) : found.start()]):
            continue
        scale, size = _UNITS[unit]
        amount += 0.5 * bool(found["half"] or found["behind"])
        length = amount * size
        least, most = length, length
        exact = bool(_EXACT.match(text, found.end()))
        if found["about"]:
            least, most = length * (1 - ROUGH), length * (1 + ROUGH)
        elif found["more"]:
            most = float("inf")
        elif found["less"]:
            least = 0.0
        elif scale == "days" and size >= MONTH and not (exact or found["exact"]):
            most = length + _half(size, length)
        yield ToldLength(found.start(), found.end(), scale, amount, size, least, most, exact)


def _half(size: float, length: float) -> float:
    """Half a unit, or the share of a length that a long unit leaves open."""
    return size / 2 if size <= YEAR else LOOSE * length


def _is_step(text: str, found: re.Match[str]) -> bool:
    return bool(found["next"]) or bool(re.match(r"\s(?:after|before)\b", text[found.end() : found.end() + 8]))
