"""Knobs of judging, each number with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judge:
    """Knobs of judging."""

    least_others: int = 2
    """Other independent sources that must tell a thing before a report can be said to leave it out."""
    account_lines: int = 25
    """Most sentences of an account: about two minutes of reading."""
    account_least: float = 1.2
    """What a sentence must add to the account: less than a short one with a quote or figure of one source does."""
    account_repeated: float = 0.6
    """Share of a sentence's matter from which another of the account tells it already."""
    most_omissions: int = 10
    """Left-out points shown for one report, the most widely told first."""
    retold_nearness: float = 0.6
    retold_nearness_counted: float = 0.4
    """Cosine of the meaning of a report's sentence and of a point's above which the report is not said to leave the
    point out; and the same where it has the point's figure. Of the omissions told of 27 stories, .82 were right with
    them and .75 without, as far as the gold tells."""
    about_share: float = 0.1
    """How far from a figure with "some" or "about" the truth may be, as a share of it: "some 50" contains 52."""
    round_share: float = 0.05
    """How far from a round number the truth may be, as a share of it: 3,100 for 3,120, not 10,000 for 14,600."""
    measure_share: float = 0.003
    """How far a measure may be from the truth, as a share of it: 229.6 feet are 230 to one and 229 to another."""
    dispute_likeness: float = 0.38
    """Likeness of two charges, or of a charge and what is denied, below which they are not of one matter."""
    dispute_sum: float = 0.9
    """That likeness and the share of matter in common, added, from which they are. Of 60 pairs of charges in two
    stories, those of one matter reached .95 to 1.9, directly or over a third; no others passed .8."""
    telling_rarity: float = 4.0
    """Rarity (text/rarity.py) of a word that two sentences must share to tell of one event: in one report of 55."""
    counted_rarity: float = 3.0
    """Rarity (text/rarity.py) of a noun from which a part and a whole of it belong together: complaints, households."""
    bound_matter: float = 0.5
    """Share of matter that two sentences must have in common for a count that goes on to have lost its "at least"."""
    share_slack: float = 0.6
    """Percentage points by which a percentage may miss its counts: half a point of rounding, and a little."""
    growth_slack: float = 0.06
    """Share by which a growth may miss its two numbers, for they are rounded too."""
    product_slack: float = 0.02
    """Share by which a price times a number may miss their product."""
    premium_slack: float = 1.5
    """Percentage points by which a premium may miss its two prices."""
    lost_matter: float = 0.55
    """Share of matter that a sentence with a source and one without must have in common for the source to be lost."""
    lost_sameness: float = 2.6
    lost_sameness_apart: float = 3.4
    """How much a copy's sentence, and one written apart, must say the same as that with a source (text/sameness.py):
    two who wrote apart seldom mean one thing by the same matter (measured on stories of ours)."""
    reworded_matter: float = 0.3
    reworded_nearness: float = 0.6
    """Share of matter, and cosine of their meaning, from which a copy's sentence retells the one with a source that it
    comes nearest to, however it is worded (measured on the pairs of sentences of 36 stories)."""
    firmer_matter: float = 0.6
    """The same for a sentence that says "may" and one that says "will"."""
    possible_matter: float = 0.7
    """The same for a sentence that calls something "possible", where no verb can be compared."""
    denied_matter: float = 0.8
    """Share of the words of a denial that a claim must have for the denial to be meant for it."""
    retold_matter: float = 0.5
    """The same for any sentence of another report, where no claim has them: at least two words."""
    same_matter: float = 0.5
    """Share of matter that two sentences without a number in common must share to tell of one thing."""
