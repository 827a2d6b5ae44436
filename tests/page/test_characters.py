import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.surfaces.page.characters import STAND_IN, to_shown


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\x7f", "\x85", "\udfff", "\ufffe", "\U0010ffff", "\u202e", "\u2066"])
def test_what_html_forbids_or_what_reorders_has_a_stand_in(bad: str) -> None:
    assert to_shown(f"a{bad}b") == f"a{STAND_IN}b"


@pytest.mark.parametrize(
    "good", ["a\tb\nc", "é ü ß", "שלום", "emoji 🦭", "left-to-right mark \u200e", "zero\u200djoiner", "\ufffd"]
)
def test_everything_else_stays(good: str) -> None:
    assert to_shown(good) == good


def test_carriage_returns_become_spaces() -> None:
    assert to_shown("a\r\nb\fc") == "a \nb c"


@given(st.text(st.characters(exclude_categories=())))
def test_offsets_hold_and_utf8_can_carry_it(text: str) -> None:
    shown = to_shown(text)
    assert len(shown) == len(text)
    assert shown.encode("utf-8").decode("utf-8") == shown
