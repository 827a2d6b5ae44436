"""`secondsource versions`: how an article was edited, version by version."""

from collections.abc import Iterator, Sequence

import click

from secondsource.model.spans import Span
from secondsource.model.versions import Article, Restatement, Revision, SentenceEdit
from secondsource.surfaces.archives import archive_option, opened, told_in_one_line
from secondsource.surfaces.files import to_json_bytes
from secondsource.surfaces.terminal import printable


@click.command(
    name="versions",
    epilog="In a sentence that was reworded, [-words that went-] and {+words that came+} are marked. White space,"
    " punctuation, kinds of quotation marks and dashes, and the case of headings are looks, and no edit.",
)
@click.argument("named", metavar="REPORT|URL|STORY")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one an article.")
@told_in_one_line
def versions_command(named: str, folder: str | None, as_json: bool) -> None:
    """The versions of an article, when each was seen, and what changed; of a story, those of its edited articles."""
    from secondsource.archive.versions import load_articles
    from secondsource.model.versions_codec import article_to_json

    with opened(folder) as archive:
        articles = load_articles(archive, named)
    for article in articles:
        if as_json:
            click.echo(to_json_bytes(article_to_json(article)))
        else:
            for line in _lines_of(article):
                click.echo(printable(line))
    if not articles:
        click.echo("no article of this story was seen with other words", err=True)


def _lines_of(article: Article) -> Iterator[str]:
    latest = article.versions[-1]
    yield f"{latest.title or 'without a title'}  {latest.url or latest.place}"
    for number, version in enumerate(article.versions, start=1):
        stamp = version.updated_at or version.published_at
        seen = ", ".join(_minute(instant) for instant in version.seen_at)
        told = [f"  {number}  {version.report}  seen {seen}", f"stamped {_minute(stamp)}" if stamp else "not stamped"]
        yield "  ".join([*told, *(["in the story"] if version.is_current else [])])
    for number, revision in enumerate(article.revisions, start=1):
        yield f"  {number} → {number + 1}: {_sum_up(revision)}"
        yield from (f"      {line}" for line in _changes(revision, article.texts[number - 1], article.texts[number]))


def _sum_up(revision: Revision) -> str:
    if revision.is_cosmetic:
        return "cosmetic, no word changed"
    if not revision.sentences and not revision.titles:
        return "other credits, the same words"
    if revision.is_silent:
        return "edited silently: it bears the same stamps, and no note tells of it"
    return "edited"


def _changes(revision: Revision, before: str, after: str) -> Iterator[str]:
    if revision.titles:
        yield f"title: “{revision.titles[0]}” → “{revision.titles[1]}”"
    yield from (_tell_edit(edit, before, after) for edit in revision.sentences)
    yield from (_tell_restatement(one, before, after) for one in revision.statements)
    yield from (f"correction: {note}" for note in revision.corrections)


def _tell_edit(edit: SentenceEdit, before: str, after: str) -> str:
    if edit.kind == "reworded" and edit.before and edit.after:
        return f"reworded: {_mark(edit.before, edit.before_words, before, '[-', '-]')} → " + _mark(
            edit.after, edit.after_words, after, "{+", "+}"
        )
    whole = edit.after.of(after) if edit.after else edit.before.of(before) if edit.before else ""
    return f"{edit.kind}: {whole}"


def _mark(sentence: Span, words: Sequence[Span], text: str, opening: str, closing: str) -> str:
    """The sentence with these words between marks."""
    told, at = [], sentence.start
    for span in words:
        told += [text[at : span.start], opening, span.of(text), closing]
        at = span.end
    return "".join([*told, text[at : sentence.end]])


def _tell_restatement(one: Restatement, before: str, after: str) -> str:
    sides = [f"“{span.of(text)}”" for span, text in ((one.before, before), (one.after, after)) if span]
    reasons = f" ({'; '.join(one.reasons)})" if one.reasons else ""
    return f"{one.kind} {one.became}: {' → '.join(sides)}{reasons}"


def _minute(instant: str) -> str:
    return instant[:16].replace("T", " ")
