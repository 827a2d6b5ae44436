"""Knobs of extracting, each number with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extract:
    """Knobs of extracting. The weights of pronouns were set by hand on news reports that were looked at."""

    tagger_least: float | None = 0.45
    """How likely at least the tagger must hold an attribution to be (it gave the best F1 on reports held out from
    training); None leaves it to the rules alone."""

    pronoun_reach: int = 4
    """Sentences back in which "he" or "she" finds its person; further away a report names the person again."""

    sentence_cost: float = 1.0
    """What each sentence of distance takes from a person's score."""

    subject_weight: float = 1.5
    """What it adds that a person was the subject of a sentence: a little more than one sentence of distance."""

    speaker_weight: float = 1.0
    """The score of whoever spoke last, before distance."""

    speaker_bonus: float = 0.75
    """What it adds to a person's score to have spoken last: reports let one person speak for a stretch."""

    model_vote: int = 2
    """How much it counts for a person's name that the language model takes it for one."""

    person_votes: int = 2
    """What the signs of a person must add up to: one clear sign, such as a title, or several faint ones."""

    title_votes: int = 5
    """How many pronouns "Mrs" or "spokesman" outweighs in telling whether somebody is "he" or "she"."""
