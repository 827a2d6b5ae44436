"""Names that sign a report at its end: alone in the last line, or in brackets behind the last sentence."""

import re
from dataclasses import replace

from secondsource.model.reports import Credit
from secondsource.stages.clean.bylines import read_people
from secondsource.stages.clean.names import has_given_name, to_name

LONGEST_SIGNATURE = 3
"""Words of a name by which a report is signed; longer ones are firms and titles of books."""

_BRACKETED = re.compile(r"[.!?”\"“]\s{1,3}\((?P<name>[^()\n]{5,40})\)\s{0,3}[+*.]{0,4}$")


def read_signature(line: str) -> tuple[Credit, ...]:
    """The persons whom a last line names and nothing else."""
    people = read_people(line) if line and line[:1].isupper() else ()
    if people and all(_is_signature(person) for person in people):
        return tuple(Credit("authors", person, "name at the end") for person in people)
    return ()


def read_heading_names(line: str) -> tuple[Credit, ...]:
    """The persons whom a line before the first paragraph names and nothing else."""
    return tuple(replace(credit, read_from="name under the headline") for credit in read_signature(line))


def read_bracketed(paragraph: str) -> tuple[Credit, ...]:
    """The person in brackets behind the last sentence of a report: "… stays closed. (Ingrid Tarn) +++"."""
    found = _BRACKETED.search(paragraph[-60:])
    name = to_name(found["name"]) if found else None
    return (Credit("authors", name, "name behind the last sentence"),) if name and _is_signature(name) else ()


def _is_signature(person: str) -> bool:
    return has_given_name(person) and len(person.split()) <= LONGEST_SIGNATURE
