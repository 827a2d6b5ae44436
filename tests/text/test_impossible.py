"""What reads sums and lengths in a sentence, on sentences that cannot be and on others like them (impossible.toml)."""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from secondsource.text.amounts import Sum
from secondsource.text.conversions import find_wrong_conversions
from secondsource.text.courses import find_wrong_courses
from secondsource.text.enumerations import find_wrong_enumerations
from secondsource.text.intervals import Interval
from secondsource.text.margins import find_wrong_margins
from secondsource.text.multiples import find_wrong_multiples
from secondsource.text.orders import Disorder
from secondsource.text.paces import find_wrong_paces
from secondsource.text.rough_shares import find_wrong_rough_shares
from secondsource.text.sequences import find_wrong_sequences
from secondsource.text.shares import Share
from secondsource.text.stretches import find_wrong_stretches
from secondsource.text.summings import find_wrong_summings
from secondsource.text.totals import Total

TOLD = tomllib.loads(Path(__file__).with_name("impossible.toml").read_text(encoding="utf-8"))
READERS: dict[str, Callable[[str], Iterable[Sum | Total | Share | Interval | Disorder]]] = {
    "conversions": find_wrong_conversions,
    "paces": find_wrong_paces,
    "enumerations": find_wrong_enumerations,
    "margins": find_wrong_margins,
    "summings": find_wrong_summings,
    "multiples": lambda text: find_wrong_multiples(text, {}),
    "rough_shares": find_wrong_rough_shares,
    "courses": lambda text: find_wrong_courses(text, 2025),
    "stretches": lambda text: find_wrong_stretches(text, 2025),
    "sequences": lambda text: find_wrong_sequences(text, 2025),
}


@pytest.mark.parametrize(
    ("reader", "text", "is_wrong"),
    [
        (reader, text, side == "wrong")
        for reader in READERS
        for side in ("wrong", "right")
        for text in TOLD[reader][side]
    ],
)
def test_only_what_cannot_be_is_found(reader: str, text: str, is_wrong: bool) -> None:
    found = list(READERS[reader](text))
    assert bool(found) is is_wrong
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_every_reader_has_both() -> None:
    assert {reader: sorted(sides) for reader, sides in TOLD.items()} == {key: ["right", "wrong"] for key in READERS}
