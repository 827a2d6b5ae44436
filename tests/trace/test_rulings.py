"""What people ruled of who copied whom goes before whatever is measured."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.decisions import Decision, LoggedDecision, Ties
from secondsource.model.stories import Stemma, Story
from secondsource.stages.trace.stemmata import trace
from tests.trace.readings import read_plainly
from tests.trace.test_stemmata import MILL, RIVER, paragraphs_of

HALF = paragraphs_of(MILL, 0, 1, 2, 3)
CUT = paragraphs_of(MILL, 0, 1, 2, 4, 5)
MADE = LoggedDecision(4, Decision("same source", ()), "Ines", "2031-05-01T10:00:00+00:00")


def apart(child: int, *others: int) -> Ties:
    return Ties().part(MADE, [f"r{child}"], [f"r{other}" for other in others])


def together(*reports: int) -> Ties:
    return Ties().bind(MADE, [f"r{report}" for report in reports])


def trace_ruled(texts: list[str], ties: Ties = Ties()) -> Stemma:  # noqa: B008
    return trace(Story("s", "s", None, tuple(read_plainly(text, n) for n, text in enumerate(texts))), ruled=ties)


def parts(stemma: Stemma) -> list[str]:
    return [" ".join(lineage.reports) for lineage in stemma.lineages]


def test_two_copies_and_a_witness_without_rulings() -> None:
    assert parts(trace_ruled([MILL, HALF, RIVER])) == ["r0 r1", "r2"]


def test_what_is_ruled_no_copy_is_a_source_of_its_own() -> None:
    stemma = trace_ruled([MILL, HALF, RIVER], apart(1, 0))
    assert parts(stemma) == ["r0", "r1", "r2"]
    assert stemma.derivations == ()
    assert [lineage.reasons for lineage in stemma.lineages[:2]] == [
        ("ruled by Ines on 2031-05-01: Paper 1 is no copy of Paper 0",)
    ] * 2
    assert not any("ruled" in reason for reason in stemma.lineages[2].reasons)
    assert stemma.doubts == ()


def test_a_ruling_goes_before_the_same_words() -> None:
    assert parts(trace_ruled([MILL, MILL, MILL])) == ["r0 r1 r2"]
    assert parts(trace_ruled([MILL, MILL, MILL], apart(0, 2))) == ["r0", "r1 r2"]
    assert parts(trace_ruled([MILL, MILL, MILL], apart(2, 0, 1))) == ["r0 r1", "r2"]


def test_whoever_is_kin_to_both_goes_with_the_nearer_one() -> None:
    stemma = trace_ruled([MILL, HALF, MILL + "\n\nThe fire was out.", RIVER], apart(1, 0))
    assert parts(stemma) == ["r0 r2", "r1", "r3"]


def test_what_is_ruled_one_source_is_one_lineage() -> None:
    stemma = trace_ruled([MILL, RIVER, HALF], together(0, 1))
    assert parts(stemma) == ["r0 r1 r2"]
    assert stemma.sources_range == (1, 1)
    reason = "ruled by Ines on 2031-05-01: Paper 0 and Paper 1 go back to one text"
    assert stemma.lineages[0].reasons[0] == reason
    (derivation,) = (one for one in stemma.derivations if one.child == "r1")
    assert derivation.reasons[0] == reason
    assert derivation.score == 0.999


@pytest.mark.parametrize(("places", "is_joined"), [((0, 3), False), ((0, 4), True)])
def test_a_doubt_is_settled_by_a_ruling(places: tuple[int, ...], is_joined: bool) -> None:
    loose = paragraphs_of(MILL, *places) + "\n\n" + paragraphs_of(RIVER, 0, 2, 3, 4)
    assert [doubt.is_joined for doubt in trace_ruled([MILL, loose]).doubts] == [is_joined]
    for ties, count in ((apart(1, 0), 2), (together(0, 1), 1)):
        assert trace_ruled([MILL, loose], ties).sources_range == (count, count)


def test_a_text_pasted_from_two_goes_where_it_is_ruled_to() -> None:
    mixed = paragraphs_of(MILL, 0, 1, 2, 4, 7) + "\n\n" + paragraphs_of(RIVER, 0, 2, 4)
    assert parts(trace_ruled([MILL, RIVER, mixed])) == ["r0 r2", "r1"]
    assert parts(trace_ruled([MILL, RIVER, mixed], together(1, 2))) == ["r0", "r1 r2"]
    assert parts(trace_ruled([MILL, RIVER, mixed], apart(2, 0))) == ["r0", "r1 r2"]


TEXTS = [MILL, HALF, CUT, RIVER, MILL, paragraphs_of(RIVER, 0, 1, 2, 3)]
PAIR = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.booleans(), PAIR), max_size=5))
def test_every_report_is_in_one_lineage_and_all_rulings_hold(rulings: list[tuple[bool, tuple[int, int]]]) -> None:
    ties = Ties()
    for is_one, (left, right) in rulings:
        ties = ties.bind(MADE, [f"r{left}", f"r{right}"]) if is_one else ties.part(MADE, [f"r{left}"], [f"r{right}"])
    stemma = trace_ruled(TEXTS, ties)
    assert sorted(report for lineage in stemma.lineages for report in lineage.reports) == [f"r{n}" for n in range(6)]
    home = {report: lineage.id for lineage in stemma.lineages for report in lineage.reports}
    for rift in ties.rifts:
        assert home[rift.reports[0]] != home[rift.others[0]]
    for bond in ties.bonds:
        assert all(home[one] == home[other] for one, other in combinations(bond.reports, 2))


@pytest.mark.parametrize(
    ("first", "then", "left"),
    [
        (["bind", "a b c"], ["part", "a", "b"], ["b c", "a|b"]),
        (["bind", "a b"], ["part", "a", "b"], ["a|b"]),
        (["part", "a", "b c"], ["bind", "a b"], ["a b", "a|c"]),
        (["part", "a d", "b c"], ["bind", "a b"], ["a b", "a|c", "d|b c"]),
        (["bind", "a b"], ["part", "c", "a"], ["a b", "c|a"]),
        (["bind", "a b"], ["part", "a b", "c"], ["a b", "a b|c"]),
    ],
)
def test_of_a_contradiction_the_later_holds(first: list[str], then: list[str], left: list[str]) -> None:
    ties = Ties()
    for number, (kind, *named) in enumerate([first, then]):
        made = LoggedDecision(number, Decision("merge", ()), "Ines", "2031-05-01")
        ties = getattr(ties, kind)(made, *(names.split() for names in named))
    bonds = [" ".join(bond.reports) for bond in ties.bonds]
    assert bonds + [f"{' '.join(rift.reports)}|{' '.join(rift.others)}" for rift in ties.rifts] == left
