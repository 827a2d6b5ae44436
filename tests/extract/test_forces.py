import pytest

from secondsource.text.lexicon import load_lexicon
from tests.extract.told import tell, tell_content

FORCES = [
    ("The owner did not deny the report.", "the report", "leaves open"),
    ("The owner didn’t deny that the pier was rotten.", "that the pier was rotten", "leaves open"),
    ("The owner would not confirm the report.", "the report", "leaves open"),
    ("The ministry could not confirm the figures.", "the figures", "leaves open"),
    ("The ministry cannot confirm that two men are missing.", "that two men are missing", "leaves open"),
    ("The ministry has yet to confirm the report.", "the report", "leaves open"),
    ("The ministry neither confirmed nor denied the report.", "the report", "leaves open"),
    ("The ministry would neither confirm nor deny the report.", "the report", "leaves open"),
    ("The mayor did not rule out a new pier.", "a new pier", "leaves open"),
    ("The report was not denied by the mayor.", "The report", "leaves open"),
    ("Nobody denied the report.", "the report", "leaves open"),
    ("No official confirmed the report.", "the report", "leaves open"),
    ("Neither side confirmed the report.", "the report", "leaves open"),
    ("The owner refused to confirm the report.", "the report", "declines"),
    ("The ministry refused to confirm or deny the report.", "the report", "declines"),
    ("A spokesman declined to say whether the pier was safe.", "whether the pier was safe", "declines"),
    ("The mayor would not comment on the report.", "the report", "declines"),
    ("The mayor did not say whether the pier was safe.", "whether the pier was safe", "does not say"),
    ("The mayor did not specify what she had received.", "what she had received", "does not say"),
    ("The mayor never said that the pier was safe.", "that the pier was safe", "does not say"),
    ("The mayor did not accuse the owner of hiding the rot.", "the owner of hiding the rot", "does not say"),
    ("The mayor failed to mention the rot.", "the rot", "does not say"),
    ("The mayor denied saying that the pier was safe.", "that the pier was safe", "denies"),
    ("The mayor denied having said that the pier was safe.", "that the pier was safe", "denies"),
    ("The mayor does not believe that the pier is safe.", "that the pier is safe", "doubts"),
    ("The mayor does not think the pier is safe.", "the pier is safe", "doubts"),
    ("The mayor does not support the plan.", "the plan", "opposes"),
    ("The mayor promised not to close the pier.", "not to close the pier", "promises"),
    ("The mayor said the pier was not safe.", "the pier was not safe", "states"),
    ("The owner denied that the pier was not safe.", "that the pier was not safe", "denies"),
    ("The mayor accused the owner of not paying.", "the owner of not paying", "accuses"),
]


@pytest.mark.parametrize(("text", "content", "force"), FORCES, ids=[row[0] for row in FORCES])
def test_a_force_is_what_is_left_of_it_under_not_and_refused(text: str, content: str, force: str) -> None:
    assert tell_content(text, content).force == force


SILENCES = [
    ("The mayor would not comment.", "would not", "comment"),
    ("The mayor has not commented.", "has not", "commented"),
    ("The mayor did not respond to a request for comment.", "did not respond to", "a request for comment"),
    (
        "The mayor did not immediately respond to requests for comment.",
        "did not immediately respond to",
        "requests for comment",
    ),
    ("The mayor did not answer questions about the pier.", "did not answer", "questions about the pier"),
    ("The mayor did not return a call.", "did not return", "a call"),
    ("The mayor could not be reached for comment.", "could not be reached", "for comment"),
    ("The mayor was not available for comment.", "was not available", "for comment"),
    ("The mayor was unavailable for comment.", "was unavailable", "for comment"),
    ("The mayor declined comment.", "declined", "comment"),
    ("The mayor declined an interview.", "declined", "an interview"),
    ("The mayor declined to comment.", "declined", "to comment"),
    ("The mayor had no immediate comment on the report.", "had", "no immediate comment on the report"),
    ("The mayor made no comment.", "made", "no comment"),
]


@pytest.mark.parametrize(("text", "cue", "content"), SILENCES, ids=[row[0] for row in SILENCES])
def test_silence_is_a_statement_too(text: str, cue: str, content: str) -> None:
    (told,) = tell(text)
    assert (told.source, told.cue, told.content, told.force) == ("The mayor", cue, content, "declines")


@pytest.mark.parametrize(
    "text",
    [
        "The engine did not respond.",
        "The ship could not be reached before dark.",
        "The door was not available in oak.",
        "The cook had no bread.",
        "The union declined the offer of a smaller pier.",
    ],
)
def test_not_every_not_is_silence(text: str) -> None:
    assert "declines" not in [told.force for told in tell(text)]


@pytest.mark.parametrize("table", ["negated", "withheld"])
def test_every_change_of_force_is_shown_by_its_example(table: str) -> None:
    for group in load_lexicon("speech")[table]:
        wanted = group.get("becomes") or group["force"]
        assert wanted in [told.force for told in tell(group["example"])], group["example"]
