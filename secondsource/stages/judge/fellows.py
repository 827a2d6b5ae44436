"""Fellows: which sentence of one report tells what a sentence of another does, by what each means."""

from secondsource.model.findings import Statement
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.vectors import Vectors, embed

FEWEST_WORDS = 4
"""A sentence of fewer words is held against none."""


class Fellows:
    """The sentences of the reports of one story and their meaning, read as they are asked for."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._read: dict[str, tuple[dict[Span, int], Vectors | None]] = {}

    def likeness(self, one: Statement, other: Statement) -> float:
        """Cosine of what the sentences of two reports mean, if each is the other's nearest in its report; or 0."""
        (ours, mine), (theirs, yours) = self._of(one.report), self._of(other.report)
        here = ours.get(self._case.sentence_of(one.report, one.span))
        there = theirs.get(self._case.sentence_of(other.report, other.span))
        if here is None or there is None or mine is None or yours is None:
            return 0.0
        forth, back = yours @ mine[here], mine @ yours[there]
        are_nearest = int(forth.argmax()) == there and int(back.argmax()) == here
        return float(forth[there]) if are_nearest else 0.0

    def _of(self, report: str) -> tuple[dict[Span, int], Vectors | None]:
        if report not in self._read:
            case = self._case
            spans = [
                span
                for span in case.readings[report].sentences
                if not case.is_title(report, span) and len(case.text_of(report, span).split()) >= FEWEST_WORDS
            ]
            texts = tuple(case.text_of(report, span) for span in spans)
            self._read[report] = ({span: at for at, span in enumerate(spans)}, embed(texts) if texts else None)
        return self._read[report]
