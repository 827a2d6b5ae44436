"""Knobs of aligning, each number with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Align:
    """Knobs of aligning."""

    nearest: int = 40
    """Texts nearest in meaning to each text that are compared in full."""
    likeness_floor: float = 0.2
    """Likeness (text/similarity.py) below which no two texts are looked at any more."""
    quote_alone: float = 0.62
    """Likeness of two quotes that is enough by itself; in two stories no two different utterances reached .57."""
    quote_likeness: float = 0.42
    quote_context: float = 0.38
    """Likeness of two quotes of one speaker, and of their sentences, that is enough together."""
    quote_unknown: float = 0.1
    """What is added to both where one of the speakers is unknown, to the second by half."""
    quote_matter: float = 0.6
    """Share of matter that the quotes of two speakers must have in common, besides being alike, to be one utterance."""
    other_mouth: float = 0.5
    other_mouth_context: float = 0.45
    other_mouth_length: float = 0.6
    other_mouth_matter: float = 0.5
    """Likeness of two quotes, and of their sentences, the words of the shorter to those of the longer, and the share of
    matter, from which they are one even if two speakers are given for it."""
    rendering_likeness: float = 0.3
    rendering_context: float = 0.48
    """The same where one named speaker's words may have gone through two translations."""
    rendering_matter: float = 0.25
    """Share of matter that they must then have in common."""
    short_quote_context: float = 0.35
    """Likeness of the sentences around the same one or two words in quotation marks."""
    claim_likeness: float = 0.2
    """Likeness of two sentences below which they are not asked whether they tell the same."""
    claim_matter: float = 0.4
    """Share of the shorter event's words, weighed by rarity, that the other has too."""
    claim_weights: tuple[float, ...] = (5.24, 1.26, 0.5, -0.44, 5.08)
    """Weights of the evidence that two sentences tell the same, in the order of `gather` in
    stages/align/retellings.py, fitted by gate/fit_retellings.py."""
    claim_bias: float = -3.86
    """What speaks for it before any evidence (fitted)."""
    claim_score: float = 0.35
    """Belief from which two sentences tell the same: on ten stories that took no part in the fit, .3 finds a little
    more and brings together more that is not one, .4 the other way round."""
    clause_score: float = 0.5
    """The same that a clause of a sentence must reach with one statement of a point, to stand there beside its
    sentence's own point: surer, for there are fewer words to be sure by."""
    figure_context: float = 0.45
    """Likeness of the sentences around two figures of one value that count unlike things."""
    figure_context_alike: float = 0.25
    """The same where they count the same, or where the number is large enough to be rare."""
    figure_context_rare: float = 0.12
    """The same for one value that few figures have: three digits, or a measure (60 metres)."""
    figure_context_apart: float = 0.25
    """The same where they count the same and differ in value."""
    figure_context_beside: float = 0.2
    """The same where the sentences have other numbers in common: one for the same value, two for another."""
    figure_odd: float = 0.6
    """Likeness of two sentences from which the only numbers of their unit are of one thing, whatever their values."""
    figure_unit_clause: float = 0.75
    """The same where only the unit says that they count the same; and then they must share a telling word."""
    figure_ratio: float = 5.0
    """How many times the smaller of two different values the larger may be, for them to be of one thing."""
    telling_rarity: float = 4.0
    """Rarity (text/rarity.py) of a word that by itself says two clauses are of one thing: in one report of 55."""
    figure_clause: float = 0.6
    """Share of matter that the clauses around two different values must have in common."""
    figure_rare_clause: float = 0.3
    """The same for two values near one another of a thing that few reports count, such as complaints."""
    figure_beside: float = 0.4
    """The same for two values near one another that stand beside the same telling word, such as a name."""
    frame_belief: float = 0.35
    """Belief from which two figures of different values, whose reports tell of them alike, are of one thing."""
    frame_doubt: float = 0.1
    """Belief below which they are not, though their sentences have much in common."""
    frame_weights: tuple[float, ...] = (
        -4.76, 2.17, 6.09, 0.99, -1.62, -1.62, -0.43, 3.43, 0.44, -0.0, -0.21, 0.17, 1.34, -0.18, -0.46, 1.53, 2.38,
        1.64,
    )  # fmt: skip
    """What that belief starts from, and how much the likeness of their frames and each evidence of
    stages/align/frames.py counts; gate/fit_figures.py fits it, on stories dense in differences and on plain ones in
    which whatever differs is of two things (gate/plain, gate/dense). Each left out of the fit in its turn, of
    pairs whose sentences have much in common 197 of 205 right ones stay above the doubt, and 108 of 285 wrong ones."""
    dating_context: float = 0.2
    """Likeness of the sentences around two datings of one event."""
    dating_clause: float = 0.6
    """Share of matter that two events on dates that exclude one another must have in common, to be one event."""
    main_tally: float = 0.4
    """Weight of a match between what two reports first say of the dead, the hurt and so on."""
    hold_words: float = 0.5
    """Share of the pairs across two groups of quotes or claims that must match for the groups to be joined."""
    hold_numbers: float = 0.1
    """The same for figures and datings, where values that differ bring pairs below the mark."""
