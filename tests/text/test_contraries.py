"""Words by which an answer goes against a claim."""

import pytest

from secondsource.text.contraries import (
    are_of_one_day,
    are_of_one_tense,
    is_charge_like,
    is_negated_copy,
    is_reported_question,
    is_whole,
    is_yielding,
    puts_it_on,
    share_a_run,
    turns_elsewhere,
)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("I walked beside the cart from the barn to the mill", True),
        ("Every sack was weighed", True),
        ("I heard of it for the first time on Monday", True),
        ("The wheel turned by itself", True),
        ("The sack was heavy", False),
        ("I came from Brek", False),
    ],
)
def test_sayings_of_all_or_none(text: str, whole: bool) -> None:
    assert is_whole(text) is whole


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("it was the clerk who lost the key", True),
        ("the stones came from the other bank", True),
        ("somebody else had the key", True),
        ("the road was built by the men of Lund", True),
        ("it was cold in the barn", False),
    ],
)
def test_sayings_that_put_it_on_another(text: str, turned: bool) -> None:
    assert turns_elsewhere(text) is turned


@pytest.mark.parametrize(("text", "puts"), [("“It was our boat that was hit,”", True), ("It was late.", False)])
def test_who_did_it(text: str, puts: bool) -> None:
    assert puts_it_on(text) is puts


@pytest.mark.parametrize(
    ("text", "yielding"),
    [
        ("Yes, the gate was open", True),
        ("We were wrong", True),
        ("we are looking into it", True),
        ("The gate was shut", False),
    ],
)
def test_what_grants_a_claim(text: str, yielding: bool) -> None:
    assert is_yielding(text) is yielding


@pytest.mark.parametrize(
    ("text", "charging"),
    [
        ("that the clerk left the door open", True),
        ("that the clerk had never done better", False),
        ("that the clerk will come back", False),
        ("that his client was in Lund", False),
    ],
)
def test_claims_that_can_be_gone_against(text: str, charging: bool) -> None:
    assert is_charge_like(text) is charging


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Did the clerk lose the key, as two porters say?", True),
        ("Is it true that the key was lost?", True),
        ("Who has the key?", False),
        ("The porters say that the key was lost.", False),
    ],
)
def test_questions_after_what_is_said(sentence: str, asked: bool) -> None:
    assert is_reported_question(sentence) is asked


@pytest.mark.parametrize(
    ("one", "other", "copy"),
    [
        ("that the barn was locked on purpose", "that the barn was not locked on purpose", True),
        ("that the clerk had sold 40 sacks", "that he had never sold 30 sacks", False),
        ("that the barn was locked", "that the barn was locked", False),
        ("that the barn was locked", "nobody sang", False),
    ],
)
def test_negated_copies(one: str, other: str, copy: bool) -> None:
    assert is_negated_copy(one, other) is copy


def test_times_that_part_two_sayings() -> None:
    assert not are_of_one_day("The barn was shut on Monday", "The barn was open all winter")
    assert are_of_one_day("The barn was shut on Monday", "The barn was open all day")
    assert not are_of_one_tense("The barn was shut", "The barn is open every day")
    assert are_of_one_tense("They shut the barn", "The barn stood open")


def test_one_utterance_is_known_by_a_run_of_words() -> None:
    told = "nobody sold a single sack of it to the men of Lund"
    assert share_a_run(f"He said that {told}", f"{told}, he said")
    assert not share_a_run(told, "nobody sold anything to the men of Lund")
