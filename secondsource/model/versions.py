"""Versions of an article, and what changed from one to the next."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.spans import Span

EditKind = Literal["added", "removed", "reworded", "moved"]
RestatedKind = Literal["quote", "claim", "figure", "dating"]
Restating = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """One version of an article: the report that was read from it, and the instants (ISO 8601) at which it was seen.

    `published_at` and `updated_at` are what it says itself. `is_current` marks the version that stands in a story.
    """

    report: str
    seen_at: tuple[str, ...]
    published_at: str | None
    updated_at: str | None
    is_current: bool
    title: str | None
    url: str | None
    place: str


@dataclass(frozen=True, slots=True)
class SentenceEdit:
    """What became of a sentence: where it stands in the earlier version (`before`) and in the later one (`after`).

    `before_words` and `after_words` are the words that were put for one another in a sentence that was reworded.
    """

    kind: EditKind
    before: Span | None
    after: Span | None
    before_words: tuple[Span, ...] = ()
    after_words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Restatement:
    """What became of a statement, each span in its own version; the reasons say what changed."""

    kind: RestatedKind
    became: Restating
    before: Span | None
    after: Span | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed from one version (`before`, the id of its report) to the next (`after`).

    `is_cosmetic`: the two differ in looks alone. `is_silent`: it says something else and bears the same stamps, and no
    correction note tells of it; None where it bears no stamps. `titles` are both titles where they differ in more than
    looks; `corrections` are the notes that the later one has and the earlier has not.
    """

    before: str
    after: str
    is_cosmetic: bool
    is_silent: bool | None
    titles: tuple[str, str] | None
    sentences: tuple[SentenceEdit, ...]
    statements: tuple[Restatement, ...]
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """All versions of an article, the earliest first, with what changed from each to the next.

    `texts` are the texts of the versions, in their order.
    """

    versions: tuple[ArticleVersion, ...]
    revisions: tuple[Revision, ...]
    texts: tuple[str, ...]
