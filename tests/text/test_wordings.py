"""Two wordings of one utterance, and the class of each difference."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.wordings import content_words, find_differences, fold_spelling, share_of_matter

TABLE = [
    ("we will pay", "we will pay", []),
    ("We will pay.", "we will pay", ["punctuation"]),
    ("the harbour was organised", "the harbor was organized", ["spelling", "spelling"]),
    ("we saw a light", "we saw the light", ["function word"]),
    ("the bridges were closed", "the bridge was closed", ["inflection"]),
    ("a big mistake by the company", "a large mistake by the company", ["synonym"]),
    ("it was a deliberate lie to all who trusted her", "it was a reckless lie to all who trusted her", ["meaning"]),
    ("full support for the miners", "unconditional support for the miners", ["meaning"]),
    ("we will not close the mine", "we will close the mine", ["meaning"]),
    ("all of them came home", "some of them came home", ["meaning"]),
    ("we accept the offer of the bank", "we refuse the offer of the bank", ["meaning"]),
    ("we owe 40 crowns to the bank", "we owe 50 crowns to the bank", ["meaning"]),
    ("they may close the plant in spring", "they will close the plant in spring", ["meaning"]),
    ("we are ready to open our books to the court", "we have opened our books to the court", ["meaning"]),
    ("we thank every helper", "we thank each helper", ["synonym"]),
    ("the old mill by the river burned", "the mill by the river burned", ["cut"]),
    ("the mill burned", "the mill burned down on Friday", ["added"]),
    ("yesterday the mill burned", "the mill burned yesterday", ["order", "order"]),
]


@pytest.mark.parametrize(("left", "right", "kinds"), TABLE)
def test_differences_are_classed(left: str, right: str, kinds: list[str]) -> None:
    assert [difference.kind for difference in find_differences(left, right)] == kinds


def test_a_sentence_said_anew_is_a_rendering_and_no_change_of_meaning() -> None:
    left = "a turning point in the history of the valley"
    right = "a watershed for everybody who lives in this valley"
    kinds = {difference.kind for difference in find_differences(left, right)}
    assert "synonym" in kinds
    assert "meaning" not in kinds


def test_a_negation_in_other_words_is_still_a_negation() -> None:
    kinds = [d.kind for d in find_differences("nobody asks for a passport here", "here they do not ask for a passport")]
    assert "meaning" not in kinds


def test_ranges_show_the_words_that_differ() -> None:
    left, right = "a truly fine old bridge", "a truly fine new bridge"
    (difference,) = find_differences(left, right)
    assert (left[slice(*difference.left)], right[slice(*difference.right)]) == ("old", "new")


@pytest.mark.parametrize(
    ("one", "other"),
    [("harbour", "harbor"), ("colour", "color"), ("theatre", "theater"), ("organised", "organized"),
     ("travelled", "traveled"), ("co-operation", "cooperation"), ("fertiliser", "fertilizer"), ("tonne", "tonne")],
)  # fmt: skip
def test_british_and_american_spelling_fold_together(one: str, other: str) -> None:
    assert fold_spelling(one) == fold_spelling(other)


def test_content_words_leave_grammar_out() -> None:
    assert content_words("The mayor of the town was there.") == ("mayor", "town")


def test_shared_matter_counts_near_words_and_rare_ones_more() -> None:
    assert share_of_matter("the ship sank off Tarvik", "off Tarvik the vessel sank") == pytest.approx(1.0)
    assert share_of_matter("the ship sank", "shares rose in Tokyo") == 0.0
    rare = share_of_matter("the zeppelin landed", "the zeppelin burned")
    common = share_of_matter("the people landed", "the people burned")
    assert rare > common


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_ranges_lie_inside_their_texts_in_order(left: str, right: str) -> None:
    last = (0, 0)
    for difference in find_differences(left, right):
        assert 0 <= difference.left[0] <= difference.left[1] <= len(left)
        assert 0 <= difference.right[0] <= difference.right[1] <= len(right)
        assert difference.left != (0, 0) or difference.right != (0, 0)
        assert last <= (difference.left[0], difference.right[0])
        last = (difference.left[1], difference.right[1])
