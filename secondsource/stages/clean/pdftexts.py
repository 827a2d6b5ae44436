"""Takes the lines out of a PDF's text layer: run as a program of its own, so that no PDF can hold up or fell the rest.

    python -m secondsource.stages.clean.pdftexts SECONDS < file.pdf

Prints one JSON object: {"pages": [[[text, left, bottom, right, top], ..], ..]}, or {"error": "password" | "damaged"}.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000
"""A long report has 20,000; what is beyond is no news report but a book."""

MOST_MEMORY = 2 * 2**30
HYPHEN = "\x02"
"""What PDFium writes for the hyphen at which a word was broken over two lines."""

PdfLine = tuple[str, float, float, float, float]


def main() -> None:
    """Reads a PDF from standard input and prints what lines it has."""
    _limit(int(sys.argv[1]))
    print(json.dumps(_read(sys.stdin.buffer.read())))


def _limit(seconds: int) -> None:
    """Lets the system end this process when it takes too long or too much; where there are no such limits, nothing."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _read(content: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if "password" in str(error).lower() else "damaged"}
    pages: list[list[PdfLine]] = []
    left = MOST_CHARACTERS
    for number in range(min(len(document), MOST_PAGES)):
        with suppress(pypdfium2.PdfiumError):  # a broken page among good ones
            pages.append(list(_lines(document[number].get_textpage(), left)))
            left -= sum(len(line[0]) for line in pages[-1])
        if left <= 0:
            break
    return {"pages": pages}


def _lines(page: "PdfTextPage", most: int) -> Iterator[PdfLine]:
    from pypdfium2 import raw

    letters: list[str] = []
    seen: list[int] = []
    for at in range(min(page.count_chars(), most)):
        letter = chr(raw.FPDFText_GetUnicode(page, at))
        if letter in "\r\n":
            yield from _line(page, letters, seen)
            letters, seen = [], []
            continue
        letters.append(HYPHEN if raw.FPDFText_IsHyphen(page, at) == 1 else letter)
        if not letter.isspace():
            seen.append(at)
    yield from _line(page, letters, seen)


def _line(page: "PdfTextPage", letters: list[str], seen: list[int]) -> Iterator[PdfLine]:
    text = "".join(letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    if text and seen:
        left, bottom, _, top = page.get_charbox(seen[0], loose=True)
        right = page.get_charbox(seen[-1], loose=True)[2]
        yield text, left, bottom, right, top


if __name__ == "__main__":
    main()
