import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.revisions import Passage, are_alike, find_edits

FIRST = "The dam at Orle broke on Monday. Three people died. “We heard a roar,” said Ida Voss. The road is closed."


def passages(text: str) -> list[Passage]:
    return [
        Passage(found.start(), found.end(), is_heading=found.group().startswith("#"))
        for found in re.finditer(r"[^\s.][^.\n]*(?:\.\d[^.\n]*)*\.?[”\"’']?", text)
    ]


def edits(left: str, right: str) -> list[tuple[str, str, str]]:
    """Kind of each edit, with the words that changed (or the whole sentence) before and after."""
    told: list[tuple[str, str, str]] = []
    for edit in find_edits(left, passages(left), right, passages(right)):
        if edit.kind == "reworded":
            told.append((edit.kind, " … ".join(left[i:j] for i, j in edit.left_words),
                         " … ".join(right[i:j] for i, j in edit.right_words)))  # fmt: skip
        else:
            whole = (text[slice(*(place or (0, 0)))] for text, place in ((left, edit.left), (right, edit.right)))
            told.append((edit.kind, next(whole), next(whole)))
    return told


@pytest.mark.parametrize(
    "right",
    [
        FIRST,
        "The dam at Orle broke on Monday.\n\nThree people died.\n'We heard a roar', said Ida Voss. The road is  closed",
        "The dam – at Orle – broke, on Monday. Three people died. «We heard a roar», said Ida Voss. The road is closed",
        'THE dam at ORLE broke on Monday. Three people died. "We heard a roar" said Ida Voss. The road is closed.',
        "The dam at Orle broke on Monday; three people died. “We heard a roar,” said Ida Voss. The road is closed.",
    ],
)
def test_looks_are_no_edit(right: str) -> None:
    assert edits(FIRST, right) == []
    assert edits(right, FIRST) == []


@pytest.mark.parametrize(
    ("right", "told"),
    [
        (FIRST.replace("Three people", "Four people"), [("reworded", "Three", "Four")]),
        (FIRST.replace("Three people died. ", ""), [("removed", "Three people died.", "")]),
        (FIRST + " A fund was set up.", [("added", "", "A fund was set up.")]),
        ("The road is closed. " + FIRST.replace(" The road is closed.", ""),
         [("moved", "The road is closed.", "The road is closed.")]),
        (FIRST.replace("“We heard a roar,”", "They heard a roar,"), [("reworded", "“We", "They")]),
        (FIRST.replace("on Monday", "late on Sunday"), [("reworded", "Monday", "late … Sunday")]),
        (FIRST.replace("Three people died.", "It cost $5."),
         [("removed", "Three people died.", ""), ("added", "", "It cost $5.")]),
    ],
)  # fmt: skip
def test_edits_are_told_by_sentence_with_the_words_that_changed(right: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted(edits(FIRST, right)) == sorted(told)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("It was -5 degrees at the lake.", "It was 5 degrees at the lake.", [("reworded", "-", "")]),
        ("It was -5 degrees at the lake.", "It was −5 degrees at the lake.", []),
        ("It cost $5 at the lake.", "It cost £5 at the lake.", [("reworded", "$", "£")]),
        ("He told us of the lake.", "He told US of the lake.", [("reworded", "us", "US")]),
        ("# Dam breaks at orle", "# Dam Breaks At Orle", []),
        ("Updated 3 hours ago\n\nIt broke.", "Last updated: 1 day ago\n\nIt broke.", []),
        ("It broke 3 hours ago.", "It broke 4 hours ago.", [("reworded", "3", "4")]),
        ("The men’s boats and the ’90s.", "The men's boats and the '90s.", []),
        ("He met the “experts” there.", "He met the experts there.", [("reworded", "“", "")]),
        ("Gold fell 3.2% on the day.", "Gold fell 3.5% on the day.", [("reworded", "3.2", "3.5")]),
    ],
)
def test_what_counts_as_a_word(left: str, right: str, told: list[tuple[str, str, str]]) -> None:
    assert edits(left, right) == told


def test_headings_are_alike_whatever_their_case_and_marks() -> None:
    assert are_alike("Dam “breaks”: three dead", "DAM ‘BREAKS’ — Three Dead")
    assert not are_alike("Dam breaks: three dead", "Dam breaks: four dead")


TEXT = st.text(alphabet="abAB .-–“”'’5$\n", max_size=60)


@given(TEXT, TEXT)
def test_every_edit_stands_within_its_text_and_a_text_has_none_with_itself(left: str, right: str) -> None:
    assert find_edits(left, passages(left), left, passages(left)) == ()
    for edit in find_edits(left, passages(left), right, passages(right)):
        for text, place, words in ((left, edit.left, edit.left_words), (right, edit.right, edit.right_words)):
            assert place is None or 0 <= place[0] < place[1] <= len(text)
            assert all(place and place[0] <= start < end <= place[1] for start, end in words)


def test_long_texts_with_nothing_in_common_are_compared_fast() -> None:
    left, right = (". ".join(f"{word}{n} stood here" for n in range(1500)) for word in ("boat", "horse"))
    assert len(find_edits(left, passages(left), right, passages(right))) >= 1500
