"""Moments and date lines: what is read of them, and what is none."""

import pytest

from secondsource.stages.clean.moments import read_moment
from secondsource.stages.clean.stamps import Stamp, read_moments, read_stamp

MOMENTS = [
    ("2031-06-19T11:00:00Z", "2031-06-19T11:00:00Z"),
    ("2031-06-19T11:00:00+02:00", "2031-06-19T09:00:00Z"),
    ("2031-06-19T11:00:00.123-0400", "2031-06-19T15:00:00Z"),
    ("2031-06-19T11:00", "2031-06-19T11:00:00"),
    ("2031-06-19", "2031-06-19"),
    ("20310619", "2031-06-19"),
    ("Updated 11:00AM GMT Wed, June 19, 2024", "2024-06-19T11:00:00Z"),
    ("June 19, 2031 at 3:45 p.m. ET", "2031-06-19T19:45:00Z"),
    ("January 19, 2031 at 3:45 p.m. ET", "2031-01-19T20:45:00Z"),
    ("19 June 2031 12:30 BST", "2031-06-19T11:30:00Z"),
    ("Thursday 15 May 2031, 7.45am", "2031-05-15T07:45:00"),
    ("Updated: July 9, 2031 18:42 IST", "2031-07-09T13:12:00Z"),
    ("3rd of June 2031", "2031-06-03"),
    ("03.06.2031", "2031-06-03"),
    ("06/23/2031", "2031-06-23"),
    ("23/06/2031", "2031-06-23"),
    ("28.09.31, 12:44", "2031-09-28T12:44:00"),
    ("Sept. 4, 2031", "2031-09-04"),
    ("Fri, 7 November 2031 at 8:15 am GMT", "2031-11-07T08:15:00Z"),
    ("2031-06-19T11:00:00:684Z", "2031-06-19T11:00:00Z"),
    ("23-06-2031", "2031-06-23"),
    ("3 липня 2031, 10:20", "2031-07-03T10:20:00"),
    ("১৬:২০, ৩ জুন ২০৩১", "2031-06-03T16:20:00"),
    ("2031. június 3.", "2031-06-03"),
    ("2031 m. birželio 3 d.", "2031-06-03"),
    ("2031. gada 3. jūnijā", "2031-06-03"),
    ("3 tháng 6, 2031", "2031-06-03"),
    ("2031년 6월 3일", "2031-06-03"),
    ("1er juin 2031", "2031-06-01"),
    ("3 d’agost de 2031", "2031-08-03"),
    ("3 يونيو 2031", "2031-06-03"),
    ("2031. 06. 03. 10:20", "2031-06-03T10:20:00"),
]


@pytest.mark.parametrize(("text", "moment"), MOMENTS)
def test_moment_is_read_in_utc_where_the_zone_is_known(text: str, moment: str) -> None:
    assert read_moment(text) == moment


def test_evening_stays_on_the_outlets_own_day() -> None:
    assert read_moment("2031-06-19T22:00:00-03:00") == "2031-06-19"
    assert read_moment("2031-06-19T01:00:00+09:00") == "2031-06-19"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wednesday",
        "2031-13-45",
        "June 31, 2031",
        "1,204 votes",
        "24/7",
        "10.11.12.13",
        "28.9.31",
        "28.13.31",
        "3 boats 2031",
        "room 3 2031",
        "9999-12-31T23:59:59-23:59",
    ],
)
def test_no_moment_is_invented(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("6 minutes read. Updated 11:00AM GMT Wed, June 19, 2024", Stamp(None, "2024-06-19T11:00:00Z")),
        ("Published June 3, 2031 | Updated June 4, 2031", Stamp("2031-06-03", "2031-06-04")),
        (
            "Last modified on Wed 14 May 2031 19.52 First published on Wed 14 May 2031 19.30",
            Stamp("2031-05-14T19:30:00", "2031-05-14T19:52:00"),
        ),
        ("June 30, 2031 2 min read", Stamp("2031-06-30", None)),
        ("Last updated 8.20am", Stamp(None, None)),
        ("Stand: 03.06.2031 18:00 Uhr", Stamp("2031-06-03T18:00:00", None)),
        ("Publié le mercredi 3 juin 2031 à 11h46", Stamp("2031-06-03", None)),
        ("Miércoles, 3 de junio de 2031", Stamp("2031-06-03", None)),
        ("Опубликовано: 3 июня 2031 г.", Stamp("2031-06-03", None)),
    ],
)
def test_date_line(line: str, stamp: Stamp) -> None:
    assert read_stamp(line) == stamp


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Aktualisiert: 4. Juni 2031", Stamp(None, "2031-06-04")),
        ("Publié le 3 juin 2031, mis à jour le 4 juin 2031", Stamp("2031-06-03", "2031-06-04")),
        ("Letzte Änderung: 04.06.2031, erschienen am: 03.06.2031", Stamp("2031-06-03", "2031-06-04")),
        ("Actualizado: 4 de junio de 2031", Stamp(None, "2031-06-04")),
    ],
)
def test_moments_of_change_in_other_languages(line: str, stamp: Stamp) -> None:
    assert read_moments(line) == stamp


@pytest.mark.parametrize(
    "line", ["On June 3, 2031 the ferry sank.", "The deal of June 3, 2031", "12 of 14 were saved", "June", "", "Le Do"]
)
def test_sentences_with_a_date_are_no_date_lines(line: str) -> None:
    assert read_stamp(line) is None
