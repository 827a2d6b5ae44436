"""Knobs of grouping, each number with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Knobs of grouping, fitted together on three public sets of stories (dev parts of giveme5w1h, basil, gva)."""

    title_weight: int = 3
    """How often a title's words are counted."""
    lead_words: int = 100
    """How many words at the beginning are counted twice."""
    name_weight: float = 0.35
    """Share of the likeness that names make; the rest is all words."""
    unshared_names: float = 50.0
    """What every report is taken to name besides, as a squared weight: about two rare names. So a brief that names only
    the town is not wholly like any other from that town."""
    news_weight: float = 500.0
    """How many reports the counts of news at large weigh: with fewer reports they decide which words are rare. From 300
    to 1,000 the figures hardly move; without them half the folders that hold a single story fall apart."""
    half_life_days: float = 14.0
    """Days between two reports at which half of what time can take from their likeness is gone."""
    far_factor: float = 0.3
    """What is left of the likeness of two reports far apart in time."""
    least_likeness: float = 0.105
    """Average likeness at which two groups of reports are one story."""
    keys: int = 40
    """How many of a report's words an index is asked by for reports like it."""
    entries: int = 10_000
    """How many entries of an index are read, the rarest words first, to find the reports near a newcomer."""
    nearest: int = 50
    """How many reports near a newcomer are compared with it."""
