"""Manners: what was done to a text in copying it."""

from secondsource.model.stories import DerivationManner
from secondsource.settings import Trace
from secondsource.stages.trace.explanations import Explanations


def find_manner(child: int, parent: int, explained: Explanations, settings: Trace) -> DerivationManner:
    """Whether `child` has its parent's words, whole or trimmed, or its own."""
    if explained.verbatim(child, parent) < settings.verbatim_share:
        return "rewritten"
    return "verbatim" if explained.share(parent, [child]) >= settings.whole_copy else "trimmed"


def find_manner_of_lost(child: int, siblings: list[int], explained: Explanations, settings: Trace) -> DerivationManner:
    """The same where the parent is lost: what another child of it has in the same words was in it so."""
    if not siblings:
        return "rewritten"
    nearest = max(siblings, key=lambda sibling: (explained.verbatim(child, sibling), -sibling))
    return find_manner(child, nearest, explained, settings)
