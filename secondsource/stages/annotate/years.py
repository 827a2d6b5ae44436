"""Years and their parts: "in March", "the spring of 2019", "the late 1940s"."""

from collections.abc import Mapping

from secondsource.stages.annotate.moments import (
    STEPS,
    YEAR_STEPS,
    Moment,
    Parts,
    Value,
    numbers_of,
    year_spoken_of,
)
from secondsource.text.lexicon import load_lexicon
from secondsource.text.numerals import to_number


def reckon_month(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "March", "last June", "March 2019"; without a year the last such month, in the future tense the next."""
    month = numbers_of("months")[parts["month"]]
    year = _year_said(parts, moment)
    if year is not None:
        return "date", f"{year}-{month:02}"
    if moment.anchor is None:
        return "date", f"XXXX-{month:02}"
    anchor, which = moment.anchor, parts.get("which", "")
    step = STEPS.get(which, 0)
    if step < 0 or (not step and moment.tense != "future" and which != "this"):
        latest = anchor.month - 1 if step else anchor.month
        return "date", f"{anchor.year - (month > latest)}-{month:02}"
    if which == "this":
        return "date", f"{anchor.year}-{month:02}"
    earliest = anchor.month + 1 if step else anchor.month
    return "date", f"{anchor.year + (month < earliest)}-{month:02}"


def reckon_months(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "every July"."""
    return "set", f"XXXX-{numbers_of('months')[parts['month']]:02}"


def _year_said(parts: Parts, moment: Moment) -> int | None:
    """The year in "March 2019" and "the spring of last year"."""
    if "year" in parts:
        return int(parts["year"])
    if "whichyear" in parts and moment.anchor:
        return moment.anchor.year + YEAR_STEPS.get(parts["whichyear"], 0)
    spoken = year_spoken_of(moment) if "thatyear" in parts else None
    return int(spoken) if spoken else None


def reckon_year(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "1961", "the year 1961", "'98", "nineteen ninety-eight"."""
    if "year" in parts:
        return "date", parts["year"]
    if "spelled" in parts:
        hundreds, _, rest = parts["spelled"].replace("-", " ").partition(" ")
        within, of = to_number(rest), to_number(hundreds)
        return ("date", f"{of * 100 + within:.0f}") if of and within and within < 100 else None
    short = int(parts["shortyear"])
    ahead = (moment.anchor.year if moment.anchor else 2050) % 100
    return (
        "date",
        f"{2000 + short if short <= ahead and (moment.anchor is None or moment.anchor.year >= 2000) else 1900 + short}",
    )


def reckon_decade(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "the late 1940s", "the nineties"."""
    if "decade" in parts:
        return "date", parts["decade"][:3] + "X"
    words: Mapping[str, int] = load_lexicon("calendar")["decades"]
    digit = int(parts["shortdecade"][0]) if "shortdecade" in parts else words[parts["decadeword"]]
    now = moment.anchor.year if moment.anchor else 2029
    century = 20 if 2000 + 10 * digit <= now and digit < 2 else 19
    return "date", f"{century}{digit}X"


_NTH = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}


def reckon_century(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "the 19th century"."""
    number = _NTH.get(parts["nth"]) or int(parts["nth"][:-2])
    return ("date", f"{number - 1:02}XX") if number else None


def reckon_season(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "last summer", "the winter of 1994"."""
    code = load_lexicon("calendar")["seasons"][parts["season"]]
    year = _year_said(parts, moment)
    if year is not None or moment.anchor is None:
        return "date", f"{'XXXX' if year is None else year}-{code}"
    first_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    anchor, step = moment.anchor, STEPS.get(parts.get("which", ""), 0)
    begun = anchor.month >= first_month
    if step > 0 or (moment.tense == "future" and step == 0 and parts.get("which") != "this"):
        return "date", f"{anchor.year + (1 if begun else 0)}-{code}"
    if step < 0:
        return "date", f"{anchor.year - (0 if anchor.month >= first_month + 3 else 1)}-{code}"
    return "date", f"{anchor.year if begun or parts.get('which') == 'this' else anchor.year - 1}-{code}"
