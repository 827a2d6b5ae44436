"""Manners: what was done to a text in copying it."""

from secondsource.model.stories import DerivationManner
from secondsource.settings import Trace
from secondsource.stages.trace.explanations import Explanations


def find_manner(child: int, parent: int, explained: Explanations, settings: Trace) -> DerivationManner:
    """Whether `child` has its parent's words, whole or trimmed, or its own."""
    if share_verbatim(child, [parent], explained, settings) < settings.verbatim_share:
        return "rewritten"
    return "verbatim" if explained.share(parent, [child]) >= settings.whole_copy else "trimmed"


def find_manner_of_lost(child: int, siblings: list[int], explained: Explanations, settings: Trace) -> DerivationManner:
    """The same where the parent is lost: what another child of it has in the same words was in it so."""
    if not siblings or share_verbatim(child, siblings, explained, settings) < settings.verbatim_share:
        return "rewritten"
    fullest = max(siblings, key=lambda sibling: (explained.share(child, [sibling]), -sibling))
    return "verbatim" if explained.share(fullest, [child]) >= settings.whole_copy else "trimmed"


def share_verbatim(child: int, parents: list[int], explained: Explanations, settings: Trace) -> float:
    """Share of what `child` has from any of `parents` that stands in the same words there."""
    weights = explained.tellings[child].weights
    likeness = max(
        (explained.likeness(child, parent) for parent in parents), key=lambda row: float((weights * row).sum())
    )
    told = float(weights[likeness > 0].sum())
    return float(weights[likeness >= settings.same_words].sum()) / told if told else 0.0
