from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.spans import Span
from secondsource.surfaces.page.highlights import Backlink, Mark, MarkKind, split

TEXT = "The gate jammed open on Tuesday, and nobody could close it."
KINDS: tuple[MarkKind, ...] = ("point", "alone", "finding", "copied", "time")


def back(sign: str, kind: MarkKind = "point") -> Backlink:
    return Backlink(f"to-{sign}", sign, sign, kind)


def mark(words: str, kind: MarkKind, sign: str = "") -> Mark:
    start = TEXT.index(words)
    return Mark(Span(start, start + len(words)), kind, back(sign, kind) if sign else None)


def test_nested_and_crossing_marks_are_split_at_their_borders() -> None:
    marks = [
        mark("gate jammed open", "point", "P1"),
        mark("jammed", "finding", "F1"),
        mark("open on Tuesday", "copied", "C1"),
    ]
    ((block,), _) = split(TEXT, [Span(0, len(TEXT))], marks)
    assert [(piece.text, piece.kinds, [link.sign for link in piece.backlinks]) for piece in block.pieces] == [
        ("The ", (), []),
        ("gate ", ("point",), []),
        ("jammed", ("finding", "point"), ["F1"]),
        (" ", ("point",), []),
        ("open", ("copied", "point"), ["P1"]),
        (" on Tuesday", ("copied",), ["C1"]),
        (", and nobody could close it.", (), []),
    ]


def test_a_mark_over_two_blocks_is_anchored_in_the_first_and_links_back_from_the_last() -> None:
    across = Mark(Span(4, 20), "point", back("P1"))
    ((first, last), _) = split(TEXT, [Span(0, 10), Span(11, 30)], [across])
    assert [(piece.text, piece.anchored, len(piece.backlinks)) for piece in first.pieces] == [
        ("The ", False, 0),
        ("gate j", True, 0),
    ]
    assert [(piece.text, piece.anchored, len(piece.backlinks)) for piece in last.pieces] == [
        ("mmed open", False, 1),
        (" on Tuesda", False, 0),
    ]


def test_a_mark_that_ends_between_blocks_links_back_from_the_block_before() -> None:
    ((first, last), _) = split(TEXT, [Span(0, 10), Span(14, 30)], [Mark(Span(4, 12), "point", back("P1"))])
    assert [link.sign for link in first.pieces[-1].backlinks] == ["P1"]
    assert not any(piece.backlinks for piece in last.pieces)


def test_starts_outside_every_block_are_kept_for_the_block_that_comes() -> None:
    marks = [
        Mark(Span(0, 3), "point"),
        Mark(Span(11, 14), "point"),
        Mark(Span(12, 12), "copied"),
        Mark(Span(40, 41), "time"),
    ]
    (blocks, after) = split(TEXT, [Span(2, 10), Span(12, 20)], marks)
    assert [block.strays for block in blocks] == [(0,), (11,)]
    assert after == (40,)
    assert blocks[1].pieces[0].anchored


spans = st.tuples(st.integers(0, 70), st.integers(0, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
backlinks = st.none() | st.sampled_from([back("P1"), back("F2")])
any_marks = st.lists(st.builds(Mark, spans, st.sampled_from(KINDS), backlinks))
any_blocks = st.sets(st.integers(0, len(TEXT))).map(
    lambda borders: [Span(start, end) for start, end in zip(sorted(borders)[::2], sorted(borders)[1::2], strict=False)]
)


@given(any_marks, any_blocks)
def test_pieces_are_the_text_and_carry_the_kinds_of_every_character(marks: list[Mark], blocks: list[Span]) -> None:
    split_blocks, _ = split(TEXT, blocks, marks)
    for block, parts in zip(blocks, split_blocks, strict=True):
        assert "".join(piece.text for piece in parts.pieces) == block.of(TEXT)
        for piece in parts.pieces:
            for offset in range(piece.start, piece.start + len(piece.text)):
                over = {mark.kind for mark in marks if mark.span.start <= offset < mark.span.end}
                assert set(piece.kinds) == over


@given(any_marks, any_blocks)
def test_every_start_has_exactly_one_anchor(marks: list[Mark], blocks: list[Span]) -> None:
    split_blocks, after = split(TEXT, blocks, marks)
    anchors = [offset for parts in split_blocks for offset in parts.strays] + list(after)
    anchors += [piece.start for parts in split_blocks for piece in parts.pieces if piece.anchored]
    assert sorted(anchors) == sorted({mark.span.start for mark in marks})


@given(any_marks, any_blocks.filter(bool))
def test_every_mark_can_be_followed_back(marks: list[Mark], blocks: list[Span]) -> None:
    split_blocks, _ = split(TEXT, blocks, marks)
    shown = {link for parts in split_blocks for piece in parts.pieces for link in piece.backlinks}
    assert shown == {mark.backlink for mark in marks if mark.backlink}
