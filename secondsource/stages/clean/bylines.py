"""By-lines: "By Ann Ode in Split, Harbour Gazette" taken apart into persons, outlets and agencies."""

import re
from dataclasses import dataclass
from functools import cache

from secondsource.stages.clean.names import to_name
from secondsource.stages.clean.publishers import find_agency, find_outlet, is_agency_name, is_outlet_name
from secondsource.text.lexicon import load_lexicon
from secondsource.text.rarity import share_of_reports

LONGEST_BYLINE = 25
"""Words. Longer lines that begin with "By" are sentences."""

LONGEST_NAMES = 12
"""Words of a line of names without "By": two persons, their places and a job."""

SURNAME_SHARE = 0.004
"""Share of reports in which a surname may stand as a word; "Zealand" and "trending" are in 12 of 2,803 (0.0043)."""

_ENUMERATION = re.compile(r"\s{0,9}(?:[,;&|]|\sand\s)\s*")
_PART = re.compile(
    r"\s{0,9}(?:[|•·;/]|\s[-–—]\s|,|\s&\s|\s(?:and|[Ff]or|und|with|at|im (?:Gespräch|Interview) mit"
    r"|in conversation with|interviewed by)\s)\s*"
)
_PLACE = re.compile(r"\s(?:in|from)\s(?=[A-Z])")
_CAPITALS = re.compile(r"[A-Z]{2,6}$")


@dataclass(frozen=True, slots=True)
class Byline:
    """Whom a by-line names: persons, outlets and agencies, each in its order."""

    authors: tuple[str, ...]
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]


@cache
def _opening() -> re.Pattern[str]:
    opens = sorted(load_lexicon("bylines")["opens"], key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, opens))})(?:\s?[:：]\s{{0,3}}|\s{{1,3}}(?:by\s{{1,3}})?)", re.IGNORECASE
    )


def opening_end(line: str) -> int:
    """Where the names begin in a by-line: after "By" or the like, if it begins so."""
    opening = _opening().match(line)
    return opening.end() if opening else 0


def read_byline_line(line: str) -> Byline | None:
    """What a line says that is a by-line as a whole, opened by "By" or the like; None when it is none."""
    opening = _opening().match(line)
    if not opening or len(line.split()) > LONGEST_BYLINE or line.rstrip()[-1:] in '?!”"':
        return None
    byline = read_byline(line[opening.end() :])
    named = byline.authors or byline.outlets or byline.agencies
    return byline if named and not _is_sentence(line[opening.end() :], byline) else None


def read_people(line: str) -> tuple[str, ...]:
    """The persons that a line without "By" names, where it names nothing else than them, their place and their job."""
    if (
        opening_end(line)
        or len(line.split()) > LONGEST_NAMES
        or line[-1:] in ".!?:"
        or any(mark.isdigit() for mark in line)
    ):
        return ()
    named = [_PLACE.split(part, maxsplit=1) for part in _ENUMERATION.split(line) if part]
    if any(not word[0].isupper() for _, *places in named for place in places for word in place.split()):
        return ()
    parts = [part for part, *_ in named if part]
    people = [to_name(_without_job(part)) for part in parts if not _ends_as_job(part)]
    return tuple(dict.fromkeys(name for name in people if name)) if all(people) else ()


def is_rare_name(name: str) -> bool:
    """Whether a surname is none of the words that news is made of: "Ode" may be one, "Change" and "Now" are none."""
    return share_of_reports(name.split()[-1].lower()) <= SURNAME_SHARE


def _ends_as_job(part: str) -> bool:
    return part[0].islower() and _is_job(part.split()[-1])


def read_byline(text: str) -> Byline:
    """The persons, outlets and agencies in a by-line without its opening word."""
    if agency := find_agency(text):
        return Byline((), (), (agency,))
    authors: list[str] = []
    outlets: list[str] = []
    agencies: list[str] = []
    for part in _PART.split(re.sub(r"\(([^()]{2,40})\)", r", \1", text)):
        bare = _PLACE.split(part)[0].strip(" .,;:|*")
        if not bare or _is_job(bare):
            continue
        if agency := _find_agency_in(bare):
            agencies.append(agency)
        elif outlet := find_outlet(bare):
            outlets.append(outlet)
        elif is_outlet_name(bare):
            outlets.append(bare)
        elif name := to_name(_without_job(_PLACE.split(part)[0].strip(" ,;:|*"))):
            authors.append(name)
    return Byline(tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(outlets)), tuple(dict.fromkeys(agencies)))


def _find_agency_in(part: str) -> str | None:
    agency = find_agency(part)
    if agency:
        return agency
    if is_agency_name(part):
        return part
    words = part.split()
    without_job = _without_job(part, least=1)
    if without_job != part and find_agency(without_job):
        return find_agency(without_job)
    return (
        find_agency(words[-1])
        if len(words) > 1 and _CAPITALS.match(words[-1]) and _is_job(" ".join(words[:-1]))
        else None
    )


def _is_job(part: str) -> bool:
    return all(map(is_job_word, part.split()))


def is_job_word(word: str) -> bool:
    """Whether a word is of a job rather than of a name: "editor", "political"."""
    jobs = load_lexicon("bylines")["jobs"]
    return word.lower().strip(".,'’s") in jobs or word.lower().strip(".,") in jobs


def _without_job(part: str, least: int = 2) -> str:
    """The part without the words of a job at its ends; at least so many words stay."""
    words = part.split()
    jobs = load_lexicon("bylines")["jobs"]
    while len(words) > least and words[-1].lower().strip(".,") in jobs:
        words = words[:-1]
    while len(words) > least and words[0].lower().strip(".,") in jobs:
        words = words[1:]
    return " ".join(words)


def _is_sentence(text: str, byline: Byline) -> bool:
    """Whether most words of the line belong to none of the names: "By Tuesday Ann Ode had left the island for good"."""
    named = sum(len(name.split()) for name in (*byline.authors, *byline.outlets, *byline.agencies))
    lowered = [word for word in text.split() if word[:1].islower()]
    return len(lowered) > 2 + named or (text.rstrip().endswith(".") and len(text.split()) > 2 * named + 4)
