"""Knobs of ingesting, each number with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ingest:
    """Knobs of ingesting."""

    max_bytes: int = 64 * 2**20
    """A file, a line or a stream may be this large. The largest of some 1,100 saved news pages looked at had 6 MB."""

    max_unpacked: int = 4 * 2**30
    """Bytes that an archive may give out, with all archives within: some 40,000 pages of the usual 100 KB."""

    max_ratio: int = 200
    """Times its size that packed data may unpack to. Pages shrink to a fifth or tenth, lists of numbers to a fiftieth;
    the format can do 1,032, which only bombs reach."""

    free_unpacked: int = 4 * 2**20
    """Bytes up to which that is not asked: a short page of one repeated line is no danger."""

    max_members: int = 100_000
    """Files that an archive may hold, with all archives within: as many as a crawl of a month has pages."""

    max_nesting: int = 3
    """Containers within containers: a ZIP of mails with attached ZIPs has three."""

    full_words: int = 25
    """Words from which what a feed calls an item's content is taken to be all of it; news flashes have that many."""

    full_summary_words: int = 120
    """The same for what a feed calls an item's description or summary. Teasers have 20 to 60 words; some feeds put the
    whole report there."""
