"""Who copied whom: a story comes in, its stemma comes out."""

from secondsource.model.stories import Derivation, Lineage, Stemma, Story
from secondsource.settings import Trace
from secondsource.stages.trace.kinships import find_kinships
from secondsource.stages.trace.lineages import describe, find_lineages


def trace(story: Story, settings: Trace = Trace()) -> Stemma:  # noqa: B008
    """The lineages of a story's reports, in the story's order, and how each report comes from its parent."""
    kinships = find_kinships(story.readings, settings)
    lineages: list[Lineage] = []
    derivations: list[Derivation] = []
    for members in find_lineages(story.readings, kinships, settings):
        lineage, derived = describe(story.readings, members, kinships, settings)
        lineages.append(lineage)
        derivations += derived
    return Stemma(tuple(lineages), tuple(derivations))
