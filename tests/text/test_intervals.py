"""Lengths told between two moments: each wrong one beside a right one."""

import pytest

from secondsource.text.intervals import Interval, find_wrong_intervals

PAIRS = [
    (
        "The bones were lent in 1951 on a 25-year loan that ran out in 1986.",
        "The bones were lent in 1951 on a 25-year loan that ran out in 1976.",
    ),
    (
        "The cook's four-year contract began in August 2021 and runs until the end of July 2026.",
        "The cook's four-year contract began in August 2021 and runs until the end of July 2025.",
    ),
    (
        "The talks began in March 2023, two months after his first visit in April of that year.",
        "The talks began in June 2023, two months after his first visit in April of that year.",
    ),
    (
        "The president is in Tarnby for a three-day visit, from Monday to Friday.",
        "The president is in Tarnby for a three-day visit, from Monday to Wednesday.",
    ),
    (
        "He came home after 18 months in prison, from May 2023 to May 2025.",
        "He came home after 18 months in prison, from November 2023 to May 2025.",
    ),
    (
        "He was arrested on 3 March 2024 and released on 3 May 2025, after 18 months in a cell.",
        "He was arrested on 3 March 2024 and released on 3 May 2025, after 14 months in a cell.",
    ),
    (
        "Six weeks after the vote of 12 March, on 14 May, the new council met.",
        "Nine weeks after the vote of 12 March, on 14 May, the new council met.",
    ),
    (
        "The talks began at 10 a.m. and ended at 4 p.m., after eight hours.",
        "The talks began at 10 a.m. and ended at 4 p.m., after six hours.",
    ),
    (
        "She led the bank for eight years, from 2014 to 2025.",
        "She led the bank for eleven years, from 2014 to 2025.",
    ),
    (
        "His eight-year rule (2010–2021) ended with a coup.",
        "His eight-year rule (2010–2018) ended with a coup.",
    ),
    (
        "The blackout lasted 40 minutes, from 7.10 to 8.20 p.m.",
        "The blackout lasted 40 minutes, from 7.10 to 7.50 p.m.",
    ),
    (
        "At noon on Wednesday, 24 hours after the deadline had passed at noon on Monday, nobody had paid.",
        "At noon on Wednesday, 48 hours after the deadline had passed at noon on Monday, nobody had paid.",
    ),
    (
        "The hostages were freed on 10 May after 40 days. They had been taken on 3 March.",
        "The hostages were freed on 10 May after 40 days. They had been taken on 31 March.",
    ),
    (
        "The truce, agreed on 1 May for ten days, runs out on 21 May.",
        "The truce, agreed on 1 May for ten days, runs out on 11 May.",
    ),
    (
        "The two-week strike ended on 14 May. It had begun on 14 April.",
        "The two-week strike ended on 14 May. It had begun on 30 April.",
    ),
    (
        "He held the post for less than a year: he was appointed in August 2022 and left in May 2025.",
        "He held the post for less than a year: he was appointed in August 2024 and left in May 2025.",
    ),
    (
        "The trial opened on 6 January and ended on 12 May, after eight weeks.",
        "The trial opened on 6 January and ended on 12 May, after 18 weeks.",
    ),
    (
        "The search was called off on Tuesday, three days after the boat had vanished on Thursday.",
        "The search was called off on Tuesday, five days after the boat had vanished on Thursday.",
    ),
    (
        "For nine hours, from 11 p.m. to 5 a.m., the town was without water.",
        "For six hours, from 11 p.m. to 5 a.m., the town was without water.",
    ),
    (
        "The curfew lasts for 44 hours, from 10 p.m. on Friday to 6 a.m. on Monday.",
        "The curfew lasts for 56 hours, from 10 p.m. on Friday to 6 a.m. on Monday.",
    ),
    (
        "The pictures are shown for a month, from 15 May to 15 August.",
        "The pictures are shown for a month, from 15 May to 15 June.",
    ),
    (
        "The valve was shut at 6.20 and opened at 6.50, so that no gas flowed for 50 minutes.",
        "The valve was shut at 6.20 and opened at 6.50, so that no gas flowed for 30 minutes.",
    ),
    (
        "The boy was found on Monday at 8 a.m. after 14 hours. He had been missing since Saturday at 6 p.m.",
        "The boy was found on Sunday at 8 a.m. after 14 hours. He had been missing since Saturday at 6 p.m.",
    ),
    (
        "He spent seven years at the firm: he came in 2011 and left in 2023.",
        "He spent twelve years at the firm: he came in 2011 and left in 2023.",
    ),
    (
        "The ship set out on 2 May and reached Brek on 9 May, a voyage of ten days.",
        "The ship set out on 2 May and reached Brek on 9 May, a voyage of seven days.",
    ),
    (
        "The contract of 2019 was to run for five years, until 2029.",
        "The contract of 2019 was to run for ten years, until 2029.",
    ),
    (
        "Two days before the match of 10 May, on 12 May, the captain broke his arm.",
        "Two days before the match of 10 May, on 8 May, the captain broke his arm.",
    ),
    (
        "The fire broke out on 9 May. The next day, 12 May, the roof fell in.",
        "The fire broke out on 9 May. The next day, 10 May, the roof fell in.",
    ),
    (
        "On 5 May, the day before the election of 4 May, he called her a liar.",
        "On 3 May, the day before the election of 4 May, he called her a liar.",
    ),
    (
        "He resigned on Tuesday, the day after the report had come out on Wednesday.",
        "He resigned on Tuesday, the day after the report had come out on Monday.",
    ),
    (
        "The alarm rang at 3.35 p.m., ten minutes before the first shot at 3.25 p.m.",
        "The alarm rang at 3.15 p.m., ten minutes before the first shot at 3.25 p.m.",
    ),
    (
        "A day after the verdict of 9 May, on 8 May, she left the country.",
        "A day after the verdict of 9 May, on 10 May, she left the country.",
    ),
    (
        "The law was signed on 6 May, three days after parliament passed it on 8 May.",
        "The law was signed on 6 May, three days after parliament passed it on 3 May.",
    ),
    (
        "The train left at 14:00. Three hours later, at 16:00, it stood in a field near Brek.",
        "The train left at 14:00. Two hours later, at 16:00, it stood in a field near Brek.",
    ),
    (
        "The boat left at 5.30 a.m., an hour before sunrise at 7.30 a.m.",
        "The boat left at 5.30 a.m., an hour before sunrise at 6.30 a.m.",
    ),
    (
        "The alarm was raised at 9.40 p.m. and the first engine came at 9.52 p.m., 22 minutes later.",
        "The alarm was raised at 9.40 p.m. and the first engine came at 9.52 p.m., 12 minutes later.",
    ),
    (
        "The game was stopped at 9.30 p.m., half an hour after it had begun at 8 p.m.",
        "The game was stopped at 8.30 p.m., half an hour after it had begun at 8 p.m.",
    ),
    (
        "The power failed at 23:10 on Monday and came back at 02:10 on Tuesday, five hours later.",
        "The power failed at 23:10 on Monday and came back at 02:10 on Tuesday, three hours later.",
    ),
    (
        "They met for 90 minutes, from 9 a.m. to 11 a.m.",
        "They met for 90 minutes, from 9 a.m. to 10.30 a.m.",
    ),
    (
        "At 6.15 the captain called for help. Twenty minutes later, at 6.55, the ship sank.",
        "At 6.15 the captain called for help. Twenty minutes later, at 6.35, the ship sank.",
    ),
    (
        "It took the engine eight minutes to come: the call was at 4.02 p.m., and at 4.20 p.m. it stood at the door.",
        "It took the engine 18 minutes to come: the call was at 4.02 p.m., and at 4.20 p.m. it stood at the door.",
    ),
]


def found(text: str) -> list[Interval]:
    return list(find_wrong_intervals(text, 2025))


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_only_the_wrong_one_is_found(wrong: str, right: str) -> None:
    assert found(wrong)
    assert not found(right)


def test_hostile_text_is_read_in_linear_time() -> None:
    assert not found("at 3.12 p.m. it began, " * 2000 + "for nine days, from 1 May " * 2000)
