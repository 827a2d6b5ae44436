"""Where the things of a story are shown: all on the page of a dossier, or on pages of their own."""

from dataclasses import dataclass
from typing import Protocol


class Addresses(Protocol):
    """What links lead to. Reports, points and findings have numbers, as they are counted on the page."""

    def of_report(self, number: int, report: str) -> str: ...

    def of_passage(self, number: int, report: str, start: int) -> str:
        """The place in a report's text at character `start`."""
        ...

    def of_point(self, number: int) -> str: ...

    def of_words(self, number: int) -> str | None:
        """Where the words of each of many reports about a point are shown; None: with the point itself."""
        ...

    def of_finding(self, number: int) -> str: ...

    def of_part(self, name: str) -> str:
        """A section of the story, such as "findings"."""
        ...


@dataclass(frozen=True, slots=True)
class OnOnePage:
    """Everything stands on the page that links to it; the ids of a story's things begin with `prefix`."""

    prefix: str

    def of_report(self, number: int, report: str) -> str:
        return f"#{report_anchor(number)}"

    def of_passage(self, number: int, report: str, start: int) -> str:
        return f"#{passage_anchor(number, start)}"

    def of_point(self, number: int) -> str:
        return f"#{point_anchor(self.prefix, number)}"

    def of_words(self, number: int) -> str | None:
        return None

    def of_finding(self, number: int) -> str:
        return f"#{finding_anchor(self.prefix, number)}"

    def of_part(self, name: str) -> str:
        return f"#{self.prefix}-{name}"


def report_anchor(number: int) -> str:
    return f"r{number}"


def passage_anchor(number: int, start: int) -> str:
    return f"r{number}-c{start}"


def point_anchor(prefix: str, number: int) -> str:
    return f"{prefix}-p{number}"


def finding_anchor(prefix: str, number: int) -> str:
    return f"{prefix}-f{number}"
