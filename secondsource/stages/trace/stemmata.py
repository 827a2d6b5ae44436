"""Who copied whom: a story comes in, its stemma comes out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from secondsource.model.ids import digest
from secondsource.model.stories import (
    Derivation,
    DerivationManner,
    Lineage,
    Passage,
    Stemma,
    Story,
)
from secondsource.settings import Trace
from secondsource.stages.trace.borrowings import (
    Borrowing,
    find_borrowed,
    find_borrowings,
)
from secondsource.stages.trace.descents import (
    LOST,
    Descent,
    find_descent,
    outside_agencies,
)
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.kinships import find_kinships
from secondsource.stages.trace.lineages import find_lineages, graft
from secondsource.stages.trace.manners import find_manner, find_manner_of_lost
from secondsource.stages.trace.mashups import Mashup, find_mashups
from secondsource.stages.trace.reasons import (
    say_borrowing,
    say_direction,
    say_kinship,
    say_lost,
)
from secondsource.stages.trace.tellings import read_telling

DEFAULT = Trace()


def trace(story: Story, settings: Trace = DEFAULT) -> Stemma:
    """The lineages of a story's reports, in the story's order, and what each report was made from."""
    tellings = [read_telling(reading, settings) for reading in story.readings]
    explained = Explanations(tellings, find_kinships(tellings, settings))
    mashups = find_mashups(explained, settings)
    told = find_lineages(explained, mashups, settings)
    borrowings = find_borrowings(explained, told, settings)
    lineages: list[Lineage] = []
    derivations: list[Derivation] = []
    for members in graft(told, borrowings):
        whole = tuple(place for place in members if place not in mashups and place not in borrowings)
        descent = find_descent(whole, explained, settings)
        lineage = _describe(members, whole, descent, explained, settings)
        lineages.append(lineage)
        derivations += _derive(whole, descent, lineage, explained, settings)
        derivations += _derive_mashups(members, mashups, explained, settings)
        derivations += (
            _from_quotes(borrowings[place], explained, settings) for place in members if place in borrowings
        )
    return Stemma(tuple(lineages), tuple(derivations))


def _describe(
    members: Sequence[int],
    whole: Sequence[int],
    descent: Descent,
    explained: Explanations,
    settings: Trace,
) -> Lineage:
    ids = tuple(explained.tellings[place].id for place in members)
    lost = descent.root is None
    if lost:
        reasons = tuple(say_lost(whole, explained, settings))
    elif len(members) > 1:
        reasons = (f"all others can be made from {explained.tellings[whole[0] if lost else descent.root or 0].name}",)
    else:
        reasons = ("no other report tells the same things in the same order",)
    return Lineage(
        id=digest("lineage", *sorted(ids)),
        reports=ids,
        root=None if descent.root is None else explained.tellings[descent.root].id,
        lost_original=lost,
        name=_name_of_original(members, explained),
        reasons=reasons,
    )


def _name_of_original(members: Iterable[int], explained: Explanations) -> str | None:
    """The agency that most members credit, if any does."""
    named = [agency for place in members for agency in outside_agencies(explained.tellings[place])]
    in_full = {"".join(word[0] for word in name.split()).upper(): name for name in sorted(named) if " " in name}
    credited = Counter(in_full.get(agency, agency) for agency in named)
    return min(credited, key=lambda agency: (-credited[agency], agency), default=None)


def _derive(
    whole: Sequence[int],
    descent: Descent,
    lineage: Lineage,
    explained: Explanations,
    settings: Trace,
) -> Iterator[Derivation]:
    for child in whole:
        parent = descent.parents.get(child)
        if parent == LOST:
            siblings = [other for other in whole if other != child and descent.parents[other] == LOST]
            yield _from_lost(child, siblings, lineage.id, explained, settings)
        elif parent is not None:
            manner = find_manner(child, parent, explained, settings)
            yield _from_report(child, parent, manner, explained, settings)


def _derive_mashups(
    members: Sequence[int],
    mashups: Mapping[int, Mashup],
    explained: Explanations,
    settings: Trace,
) -> Iterator[Derivation]:
    for place in members:
        if place in mashups:
            yield _from_report(place, mashups[place].main, "mash-up", explained, settings)
            yield _from_report(place, mashups[place].second, "mash-up", explained, settings)


def _from_report(
    child: int,
    parent: int,
    manner: DerivationManner,
    explained: Explanations,
    settings: Trace,
) -> Derivation:
    copy, source = explained.tellings[child], explained.tellings[parent]
    reasons = [
        *say_kinship(child, parent, explained, settings),
        *say_direction(child, parent, explained, settings),
    ]
    told = explained.alignment(child, parent).told
    return Derivation(
        child=copy.id,
        parent=source.id,
        manner=manner,
        score=round(explained.score(child, parent), 3),
        reasons=tuple(reasons),
        passages=tuple(Passage(copy.sentences[p.left], source.sentences[p.right]) for p in told),
    )


def _from_quotes(borrowing: Borrowing, explained: Explanations, settings: Trace) -> Derivation:
    copy, source = (
        explained.tellings[borrowing.report],
        explained.tellings[borrowing.source],
    )
    pairs = find_borrowed(borrowing, explained, settings)
    return Derivation(
        child=copy.id,
        parent=source.id,
        manner="quotes only",
        score=round(borrowing.quotes / sum(1 for quote in copy.quotes if quote), 3),
        reasons=tuple(say_borrowing(borrowing, explained)),
        passages=tuple(Passage(copy.quoted[mine], source.quoted[theirs]) for mine, theirs in pairs),
    )


def _from_lost(
    child: int,
    siblings: list[int],
    lineage: str,
    explained: Explanations,
    settings: Trace,
) -> Derivation:
    copy = explained.tellings[child]
    nearest = max(siblings, key=lambda sibling: (explained.score(child, sibling), -sibling))
    shared = sorted({pairing.left for sibling in siblings for pairing in explained.alignment(child, sibling).told})
    return Derivation(
        child=copy.id,
        parent=lineage,
        manner=find_manner_of_lost(child, siblings, explained, settings),
        score=round(explained.score(child, nearest), 3),
        reasons=tuple(say_kinship(child, nearest, explained, settings)),
        passages=tuple(Passage(copy.sentences[place], None) for place in shared),
    )
