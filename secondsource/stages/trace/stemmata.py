"""Who copied whom: a story comes in, its stemma comes out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from secondsource.model.ids import digest
from secondsource.model.stories import Derivation, Lineage, Stemma, Story
from secondsource.settings import Trace
from secondsource.stages.trace.agreements import Agreements
from secondsource.stages.trace.borrowings import find_borrowings
from secondsource.stages.trace.credits import outside_agencies
from secondsource.stages.trace.derivations import Deriver, derive_reprint
from secondsource.stages.trace.descents import Descent, find_descent
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.kinships import Kinships
from secondsource.stages.trace.lineages import find_lineages, graft
from secondsource.stages.trace.mashups import find_mashups
from secondsource.stages.trace.reasons import say_lineage
from secondsource.stages.trace.reprints import find_reprints
from secondsource.stages.trace.tellings import Telling, read_telling
from secondsource.stages.trace.wordings import Wordings

DEFAULT = Trace()


def trace(story: Story, settings: Trace = DEFAULT) -> Stemma:
    """The lineages of a story's reports, in the story's order, and what each report was made from."""
    tellings = [read_telling(reading, settings) for reading in story.readings]
    reprints = find_reprints(tellings)
    lineages: list[Lineage] = []
    derivations: list[Derivation] = []
    firsts = [place for place in range(len(tellings)) if place not in reprints]
    for lineage, derived in _trace_texts(firsts, reprints, tellings, settings):
        lineages.append(lineage)
        derivations += derived
    return Stemma(tuple(lineages), tuple(derivations))


def _trace_texts(
    firsts: Sequence[int], reprints: Mapping[int, int], tellings: Sequence[Telling], settings: Trace
) -> list[tuple[Lineage, list[Derivation]]]:
    """The lineages of the texts, each told once, with their derivations; reprints stand with the text they repeat."""
    texts = [tellings[place] for place in firsts]
    explained = Explanations(texts, Kinships(texts, settings))
    agreed, deriver = Agreements(explained, settings), Deriver(explained, Wordings(texts, settings), settings)
    mashups = find_mashups(explained, settings)
    told = find_lineages(explained, mashups, settings)
    borrowings = find_borrowings(explained, told, settings)
    copies: dict[int, list[int]] = {}
    for copy, first in sorted(reprints.items()):
        copies.setdefault(first, []).append(copy)
    whole_of, found = {}, []
    parents: dict[int, int] = {}
    for members in graft(told, borrowings):
        whole_of[members] = [place for place in members if place not in mashups and place not in borrowings]
        descent = find_descent(whole_of[members], explained, agreed, settings)
        parents.update(descent.parents)
        found.append((members, descent))
    traced = []
    for members, descent in found:
        everyone = sorted(place for text in members for place in (firsts[text], *copies.get(firsts[text], ())))
        lineage = _describe(everyone, whole_of[members], descent, tellings, explained, settings)
        derived = list(deriver.derive(whole_of[members], descent, lineage.id))
        for place in members:
            if place in mashups:
                derived += deriver.derive_mashup(mashups[place], parents)
            elif place in borrowings:
                derived.append(deriver.derive_quotes(borrowings[place]))
        derived += (
            derive_reprint(tellings[place], tellings[reprints[place]]) for place in everyone if place in reprints
        )
        traced.append((everyone[0], lineage, derived))
    return [(lineage, derived) for _, lineage, derived in sorted(traced, key=lambda row: row[0])]


def _describe(
    everyone: Sequence[int],
    whole: Sequence[int],
    descent: Descent,
    tellings: Sequence[Telling],
    explained: Explanations,
    settings: Trace,
) -> Lineage:
    ids = tuple(tellings[place].id for place in everyone)
    return Lineage(
        id=digest("lineage", *sorted(ids)),
        reports=ids,
        root=None if descent.root is None else explained.tellings[descent.root].id,
        lost_original=descent.root is None,
        name=_name_of_original([tellings[place] for place in everyone]),
        reasons=tuple(say_lineage(whole, descent.root, len(everyone), explained, settings)),
    )


def _name_of_original(tellings: Iterable[Telling]) -> str | None:
    """The agency that most members credit, if any does, by the fullest name that one of them gives."""
    named = [agency for telling in tellings for agency in outside_agencies(telling)]
    in_full = {"".join(word[0] for word in name.split()).upper(): name for name in sorted(named) if " " in name}
    credited = Counter(in_full.get(agency, agency) for agency in named)
    return min(credited, key=lambda agency: (-credited[agency], agency), default=None)
