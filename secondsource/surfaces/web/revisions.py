"""The versions of an article on a page: when each was seen, and what was edited from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondsource.model.spans import Span
from secondsource.model.versions import Article, Restatement, Revision, SentenceEdit
from secondsource.surfaces.page.moments import to_shown_instant
from secondsource.surfaces.web.addresses import report_address

Marked = tuple[tuple[str, bool], ...]
"""A sentence in pieces; those that are marked were put for other words, or are those other words."""


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A version: where it can be read, when it was seen, and the stamp that it bears."""

    number: int
    address: str
    seen: tuple[str, ...]
    stamp: str | None
    is_current: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class ShownEdit:
    """What became of a sentence: its earlier words, and its later ones."""

    kind: str
    before: Marked
    after: Marked


@dataclass(frozen=True, slots=True)
class ShownRestatement:
    """What became of a statement, with what changed."""

    kind: str
    became: str
    before: str | None
    after: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownRevision:
    """What changed from one version to the next, `verdict` in a word and `told` in a sentence."""

    before: int
    after: int
    is_silent: bool
    told: str
    titles: tuple[str, str] | None
    edits: tuple[ShownEdit, ...]
    statements: tuple[ShownRestatement, ...]
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article with its versions, the earliest first, and its revisions, the latest first."""

    title: str | None
    versions: tuple[ShownVersion, ...]
    revisions: tuple[ShownRevision, ...]


def show_article(article: Article, here: str) -> ShownArticle:
    """Prepare an article; `here` is the version that the reader comes from."""
    versions = []
    for number, version in enumerate(article.versions, start=1):
        stamp = version.updated_at or version.published_at
        versions.append(
            ShownVersion(
                number,
                report_address(version.report),
                tuple(map(to_shown_instant, version.seen_at)),
                to_shown_instant(stamp) if stamp else None,
                version.is_current,
                version.report == here,
            )
        )
    told = zip(article.revisions, pairwise(article.texts), strict=True)
    revisions = [_show(number, revision, *texts) for number, (revision, texts) in enumerate(told, start=1)]
    return ShownArticle(article.versions[-1].title, tuple(versions), tuple(reversed(revisions)))


def _show(number: int, revision: Revision, before: str, after: str) -> ShownRevision:
    return ShownRevision(
        before=number,
        after=number + 1,
        is_silent=bool(revision.is_silent),
        told=_sum_up(revision),
        titles=revision.titles,
        edits=tuple(_show_edit(edit, before, after) for edit in revision.sentences),
        statements=tuple(_show_restatement(one, before, after) for one in revision.statements),
        corrections=revision.corrections,
    )


def _sum_up(revision: Revision) -> str:
    if revision.is_cosmetic:
        return "Looks alone: no word changed."
    if not revision.sentences and not revision.titles:
        return "Other credits, the same words."
    if revision.is_silent:
        return "Edited silently: it bears the same stamps, and no note tells of it."
    return "Edited."


def _show_edit(edit: SentenceEdit, before: str, after: str) -> ShownEdit:
    return ShownEdit(
        edit.kind, _mark(edit.before, edit.before_words, before), _mark(edit.after, edit.after_words, after)
    )


def _mark(sentence: Span | None, words: Sequence[Span], text: str) -> Marked:
    """The sentence in pieces, these words marked."""
    if sentence is None:
        return ()
    pieces, at = [], sentence.start
    for span in words:
        pieces += [(text[at : span.start], False), (span.of(text), True)]
        at = span.end
    return tuple(piece for piece in [*pieces, (text[at : sentence.end], False)] if piece[0])


def _show_restatement(one: Restatement, before: str, after: str) -> ShownRestatement:
    return ShownRestatement(
        one.kind,
        one.became,
        one.before.of(before) if one.before else None,
        one.after.of(after) if one.after else None,
        one.reasons,
    )
