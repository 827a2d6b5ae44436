"""Headlines without the site's name: "Ferry aground off Split | Harbour Gazette"."""

import re

from secondsource.stages.clean.publishers import find_agency, find_outlet, is_outlet_name, is_paper_name

_SUFFIX = re.compile(r"\s{1,9}(?:[|»•·]|[-–—]|::)\s+(?=[^|»•·]{1,60}$)")

LEAST_TITLE_WORDS = 3
"""What is left of a headline when the site's name is taken off has at least so many words."""


def split_title(title: str, site: str | None = None) -> tuple[str, str | None]:
    """The headline and the site's name at its end, if there is one that is known, looks like one, or is `site`."""
    for separator in reversed(list(_SUFFIX.finditer(title))):
        head, tail = title[: separator.start()].strip(), title[separator.end() :].strip()
        named = find_outlet(tail) or find_agency(tail)
        like = is_paper_name(tail) or (is_outlet_name(tail) and "|" in separator.group())
        if len(head.split()) >= LEAST_TITLE_WORDS and (named or like or _same(tail, site)):
            return head, named or tail
    return title, None


def _same(tail: str, site: str | None) -> bool:
    def squash(name: str) -> str:
        return re.sub(r"[^\w]|^the|\.(?:com|co\.uk|org|net|de)$", "", name.lower())

    return bool(site) and squash(tail) == squash(site or "")
