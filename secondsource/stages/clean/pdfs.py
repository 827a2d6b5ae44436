"""PDF: the lines of its text layer, running heads and feet cut, paragraphs joined again, then read as a paste."""

import json
import re
import subprocess
import sys
from dataclasses import replace

from secondsource.model.reports import Credit, Cut
from secondsource.stages.clean.drafts import Draft
from secondsource.stages.clean.pastes import read_paste
from secondsource.stages.clean.pdflayouts import Page, join_paragraphs, split_running_lines, to_page

MOST_SECONDS = 30
"""A PDF of 100 pages takes one; what takes longer was made to."""

READER = ("-P", "-m", "secondsource.stages.clean.pdftexts")
"""How Python is told to run the reader; never from the folder it happens to be in."""

FEWEST_LETTERS = 20
"""Letters below which a PDF has no text layer: scanners stamp a page number at most."""

_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")


class UnreadablePdfError(Exception):
    """A PDF whose text cannot be had, with a reason and a detail for a person."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def read_pdf(content: bytes) -> Draft:
    """The report in a PDF. Raises UnreadablePdfError when it is locked, damaged, without a text layer, or a trap."""
    body, running = split_running_lines(_read_pages(content))
    draft = read_paste("\n\n".join(join_paragraphs(body)))
    cuts = tuple(Cut(text, "head or foot of a page") for text in running)
    addresses = (found.group() for text in running if (found := _ADDRESS.search(text)))
    told = tuple(Credit("url", address, "head or foot of a page") for address in dict.fromkeys(addresses))
    return replace(draft, cuts=(*draft.cuts, *cuts), credits=(*draft.credits, *told[:1]))


def _read_pages(content: bytes) -> list[Page]:
    """The pages with their lines, read by a process of its own (see pdftexts)."""
    command = [sys.executable, *READER, str(MOST_SECONDS)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, check=False, timeout=MOST_SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise UnreadablePdfError("takes too long", f"its text was not had within {MOST_SECONDS} seconds") from None
    try:
        found = json.loads(done.stdout)
    except ValueError:
        raise UnreadablePdfError("damaged", "the PDF made its reader fail") from None
    if found.get("error") == "password":
        raise UnreadablePdfError("locked with a password", "open the PDF, print it into a new one, and give that")
    if "pages" not in found:
        raise UnreadablePdfError("damaged", "the PDF cannot be read; fetch or copy it again")
    pages = [to_page(lines) for lines in found["pages"]]
    if sum(letter.isalpha() for page in pages for line in page for letter in line.text) < FEWEST_LETTERS:
        raise UnreadablePdfError("no text layer", "its pages are pictures; run text recognition (OCR) over it first")
    return pages
