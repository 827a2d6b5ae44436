"""`secondsource export`: everything of one kind in an archive, as a table."""

from typing import TYPE_CHECKING, cast, get_args

import click

from secondsource.surfaces.archives import archive_option, opened, told_in_one_line
from secondsource.surfaces.export.tables import FORMS, TableForm, columns_of
from secondsource.surfaces.files import STANDARD_STREAM, write_pieces

if TYPE_CHECKING:
    from secondsource.archive.exporting import Kind

KINDS = (
    "reports",
    "statements",
    "stories",
    "lineages",
    "derivations",
    "points",
    "tellings",
    "findings",
    "evidence",
    "disputes",
    "decisions",
    "rejections",
)
"""What can be exported; archive/exporting.py tells how, and is imported when it is used."""


@click.command(
    name="export",
    epilog="A file takes its place when it is whole; an export to standard output that fails ends with 1.",
)
@click.argument("kind", type=click.Choice(KINDS), metavar=f"{'|'.join(KINDS)}")
@archive_option
@click.option(
    "--format", "form", default="jsonl", show_default=True, type=click.Choice(get_args(TableForm)), help="How to write."
)
@click.option("--out", default=STANDARD_STREAM, metavar="FILE", help="Write here instead of standard output.")
@click.option("--raw", is_flag=True, help="Leave cells of CSV as they are, also those that a spreadsheet would run.")
@told_in_one_line
def export_command(kind: str, folder: str | None, form: TableForm, out: str, raw: bool) -> None:
    """Write everything of one kind as JSON Lines, CSV or Parquet."""
    from secondsource.archive.exporting import EXPORTS

    wanted = EXPORTS[cast("Kind", kind)]
    with opened(folder) as archive:
        write_pieces(out, FORMS[form].write(wanted.read(archive), columns_of(wanted.row), raw=raw))
