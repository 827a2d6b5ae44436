"""What comes first told with a later moment: each wrong order beside a right one."""

import pytest

from secondsource.text.orders import Disorder, find_disorders

PAIRS = [
    (
        "The bill was passed on 20 March and first read on 2 April, the clerk's record shows.",
        "The bill was first read on 20 March and passed on 2 April, the clerk's record shows.",
    ),
    (
        "The letter, dated 12 May, was delivered on 8 May by a messenger.",
        "The letter, dated 8 May, was delivered on 12 May by a messenger.",
    ),
    (
        "The patient died on 4 May. He had been admitted on 6 May with a high fever.",
        "The patient died on 6 May. He had been admitted on 4 May with a high fever.",
    ),
    (
        "The painting was stolen on 9 May and recovered on 3 May.",
        "The painting was stolen on 3 May and recovered on 9 May.",
    ),
    (
        "The appeal was lodged on 9 March and rejected on 3 March.",
        "The appeal was lodged on 3 March and rejected on 9 March.",
    ),
    (
        "Hann died on 3 May. He had been taken to hospital on 5 May.",
        "Hann died on 3 May. He had been taken to hospital on 1 May.",
    ),
    (
        "She was elected in November 2024 and sworn in in October 2024.",
        "She was elected in November 2024 and sworn in in December 2024.",
    ),
    (
        "The ship left Brek on 10 May and arrived in Tarnby on 8 May.",
        "The ship left Brek on 10 May and arrived in Tarnby on 13 May.",
    ),
    (
        "The building was begun in 1935 and finished in 1931.",
        "The building was begun in 1927 and finished in 1931.",
    ),
    (
        "She was buried on 2 May. She had died on 6 May.",
        "She was buried on 2 May. She had died on 28 April.",
    ),
    (
        "The bill was introduced on 9 May and passed on 7 May.",
        "The bill was introduced on 9 April and passed on 7 May.",
    ),
]


def found(text: str) -> list[Disorder]:
    return list(find_disorders(text, 2025))


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_only_the_wrong_one_is_found(wrong: str, right: str) -> None:
    assert found(wrong)
    assert not found(right)


def test_hostile_text_is_read_in_linear_time() -> None:
    assert not found("he was arrested in 1985 and released and " * 2000)


def test_moments_that_may_be_of_two_years_are_in_no_order() -> None:
    assert not found("He was arrested on 3 December 2024 and released on 5 January.")
