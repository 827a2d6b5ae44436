"""Units, currencies, bounds and changes: the words beside a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.bounds import find_bound_after, find_bound_before
from secondsource.text.changes import find_change
from secondsource.text.measures import find_measure
from secondsource.text.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "words", "unit", "is_money"),
    [
        ("260 tons of grain", "260 tons", "ton", False),
        ("260 metric tons of grain", "260 metric tons", "metric ton", False),
        ("260 tonnes", "260 tonnes", "metric ton", False),
        ("a 9-mile pier", "9-mile", "mile", False),
        ("5.5kWh", "5.5kWh", "kilowatt hour", False),
        ("31 °C", "31 °C", "celsius", False),
        ("31 degrees Celsius", "31 degrees Celsius", "celsius", False),
        ("12 per cent", "12 per cent", "percentage", False),
        ("12%", "12%", "percentage", False),
        ("$5 each week", "$5 each week", "dollar per week", True),
        ("US$ 40", "US$ 40", "dollar", True),
        ("C$40", "C$40", "canadian dollar", True),
        ("€1,200", "€1,200", "euro", True),
        ("USD1,700", "USD1,700", "dollar", True),
        ("5 million euros", "5 million euros", "euro", True),
        ("12 pounds of salt", "12 pounds", "pound-mass", False),
        ("12 million pounds", "12 million pounds", "pound sterling", True),
        ("a seat costs 40 pounds", "40 pounds", "pound sterling", True),
        ("the boat went for 900 pounds", "900 pounds", "pound sterling", True),
        ("he paid a fine of 40 pounds", "40 pounds", "pound sterling", True),
        ("he bought 40 pounds of salt", "40 pounds", "pound-mass", False),
        ("the anchor weighs 40 pounds", "40 pounds", "pound-mass", False),
        ("$80 per square metre", "$80 per square metre", "dollar per square metre", True),
        ("52,000 barrels a day", "52,000 barrels a day", "barrel per day", False),
        ("$6 a year earlier", "$6", "dollar", True),
        ("40 km/h", "40 km/h", "kilometre per hour", False),
        ("40 kilometres (25 miles) an hour", "40 kilometres", "kilometre per hour", False),
        ("40 kilometres (about 25 miles) long", "40 kilometres", "kilometre", False),
        ("25 miles) per hour", "25 miles", "mile per hour", False),
        ("40 euros (6 dollars) a share", "40 euros", "euro per share", True),
        ("40 sailors", "40", None, False),
        ("40 kmart bags", "40", None, False),
    ],
)
def test_units(text, words, unit, is_money):
    number = find_numerals(text)[0]
    measure = find_measure(text, number.start, number.end, number.high)
    assert (text[measure.start : measure.end], measure.unit, measure.is_money) == (words, unit, is_money)


@pytest.mark.parametrize(("text", "sign"), [("minus 40 degrees", -1), ("was -40", -1), ("Pier-40", 1), ("40", 1)])
def test_signs(text, sign):
    number = find_numerals(text)[0]
    assert find_measure(text, number.start, number.end, 40).sign == sign


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("some ", "about"),
        ("nearly ", "about"),
        ("more than ", "more than"),
        ("well over ", "more than"),
        ("at least ", "at least"),
        ("no fewer than ", "at least"),
        ("up to ", "at most"),
        ("as many as ", "at most"),
        ("fewer than ", "less than"),
        ("just under ", "less than"),
        ("nearly a ", "about"),
    ],
)
def test_bounds_before(before, bound):
    found = find_bound_before(f"killed {before}50", len("killed ") + len(before))
    assert found is not None
    assert found.bound == bound
    assert f"killed {before}50"[found.start : found.end] == before.strip().removesuffix(" a")


def test_words_that_only_end_like_a_bound_are_none():
    assert find_bound_before("handsome 50", 9) is None


@pytest.mark.parametrize(
    ("after", "bound"), [(" or more", "at least"), ("+", "at least"), (" or fewer", "at most"), (" or so", "about")]
)
def test_bounds_after(after, bound):
    found = find_bound_after(f"50{after} boats", 2)
    assert found is not None
    assert found.bound == bound


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("prices rose by ", "", "up"),
        ("prices fell ", " on Monday", "down"),
        ("prices were up ", "", "up"),
        ("Tides +", "", "up"),
        ("a ", " drop", "down"),
        ("closed ", " higher", "up"),
        ("prices rose to ", "", None),
        ("a fee of ", " for boats", None),
    ],
)
def test_changes(before, after, change):
    assert find_change(f"{before}5%{after}", len(before), len(before) + 2) == change


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_measures_lie_inside_any_text(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    measure = find_measure(text, start, end, 1.0)
    assert 0 <= measure.start <= start
    assert end <= measure.end <= len(text)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Nobody gets more than 2,000 a day.", "at most"),
        ("Never did it take more than 2,000.", "at most"),
        ("It takes more than 2,000.", "more than"),
    ],
)
def test_a_bound_that_nobody_passes_is_a_limit(text: str, bound: str) -> None:
    found = find_bound_before(text, text.index("2,000"))
    assert found is not None
    assert found.bound == bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The number of cases has gone up to 31.", None),
        ("He owned up to 31 thefts.", None),
        ("With the fees that adds up to 31 crowns.", None),
        ("It all came up to 31 crowns.", None),
        ("The fine is up to 31 crowns.", "at most"),
        ("It carried up to 31 men.", "at most"),
        ("It reaches further than 31 miles.", "more than"),
    ],
)
def test_what_has_come_up_to_a_number_is_not_bound_by_it(text: str, bound: str | None) -> None:
    found = find_bound_before(text, text.index("31"))
    assert (found.bound if found else None) == bound
