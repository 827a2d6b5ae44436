"""`secondsource watch`: feeds asked again and again, what they list fetched into the archive, refusals told."""

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource.errors import UsageError
from secondsource.model.reports import Addition, Rejection
from secondsource.settings import Settings
from secondsource.surfaces.archives import archive_option, opened, told_in_one_line
from secondsource.surfaces.files import to_json_bytes
from secondsource.surfaces.keeping import say_addition
from secondsource.surfaces.page.phrases import counted
from secondsource.surfaces.terminal import printable

if TYPE_CHECKING:
    from secondsource.archive.archives import Archive
    from secondsource.archive.watching import Asked

BETWEEN_ROUNDS = (1.0, 7 * 24 * 60.0)
"""Minutes that may lie between two rounds: no feed changes faster, and what rests longer is better started anew."""

STOPPED = 130
"""The exit status of a command that was stopped from the keyboard, as shells have it."""


@click.command(
    name="watch",
    short_help="Fetch what feeds list into an archive.",
    epilog="FEEDS are addresses of feeds (RSS, Atom, JSON Feed), sitemaps and lists of feeds (OPML), or files that are"
    " any of these. They are remembered: without FEEDS, all that were ever given are watched. robots.txt is obeyed,"
    " sites that ask for rest get it, what has not changed is not sent again. A line is printed for each page once it"
    " is stored: killed at any moment, the next run goes on where this one was.",
)
@click.argument("feeds", nargs=-1, metavar="[FEEDS...]")
@archive_option
@click.option("--once", is_flag=True, help="Go round once and end.")
@click.option(
    "--every", type=click.FloatRange(*BETWEEN_ROUNDS), metavar="MINUTES", help="Rest between two rounds; 30 unless set."
)
@click.option("--most", type=click.IntRange(min=1), help="Pages fetched of one feed in a round; 100 unless set.")
@click.option("--allow-host", multiple=True, metavar="HOST", help="Fetch from HOST even if not public.")
@click.option("--forget", multiple=True, metavar="FEED", help="Watch FEED no longer; what it brought stays.")
@click.option("--log", is_flag=True, help="Print what was ever refused, when and why, and end.")
@click.option("--strict", is_flag=True, help="With --once: exit with 1 if anything was refused.")
@click.option("--json", "as_json", is_flag=True, help="Print what became of each page as JSON Lines.")
@told_in_one_line
def watch_command(
    feeds: tuple[str, ...],
    folder: str | None,
    once: bool,
    every: float | None,
    most: int | None,
    allow_host: tuple[str, ...],
    forget: tuple[str, ...],
    log: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Watch feeds: fetch what they list into the archive, and see what is edited later."""
    from secondsource.archive.feeds import forget_feed, name_feeds
    from secondsource.stages.ingest.addresses import is_url

    with opened(folder, make=not log) as archive:
        if log:
            _print_log(archive)
            return
        for feed in forget:
            forget_feed(archive, feed if is_url(feed) else os.path.abspath(feed))  # noqa: PTH100
            click.echo(printable(f"no longer watched: {feed}"))
        if forget and not feeds:
            return
        watched = name_feeds(archive, _whole(feeds))
        archive.settings = _asked(archive.settings, most, allow_host)
        least, longest = BETWEEN_ROUNDS
        minutes = min(longest, max(least, every or archive.settings.watch.every_minutes))
        try:
            refused = _go_round(archive, watched, as_json)
            while not once:
                time.sleep(minutes * 60)
                _go_round(archive, watched, as_json)
        except KeyboardInterrupt:
            click.echo("stopped; what was told of is stored, the next run goes on from here", err=True)
            raise SystemExit(STOPPED if once else 0) from None
    if strict and refused:
        raise SystemExit(1)


def _asked(settings: Settings, most: int | None, allow_host: tuple[str, ...]) -> Settings:
    """The settings with what the command line says otherwise."""
    knobs = replace(settings.watch, most_pages=most or settings.watch.most_pages)
    hosts = (*settings.fetch.allowed_hosts, *allow_host)
    return replace(settings, watch=knobs, fetch=replace(settings.fetch, allowed_hosts=hosts))


def _go_round(archive: "Archive", feeds: Sequence[str], as_json: bool) -> bool:
    """Ask and fetch what is due, then compare the stories that changed; whether anything was refused."""
    from secondsource.archive.judging import judge_changed
    from secondsource.archive.watching import Watch
    from secondsource.stages.ingest.visits import Visitor
    from secondsource.store import watches

    tally: Counter[str] = Counter()
    with _progress_line() as show:
        for outcome in Watch(archive, Visitor(archive.settings.fetch)).go_round(feeds):
            tally[_kind_of(outcome)] += 1
            _tell(outcome, as_json)
            show(_summary_of(tally))
        for done, _ in enumerate(judge_changed(archive), start=1):
            show(f"{counted(done, 'story', 'stories')} compared")
    with archive.database.reading() as connection:
        waiting = watches.count_due(connection, archive.now())
    left = f"; {counted(waiting, 'page')} left for the next round" if waiting else ""
    click.echo(_summary_of(tally) + left, err=as_json)
    return tally["refused"] > 0


def _kind_of(outcome: "Asked | Addition | Rejection") -> str:
    """What it counts as in the sum of a round."""
    if isinstance(outcome, Rejection):
        return "refused"
    return outcome.became if isinstance(outcome, Addition) else "asked"


def _tell(outcome: "Asked | Addition | Rejection", as_json: bool) -> None:
    """Print what became of a feed or page, if there is something to say."""
    from secondsource.model.archive_codec import addition_to_json

    if isinstance(outcome, Rejection):
        detail = f" ({outcome.detail})" if outcome.detail else ""
        click.echo(printable(f"not fetched  {outcome.place}: {outcome.reason}{detail}"), err=True)
    if isinstance(outcome, (Addition, Rejection)):
        if as_json:
            click.echo(to_json_bytes(addition_to_json(outcome)))
        elif isinstance(outcome, Addition):
            click.echo(say_addition(outcome))
    elif not as_json and (outcome.fresh or outcome.left_out):
        left_out = f", {outcome.left_out} left out: they name no page, or are too many" if outcome.left_out else ""
        click.echo(printable(f"asked  {outcome.address}  {counted(outcome.fresh, 'page')} to fetch{left_out}"))


def _summary_of(tally: Counter[str]) -> str:
    pages = {what: count for what, count in tally.items() if what not in ("asked", "refused")}
    became = ": " + ", ".join(f"{count} {what}" for what, count in sorted(pages.items())) if pages else ""
    fetched = f"{counted(sum(pages.values()), 'page')} fetched{became}"
    return f"{counted(tally['asked'], 'feed')} asked; {fetched}; {tally['refused']} refused"


@contextmanager
def _progress_line() -> Iterator[Callable[[str], None]]:
    """A line on a terminal's standard error that says how far the round is; silent when piped."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(
        *columns,
        console=console,
        transient=True,
        disable=not console.is_terminal,
        redirect_stdout=sys.stdout.isatty(),
    ) as line:
        task = line.add_task("asking feeds", total=None)
        yield lambda words: line.update(task, description=words)


def _whole(feeds: Sequence[str]) -> list[str]:
    """The feeds by their whole address or path. Raises UsageError for a file that is not there."""
    from secondsource.stages.ingest.addresses import is_url

    for feed in feeds:
        if not is_url(feed) and not Path(feed).is_file():
            raise UsageError(f"{feed}: no such file; give addresses that begin with https://, or files of feeds")
    return [feed if is_url(feed) else os.path.abspath(feed) for feed in feeds]  # noqa: PTH100  as in archive.adding


def _print_log(archive: "Archive") -> None:
    from secondsource.store.documents import load_rejections

    with archive.database.reading() as connection:
        for at, refused in load_rejections(connection):
            detail = f" ({refused.detail})" if refused.detail else ""
            click.echo(printable(f"{at}  {refused.place}: {refused.reason}{detail}"))
