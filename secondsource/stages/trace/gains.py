"""Gains: what one report has and another lacks. A copy may lose things, but does not come by what it never had."""

from secondsource.settings import Trace
from secondsource.stages.trace.tellings import Telling


def foreign_quotes(copy: Telling, source: Telling, settings: Trace) -> list[int]:
    """Quotes of `copy`, by their places, whose words `source` does not quote so."""
    return [
        place
        for place, quote in enumerate(copy.quotes)
        if quote and len(quote & source.said) < settings.same_quote_share * len(quote)
    ]


def foreign_details(copy: Telling, source: Telling, kind: str) -> list[str]:
    """Details of this kind that `copy` has and `source` lacks; a name is lacking only where its word is."""
    return sorted(value for name, value in copy.details - source.details if name == kind and value not in source.words)
