from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from secondsource.text.pieces import BREAK, OPENER, PACK, Piece, pack_pieces
from secondsource.text.tellings import tokenize


def pack(text: str, size: int = PACK) -> list[tuple[Piece, ...]]:
    return list(pack_pieces(text, tokenize, size))


def words(text: str, pieces: tuple[Piece, ...]) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.integers(4, 40))
@example("0표", 4)
def test_pieces_lie_inside_the_text_in_order_and_fit(text: str, size: int) -> None:
    packs = pack(text, size)
    flat = [piece for pieces in packs for piece in pieces]
    assert all(0 <= piece.start <= piece.end <= len(text) for piece in flat)
    assert all(one.start <= other.start for one, other in pairwise(flat))
    assert all(len(pieces) <= size for pieces in packs)


@given(st.text(alphabet="ab “”\n.'", max_size=200), st.integers(4, 40))
def test_no_word_is_left_out(text: str, size: int) -> None:
    covered = {place for pieces in pack(text, size) for piece in pieces for place in range(piece.start, piece.end)}
    assert covered == {place for place, sign in enumerate(text) if not sign.isspace()}


def test_paragraphs_stay_together_where_they_fit() -> None:
    text = "The pier is lost.\n\nThe ferry sailed at noon.\nNobody was hurt."
    (whole,) = pack(text)
    assert [piece.number for piece in whole if piece.start == piece.end] == [OPENER, BREAK, BREAK, BREAK]
    first, second, third = pack(text, 9)
    assert words(text, first) == ["", "The", "pier", "is", "lost", ".", ""]
    assert (words(text, second)[1], words(text, third)[1]) == ("The", "Nobody")


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "The old pier is lost. The ferry sailed."
    first, second = pack(text, 11)
    assert (words(text, first)[-2], words(text, second)[1]) == (".", "The")


def test_shapes_and_quotations_are_told() -> None:
    text = "US quoted Jan: “It is 12.”"
    shapes = {text[piece.start : piece.end]: piece.shape for piece in pack(text)[0]}
    assert (shapes["US"], shapes["quoted"], shapes["Jan"], shapes["12"], shapes[":"]) == (2, 0, 1, 3, 4)
    quoted = {text[piece.start : piece.end]: piece.quoted for piece in pack(text)[0]}
    assert (quoted["quoted"], quoted["“"], quoted["It"], quoted["”"]) == (0, 2, 1, 3)


def test_an_endless_word_costs_no_more_than_its_length() -> None:
    assert sum(map(len, pack("a" * 100_000))) < 100_000
