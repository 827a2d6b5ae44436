"""Web pages: the article found in the markup."""

from secondsource.stages.clean.drafts import Draft, Part, lay_out


def read_page(html: str, url: str | None = None) -> Draft | None:
    """The report in a page's HTML; None when no article is found in it."""
    import trafilatura

    found = trafilatura.bare_extraction(html, include_comments=False)
    if found is None or isinstance(found, dict) or found.body is None:
        return None
    lines = [" ".join("".join(element.itertext()).split()) for element in found.body]
    laid, blocks = lay_out(Part("paragraph", line) for line in lines if line)
    return Draft(laid, blocks)
