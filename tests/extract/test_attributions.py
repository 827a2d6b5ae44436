import pytest

from tests.extract.told import tell, tell_content

DIRECT = [
    ("inverted", "“We will rebuild the pier,” said Jan Petrel.", "Jan Petrel", "said", "“We will rebuild the pier,”"),
    ("before", "Jan Petrel said: “We will rebuild the pier.”", "Jan Petrel", "said", "“We will rebuild the pier.”"),
    ("told", "The mayor told reporters: “We will rebuild.”", "The mayor", "told reporters", "“We will rebuild.”"),
    (
        "broken off",
        "“We will rebuild the pier,” said Jan Petrel, “and the shed.”",
        "Jan Petrel",
        "said",
        "“We will rebuild the pier,” … “and the shed.”",
    ),
    (
        "gone on",
        "“We will rebuild,” said Jan Petrel. “We always have.”",
        "Jan Petrel",
        "said",
        "“We will rebuild,” … “We always have.”",
    ),
    ("single", "‘We will rebuild the pier,’ Jan Petrel said.", "Jan Petrel", "said", "‘We will rebuild the pier,’"),
    ("low", "„We will rebuild“, said Jan Petrel.", "Jan Petrel", "said", "„We will rebuild“"),
    ("unclosed", "“We will rebuild the pier, Jan Petrel said.", "Jan Petrel", "said", "“We will rebuild the pier,"),
    (
        "no verb of speech",
        "Jan Petrel struck the table: “We will rebuild the pier.”",
        "Jan Petrel",
        "struck",
        "“We will rebuild the pier.”",
    ),
    ("a noun", "“Full of holes,” was the verdict of Jan Petrel.", "Jan Petrel", "verdict", "“Full of holes,”"),
    (
        "report's words before",
        "Jan Petrel looked at the pier: “We will rebuild it,” she said.",
        "she",
        "said",
        "“We will rebuild it,”",
    ),
]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"), [row[1:] for row in DIRECT], ids=[row[0] for row in DIRECT]
)
def test_direct_quotations_have_source_and_cue(text: str, source: str, cue: str, content: str) -> None:
    (told,) = [told for told in tell(text) if told.content == content]
    assert (told.source, told.cue, told.manner) == (source, cue, "direct")


INDIRECT = [
    ("that", "Jan Petrel said that the pier was lost.", "Jan Petrel", "said", "that the pier was lost", "states"),
    ("comma", "The pier was lost, Jan Petrel said.", "Jan Petrel", "said", "The pier was lost", "states"),
    ("inserted", "The pier, Jan Petrel said, was lost.", "Jan Petrel", "said", "The pier … was lost", "states"),
    ("who", "Jan Petrel, who said the pier was lost, left.", "Jan Petrel, who", "said", "the pier was lost", "states"),
    (
        "accuse",
        "The union accused the owner of hiding the rot.",
        "The union",
        "accused",
        "the owner of hiding the rot",
        "accuses",
    ),
    (
        "accused by",
        "The owner was accused by the union of hiding the rot.",
        "the union",
        "was accused",
        "The owner … of hiding the rot",
        "accuses",
    ),
    ("deny", "The owner has denied the report.", "The owner", "has denied", "the report", "denies"),
    (
        "deny that",
        "The owner denied that the pier was rotten.",
        "The owner",
        "denied",
        "that the pier was rotten",
        "denies",
    ),
    ("promise", "The mayor promised to rebuild the pier.", "The mayor", "promised", "to rebuild the pier", "promises"),
    ("warn", "Divers warned that the pier would fall.", "Divers", "warned", "that the pier would fall", "warns"),
    ("demand", "Fishermen urged the mayor to resign.", "Fishermen", "urged", "the mayor to resign", "demands"),
    ("decline", "The owner declined to comment.", "The owner", "declined", "to comment", "declines"),
    ("ask", "A diver asked whether the pier was safe.", "A diver", "asked", "whether the pier was safe", "asks"),
    ("call", "The mayor called the pier a disgrace.", "The mayor", "called", "the pier a disgrace", "describes"),
    (
        "according to",
        "The pier was lost, according to the union.",
        "the union",
        "according to",
        "The pier was lost",
        "states",
    ),
    ("view", "In the mayor's view, the pier is lost.", "the mayor", "In … view", "the pier is lost", "believes"),
    (
        "claim",
        "The union's claim that the pier was rotten was false.",
        "The union",
        "claim",
        "that the pier was rotten",
        "claims",
    ),
    ("as", "The pier was lost, as the union put it.", "the union", "put it", "The pier was lost", "states"),
]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "force"), [row[1:] for row in INDIRECT], ids=[row[0] for row in INDIRECT]
)
def test_indirect_statements_have_source_cue_content_and_force(
    text: str, source: str, cue: str, content: str, force: str
) -> None:
    told = tell_content(text, content)
    assert (told.source, told.cue, told.content, told.force) == (source, cue, content, force)
    assert told.manner == "indirect"


SIGNED = [
    ("“We will stay in the harbour.”\n\n— Jan Petrel, mayor of Dromme", "Jan Petrel"),
    ("“We will stay in the harbour.” – Jan Petrel", "Jan Petrel"),
]


@pytest.mark.parametrize(("text", "speaker"), SIGNED)
def test_a_quotation_may_be_signed(text: str, speaker: str) -> None:
    assert [(told.speaker, told.manner) for told in tell(text)] == [(speaker, "direct")]


MARKS = [
    ("curly", "“We stay,” said Jan Petrel."),
    ("straight", '"We stay," said Jan Petrel.'),
    ("single", "‘We stay,’ said Jan Petrel."),
    ("single straight", "'We stay,' said Jan Petrel."),
    ("guillemets", "«We stay,» said Jan Petrel."),
    ("low", "„We stay“, said Jan Petrel."),
    ("low, curly", "„We stay,” said Jan Petrel."),
    ("Swedish", "”We stay,” said Jan Petrel."),
    ("typewriter", "``We stay,'' said Jan Petrel."),
    ("unclosed", "“We stay, said Jan Petrel."),
]


@pytest.mark.parametrize("text", [row[1] for row in MARKS], ids=[row[0] for row in MARKS])
def test_quotation_marks_of_every_shape(text: str) -> None:
    (told,) = tell(text)
    assert (told.speaker, told.cue, told.manner) == ("Jan Petrel", "said", "direct")
    assert "We stay" in told.content


MIXED = [
    ("expressed", "The mayor expressed her “full support” for the divers.", "“full support”", "The mayor"),
    ("called", "The mayor called the deal the “strongest ever” in the strait.", "“strongest ever”", "The mayor"),
    ("described as", "The mayor described the crew as “very brave”.", "“very brave”", "The mayor"),
    ("dubbed by", "The pier was dubbed a “wooden grave” by the union.", "“wooden grave”", "the union"),
    ("thanked", "The mayor thanked the divers for their “iron nerves”.", "“iron nerves”", "The mayor"),
    ("spoke of", "The mayor spoke of “a new chapter” for the town.", "“a new chapter”", "The mayor"),
    ("promised", "The mayor promised to “build it again” by May.", "“build it again”", "The mayor"),
    ("said", "The mayor said the pier was “beyond repair”.", "“beyond repair”", "The mayor"),
]


@pytest.mark.parametrize(("text", "quote", "source"), [row[1:] for row in MIXED], ids=[row[0] for row in MIXED])
def test_quoted_words_inside_a_paraphrase_are_mixed(text: str, quote: str, source: str) -> None:
    told = tell_content(text, quote)
    assert (told.source, told.manner) == (source, "mixed")


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Lost Pier” opened on Friday.",
        "He grew up in the “Old Town” quarter.",
        "The ship “Saint Averil” sank in the “Narrows”.",
        "The so-called “iron wall” fell into the sea.",
        "The ferry hit the pier at noon and sank.",
    ],
)
def test_names_titles_and_scare_quotes_are_no_speech(text: str) -> None:
    assert tell(text) == []


HEDGES = [
    ("reportedly", "The ferry reportedly had no radio.", "reportedly", None),
    ("allegedly", "The owner allegedly knew of the rot.", "allegedly", None),
    ("widely believed", "It is widely believed that the pier was rotten.", "is widely believed", None),
    ("expected", "The pier is expected to close.", "is expected", None),
    ("many", "Many believe that the pier was rotten.", "believe", None),
    ("observers", "Observers say that the pier was rotten.", "say", "observers"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), [row[1:] for row in HEDGES], ids=[row[0] for row in HEDGES])
def test_hedges_are_kept_without_a_name(text: str, cue: str, speaker: str | None) -> None:
    (told,) = tell(text)
    assert (told.cue, told.speaker) == (cue, speaker)


def test_what_somebody_thinks_counts_only_where_the_report_says_so_outright() -> None:
    assert [told.force for told in tell("The council backed the plan for a new pier.")] == ["supports"]
    assert tell("The council met to back the plan for a new pier.") == []


def test_what_is_said_inside_a_quotation_is_the_speakers_own() -> None:
    text = "“I believe that she said the pier was safe,” said Jan Petrel."
    assert [told.source for told in tell(text)] == ["Jan Petrel"]


def test_a_verb_that_shares_the_speaker_of_the_verb_before() -> None:
    text = "She said the deal covers “all of the coast” and called the treaty “a truly new start”."
    assert tell_content(text, "a truly new start").source == "She"
    assert "new start" not in tell_content(text, "all of the coast").content


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = (
        "“The first day was long,” said Jan Petrel. “We had no light.\n\n“The second day was longer. We had no bread.”"
    )
    (told,) = tell(text)
    assert told.content == (
        "“The first day was long,” … “We had no light. … “The second day was longer. We had no bread.”"
    )


def test_the_speaker_of_a_quotation_may_stand_in_the_sentence_before() -> None:
    told = tell_content("Jan Petrel shook her head. “We will not rebuild it.”", "rebuild")
    assert (told.speaker, told.cue) == ("Jan Petrel", "")
