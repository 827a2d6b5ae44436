"""Number words: what each word, letter and sign of a number is worth."""

from collections.abc import Mapping


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


ONES = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    0,
)
TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
LETTERS = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "T": 1e12}
"""Letters that may scale the digits before them: "5m" may be metres, "5B" a platform."""

VAGUE = {"tens": 10.0, "scores": 20.0, "dozens": 12.0} | {
    f"{scale}s": SCALES[scale] for scale in ("hundred", "thousand", "million", "billion", "trillion")
}
SPREAD = 10.0
"""How far a vague plural reaches: "dozens" from 12 to 120, "thousands" from 1,000 to 10,000 (as in NewsQuant)."""

ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1000}

PARTS: Mapping[str, int] = (
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word: value for word, value in ORDINALS.items() if value > 2}
    | {f"{word}s": value for word, value in ORDINALS.items() if value > 2}
)
"""Into how many each part goes: "two-thirds"."""

GLYPHS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅛": 1 / 8, "⅜": 3 / 8}

VOCABULARY = frozenset([*ONES, *TENS, *SCALES, *VAGUE, *ORDINALS, *PARTS, *LETTERS]) | {
    "and",
    "a",
    "an",
    "of",
    "couple",
    "several",
    "few",
}
"""Words that can be part of a number."""
