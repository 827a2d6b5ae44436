"""Where in a report's text a credit was read."""

import re
from dataclasses import replace

from secondsource.model.reports import Credit
from secondsource.model.spans import Span
from secondsource.stages.clean.drafts import Draft

_QUOTED = re.compile(r"“(?P<words>[^“”]{1,200}?)…?”$")


def place_credit(credit: Credit, draft: Draft) -> Credit:
    """The credit with its span, where the words that it quotes, or the headline, stand in the text."""
    if credit.read_from == "headline of the text":
        title = next((block for block in draft.blocks if block.kind == "title"), None)
        at = draft.text.find(credit.value, title.span.start, title.span.end) if title else -1
        return replace(credit, span=Span(at, at + len(credit.value))) if at >= 0 else credit
    quoted = _QUOTED.search(credit.read_from)
    words = quoted["words"].strip() if quoted else ""
    at = draft.text.rfind(words) if words and "last" in credit.read_from else draft.text.find(words) if words else -1
    return replace(credit, span=Span(at, at + len(words))) if at >= 0 else credit
