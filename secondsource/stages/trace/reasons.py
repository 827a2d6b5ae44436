"""Reasons: why a report is said to come from another, in words that a reader can check."""

from collections.abc import Iterator, Sequence

from secondsource.settings import Trace
from secondsource.stages.trace.borrowings import Borrowing
from secondsource.stages.trace.credits import has_credit, outside_agencies
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.gains import foreign_details, foreign_quotes
from secondsource.stages.trace.tellings import Telling
from secondsource.stages.trace.wordings import Wordings

_A_PAIR = 2


def say_kinship(child: int, other: int, explained: Explanations, wordings: Wordings, settings: Trace) -> Iterator[str]:
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
    wording = wordings.find_shared(child, other)
    if wording:
        yield f"the wording “{wording}” stands in both and in no other text"
    details = wordings.find_shared_details(child, other)
    if details and len(explained.tellings) > _A_PAIR:
        yield f"both give {_list(details, settings.most_named)}, which no other text does"


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
    yield from _say_times(copy, source)


def say_gains(having: Telling, lacking: Telling, settings: Trace) -> str:
    """What one report has and the other lacks, counted; "" for nothing."""
    counted = [
        (len(foreign_quotes(having, lacking, settings)), "quote"),
        (len(foreign_details(having, lacking, "number")), "number"),
        (len(foreign_details(having, lacking, "day")), "day"),
        (len(foreign_details(having, lacking, "name")), "name"),
    ]
    return ", ".join(_count(number, thing) for number, thing in counted if number)


def say_lineage(
    whole: Sequence[int], root: int | None, reports: int, explained: Explanations, settings: Trace
) -> Iterator[str]:
    """Why these reports go back to one text, and whether that is among them. `reports` counts their reprints too."""
    if root is None:
        yield from _say_lost(whole, explained, settings)
    elif len(whole) > 1:
        yield f"all others can be made from {explained.tellings[root].name}"
    elif reports > 1:
        yield f"all others repeat {explained.tellings[root].name} or take their quotes from it"
    elif not explained.rulings.is_parted(whole[0]):
        yield "no other report tells the same things in the same order"


def _say_lost(members: Sequence[int], explained: Explanations, settings: Trace) -> Iterator[str]:
    """Why the original of these reports is taken to be lost: whom they credit, and what each has that others lack."""
    tellings = explained.tellings
    crediting: dict[str, list[str]] = {}
    for place in members:
        for agency in outside_agencies(tellings[place]):
            crediting.setdefault(agency, []).append(tellings[place].name)
    for agency, names in crediting.items():
        yield f"{_list(names, settings.most_named)} {'credits' if len(names) == 1 else 'credit'} {agency}"
    among = set(members)
    for place in members[: settings.most_named]:
        others = [other for other in explained.partners(place) if other in among]
        nearest = max(others, key=lambda other: (explained.nearness(place, [other]), -other))
        gains = say_gains(tellings[place], tellings[nearest], settings)
        if gains:
            yield f"{tellings[place].name} has what {tellings[nearest].name} lacks: {gains}"


def say_doubt(one: int, other: int, explained: Explanations, *, is_joined: bool) -> str:
    """What the count hangs on, in a line."""
    left, right = explained.tellings[one], explained.tellings[other]
    ordered = len(explained.alignment(one, other).chained)
    shared = f"{_count(ordered, 'sentence')} of {min(len(left.sentences), len(right.sentences))} tell the same in order"
    taken = "taken to" if is_joined else "taken not to"
    return f"{left.name} and {right.name} are {taken} go back to one text, but that is not sure: {shared}"


def say_reprint(copy: Telling, source: Telling) -> Iterator[str]:
    """What shows that a report repeats another, and why that one is taken for the first."""
    yield f"word for word the text of {source.name}"
    if has_credit(copy, source):
        yield f"it names {source.name}"
    elif outside_agencies(copy) and not outside_agencies(source):
        yield f"it credits {' and '.join(outside_agencies(copy))}"
    else:
        yield from _say_times(copy, source) or ["nothing but the order in which they came says which was first"]


def _say_times(copy: Telling, source: Telling) -> list[str]:
    made, given = copy.reading.report.published_at, source.reading.report.published_at
    if not made or not given:
        return []
    vote = "the times given agree with this" if given <= made else "it is stamped earlier, but copies are stamped anew"
    return [f"{vote} ({_minute(given)}, {_minute(made)}); a time is only a vote"]


def _list(names: Sequence[str], most: int) -> str:
    rest = len(names) - most
    shown = [*names[:most], f"{rest} more"] if rest > 0 else list(names)
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _minute(instant: str) -> str:
    return instant[:16].replace("T", " ")
