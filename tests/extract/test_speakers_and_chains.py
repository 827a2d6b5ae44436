import pytest

from tests.extract.told import tell, tell_content

SPEAKERS = [
    ("a name", "“We stay,” said Jan Petrel.", "We stay", "Jan Petrel"),
    ("title and name", "Norland President Ana Holm said the talks were over.", "the talks", "Ana Holm"),
    ("apposition", "The mayor, Jan Petrel, said the pier was lost.", "the pier", "Jan Petrel"),
    ("called", "A diver called Emil Rusk said the pier was lost.", "the pier", "Emil Rusk"),
    (
        "pronoun",
        "Jan Petrel came to the pier on Monday. He looked at the posts. “They are rotten,” he said.",
        "They are rotten",
        "Jan Petrel",
    ),
    (
        "pronoun by gender",
        "Mrs Ana Holm met Mr Jan Petrel on the pier. “It is rotten,” she said. “It is not,” he said.",
        "It is not",
        "Jan Petrel",
    ),
    (
        "a role learnt from a title",
        "Mayor Jan Petrel met the divers. Emil Rusk led them. The pier was lost, the mayor said.",
        "The pier was lost",
        "Jan Petrel",
    ),
    (
        "a role learnt from an apposition",
        "Ana Holm, the foreign minister of Norland, came late. The talks were over, the minister said.",
        "The talks were over",
        "Ana Holm",
    ),
    (
        "another word for the role",
        "Norland President Ana Holm came late. The talks were over, the Norland leader said.",
        "The talks were over",
        "Ana Holm",
    ),
    (
        "age",
        "Emil Rusk, 61, has fished here all his life. “I heard the horn,” said the 61-year-old.",
        "I heard the horn",
        "Emil Rusk",
    ),
    ("several", "Norland and Sudland have denied the report.", "the report", "Norland and Sudland"),
    ("collective", "Both countries deny the report.", "the report", "both countries"),
    ("body", "The coastguard said that two men were missing.", "two men", "the coastguard"),
    (
        "a statement without its day",
        "A Norland statement in February said the ship had sunk.",
        "the ship",
        "a Norland statement",
    ),
    (
        "a body taken up in short",
        "Norland's maritime ministry met on Monday. The radar was off, the ministry said.",
        "The radar was off",
        "Norland's maritime ministry",
    ),
    ("nobody", "The pier was said to be rotten.", "rotten", None),
    (
        "a capital, learnt",
        "Norland President Ana Holm came to Ellith, the capital of Norland. Ellith's leader said it was over.",
        "it was over",
        "Ana Holm",
    ),
    (
        "a capital, learnt later",
        "Norland President Ana Holm came. Ellith is the capital of Norland. Ellith's leader said it was over.",
        "it was over",
        "Ana Holm",
    ),
    (
        "a capital, known",
        "Russian President Oleg Gorev came. Moscow's leader said it was over.",
        "it was over",
        "Oleg Gorev",
    ),
    ("a seat", "Russian President Oleg Gorev came. The Kremlin chief said it was over.", "it was over", "Oleg Gorev"),
    (
        "another seat",
        "U.S. President Jane Roe came. The White House chief said it was over.",
        "it was over",
        "Jane Roe",
    ),
    (
        "a people",
        "American President Jane Roe met Jan Petrel. The American said it was over.",
        "it was over",
        "Jane Roe",
    ),
    (
        "two lands of like name",
        "North Korean leader Han Jo Il met South Korean President Lim Do Ra. Seoul's leader said it was over.",
        "it was over",
        "Lim Do Ra",
    ),
    (
        "head of government",
        "Chancellor Ana Holm came. The head of government said it was over.",
        "it was over",
        "Ana Holm",
    ),
    (
        "the government of a capital",
        "British Prime Minister Jane Roe came. The head of the London government said it was over.",
        "it was over",
        "Jane Roe",
    ),
    (
        "two presidents",
        "Ana Holm, president of Norland, met Jan Petrel, president of Sudland. The Norland leader said it was over.",
        "it was over",
        "Ana Holm",
    ),
    (
        "who heads",
        "Jan Petrel, who heads the union, spoke. The union chief said it was over.",
        "it was over",
        "Jan Petrel",
    ),
    (
        "who leads",
        "Jan Petrel, who leads the opposition, spoke. The opposition leader said it was over.",
        "it was over",
        "Jan Petrel",
    ),
    ("became", "Jan Petrel became mayor in May. The mayor said it was over.", "it was over", "Jan Petrel"),
    ("was elected", "Jan Petrel was elected mayor in May. The mayor said it was over.", "it was over", "Jan Petrel"),
    (
        "as head",
        "As head of the union, Jan Petrel spoke. The union chief said it was over.",
        "it was over",
        "Jan Petrel",
    ),
    ("a rank", "Col Jan Petrel spoke. The colonel said it was over.", "it was over", "Jan Petrel"),
    ("a pope", "Pope Leander spoke. The pontiff said it was over.", "it was over", "Leander"),
    (
        "both, two persons",
        "Mayor Jan Petrel and Governor Ana Holm spoke. Both said it was over.",
        "it was over",
        "Jan Petrel and Ana Holm",
    ),
    ("the pair", "Jan Petrel and Ana Holm spoke. The pair said it was over.", "it was over", "Jan Petrel and Ana Holm"),
    (
        "they",
        "NORA was there. Jan Petrel and Ana Holm met. They said it was over.",
        "it was over",
        "Jan Petrel and Ana Holm",
    ),
    (
        "the two leaders, kept",
        "Jan Petrel and Ana Holm met. The two leaders said it was over.",
        "it was over",
        "the two leaders",
    ),
    (
        "the two countries, kept",
        "Norland and Sudland met. The two countries said it was over.",
        "it was over",
        "the two countries",
    ),
    ("several governments, kept", "Several governments said it was over.", "it was over", "several governments"),
    ("state media, kept", "Norland state media said it was over.", "it was over", "Norland state media"),
    ("a metonym, kept", "Ellith denied the report.", "the report", "Ellith"),
    ("a house, kept", "The White House denied the report.", "the report", "White House"),
    (
        "a ministry with its land",
        "Norland's Foreign Ministry denied the report.",
        "the report",
        "Norland's Foreign Ministry",
    ),
    (
        "a ministry with its capital",
        "The Foreign Ministry in Ellith was shut. The Foreign Ministry denied the report.",
        "the report",
        "the Foreign Ministry in Ellith",
    ),
    ("her husband", "Ana Holm left. Her husband said it was over.", "it was over", "Ana Holm's husband"),
    ("an unnamed resident", "A resident was there. “It was loud,” he said.", "It was loud", "a resident"),
    (
        "an unnamed speaker",
        "Jan Petrel left. A spokeswoman said it was over. “No,” she added.",
        "“No,”",
        "a spokeswoman",
    ),
    (
        "a spokesman taken up",
        "A spokesman for the Harbour Authority spoke. The spokesman said it was over.",
        "it was over",
        "a spokesman for the Harbour Authority",
    ),
    ("an office and she", "The mayor said she had denied the report.", "the report", "the mayor"),
    (
        "letters for a body",
        "The National Harbour Authority (NHA) met. The NHA said it was over.",
        "it was over",
        "National Harbour Authority",
    ),
    (
        "a name at the end",
        "A spokesman for Torvane, Piet Sundmark, denied this. “No,” he said.",
        "“No,”",
        "Piet Sundmark",
    ),
    ("a voice", "“It was for sale,” said the voice of Judge Marit Oster.", "for sale", "Marit Oster"),
    (
        "the man",
        "Bruno Castell paid nothing. The man who ran the campaign said it was over.",
        "it was over",
        "Bruno Castell",
    ),
    ("nobody at all", "Nobody said it was over.", "it was over", None),
]


@pytest.mark.parametrize(
    ("text", "content", "speaker"), [row[1:] for row in SPEAKERS], ids=[row[0] for row in SPEAKERS]
)
def test_sources_are_resolved_within_the_report(text: str, content: str, speaker: str | None) -> None:
    assert tell_content(text, content).speaker == speaker


CHAINS = [
    ("according to", "Jan Petrel said, according to the agency NORA, that the pier was lost.", "Jan Petrel", ("NORA",)),
    ("reported that", "NORA reported that Jan Petrel had promised a new pier.", "Jan Petrel", ("NORA",)),
    ("reported after", "Jan Petrel said the pier was lost, NORA reported.", "Jan Petrel", ("NORA",)),
    (
        "two carriers, the outlet's own first",
        "Jan Petrel said the pier was lost, NORA reported, according to the Daily Gull.",
        "Jan Petrel",
        ("Daily Gull", "NORA"),
    ),
    ("quoted as saying", "NORA quoted Jan Petrel as saying that the pier was lost.", "Jan Petrel", ("NORA",)),
    ("was quoted", "Jan Petrel was quoted by NORA as saying that the pier was lost.", "Jan Petrel", ("NORA",)),
    ("told an agency", "Jan Petrel told the news agency Reuters that the pier was lost.", "Jan Petrel", ("Reuters",)),
    ("told a paper", "Jan Petrel told a local newspaper that the pier was lost.", "Jan Petrel", ("a local newspaper",)),
    ("told nobody who carries", "Jan Petrel told the crew that the pier was lost.", "Jan Petrel", ()),
    ("carrier as source", "According to NORA, the pier was lost.", "NORA", ()),
    ("said, reported", "The pier was lost, Petrel said, NORA reported.", "Petrel", ("NORA",)),
    ("quoted, reports", "“The pier is lost,” Jan Petrel said, NORA reports.", "Jan Petrel", ("NORA",)),
    (
        "inserted twice",
        "Jan Petrel said, KCNB reported, according to Yonlap, that the pier was lost.",
        "Jan Petrel",
        ("Yonlap", "KCNB"),
    ),
    ("as reported", "As NORA reported, Jan Petrel said the pier was lost.", "Jan Petrel", ("NORA",)),
    ("according to, at the head", "According to NORA, Jan Petrel said the pier was lost.", "Jan Petrel", ("NORA",)),
    ("according to, at the end", "“It is lost,” said Jan Petrel, according to NORA.", "Jan Petrel", ("NORA",)),
    ("quoted after", "“The pier is lost,” NORA quoted Jan Petrel as saying.", "Jan Petrel", ("NORA",)),
    ("citing, at the end", "The pier was lost, NORA reported, citing Jan Petrel.", "Jan Petrel", ("NORA",)),
    ("citing, inserted", "NORA, citing Jan Petrel, reported that the pier was lost.", "Jan Petrel", ("NORA",)),
    ("citing, after", "NORA reported, citing Jan Petrel, that the pier was lost.", "Jan Petrel", ("NORA",)),
    (
        "citing, first",
        "Citing two officials, the Daily Gull reported that the pier was lost.",
        "two officials",
        ("Daily Gull",),
    ),
    (
        "an interview",
        "In an interview with the Daily Gull, Jan Petrel said it was lost.",
        "Jan Petrel",
        ("Daily Gull",),
    ),
    (
        "an interview published",
        "“It is lost,” Jan Petrel said in an interview published by the Daily Gull.",
        "Jan Petrel",
        ("Daily Gull",),
    ),
    ("on television", "Jan Petrel said on state television that it was lost.", "Jan Petrel", ("state television",)),
    ("through", "Jan Petrel said through his lawyer that the pier was lost.", "Jan Petrel", ("Jan Petrel's lawyer",)),
    (
        "told a paper, reported",
        "NORA said Jan Petrel had told the Daily Gull that it was lost.",
        "Jan Petrel",
        ("NORA", "Daily Gull"),
    ),
    (
        "three of them",
        "The Daily Gull reported that NORA had quoted Jan Petrel as saying that the pier was lost.",
        "Jan Petrel",
        ("the Daily Gull", "NORA"),
    ),
    ("a brother", "Una Sand said her brother had told her it was rotten.", "Una Sand's brother", ("Una Sand",)),
    ("a lawyer", "Jan Petrel's lawyer said Petrel denied the charge.", "Jan Petrel", ("Jan Petrel's lawyer",)),
    (
        "an official's official",
        "NORA reported that the coastguard said that a diver had told it that the pier was rotten.",
        "a diver",
        ("NORA", "the coastguard"),
    ),
    ("no carrier", "Jan Petrel said that the pier was lost.", "Jan Petrel", ()),
]


@pytest.mark.parametrize(("text", "speaker", "via"), [row[1:] for row in CHAINS], ids=[row[0] for row in CHAINS])
def test_carriers_stand_between_outlet_and_speaker(text: str, speaker: str, via: tuple[str, ...]) -> None:
    (told,) = [told for told in tell(text) if told.speaker == speaker]
    assert told.via == via


def test_a_speaker_who_speaks_of_himself_is_no_carrier() -> None:
    text = "Jan Petrel said he feared that the pier was lost."
    assert {told.via for told in tell(text)} == {()}


def test_a_nested_quotation_has_its_own_speaker_and_the_outer_one_as_carrier() -> None:
    told = tell_content("“A mate kept shouting ‘jump now’ at us,” said Jan Petrel.", "‘jump now’")
    assert (told.source, told.via) == ("A mate", ("Jan Petrel",))


def test_denials_follow_the_accusation() -> None:
    text = "Several governments accuse Norland of arming the rebels. Both countries deny the accusation."
    assert [(told.force, told.speaker) for told in tell(text)] == [
        ("accuses", "several governments"),
        ("denies", "both countries"),
    ]
