"""Somebody was asked, and gives no answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.silences import find_silence, goes_on_silent, is_bare, is_of_plans

SILENT = [
    "A spokeswoman declined to comment on the charge.",
    "Whether it has applied for a patent it would not say.",
    "The builder had no comment.",
    "The firm, which sells nets, would not talk about the lease.",
    "Somebody said that the firm was not commenting.",
    "No comment was to be had from the harbour office on the cranes.",
    "On the machines in the south she would say nothing.",
    "The ministry did not immediately respond to a request for comment.",
    "Calls to the mayor's office went unanswered.",
    "He refused to say who had signed it.",
    "The bank has not yet commented.",
    "The owner could not be reached.",
    "She would not be drawn on the date.",
    "The minister was unavailable for comment.",
    "Brandt had nothing to say about the loan.",
    "The company said nothing about the leak.",
    "Police would neither confirm nor deny it, and an e-mail was not answered.",
    "He walked past reporters without a comment.",
    "Asked about it, the bishop stayed silent.",
    "“No comment,” said the coach.",
    "The council left the question unanswered.",
    "His lawyer did not return calls.",
    "A spokesman said he was not authorised to speak about it.",
    "The club gave no reasons.",
    "Our questions to the owner were never answered.",
    "The airline declined all comment.",
    "There was no immediate response from the ministry.",
    "Neither firm wished to comment.",
    "The clinic did not want to comment on the case.",
    "The shipping line offered no explanation.",
    "A spokeswoman for the ferry did not immediately have any comment.",
    "Calls to the shipyard on Friday were not immediately returned.",
    "Neither the owner nor his agent has responded.",
    "The paper did not get a response from the bank.",
    "Investigators would not provide any information on the driver.",
    "The harbour master would also not say who held the keys.",
    "The skipper could not be immediately reached.",
    "The ministry has yet to comment on the leak.",
    "The club did not return a request for comment.",
]
ANSWERED = [
    "She did not decline to comment.",
    "He said nothing was lost.",
    "There was a minute of silence.",
    "She answered every question.",
    "He commented on the price.",
    "The reply was short.",
    "The mine gave no trouble.",
    "The report was not published.",
    "He could not say when it would end.",
    "The nurse did not talk.",
    "Nobody spoke.",
    "He did not say that the bridge was safe.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_silences(sentence: str) -> None:
    assert find_silence(sentence) is not None


@pytest.mark.parametrize("sentence", ANSWERED)
def test_what_is_no_silence(sentence: str) -> None:
    assert find_silence(sentence) is None


@given(st.text(alphabet="no comentsaid.,", max_size=120))
def test_the_place_lies_in_the_sentence(sentence: str) -> None:
    start, end = find_silence(sentence) or (0, 1)
    assert 0 <= start < end <= max(1, len(sentence))


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("The mill declined to comment.", True),
        ("Neither the mill nor its owner would comment.", True),
        ("The town hall did not return calls.", True),
        ("The mill did not respond to requests for comment.", True),
        ("The mill declined to comment on the price.", False),
        ("Write to the mill, it does not answer.", False),
    ],
)
def test_silences_that_do_not_say_on_what(sentence: str, bare: bool) -> None:
    assert is_bare(sentence) is bare


def test_silence_on_what_one_means_to_do() -> None:
    assert is_of_plans("She would not say whether she would run again.")
    assert not is_of_plans("She would not say whether the mill had been sold.")


def test_a_silence_in_two_sentences() -> None:
    assert goes_on_silent("“I have no comment,” he said.")
    assert not goes_on_silent("The mill had no comment either.")
    assert not goes_on_silent("He sold the mill.")
