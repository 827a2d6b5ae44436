from dataclasses import replace

from secondsource.model.findings import Point, Statement
from secondsource.model.spans import Span
from secondsource.surfaces.page.labels import label_story
from secondsource.surfaces.page.points import ShownPoint, show_points
from secondsource.surfaces.page.wordings import MOST_COMPARED, Wording, compare_wordings, show_wordings
from tests.page.samples import bare_story, dam_story


def quote_of(texts: list[str]) -> ShownPoint:
    """A quote that each report has in the words of its whole text."""
    story = bare_story(texts)
    told = tuple(Statement(f"r{n}", "quote", Span(0, len(text)), text) for n, text in enumerate(texts))
    point = Point("p", "quote", texts[0], None, told, (), len(texts), "differ")
    return show_points(replace(story, points=(point,)), label_story(story, 1, 1)).disputed[0]


def text_of(wording: Wording) -> str:
    return "".join(piece.text for piece in wording.pieces)


def marked(wording: Wording) -> list[str]:
    return [piece.text for piece in wording.pieces if piece.kind]


def test_the_wording_of_most_lineages_comes_first_and_differing_words_are_marked_on_both_sides() -> None:
    story = dam_story()
    shown = show_points(story, label_story(story, 1, 1))
    first, *others = show_wordings(next(point for point in shown.all if point.number == 1))
    assert text_of(first) == "This is a total failure of the lower gate"
    assert [citation.label.name for lineage in first.cited for citation in lineage.citations] == [
        "Valley Ledger",
        "voice.txt",
    ]
    assert "total" in marked(first)
    assert [text_of(other) for other in others] == [
        "This is a complete failure of the lower gate",
        "a complete failure of the lower gate",
    ]
    assert all("complete" in marked(other) for other in others)
    assert ("total", "complete") in [(change.before, change.after) for change in others[0].changes]


def test_words_that_are_left_out_leave_a_gap_that_says_which() -> None:
    _, other = show_wordings(quote_of(["We never asked for help from anybody", "We asked for help from anybody"]))
    assert [piece.missing for piece in other.pieces if not piece.text] == ["never"]


def test_what_is_said_in_other_words_is_not_marked_word_by_word() -> None:
    texts = ["The gate broke because nobody had greased its hinges", "Neglect alone brought the whole barrier down"]
    first, other = show_wordings(quote_of(texts))
    assert (other.is_anew, marked(first), marked(other)) == (True, [], [])
    _, alike = show_wordings(quote_of([texts[0], "The gate broke because nobody oiled its hinges"]))
    assert (alike.is_anew, bool(marked(alike))) == (False, True)


def test_spacing_does_not_make_a_wording() -> None:
    assert len(show_wordings(quote_of(["We will\nnot pay", "We will not  pay"]))) == 1


def test_wordings_too_long_to_compare_are_shown_unmarked() -> None:
    long = "word " * MOST_COMPARED
    first, other = show_wordings(quote_of([long, long + "end"]))
    assert not marked(first)
    assert not marked(other)


def test_pieces_are_the_wording_itself() -> None:
    texts = ["“We won’t pay,” he said", "We will never pay — never!", "", "we Won't pay..."]
    for wording in show_wordings(quote_of(texts)):
        assert text_of(wording) in {" ".join(text.split()) for text in texts}


def test_wordings_are_only_listed_where_they_are_too_long_to_compare() -> None:
    told = [("the sluices were closed too late", "A"), ("the sluices were shut too late", "B"), ("nobody slept", "B")]
    compared, listed = compare_wordings(told), compare_wordings(told, longest=20)
    assert [one.members for one in compared] == [one.members for one in listed] == [(0,), (1,), (2,)]
    assert any(piece.kind for one in compared for piece in one.pieces)
    assert all(not one.changes and not any(piece.kind for piece in one.pieces) for one in listed)
