"""`secondsource export`: everything of one kind in an archive, as a table."""

from typing import cast, get_args

import click

from secondsource.model.exports import ExportKind
from secondsource.surfaces.archives import archive_option, opened, told_in_one_line
from secondsource.surfaces.export.tables import FORMS, TableForm, columns_of
from secondsource.surfaces.files import STANDARD_STREAM, write_pieces

KINDS = get_args(ExportKind)


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

    wanted = EXPORTS[cast("ExportKind", kind)]
    with opened(folder) as archive:
        write_pieces(out, FORMS[form].write(wanted.read(archive), columns_of(wanted.row), raw=raw))
