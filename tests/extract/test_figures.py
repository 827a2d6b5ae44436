"""Figures: which numbers are quantities, and what they say."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.stages.extract.figures import find_figures
from tests.annotate.reports import read


def figures_of(text: str) -> list[tuple[str, float | None, float | None, str | None, str | None, str]]:
    return [
        (figure.span.of(text), figure.low, figure.high, figure.unit, figure.of, figure.bound)
        for figure in find_figures(read(text))
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "The port shipped more than 10,000 shipping containers.",
            ("more than 10,000", 10_000, None, None, "shipping container", "more than"),
        ),
        ("They fired at least ten missiles.", ("at least ten", 10, None, None, "missile", "at least")),
        ("They fired at least 10 missiles.", ("at least 10", 10, None, None, "missile", "at least")),
        ("The barge held 260 tons of grain.", ("260 tons", 260, 260, "ton", "grain", "exact")),
        ("The barge held 260 metric tons of grain.", ("260 metric tons", 260, 260, "metric ton", "grain", "exact")),
        ("Some 50 sailors drowned.", ("Some 50", 50, 50, None, "sailor", "about")),
        ("Up to 50 sailors drowned.", ("Up to 50", None, 50, None, "sailor", "at most")),
        ("Fewer than 50 sailors drowned.", ("Fewer than 50", None, 50, None, "sailor", "less than")),
        ("Between 40 and 50 sailors drowned.", ("40 and 50", 40, 50, None, "sailor", "between")),
        ("Dozens of sailors drowned.", ("Dozens", 12, 120, None, "sailor", "between")),
        (
            "The repair cost $3 billion to $5 billion.",
            ("$3 billion to $5 billion", 3e9, 5e9, "dollar", None, "between"),
        ),
        ("Seats cost between $62 and $68 each.", ("$62 and $68", 62, 68, "dollar", None, "between")),
        ("About 60% of the workers left.", ("About 60%", 60, 60, "percentage", "worker", "about")),
        ("Nearly two-thirds of the workers left.", ("Nearly two-thirds", 2 / 3, 2 / 3, None, "worker", "about")),
        ("Ida Roe, 25, said the pier was safe.", ("25", 25, 25, "year of age", None, "exact")),
        ("A 25-year-old sailor said so.", ("25-year-old", 25, 25, "year of age", "sailor", "exact")),
        ("They talked for two hours.", ("two hours", 2, 2, "hour", None, "exact")),
        (
            "The frost reached minus 40 degrees Celsius.",
            ("minus 40 degrees Celsius", -40, -40, "celsius", None, "exact"),
        ),
        ("The loss came to 5 million pounds.", ("5 million pounds", 5e6, 5e6, "pound sterling", None, "exact")),
    ],
)
def test_figures(text, figure):
    assert figures_of(text) == [figure]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Spending rises by 4.1 million to 38.2 million crowns.", [(4.1e6, 4.1e6), (38.2e6, 38.2e6)]),
        ("Profit rose by 22.3 per cent to 148 million.", [(22.3, 22.3), (148e6, 148e6)]),
        ("The channel is dredged from 14.5 to 16.2 metres.", [(14.5, 14.5), (16.2, 16.2)]),
        ("Prices rise by 2 to 3 percent.", [(2, 3)]),
        ("Turnout topped 66%.", [(66, None)]),
    ],
)
def test_what_something_changed_by_and_came_to(text: str, values: list[tuple[float, float | None]]) -> None:
    assert [
        (low and pytest.approx(low), high and pytest.approx(high)) for _, low, high, *_ in figures_of(text)
    ] == values


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose by 5%.", "up"),
        ("Prices fell 5%.", "down"),
        ("Prices stood at 5%.", None),
        ("Prices rose to 5%.", None),
    ],
)
def test_changes(text, change):
    (figure,) = find_figures(read(text))
    assert figure.change == change


@pytest.mark.parametrize(
    "text",
    [
        "The pier opened on 3 March 2029.",
        "The pier opened in 2029.",
        "The pier opened at 5 p.m. on Monday.",
        "It was the third storm and the 21st flood.",
        "Harbour Town won 3-1 at home.",
        "Call 555-0142-7788 or +1 555 010 4477.",
        "See Article 5 and Section 12.",
        "The Group of Seven met.",
        "They flew a Boeing 737 home.",
        "The F-150 stood outside.",
        "The office is at 12 Harbour Street.",
        "No one came, and one never knows.",
        "The two then signed.",
        "Pier No. 7 burned.",
    ],
)
def test_numbers_that_are_no_figures(text):
    assert figures_of(text) == []


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("The boat sank and four were still missing.", 4, "missing"),
        ("Rescuers found 62 dead.", 62, "dead"),
        ("He lifted seven of them over the side.", 7, None),
        ("He left two of his pots on the seabed.", 2, "pot"),
        ("The count rose to eight on Monday.", 8, None),
        ("By Thursday 31 people had been treated.", 31, "people"),
    ],
)
def test_numbers_that_count_what_was_named_before(text, value, of):
    assert (value, of) in [(low, of) for _, low, _, _, of, _ in figures_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Roe (63) waved.",
        "Ida Roe, 63, waved.",
        "He is 63, and glad.",
        "He died at the age of 63.",
        "Roe was aged 63.",
    ],
)
def test_ages(text):
    assert [(low, unit) for _, low, _, unit, _, _ in figures_of(text)] == [(63, "year of age")]


def test_numbers_shared_out_among_names():
    text = "The party would hold 35 seats, Harvest 30, the Sailors seven and Old Town four."
    assert [low for _, low, *_ in figures_of(text)] == [35, 30, 7, 4]


def test_under_a_weight_is_a_place():
    assert [bound for *_, bound in figures_of("Two trucks vanished under 40 tonnes of stone.")] == ["exact", "exact"]


def test_a_descending_pair_is_no_range():
    assert [(low, high) for _, low, high, *_ in figures_of("Prices fell from $9 to $7.")] == [(9, 9), (7, 7)]


PIECES = [
    "10",
    ",000",
    " ",
    "more than ",
    "$",
    "-",
    "to ",
    "million ",
    "ten ",
    "tons ",
    "of ",
    "half ",
    "%",
    "per ",
    ". ",
    "½",
    "Roe, ",
]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=25))
def test_figures_of_any_text_lie_inside_in_order_and_say_something(pieces):
    text = "".join(pieces)
    figures = find_figures(read(text))
    assert all(figure.span.start < figure.span.end <= len(text) for figure in figures)
    assert [figure.span.start for figure in figures] == sorted(figure.span.start for figure in figures)
    for figure in figures:
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
