"""Times: which words name one, and what they mean seen from Wednesday, 14 May 2031."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.model.spans import Span
from secondsource.stages.annotate.expressions import find_expressions
from secondsource.stages.annotate.moments import Moment
from secondsource.stages.annotate.reckoning import reckon
from tests.annotate.reports import read, times_of

DATES = [
    ("The pier opened on 3 March 2029.", "3 March 2029", "2029-03-03"),
    ("The pier opened on March 3rd, 2029.", "March 3rd, 2029", "2029-03-03"),
    ("The pier opened on Saturday, March 3, 2029.", "Saturday, March 3, 2029", "2029-03-03"),
    ("The pier opened on 2029-03-03.", "2029-03-03", "2029-03-03"),
    ("The pier opened on 3/31/2029.", "3/31/2029", "2029-03-31"),
    ("The pier opened on 31.3.2029.", "31.3.2029", "2029-03-31"),
    ("The pier opened on the 3rd of March.", "the 3rd of March", "2031-03-03"),
    ("The pier opened on Dec. 20.", "Dec. 20", "2030-12-20"),
    ("The pier opened in March 2029.", "March 2029", "2029-03"),
    ("In March, the town closed the pier.", "March", "2031-03"),
    ("In March 20 firms left the pier.", "March", "2031-03"),
    ("On March 20 firms left the pier.", "March 20", "2031-03-20"),
    ("The town closed the pier in October.", "October", "2030-10"),
    ("The town has drifted since September.", "September", "2030-09"),
    ("The town will close the pier in October.", "October", "2031-10"),
    ("The pier opened last June.", "last June", "2030-06"),
    ("The pier opened in 2029.", "2029", "2029"),
    ("The pier burned in 1743.", "1743", "1743"),
    ("The pier was built in the late 1940s.", "the late 1940s", "194X"),
    ("The pier was built in the nineties.", "the nineties", "199X"),
    ("The pier is a work of the 19th century.", "the 19th century", "18XX"),
    ("The pier opened in the summer of 2029.", "the summer of 2029", "2029-SU"),
    ("The pier opened in the third quarter of 2029.", "the third quarter of 2029", "2029-Q3"),
    ("The pier opened today.", "today", "2031-05-14"),
    ("The pier opened yesterday.", "yesterday", "2031-05-13"),
    ("The pier opens tomorrow.", "tomorrow", "2031-05-15"),
    ("The pier opened on Wednesday.", "Wednesday", "2031-05-14"),
    ("The pier opened on Monday.", "Monday", "2031-05-12"),
    ("The pier opened on Friday.", "Friday", "2031-05-09"),
    ("The pier will open on Friday.", "Friday", "2031-05-16"),
    ("The pier is scheduled to open on Friday.", "Friday", "2031-05-16"),
    ("The pier stays closed until Friday.", "Friday", "2031-05-16"),
    ("The crowd cheered Friday's opening.", "Friday", "2031-05-09"),
    ("The pier opened last Wednesday.", "last Wednesday", "2031-05-07"),
    ("The pier opened last year.", "last year", "2030"),
    ("The pier opened last month.", "last month", "2031-04"),
    ("The pier opened earlier this week.", "earlier this week", "2031-W20"),
    ("The pier will open next week.", "next week", "2031-W21"),
    ("The pier opened two years ago.", "two years ago", "2029"),
    ("The pier opened three days ago.", "three days ago", "2031-05-11"),
    ("The pier opened about six months ago.", "about six months ago", "2030-11"),
    ("The pier is now closed.", "now", "PRESENT_REF"),
]


@pytest.mark.parametrize(("text", "words", "value"), DATES)
def test_dates(text, words, value):
    assert times_of(read(text)) == [(words, "date", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The pier burned in 2003. It broke out on 2 August of that year.", "2 August of that year", "2003-08-02"),
        ("The pier burned in 2003 and opened in May of the same year.", "May of the same year", "2003-05"),
    ],
)
def test_that_year_is_the_year_last_spoken_of(text, words, value):
    assert times_of(read(text)) == [("2003", "date", "2003"), (words, "date", value)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The pier opened on Monday morning.", "Monday morning", "time", "2031-05-12TMO"),
        ("The pier opened last night.", "last night", "time", "2031-05-13TNI"),
        ("The pier opened at 7:15 p.m. Monday.", "7:15 p.m. Monday", "time", "2031-05-12T19:15"),
        ("The pier opened on Monday at noon.", "Monday at noon", "time", "2031-05-12T12:00"),
        ("They met at six o’clock in the evening.", "six o’clock in the evening", "time", "XXXX-XX-XXT18:00"),
        ("The pier stood for 24 years.", "24 years", "duration", "P24Y"),
        ("They ended a nine-day journey.", "nine-day", "duration", "P9D"),
        ("They talked for more than two hours.", "more than two hours", "duration", "PT2H"),
        ("They talked for two and a half hours.", "two and a half hours", "duration", "PT2H30M"),
        ("They talked for several weeks.", "several weeks", "duration", "PXW"),
        ("They built it in two decades.", "two decades", "duration", "P20Y"),
        ("They meet every Thursday.", "every Thursday", "set", "XXXX-WXX-4"),
        ("They meet every two weeks.", "every two weeks", "set", "P2W"),
        ("They meet daily.", "daily", "set", "P1D"),
    ],
)
def test_clock_times_durations_and_sets(text, words, kind, value):
    assert times_of(read(text)) == [(words, kind, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The pier opened on Wednesday.", "Wednesday", "XXXX-WXX-3"),
        ("The pier opened in March.", "March", "XXXX-03"),
        ("The pier opened on June 19.", "June 19", "XXXX-06-19"),
        ("The pier opened last year.", "last year", "PAST_REF"),
        ("The pier opens tomorrow.", "tomorrow", "FUTURE_REF"),
        ("The pier opened two years ago.", "two years ago", "PAST_REF"),
    ],
)
def test_without_an_anchor_nothing_is_guessed(text, words, value):
    assert times_of(read(text, on=None)) == [(words, "date", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It sank on 30 June 2029. The following day, divers went down.", "The following day", "2029-07-01"),
        ("It sank on 30 June 2029. Three days later, divers went down.", "Three days later", "2029-07-03"),
        (
            "It sank on 30 June 2029.\n\nIn March 2028 it was new. It cost much.\n\nThe following day, divers dived.",
            "The following day",
            "2029-07-01",
        ),
        ("It sank in 2029. Divers went down that year.", "that year", "2029"),
        ("It sank in 2029. Divers left the following year.", "the following year", "2030"),
    ],
)
def test_times_counted_from_what_was_said_before(text, words, value):
    assert times_of(read(text))[-1] == (words, "date", value)


def test_a_day_does_not_follow_a_year():
    assert times_of(read("It sank in 2029. The following day, divers went down."))[-1][2] == "XXXX-XX-XX"


@pytest.mark.parametrize(
    "text",
    [
        "The crew may march to the pier.",
        "Some 2000 people saw the pier.",
        "The pier cost 1995 dollars.",
        "The old pier will fall into the sea.",
        "Ida Roe, a 24-year-old sailor, saw the pier.",
        "June Harrow spoke on the pier.",
        "They sat on the pier.",
    ],
)
def test_words_that_name_no_time(text):
    assert times_of(read(text)) == []


def test_days_that_no_calendar_has_are_no_times():
    assert [time for time in times_of(read("The lot is marked 2031-02-31.")) if time[2].startswith("2031-02")] == []


PIECES = [
    "on ",
    "Monday",
    "May",
    " ",
    "12",
    ", ",
    "2031",
    "last ",
    "year",
    "the ",
    "day ",
    "after ",
    "\n",
    "every ",
    "ago",
    "½",
]


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=30))
def test_expressions_lie_inside_any_text_apart_and_in_order(pieces):
    text = "".join(pieces)
    end = 0
    for expression in find_expressions(text, Span(0, len(text))):
        assert end <= expression.span.start < expression.span.end <= len(text)
        end = expression.span.end
        reckon(expression, Moment(None))
