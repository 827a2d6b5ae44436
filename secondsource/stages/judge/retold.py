"""Retold: whether a report seems to tell a point after all, in words that were not matched with those of the others."""

from secondsource.model.findings import Point, Statement
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case

FEWEST_WORDS = 5
"""A sentence of fewer words tells too little to be held against a point."""


class Retold:
    """What the reports of one story mean, sentence by sentence, held against points that they seem to lack."""

    def __init__(self, case: Case, settings: Judge) -> None:
        self._case = case
        self._settings = settings
        self._sentences: dict[str, tuple[str, ...]] = {}

    def has(self, report: str, point: Point) -> bool:
        """Whether a sentence of the report comes near one of the point's, or has its figure and comes less near.

        Quotes are asked nothing: other words near them are no quote.
        """
        if point.kind == "quote":
            return False
        nearness = self._nearness(report, point)
        settings = self._settings
        return nearness > settings.retold_nearness or (
            nearness > settings.retold_nearness_counted and self._has_figure(report, point)
        )

    def _nearness(self, report: str, point: Point) -> float:
        """The most that the meaning of a sentence of the report is like that of the point's, 0 to 1."""
        from secondsource.text.vectors import embed

        ours = self._sentences_of(report)
        if not ours:
            return 0.0
        told = dict.fromkeys(self._sentence(s.report, s.span) for s in one_a_source(self._case, point))
        return float((embed(ours) @ embed(tuple(told)).T).max())

    def _sentences_of(self, report: str) -> tuple[str, ...]:
        if report not in self._sentences:
            told = (self._case.text_of(report, span) for span in self._case.readings[report].sentences)
            self._sentences[report] = tuple(text for text in told if len(text.split()) >= FEWEST_WORDS)
        return self._sentences[report]

    def _sentence(self, report: str, span: Span) -> str:
        return self._case.text_of(report, self._case.sentence_of(report, span))

    def _has_figure(self, report: str, point: Point) -> bool:
        values = {(s.low, s.high) for s in point.statements if point.kind == "figure"}
        return any((figure.low, figure.high) in values for figure in self._case.statements[report].figures)


def one_a_source(case: Case, point: Point) -> tuple[Statement, ...]:
    """The first statement of each lineage: enough to see what a point tells."""
    first: dict[str, Statement] = {}
    for statement in point.statements:
        first.setdefault(case.lineages[statement.report].id, statement)
    return tuple(first.values())
