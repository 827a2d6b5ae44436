"""Commands that keep: `add`, `stories`, `story`, `rebuild`, `verify` and `backup`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource.model.reports import Addition, Rejection
from secondsource.surfaces.archives import archive_option, opened, told_in_one_line
from secondsource.surfaces.files import STANDARD_STREAM, to_json_bytes, write_whole
from secondsource.surfaces.terminal import print_summary, printable, progress, rejection_lines

if TYPE_CHECKING:
    from secondsource.model.stories import StorySummary

SHOWN = 20
"""Stories listed unless more are asked for: a screen full."""


@click.command(
    name="add",
    epilog="PATHS are what `secondsource read` takes; addresses on the web are fetched, politely. A line is printed for"
    " each document once it is stored: killing the command loses nothing that it told of.",
)
@click.argument("paths", nargs=-1, metavar="PATHS|URLS...")
@archive_option
@click.option("--as-text", is_flag=True, help="Take each text as clean already: keep it to the letter.")
@click.option("--strict", is_flag=True, help="Exit with 1 if any document was rejected.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
@told_in_one_line
def add_command(paths: tuple[str, ...], folder: str | None, as_text: bool, strict: bool, as_json: bool) -> None:
    """Keep reports in an archive.

    Their stories are compared anew at the end.
    """
    from secondsource.archive.adding import add
    from secondsource.archive.judging import judge_changed
    from secondsource.archive.meanings import embed_new
    from secondsource.model.archive_codec import addition_to_json

    rejections: list[Rejection] = []
    with opened(folder, make=True) as archive:
        for outcome in add(archive, paths, as_text=as_text, fetch=True):
            if isinstance(outcome, Rejection):
                rejections.append(outcome)
            if as_json:
                click.echo(to_json_bytes(addition_to_json(outcome)))
            elif isinstance(outcome, Addition):
                click.echo(say_addition(outcome))
        with progress() as watch:
            for done, _ in enumerate(judge_changed(archive), start=1):
                watch("compare", done)
            for done, _ in enumerate(embed_new(archive), start=1):
                watch("embed", done)
    for line in rejection_lines(rejections):
        click.echo(line, err=True)
    if strict and rejections:
        raise SystemExit(1)


def say_addition(addition: Addition) -> str:
    """A line that tells what became of a document."""
    where = f"  → story {addition.story}" if addition.story else ""
    return printable(f"{addition.became}  {addition.place}{where}")


@click.command(name="stories")
@archive_option
@click.option("--most", default=SHOWN, show_default=True, help="How many stories to list.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
@told_in_one_line
def stories_command(folder: str | None, most: int, as_json: bool) -> None:
    """List an archive's stories.

    The one that changed last comes first.
    """
    from secondsource.model.archive_codec import summary_to_json
    from secondsource.store.stories import count_stories, load_stories

    with opened(folder) as archive, archive.database.reading() as connection:
        listed = load_stories(connection, most)
        total = count_stories(connection)
    for story in listed:
        click.echo(to_json_bytes(summary_to_json(story)) if as_json else printable(_line_of(story)))
    if total > len(listed):
        click.echo(f"{total - len(listed)} more: ask with --most", err=True)


def _line_of(story: "StorySummary") -> str:
    sources = "not compared yet" if story.independent_sources is None else f"{story.independent_sources} independent"
    return f"{story.id}  {story.happened_on or '—':10}  {story.reports} reports, {sources}  {story.title}"


@click.command(name="story", epilog="STORY is an id that `secondsource stories` or `add` prints.")
@click.argument("story")
@archive_option
@click.option("--html", metavar="FILE", help="Write the dossier here as one web page.")
@click.option("--json", metavar="FILE", help="Write the dossier here as JSON.")
@told_in_one_line
def story_command(story: str, folder: str | None, html: str | None, json: str | None) -> None:
    """The dossier of an archive's story."""
    from secondsource.archive.judging import load_judged
    from secondsource.model.codec import dossier_to_json
    from secondsource.model.findings import Dossier
    from secondsource.surfaces.page import to_html

    with opened(folder) as archive:
        result = Dossier((load_judged(archive, story),), ())
    if json:
        write_whole(json, to_json_bytes(dossier_to_json(result), indent=1))
    if html:
        write_whole(html, to_html(result).encode("utf-8", "replace"))
    written = [target for target in (html, json) if target]
    print_summary(result, to_stderr=STANDARD_STREAM in written, written=written)


@click.command(name="rebuild")
@archive_option
@click.option("--everything", is_flag=True, help="Do all again, also what seems up to date.")
@told_in_one_line
def rebuild_command(folder: str | None, everything: bool) -> None:
    """Bring what was derived up to date.

    What this version of the program would make otherwise is made again, from the bytes and the log.

    Killed, it goes on where it was when it is called again. A database that is lost is made anew.
    """
    from secondsource.archive.rebuilding import rebuild

    with opened(folder, lost=True) as archive, progress() as watch:
        rebuild(archive, everything=everything, watch=watch)
    click.echo("the archive is up to date")


@click.command(name="verify")
@archive_option
@told_in_one_line
def verify_command(folder: str | None) -> None:
    """Prove that an archive is whole.

    Bytes, log, rows and search are compared with each other; exits with 1 if they do not agree.
    """
    from secondsource.archive.verifying import Fault, verify

    faults, documents = 0, 0
    with opened(folder) as archive, progress() as watch:
        for told in verify(archive):
            if isinstance(told, Fault):
                faults += told.does_harm
                click.echo(printable(f"{told.what}: {told.why}"), err=True)
            else:
                documents = told
                watch("verify", documents)
    click.echo(f"{documents} documents, {faults} faults")
    if faults:
        raise SystemExit(1)


@click.command(name="backup")
@click.argument("target", metavar="FOLDER")
@archive_option
@told_in_one_line
def backup_command(target: str, folder: str | None) -> None:
    """Copy an archive to FOLDER.

    An earlier copy there is brought up to date. Others may go on using the archive.
    """
    from secondsource.archive.backups import back_up

    with opened(folder) as archive:
        copied = back_up(archive, Path(target))
    click.echo(printable(f"{copied} documents copied; {target} is an archive as it was at this moment"))


ARCHIVE_COMMANDS = (add_command, stories_command, story_command, rebuild_command, verify_command, backup_command)
