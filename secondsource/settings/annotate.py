"""Knobs of annotating, each number with where it comes from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Annotate:
    """Knobs of annotating."""

    language: str = "en"
    """The language (ISO 639-1) of the model; the sentences of a report in another are its paragraphs, without words."""

    longest_stretch: int = field(default=5_000, metadata={"least": 1})
    """Characters read at a time; news paragraphs have 200 to 1,000. Memory grows with it, and spaCy's tokenizer takes
    time in the square of a word's length, so this also bounds what a single endless word costs."""

    remembered_characters: int = 2_000_000
    """Characters of paragraphs whose parse is kept, so that syndicated copy is parsed once: those of some 500 reports,
    in about 25 MB."""

    longest_heading_line: int = 60
    """A line this short that ends without a full stop is a heading, not a sentence wrapped by hand (those run on to
    65 characters and more)."""
