"""The clause around a figure or a date, without it: what the number or the day is said of."""

import re

from secondsource.model.spans import Span

_BORDER = re.compile(
    r"[,;:–—.(]\s|\s\(|\s(?:and|but|while|of which|of whom|including|after|when|which|who|as|before|because|that)\s"
)


def clause_before(text: str, sentence: Span, span: Span) -> str:
    """The words from the last border to the left of `span`."""
    left = text[sentence.start : span.start]
    return left[max((border.end() for border in _BORDER.finditer(left)), default=0) :]


def clause_after(text: str, sentence: Span, span: Span) -> str:
    """The words to the right of `span`, up to the first border."""
    right = text[span.end : sentence.end]
    border = _BORDER.search(right)
    return right[: border.start()] if border else right


def clause_around(text: str, sentence: Span, span: Span) -> str:
    """The clause of `span` without the words of `span` itself."""
    return " ".join(f"{clause_before(text, sentence, span)} {clause_after(text, sentence, span)}".split())
