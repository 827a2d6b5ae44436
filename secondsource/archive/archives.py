"""An archive that is open: its bytes, its log, its database, and the knobs in force."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from secondsource.archive.recent import Recent
from secondsource.errors import ArchiveError
from secondsource.settings import Settings
from secondsource.store.contents import Contents
from secondsource.store.database import NAME, Database
from secondsource.store.log import NAME as LOG
from secondsource.store.log import Log


def utc_now() -> str:
    """This instant (ISO 8601, UTC), to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Archive:
    """A folder in which reports and stories are kept. Close it, or use it in a `with` block.

    What cannot be derived goes into `contents` (the bytes of documents) and `log` (where each came from; decisions),
    within the transaction of `database` that stores what is derived from it, and before that is committed.
    """

    def __init__(
        self,
        folder: Path | None = None,
        settings: Settings | None = None,
        *,
        make: bool = False,
        lost: bool = False,
        now: Callable[[], str] = utc_now,
    ) -> None:
        """Open the archive in `folder`, or the one that the settings name; with `make`, make it if it isn't there; with
        `lost`, make an empty database where only bytes and log are left, to be rebuilt.

        Raises ArchiveError when there is none, when it is another program's or a newer one's, or cannot be opened.
        """
        self.settings = settings or Settings()
        self.folder = folder or self.settings.archive.place
        self.now = now
        if make:
            _make(self.folder)
        elif not (self.folder / NAME).is_file() and not (lost and (self.folder / LOG).is_file()):
            raise ArchiveError(_say_missing(self.folder))
        self.contents = Contents(self.folder)
        self.log = Log(self.folder)
        self.database = Database(self.folder)
        self.recent = Recent()

    def close(self) -> None:
        """Let go of its files."""
        self.database.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _say_missing(folder: Path) -> str:
    if (folder / LOG).is_file():
        return f"the database of the archive in {folder} is gone: `secondsource rebuild` makes it again"
    return f"there is no archive in {folder}: `secondsource add` makes one"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / LOG).touch()
    except OSError as error:
        raise ArchiveError(f"cannot make the folder {folder}: {error.strerror}; name another with --archive") from error
