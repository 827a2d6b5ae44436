"""Pasted text: its lines sorted into the report's own words and furniture."""

from secondsource.stages.clean.drafts import Draft, Part, lay_out


def read_paste(text: str) -> Draft:
    """The report in a pasted text."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    laid, blocks = lay_out(Part("paragraph", line) for line in lines if line)
    return Draft(laid, blocks)
