"""How much two sentences say the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.sameness import SAME, find_numbers, gather_evidence, match_words, rate_sameness
from secondsource.text.vectors import embed_words

BRIDGE = "The council closed the old bridge after a lorry struck one of its piers."


@pytest.mark.parametrize(
    "other",
    [
        "After a truck had hit one of its piers, the old bridge was closed by the council.",
        "The council shut the old bridge because a lorry had hit a pier.",
    ],
)
def test_another_wording_says_the_same(other: str) -> None:
    assert rate_sameness(BRIDGE, other) >= SAME


@pytest.mark.parametrize(
    "other",
    [
        "The council opened a new swimming pool beside the school.",
        "A lorry driver won the lottery on Tuesday.",
        "",
    ],
)
def test_what_is_of_another_thing_does_not(other: str) -> None:
    assert rate_sameness(BRIDGE, other) < SAME


def test_other_numbers_say_less() -> None:
    one = "Heavy rain has left 14 villages without power."
    assert rate_sameness(one, "Heavy rain has left 14 villages in the dark.") > rate_sameness(
        one, "Heavy rain has left 31 villages in the dark."
    )


def test_the_longer_text_is_covered_less() -> None:
    longer, shorter = match_words(BRIDGE, "The council closed the old bridge.")
    assert longer < shorter <= 1.0


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_neither_text_comes_first(one: str, other: str) -> None:
    assert rate_sameness(one, other) == pytest.approx(rate_sameness(other, one), abs=1e-3)
    assert 0.0 <= rate_sameness(one, other) <= 5.0
    assert len(gather_evidence(one, other)) == len(gather_evidence("", ""))


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("...", 0), ("The harbour's ice-breaker sailed at 5.40.", 6), ("“Naïve!” she said", 3)]
)
def test_one_vector_a_word(text: str, words: int) -> None:
    assert embed_words(text).shape == (words, 384)


def test_numbers_keep_their_commas_and_points() -> None:
    assert find_numbers("1,200 of 3.5 in 2019, and 7.") == {"1,200", "3.5", "2019", "7"}
