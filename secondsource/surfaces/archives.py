"""The option --archive, and the archive it names, for every command that keeps or looks up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from secondsource.errors import SecondsourceError
from secondsource.surfaces.settings import settings_in_force

if TYPE_CHECKING:
    from secondsource.archive.archives import Archive

archive_option = click.option(
    "--archive", "folder", metavar="FOLDER", help="The archive; by default the one that the settings name."
)


@contextmanager
def opened(folder: str | None, *, make: bool = False, lost: bool = False) -> Iterator["Archive"]:
    """The archive in `folder`, or that of the settings; closed at the end; `make` and `lost` as there.

    Raises ArchiveError and UsageError.
    """
    from secondsource.archive.archives import Archive

    with Archive(Path(folder) if folder else None, settings_in_force(), make=make, lost=lost) as archive:
        yield archive


def told_in_one_line(function: Callable[..., None]) -> Callable[..., None]:
    """The same, with what goes wrong told in one line and by the exit code."""

    @wraps(function)
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            function(*args, **kwargs)
        except SecondsourceError as error:
            raise click.ClickException(str(error)) from error

    return guarded
