"""Who copied whom: a story comes in, its stemma comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.model.decisions import NOTHING_RULED, Ties
from secondsource.model.ids import digest
from secondsource.model.stories import Derivation, Lineage, Stemma, Story
from secondsource.settings import Trace
from secondsource.stages.trace.agreements import Agreements
from secondsource.stages.trace.borrowings import find_borrowings
from secondsource.stages.trace.credits import name_original
from secondsource.stages.trace.derivations import Deriver, derive_reprint
from secondsource.stages.trace.descents import Descent, find_descent
from secondsource.stages.trace.doubts import find_doubts
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.kinships import Kinships
from secondsource.stages.trace.lineages import allow, find_lineages, graft
from secondsource.stages.trace.mashups import find_mashups
from secondsource.stages.trace.reasons import say_lineage
from secondsource.stages.trace.reprints import find_reprints
from secondsource.stages.trace.rulings import Rulings, say_rulings
from secondsource.stages.trace.tellings import Telling, read_telling
from secondsource.stages.trace.wordings import Wordings

DEFAULT = Trace()


def trace(story: Story, settings: Trace = DEFAULT, ruled: Ties = NOTHING_RULED) -> Stemma:
    """The lineages of a story's reports, in the story's order, and what each report was made from.

    `ruled` is what people ruled of which reports go back to one text; the reasons tell where that is at work.
    """
    tellings = [read_telling(reading, settings) for reading in story.readings]
    reprints = find_reprints(tellings, ruled.widened)
    printed = {place: [place] for place in range(len(tellings)) if place not in reprints}
    for copy, first in sorted(reprints.items()):
        printed[first].append(copy)
    stemma = _trace_texts([[tellings[place] for place in places] for places in printed.values()], settings, ruled)
    told = say_rulings(stemma, ruled, {telling.id: telling.name for telling in tellings})
    return _in_order(told, {telling.id: place for place, telling in enumerate(tellings)})


def _trace_texts(printed: Sequence[Sequence[Telling]], settings: Trace, ruled: Ties) -> Stemma:
    """The stemma of texts, each given as it was printed, first by whom it is taken to be. The first alone is traced."""
    texts = [tellings[0] for tellings in printed]
    rulings = Rulings(
        ruled.widened, {telling.id: place for place, tellings in enumerate(printed) for telling in tellings}
    )
    explained = Explanations(texts, Kinships(texts, settings, rulings), rulings)
    agreed, deriver = Agreements(explained, settings), Deriver(explained, Wordings(texts, settings), settings)
    mashups = find_mashups(explained, settings)
    told = find_lineages(explained, mashups, settings)
    borrowings = allow(told, find_borrowings(explained, told, settings), explained)
    whole = {
        members: [place for place in members if place not in mashups and place not in borrowings]
        for members in graft(told, borrowings)
    }
    descents = {members: find_descent(places, explained, agreed, settings) for members, places in whole.items()}
    parents = {child: parent for descent in descents.values() for child, parent in descent.parents.items()}
    lineages: list[Lineage] = []
    derivations: list[Derivation] = []
    for members, descent in descents.items():
        everyone = [telling for place in members for telling in printed[place]]
        lineages.append(_describe(everyone, whole[members], descent, explained, settings))
        derivations += deriver.derive(whole[members], descent, lineages[-1].id)
        for place in members:
            if place in mashups:
                derivations += deriver.derive_mashup(mashups[place], parents)
            elif place in borrowings:
                derivations.append(deriver.derive_quotes(borrowings[place]))
            derivations += (derive_reprint(copy, texts[place]) for copy in printed[place][1:])
    ids = [[telling.id for telling in tellings] for tellings in printed]
    return Stemma(tuple(lineages), tuple(derivations), find_doubts(whole, ids, explained, settings))


def _in_order(stemma: Stemma, place_of: Mapping[str, int]) -> Stemma:
    """The same, with the lineages, and the reports of each, in the order of these places."""
    lineages = [replace(one, reports=tuple(sorted(one.reports, key=place_of.__getitem__))) for one in stemma.lineages]
    return replace(stemma, lineages=tuple(sorted(lineages, key=lambda lineage: place_of[lineage.reports[0]])))


def _describe(
    everyone: Sequence[Telling],
    whole: Sequence[int],
    descent: Descent,
    explained: Explanations,
    settings: Trace,
) -> Lineage:
    ids = tuple(telling.id for telling in everyone)
    return Lineage(
        id=digest("lineage", *sorted(ids)),
        reports=ids,
        root=None if descent.root is None else explained.tellings[descent.root].id,
        lost_original=descent.root is None,
        name=name_original(everyone),
        reasons=tuple(say_lineage(whole, descent.root, len(everyone), explained, settings)),
    )
