"""Sentences that take back what was said before."""

import pytest

from secondsource.text.corrections import (
    find_correction,
    find_misstated,
    find_told_correction,
    is_labelled,
    is_own_correction,
    is_refused,
    tells_of_own,
)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("An earlier version said that Dolan had been sentenced to five years in prison; he was sentenced to four.", 5),
        ("The 14,600 votes that the table showed had really been 41,600.", 14600),
        ("The agency corrected the number of the dead from 31 to 13.", 31),
        ("It was 13, not 31, the ministry said in a correction.", 31),
        ("The first report wrongly put the damage at 20 million crowns.", 20e6),
        ("A previous edition of this article misstated the number of jobs as 600.", 600),
        ("We first reported 11 seats for the Greens.", 11),
        ("An earlier version of this release said 23.", 23),
        ("The first reading gave 5.7, and the office took it back to 5.4 two hours later.", 5.7),
        ("The number of dead was first given as 14.", 14),
        ("We originally wrote that 300 people had come.", 300),
        ("In an earlier article we said that the bridge is 80 metres long.", 80),
    ],
)
def test_corrections(sentence: str, value: float) -> None:
    found = find_correction(sentence)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "sentence",
    [
        "The committee met 12 times and heard 40 witnesses.",
        "Officers of the correction service counted them.",
        "He was really tired after 14 hours.",
        "The first report of the fire came at noon.",
        "We first met 11 years ago.",
        "The police first spoke to 12 men.",
    ],
)
def test_what_is_no_correction(sentence: str) -> None:
    assert find_correction(sentence) is None


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        ("The office corrected its report on Friday. The boat had sunk at 6.15, it said, not at 6.51.", 6.51),
        ("The office corrected its notice. The boat had sunk at 6:15, it said, and not at 6:51.", 6.51),
        ("The mill took back its figure of 19 jobs. It was 16, a clerk said.", 19),
        ("The shot fell at 4.10, he said, correcting the mission's own bulletin, which had given 4.20.", 4.2),
        ("The office corrected its report on Friday. Two clerks left.", None),
        ("The office published its report. It counted 16 boats, not 19.", None),
    ],
)
def test_corrections_of_which_is_told(sentences: str, value: float | None) -> None:
    found = find_told_correction(sentences)
    assert (found.value if found else None) == value


def test_numbers_counted_twice_are_taken_back() -> None:
    found = find_correction("Of the 21 whom the clerks had listed, six had been counted twice.")
    assert found is not None
    assert found.value == 21


def test_the_words_that_were_wrong() -> None:
    text = "Correction: An earlier version of this article said that Ms Moll had been dismissed. She retired."
    start, end = find_misstated(text) or (0, 0)
    assert text[start:end] == "Ms Moll had been dismissed"
    assert is_labelled(text)
    assert not is_labelled("The correction took an hour.")


@pytest.mark.parametrize(
    ("sentence", "figure", "refused"),
    [
        ("It had paid 2.14 million crowns, it wrote, not 2.41 million.", "2.41", True),
        ("It had paid 2.14 million crowns, it wrote, not 2.41 million.", "2.14", False),
        ("It was 12 metres rather than the 21 first given.", "21", True),
    ],
)
def test_a_number_refused_beside_the_right_one(sentence: str, figure: str, *, refused: bool) -> None:
    assert is_refused(sentence, sentence.index(figure)) is refused


@pytest.mark.parametrize(
    ("sentence", "is_own"),
    [
        ("In our Tuesday edition we put the height of the mast at 61 metres.", True),
        ("On our website we had the ferry leave from the wrong pier.", True),
        ("In last week's issue we named the wrong winner of the rowing prize.", True),
        ("In yesterday’s paper we mistakenly counted the tenor among the guests.", True),
        ("An earlier version of this story gave the price of the bell as 900 crowns.", True),
        ("In our Tuesday edition we shall print the whole list.", False),
        ("On our street we had no water for a week.", False),
        ("An earlier version of the engine burned coal.", False),
        ("The paper had the story on its front page.", False),
    ],
)
def test_is_own_correction(sentence: str, is_own: bool) -> None:
    assert is_own_correction(sentence) == is_own


@pytest.mark.parametrize(
    ("sentence", "is_own"),
    [
        ("On Sunday at six we told you that the river had taken the mill.", True),
        ("The picture in our last issue did not show Leo Harn.", True),
        ("Yesterday at noon you heard from us that the lock would stay shut.", True),
        ("“We told you that the mill was safe,” said the mayor.", False),
        ("The mayor told us that the mill was safe.", False),
    ],
)
def test_an_outlet_tells_of_its_own_words(sentence: str, is_own: bool) -> None:
    assert tells_of_own(sentence) == is_own
