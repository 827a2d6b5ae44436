"""Characters come out of bytes in any declared, wrong or missing encoding."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.stages.clean.decoding import decode, is_binary

WORDS = "The “ferry” left Skärrow at noon – nobody was hurt, the café owner said."
EASTERN = "Паром вышел из гавани в полдень, никто не пострадал, сообщили власти города."


def page(words: str, declared: str, written: str) -> bytes:
    head = f'<html><head><meta charset="{declared}"></head><body><p>' if declared else "<html><body><p>"
    return f"{head}{words}</p></body></html>".encode(written)


@pytest.mark.parametrize(
    ("words", "declared", "written", "told"),
    [
        (WORDS, "utf-8", "utf-8", None),
        (WORDS, "", "utf-8", None),
        (WORDS, "iso-8859-1", "utf-8", None),
        (WORDS, "iso-8859-1", "utf-8", "windows-1251"),
        (WORDS, "utf-8", "cp1252", None),
        (WORDS, "iso-8859-1", "cp1252", None),
        (WORDS, "windows-1252", "cp1252", None),
        (WORDS, "", "cp1252", "iso-8859-1"),
        (WORDS, "", "utf-8-sig", None),
        (WORDS, "utf-8", "utf-16", None),
        (WORDS, "", "utf-16-le", None),
        (WORDS, "", "utf-16-be", None),
        (WORDS, "utf-8", "utf-32", None),
        (EASTERN, "windows-1251", "cp1251", None),
        (EASTERN, "koi8-r", "koi8-r", None),
        (EASTERN, "", "koi8-r", "koi8-r"),
    ],
)
def test_words_come_out_as_they_were_written(words: str, declared: str, written: str, told: str | None) -> None:
    content = page(words, declared, written)
    assert not is_binary(content)
    assert words in decode(content, told)


@pytest.mark.parametrize(
    "declared", ["punycode", "idna", "unicode_escape", "utf-7", "hex", "zlib", "rot13", "x" * 30, "\\"]
)
def test_what_is_no_encoding_of_pages_is_not_believed(declared: str) -> None:
    content = page(WORDS, declared, "cp1252") + b"x" * 200_000
    start = time.process_time()
    assert "nobody was hurt" in decode(content, declared)
    assert time.process_time() - start < 5


def test_bytes_of_another_encoding_among_utf8_stay_readable() -> None:
    content = (WORDS * 4).encode() + "Skärrow".encode("cp1252")
    assert decode(content) == WORDS * 4 + "Skärrow"


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_become_text(content: bytes) -> None:
    assert isinstance(decode(content), str)
    assert isinstance(is_binary(content), bool)
