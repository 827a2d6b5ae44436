"""Lines that say who supplied a report: "With files from …", "(Reporting by …)", "Source: …", a bare "AFP"."""

import re
from collections.abc import Sequence

from secondsource.model.reports import Credit
from secondsource.stages.clean.names import to_name
from secondsource.stages.clean.publishers import find_agency, find_outlet, is_agency_name, is_outlet_name
from secondsource.text.lexicon import load_lexicon

LONGEST_SIGN_OFF = 60
"""Words. Agencies list up to a dozen reporters with their cities; longer lines are paragraphs."""

STYLE = "style of the"
"""How begins where a credit was read that no line names."""

LONGEST_NAMES = 120
"""Characters of a line that names outlets and agencies and nothing else: four by their whole names."""

LONGEST_WIRES = 120
"""Characters of a line that says which wires a report is from."""

LONGEST_TOLD = 14
"""Words of a sentence that says where the report is from, and nothing else."""

OPENED_WORDS = 18
"""A paragraph that an agency's name opens is at least so long; a shorter line is a headline: "AP: …" attributes it."""

_SMALL = frozenset(["of", "and", "the", "for"])
_BETWEEN = re.compile(r"\s{0,9}(?:[,;/|&•·]|\s[-–—]\s|\band\b|\bwith\b)\s*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOSING = re.compile(
    r"(?:[.!?”\"’')\]]\s{0,3}|\s)(?:\((?P<round>[^()\n]{2,40})\)|[-–—]{1,2}\s?(?P<dash>[A-Z][\w. -]{1,30})"
    r"|/(?P<slash>[^/\n]{2,30})/"
    r"|\[(?P<square>[A-Za-z /.-]{2,30})\])\.?$"
)
_WIRES = re.compile(
    r"\b(?:wire services?|wire reports?|news services?|wires|agencies)"
    r"\s{0,2}[(:]\s{0,2}(?P<names>\w[^()\n]{1,60}?)\)?\.?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?P<name>[A-Z][\w.-]{1,15}(?: [A-Z][\w.-]{1,15})?)\s{0,2}(?:[-–—|:]\s|,\s(?=[A-Z][a-z]{2,8}\.?\s\d))"
)


def read_bare_name(line: str) -> Credit | None:
    """The outlet or agency that a line names and nothing else: "CNN", "- Reuters.", "(AP)"."""
    bare = line.strip(" -–—*•()[]|/.,:©")
    if not bare or len(bare.split()) > 6:
        return None
    if agency := find_agency(bare):
        return Credit("agencies", agency, f"line “{line.strip()}”")
    if outlet := find_outlet(bare):
        return Credit("outlet", outlet, f"line “{line.strip()}”")
    is_list = any(mark in bare for mark in ",:;")
    if not is_list and is_agency_name(bare) and all(word[0].isupper() or word in _SMALL for word in bare.split()):
        return Credit("agencies", bare, f"line “{line.strip()}”")
    return None


def read_bare_names(line: str) -> tuple[Credit, ...]:
    """The same for a line that names several: "AFP, Reuters", "AP / dpa"."""
    if len(line) > LONGEST_NAMES:
        return ()
    one = read_bare_name(line)
    if one:
        return (one,)
    parts = [part for part in re.split(r"\s*[,/|&;+]\s*|\s(?:and|with)\s", line.strip(" -–—*•()[]|/.,:©")) if part]
    read = [read_bare_name(part) for part in parts]
    found = tuple(Credit(one.field, one.value, f"line “{line.strip()}”") for one in read if one)
    return found if len(parts) == len(found) > 1 else ()


def read_sign_off(line: str) -> tuple[Credit, ...]:
    """The suppliers that a sign-off names; none when the line is no sign-off."""
    words = line.split()
    if not words or len(words) > LONGEST_SIGN_OFF:
        return ()
    return _read_style(line) or _read_contributed(line) or _read_supplied(line) or _read_wires(line)


def read_first_published(line: str) -> tuple[Credit, ...]:
    """Where a line says that the report was published before."""
    lowered = line.lower()
    for phrase in load_lexicon("bylines")["first_published"]:
        at = lowered.find(phrase)
        if at >= 0 and len(line.split()) <= LONGEST_SIGN_OFF and _speaks_of_report(lowered[:at]):
            name = re.split(
                r"[,.;:]\s|\son\s|\sin\s|\sand\s|\.$|\sunder\s", line[at + len(phrase) :].strip(), maxsplit=1
            )[0].strip(" .,;")
            if name and len(name.split()) <= 8:
                return _as_syndication(name, line)
    return ()


def _speaks_of_report(before: str) -> bool:
    """Whether what stands before "first appeared on" is the report: nothing, or "A version of this article"."""
    words = re.findall(r"[a-z]+", before)
    return not words or (len(words) <= 12 and any(word in load_lexicon("bylines")["pieces"] for word in words))


def read_closing(paragraph: str) -> tuple[Credit, ...]:
    """The agencies in brackets or after a dash at the end of a report's last paragraph: "… he said. (ANI)"."""
    found = _CLOSING.search(paragraph[-60:])
    if not found:
        return ()
    name = next(name for name in found.groups() if name)
    return tuple(
        Credit("agencies", agency, f"end of the last paragraph, “{found.group().strip()}”")
        for agency in _agencies_in(name)
    )


def read_opening(paragraph: str) -> tuple[Credit, ...]:
    """The agency that a report's first paragraph begins with: "AFP - …", "TASS, June 19.""."""
    found = _OPENING.match(paragraph) if len(paragraph.split()) >= OPENED_WORDS else None
    agency = find_agency(found["name"]) if found else None
    return (
        (Credit("agencies", agency, f"start of the first paragraph, “{found.group().strip()}”"),)
        if found and agency
        else ()
    )


def read_told(paragraph: str) -> tuple[Credit, ...]:
    """The agency that a sentence of its own gives for the whole report: "This was reported by Hina."."""
    for sentence in re.split(r"(?<=[.!?”])\s+", paragraph):
        for phrase in load_lexicon("bylines")["told_by"]:
            if sentence.lower().startswith(phrase) and len(sentence.split()) <= LONGEST_TOLD:
                agency = find_agency(re.split(r"[,;]\s|\swith\s", sentence[len(phrase) :], maxsplit=1)[0].strip(" ."))
                return (Credit("agencies", agency, f"sentence “{_shorten(sentence)}”"),) if agency else ()
    return ()


def read_divider(lines: Sequence[str], text: str) -> tuple[Credit, ...]:
    """The agency whose style a row between the lines is, where the text names it as well."""
    rows = {line.strip(" .") for line in lines if line.startswith("__")}
    return tuple(
        Credit("agencies", divider["agency"], f"{STYLE} row “{divider['row']}”")
        for divider in load_lexicon("agencies")["divider"]
        if divider["row"] in rows and any(re.search(rf"\b{re.escape(name)}\b", text) for name in divider["names"])
    )


def _read_style(line: str) -> tuple[Credit, ...]:
    lowered = line.lower()
    for style in load_lexicon("agencies")["sign_off"]:
        if all(phrase in lowered for phrase in style["holds"]):
            return (Credit("agencies", style["agency"], f"{STYLE} sign-off “{_shorten(line)}”"),)
    return ()


def _read_contributed(line: str) -> tuple[Credit, ...]:
    lowered = line.lower()
    for phrase in load_lexicon("bylines")["contributed"]:
        at = lowered.find(phrase)
        if at > 0:
            return _to_credits(_suppliers_in(line[:at]), line)
    return ()


def _read_supplied(line: str) -> tuple[Credit, ...]:
    bare = line.strip(" -–—*•()[]")
    lowered = bare.lower()
    for phrase in load_lexicon("bylines")["supplied_by"]:
        if lowered.startswith(phrase):
            rest = _YEAR.sub("", bare[len(phrase) :])
            rest = re.split(r"\.\s|\ball rights\b", rest, maxsplit=1, flags=re.IGNORECASE)[0]
            return _to_credits(_suppliers_in(rest, is_sure=phrase.startswith("with files")), line)
    return ()


def _read_wires(line: str) -> tuple[Credit, ...]:
    """The agency that a line on wire copy names in brackets: "Courier wire services (Coast Press)"."""
    named = _WIRES.search(line[:LONGEST_WIRES])
    names = _BETWEEN.split(named["names"]) if named else []
    return _to_credits(tuple(find_agency(name) or name for name in names if name[:1].isupper()), line)


def _suppliers_in(text: str, *, is_sure: bool = False) -> tuple[str, ...]:
    """The agencies and outlets that a text enumerates; with `is_sure`, also such as only look like one.

    An outlet, or a service that nobody knows, is where the person before it works.
    """
    whole = _bare(text)
    one = find_agency(whole) or find_outlet(whole)
    if one:
        return (one,)
    found: list[str] = []
    is_behind_person = False
    for part in map(_bare, _BETWEEN.split(text)):
        if known := find_agency(part) or _agency_before_names(part):
            found.append(known)
        elif is_behind_person:
            continue
        elif outlet := find_outlet(part):
            found.append(outlet)
        elif is_agency_name(part) or (is_sure and (is_outlet_name(part) or (part.isupper() and len(part) > 1))):
            found.append(part)
        is_behind_person = to_name(part) is not None
    return tuple(dict.fromkeys(found))


def _bare(text: str) -> str:
    return text.strip(" .,:;()[]©-–—")


def _agency_before_names(part: str) -> str | None:
    """The agency that a part begins with: "Associated Press writers Ann Ode", "AP's Ann Ode"."""
    words = part.replace("’s", "").replace("'s", "").split()
    for count in range(min(3, len(words) - 1), 0, -1):
        agency = find_agency(" ".join(words[:count]))
        if agency:
            return agency
    return None


def _agencies_in(name: str) -> tuple[str, ...]:
    whole = find_agency(name)
    parts = [name] if whole else _BETWEEN.split(name)
    return tuple(dict.fromkeys(agency for agency in map(find_agency, parts) if agency))


def _to_credits(names: tuple[str, ...], line: str) -> tuple[Credit, ...]:
    return tuple(Credit("agencies", name, f"sign-off “{_shorten(line)}”") for name in names)


def _as_syndication(name: str, line: str) -> tuple[Credit, ...]:
    known = find_agency(name) or find_outlet(name)
    return (Credit("syndication", known or name, f"line “{_shorten(line)}”"),)


def _shorten(line: str) -> str:
    words = " ".join(line.split())
    return words if len(words) <= 80 else words[:79].rstrip() + "…"
