"""`secondsource fetch`: pages from the web into a folder, one web archive (WARC) a page, refusals listed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource.errors import OutputError, SecondsourceError, UsageError
from secondsource.model.reports import Rejection
from secondsource.settings import Fetch
from secondsource.surfaces.files import write_whole
from secondsource.surfaces.settings import settings_in_force
from secondsource.surfaces.terminal import printable, rejection_lines

if TYPE_CHECKING:
    from secondsource.stages.ingest.visits import Known, Page

SUFFIX = ".warc.gz"


@click.command(
    name="fetch",
    epilog="URLS are addresses of pages, feeds and sitemaps, and files that are feeds or sitemaps. robots.txt is"
    " obeyed, each site is asked for one page at a time. What was fetched before is fetched again only if it has"
    " changed; the earlier version is kept.",
)
@click.argument("urls", nargs=-1, metavar="URLS...")
@click.option("--into", required=True, metavar="FOLDER", help="Keep the pages here; it is made if it is not there.")
@click.option("--most", type=click.IntRange(min=1), help="Pages fetched of one feed or sitemap; 50 unless set.")
@click.option("--allow-host", multiple=True, metavar="HOST", help="Fetch from HOST even if not public.")
@click.option("--strict", is_flag=True, help="Exit with 1 if any page was refused, not only if all were.")
def fetch_command(
    urls: tuple[str, ...], into: str, most: int | None, allow_host: tuple[str, ...], strict: bool
) -> None:
    """Fetch pages from the web into a folder that the other commands read."""
    refusals: list[Rejection] = []
    fetched = 0
    try:
        if not urls:
            raise UsageError("nothing to fetch: give addresses of pages, feeds or sitemaps")
        settings = settings_in_force().fetch
        hosts = (*settings.allowed_hosts, *allow_host)
        settings = replace(settings, max_items=most or settings.max_items, allowed_hosts=hosts)
        for outcome in fetch(urls, Path(into), settings):
            if isinstance(outcome, Rejection):
                refusals.append(outcome)
            else:
                fetched += 1
                click.echo(printable(outcome))
    except SecondsourceError as error:
        raise click.ClickException(str(error)) from error
    for line in rejection_lines(refusals)[1:]:
        click.echo(f"not fetched{line}", err=True)
    if refusals and (strict or not fetched):
        raise SystemExit(1)


def fetch(urls: tuple[str, ...], folder: Path, settings: Fetch) -> Iterator[str | Rejection]:
    """Fetches pages into `folder`; a line for each that was kept or has not changed, a rejection for each refused.

    Raises OutputError when the folder cannot be written to.
    """
    from secondsource.stages.ingest.harvests import harvest
    from secondsource.stages.ingest.visits import Visitor

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {error.strerror}") from error
    for page in harvest(urls, Visitor(settings), lambda url: _known(folder, url)):
        yield page if isinstance(page, Rejection) else _keep(page, folder)


def _versions(folder: Path, url: str) -> list[Path]:
    """The files in which a page is kept, the earliest first."""
    from secondsource.stages.ingest.keepsakes import file_stem

    stem = file_stem(url)
    numbers = iter(range(2, 10_000))
    found = [folder / f"{stem}{SUFFIX}"]
    while found[-1].exists():
        found.append(folder / f"{stem}-{next(numbers)}{SUFFIX}")
    return found[:-1]


def _known(folder: Path, url: str) -> "Known | None":
    from secondsource.stages.ingest.keepsakes import known_of, read_keepsake

    kept = _versions(folder, url)
    response = read_keepsake(kept[-1]) if kept else None
    return known_of(response) if response else None


def _keep(page: "Page", folder: Path) -> str | Rejection:
    """Writes the page into the folder, unless the very same is there."""
    from secondsource.stages.ingest.harvests import to_document
    from secondsource.stages.ingest.keepsakes import file_stem, read_keepsake, to_warc

    versions = _versions(folder, page.asked)
    if page.response is None:
        return f"not changed  {page.asked}  {versions[-1]}"
    document = to_document(page)
    if isinstance(document, Rejection):
        return document
    kept = read_keepsake(versions[-1]) if versions else None
    if kept and kept.body == page.response.body:
        return f"not changed  {page.asked}  {versions[-1]}"
    number = f"-{len(versions) + 1}" if versions else ""
    target = folder / f"{file_stem(page.asked)}{number}{SUFFIX}"
    write_whole(str(target), to_warc(page))
    return f"{'changed' if versions else 'kept'}  {page.asked}  {target}"
