"""Characters that a page must not hold as they are, and what stands in for them."""

STAND_IN = "\N{REPLACEMENT CHARACTER}"

_SPACES = "\r\v\f"
"""Spaces that HTML forbids, or reads as the end of a line."""

_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r\v\f"]
_SURROGATES = range(0xD800, 0xE000)
_NONCHARACTERS = (*range(0xFDD0, 0xFDF0), *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)))
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Embeddings, overrides and isolates: they could show words in another order than they are written in."""

_SHOWN = dict.fromkeys((*_CONTROLS, *_SURROGATES, *_NONCHARACTERS, *_DIRECTIONS), STAND_IN) | str.maketrans(
    _SPACES, " " * len(_SPACES)
)


def to_shown(text: str) -> str:
    """`text` with a visible stand-in, one for one, for each character that HTML forbids or that reorders others."""
    return text.translate(_SHOWN)
