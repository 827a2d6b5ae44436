"""Knobs of tracing, each number with where it comes from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Trace:
    """Knobs of tracing. What is fitted was fitted by gate/fit_kinship.py; the seeds took no part in it."""

    public_quote_words: int = 3
    """Words between quotation marks from which they are somebody's public words, which several reporters can have
    heard; fewer are the reporter's choice of words."""
    least_words: int = 4
    """Words that a sentence needs to be compared."""
    least_words_beside_quote: int = 10
    """The same for its own words where it quotes: "he told reporters at the crisis centre" tells nothing."""
    rarest: float = 6.0
    """Rarity (text/rarity.py) above which a word tells no more: one in 400 reports."""
    sentence_weight: float = field(default=32.0, metadata={"least": 1})
    """Rarity of an average sentence of news, the measure of how much a sentence tells."""
    least_rarity: float = 2.5
    """Rarity of a telling word: one that stands in fewer than one in twelve reports."""
    least_likeness: float = 0.32
    """Likeness (text/similarity.py) from which two sentences may tell the same. Rewritten sentences go down to .35; it
    is their order that speaks, not the likeness of one."""
    floor_likeness: float = 0.2
    """Likeness that two sentences of one story have anyway; only what is above it counts in choosing a chain."""
    least_beside: float = 0.35
    """Likeness from which an unpaired sentence goes with a chain that passes it by."""
    beside_reach: int = 2
    """Sentences from the chain within which such a partner may stand."""
    verbatim_likeness: float = 0.75
    """Likeness from which two sentences have the same words: no two independent ones of the public sets come so
    near."""
    most_verbatim: float = 3.0
    """Sentences told in the same words from which more of them prove no more."""
    size_shrinkage: float = 1.0
    """Average sentences that are added to every report's size: of a report of three, no share is sure."""
    length_shrinkage: float = 3.0
    """The same, for the share that is counted in sentences."""
    common_number: float = 3.0
    """The largest of the numbers that any text may have by chance."""
    kinship_weights: tuple[float, ...] = (1.25, 11.61, 12.59, 0.52)
    """Weights of the evidence of kinship, in the order of `measure` in stages/trace/kinships.py, fitted by
    gate/fit_kinship.py."""
    kinship_bias: float = -7.99
    """What speaks for kinship before any evidence (fitted, and a little caution added)."""
    particular_weight: float = 0.6
    """What a number or day that only two reports and their kin give adds to that sum. Set by hand on eleven written
    stories, where two heavy rewrites share seven and independent pairs of like kinship at most three."""
    usual_particulars: int = 2
    """So many are shared by independent reports as well."""
    least_outside: int = 3
    """Others that must tell the story, and at least as many as the two and their kin are, for this to say anything."""
    most_particulars: int = 8
    """More than these say no more: whoever reprints a table of results shares dozens."""
    all_pairs: int = 30
    """Reports up to which every two of a story are compared, and all ways to hang them from a lost original weighed."""
    partners: int = 24
    """Reports with which each of a larger story is compared: those that most of its sentences vote for."""
    near_sentences: int = 16
    """Sentences nearest in meaning, of the whole story, that a sentence votes for."""
    near_meaning: float = 0.45
    """Cosine of sentence vectors from which it does."""
    most_sources: int = 8
    """Kin of a report that are tried as sources of a mash-up, two by two."""
    most_witnesses: int = 8
    """Third reports, the nearest, that are heard on whether one of two was made from the other."""
    most_named: int = 8
    """Reports of a lineage that its reasons speak of by name; a reader follows no more."""
    least_kinship: float = 0.5
    """Belief from which two reports are taken to go back to one text."""
    least_doubt: float = 0.2
    sure_kinship: float = 0.8
    """Beliefs between which it is said that the number of sources hangs on whether two reports go back to one text:
    odds of one to four, either way."""
    given_likeness: float = 0.5
    """Likeness from which a sentence is taken to be given by a source of a mash-up."""
    clear_lead: float = 0.15
    """How much more alike a sentence must be to one source than to the other to be that one's."""
    least_given: float = 1.5
    """Average sentences that each source of a mash-up must have given."""
    most_held: float = 0.8
    """A report that holds more than this of another was hardly pasted from it and a third: the other is its copy."""
    whole_share: float = 0.9
    """A single report that explains this much of what two sources explain is the only source."""
    least_borrowed: int = 4
    """Quotes, found nowhere else, from which a report that has all its quotes from another was made from that one. Two
    reporters at one event share up to three of those (in the public sets, basil), but each has others too."""
    borrowed_share: float = 0.9
    """Share of its quotes that such a report must have from there."""
    quote_cost: float = 1.2
    """What each quote costs that a copy has and its supposed parent has not, or has in other words. The costs of
    descent were set by hand on the stories of gate/stories and checked on planted copies."""
    same_quote_share: float = 0.5
    """Share of a quote's words, three at a time, that must be quoted alike for it to be the same quote."""
    number_cost: float = 0.3
    """The same for a number."""
    day_cost: float = 0.1
    """The same for a day."""
    name_cost: float = 0.3
    """The same for a name."""
    most_gained: int = 4
    """Gains of one kind beyond which more of them cost no more."""
    untold_cost: float = 0.5
    """The same for each average sentence that its supposed parent does not tell. It counts with the square of the share
    of words kept elsewhere: where all is reworded, a partner is easily overlooked."""
    distance_cost: float = 3.0
    """What it costs when nothing in a copy is like its supposed parent; less in proportion to likeness."""
    credit_weight: float = 2.0
    """What a credit is worth: a report that names another's outlet was hardly that one's source."""
    agency_cost: float = 1.5
    """What it costs when a copy credits an agency that its supposed parent does not credit."""
    time_cost: float = 0.25
    """What it costs when a copy is stamped earlier than its supposed parent: little, for copies are stamped anew."""
    lost_cost: float = 1.3
    """What it costs to derive a report from a lost original, of which anything can be supposed."""
    least_reading: float = 3.5
    """Rarity of a word from which two reports that have it in the same sentence agree against a third."""
    reading_cost: float = 0.25
    """What each word costs in which a third report agrees with either of two against the other."""
    missed_cost: float = 0.15
    """What each word costs that a copy shares with another possible parent and not with its supposed one."""
    unused_cost: float = 1.0
    """What it costs that a copy uses nothing of one of two possible parents; less in proportion to what it uses."""
    twin_distance: float = 0.05
    """Distance up to which two reports are the same text but for a slip."""
    most_readings: int = 10
    """Words beyond which more of them cost no more."""
    agency_relief: float = 0.4
    """How much less it costs when the report credits an agency."""
    same_words: float = 0.93
    """Likeness from which two sentences are the same but for a word or two."""
    verbatim_share: float = 0.93
    """Share of the words of what a copy has from its parent that it must have kept for it not to be a rewriting."""
    whole_copy: float = 0.9
    """Share of the parent that a copy must hold not to be a trimmed one."""
    shared_run: int = 5
    """Words in a row that two reports must share, outside quotations, to be worth quoting as evidence."""
