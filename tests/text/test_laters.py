"""Steps from one moment to a later one."""

import pytest

from secondsource.text.laters import find_wrong_orders, find_wrong_steps


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("They broke in at 3.12am on Wednesday and were gone at 3.18, nine minutes later.", [6]),
        ("They broke in at 3.12am on Wednesday and were gone at 3.18, six minutes later.", []),
        ("In through a window at 3.12, out at 3.18 — nine minutes that cost 14.5 million.", [6]),
        ("They came at 3:12 a.m. Nobody saw them. They left at 3:18, which is nine minutes later.", [6]),
        ("The train left at 11.50 pm and came at 1.10 am, two hours later.", [80]),
        ("The train left at 11pm and came at 1am, two hours later.", []),
        ("At 3.00 it rang, at 3.12 they called and at 3.30, half an hour later, it was over.", []),
        ("They broke in at 3.12 and were gone at 3.18, about nine minutes later.", []),
        ("The vote was on 4 May and the count on 7 May, two days later.", [3]),
        ("The vote was on 4 May and the count on 7 May, three days later.", []),
        ("It opened on 28 December and closed on 4 January, a week later.", []),
        ("ARLEN, 7 March — The board met on Friday, 6 March, one day after the paper had written of it.", []),
        ("The vote was on 4 May. The count was on 7 May, two days after.", [3]),
        ("It rose by 3.12 percent, then by 3.18 percent, nine minutes later.", []),
    ],
)
def test_steps(text: str, between: list[float]) -> None:
    assert [found.between for found in find_wrong_steps(text)] == between


def test_hostile_text_is_read_in_linear_time() -> None:
    assert list(find_wrong_steps("at 3.12 " * 3000 + "on 4 May " * 3000)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("He rang on 3 February 2023, three months after the vote of 7 May 2023.", True),
        ("He rang on 3 February 2023, three months before the vote of 7 May 2023.", False),
        ("He rang on 3 February 2023, three months before the vote of 7 May.", False),
        ("On 12 May, two days after the debate of 8 May, they met.", True),
        ("On 12 May, four days after the debate of 8 May, they met.", False),
        ("On 2 January, a week after the fire of 26 December, it rained.", False),
    ],
)
def test_days_before_and_after_one_another(text: str, wrong: bool) -> None:
    assert bool(list(find_wrong_orders(text))) == wrong
