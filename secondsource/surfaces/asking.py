"""`secondsource ask`: what a text rests on, beside an archive, without storing it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource.errors import UsageError
from secondsource.model.reports import Rejection
from secondsource.model.resting import ASKED, Rest, RestingStatement
from secondsource.surfaces.archives import archive_option, opened, told_in_one_line
from secondsource.surfaces.files import STANDARD_STREAM, to_json_bytes
from secondsource.surfaces.page.phrases import counted
from secondsource.surfaces.terminal import printable

if TYPE_CHECKING:
    from secondsource.model.queries import HitReport

SHOWN = 5
"""Reports that hold parts of the text, and statements of a kind, that are printed; --json has all."""


@click.command(
    name="ask",
    short_help="Say what a text rests on.",
    epilog="PATH is a file that `secondsource read` takes, or - for standard input. Nothing is stored;"
    " `secondsource add` does that.",
)
@click.argument("path")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@told_in_one_line
def ask_command(path: str, folder: str | None, as_json: bool) -> None:
    """Set a text beside an archive: its story, whose text it is, which of its statements others tell, deny, lack."""
    from secondsource.archive.resting import rest
    from secondsource.model.resting_codec import rest_to_json
    from secondsource.stages.ingest.documents import ingest

    if path != STANDARD_STREAM and Path(path).is_dir():
        raise UsageError(f"{path} is a folder; one text is asked about at a time")
    with opened(folder) as archive:
        document = next(ingest([path], settings=archive.settings.ingest), None)
        outcome = document if isinstance(document, Rejection) or document is None else rest(archive, document)
    if not isinstance(outcome, Rest):
        reason = (
            f"{outcome.reason} ({outcome.detail})" if outcome and outcome.detail else getattr(outcome, "reason", "")
        )
        raise UsageError(f"{path} cannot be read: {reason or 'there is nothing in it'}")
    if as_json:
        click.echo(to_json_bytes(rest_to_json(outcome), indent=1))
        return
    for line in _lines_of(outcome):
        click.echo(printable(line))


def _lines_of(rest: Rest) -> Iterator[str]:
    names = {one.id: one for one in rest.compared}
    yield rest.report.title or rest.report.name
    if rest.known:
        yield f"  the archive has this article: report {rest.known}"
    if rest.story is None:
        yield "  joins no story of the archive"
    else:
        yield f"  would join story {rest.story.id}: {rest.story.title}"
        before = "?" if rest.sources_before is None else str(rest.sources_before)
        yield f"  independent sources: {before} without it, {rest.sources_after} with it"
    if rest.not_compared:
        yield f"  {rest.not_compared} reports of the story were not compared (the setting serve.most_compared)"
    yield from _lines_of_descent(rest, names)
    for standing, words in (("denied", "denied"), ("differ", "told otherwise elsewhere"), ("single", "only here")):
        told = [one for one in rest.statements if one.standing == standing]
        if told:
            yield f"  {words}: {counted(len(told), 'statement')}"
            yield from (f"    {_line_of(one, names)}" for one in told[:SHOWN])
    for holding in rest.holdings[:SHOWN]:
        yield f"  {holding.share:.0%} of it stands in {holding.report.name} [report {holding.report.id}]"


def _lines_of_descent(rest: Rest, names: "dict[str, HitReport]") -> Iterator[str]:
    for one in rest.derivations:
        is_child = one.child == ASKED
        other = names.get(one.parent if is_child else one.child)
        name = f"{other.name} [report {other.id}]" if other else "a text that is not in the archive"
        yield f"  {one.manner}, from {name}" if is_child else f"  {name} comes from it, {one.manner}"
        yield from (f"    {reason}" for reason in one.reasons)


def _line_of(one: RestingStatement, names: "dict[str, HitReport]") -> str:
    who = ", ".join(dict.fromkeys(names[report].name for report in one.told_by))
    speaker = f" ({one.speaker})" if one.speaker else ""
    return f"{one.kind}: {one.text}{speaker}{f'; see {who}' if who else ''}"
