"""The command line: `secondsource read`, `group`, `dossier`, `fetch` and `settings`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, TypeVar

import click

from secondsource import __version__
from secondsource.errors import SecondsourceError, UsageError
from secondsource.model.codec import dossier_to_json
from secondsource.model.reports import Rejection
from secondsource.model.reports_codec import reading_to_json, rejection_to_json
from secondsource.settings import Settings
from secondsource.surfaces.asking import ask_command
from secondsource.surfaces.deciding import DECIDING_COMMANDS
from secondsource.surfaces.exporting import export_command
from secondsource.surfaces.fetching import fetch_command
from secondsource.surfaces.files import STANDARD_STREAM, to_json_bytes, write_lines, write_whole
from secondsource.surfaces.keeping import ARCHIVE_COMMANDS
from secondsource.surfaces.searching import SEARCH_COMMANDS
from secondsource.surfaces.serving import serve_command
from secondsource.surfaces.settings import SettledGroup, settings_command, settings_in_force
from secondsource.surfaces.terminal import print_summary, progress, rejection_lines
from secondsource.surfaces.versions import versions_command
from secondsource.surfaces.watching import watch_command

Outcome = TypeVar("Outcome")

EPILOG = (
    "PATHS are files, folders (searched recursively) and - for standard input: saved pages, pasted texts, PDF, mails, "
    "JSON Lines, feeds, ZIP and WARC archives; with --fetch also addresses on the web. Nothing is fetched without it."
)


@click.group(cls=SettledGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Point secondsource at many news reports; it gives one sourced account."""


def _reading_command(function: Callable[..., None]) -> click.Command:
    """A command that takes documents, and tells what went wrong in one line."""

    @wraps(function)
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            function(*args, **kwargs)
        except SecondsourceError as error:
            raise click.ClickException(str(error)) from error

    allow_host = click.option("--allow-host", multiple=True, metavar="HOST", help="Fetch from HOST even if not public.")
    fetch = click.option("--fetch", is_flag=True, help="Fetch the addresses among PATHS from the web.")
    strict = click.option(
        "--strict", is_flag=True, help="Exit with 1 if any document was rejected, not only if all were."
    )
    as_text = click.option("--as-text", is_flag=True, help="Take each text as clean already: keep it to the letter.")
    paths = click.argument("paths", nargs=-1, metavar="PATHS...")
    return main.command(epilog=EPILOG)(paths(as_text(strict(fetch(allow_host(guarded))))))


main.add_command(export_command)
main.add_command(fetch_command)
main.add_command(settings_command)
main.add_command(watch_command)
main.add_command(serve_command)
main.add_command(ask_command)
for command in (*ARCHIVE_COMMANDS, *DECIDING_COMMANDS, versions_command, *SEARCH_COMMANDS):
    main.add_command(command)

_out = click.option("--out", default=STANDARD_STREAM, metavar="FILE", help="Write here instead of standard output.")


@_reading_command
@_out
def read(
    paths: tuple[str, ...], as_text: bool, strict: bool, fetch: bool, allow_host: tuple[str, ...], out: str
) -> None:
    """Read reports one by one: text, credits, names, times, who said what, figures. Gives JSON Lines."""
    from secondsource import pipeline

    tally = _Tally()
    outcomes = pipeline.read(paths, as_text=as_text, fetch=fetch, settings=_allowing(allow_host))
    write_lines(out, _lines(outcomes, lambda r: reading_to_json(r.reading, r.statements), tally))
    for line in rejection_lines(tally.rejections):
        click.echo(line, err=True)
    _end(tally.reports, tally.rejections, strict)


@_reading_command
@_out
def group(
    paths: tuple[str, ...], as_text: bool, strict: bool, fetch: bool, allow_host: tuple[str, ...], out: str
) -> None:
    """Sort reports into stories, one story an event. Gives JSON Lines of report id and story id."""
    from secondsource import pipeline

    tally = _Tally()
    outcomes = pipeline.group(paths, as_text=as_text, fetch=fetch, settings=_allowing(allow_host))
    write_lines(out, _lines(outcomes, lambda pair: {"id": pair[0], "story": pair[1]}, tally))
    for line in rejection_lines(tally.rejections):
        click.echo(line, err=True)
    _end(tally.reports, tally.rejections, strict)


@_reading_command
@click.option("--html", metavar="FILE", help="Write the dossier here as one web page.")
@click.option("--json", metavar="FILE", help="Write the dossier here as JSON.")
@click.option("--graphml", metavar="FILE", help="Write the graph of descent here as GraphML.")
@click.option("--gexf", metavar="FILE", help="Write the graph of descent here as GEXF.")
@click.option("--prov", metavar="FILE", help="Write the graph of descent here as W3C PROV-O in JSON-LD.")
def dossier(
    paths: tuple[str, ...],
    as_text: bool,
    strict: bool,
    fetch: bool,
    allow_host: tuple[str, ...],
    html: str | None,
    json: str | None,
    graphml: str | None,
    gexf: str | None,
    prov: str | None,
) -> None:
    """Compare reports: who copied whom, how many independent sources, what agrees, differs, is denied, cannot be."""
    from secondsource import pipeline
    from secondsource.surfaces.export import to_gexf, to_graphml, to_prov
    from secondsource.surfaces.page import to_html

    with progress() as watch:
        result = pipeline.dossier(paths, as_text=as_text, fetch=fetch, settings=_allowing(allow_host), watch=watch)
    if json:
        write_whole(json, to_json_bytes(dossier_to_json(result), indent=1))
    if html:
        write_whole(html, to_html(result).encode("utf-8", "replace"))
    graphs = ((graphml, to_graphml), (gexf, to_gexf), (prov, to_prov))
    for target, to_written in graphs:
        if target:
            write_whole(target, to_written(result))
    written = [target for target in (html, json, graphml, gexf, prov) if target]
    print_summary(result, to_stderr=STANDARD_STREAM in written, written=written)
    _end(sum(len(judged.story.readings) for judged in result.stories), result.rejections, strict)


def _allowing(hosts: tuple[str, ...]) -> Settings:
    """The settings in force, with further hosts that are fetched from."""
    settings = settings_in_force()
    return replace(settings, fetch=replace(settings.fetch, allowed_hosts=(*settings.fetch.allowed_hosts, *hosts)))


@dataclass(slots=True)
class _Tally:
    """How many reports came out of a run so far, and what was rejected."""

    reports: int = 0
    rejections: list[Rejection] = field(default_factory=list)


def _lines(
    outcomes: Iterable[Outcome | Rejection], to_json: Callable[[Outcome], object], tally: _Tally
) -> Iterator[object]:
    """A JSON value for every outcome, each counted."""
    with progress() as watch:
        for done, outcome in enumerate(outcomes, start=1):
            watch("read", done)
            if isinstance(outcome, Rejection):
                tally.rejections.append(outcome)
                yield {"rejection": rejection_to_json(outcome)}
            else:
                tally.reports += 1
                yield to_json(outcome)


def _end(reports: int, rejections: Sequence[Rejection], strict: bool) -> None:
    """Ends with status 1 where not one report was read, or, if asked to be strict, not every one."""
    if not reports:
        raise UsageError("no report was read; see what was given and why it could not be used")
    if strict and rejections:
        raise SystemExit(1)
