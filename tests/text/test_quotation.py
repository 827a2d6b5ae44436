import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.quotation import find_quotations

PAIRED = [
    ("curly", "“We stay,” he said. “We do.”", ["We stay,", "We do."]),
    ("straight", '"We stay," he said. "We do."', ["We stay,", "We do."]),
    ("single", "‘We stay,’ he said. It wasn’t ‘easy’.", ["We stay,", "easy"]),
    ("straight single", "'We stay,' he said. It wasn't 'easy'.", ["We stay,", "easy"]),
    ("guillemets", "«We stay», he said; »We do«, she said.", ["We stay", "We do"]),
    ("low", "„We stay“, he said. ‚We do‘, she said.", ["We stay", "We do"]),
    ("typewriter", "``We stay,'' he said.", ["We stay,"]),
    ("opened and closed alike", "“We stay“, he said, and ”we do” she said.", ["We stay", "we do"]),
    ("curly closed straight", '“We stay," he said.', ["We stay,"]),
    ("possessive inside", "‘The divers’ claim is fair,’ he said.", ["The divers’ claim is fair,"]),
    ("elision", "\"'Tis late,\" he said of the '90s.", ["'Tis late,"]),
    ("inches", '"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
    ("in brackets", "(“we stay”)", ["we stay"]),
    ("apostrophes only", "The mayor's men didn't see the crews' boats.", []),
    ("empty", 'He said "" and “”.', []),
]


@pytest.mark.parametrize(("text", "inner"), [case[1:] for case in PAIRED], ids=[case[0] for case in PAIRED])
def test_marks_are_paired(text: str, inner: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in find_quotations(text)] == inner
    assert all(q.closed and not q.continues and q.depth == 0 for q in find_quotations(text))


def test_a_quotation_inside_another_is_deeper() -> None:
    text = "“The mate shouted ‘jump’ twice,” she said."
    outer, inner = find_quotations(text)
    assert (text[outer.start : outer.end], outer.depth) == ("“The mate shouted ‘jump’ twice,”", 0)
    assert (text[inner.start : inner.end], inner.depth) == ("‘jump’", 1)


def test_a_quotation_runs_over_paragraphs_that_each_open_it_again() -> None:
    text = "“The first day was long.\n\n“The second was longer,” she said. “Then we left.”"
    first, second, third = find_quotations(text)
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)
    assert third.continues is False
    assert text[first.inner_start : first.inner_end] == "The first day was long."


def test_a_quotation_runs_over_a_paragraph_that_does_not_open_it_again() -> None:
    text = "“The first day was long.\n\nThe second was longer,” she said."
    first, second = find_quotations(text)
    assert not first.closed
    assert second.continues
    assert text[second.start : second.end] == "The second was longer,”"


def test_an_unclosed_quotation_ends_with_its_paragraph_or_before_the_next() -> None:
    text = "“We stay, he said. “No.”\n\n“They went, she said.\n\nNobody came."
    unclosed, closed, last = find_quotations(text)
    assert text[unclosed.start : unclosed.end] == "“We stay, he said."
    assert not unclosed.closed
    assert closed.closed
    assert text[last.start : last.end] == "“They went, she said."


def test_a_line_wrapped_by_hand_does_not_end_a_quotation() -> None:
    text = "“We stay here until\nthe tide turns,” he said."
    (quotation,) = find_quotations(text)
    assert quotation.closed
    assert text[quotation.start : quotation.end] == "“We stay here until\nthe tide turns,”"


@given(st.text(alphabet=st.sampled_from("ab S.,!\n\"'“”‘’«»„‚‹›`()—é\u200f😀"), max_size=200))
def test_quotations_lie_in_the_text_and_nest_or_stand_apart(text: str) -> None:
    found = find_quotations(text)
    for q in found:
        assert 0 <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text)
    for one, other in pairwise(found):
        assert one.start <= other.start
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            assert other.start >= one.end or other.end <= one.inner_end


@pytest.mark.parametrize("piece", ["“", '"', "'", "“a” ", "‘a “b ", "«»„", "“a\n", "s’ a ", '""" '])
def test_ten_thousand_marks_take_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        find_quotations(piece * times)
        return time.process_time() - start

    seconds(1_000)
    few, many = (min(seconds(times) for _ in range(3)) for times in (4_000, 40_000))
    assert many < 40 * max(few, 0.01)
