"""Pasted text: its lines sorted into the report's own words, credits and furniture, by their language and place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.reports import Cut
from secondsource.stages.clean.captions import CAPTION_SCORE, score_caption
from secondsource.stages.clean.drafts import Draft, Part, lay_out
from secondsource.stages.clean.frames import find_frame
from secondsource.stages.clean.lines import MARKED, Line, split_lines
from secondsource.stages.clean.rules import decide
from secondsource.stages.clean.sorting import Sorting, Verdict


def read_paste(text: str) -> Draft:
    """The report in a pasted text: its own words in blocks, what was cut and why, and the credits in its lines."""
    lines = split_lines(text)
    if not lines:
        return Draft("", ())
    sorting = Sorting(lines, find_frame(lines), _score_captions(lines))
    while sorting.at < len(lines):
        sorting.settle(decide(sorting))
    return _to_draft(lines, sorting.verdicts)


def _score_captions(lines: Sequence[Line]) -> list[float]:
    """Each line's score, raised beside another caption where empty lines set everything else apart."""
    scores = [score_caption(line) for line in lines]
    spaced = sum(line.gap > 0 for line in lines) > len(lines) / 2
    raised = list(scores)
    for at, score in enumerate(scores):
        beside = [
            scores[other]
            for other, gap in ((at - 1, lines[at].gap), (at + 1, _gap(lines, at + 1)))
            if gap == 0 and 0 <= other < len(lines)
        ]
        if score >= 1 and spaced and any(other >= CAPTION_SCORE for other in beside):
            raised[at] = score + 1
    return raised


def _gap(lines: Sequence[Line], at: int) -> int:
    return lines[at].gap if at < len(lines) else 1


def _to_draft(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> Draft:
    parts = [
        Part(verdict.kind, _plain(line.text)) for line, verdict in zip(lines, verdicts, strict=True) if verdict.kind
    ]
    cuts = tuple(
        Cut(line.text, verdict.reason) for line, verdict in zip(lines, verdicts, strict=True) if not verdict.kind
    )
    told = tuple(
        replace(credit, line=line.number)
        for line, verdict in zip(lines, verdicts, strict=True)
        for credit in verdict.credits
    )
    text, blocks = lay_out(parts)
    return Draft(text, blocks, cuts, told)


def _plain(text: str) -> str:
    """The line without the marks of Markdown or a bullet."""
    marked = MARKED.match(text)
    if marked:
        return next(inner for name, inner in marked.groupdict().items() if inner and name != "hash").strip()
    return re.sub(r"^[-*•▪◦‣·]\s+(?=\S)", "", text)
