"""Every shape of figure that news has, a row each: a sentence, the figure, its limits and unit, what is counted."""

import pytest

from secondsource.stages.extract.figures import find_figures
from tests.annotate.reports import read

ROWS = [
    # counts in digits and words
    ("The storm killed 12 fishermen.", "12", 12, 12, None, "fisherman"),
    ("The storm killed twelve fishermen.", "twelve", 12, 12, None, "fisherman"),
    ("The storm killed twenty-one fishermen.", "twenty-one", 21, 21, None, "fisherman"),
    ("The storm killed one hundred and four fishermen.", "one hundred and four", 104, 104, None, "fisherman"),
    ("The storm destroyed 1,204 homes.", "1,204", 1204, 1204, None, "home"),
    ("The storm destroyed 1.2 million homes.", "1.2 million", 1.2e6, 1.2e6, None, "home"),
    ("The storm destroyed two million homes.", "two million", 2e6, 2e6, None, "home"),
    ("The storm left 1.5m displaced.", "1.5m", 1.5e6, 1.5e6, None, "displaced"),
    ("The storm left 30,000 homeless.", "30,000", 30_000, 30_000, None, "homeless"),
    ("The storm left 62 dead.", "62", 62, 62, None, "dead"),
    ("The storm destroyed half a million homes.", "half a million", 5e5, 5e5, None, "home"),
    ("The storm destroyed a dozen homes.", "a dozen", 12, 12, None, "home"),
    ("The storm destroyed two dozen homes.", "two dozen", 24, 24, None, "home"),
    ("The storm destroyed half a dozen homes.", "half a dozen", 6, 6, None, "home"),
    ("The storm destroyed a couple of homes.", "a couple", 2, 2, None, "home"),
    ("The storm destroyed a hundred homes.", "a hundred", 100, 100, None, "home"),
    ("The storm destroyed a thousand homes.", "a thousand", 1000, 1000, None, "home"),
    ("The storm destroyed three wooden homes.", "three", 3, 3, None, "wooden home"),
    ("The storm destroyed 40 fishing boats.", "40", 40, 40, None, "fishing boat"),
    ("The storm hit 15 of the villages.", "15", 15, 15, None, "village"),
    # bounded and loose
    ("Some 50 homes burned.", "Some 50", 50, 50, None, "home"),
    ("About 50 homes burned.", "About 50", 50, 50, None, "home"),
    ("Around 50 homes burned.", "Around 50", 50, 50, None, "home"),
    ("Roughly 50 homes burned.", "Roughly 50", 50, 50, None, "home"),
    ("Approximately 50 homes burned.", "Approximately 50", 50, 50, None, "home"),
    ("Nearly 50 homes burned.", "Nearly 50", 50, 50, None, "home"),
    ("Almost 50 homes burned.", "Almost 50", 50, 50, None, "home"),
    ("Close to 50 homes burned.", "Close to 50", 50, 50, None, "home"),
    ("An estimated 50 homes burned.", "An estimated 50", 50, 50, None, "home"),
    ("More than 50 homes burned.", "More than 50", 50, None, None, "home"),
    ("Over 50 homes burned.", "Over 50", 50, None, None, "home"),
    ("Upwards of 50 homes burned.", "Upwards of 50", 50, None, None, "home"),
    ("In excess of 50 homes burned.", "In excess of 50", 50, None, None, "home"),
    ("At least 50 homes burned.", "At least 50", 50, None, None, "home"),
    ("No fewer than 50 homes burned.", "No fewer than 50", 50, None, None, "home"),
    ("Not less than 50 homes burned.", "Not less than 50", 50, None, None, "home"),
    ("Fewer than 50 homes burned.", "Fewer than 50", None, 50, None, "home"),
    ("Under 50 homes burned.", "Under 50", None, 50, None, "home"),
    ("Up to 50 homes burned.", "Up to 50", None, 50, None, "home"),
    ("As many as 50 homes burned.", "As many as 50", None, 50, None, "home"),
    ("No more than 50 homes burned.", "No more than 50", None, 50, None, "home"),
    ("At most 50 homes burned.", "At most 50", None, 50, None, "home"),
    ("Well over 50 homes burned.", "Well over 50", 50, None, None, "home"),
    ("Just under 50 homes burned.", "Just under 50", None, 50, None, "home"),
    ("More than a dozen homes burned.", "More than a dozen", 12, None, None, "home"),
    ("More than a hundred homes burned.", "More than a hundred", 100, None, None, "home"),
    ("At least two dozen homes burned.", "At least two dozen", 24, None, None, "home"),
    # ranges and vague plurals
    ("Between 40 and 50 homes burned.", "40 and 50", 40, 50, None, "home"),
    ("Forty to fifty homes burned.", "Forty to fifty", 40, 50, None, "home"),
    ("From 40 to 50 homes burned.", "40 to 50", 40, 50, None, "home"),
    ("The fire burned 40-50 homes.", "40-50", 40, 50, None, "home"),
    ("The fire burned 40–50 homes.", "40–50", 40, 50, None, "home"),
    ("The fire burned three or four homes.", "three or four", 3, 4, None, "home"),
    ("The fire burned 1 to 2 million trees.", "1 to 2 million", 1e6, 2e6, None, "tree"),
    ("The fire burned dozens of homes.", "dozens", 12, 120, None, "home"),
    ("The fire burned hundreds of homes.", "hundreds", 100, 1000, None, "home"),
    ("The fire burned tens of thousands of trees.", "tens of thousands", 1e4, 1e5, None, "tree"),
    ("The fire burned several hundred homes.", "several hundred", 200, 900, None, "home"),
    # shares
    ("Two-thirds of the crew left.", "Two-thirds", 2 / 3, 2 / 3, None, "crew"),
    ("Nearly two-thirds of the crew left.", "Nearly two-thirds", 2 / 3, 2 / 3, None, "crew"),
    ("A third of the sailors left.", "A third", 1 / 3, 1 / 3, None, "sailor"),
    ("More than half of the sailors left.", "More than half", 0.5, None, None, "sailor"),
    ("Half of the sailors left.", "Half", 0.5, 0.5, None, "sailor"),
    ("Three-quarters of the sailors left.", "Three-quarters", 0.75, 0.75, None, "sailor"),
    ("One in five sailors left.", "One in five", 0.2, 0.2, None, "sailor"),
    ("Three out of four sailors left.", "Three out of four", 0.75, 0.75, None, "sailor"),
    ("Twelve percent of the sailors left.", "Twelve percent", 12, 12, "percentage", "sailor"),
    ("Some 12.5 per cent of the sailors left.", "Some 12.5 per cent", 12.5, 12.5, "percentage", "sailor"),
    ("More than 12% of the sailors left.", "More than 12%", 12, None, "percentage", "sailor"),
    ("Between 10% and 12% of the sailors left.", "10% and 12%", 10, 12, "percentage", "sailor"),
    ("Turnout was 10 to 12 percent.", "10 to 12 percent", 10, 12, "percentage", None),
    ("Turnout was 61.4%.", "61.4%", 61.4, 61.4, "percentage", None),
    # money
    ("The ship cost $5 million.", "$5 million", 5e6, 5e6, "dollar", None),
    ("The ship cost $5m.", "$5m", 5e6, 5e6, "dollar", None),
    ("The ship cost $1.2bn.", "$1.2bn", 1.2e9, 1.2e9, "dollar", None),
    ("The ship cost US$5 million.", "US$5 million", 5e6, 5e6, "dollar", None),
    ("The ship cost 5 million dollars.", "5 million dollars", 5e6, 5e6, "dollar", None),
    ("The ship cost five million dollars.", "five million dollars", 5e6, 5e6, "dollar", None),
    ("The ship cost more than $5 million.", "more than $5 million", 5e6, None, "dollar", None),
    ("The ship cost $5 million to $6 million.", "$5 million to $6 million", 5e6, 6e6, "dollar", None),
    ("The ship cost $5-6 million.", "$5-6 million", 5e6, 6e6, "dollar", None),
    ("The ship cost €5 million.", "€5 million", 5e6, 5e6, "euro", None),
    ("The ship cost 5 million euros.", "5 million euros", 5e6, 5e6, "euro", None),
    ("The ship cost £5 million.", "£5 million", 5e6, 5e6, "pound sterling", None),
    ("The ship cost A$5 million.", "A$5 million", 5e6, 5e6, "australian dollar", None),
    ("The ship cost 300 yen.", "300 yen", 300, 300, "japanese yen", None),
    ("The fare is 50 cents.", "50 cents", 50, 50, "cent", None),
    ("Oil sold at $80 a barrel.", "$80 a barrel", 80, 80, "dollar per barrel", None),
    ("They earn $15 an hour.", "$15 an hour", 15, 15, "dollar per hour", None),
    ("The ship cost PS2.7m.", "PS2.7m", 2.7e6, 2.7e6, "pound sterling", None),
    # measures
    ("The road is 15 miles long.", "15 miles", 15, 15, "mile", None),
    ("It is a 15-mile road.", "15-mile", 15, 15, "mile", "road"),
    ("The road is 15km long.", "15km", 15, 15, "kilometre", None),
    ("The tower is 30 metres tall.", "30 metres", 30, 30, "metre", None),
    ("The tower is thirty metres tall.", "thirty metres", 30, 30, "metre", None),
    ("Wind gusted to 120 kilometres per hour.", "120 kilometres per hour", 120, 120, "kilometre per hour", None),
    ("Wind gusted to 80mph.", "80mph", 80, 80, "mile per hour", None),
    ("It rained 40 millimetres.", "40 millimetres", 40, 40, "millimetre", None),
    ("The fire burned 3,000 acres.", "3,000 acres", 3000, 3000, "acre", None),
    ("The fire burned 3,000 hectares of forest.", "3,000 hectares", 3000, 3000, "hectare", "forest"),
    ("They seized 2.5 tonnes of ivory.", "2.5 tonnes", 2.5, 2.5, "metric ton", "ivory"),
    ("They seized 300kg of ivory.", "300kg", 300, 300, "kilogram", "ivory"),
    ("It was 31 degrees Celsius.", "31 degrees Celsius", 31, 31, "celsius", None),
    ("It was -4°C.", "-4°C", -4, -4, "celsius", None),
    ("The field pumps 52,000 barrels a day.", "52,000 barrels a day", 52_000, 52_000, "barrel per day", None),
    ("The plant makes 40 megawatts.", "40 megawatts", 40, 40, "megawatt", None),
    ("They talked for two and a half hours.", "two and a half hours", 2.5, 2.5, "hour", None),
    ("They waited 40 minutes.", "40 minutes", 40, 40, "minute", None),
    ("He was jailed for 12 years.", "12 years", 12, 12, "year", None),
    # ages
    ("Mara Voss, 52, spoke.", "52", 52, 52, "year of age", None),
    ("The 52-year-old sailor spoke.", "52-year-old", 52, 52, "year of age", "sailor"),
    ("She is 52 years old.", "52 years old", 52, 52, "year of age", None),
    ("She died aged 52.", "52", 52, 52, "year of age", None),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "unit", "of"), ROWS)
def test_one_figure(text, words, low, high, unit, of):
    found = [(f.span.of(text), f.low, f.high, f.unit, f.of) for f in find_figures(read(text))]
    assert found == [(words, pytest.approx(low), pytest.approx(high), unit, of)]


BOUNDS = [
    ("Some 50 homes burned.", "about"),
    ("50 or so homes burned.", "about"),
    ("50 homes burned.", "exact"),
    ("More than 50 homes burned.", "more than"),
    ("At least 50 homes burned.", "at least"),
    ("50 or more homes burned.", "at least"),
    ("Up to 50 homes burned.", "at most"),
    ("Fewer than 50 homes burned.", "less than"),
    ("40 to 50 homes burned.", "between"),
    ("Dozens of homes burned.", "between"),
]


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_bounds(text, bound):
    assert [figure.bound for figure in find_figures(read(text))] == [bound]


def test_what_moved_from_one_figure_to_another_shares_its_unit():
    for text, figures in [
        ("The rate slowed from 4.8 to 4.7 percent.", [(4.8, "percentage"), (4.7, "percentage")]),
        ("Her weight fell from 208 kilograms to 193.", [(208, "kilogram"), (193, "kilogram")]),
        ("The crew went from 9 sailors to 7.", [(9, None), (7, None)]),
    ]:
        assert [(f.low, f.unit) for f in find_figures(read(text))] == figures


CHANGES = [
    ("Sales rose 5%.", "up"),
    ("Sales rose by 5%.", "up"),
    ("Sales climbed 5 percent.", "up"),
    ("Sales were up 5%.", "up"),
    ("Sales gained $5 million.", "up"),
    ("There was a 5% increase in sales.", "up"),
    ("Sales fell 5%.", "down"),
    ("Sales dropped by nearly 5%.", "down"),
    ("Sales were down 5%.", "down"),
    ("Sales lost 5%.", "down"),
    ("There was a 5% drop in sales.", "down"),
    ("Sales rose to $5 million.", None),
    ("Sales are 5% of the whole.", None),
]


@pytest.mark.parametrize(("text", "change"), CHANGES)
def test_changes(text, change):
    assert [figure.change for figure in find_figures(read(text))] == [change]


@pytest.mark.parametrize(
    "text",
    [
        "The 21st ship sank.",
        "It was the second ship.",
        "It came third.",
        "The ship sank in 2019.",
        "The ship sank on 9 May 2019.",
        "The ship sank at 9:40 a.m.",
        "The ship sank in the 1980s.",
        "Skarrow beat Ulm 3-1.",
        "The flight AB123 was late.",
        "Call +44 20 7946 0018.",
        "See page 12.",
        "He lives at 12 Quay Street.",
        "The G7 met.",
        "The new 787 Skyrunner is late.",
        "One must hope.",
        "The COVID-19 virus spread.",
    ],
)
def test_no_figure(text):
    assert find_figures(read(text)) == ()
