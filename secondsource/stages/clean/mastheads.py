"""Mastheads: the outlet's name at the head of a pasted page, with its tagline and its list of sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.stages.clean.creditlines import read_credit_line
from secondsource.stages.clean.furniture import find_furniture
from secondsource.stages.clean.lines import Line
from secondsource.stages.clean.publishers import find_outlet, is_agency_name, is_outlet_name, is_paper_name, to_outlet
from secondsource.text.lexicon import load_lexicon

NAME_WORDS = 5
"""Words of the longest newspaper's name on a line with a tagline; the longest of 150 outlets known here has five."""

TAGLINE_WORDS = 14
"""Longer lines under a name are headlines or paragraphs."""

HEADLINE_WORDS = 3
"""A masthead is only told from a headline where another line of so many words can be one."""

LONGEST_LIST = 60
"""Words of a menu of 20 sections."""

LEAST_ROW, SMALL_WORD = 4, 3
"""Sections in a row without marks between them, and characters of words such as "of" that stand in headlines."""

LONGEST_IMPRINT = 10
"""Words of a line on the paper's issue."""

SECTION_WORDS = 3
"""Words of the longest section's name in a menu: "House and Garden"."""

SURE = 2
"""One strong sign (a tagline, a list of sections, the name said again at the end) or two weak ones."""

_PARTING = re.compile(r"\s{1,9}[|»›>·•/]+(?:\s+|$)|\s{1,9}[-–—]+\s+|\s{0,9}:\s*(?=[a-z])")
_SECTIONS = re.compile(r"\s{0,9}[|»›>·•]\s*|\s{1,9}[-–—/]\s+")
_HOST = re.compile(r"(?:www\.)?(?P<name>[A-Za-z0-9-]{3,30})\.(?:co\.|com\.)?[a-z]{2,8}$")
_ADDRESSED = re.compile(r"(?:@|https?://(?:www\.)?|\bwww\.)([a-z0-9-]{3,40})\.", re.IGNORECASE)
_WAVE = re.compile(r"\b\d{2,4}(?:[.,]\d)?\s?(?:FM|AM|MHz|kHz)$")
"""The wave on which a station is heard, as it stands behind its name."""

_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights\b", re.IGNORECASE)
_TOLD = r"(?:told|for|tells|to|by|with)\s+(?:the\s+)?"
_SMALL = frozenset(("of", "the", "and", "&", "for", "in", "on", "de", "la"))


@dataclass(frozen=True, slots=True)
class Masthead:
    """The outlet that names itself at the head of a paste, and the lines that do so: name, tagline, sections."""

    name: str
    at: int
    lines: frozenset[int]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("mastheads")[key])


def find_masthead(lines: list[Line], first: int, last: int, titles: Sequence[int]) -> Masthead | None:
    """The masthead before the first paragraph; `titles` are the lines that could be the headline."""
    at = next((at for at in range(first) if not lines[at].is_address and find_furniture(lines[at]) is None), None)
    if at is None or (lines[at].ends_sentence and not _is_dotted(lines[at])):
        return None
    name, rest = _part(lines[at].text)
    if not _could_be_name(name) or (not rest and find_outlet(name)):
        return None
    below = _find_below(lines, at, first, titles)
    later = [one for one in titles if one > at and one not in below and lines[one].count >= HEADLINE_WORDS]
    score = _score(name, rest, bool(below)) + _confirm(name, lines, at, first, last)
    least = SURE if later else 2 * SURE
    if score < least or (not later and at in titles and not rest):
        return None
    return Masthead(_spell(name, lines, at), at, frozenset((at, *below)))


def is_section_list(line: Line) -> bool:
    """Whether a line enumerates a site's sections: "News | Coast | Sport | Letters"."""
    if line.count > LONGEST_LIST:
        return False
    if line.count >= LEAST_ROW and all(is_section(word) and len(word) > SMALL_WORD for word in line.text.split()):
        return True
    pieces = [piece for piece in _SECTIONS.split(line.text) if piece]
    if len(pieces) < 3 or any(len(piece.split()) > SECTION_WORDS or re.search(r"\d", piece) for piece in pieces):
        return False
    named = sum(is_section(piece) for piece in pieces)
    return 2 * named >= len(pieces) or (named > 0 and len(pieces) > 3)


def is_imprint(line: Line) -> bool:
    """Whether a line tells of the paper's issue and nothing else: "Vol. 12, No. 34"."""
    words = [word for word in re.findall(r"[\w.,]+", line.text.lower()) if not word[0].isdigit()]
    bare = [word.strip(".,") for word in words]
    told = any(word in _words("imprint") for word in bare)
    numbered = any(mark.isdigit() for mark in line.text) or bare[-1:] == ["edition"]
    known = _words("imprint") | _words("beside_imprint")
    return told and numbered and line.count <= LONGEST_IMPRINT and all(word in known for word in bare)


def is_about_itself(line: Line, name: str) -> bool:
    """Whether a line after the report speaks of the outlet: "The Harbour Lantern is printed on Fridays"."""
    folded, own = _fold(line.text), _fold(name)
    after = folded.removeprefix("the ").removeprefix(own.removeprefix("the ")).split()
    told = folded.removeprefix("the ").startswith(own.removeprefix("the ") + " ")
    return told and bool(after) and after[0] in _words("itself") and line.count <= 2 * TAGLINE_WORDS


def _part(text: str) -> tuple[str, str]:
    """The name at the head of a line, and the rest behind a bar or dash (a tagline or sections)."""
    parting = _PARTING.search(text)
    if not parting:
        return text.strip(), ""
    return text[: parting.start()].strip(), text[parting.end() :].strip()


def _is_dotted(line: Line) -> bool:
    """Whether a line is one word and a full stop, as young outlets write their names: "lantern."."""
    return line.count == 1 and line.text.endswith(".") and line.text[:-1].isalpha()


def _could_be_name(name: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= NAME_WORDS or name[-1] in ",;!?:" or is_section(name):
        return False
    if len(words) == 1 and (_HOST.match(name) or name.endswith(".")):
        return True
    return all((word[0].isupper() or word[0].isdigit() or word in _SMALL) and word[-1] not in ",;" for word in words)


def is_section(piece: str) -> bool:
    """Whether the words are a section's name: "World", "Home & Garden"."""
    return all(word.lower().strip(".,") in _words("sections") for word in piece.split())


def _find_below(lines: Sequence[Line], at: int, first: int, titles: Sequence[int]) -> tuple[int, ...]:
    """The lines under a name that are its tagline or sections."""
    found: list[int] = []
    for under in range(at + 1, min(at + 3, first)):
        line = lines[under]
        later = [one for one in titles if under < one < first]
        if not (is_section_list(line) or is_imprint(line) or (line.gap == 0 and _is_tagline(lines, under, later))):
            break
        found.append(under)
    return tuple(found)


def _is_tagline(lines: Sequence[Line], under: int, later: Sequence[int]) -> bool:
    line = lines[under]
    if not later or line.count > TAGLINE_WORDS or line.is_prose or read_credit_line(line.text) or find_furniture(line):
        return False
    if line.text[0].islower():
        return line.count > 1
    below = lines[under + 1]
    is_last = below.gap > 0 or is_imprint(below) or read_credit_line(below.text) is not None
    return _is_motto(line.bare) and is_last and not re.search(r"[\"“‘]", line.text)


def _is_motto(text: str) -> bool:
    return any(phrase in f"{text.lower()} " for phrase in _words("mottos"))


def _score(name: str, rest: str, below: bool) -> int:
    words = name.split()
    score = SURE if below or _HOST.match(name) or _WAVE.search(name) else 0
    score += 1 if rest and _is_motto(rest) else 0
    if rest and (rest[0].islower() or _leads_to_sections(rest)):
        score += SURE if len(words) > 1 or rest[0].islower() else 1
    score += 1 if name.isupper() and len(words) > 1 else 0
    score += 1 if words[0].lower() == "the" and len(words) > 1 else 0
    score += 1 if is_outlet_name(name) else 0
    return score + (1 if is_paper_name(name) or is_agency_name(name) else 0)


def _leads_to_sections(rest: str) -> bool:
    """Whether what follows a name is one section, or a way or list of several with a known one among them."""
    pieces = [piece for piece in _SECTIONS.split(rest) if piece]
    return any(map(is_section, pieces)) and all(len(piece.split()) <= SECTION_WORDS for piece in pieces)


def _confirm(name: str, lines: list[Line], at: int, first: int, last: int) -> int:
    """What the rest of the paste says for the name, in its notice of rights or its address, or against it.

    A name that is merely said again at the end may be a writer's; one in the report itself may be a place.
    """
    own = _fold(name).removeprefix("the ")
    spoken = re.compile(rf"\b{re.escape(own)}\b", re.IGNORECASE)
    tail = [line.text for line in lines[last + 1 :] if spoken.search(line.text)]
    hosts = {host for line in lines[:at] + lines[at + 1 :] for host in map(_squash, _ADDRESSED.findall(line.text))}
    sure = _squash(own) in hosts or any(_RIGHTS.search(text) for text in tail)
    body = " ".join(line.text for line in lines[first : last + 1])
    told = re.search(rf"\b{_TOLD}{spoken.pattern}", body, re.IGNORECASE)
    return (SURE if sure else 1 if tail or told else 0) - (SURE if not told and _is_told_of(own, body) else 0)


def _is_told_of(own: str, body: str) -> bool:
    """Whether the report speaks of what a name is of, so that it may be a place: "Ellis" in "Ellis News"."""
    bare = " ".join(word for word in own.split() if not is_outlet_name(f"X {word}"))
    return bool(bare) and re.search(rf"\b{re.escape(bare)}\b", body, re.IGNORECASE) is not None


def _squash(name: str) -> str:
    return re.sub(r"\W", "", name.lower()).removeprefix("the")


def _fold(text: str) -> str:
    host = _HOST.match(text)
    bare = host["name"] if host else text
    return bare.replace("’", "'").lower().strip(" .©")


def _spell(name: str, lines: Sequence[Line], at: int) -> str:
    """The name as the paste spells it in mixed letters, else as readers know it."""
    host = _HOST.match(name)
    bare = host["name"] if host else name.rstrip(".")
    if known := find_outlet(bare):
        return known
    if bare.isupper() or bare.islower():
        for line in lines[at + 1 :]:
            for found in re.finditer(rf"\b{re.escape(bare)}\b", line.text, re.IGNORECASE):
                if not (found.group().isupper() or found.group().islower()):
                    return found.group()
    return to_outlet(bare if not bare.islower() else bare.capitalize())
