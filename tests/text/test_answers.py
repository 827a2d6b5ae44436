"""What a sentence is likely to be: a denial, a refusal to answer, a correction, or nothing of these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.answers import KINDS, list_runs, weigh_answer

TOLD = [
    ("“There was no meeting, not on that day and not on any other,” the bishop's secretary said.", "denies"),
    ("His lawyer called it a fairy tale from the first line to the last.", "denies"),
    ("Nobody from the brewery was anywhere near the river that night, its manager insisted.", "denies"),
    ("The harbour master walked past the microphones without a word.", "declines"),
    ("Three e-mails to the foundation went unanswered, and nobody came to the door.", "declines"),
    ("Asked who had signed it, she smiled and got into the car.", "declines"),
    ("The ministry later conceded that the figure had been wrong and withdrew it.", "corrects"),
    ("An earlier version of this report gave the wrong name of the ferry.", "corrects"),
    ("The bridge was opened to traffic again at noon.", None),
    ("Rain is forecast for the coast until Friday.", None),
    ("Nobody was hurt when the roof came down.", None),
    ("The mayor took questions for an hour and answered all of them.", None),
]


@pytest.mark.parametrize(("sentence", "kind"), TOLD)
def test_weigh_answer(sentence: str, kind: str | None) -> None:
    likely = weigh_answer(sentence)
    assert [name for name in KINDS if likely[name] >= 0.5] == ([kind] if kind else [])


def test_names_and_numbers_are_one_word_each() -> None:
    assert list_runs("He met Ansa Leth at 9.30") == list_runs("He met Piet Brom at 11")


@given(st.text(max_size=300))
def test_any_text_has_likelihoods(text: str) -> None:
    likely = weigh_answer(text)
    assert set(likely) == set(KINDS)
    assert all(0.0 <= value <= 1.0 for value in likely.values())
    assert sum(likely.values()) <= 1.01
