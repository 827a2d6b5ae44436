"""The article of a page: trafilatura finds the body; captions are put back in their places, furniture is cut."""

from secondsource.stages.clean.articleparts import sort_article
from secondsource.stages.clean.bodies import find_body
from secondsource.stages.clean.bodyparts import to_parts
from secondsource.stages.clean.drafts import Draft
from secondsource.stages.clean.leads import find_leads
from secondsource.stages.clean.markup import read_metas
from secondsource.stages.clean.pieces import Pieces
from secondsource.stages.clean.views import look_up, merge
from secondsource.text.lexicon import load_lexicon


def read_article(words: Pieces, title: str | None) -> Draft | None:
    """The article with its blocks, the credits in its own lines, and what was cut from within it; None without one."""
    body = find_body(words.tree, words.characters)
    if body is None:
        return None
    parts = [*to_parts(body)]
    view = look_up(words, parts)
    leads = find_leads(words, parts, title, _descriptions(words))
    boxed = view.boxed if any(part.text not in view.boxed for part in parts) else {}
    return sort_article([*leads, *merge(parts, view)], view.links, boxed, title)


def _descriptions(words: Pieces) -> list[str]:
    metas = read_metas(words.tree)
    return [text for key in load_lexicon("markup")["metas"]["descriptions"] for text in metas.get(key, ())]
