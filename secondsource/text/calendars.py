"""The words of the calendar: months and weekdays with their numbers."""

from functools import cache
from typing import Literal

from secondsource.text.lexicon import load_lexicon


@cache
def number_forms(table: Literal["weekdays", "months"]) -> dict[str, int]:
    """Every form of a month's or weekday's name, in lower case, with its number; January and Monday are 1."""
    rows = load_lexicon("calendar")[table].values()
    return {form.lower(): row["number"] for row in rows for form in row["forms"]}
