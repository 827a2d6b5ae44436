"""Names as strings."""

import pytest

from secondsource.text.naming import is_short_for, name_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ada Blunt's", ("ada", "blunt")),
        ("Jo-Ann Müller", ("jo", "ann", "muller")),
        ("  ", ()),
        ("D’Arcy", ("d", "arcy")),
    ],
)
def test_words(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("short", "full", "is_short"),
    [
        ("Blunt", "Ada Blunt", True),
        ("Ada", "Ada Blunt", True),
        ("Ada Blunt", "Ada Blunt", False),
        ("Lun", "Ada Blunt", False),
        ("Ada Blunt", "Ada Blunt and Jo-Ann Müller", False),
        ("Salt and Sons", "Messrs Salt and Sons", True),
    ],
)
def test_short_forms(short: str, full: str, is_short: bool) -> None:
    assert is_short_for(short, full) == is_short
