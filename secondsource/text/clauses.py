"""The clause around a figure or a date within its sentence: what the number or the day is said of."""

import re

_BORDER = re.compile(
    r"[,;:–—.(]\s|\s\(|\s(?:and|but|while|of which|of whom|including|after|when|which|who|as|before|because|that)\s"
)


def clause_before(sentence: str, start: int) -> str:
    """The words from the last border before `start`."""
    left = sentence[:start]
    return left[max((border.end() for border in _BORDER.finditer(left)), default=0) :]


def clause_after(sentence: str, end: int) -> str:
    """The words from `end` up to the first border."""
    right = sentence[end:]
    border = _BORDER.search(right)
    return right[: border.start()] if border else right


def clause_around(sentence: str, start: int, end: int) -> str:
    """The clause that holds sentence[start:end], without those words."""
    return " ".join(f"{clause_before(sentence, start)} {clause_after(sentence, end)}".split())
