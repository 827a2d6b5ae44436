"""Mash-ups: reports pasted together from two texts that have nothing to do with each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from secondsource.settings import Trace
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Mashup:
    """`report` is pasted together from `main`, which gave it more, and `second`; all are places in the story."""

    report: int
    main: int
    second: int
    explained: float


def find_mashups(explained: Explanations, settings: Trace) -> Mapping[int, Mashup]:
    """The mash-ups of a story.

    A report that copies a mash-up whole is a copy and not another mash-up, and what a mash-up was pasted from is taken
    to be whole itself.
    """
    found = {}
    for report in range(len(explained.tellings)):
        mashup = _find_sources(report, explained, settings)
        if mashup:
            found[report] = mashup
    bridging = [mashup for mashup in found.values() if not _are_joined(mashup, frozenset(found), explained, settings)]
    kept: dict[int, Mashup] = {}
    for mashup in sorted(bridging, key=lambda mashup: (-mashup.explained, mashup.report)):
        sources = {source for known in kept.values() for source in (known.main, known.second)}
        pasted_again = mashup.report in sources or mashup.main in kept or mashup.second in kept
        if not pasted_again and not any(_is_copy(mashup, whole, explained, settings) for whole in kept):
            kept[mashup.report] = mashup
    ruled = (_respect(mashup, explained.rulings) for mashup in kept.values())
    return {mashup.report: mashup for mashup in ruled if mashup}


def _respect(mashup: Mashup, rulings: Rulings) -> Mashup | None:
    """The mash-up with the main source that people ruled to be its own; None where they ruled that it is none."""
    own = rulings.joined_with(mashup.report)
    if rulings.is_parted(mashup.report) or (own and own.isdisjoint((mashup.main, mashup.second))):
        return None
    if own and mashup.main not in own:
        return replace(mashup, main=mashup.second, second=mashup.main)
    return mashup


def _are_joined(mashup: Mashup, pasted: frozenset[int], explained: Explanations, settings: Trace) -> bool:
    """Whether the two sources are kin by way of reports that are not pasted themselves: they are one lineage then."""
    reached, ahead = {mashup.main}, [mashup.main]
    while ahead:
        for other in explained.kin(ahead.pop(), settings.least_kinship):
            if other not in reached and (other not in pasted or other == mashup.second):
                reached.add(other)
                ahead.append(other)
    return mashup.second in reached


def _find_sources(report: int, explained: Explanations, settings: Trace) -> Mashup | None:
    kin = explained.kin(report, settings.least_kinship)
    if len(kin) > settings.most_sources:
        kin = _choose(report, kin, explained, settings)
    best = None
    for one, other in combinations(kin, 2):
        if explained.score(one, other) < settings.least_kinship:
            mashup = _paste(report, one, other, explained, settings)
            if mashup and (best is None or mashup.explained > best.explained):
                best = mashup
    return best


def _choose(report: int, kin: Sequence[int], explained: Explanations, settings: Trace) -> list[int]:
    """Those of many kin who give the report most, each where those before it give less."""
    chosen: list[int] = []
    given = np.zeros(len(explained.tellings[report].weights))
    while len(chosen) < settings.most_sources:
        rest = [place for place in kin if place not in chosen]
        gains = {place: _gain(explained.likeness(report, place), given) for place in rest}
        best = max(rest, key=lambda place: (gains[place], -place))
        chosen.append(best)
        given = np.maximum(given, explained.likeness(report, best))
    return sorted(chosen)


def _gain(likeness: NDArray[np.float64], given: NDArray[np.float64]) -> float:
    return float(np.maximum(likeness - given, 0.0).sum())


def _paste(report: int, one: int, other: int, explained: Explanations, settings: Trace) -> Mashup | None:
    """A mash-up of these two, if each gave the report what the other does not have, and kept back something itself."""
    from_one, from_other = (
        _given(report, source, rival, explained, settings) for source, rival in ((one, other), (other, one))
    )
    held = max(explained.share(one, [report]), explained.share(other, [report]))
    if min(from_one, from_other) < settings.least_given or held > settings.most_held:
        return None
    main, second = (one, other) if from_one >= from_other else (other, one)
    return Mashup(report, main, second, explained.nearness(report, [main, second]))


def _given(report: int, source: int, rival: int, explained: Explanations, settings: Trace) -> float:
    """How much the report tells like `source` and clearly less like `rival`, in average sentences."""
    ahead = explained.likeness(report, source) - explained.likeness(report, rival) >= settings.clear_lead
    alike = explained.likeness(report, source) >= settings.given_likeness
    return float(explained.tellings[report].weights[ahead & alike].sum())


def _is_copy(mashup: Mashup, whole: int, explained: Explanations, settings: Trace) -> bool:
    """Whether one report, itself a mash-up, accounts for this one as well as its two sources do."""
    return explained.nearness(mashup.report, [whole]) >= settings.whole_share * mashup.explained
