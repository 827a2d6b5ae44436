"""The persons whom a page's field or line for the author names, without roles, dates, outlets and the site's name."""

import re
from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from secondsource.stages.clean.bylines import is_job_word, opening_end, read_byline
from secondsource.stages.clean.creditlines import read_credit_line
from secondsource.stages.clean.names import has_given_name, is_nobody, to_name
from secondsource.stages.clean.publishers import find_agency, find_outlet, is_outlet_name
from secondsource.stages.clean.stamps import is_stamp_word

LEAST_NAME = 5
"""Characters of the shortest full name."""

HOST = "host:"
"""Set before the labels of a host among a site's names."""

LONGEST_LETTERS = 3
"""Capitals that may be a writer's initials; longer ones are an agency's or a firm's."""

LONGEST_BRACKETS = 150
"""Characters of a note in brackets behind a name; shorter ones than `LEAST_BRACKETS` may be an outlet's or agency's."""

LEAST_BRACKETS = 40
"""Characters of a note in brackets that tells of degrees and studies."""

LONGEST_PART = 6
"""Words that may stand behind a pen name: a job, a town, an agency."""

_INNER_BY = re.compile(r"(?:^|\s)(?:by|von|par|por)[\s|:]{1,4}", re.IGNORECASE)
_PLACE_OR_DAY = re.compile(r"\s(?:on|am|at|um|unter|in|le|el|filed|under)\s")
_HANDLE = re.compile(r"(?<!\w)@\w{2,40}|\S{1,64}@\S{1,64}")
_BRACKETS = re.compile(rf"\([^()]{{{LEAST_BRACKETS},{LONGEST_BRACKETS}}}\)")
_FIRST_PART = re.compile(r"\s?[,|/(·•]|\s[-–—]\s")
_BARE = " ~-–—•·|:,*+>»"


def people_in(text: str, site: Collection[str] = frozenset(), *, is_named: bool = True) -> tuple[str, ...]:
    """The persons in a by-line or author field, without roles, dates, outlets and the site's own name.

    Names of one word count only in a field that is meant for a name (`is_named`) or after "By".
    """
    line = _without_stamps(_BRACKETS.sub(" ", _HANDLE.sub(" ", text)).split())
    start = opening_end(line)
    line = _without_label(_once(line[start:].strip(_BARE)))
    pieces = [piece[opening_end(piece) :] for piece in line.split(" | ")]
    people = _without_jobs(read_byline(" | ".join(pieces)).authors, line)
    if not people and (is_named or start) and (single := to_single_name(_FIRST_PART.split(line, maxsplit=1)[0])):
        people = (single,)
    return tuple(_without_site(person, site) for person in people if not is_site(person, site))


def people_in_line(text: str, site: Collection[str]) -> tuple[str, ...]:
    """The persons in an unmarked line that is a by-line as a whole."""
    read = read_credit_line(text)
    people = tuple(credit.value for credit in read.credits if credit.field == "authors") if read else ()
    return tuple(person for person in people if not is_site(person, site))


def pen_name_in_line(text: str, site: Collection[str]) -> tuple[str, ...]:
    """The name of one word in an unmarked line that says little else: "By Seagull", "Autor: Seagull/SKN"."""
    line = _without_stamps(text.split())
    named = _FIRST_PART.split(line[opening_end(line) :].strip(_BARE), maxsplit=1)
    single = to_single_name(named[0])
    is_short = all(len(part.split()) <= LONGEST_PART for part in named[1:])
    is_told = single and is_short and opening_end(line) and (single[0].isupper() or ":" in line[: opening_end(line)])
    return (single,) if single and is_told and not is_site(single, site) else ()


def people_in_publication(text: str, site: Collection[str]) -> tuple[str, ...]:
    """The persons in a line that tells when and by whom it was published: "Posted in Ships by Ann Ode on June 3"."""
    named = _INNER_BY.search(text)
    return people_in(_PLACE_OR_DAY.split(text[named.end() :])[0], site) if named else ()


def to_pen_name(text: str, site: Collection[str]) -> tuple[str, ...]:
    """The name that markup says is a person's, in whatever letters it is written: "Ingrid tarn"."""
    words = text.split()
    if len(words) != 2 or not all(word.isalpha() and not is_nobody(word) for word in words):
        return ()
    is_outlet = find_outlet(text) or is_outlet_name(f"The {text}") or is_site(text, site)
    return () if is_outlet or text.isupper() else (text,)


def to_site_names(names: Sequence[str], url: str | None) -> frozenset[str]:
    """The names of a page's site, and the labels of its host, as the names of people are compared with them."""
    return frozenset((*map(_squash, names), *_host_labels(url)))


def is_site(person: str, site: Collection[str]) -> bool:
    """Whether a name is the site's, or, of several words, that of its host: a pen name may be the host's as well."""
    return _squash(person) in site or (is_host(person, site) and not person.isalpha())


def is_host(name: str, site: Collection[str]) -> bool:
    """Whether a label of the site's host has the same letters as a name."""
    return f"{HOST}{_squash(name)}" in site


def _host_labels(url: str | None) -> list[str]:
    """The labels of the address's host, without the last, as names of several words are compared with them."""
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")[:-1]
    except ValueError:
        return []
    return [f"{HOST}{label.replace('-', '')}" for label in labels]


def _without_stamps(words: Sequence[str]) -> str:
    """The words with a stroke in place of each day or time among them, and without such words at the end."""
    kept: list[str] = []
    is_day = False
    for word in words:
        is_part = is_stamp_word(word)
        if is_part and (is_day or any(mark.isdigit() for mark in word)):
            while not is_day and len(kept) > 1 and is_stamp_word(kept[-1]):
                kept.pop()
            kept += () if is_day else ("|",)
            is_day = True
        else:
            kept.append(word)
            is_day = False
    while len(kept) > 1 and is_stamp_word(kept[-1]):
        kept.pop()
    return " ".join(kept)


def _without_site(person: str, site: Collection[str]) -> str:
    """The name without the site's behind it: "Ann Ode Gazette" on gazette.example."""
    *name, last = person.split()
    return " ".join(name) if len(name) > 1 and (is_site(last, site) or is_host(last, site)) else person


def _without_jobs(people: Sequence[str], line: str) -> tuple[str, ...]:
    """The persons without what only stands before the word of a job: "Senior Politics" of the "… Reporter"."""
    return tuple(one for one in people if line.startswith(one) or has_given_name(one) or not _is_before_job(one, line))


def _is_before_job(name: str, line: str) -> bool:
    following = line.partition(name)[2].split()[:1]
    return bool(following) and following[0][0].isupper() and is_job_word(following[0].strip(",;|"))


def _once(line: str) -> str:
    """The line without its repetition, where the markup has a name twice: for wide screens, or beneath a portrait."""
    bare = line.lstrip("© ")
    half = len(bare) // 2
    for end in (half, half + 1):
        if half >= LEAST_NAME and bare[:half].strip(_BARE) == bare[end:].strip(_BARE):
            return bare[:half].strip(_BARE)
    return line


def _without_label(line: str) -> str:
    """What follows "by" inside the line, where that is a full name: "Debate by Ann Ode", but not "Otto von Ode"."""
    inner = _INNER_BY.search(line)
    if not inner or not inner.start():
        return line
    named = line[inner.end() :].strip(_BARE)
    return named if to_name(named) or read_byline(named.partition("|")[0]).authors else line


def to_single_name(text: str) -> str | None:
    """A first name or pen name of one word; None for labels and outlets."""
    text = text.rstrip(".")
    is_letters = text.isupper() and len(text) > LONGEST_LETTERS
    if not re.fullmatch(r"[^\W\d_][\w'’.-]{1,19}", text) or "." in text[:-1] or is_letters:
        return None
    if any(is_nobody(piece) for piece in (text, *text.split("-"))) or is_stamp_word(text) or opening_end(f"{text}:"):
        return None
    return None if find_agency(text) or find_outlet(text) or is_outlet_name(f"The {text}") else text


def _squash(name: str) -> str:
    return re.sub(r"[^\w]|\.(?:com|org|net|de|co|uk)\b", "", name.lower())
