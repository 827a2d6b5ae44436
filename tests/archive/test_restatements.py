"""Which statements changed between two versions of an article, read as the program reads them."""

from functools import cache

import pytest

from secondsource.archive.restatements import Version, find_restatements
from secondsource.model.reports import Document
from secondsource.pipeline import ReadReport, read_document
from secondsource.settings import Settings

FIRST = """The dam above Orle broke on 3 March 2031, the mayor of Orle, Ida Voss, said on Tuesday.

At least 12 people were killed and 40 houses were destroyed, the fire service said.

“We heard a roar and ran uphill,” said Tom Hale, a farmer. “Nobody had warned us of anything.”

The engineer Mira Lund said the spillway had been blocked for two years.

The army sent 200 soldiers to the valley."""


@cache
def version(text: str) -> Version:
    read = read_document(Document("orle.txt", text.encode(), "clean"), Settings())
    assert isinstance(read, ReadReport)
    return Version(read.reading, read.statements)


def changes(after: str) -> list[tuple[str, str, str, str, str]]:
    """Kind, what became of it, its words before and after, and why."""
    before, later = version(FIRST), version(after)
    return [
        (
            one.kind,
            one.became,
            one.before.of(FIRST) if one.before else "",
            one.after.of(later.text) if one.after else "",
            "; ".join(one.reasons),
        )
        for one in find_restatements(before, later)
    ]


def test_a_version_says_what_it_says() -> None:
    assert changes(FIRST) == []
    assert len(version(FIRST).statements.attributions) >= 4


@pytest.mark.parametrize(
    ("old", "new"),
    [("“We heard a roar and ran uphill,”", '"We heard a roar and ran uphill,"'), ("\n\nAt least", "\n\n\nAt  least")],
)
def test_looks_change_no_statement(old: str, new: str) -> None:
    assert changes(FIRST.replace(old, new)) == []


def test_a_statement_that_only_moved_is_the_same() -> None:
    parts = FIRST.split("\n\n")
    assert changes("\n\n".join([*parts[:3], parts[4], parts[3]])) == []


RAN = "“We heard a roar and ran uphill,” said {}, a farmer. “Nobody had warned us of anything.”"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("200 soldiers", "350 soldiers", ("figure", "changed", "200", "350", "“200”, now “350”")),
        ("\n\nThe army sent 200 soldiers to the valley.", "", ("figure", "removed", "200", "", "")),
        ("\n\nThe army", "\n\nThe road is closed for 12 days. The army", ("figure", "added", "", "12 days", "")),
        ("of anything", "of the water",
         ("quote", "changed", "“Nobody had warned us of anything.”", "“Nobody had warned us of the water.”",
          "other words")),
        ("said Tom Hale, a farmer.", "said Ned Cole, a farmer.",
         ("quote", "changed", RAN.format("Tom Hale"), RAN.format("Ned Cole"), "said by “Tom Hale”, now by “Ned Cole”")),
        ("The engineer Mira Lund said the spillway had", "The spillway had",
         ("claim", "changed", "the spillway had been blocked for two years",
          "The spillway had been blocked for two years.", "the words stand without “Mira Lund”, who said them")),
        ("on 3 March 2031", "on 2 March 2031",
         ("dating", "changed", "3 March 2031", "2 March 2031", "2031-03-03, now 2031-03-02")),
    ],
)  # fmt: skip
def test_statements_that_changed_are_told(old: str, new: str, told: tuple[str, ...]) -> None:
    assert old in FIRST
    assert told in changes(FIRST.replace(old, new))


def test_what_was_the_outlets_own_is_now_said_by_somebody() -> None:
    before = version(FIRST.replace("The engineer Mira Lund said the spillway had", "The spillway had"))
    later = version(FIRST)
    ((kind, reasons),) = [(one.kind, one.reasons) for one in find_restatements(before, later)]
    assert (kind, reasons) == ("claim", ("the words are now those of “Mira Lund”; before, they were the outlet's own",))
