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
