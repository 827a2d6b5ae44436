"""How a report is built: told in one piece, as the entries of a live blog, or as a gallery of pictures."""

import re
from collections.abc import Iterable, Sequence

from secondsource.model.reports import Block, Cut, Shape

LEAST_ENTRIES = 3
"""Times, or numbers of pictures, that stand alone between the paragraphs of a live blog or a gallery."""

CAPTION_SHARE = 0.7
"""Share of a report's words in captions from which its pictures tell it."""

LEAST_CAPTIONS = 4

_TYPED = re.compile(
    r"\"@type\"\s{0,4}:\s{0,4}\"(?:https?://schema\.org/)?(LiveBlogPosting|ImageGallery|MediaGallery)\""
)
_ENTRY = re.compile(
    r"(?:posted |updated )?(?:at )?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?\s?(?:[ap]\.?m\.?)?\s?"
    r"(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})?(?: ?\(?\d{1,3} ?(?:mins?|minutes|hours?|hrs?) ago\)?)?$",
    re.IGNORECASE,
)
_SLIDE = re.compile(r"(?:image|photo|picture|slide)?\s?\d{1,3}\s?(?:/|of)\s?\d{1,3}$", re.IGNORECASE)
_NAMED: tuple[tuple[re.Pattern[str], Shape], ...] = (
    (re.compile(r"(?:in (?:pictures|photos|pics|images)|(?:photo )?gallery|slideshow)\s?[:|–—-]", re.I), "gallery"),
    (
        re.compile(
            r"live (?:blog|updates)\s?[:|–—-]|.{1,200}\blive: (?:latest|updates)|.{1,200}\bas it happened$", re.I
        ),
        "live blog",
    ),
)
_TYPES: dict[str, Shape] = {"LiveBlogPosting": "live blog", "ImageGallery": "gallery", "MediaGallery": "gallery"}


def find_shape(html: str, title: str, text: str, blocks: Sequence[Block], cuts: Iterable[Cut]) -> Shape:
    """The shape of the report with these blocks; `html` is its page, empty for a paste."""
    typed = _TYPED.search(html)
    if typed:
        return _TYPES[typed.group(1)]
    named = find_named_shape(title)
    if named:
        return named
    lines = [*(cut.text for cut in cuts), *(block.span.of(text) for block in blocks)]
    if sum(is_entry_time(line) for line in lines) >= LEAST_ENTRIES:
        return "live blog"
    captions = [block.span.of(text) for block in blocks if block.kind == "caption"]
    told = sum(len(caption.split()) for caption in captions)
    pictured = len(captions) >= LEAST_CAPTIONS and told >= CAPTION_SHARE * len(text.split())
    return "gallery" if pictured or sum(is_slide_number(line) for line in lines) >= LEAST_ENTRIES else "article"


def find_named_shape(headline: str) -> Shape | None:
    """The shape that a headline names: "In pictures: the flood", "Live updates: the flood"; None for others."""
    return next((shape for pattern, shape in _NAMED if pattern.match(headline)), None)


def is_entry_time(line: str) -> bool:
    """Whether a line is a time and nothing else, as above an entry of a live blog: "16:42", "3.15pm BST"."""
    return len(line) <= 40 and bool(_ENTRY.match(line.strip()))


def is_slide_number(line: str) -> bool:
    """Whether a line numbers a picture and nothing else: "3 / 12", "Photo 4 of 9"."""
    return len(line) <= 20 and bool(_SLIDE.match(line.strip()))
