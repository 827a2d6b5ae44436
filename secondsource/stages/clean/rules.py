"""The rules that say what a line of a paste is, by its language and place; each knows one sort of line."""

import re
from collections.abc import Callable

from secondsource.model.reports import Credit
from secondsource.stages.clean.appeals import is_appeal, is_chatter, is_foreign, is_teaser
from secondsource.stages.clean.captions import CAPTION_SCORE, is_photo_credit
from secondsource.stages.clean.creditlines import read_credit_line
from secondsource.stages.clean.frames import is_trail, split_trail
from secondsource.stages.clean.furniture import Furniture, find_furniture
from secondsource.stages.clean.lines import LIST_MARK, MARKED, Line
from secondsource.stages.clean.mastheads import is_about_itself, is_section_list
from secondsource.stages.clean.notices import find_notice
from secondsource.stages.clean.publishers import find_outlet, is_outlet_name
from secondsource.stages.clean.signoffs import read_sign_off
from secondsource.stages.clean.signs import find_sign
from secondsource.stages.clean.sorting import Sorting, Verdict
from secondsource.stages.clean.writerrules import find_about_author, find_bare_author, find_credit_line, find_paper

LABEL_WORDS = 3
"""A line this short beside the title is a section's name."""

HEADING_WORDS = 16
"""Longer lines without a full stop are headlines of something else; the longest headings seen have 14 words."""

LABELS_OF_FORM = 6
"""Words of the longest line in a form ("Save my name …" is known by its words)."""

TITLE_EXTRA = 6
"""Words beside the headline in a page's title: the site's name."""

MOST_KEYS = 30
"""Lines of the front matter that a clipping tool writes."""

_BESIDE_CAPTION = re.compile(r"(?:[A-Z][\w.'’-]{0,20} ){1,3}?[A-Z][\w'’-]{1,20},\s(?:[A-Z][\w.'’-]{0,20} ?){1,4}$")
_KEY = re.compile(r"[A-Za-z_][\w -]{0,30}:|- |\s|\[")
_REPORTING = re.compile(r"\b(?:said|told|says|according|reported|announced|added)\b", re.IGNORECASE)
_READER = re.compile(r"\b(?:you|your|our|us)\b|@", re.IGNORECASE)


def decide(sorting: Sorting) -> Verdict:
    """What the next line is: the answer of the first rule that has one, else a paragraph."""
    for rule in RULES:
        verdict = rule(sorting)
        if verdict:
            return verdict
    return Verdict("paragraph")


def _comments(sorting: Sorting) -> Verdict | None:
    return Verdict(None, "reader comments") if sorting.at >= sorting.frame.end else None


def _masthead(sorting: Sorting) -> Verdict | None:
    masthead = sorting.frame.masthead
    if masthead is None or sorting.at not in masthead.lines:
        return None
    told = (Credit("outlet", masthead.name, "name at the head of the page"),) if sorting.at == masthead.at else ()
    sorting.seen.add(sorting.line.bare)
    return Verdict(None, "masthead", told)


def _title(sorting: Sorting) -> Verdict | None:
    if sorting.at != sorting.frame.title:
        return None
    sorting.seen.add(sorting.line.bare)
    return Verdict("title")


def _front_matter(sorting: Sorting) -> Verdict | None:
    """The keys that clipping tools write above a text, between two lines of dashes."""
    lines = sorting.lines
    if sorting.at == 0:
        dashes = [at for at, line in enumerate(lines[: MOST_KEYS + 2]) if line.text == "---"]
        keys = lines[1 : dashes[1]] if dashes[:1] == [0] and len(dashes) > 1 else ()
        sorting.front_matter = dashes[1] if keys and all(_KEY.match(line.text) for line in keys) else -1
    return Verdict(None, "front matter") if sorting.at <= sorting.front_matter else None


def _sign(sorting: Sorting) -> Verdict | None:
    if sorting.opened == "form" and find_furniture(sorting.line):
        return None
    sign = find_sign(sorting.line, is_outside=sorting.is_head or sorting.is_tail)
    if sign is None:
        return None
    read = read_credit_line(sorting.line.text) if sorting.is_head or sorting.is_tail else None
    return Verdict(None, sign, read.credits if read else ())


def _page_title(sorting: Sorting) -> Verdict | None:
    """The headline once more with the site's name or a label beside it, as in a page's title or its address."""
    title = sorting.frame.title
    if title is None or not sorting.is_head:
        return None
    own, line = sorting.lines[title], sorting.line
    said_again = own.bare in line.bare and own.count >= LABEL_WORDS and line.count <= own.count + TITLE_EXTRA
    return Verdict(None, "headline of the page") if said_again else None


def _repeated(sorting: Sorting) -> Verdict | None:
    line = sorting.line
    if line.bare in sorting.seen and (line.count >= LABEL_WORDS or sorting.is_head or sorting.is_tail):
        return Verdict(None, "said before, word for word")
    if line.bare:
        sorting.seen.add(line.bare)
    return None


def _address(sorting: Sorting) -> Verdict | None:
    if not sorting.line.is_address:
        return None
    told = (Credit("url", sorting.line.text.strip("<>"), "address in the text"),) if sorting.is_head else ()
    return Verdict(None, "address", told)


def _furniture(sorting: Sorting) -> Verdict | None:
    furniture = find_furniture(sorting.line)
    if not furniture or _is_report(sorting.line) or (furniture.only_outside and not _is_outside(sorting)):
        return None
    if sorting.opened == "form" and furniture.reason == "share buttons":
        return Verdict(None, "comment form")
    sorting.opened = furniture.opens
    return Verdict(None, furniture.reason, read_sign_off(sorting.line.text))


def _is_report(line: Line) -> bool:
    """Whether a line in furniture's words is a paragraph all the same: it reports what someone said, not to "you"."""
    return line.is_prose and line.ends_sentence and bool(_REPORTING.search(line.text)) and not _READER.search(line.text)


def _is_outside(sorting: Sorting) -> bool:
    beside = sorting.before is not None and sorting.before.kind is None
    following = sorting.at + 1 < len(sorting.lines) and _is_sure_furniture(
        find_furniture(sorting.lines[sorting.at + 1])
    )
    return sorting.is_head or sorting.is_tail or beside or following


def _is_sure_furniture(furniture: Furniture | None) -> bool:
    return furniture is not None and not furniture.only_outside


def _trail(sorting: Sorting) -> Verdict | None:
    if not sorting.is_head or not is_trail(sorting.line) or read_credit_line(sorting.line.text):
        return None
    first = split_trail(sorting.line)[0].strip()
    named = find_outlet(first) or (first if is_outlet_name(first) else None)
    return Verdict(None, "navigation", (Credit("outlet", named, "way from the home page"),) if named else ())


def _sections(sorting: Sorting) -> Verdict | None:
    listed = sorting.is_head and is_section_list(sorting.line) and not read_credit_line(sorting.line.text)
    return Verdict(None, "navigation") if listed else None


def _caption(sorting: Sorting) -> Verdict | None:
    beside = sorting.before is not None and sorting.before.kind == "caption" and sorting.line.gap == 0
    read = read_credit_line(sorting.line.text)
    named = beside and (read is not None or _BESIDE_CAPTION.match(sorting.line.text))
    if is_photo_credit(sorting.line) or (named and sorting.line.count <= LABELS_OF_FORM):
        return Verdict(None, "photo credit")
    if sorting.is_head and read and read.reason == "byline":
        return None
    return Verdict("caption") if sorting.captions[sorting.at] >= CAPTION_SCORE else None


def _followers(sorting: Sorting) -> Verdict | None:
    """Lines that belong to the furniture before them: teasers, a video's title and teaser, a form's labels."""
    opened, line = sorting.opened, sorting.line
    if opened == "teasers" and (is_teaser(line) or (sorting.is_tail and (line.is_headline or _is_foreign(sorting)))):
        return Verdict(None, "related report")
    if opened == "teasers" and line.is_headline and not _is_heading(sorting):
        return Verdict(None, "related report")
    if opened == "video" and line.is_headline and not line.ends_sentence:
        sorting.opened = "video teaser"
        return Verdict(None, "video title")
    if opened == "video teaser" and is_teaser(line):
        return Verdict(None, "video teaser")
    if opened == "form" and line.count <= LABELS_OF_FORM:
        return Verdict(None, "comment form")
    sorting.opened = None
    return None


def _is_foreign(sorting: Sorting) -> bool:
    return is_foreign(sorting.line, sorting.frame.vocabulary)


def _reader(sorting: Sorting) -> Verdict | None:
    masthead = sorting.frame.masthead
    outside = sorting.is_head or sorting.is_tail
    notice = find_notice(sorting.line, is_tail=sorting.is_tail) if outside else None
    if notice:
        return Verdict(None, notice)
    if sorting.is_tail and masthead and is_about_itself(sorting.line, masthead.name):
        return Verdict(None, "line about the outlet")
    if sorting.is_tail and is_chatter(sorting.line):
        return Verdict(None, "reader comment")
    if is_appeal(sorting.line) and (sorting.is_tail or not sorting.frame.speaks_to_reader):
        return Verdict(None, "appeal to the reader")
    return None


def _marked(sorting: Sorting) -> Verdict | None:
    marked = MARKED.match(sorting.line.text)
    if marked:
        return Verdict("quote" if marked["quote"] else "heading")
    return Verdict("list") if LIST_MARK.match(sorting.line.text) and not sorting.is_head else None


def _sentence(sorting: Sorting) -> Verdict | None:
    line = sorting.line
    if line.is_prose or (line.ends_sentence and (line.count > LABEL_WORDS or not sorting.is_head)):
        return Verdict("paragraph")
    return None


def _short(sorting: Sorting) -> Verdict | None:
    """Lines that are no sentence: headings between paragraphs, labels before the first, strays after the last."""
    line = sorting.line
    if sorting.is_head:
        if line.count <= LABEL_WORDS:
            return Verdict(None, "label beside the title")
        return Verdict("heading")
    if not sorting.is_tail:
        return Verdict("heading") if line.count <= HEADING_WORDS and line.is_headline else Verdict("paragraph")
    if line.is_headline and line.count <= HEADING_WORDS and (line.count <= LABEL_WORDS or _is_foreign(sorting)):
        return Verdict(None, "line after the report's end")
    return Verdict("paragraph")


def _is_heading(sorting: Sorting) -> bool:
    """Whether a headline-like line between paragraphs is set off by more room than the teasers before it."""
    return (
        sorting.line.gap > 0
        and sorting.before is not None
        and sorting.before.reason == "related report"
        and sorting.line.count <= LABEL_WORDS
    )


RULES: tuple[Callable[[Sorting], Verdict | None], ...] = (
    _front_matter, _comments, _masthead, _title, _sign, _page_title, find_about_author, _furniture, _repeated, _address,
    _trail, _sections, _caption, find_credit_line, find_bare_author, find_paper, _followers, _reader, _marked,
    _sentence, _short,
)  # fmt: skip
"""In the order in which they are asked; the first that has an answer decides."""
