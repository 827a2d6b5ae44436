"""What a sentence is likely to be: a denial, a refusal to answer, a correction, a claim, or nothing of these."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.answers import ANSWERS, KINDS, WINDOW, cut_windows, read_senses

DENIAL = "“There was no meeting, not on that day and not on any other,” the bishop's secretary said."
MISSED = pytest.mark.xfail(strict=True, reason="held for nothing")
TOLD = [
    (DENIAL, "denies"),
    pytest.param("His lawyer called it a fairy tale from the first line to the last.", "denies", marks=MISSED),
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
CHARGE = "The bishop met the banker at the abbey in March, a former verger says."
NEWS = "The abbey of Orlen was sold to a bank on Monday."


@pytest.mark.parametrize(("sentence", "kind"), TOLD)
def test_read_senses(sentence: str, kind: str | None) -> None:
    _, _, told = read_senses([NEWS, CHARGE, sentence])
    assert [name for name in ANSWERS if told.likely[name] >= 0.4] == ([kind] if kind else [])


def test_a_charge_is_a_claim() -> None:
    _, charge, _ = read_senses([NEWS, CHARGE, DENIAL])
    assert charge.likely["claims"] >= 0.5


def test_what_stands_around_counts() -> None:
    quote = "“I was in Rome the whole of March,” the bishop said."
    (alone,), (_, _, behind) = read_senses([quote]), read_senses([NEWS, CHARGE, quote])
    assert behind.likely["denies"] > alone.likely["denies"]


SENTENCES = st.lists(st.one_of(st.text(max_size=80), st.sampled_from([NEWS, CHARGE, "word " * 300, ""])), max_size=12)


@settings(max_examples=50, deadline=None)
@given(SENTENCES)
def test_each_sentence_is_told_of_once(sentences: list[str]) -> None:
    windows = list(cut_windows(sentences))
    assert sum(len(window.spans) for window in windows) == len(sentences)
    for window in windows:
        assert len(window.pieces) <= WINDOW + WINDOW // 2
        ends = [1, *(end for _, end in window.spans)]
        assert all(
            before <= start < end < len(window.pieces) for before, (start, end) in zip(ends, window.spans, strict=False)
        )


@settings(max_examples=20, deadline=None)
@given(SENTENCES)
def test_any_text_has_likelihoods(sentences: list[str]) -> None:
    senses = read_senses(sentences)
    assert len(senses) == len(sentences)
    for sense in senses:
        assert set(sense.likely) == set(KINDS)
        assert all(0.0 <= value <= 1.0 for value in sense.likely.values())
        assert sum(sense.likely.values()) <= 1.01
