"""Knobs of cleaning, each number with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clean:
    """Knobs of cleaning."""

    languages: tuple[str, ...] = ()
    """Languages (ISO 639-1) besides which reports are rejected, unless they were handed in as clean or with what is
    known of them. Empty: all are taken; one in a language that the later stages cannot read is kept, and marked."""

    max_page_bytes: int = 16 * 2**20
    """A web page may be this large. The largest of some 1,100 saved news pages looked at had 6 MB; a page of this size
    that was made to be slow costs minutes."""

    max_characters: int = 1_000_000
    """A report may have this much text: a book of 500 pages has. News reports have 2,000 to 30,000."""

    max_blocks: int = 30_000
    """A page may have so many paragraphs, items and boxes, a paste so many lines: more are a list of records. Of 1,099
    saved news pages the most has 7,759; at the limit reading takes seconds."""

    min_words: int = 15
    """A page or paste with fewer words is rejected. News flashes have 15 and more; stubs and error pages fewer."""

    min_words_given: int = 3
    """The same for a text that is handed in as clean or with what is known of it: whoever does so has looked at it."""

    max_stub_words: int = 80
    """A page with fewer that asks its reader to subscribe for the rest is rejected: it shows how a report begins."""

    language_words: int = 20
    """Shorter texts are not told apart by language: on fewer words the classifier errs on names and figures."""

    language_score: float = 0.9
    """How sure the classifier must be to call a text non-English."""
