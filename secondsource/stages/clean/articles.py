"""The article of a page: trafilatura finds the body; captions are put back in their places, furniture is cut."""

from secondsource.stages.clean.articleparts import sort_article
from secondsource.stages.clean.bodies import find_body
from secondsource.stages.clean.bodyparts import to_parts
from secondsource.stages.clean.drafts import Draft
from secondsource.stages.clean.pieces import Pieces
from secondsource.stages.clean.views import look_up, merge


def read_article(words: Pieces, title: str | None) -> Draft | None:
    """The article with its blocks, the credits in its own lines, and what was cut from within it; None without one."""
    body = find_body(words.tree)
    if body is None:
        return None
    parts = [*to_parts(body)]
    view = look_up(words, parts)
    return sort_article(merge(parts, view), view.links, view.boxed, title)
