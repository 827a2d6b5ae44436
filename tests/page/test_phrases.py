import pytest

from secondsource.surfaces.page.phrases import beside_badge, counted, letters, listed, number, rests_on


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


@pytest.mark.parametrize(
    ("between", "said"),
    [
        ((3, 3), ""),
        ((2, 3), ", perhaps only two"),
        ((3, 4), ", perhaps four"),
        ((2, 4), ", perhaps two to four"),
    ],
)
def test_a_count_that_is_not_sure_is_said_with_what_else_it_may_be(between: tuple[int, int], said: str) -> None:
    assert rests_on(5, 3, between) == f"Five reports rest on three independent sources{said}"


@pytest.mark.parametrize(
    ("title", "verdict", "said"),
    [
        ("Denied: the mill of having burned", "denied", "The mill of having burned"),
        ("The figures do not fit: 3 / 4", "differs", "The figures do not fit: 3 / 4"),
        ("Denied by nobody", "denied", "Denied by nobody"),
    ],
)
def test_a_title_does_not_say_again_what_its_badge_says(title: str, verdict: str, said: str) -> None:
    assert beside_badge(title, verdict) == said


def test_names_are_listed_as_in_a_sentence() -> None:
    assert [listed(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A and B", "A, B and C"]


def test_numbers_are_written_out_up_to_twelve() -> None:
    assert [number(count) for count in (0, 12, 13)] == ["no", "twelve", "13"]
    assert counted(1, "story", "stories") == "one story"
    assert counted(0, "story", "stories") == "no stories"


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")])
def test_letters_go_on_after_z(index: int, letter: str) -> None:
    assert letters(index) == letter
