import pytest

from secondsource.surfaces.page.phrases import counted, letters, number, rests_on


@pytest.mark.parametrize(
    ("reports", "sources", "said"),
    [
        (1, 1, "One report rests on one source"),
        (2, 1, "Two reports rest on one independent source"),
        (5, 3, "Five reports rest on three independent sources"),
        (40, 13, "40 reports rest on 13 independent sources"),
        (1204, 12, "1,204 reports rest on twelve independent sources"),
    ],
)
def test_counts_agree_in_grammar(reports: int, sources: int, said: str) -> None:
    assert rests_on(reports, sources, (sources, sources)) == said


def test_a_count_that_is_not_sure_is_said_with_its_range() -> None:
    assert rests_on(5, 3, (2, 4)) == "Five reports rest on three independent sources (two to four)"


def test_numbers_are_written_out_up_to_twelve() -> None:
    assert [number(count) for count in (0, 12, 13)] == ["no", "twelve", "13"]
    assert counted(1, "story", "stories") == "one story"
    assert counted(0, "story", "stories") == "no stories"


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")])
def test_letters_go_on_after_z(index: int, letter: str) -> None:
    assert letters(index) == letter
