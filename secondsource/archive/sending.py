"""What is sent to an archive from elsewhere, as bytes under a name: a text, a page, a file."""

from hashlib import sha256
from itertools import islice
from pathlib import PurePosixPath
from threading import Lock

from secondsource.archive.adding import add_documents
from secondsource.archive.archives import Archive
from secondsource.engines.local import Local
from secondsource.errors import LimitError
from secondsource.model.reports import Addition, Rejection
from secondsource.stages.ingest.budgets import Budget
from secondsource.stages.ingest.contents import open_content
from secondsource.stages.ingest.kinds import kind_of

MOST = 50
"""Reports in what is sent at once: they are read while the sender waits, each in well under a second."""

_reading = Lock()
"""The parser reads one report at a time, whoever sends them."""


def send(archive: Archive, name: str, content: bytes) -> list[Addition | Rejection]:
    """Take what is sent under this name into the archive; what each document in it became.

    Its place is "sent", a digest of the bytes and the name: two texts without an address are no versions of each other.
    Raises LimitError when there are too many documents in it, and stores none of them then.
    """
    bare = PurePosixPath(name.replace("\\", "/")).name or "text"
    place = f"sent/{sha256(content).hexdigest()[:16]}/{bare}"
    budget = Budget(archive.settings.ingest)
    found = list(islice(open_content(place, content, kind_of(PurePosixPath(bare)), budget), MOST + 1))
    if len(found) > MOST:
        raise LimitError(f"there are more than {MOST} reports in it; `secondsource add` takes any number")
    with _reading:
        return list(add_documents(archive, found, Local(workers=0)))
