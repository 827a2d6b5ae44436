"""Findings on forces: words that one report has somebody say and another has him admit or threaten."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from secondsource.model.findings import TELLINGS, Finding, Point, Statement
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.lexicon import load_lexicon
from secondsource.text.naming import name_words


@cache
def _loaded() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_lexicon("forces")["loaded"]
    return tuple((row["name"], re.compile(rf"\b(?:{'|'.join(row['words'])})\b", re.IGNORECASE)) for row in rows)


def judge_forces(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """One finding for each thing said that some report gives a verb which says more of the speaker."""
    told: set[tuple[str, tuple[Span, ...]]] = set()
    for point in points:
        if len(point.statements) > 1 and (point.kind == "quote" or point.kind in TELLINGS):
            yield from _judge_point(case, point, told)


def _judge_point(case: Case, point: Point, told: set[tuple[str, tuple[Span, ...]]]) -> Iterator[Finding]:
    """The finding of one point, if a verb is loaded of which nothing has been `told`; now it has."""
    plain = [s for s in point.statements if s.force in load_lexicon("forces")["plain"]["forces"] and s.speaker]
    for name, verbs in _loaded():
        loaded = [s for s in point.statements if _has_verb(case, s, verbs)]
        others = [s for s in plain if s not in loaded and any(_is_same_mouth(s, one) for one in loaded)]
        verbs_shown = {(s.report, _cue_of(case, s)) for s in loaded}
        if loaded and others and not verbs_shown <= told:
            told |= verbs_shown
            reasons = (
                f"{case.names_of(s.report for s in others)}: the speaker says it",
                f"{case.names_of(s.report for s in loaded)}: the speaker {name} it",
            )
            shown = tuple(case.show_sentence(s) for s in (*others, *loaded))
            title = f"Told with a verb that says more: {point.title}"
            yield Finding("attribution", "changed", title, reasons, shown, point.id)


def _has_verb(case: Case, statement: Statement, verbs: re.Pattern[str]) -> bool:
    return any(verbs.search(case.text_of(statement.report, cue)) for cue in _cue_of(case, statement))


def _cue_of(case: Case, statement: Statement) -> tuple[Span, ...]:
    """The verb of its source; the parts of one quote have one."""
    attribution = case.attribution_of(statement)
    return attribution.cue if attribution else ()


def _is_same_mouth(one: Statement, other: Statement) -> bool:
    """Whether the two may be one speaker's: they share a name, or one report leaves the name to a pronoun."""
    if one.speaker is None or other.speaker is None:
        return True
    return bool(set(name_words(one.speaker)) & set(name_words(other.speaker)))
