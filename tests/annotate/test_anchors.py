"""Anchors: the day from which a report's times are counted, and how it is known."""

from dataclasses import replace

import pytest

from secondsource.model.reports import Dateline
from secondsource.stages.annotate.readings import annotate
from tests.annotate.reports import blocks_of, report_of, times_of

TEXT = "The pier opened on Monday."


@pytest.mark.parametrize(
    ("known", "on", "by"),
    [
        ({"published_at": "2031-05-14T08:00:00+00:00", "updated_at": "2031-05-20"}, "2031-05-14", "publication"),
        ({"dateline": Dateline("Orrel", "2031-05-13"), "updated_at": "2031-05-20"}, "2031-05-13", "dateline"),
        ({"updated_at": "2031-05-20T11:00:00+00:00"}, "2031-05-20", "update"),
        ({"published_at": "2031-05", "updated_at": "2031-05-20"}, "2031-05-20", "update"),
    ],
)
def test_the_day_that_is_told_first(known, on, by):
    reading = annotate(replace(report_of(TEXT), **known))
    assert reading.anchored_on == on
    assert by in (reading.anchored_by or "")


def test_nothing_known():
    reading = annotate(report_of(TEXT))
    assert (reading.anchored_on, reading.anchored_by) == (None, None)


def test_the_latest_caption_stands_in():
    text = "\n".join(
        [
            "Crowds lined the quay on Wednesday.",
            "Ida Roe on the pier, Wednesday, July 19, 2000.",
            "Ida Roe waves from the pier, May 14, 2031.",
        ]
    )
    reading = annotate(report_of(text, blocks=blocks_of(text, "paragraph", "caption", "caption")))
    assert reading.anchored_on == "2031-05-14"
    assert "caption" in (reading.anchored_by or "")
    assert times_of(reading)[0] == ("Wednesday", "date", "2031-05-14")


def test_an_archive_caption_does_not_stand_in():
    text = "Crowds lined the quay on Wednesday.\nIda Roe waves, May 13, 2029."
    assert annotate(report_of(text, blocks=blocks_of(text, "paragraph", "caption"))).anchored_on is None


def test_a_day_of_the_text_that_its_weekday_agrees_with():
    reading = annotate(report_of("It opened on Wednesday. The pier, first seen on May 14, 2031, is long."))
    assert reading.anchored_on == "2031-05-14"
    assert "Wednesday" in (reading.anchored_by or "")


@pytest.mark.parametrize(
    "text",
    [
        "It opened on Friday. The pier, first seen on May 14, 2031, is long.",
        "It opened on Wednesday. The pier, first seen on May 14, 2031, sank in 2035.",
    ],
)
def test_a_day_of_the_text_that_nothing_bears_out(text):
    assert annotate(report_of(text)).anchored_on is None
