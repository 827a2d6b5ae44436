"""Tellings: where a text hands on what somebody says, thinks or wants, as the tagger sees it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.text.inference import load_tokenizer
from secondsource.text.pieces import Piece, pack_pieces
from secondsource.text.tagging import AFTER, BEFORE, Sighting, tag

Stretch = tuple[int, int]
ENDS = frozenset([".", "!", "?", ""])
"""Signs that end a sentence, and the mark between paragraphs."""
NEAR_RIM = 2
"""Pieces from the rim of what was read within which a content is taken to go on."""
WIDEST_HOLE = 2
"""Pieces that may be missing within a content or source; a network that reads piece by piece leaves such holes."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Cue, source and content of one telling, each as characters of the text from start to before end, in order.

    `likelihood`, from 0 to 1: how sure the tagger is that there is one. `source` may be empty, `content` never is.
    """

    cue: Stretch
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    likelihood: float


def find_tellings(text: str, least: float) -> tuple[Telling, ...]:
    """Every telling of `text` that is at least so likely, in order of their cues. No two tell the same content."""
    return tuple(telling for pack in pack_pieces(text, tokenize) for telling in _read_pack(text, pack, least))


def _read_pack(text: str, pack: Sequence[Piece], least: float) -> list[Telling]:
    columns = np.array([(piece.number, piece.shape, piece.quoted) for piece in pack], dtype=np.int64)
    likely = [sighting for sighting in tag(columns) if sighting.likelihood >= least]
    taken: set[int] = set()
    kept = []
    for sighting in sorted(likely, key=lambda sighting: (-sighting.likelihood, sighting.start)):
        content = _go_on(text, pack, sighting, _whole(text, pack, sighting.content))
        told = _spans(text, pack, _fill(content, {*sighting.source, *range(sighting.start, sighting.end)}))
        if told and 2 * len(taken.intersection(content)) <= len(content):
            taken.update(content)
            source = _spans(text, pack, _fill(_whole(text, pack, sighting.source), set(content)))
            cue = pack[sighting.start].start, pack[sighting.end - 1].end
            kept.append(Telling(cue, source, told, sighting.likelihood))
    return sorted(kept, key=lambda telling: telling.cue)


def _go_on(text: str, pack: Sequence[Piece], sighting: Sighting, content: list[int]) -> list[int]:
    """The content, up to the start or end of its sentence where it reaches the rim of what was read."""
    before, after = sighting.start - BEFORE, sighting.start + AFTER - 1
    first, last = min(content, default=-1), max(content, default=-1)
    start, end = first, last
    if first >= 0 and first - before <= NEAR_RIM:
        while start > 0 and not _ends_sentence(text, pack[start - 1]):
            start -= 1
    if after - last <= NEAR_RIM:
        while end + 1 < len(pack) and not _ends_sentence(text, pack[end + 1]):
            end += 1
    return [*range(start, first), *content, *range(last + 1, end + 1)]


def _ends_sentence(text: str, piece: Piece) -> bool:
    return text[piece.start : piece.end] in ENDS


def tokenize(text: str) -> tuple[Sequence[int], Sequence[Stretch]]:
    """The numbers of the text's pieces, and where each stands in it."""
    encoded = load_tokenizer().encode(text, add_special_tokens=False)
    return encoded.ids, encoded.offsets


def _whole(text: str, pack: Sequence[Piece], pieces: Iterable[int]) -> list[int]:
    """The pieces, each with the rest of its word; what is only the rest of a word goes."""
    whole: list[int] = []
    for piece in pieces:
        if not _goes_on(text, pack, piece):
            whole.append(piece)
            while _goes_on(text, pack, whole[-1] + 1):
                whole.append(whole[-1] + 1)
    return whole


def _goes_on(text: str, pack: Sequence[Piece], piece: int) -> bool:
    """Whether a piece is the rest of a word that the piece before it begins."""
    if not 0 < piece < len(pack) or pack[piece].start != pack[piece - 1].end or not pack[piece].start:
        return False
    return text[pack[piece].start - 1].isalnum() and text[pack[piece].start : pack[piece].start + 1].isalnum()


def _fill(pieces: Sequence[int], others: set[int]) -> list[int]:
    """The pieces with the few between them that are nobody else's."""
    filled = list(pieces[:1])
    for piece in pieces[1:]:
        hole = range(filled[-1] + 1, piece)
        if len(hole) <= WIDEST_HOLE and others.isdisjoint(hole):
            filled += hole
        filled.append(piece)
    return filled


def _spans(text: str, pack: Sequence[Piece], pieces: Sequence[int]) -> tuple[Stretch, ...]:
    """The characters that the pieces cover, neighbours joined; runs without a letter or figure are left out."""
    spans = []
    run: list[int] = []
    for piece in [*pieces, -1]:
        if run and piece == run[-1] + 1 and pack[piece].start < pack[piece].end:
            run.append(piece)
            continue
        if run and any(map(str.isalnum, text[pack[run[0]].start : pack[run[-1]].end])):
            spans.append((pack[run[0]].start, pack[run[-1]].end))
        run = [piece] if piece >= 0 and pack[piece].start < pack[piece].end else []
    return tuple(spans)
