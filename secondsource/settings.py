"""Every knob: one frozen dataclass a stage, each number with where it comes from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ingest:
    """Knobs of ingesting."""

    max_bytes: int = 64 * 2**20
    """A file, a line or a stream may be this large. The largest of some 1,100 saved news pages looked at had 6 MB."""

    max_unpacked: int = 4 * 2**30
    """Bytes that an archive may give out, with all archives within: some 40,000 pages of the usual 100 KB."""

    max_ratio: int = 200
    """Times its size that packed data may unpack to. Pages shrink to a fifth or tenth, lists of numbers to a fiftieth;
    the format can do 1,032, which only bombs reach."""

    free_unpacked: int = 4 * 2**20
    """Bytes up to which that is not asked: a short page of one repeated line is no danger."""

    max_members: int = 100_000
    """Files that an archive may hold, with all archives within: as many as a crawl of a month has pages."""

    max_nesting: int = 3
    """Containers within containers: a ZIP of mails with attached ZIPs has three."""

    full_words: int = 25
    """Words from which what a feed calls an item's content is taken to be all of it; news flashes have that many."""

    full_summary_words: int = 120
    """The same for what a feed calls an item's description or summary. Teasers have 20 to 60 words; some feeds put the
    whole report there."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """Knobs of fetching pages."""

    user_agent: str = "secondsource (fetches news pages that a person asked for, one by one; obeys robots.txt)"
    """What the program calls itself; its first word is the name that robots.txt can use."""

    max_bytes: int = 16 * 2**20
    """A page may be this large, as sent and unpacked. The largest of some 1,100 news pages looked at had 6 MB."""

    max_seconds: float = 60.0
    """A page must have come in this time, from the first byte asked to the last one had, each redirect anew."""

    connect_seconds: float = 10.0
    """A host must answer in this time; who waits at a browser gives up after about as long."""

    max_redirects: int = 5
    """What RFC 9309 asks crawlers to follow for robots.txt; real pages redirect once or twice."""

    delay_seconds: float = 1.0
    """Rest between two requests to one host, unless its robots.txt asks for a longer one."""

    longest_delay_seconds: float = 30.0
    """A longer rest is not kept but refused: the page is listed, and the person can fetch it by hand."""

    max_robots_bytes: int = 512 * 2**10
    """How much of a robots.txt is read: RFC 9309 asks for 500 KB at least."""

    allowed_hosts: tuple[str, ...] = ()
    """Hosts that are fetched from though they are not public, such as a server of one's own."""

    max_items: int = 50
    """Pages fetched of one feed or sitemap, the first ones: feeds hold 10 to 50, news sitemaps up to 1,000."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Knobs of cleaning."""

    languages: tuple[str, ...] = ()
    """Languages (ISO 639-1) besides which reports are rejected, unless they were handed in as clean or with what is
    known of them. Empty: all are taken; one in a language that the later stages cannot read is kept, and marked."""

    max_page_bytes: int = 16 * 2**20
    """A web page may be this large. The largest of some 1,100 saved news pages looked at had 6 MB; a page of this size
    that was made to be slow costs minutes."""

    max_characters: int = 1_000_000
    """A report may have this much text: a book of 500 pages has. News reports have 2,000 to 30,000."""

    min_words: int = 15
    """A page or paste with fewer words is rejected. News flashes have 15 and more; stubs and error pages fewer."""

    min_words_given: int = 3
    """The same for a text that is handed in as clean or with what is known of it: whoever does so has looked at it."""

    language_words: int = 20
    """Shorter texts are not told apart by language: on fewer words the classifier errs on names and figures."""

    language_score: float = 0.9
    """How sure the classifier must be to call a text non-English."""


@dataclass(frozen=True, slots=True)
class Annotate:
    """Knobs of annotating."""

    language: str = "en"
    """The language (ISO 639-1) of the model; the sentences of a report in another are its paragraphs, without words."""

    longest_stretch: int = 5_000
    """Characters read at a time; news paragraphs have 200 to 1,000. Memory grows with it, and spaCy's tokenizer takes
    time in the square of a word's length, so this also bounds what a single endless word costs."""

    remembered_characters: int = 2_000_000
    """Characters of paragraphs whose parse is kept, so that syndicated copy is parsed once: those of some 500 reports,
    in about 25 MB."""

    longest_heading_line: int = 60
    """A line this short that ends without a full stop is a heading, not a sentence wrapped by hand (those run on to
    65 characters and more)."""


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
    far_factor: float = 0.4
    """What is left of the likeness of two reports far apart in time."""
    least_likeness: float = 0.115
    """Average likeness at which two groups of reports are one story."""


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
    sentence_weight: float = 32.0
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
    claim_likeness: float = 0.45
    """Likeness of two sentences that tell the same, if they share `claim_matter`; the floor found for copied ones."""
    claim_alone: float = 0.62
    """Likeness of two sentences that is enough by itself."""
    claim_matter: float = 0.4
    """Share of the shorter sentence's (or event's) words, weighed by rarity, that the other has too."""
    claim_leads: float = 0.1
    """What is added where both sentences are the first of their reports, which tell the main event."""
    claim_one_speaker: float = 0.08
    """The same where one speaker, known by name, says both."""
    claim_other_numbers: float = 0.1
    """What is taken from the likeness of two sentences that both have numbers and share none."""
    figure_context: float = 0.45
    """Likeness of the sentences around two figures of one value that count unlike things."""
    figure_context_alike: float = 0.25
    """The same where they count the same, or where the number is large enough to be rare."""
    figure_context_apart: float = 0.25
    """The same where they count the same and differ in value."""
    figure_unit_clause: float = 0.75
    """The same where only the unit says that they count the same; and then they must share a telling word."""
    figure_ratio: float = 5.0
    """How many times the smaller of two different values the larger may be, for them to be of one thing."""
    telling_rarity: float = 4.0
    """Rarity (text/rarity.py) of a word that by itself says two clauses are of one thing: in one report of 55."""
    figure_clause: float = 0.6
    """Share of matter that the clauses around two different values must have in common."""
    dating_context: float = 0.2
    """Likeness of the sentences around two datings of one event."""
    dating_clause: float = 0.6
    """Share of matter that two events on dates that exclude one another must have in common, to be one event."""
    main_tally: float = 0.4
    """Weight of a match between what two reports first say of the dead, the hurt and so on."""
    hold_words: float = 0.5
    """Share of the pairs across two groups of quotes or claims that must match for the groups to be joined."""
    hold_numbers: float = 0.15
    """The same for figures and datings, where values that differ bring pairs below the mark."""


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
    sum_slack: float = 0.005
    """How far parts may miss their whole, as a share of it: what rounding to three figures can do."""
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
    firmer_matter: float = 0.6
    """The same for a sentence that says "may" and one that says "will"."""
    denied_matter: float = 0.8
    """Share of the words of a denial that a claim must have for the denial to be meant for it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The knobs of all stages together."""

    ingest: Ingest = field(default_factory=Ingest)
    fetch: Fetch = field(default_factory=Fetch)
    clean: Clean = field(default_factory=Clean)
    annotate: Annotate = field(default_factory=Annotate)
    extract: Extract = field(default_factory=Extract)
    group: Group = field(default_factory=Group)
    trace: Trace = field(default_factory=Trace)
    align: Align = field(default_factory=Align)
    judge: Judge = field(default_factory=Judge)
