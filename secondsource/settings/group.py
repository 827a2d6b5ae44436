"""Knobs of grouping, each number with where it comes from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Group:
    """Knobs of grouping, fitted together on the dev parts of three public sets (giveme5w1h, basil, gva-stories)."""

    title_weight: int = 3
    """How often a title's words are counted."""
    lead_words: int = 100
    """How many words at the beginning are counted twice."""
    name_share: float = 0.3
    """Share of the likeness that capitalised words make; what no share is given to, all words make."""
    person_share: float = 0.12
    """Share of the likeness that persons make."""
    place_share: float = 0.18
    """Share of the likeness that places make. Without persons and places a third more alike events run together."""
    unshared_names: float = 50.0
    """What every report is taken to name besides, as a squared weight: about two rare names. So a brief that names only
    the town is not wholly like any other from that town."""
    unshared_entities: float = 60.0
    """The same for its persons, and for its places."""
    several_words: float = 2.0
    """How much more a name of several words tells than its words do on average."""
    days: int = 8
    """How many of the days that a text names, the first ones, count as days that it tells of."""
    half_life_days: float = field(default=5.0, metadata={"least": 0.1})
    """Days between what two reports tell of at which half of what time can take from their likeness is gone."""
    far_factor: float = 0.4
    """What is left of the likeness of two reports that tell of times far apart."""
    least_likeness: float = 0.12
    """Likeness at which two groups of reports are one story. From .115 to .13 the public sets give and take alike."""
    sharpness: float = 3.0
    """The power that likenesses are raised to before they are averaged, so that a report counts by those in a story
    that are most like it: with 1, stories told from many sides fall apart, or alike events run together."""
    most_parted: int = field(default=120, metadata={"least": 1})
    """How many reports are at most parted anew; where a newcomer is near more, it goes to the story most like it."""
    keys: int = 40
    """How many of a report's words an index is asked by for reports like it."""
    entries: int = 10_000
    """How many entries of an index are read, the rarest words first, to find the reports near a newcomer."""
    nearest: int = 50
    """How many reports near a newcomer are compared with it."""
