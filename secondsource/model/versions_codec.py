"""Versions of articles to JSON (see docs/contract.md)."""

from typing_extensions import TypedDict

from secondsource.model.spans import Span
from secondsource.model.spans_codec import Pair, QuotedJson, to_pairs
from secondsource.model.versions import Article, ArticleVersion, EditKind, RestatedKind, Restating, Revision


class VersionJson(TypedDict):
    """One wording of an article."""

    report: str
    seen_at: list[str]
    published_at: str | None
    updated_at: str | None
    is_current: bool
    title: str | None
    url: str | None
    place: str


class SentenceEditJson(TypedDict):
    kind: EditKind
    before: QuotedJson | None
    after: QuotedJson | None
    before_words: list[Pair]
    after_words: list[Pair]


class RestatementJson(TypedDict):
    kind: RestatedKind
    became: Restating
    before: QuotedJson | None
    after: QuotedJson | None
    reasons: list[str]


class RevisionJson(TypedDict):
    """What changed from one version of an article to the next."""

    before: str
    after: str
    is_cosmetic: bool
    is_silent: bool | None
    titles: list[str] | None
    sentences: list[SentenceEditJson]
    statements: list[RestatementJson]
    corrections: list[str]


class ArticleJson(TypedDict):
    """All versions of an article, and what changed from each to the next."""

    versions: list[VersionJson]
    revisions: list[RevisionJson]


def article_to_json(article: Article) -> ArticleJson:
    """All versions of an article: one line of `secondsource versions`."""
    texts = {version.report: text for version, text in zip(article.versions, article.texts, strict=True)}
    return {
        "versions": [_version_to_json(version) for version in article.versions],
        "revisions": [
            _revision_to_json(revision, texts[revision.before], texts[revision.after]) for revision in article.revisions
        ],
    }


def _version_to_json(version: ArticleVersion) -> VersionJson:
    return {
        "report": version.report,
        "seen_at": list(version.seen_at),
        "published_at": version.published_at,
        "updated_at": version.updated_at,
        "is_current": version.is_current,
        "title": version.title,
        "url": version.url,
        "place": version.place,
    }


def _revision_to_json(revision: Revision, before: str, after: str) -> RevisionJson:
    def quoted(span: Span | None, text: str) -> QuotedJson | None:
        return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}

    return {
        "before": revision.before,
        "after": revision.after,
        "is_cosmetic": revision.is_cosmetic,
        "is_silent": revision.is_silent,
        "titles": list(revision.titles) if revision.titles else None,
        "sentences": [
            {
                "kind": edit.kind,
                "before": quoted(edit.before, before),
                "after": quoted(edit.after, after),
                "before_words": to_pairs(edit.before_words),
                "after_words": to_pairs(edit.after_words),
            }
            for edit in revision.sentences
        ],
        "statements": [
            {
                "kind": one.kind,
                "became": one.became,
                "before": quoted(one.before, before),
                "after": quoted(one.after, after),
                "reasons": list(one.reasons),
            }
            for one in revision.statements
        ],
        "corrections": list(revision.corrections),
    }
