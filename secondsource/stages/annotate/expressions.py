"""Expressions: the words that name a time, each with the pattern it fits and its parts; nothing is reckoned here."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secondsource.model.spans import Span
from secondsource.stages.annotate.patterns import load_rules


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name a time. `kind` is the pattern's name, `parts` its named pieces that are there, lower-case."""

    span: Span
    kind: str
    parts: Mapping[str, str]


def find_expressions(text: str, stretch: Span) -> tuple[Expression, ...]:
    """The expressions within `stretch` in text order, the longest of those that overlap."""
    chosen: list[Expression] = []
    for expression in sorted(_find_all(text, stretch), key=lambda one: -len(one.span)):
        at = bisect_right(chosen, expression.span, key=lambda one: one.span)
        if not any(other.span.overlaps(expression.span) for other in chosen[max(0, at - 1) : at + 1]):
            chosen.insert(at, expression)
    return tuple(chosen)


def _find_all(text: str, stretch: Span) -> Iterator[Expression]:
    words = stretch.of(text)
    lowered = words.lower()
    for rule in load_rules():
        for found in rule.pattern.finditer(words) if rule.may_fit(lowered) else ():
            parts = {name: part.lower() for name, part in found.groupdict().items() if part}
            yield Expression(Span(stretch.start + found.start(), stretch.start + found.end()), rule.kind, parts)
