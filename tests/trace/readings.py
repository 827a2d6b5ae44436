"""Readings made without a parser, for tests that need many: every sentence ends where a full stop and a space do."""

import re
from collections.abc import Sequence

from secondsource.model.readings import Reading
from secondsource.model.reports import Block, Report
from secondsource.model.spans import Span
from secondsource.model.stories import Stemma, Story
from secondsource.stages.trace.stemmata import trace

_SENTENCE = re.compile(r"[^\s.][^.\n]*\.?”?")


def read_plainly(text: str, number: int, **known: object) -> Reading:
    blocks = tuple(Block("paragraph", Span(*line.span())) for line in re.finditer(r"[^\n]+", text))
    known = {"outlet": f"Paper {number}"} | known
    report = Report(id=f"r{number}", place=f"r{number}.txt", text=text, blocks=blocks, **known)  # type: ignore[arg-type]
    return Reading(report, tuple(Span(*found.span()) for found in _SENTENCE.finditer(text)), (), (), ())


def trace_plainly(texts: Sequence[str]) -> Stemma:
    return trace(Story("s", "s", None, tuple(read_plainly(text, number) for number, text in enumerate(texts))))
