"""What texts call a speaker beside his name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.introductions import Introductions


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The surgeon, Ottil Barne, was out.", "Ottil Barne", {"surgeon"}),
        ("It rained, said Udo Flint, who runs the ferry.", "Udo Flint", {"runs", "ferry"}),
        ("Museum spokesman Lars Petrin came.", "Lars Petrin", {"museum", "spokesman"}),
        ("The gate was shut, Petrin said.", "Petrin", set()),
        ("The village says that it rained.", "the village", set()),
        ("", "", set()),
    ],
)
def test_words_beside_a_name(text: str, speaker: str, words: set[str]) -> None:
    own = {word.lower() for word in speaker.split()} - {"the"}
    assert Introductions([text]).words_of(speaker) == own | words


@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_and_any_name(text: str, speaker: str) -> None:
    told = Introductions([text])
    assert told.words_of(speaker) == told.words_of(speaker)
