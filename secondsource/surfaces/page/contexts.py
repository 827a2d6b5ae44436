"""Words in their sentence, for a statement too short to be understood by itself."""

from bisect import bisect_right
from dataclasses import dataclass

from secondsource.model.readings import Reading
from secondsource.model.spans import Span

REACH = 110
"""Characters shown on either side: with the words themselves about two lines of the page."""


@dataclass(frozen=True, slots=True)
class Context:
    """A quoted stretch of a sentence: the words that matter, and what stands before and after them."""

    before: str
    text: str
    after: str


def find_context(reading: Reading, span: Span) -> Context:
    """The sentence that `span` begins in, cut to what stands near it; where it is cut there is an ellipsis."""
    text = reading.report.text
    index = bisect_right([sentence.start for sentence in reading.sentences], span.start) - 1
    sentence = reading.sentences[index] if index >= 0 else span
    if not sentence.contains(span):
        sentence = span
    start, end = sentence.start, sentence.end
    if span.start - start > REACH:
        start = text.find(" ", span.start - REACH, span.start) + 1 or span.start
    if end - span.end > REACH:
        end = max(text.rfind(" ", span.end, span.end + REACH), span.end)
    before = "… " * (start > sentence.start) + text[start : span.start].lstrip()
    after = text[span.end : end].rstrip() + " …" * (end < sentence.end)
    return Context(before, span.of(text), after)
