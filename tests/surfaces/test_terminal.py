import pytest

from secondsource.model.reports import Rejection
from secondsource.surfaces.terminal import printable, rejection_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("red \x1b[31malert", "red  [31malert"),
        ("two\nlines", "two lines"),
        ("right-to-left \u202eoverride", "right-to-left  override"),
    ],
)
def test_a_document_cannot_command_the_terminal(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_rejections_are_counted_and_each_is_named_with_its_reason() -> None:
    listed = rejection_lines([Rejection("a.txt", "empty"), Rejection("b.bin", "binary", "zip archive")])
    assert listed == ["2 documents could not be read:", "  a.txt: empty", "  b.bin: binary (zip archive)"]


def test_without_rejections_nothing_is_said() -> None:
    assert rejection_lines([]) == []
