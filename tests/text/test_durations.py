"""Lengths of time beside their two ends."""

import pytest

from secondsource.text.durations import find_durations, fits_elsewhere


@pytest.mark.parametrize(
    ("sentence", "possible"),
    [
        ("The alarm rang for nine minutes, from 3.12 to 3.18 in the morning.", [False]),
        ("The alarm rang for six minutes, from 3.12 to 3.18 in the morning.", [True]),
        ("Between 3:12 p.m. and 3:18 p.m. the gate was open for nine minutes.", [False]),
        ("Power was out from 11.40 p.m. to 1.10 a.m., an hour and 90 minutes in places.", [True]),
        ("The talk lasted 90 minutes, from 2 p.m. to 4 p.m.", [False]),
        ("The talk lasted 90 minutes, from 11 a.m. to 12.30 p.m.", [True]),
        ("Power was out from 22.30 to 23.15, for two hours.", [False]),
        ("The line was shut from 6.30 to 8.45, for about two hours.", [True]),
        ("The strike ran from 4 to 25 March, fourteen days in all.", [False]),
        ("The strike of 4–25 March lasted fourteen days.", [False]),
        ("The strike of 4–25 March lasted three weeks.", [True]),
        ("The strike of 4–25 March lasted 22 days.", [True]),
        ("The fair lasts a fortnight, from May 3 to May 17.", [True]),
        ("The fair lasts a fortnight, from May 3 to May 31.", [False]),
        ("The ship was at sea for six weeks, from 20 December to 10 January.", [False]),
        ("The ship was at sea for three weeks, from 20 December to 10 January.", [True]),
        ("He served a six-year term from 2019 to 2026.", [False]),
        ("He served a seven-year term from 2019 to 2026.", [True]),
        ("She led the union for nearly ten years (1998–2007).", [True]),
        ("She led the union for 12 years, between 1998 and 2007.", [False]),
        ("The walk-out from 4 to 25 March was the first in six years.", []),
        ("On 4 and 25 March they met for three days.", []),
        ("From 2019 to 2026 he wrote two books, each in three years.", []),
        ("Thirteen years she spent in the chair, from 2011 until 2022.", [False]),
        ("She was mayor for 12 years, from 2011 to 2022.", [True]),
        ("It took four and a half hours, from 6.42pm until 1.12am, to mend it.", [False]),
        ("It took six and a half hours, from 6.42pm until 1.12am, to mend it.", [True]),
        ("She worked three hours a day from 8.00 to 18.00.", []),
        ("The talks lasted 41 months, from March 2024 until October 2026.", [False]),
        ("The talks lasted 31 months, from March 2024 until October 2026.", [True]),
        ("The talks lasted 32 months, from March 2024 to October 2026.", [True]),
        ("She kept the books for nine years, from March 2019 to June 2025.", [False]),
        ("She kept the books for six and a half years, from March 2019 to June 2025.", [True]),
        ("For two and a half years, from May 2020 to November 2022, it was shut.", [True]),
        ("She worked three months a year from March 2019 to June 2025.", []),
        ("She spoke for two days, from March 2019 to June 2025 its head.", []),
        ("The vote is four years later, from 10 to 12 May.", []),
    ],
)
def test_lengths_and_their_ends(sentence: str, possible: list[bool]) -> None:
    assert [found.is_possible for found in find_durations(sentence)] == possible


@pytest.mark.parametrize(
    ("wrong", "other", "fits"),
    [
        ("It took four and a half hours, from 6.42pm until 1.12am.", "By 1.12am, six and a half hours later.", True),
        ("It took four and a half hours, from 6.42pm until 1.12am.", "Light came at 1.12am, two hours later.", False),
        ("It took four and a half hours, from 6.42pm until 1.12am.", "The play lasts six and a half hours.", False),
        ("It took 41 months, from March 2024 until October 2026.", "It took 31 months, from March 2024 on.", True),
        ("It took nine years, from March 2019 to June 2025.", "From March 2019, a little more than six years.", True),
        ("It took 41 months, from March 2024 until October 2026.", "It took 28 months, from March 2024 on.", False),
    ],
)  # fmt: skip
def test_the_right_length_elsewhere(wrong: str, other: str, fits: bool) -> None:
    (found,) = find_durations(wrong)
    assert fits_elsewhere(other, found) == fits


def test_hostile_text_is_read_in_linear_time() -> None:
    text = "from 4 to 25 March " * 300 + "nine minutes from 3.12 to 3.18 " * 300
    assert len(list(find_durations(text))) == 300


def test_the_beginning_and_end_of_a_term() -> None:
    text = "Her six-year term, which began in September 2019, ends in September 2026."
    (found,) = find_durations(text)
    assert (found.between, found.noun, found.is_possible) == (7, "term", False)
    (right,) = find_durations(text.replace("six", "seven"))
    assert right.is_possible
