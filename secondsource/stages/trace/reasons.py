"""Reasons: why a report is said to come from another, in words that a reader can check."""

from collections.abc import Iterator, Sequence

from secondsource.settings import Trace
from secondsource.stages.trace.borrowings import Borrowing
from secondsource.stages.trace.descents import (
    foreign_details,
    foreign_quotes,
    has_credit,
    outside_agencies,
)
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.tellings import Telling
from secondsource.stages.trace.wordings import find_shared_wording


def say_kinship(child: int, other: int, explained: Explanations, settings: Trace) -> Iterator[str]:
    """What shows that one text lies behind two reports."""
    copy, source = explained.tellings[child], explained.tellings[other]
    alignment = explained.alignment(child, other)
    ordered = len({pairing.left for pairing in alignment.chained + alignment.beside_left})
    yield f"{_count(ordered, 'sentence')} of {len(copy.sentences)} tell the same as {source.name}, in the same order"
    if alignment.strays:
        yield f"{_count(len(alignment.strays), 'sentence')} more tell the same in another place"
    same = sum(1 for pairing in alignment.told if pairing.likeness >= settings.same_words)
    if same:
        yield f"{_count(same, 'sentence')} in the same words or nearly so"
    rest = [telling for place, telling in enumerate(explained.tellings) if place not in (child, other)]
    wording = find_shared_wording(copy, source, rest, settings)
    if wording:
        yield f"the wording “{wording}” stands in both and in no other report"


def say_borrowing(borrowing: Borrowing, explained: Explanations) -> Iterator[str]:
    """What shows that a report has its quotes, and no more, from another."""
    source, own = explained.tellings[borrowing.source].name, explained.tellings[borrowing.report].quotes
    quotes = f"{_count(borrowing.quotes, 'quote')} of {sum(1 for quote in own if quote)}"
    yield f"{quotes} stand in {source}, which has others too"
    yield f"{_count(borrowing.exclusive, 'quote')} of them stand in no report that goes back to another text"
    yield "what it tells besides is told in another order and in other words"


def say_direction(child: int, parent: int, explained: Explanations, settings: Trace) -> Iterator[str]:
    """What shows which of the two was first."""
    copy, source = explained.tellings[child], explained.tellings[parent]
    if has_credit(copy, source):
        yield f"it names {source.name}"
    more = say_gains(source, copy, settings)
    if more:
        yield f"{source.name} has what it lacks: {more}"
    made, given = copy.reading.report.published_at, source.reading.report.published_at
    if made and given:
        vote = (
            "the times given agree with this" if given <= made else "it is stamped earlier, but copies are stamped anew"
        )
        yield f"{vote} ({_minute(given)}, {_minute(made)}); a time is only a vote"


def say_gains(having: Telling, lacking: Telling, settings: Trace) -> str:
    """What one report has and the other lacks, counted; "" for nothing."""
    counted = [
        (len(foreign_quotes(having, lacking, settings)), "quote"),
        (len(foreign_details(having, lacking, "number")), "number"),
        (len(foreign_details(having, lacking, "day")), "day"),
        (len(foreign_details(having, lacking, "name")), "name"),
    ]
    return ", ".join(_count(number, thing) for number, thing in counted if number)


def say_lost(members: Sequence[int], explained: Explanations, settings: Trace) -> Iterator[str]:
    """Why the original of these reports is taken to be lost: what each has that the others lack."""
    tellings = explained.tellings
    for place in members:
        agencies = outside_agencies(tellings[place])
        if agencies:
            yield f"{tellings[place].name} credits {' and '.join(agencies)}"
    for place in members:
        others = [other for other in members if other != place]
        nearest = max(others, key=lambda other: (explained.nearness(place, [other]), -other))
        gains = say_gains(tellings[place], tellings[nearest], settings)
        if gains:
            yield f"{tellings[place].name} has what {tellings[nearest].name} lacks: {gains}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _minute(instant: str) -> str:
    return instant[:16].replace("T", " ")
