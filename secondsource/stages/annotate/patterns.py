"""Patterns: what the words that name a time look like, as regular expressions put together from named pieces."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from secondsource.text.lexicon import load_lexicon

NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen"
)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word)))


def _names(table: Mapping[str, Any]) -> str:
    return _any_of(entry["forms"][0] for entry in table.values())


def _capitals(words: str) -> str:
    """The words with a capital and in capitals: "may" is no month."""
    return f"{words}|{words.upper()}"


def _forms(table: Mapping[str, Any]) -> str:
    return _any_of(form for entry in table.values() for form in entry["forms"])


@cache
def _fragments() -> dict[str, str]:
    """The named pieces that patterns are made of; {S} is the space between two words."""
    words = load_lexicon("calendar")
    number_word = _any_of(NUMBER_WORDS.split())
    plural = _any_of(form for unit in words["units"].values() for form in unit["forms"] if form.endswith("s"))
    return {
        "S": r"\s{1,3}",
        "MONTH": rf"(?P<month>(?-i:{_capitals(_forms(words['months']))}))\b",
        "WEEKDAY": rf"(?P<weekday>(?-i:{_capitals(_names(words['weekdays']))}))\b",
        "ANYDAY": rf"(?-i:{_capitals(_forms(words['weekdays']))})\b",
        "COUNTED": rf"(?-i:{_capitals(_forms(words['months']))})\s\d{{1,2}}\s"
        r"(?:people|men|women|children|(?!this\b|does\b|plus\b)[a-z]{3,20}s)\b",
        "SEASON": rf"(?P<season>{_any_of(words['seasons'])})\b",
        "DAYPART": rf"(?P<daypart>{_any_of(words['dayparts'])})\b",
        "UNIT": rf"(?P<unit>{_forms(words['units'])})\b",
        "UNITS": rf"(?P<unit>{plural})\b",
        "YEAR": r"(?P<year>(?:1[0-9]|2[01])\d\d)(?![\d%]|,\d|\.\d)",
        "THATYEAR": r"{S}of{S}(?P<thatyear>that{S}year|the{S}same{S}year)",
        "DAY": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[:,.]\d|%)\b",
        "NUMBER": r"(?P<number>\d{1,3}(?:,\d{3}){0,2}(?:\.\d{1,3})?(?:\s\d/\d)?"
        rf"|(?:a\s(?=hundred|thousand|dozen))?(?:{number_word})(?:[\s-]{{1,3}}(?:and\s)?(?:{number_word})){{0,5}})"
        r"(?P<half>[\s-]and[\s-]a[\s-]half|½)?(?:[\s-](?:to|or)[\s-](?:\d{1,3}|"
        rf"(?:{number_word})))?",
        "SOME": r"(?P<vague>an?{S}few|the{S}few|a{S}couple(?:{S}of)?|several|many|few|some|couple{S}of|recent)",
        "ABOUT": r"(?:(?:more|less|fewer|no{S}more|no{S}less|not{S}more){S}than{S}|at{S}(?:least|most){S}|nearly{S}"
        r"|almost{S}|about{S}|around{S}|roughly{S}|approximately{S}|over{S}|some{S}|up{S}to{S}|under{S}|only{S}"
        r"|just{S}|exactly{S}|precisely{S}|barely{S})",
        "EARLY": r"(?:(?:very{S})?(?:(?:early|earlier|late|later|mid|sometime)[\s-]{1,3}(?:in{S}|on{S})?"
        r"|(?:the{S})?(?:end|beginning|start|middle|close|first{S}half|second{S}half){S}of{S}))",
        "WHICH": r"(?P<which>last|this|next|this{S}past|past|this{S}coming|coming|previous|following|same|that"
        r"|that{S}same|this{S}same|current|upcoming|prior|preceding|latest)",
        "ZONE": r"(?:(?-i:[A-Z]{2,4})|local{S}time|(?:Eastern|Central|Pacific|Moscow|London){S}time)\b",
    }


_PATTERNS = (
    (
        "half",
        r"(?:the{S})?(?P<nth>first|second|last){S}half{S}of{S}(?:{YEAR}|(?P<whichyear>last|this|next|the){S}year)",
    ),
    (
        "day",
        r"(?:(?<!\bin\s)|(?!{COUNTED}))(?:{ANYDAY}\.?,?{S})?(?:(?P<which>last|this|next|this{S}past){S})?{MONTH}\.?{S}{DAY}(?:(?:,{S}?|{S}){YEAR}|{THATYEAR})?",
    ),
    (
        "day",
        r"(?:{ANYDAY}\.?,?{S})?(?:the{S})?{DAY}{S}(?:of{S})?{MONTH}(?:\.(?=,?{S}\d))?(?:(?:,{S}?|{S}){YEAR}|{THATYEAR})?",
    ),
    (
        "written",
        r"(?<![\d-])(?P<year>[12]\d{3})-(?P<monthnumber>0[1-9]|1[0-2])-(?P<day>[0-3]\d)"
        r"(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?!\d)",
    ),
    (
        "slashed",
        r"(?<![\d/.-])(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:[12]\d)?\d\d)(?![\d/])",
    ),
    (
        "month",
        r"{EARLY}?(?:(?:the{S})?{WHICH}{S})?{MONTH}(?:,?{S}(?:of{S})?(?:{YEAR}|(?P<whichyear>last|this|next){S}year)|{THATYEAR})?",
    ),
    ("month", r"(?P<month>(?-i:{SHORTMONTH}))\.(?:,?{S}{YEAR})?"),
    ("year", r"(?:{EARLY}|(?:the{S})?year{S})?{YEAR}"),
    (
        "year",
        r"(?:the{S}year{S})?(?P<spelled>nineteen{S}(?:{NUMBERWORD})(?:[\s-](?:{NUMBERWORD}))?)(?![\s-](?-i:[a-z]{1,12}s)\b)",
    ),
    ("year", r"(?<!\w)['’](?P<shortyear>[0-9]\d)(?!['’]?s|\d|\w)"),
    (
        "decade",
        r"(?:the{S})?{EARLY}?(?:the{S})?(?:(?P<decade>(?:1[0-9]|20)\d0)|['’](?P<shortdecade>\d0)|(?P<decadeword>{DECADES}))['’]?s?(?<=s)\b",
    ),
    ("century", r"(?:the{S})?{EARLY}?(?P<nth>\d{1,2}(?:st|nd|rd|th)|{NTH})[\s-]century\b"),
    (
        "season",
        r"(?:the{S})?{EARLY}?(?:{WHICH}{S}|the{S})?{SEASON}(?:{S}(?:of{S})?(?:{YEAR}|(?P<whichyear>last|this|next){S}year))?",
    ),
    (
        "quarter",
        r"(?:the{S})?(?:(?P<nth>first|second|third|fourth)[\s-]{1,3}quarter|Q(?P<q>[1-4]))\b(?:{S}(?:of{S})?(?:{YEAR}|(?P<whichyear>last|this|next){S}year))?",
    ),
    (
        "quarter",
        r"(?:the{S})?(?:(?:fiscal{S})?{YEAR}|(?P<whichyear>last|this|next){S}year(?:['’]s)?){S}(?:fiscal{S})?(?:(?P<nth>first|second|third|fourth)[\s-]{1,3}quarter|quarter|period)\b",
    ),
    (
        "yearbefore",
        r"(?:(?:the|a|its){S})?(?:(?:comparable|same|corresponding){S})?year-(?:ago|earlier|before){S}(?:fiscal{S})?(?:(?P<nth>first|second|third|fourth)[\s-]{1,3})?(?:quarter|period)\b",
    ),
    ("yearbefore", r"(?:the{S})?year-(?:ago|earlier)\b"),
    (
        "yearbefore",
        r"(?:the{S})?(?:comparable|same|corresponding|like){S}(?:quarter|period){S}(?:of{S}|in{S})?(?:last{S}year|the{S}(?:previous|prior|preceding|year){S}(?:year|before|earlier)|(?:a{S}|one{S})year{S}(?:ago|earlier|before)|the{S}year-(?:ago|earlier))\b",
    ),
    (
        "definite",
        r"{EARLY}?(?:the|its){S}(?:(?:full|whole|entire|calendar|fiscal){S})?(?P<unit>weekend|week|month|quarter|year)\b(?=(?P<ended>{S}end(?:ed|ing)\b(?:{S}(?P<endmonth>(?-i:{MONTHNAMES})))?)?)",
    ),
    (
        "holiday",
        r"(?:(?P<which>last|this|next|this{S}past|this{S}coming){S})?(?P<holiday>(?-i:{HOLIDAYS}))\b(?:,?{S}{YEAR})?",
    ),
    (
        "weekday",
        r"{EARLY}?(?:(?:the{S})?{WHICH}{S})?{WEEKDAY}(?:{S}{DAYPART})?(?:{S}(?:of{S})?(?P<whichweek>last|this|next){S}week)?",
    ),
    ("weekdays", r"(?:(?:every|each){S}{WEEKDAY}(?:{S}{DAYPART})?|(?P<weekdays>{DAYS})s\b)"),
    (
        "today",
        r"{EARLY}?(?P<deictic>today|yesterday|tomorrow|tonight|the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow)\b(?:{S}{DAYPART})?",
    ),
    ("today", r"{EARLY}?(?P<deictic>this|last|that){S}{DAYPART}"),
    ("today", r"(?P<deictic>the{S}(?:next|following|same|previous)){S}{DAYPART}"),
    ("today", r"(?<=\bin\s)(?P<deictic>the){S}(?:(?:early|late){S})?(?P<daypart>morning|afternoon|evening)\b"),
    ("today", r"(?P<deictic>(?P<daypart>overnight))\b"),
    ("period", r"{EARLY}?(?:the{S})?{WHICH}{S}(?P<unit>day|weekend|week|month|quarter|year|decade|century)\b"),
    (
        "beside",
        r"(?:the{S}|a{S}|one{S})(?P<unit>day|week|month|year|decade){S}(?P<side>before|earlier|later|prior)\b(?!{S}(?:yesterday|the|he|she|they|it|his|her|a)\b)",
    ),
    ("ago", r"{ABOUT}?(?:{NUMBER}|{SOME}|(?P<one>an?))[\s-]{1,3}{UNIT}[\s-]{1,3}(?P<side>ago|earlier|later)\b"),
    ("ago", r"{UNITS}{S}(?P<side>ago|earlier|later)\b"),
    (
        "duration",
        r"(?:(?:the|these|those|his|her|its|their){S})?(?:{ABOUT}|(?:last|past|next|first|coming|previous|final|recent|latest){S}){0,2}(?:{NUMBER}|{SOME})[\s-]{1,3}(?:(?:more|full|consecutive|straight|additional|long|whole|fiscal|trading|business|calendar|working){S})?{UNIT}(?:[\s-]long)?(?![\s-]{1,2}olds?\b)",
    ),
    ("duration", r"{ABOUT}?(?P<number>half){S}an?{S}(?P<unit>hour|year|day|century|decade|minute)\b"),
    (
        "duration",
        r"{ABOUT}?(?P<one>an?)[\s-]{1,3}(?P<unit>hour|minute|week|day|month|year|decade|century|fortnight)\b(?P<half>{S}and{S}a{S}half)?",
    ),
    ("duration", r"(?:the{S})?(?P<vague>recent|coming|past){S}{UNITS}"),
    ("duration", r"(?P<unit>years|months|weeks|decades|centuries|hours)\b"),
    ("duration", r"(?:(?<=\bfor\s)|(?<=\bwithin\s))(?P<unit>days|minutes|seconds)\b"),
    ("sets", r"(?:every|each){S}(?:{NUMBER}{S})?{UNIT}"),
    ("months", r"(?:every|each){S}{MONTH}"),
    ("repeating", r"(?P<repeating>{REPEATING})\b"),
    (
        "clock",
        r"{ABOUT}?(?<![\d:.,])(?P<hour>1[0-2]|0?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<noon>[ap])(?:\.\s?m\b\.?|m\b)(?:{S}{ZONE})?",
    ),
    ("clock", r"(?<![\d:.,-])(?P<hour>2[0-3]|[01]?\d):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:{S}?{ZONE})"),
    ("clock", r"(?<![\d:.,-])(?P<hour>2[0-3]|[01]\d)(?P<minute>[0-5]\d){S}(?:GMT|UTC|[A-Z]{1,3}ST|hours|hrs)\b"),
    (
        "clock",
        r"(?P<hourword>\d{1,2}|{NUMBERWORD}){S}o['’]clock\b(?:{S}in{S}the{S}(?P<daypart>morning|afternoon|evening))?",
    ),
    (
        "clock",
        r"(?:(?<=\bat\s)|(?<=\buntil\s))(?P<hourword>\d{1,2}|{NUMBERWORD}){S}in{S}the{S}(?P<daypart>morning|afternoon|evening)\b",
    ),
    ("clock", r"(?P<noon>noon|midnight|midday)\b"),
    ("vague", r"(?P<vague>{VAGUE})\b"),
)
"""Every pattern by name; where two overlap, the longer is believed, then the earlier in this list."""


NEEDS: Mapping[str, tuple[str, ...]] = {
    "century": ("century",),
    "season": ("spring", "summer", "autumn", "fall", "winter"),
    "quarter": ("quarter", "period", "q1", "q2", "q3", "q4"),
    "yearbefore": ("year-", "quarter", "period"),
    "definite": ("week", "month", "quarter", "year"),
    "half": ("half",),
    "weekday": ("day",),
    "weekdays": ("days", "every ", "each "),
    "today": (
        "today",
        "tomorrow",
        "yesterday",
        "night",
        "morning",
        "noon",
        "evening",
        "dawn",
        "midday",
        "dusk",
        "lunch",
    ),
    "beside": ("before", "earlier", "later", "prior"),
    "ago": ("ago", "earlier", "later"),
    "sets": ("every", "each"),
    "months": ("every", "each"),
    "repeating": ("ly",),
}
"""Letters without which a pattern need not be tried: looking for them is a hundred times as fast."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern's name, and the pattern."""

    kind: str
    pattern: re.Pattern[str]

    def may_fit(self, lowered: str) -> bool:
        """Whether the pattern could fit somewhere in a text, given in small letters."""
        needs = NEEDS.get(self.kind)
        return needs is None or any(need in lowered for need in needs)


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every pattern, put together; they fit only where a word begins."""
    words = load_lexicon("calendar")
    special = {
        "DECADES": _any_of(words["decades"]),
        "NTH": "nineteenth|twentieth|eighteenth|seventeenth|sixteenth",
        "NUMBERWORD": rf"(?:{_any_of(NUMBER_WORDS.split())})\b",
        "MONTHNAMES": _forms(words["months"]),
        "SHORTMONTH": _any_of(form for entry in words["months"].values() for form in entry["forms"][1:]),
        "DAYS": _any_of(entry["forms"][0] for entry in words["weekdays"].values()),
        "HOLIDAYS": "|".join(
            name.replace("'", "['’]").replace("\\ ", "{S}") for name in _forms(words["holidays"]).split("|")
        ),
        "REPEATING": _any_of(words["repeating"]),
        "VAGUE": _any_of(phrase for phrases in words["vague"].values() for phrase in phrases),
    }
    return tuple(
        Rule(kind, re.compile(r"(?<![\w$£€])(?=[\w'’])" + _fill(pattern, special), re.IGNORECASE))
        for kind, pattern in _PATTERNS
    )


def _fill(pattern: str, special: dict[str, str]) -> str:
    pieces = _fragments() | special
    for _ in range(3):
        pattern = re.sub(r"\{([A-Z]+)\}", lambda name: pieces[name[1]], pattern)
    return pattern
