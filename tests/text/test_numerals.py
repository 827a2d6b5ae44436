"""Numbers in words and digits: what they are worth, and where they stand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.numerals import find_numerals, to_number

PLAIN = [
    ("10,000 crates", "10,000", 10_000),
    ("some 1,23,456 voters", "1,23,456", 123_456),
    ("2.75 litres", "2.75", 2.75),
    (".5 percent", ".5", 0.5),
    ("1.5 million", "1.5 million", 1.5e6),
    ("4 hundred million people", "4 hundred million", 4e8),
    ("€3bn", "3bn", 3e9),
    ("$2.7m", "2.7m", 2.7e6),
    ("1.5m displaced", "1.5m", 1.5e6),
    ("a mast of 37m tall", "37", 37),
    ("4.3M copies", "4.3M", 4.3e6),
    ("twenty-four hours", "twenty-four", 24),
    ("twenty four hours", "twenty four", 24),
    ("a hundred and five goats", "a hundred and five", 105),
    ("one hundred twenty-five thousand three hundred", "one hundred twenty-five thousand three hundred", 125_300),
    ("half a million", "half a million", 5e5),
    ("a half-million", "a half-million", 5e5),
    ("three quarters of a million", "three quarters of a million", 7.5e5),
    ("half a dozen boats", "half a dozen", 6),
    ("two dozen boats", "two dozen", 24),
    ("a couple of boats", "a couple", 2),
    ("two and a half years", "two and a half", 2.5),
    ("six and three-quarter hours", "six and three-quarter", 6.75),
    ("ten and three quarters", "ten and three quarters", 10.75),
    ("5 1/2 hours", "5 1/2", 5.5),
    ("2½ years", "2½", 2.5),
]


@pytest.mark.parametrize(("text", "words", "value"), PLAIN)
def test_plain_numbers(text, words, value):
    (found,) = find_numerals(text)
    assert (text[found.start : found.end], found.low, found.high, found.kind) == (words, value, value, "cardinal")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two-thirds of the crew", 2 / 3),
        ("a third of the crew", 1 / 3),
        ("three quarters voted", 3 / 4),
        ("half of the crew", 0.5),
        ("cut by half.", 0.5),
        ("3/4 of an hour", 0.75),
        ("one in five sailors", 0.2),
        ("three out of four sailors", 0.75),
    ],
)
def test_fractions(text, value):
    (found,) = find_numerals(text)
    assert found.kind == "fraction"
    assert found.low == found.high == pytest.approx(value)


@pytest.mark.parametrize("text", ["the first half.", "a quarter-final", "an hour", "the hundred", "few of them"])
def test_words_that_are_no_number(text):
    assert [found for found in find_numerals(text) if found.kind != "ordinal"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("the 21st pier", 21), ("a third man", 3), ("the twenty-first", 21), ("the 1,000th guest", 1000)],
)
def test_ordinals_are_kept_apart(text, value):
    (found,) = find_numerals(text)
    assert (found.kind, found.low) == ("ordinal", value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10 to 15", 10, 15),
        ("10-15", 10, 15),
        ("10–15", 10, 15),
        ("between 10 and 20", 10, 20),
        ("three or four", 3, 4),
        ("1 to 2 thousand", 1000, 2000),
        ("33-35 billion", 33e9, 35e9),
        ("5 million to 6 million", 5e6, 6e6),
    ],
)
def test_ranges(text, low, high):
    (found,) = find_numerals(text)
    assert (found.kind, found.low, found.high) == ("range", low, high)


@pytest.mark.parametrize("text", ["2-0", "10 and 20", "89-89", "7 to 3", "four in 2019"])
def test_what_is_no_range(text):
    assert [found.kind for found in find_numerals(text)] == ["cardinal", "cardinal"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 12, 120),
        ("hundreds of thousands", 1e5, 1e6),
        ("tens of millions", 1e7, 1e8),
        ("several hundred", 200, 900),
    ],
)
def test_vague_plurals(text, low, high):
    (found,) = find_numerals(text)
    assert (found.kind, found.low, found.high) == ("vague", low, high)


@pytest.mark.parametrize(
    ("words", "value"),
    [("seven", 7), ("1,250", 1250), (" forty-two ", 42), ("seventh", None), ("7 boats", None), ("", None)],
)
def test_one_number_alone(words, value):
    assert to_number(words) == value


@given(st.integers(0, 10**15))
def test_every_grouped_number_is_read_back(value):
    assert to_number(f"{value:,}") == value


@given(st.text(max_size=300))
def test_numerals_lie_inside_any_text_and_apart(text):
    end = 0
    for found in find_numerals(text):
        assert end <= found.start < found.end <= len(text)
        assert found.low <= found.high
        end = found.end


@pytest.mark.parametrize("piece", ["one hundred ", "1,", "1,000", "a ", "half of ", "and ", "1/", "twenty-", "9" * 50])
def test_hostile_repetition_takes_linear_time(piece):
    started = time.process_time()
    find_numerals(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It raised its rate from 9 to 17.5 percent.", [(9, 9), (17.5, 17.5)]),
        ("The toll has risen from 12 to 15.", [(12, 12), (15, 15)]),
        ("Tickets cost from 9 to 17 crowns.", [(9, 17)]),
        ("It takes 9 to 17 days.", [(9, 17)]),
    ],
)
def test_where_something_rose_from_is_no_range(text: str, values: list[tuple[float, float]]) -> None:
    assert [(found.low, found.high) for found in find_numerals(text)] == values
