"""What is looked for in an archive, and what is found."""

from dataclasses import dataclass

from secondsource.model.reports import name_of_place
from secondsource.model.spans import Span

KINDS = ("quote", "claim", "figure", "dating", "event", "agreement")
"""Kinds of statements that can be asked for, as in model/findings.py."""
VERDICTS = ("agree", "differ", "denied", "single", "impossible", "lost", "changed", "omitted")
"""Verdicts that can be asked for: those of points, and those of findings, of which "differs" is "differ" here."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several that stand one after the other; a prefix is how the last of them begins."""

    words: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words looked for: of each group of `wanted` at least one, of `unwanted` none."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for: words, and what must be so besides; of several values of one field, any will do.

    `outlets`, `speakers` and `agencies` are names or parts of names, compared without case and accents; `first_on` and
    `last_on` are the days (2024-06-19, or a month, or a year) between which a report was published, both included;
    `stories` are ids. With kinds, speakers or verdicts, statements are looked for, otherwise reports. Of an article,
    only the latest version is looked at, unless `earlier` is set.
    """

    words: Words = Words()
    outlets: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    first_on: str | None = None
    last_on: str | None = None
    kinds: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    earlier: bool = False

    @property
    def is_for_statements(self) -> bool:
        return bool(self.kinds or self.speakers or self.verdicts)

    @property
    def is_about_reports(self) -> bool:
        """Whether it asks anything of a report but its words."""
        return bool(self.outlets or self.agencies or self.first_on or self.last_on or self.stories)


@dataclass(frozen=True, slots=True)
class HitReport:
    """The report that a hit stands in, in short; `story` is None for an earlier version of an article."""

    id: str
    place: str
    title: str | None
    outlet: str | None
    published_on: str | None
    story: str | None
    is_current: bool

    @property
    def name(self) -> str:
        """What a person would call it: its outlet, or else the last part of the place it came from."""
        return self.outlet or name_of_place(self.place)


@dataclass(frozen=True, slots=True)
class HitStatement:
    """The statement that a hit is, where statements were looked for; `span` is its place in the report's text."""

    kind: str | None
    span: Span
    speaker: str | None
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: a sentence of a report, with the places of the words that were looked for.

    `sentence` is a span of the report's text, `text` what stands there, `marks` are spans of the report's text within
    it. All are empty where the words stand in the title alone; `title_marks` are spans of the title. `score` says how
    well it fits: bm25 or, where meanings are compared, their cosine; None where no words were looked for. `place` is
    the sentence's among those of its report, counted from 0.
    """

    report: HitReport
    sentence: Span | None
    text: str
    marks: tuple[Span, ...] = ()
    title_marks: tuple[Span, ...] = ()
    score: float | None = None
    statement: HitStatement | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The hits on one page, the best first, and how many there are in all.

    With `is_least`, there are at least so many; the best are then those of the latest reports. `unknown` are names that
    nothing in the archive has.
    """

    hits: tuple[Hit, ...]
    total: int
    is_least: bool = False
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldPassage:
    """A sentence of a paragraph, and the sentence of a report that says it: in the same words, or in others.

    `text` is what stands in the report, in the sentence at this place, counted from 0; `likeness`, 0 to 1, is how alike
    the two are.
    """

    paragraph: Span
    report: Span
    text: str
    is_verbatim: bool
    likeness: float
    place: int = 0


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of a paragraph a report holds: shares (0 to 1) of its words, in all and in the same words."""

    report: HitReport
    share: float
    verbatim_share: float
    passages: tuple[HeldPassage, ...]
