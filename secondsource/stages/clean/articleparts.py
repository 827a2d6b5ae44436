"""The parts of a page's article sorted once more: its title, credit lines and leftover furniture are taken out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from secondsource.model.reports import Credit, Cut
from secondsource.stages.clean.appeals import is_appeal, speaks_to_reader
from secondsource.stages.clean.captions import is_photo_credit, tells_something
from secondsource.stages.clean.creditlines import BESIDE_DATE, read_credit_line
from secondsource.stages.clean.drafts import Draft, Part, lay_out
from secondsource.stages.clean.furniture import find_furniture
from secondsource.stages.clean.lines import Line, fold, to_line
from secondsource.stages.clean.names import has_given_name
from secondsource.stages.clean.notices import find_notice
from secondsource.stages.clean.shapes import is_slide_number
from secondsource.stages.clean.signatures import read_bracketed, read_heading_names, read_signature
from secondsource.stages.clean.signs import is_correction

HEAD_PARTS = 4
"""Parts at the head among which by-line and date line stand."""

TAIL_PARTS = 4
"""Parts at the tail among which sign-offs stand."""

LEAST_SIGNED = 3
"""Parts of the shortest article that is signed at its end."""

LEAST_KEYWORDS, KEYWORD_WORDS = 6, 7
"""Search words in a row of them, and the longest; lists inside a sentence end with its full stop."""

TEASER_WORDS = 4
"""Words of the shortest headline; shorter links name a source or a document."""

LONGEST_LINK = 30
"""Words. A link as a whole that is longer is a paragraph that someone linked."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Why a part was taken out, and the credits it gave."""

    reason: str
    credits: tuple[Credit, ...] = ()


def sort_article(parts: Sequence[Part], links: Collection[str], boxed: Mapping[str, str], title: str | None) -> Draft:
    """The article's own parts laid out, with what was taken out from among them."""
    lines = [to_line(part.text) for part in parts]
    speaking = speaks_to_reader(lines)
    prose = [
        number
        for number, part in enumerate(parts)
        if _is_told(part, links) and lines[number].is_prose and not _is_notice(lines[number])
    ]
    prose = prose or [number for number, line in enumerate(lines) if not _is_notice(line)]
    last = prose[-1] if prose else len(parts)
    told = {**_find_labels(parts, lines), **_find_teasers(parts, lines, links)}
    taken: dict[int, Taken] = {}
    for number, part in enumerate(parts):
        found = Taken(boxed[part.text]) if part.text in boxed and part.kind != "caption" else None
        found = found or _take(part, lines, number, last, links, title) or told.get(number)
        found = found or (None if speaking else _appeal(part, lines[number]))
        if found is not None:
            taken[number] = found
    taken |= _find_bare_headings(parts, taken, last)
    kept = [_with_kind(part, lines[number]) for number, part in enumerate(parts) if number not in taken]
    cuts = [Cut(parts[number].text, taken[number].reason) for number in sorted(taken)]
    credits_found = [credit for number in sorted(taken) for credit in taken[number].credits]
    credits_found += (*_head(kept, cuts), *_sign(kept, cuts))
    text, blocks = lay_out(kept)
    return Draft(text, blocks, tuple(cuts), tuple(credits_found))


def _is_told(part: Part, links: Collection[str]) -> bool:
    """Whether a part is of a kind that tells: a paragraph, a quotation, or an item of a list that is no link."""
    return part.kind in ("paragraph", "quote") or (part.kind == "list" and part.text not in links)


def _with_kind(part: Part, line: Line) -> Part:
    """The part; a paragraph that says what an earlier version had wrong is a correction."""
    return replace(part, kind="correction") if part.kind == "paragraph" and is_correction(line) else part


def _find_bare_headings(parts: Sequence[Part], taken: Collection[int], last: int) -> dict[int, Taken]:
    """The headings behind the article's last paragraph that head nothing which is kept."""
    bare: dict[int, Taken] = {}
    heads_something = False
    for number in range(len(parts) - 1, last, -1):
        if parts[number].kind == "heading":
            if not heads_something and number not in taken:
                bare[number] = Taken("line after the report's end")
            heads_something = False
        elif number not in taken:
            heads_something = True
    return bare


def _find_labels(parts: Sequence[Part], lines: Sequence[Line]) -> dict[int, Taken]:
    """The captions that only name who or what is in the picture, unless the article is told by its pictures."""
    if _is_of_pictures(parts, lines):
        return {}
    captions = [number for number, part in enumerate(parts) if part.kind == "caption"]
    return {number: Taken("picture label") for number in captions if not tells_something(lines[number])}


def _find_teasers(parts: Sequence[Part], lines: Sequence[Line], links: Collection[str]) -> dict[int, Taken]:
    """The items of lists that are headlines with links and nothing else."""
    found: dict[int, Taken] = {}
    for is_list, items in groupby(range(len(parts)), lambda number: parts[number].kind == "list"):
        numbers = [*items] if is_list else []
        if len(numbers) > 1 and all(
            parts[number].text in links and lines[number].count >= TEASER_WORDS and not lines[number].ends_sentence
            for number in numbers
        ):
            found |= dict.fromkeys(numbers, Taken("related report"))
    return found


def _is_of_pictures(parts: Sequence[Part], lines: Sequence[Line]) -> bool:
    """Whether most of the article's words are captions."""
    counts = [(part.kind == "caption", line.count) for part, line in zip(parts, lines, strict=True)]
    return sum(count for is_caption, count in counts if is_caption) * 2 > sum(count for _, count in counts)


def _head(kept: list[Part], cuts: list[Cut]) -> tuple[Credit, ...]:
    """The names that stand alone before the article's first paragraph, untold of in it; taken out of `kept`."""
    at = next((at for at, part in enumerate(kept[:HEAD_PARTS]) if part.kind != "caption"), None)
    if at is None or len(kept) < LEAST_SIGNED or kept[at].kind != "paragraph":
        return ()
    named = read_heading_names(kept[at].text)
    told = "\n".join(part.text for part in (*kept[:at], *kept[at + 1 :])) if named else ""
    if any(credit.value.split()[-1] in told for credit in named):
        return ()
    if named:
        cuts.append(Cut(kept.pop(at).text, "byline"))
    return named


def _sign(kept: list[Part], cuts: list[Cut]) -> tuple[Credit, ...]:
    """The names that sign the article; a line that is nothing else is taken out of `kept`."""
    if len(kept) < LEAST_SIGNED or kept[-1].kind != "paragraph":
        return ()
    told = "\n".join(part.text for part in kept[:-1])
    signed = read_signature(kept[-1].text)
    if signed and not any(credit.value.split()[-1] in told for credit in signed):
        cuts.append(Cut(kept.pop().text, "byline"))
        return signed
    return read_bracketed(kept[-1].text)


def _take(
    part: Part, lines: Sequence[Line], number: int, last: int, links: Collection[str], title: str | None
) -> Taken | None:
    line = lines[number]
    if part.kind == "caption":
        return Taken("photo credit") if is_photo_credit(line) else _furniture(line, is_tail=False)
    if title and number < HEAD_PARTS and line.bare == fold(title):
        return Taken("headline, given apart")
    if is_slide_number(line.text):
        return Taken("number of a picture")
    furniture = _furniture(line, is_tail=number > last)
    if furniture:
        return furniture
    if number < HEAD_PARTS or number >= len(lines) - TAIL_PARTS:
        read = read_credit_line(part.text)
        if read:
            return Taken(read.reason, tuple(credit for credit in read.credits if not _is_doubtful(credit)))
    if part.text in links and not line.ends_sentence and _leads_away(part, line, is_tail=number > last):
        return Taken("related report")
    if _is_of_keywords(line):
        return Taken("tags")
    notice = find_notice(line, is_tail=True) if number > last and part.kind != "list" else None
    return Taken(notice) if notice else None


def _is_doubtful(credit: Credit) -> bool:
    """Whether a name beside a date in the article's own lines is as soon an act's or a place's as the writer's."""
    return credit.field == "authors" and credit.read_from == BESIDE_DATE and not has_given_name(credit.value)


def _leads_away(part: Part, line: Line, *, is_tail: bool) -> bool:
    """Whether a part that is a link as a whole is a teaser: after the report, or headlines between its paragraphs."""
    if part.kind in ("heading", "quote", "list"):
        return is_tail
    is_row = line.count > LONGEST_LINK
    return is_tail or (part.kind == "paragraph" and line.count >= TEASER_WORDS and (is_row or line.is_headline))


def _furniture(line: Line, *, is_tail: bool) -> Taken | None:
    found = find_furniture(line)
    if found and (is_tail or not (line.is_prose or found.only_outside)):
        return Taken(found.reason)
    return None


def _is_of_keywords(line: Line) -> bool:
    """Whether a line is nothing but what its writer would have it found by: a row of short pieces in small letters."""
    pieces = [] if line.ends_sentence else line.text.split(", ")
    small = sum(piece[:1].islower() for piece in pieces)
    return (
        len(pieces) >= LEAST_KEYWORDS
        and small == len(pieces)
        and all(len(piece.split()) <= KEYWORD_WORDS for piece in pieces)
    )


def _is_notice(line: Line) -> bool:
    """Whether a paragraph is furniture by its words, and behind the report if nothing but such follows."""
    found = find_furniture(line)
    return found is not None and not found.only_outside


def _appeal(part: Part, line: Line) -> Taken | None:
    is_one = part.kind != "caption" and is_appeal(line)
    return Taken("appeal to the reader") if is_one else None
