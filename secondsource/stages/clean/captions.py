"""Captions in pasted text: known by the picture's credit, by who stands where, and by what pictures show."""

import re
from functools import cache
from itertools import pairwise

from secondsource.stages.clean.lines import Line
from secondsource.stages.clean.moments import MONTH_NAMES, read_moment
from secondsource.text.lexicon import load_lexicon

CAPTION_SCORE = 2.0
"""Two signs of weight make a caption; a credit or an opening that only captions have is enough alone."""

LONGEST_CAPTION = 90
"""Words. Agencies' captions have three sentences at most."""

LONGEST_CREDIT = 10
"""Words of a line that is a picture's credit and nothing else."""

_END_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\.?$")
_NAME_AND_FIRM = re.compile(r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{1,20}){1,3}\s?/\s?[A-Z][\w .'’&-]{1,40}")
"""A photographer and whom the picture came through: "Ann Ode/Harbour Pool"."""

_END_CREDIT = re.compile(
    r"(?:photo(?:graph)?|picture|image|credit|file)\s?(?:by|:|/|credit)\s?[^.!?]{2,60}\.?$", re.IGNORECASE
)
_END_DATE = re.compile(
    rf"\b(?:(?:{MONTH_NAMES})\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{MONTH_NAMES}))\b(?P<year>,?\s(?:19|20)\d\d)?\s?[.)]*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\W\d_]{2}[\"'”’)]?[.!?…][\"'”’)]?\s[|(]{0,2}\s?\S{1,40}(?:\s\S{1,40}){0,6}$|[。！？।؟۔]")
"""What ends a sentence before a picture's credit of a few words, or anywhere in scripts with marks of their own."""

_WORD = re.compile(r"[A-Za-z'’]+")
_NOT_BEFORE_SHOWN = frozenset(load_lexicon("captions")["before"])


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(load_lexicon("captions")[key])


def is_photo_credit(line: Line) -> bool:
    """Whether the line names a picture's maker and nothing else: "Image source, Getty Images"."""
    if line.count > LONGEST_CREDIT or line.ends_sentence:
        return False
    folded = line.text.lower()
    if folded.startswith(_words("credit_opens")):
        return not _END_DATE.search(line.text)
    parts = [part.strip() for part in re.split(r"[/|,]", folded.strip("()[] ."))]
    return len(parts) > 1 and parts[-1] in _words("credits") and line.count <= 6


def tells_something(line: Line) -> bool:
    """Whether a caption is a sentence, with the picture's credit behind it or not, names a day or says what happened.

    Others only name who or what is in the picture, ask something, or stand under a picture that is not of the event.
    """
    folded = line.text.replace("’", "'").lower()
    if line.text.endswith("?") or any(phrase in folded for phrase in _words("archive")):
        return False
    if line.ends_sentence or _SENTENCE.search(line.text) or read_moment(line.text) is not None:
        return True
    return bool(set(_WORD.findall(folded)) & set(_words("tells"))) and not _has_end_credit(line.text)


def score_caption(line: Line) -> float:
    """How much speaks for a caption; from `CAPTION_SCORE` on it is one."""
    if line.count > LONGEST_CAPTION or line.count < 3:
        return 0.0
    folded = " ".join(line.text.lower().replace("’", "'").split())
    score = 0.0
    if _has_end_credit(line.text):
        score += 2
    if folded.startswith(_words("opens")):
        score += 2
    if any(position in folded for position in _words("positions")):
        score += 1
    if any(f"{phrase} " in folded and f"{phrase} as " not in folded for phrase in _words("seen")):
        score += 1
    tells = set(_WORD.findall(folded)) & set(_words("tells"))
    if not tells and _shows(folded):
        score += 1
    if date := _END_DATE.search(line.text):
        score += (1 if date["year"] else 0.5) if not tells else 0
    return score


def _has_end_credit(text: str) -> bool:
    bracket = _END_BRACKET.search(text)
    if bracket:
        if _NAME_AND_FIRM.match(bracket.group(1)):
            return True
        inside = bracket.group(1).lower()
        parts = [part.strip(" .") for part in re.split(r"[/,|]|\svia\s", inside)]
        if any(part in _words("credits") for part in parts) or inside.startswith(_words("credit_opens")):
            return len(text[: bracket.start()].split()) >= 3 and (len(parts) > 1 or not _could_be_agency(inside))
    return bool(_END_CREDIT.search(text[-90:])) and not text.rstrip().endswith(("said.", "says."))


def _could_be_agency(inside: str) -> bool:
    """A bare "(ANI)" closes a report's last paragraph as often as a caption."""
    return len(inside.split()) == 1 and len(inside) <= 8


def _shows(folded: str) -> bool:
    words = _WORD.findall(folded)
    shows = set(_words("shows"))
    return any(word in shows and before not in _NOT_BEFORE_SHOWN for before, word in pairwise(words[1:]))
