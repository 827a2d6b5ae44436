"""Celebrations: how old a thing is said to become, beside the year it began: "founded in 1875, turns 150 this year"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.numerals import find_numerals, to_number

NAMED = {
    "silver jubilee": 25, "silver wedding": 25, "golden jubilee": 50, "golden wedding": 50, "diamond wedding": 60,
    "centenary": 100, "centennial": 100, "sesquicentennial": 150, "bicentenary": 200, "bicentennial": 200,
    "tercentenary": 300, "tricentennial": 300, "quincentenary": 500,
}  # fmt: skip
LEEWAY = 1
"""Years by which a celebration may be off, being kept early or late."""
REACH = 160
"""Characters between the claim and the beginning."""
_NUMBER = r"(?P<number>\d{2,3}(?=\W)|[a-z]{3,9}(?:[\s-][a-z]{3,5})?)"
_ROUND = r"tenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth"
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TENTHS = {"tenth": 10, "hundredth": 100}
_ONES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9
}  # fmt: skip
_ORDINAL = rf"(?P<ordinal>\d{{2,3}}(?:st|nd|rd|th)|{_ROUND}|(?:{_TENS})-(?:{'|'.join(_ONES)}))"
_OWN = r"(?:its|their|his|her)"
_CLAIMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:turns|turned|is\sturning|will\sturn)\s{_NUMBER}(?=[,.;]|\s(?:this|on|in|and|today|next)\b)",
        rf"\b(?:is|be|become|becomes)\s{_NUMBER}\syears\sold\b",
        rf"\b(?:in|into|entering|enters|marks?|marking|celebrat\w+|begins?|starts?)\s{_OWN}\s{_ORDINAL}\syear\b(?!-)",
        rf"\b(?:{_OWN}|the|an?)\s{_ORDINAL}\s(?:birthday|anniversary|jubilee)\b(?!\sof\b)",
        rf"\bthe\s{_ORDINAL}\sanniversary\sof\s[^,.;:]{{3,50}},\s(?=(?:which\swas\s|that\swas\s|first\s)?[a-z]{{3,20}}\s(?:in|on)\b)",
        r"\b(?P<named>" + "|".join(name.replace(" ", r"\s") for name in NAMED) + r")\b",
    )
)
_MONTH = r"(?:[A-Z][a-z]{2,8}\s)?"
_BEGINNING = re.compile(
    r"\b(?i:founded|established|set\sup|built|inaugurated|launched|opened|opens|incorporated|formed|created|cast|dug|laid|signed|married|wed|begun|began|started|came\sinto\sbeing"
    r"|first\s(?:played|met|held|opened|printed|published|staged|sailed|lit|rung)|born|consecrated|declared|proclaimed|granted|chartered|invented|discovered)\s"
    rf"(?:[\w'’-]+\s){{0,4}}?(?:in|on)\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{_MONTH}(?P<year>(?:1[5-9]|20)\d\d)\b"
    r"|\b(?i:cast|built|founded|opened|dug|born)\s(?P<year2>(?:1[5-9]|20)\d\d)\b"
)
_GOES_ON = re.compile(
    r"[.!]\s(?:It|He|She|They)\s(?:had\s)?(?:was|were|been|had|first|opened|married|began|will|is|are|marks?|celebrates?|turns?)\b"
)
_KEPT_THEN = re.compile(
    r"\b(?:ago|earlier|later|had\s(?:just\s|already\s)?(?:marked|celebrated|kept)|when\s(?:it|he|she|they)\s(?:marked|celebrated|turned|kept)"
    r"|shortly|weeks?\s(?:before|after)|days?\s(?:before|after)|in\s(?:\w+)\syears|missed|never|live|lived|reach|hopes?|would\shave|until|short\sof)\b",
    re.IGNORECASE,
)
"""Words by which a day is one that was kept then, or may never be."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SENTENCE = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Celebration:
    """At text[start:end], a thing is said to become so many `years` old that began in `year`."""

    start: int
    end: int
    years: int
    year: int

    def fits(self, now: int) -> bool:
        """Whether it can be kept around the year `now`."""
        return abs(now - self.year - self.years) <= LEEWAY


def find_celebrations(text: str) -> Iterator[Celebration]:
    """Every such claim with the one beginning that stands in its sentence, or that the next goes on with."""
    for at, end in _stretches(text):
        stretch = text[at:end]
        claims = [claim for form in _CLAIMS for claim in form.finditer(stretch)]
        began = list(_BEGINNING.finditer(stretch))
        if len(claims) != 1 or len(began) != 1 or _is_kept_otherwise(stretch, claims[0]):
            continue
        years, year = _to_years(claims[0]), int(began[0]["year"] or began[0]["year2"])
        first, second = sorted((claims[0], began[0]), key=re.Match.start)
        if years and second.start() - first.end() <= REACH:
            yield Celebration(at + first.start(), at + max(first.end(), second.end()), years, year)


def _is_kept_otherwise(stretch: str, claim: re.Match[str]) -> bool:
    """Whether a day that may be kept at any time, as "a fortieth birthday", is told of another time than now."""
    is_loose = (claim.groupdict().get("ordinal") or "") != "" and "year" not in claim[0]
    return is_loose and bool(_KEPT_THEN.search(stretch) or len(_YEAR.findall(stretch)) > 1)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Each sentence, with the next where that goes on about the same thing."""
    borders = [0, *(found.end() for found in _SENTENCE.finditer(text)), len(text)]
    for index in range(len(borders) - 1):
        start, end = borders[index], borders[index + 1]
        goes_on = _GOES_ON.match(text, end - 2) if end < len(text) else None
        yield start, borders[index + 2] if goes_on else end


def _to_years(claim: re.Match[str]) -> int | None:
    groups = claim.groupdict()
    if groups.get("named"):
        return NAMED[" ".join(claim["named"].lower().split())]
    if groups.get("ordinal") and not claim["ordinal"][0].isdigit():
        tens, _, ones = claim["ordinal"].lower().partition("-")
        return int(to_number(tens.replace("ieth", "y")) or _TENTHS[tens]) + _ONES.get(ones, 0)
    if groups.get("ordinal"):
        numbers = find_numerals(claim["ordinal"])
        return int(numbers[0].low) if len(numbers) == 1 and numbers[0].kind == "ordinal" else None
    years = to_number(claim["number"].lower())
    return int(years) if years and years >= 10 else None
