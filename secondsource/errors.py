"""What can go wrong, told to the one who has to act.

SecondsourceError
├── UsageError      whoever typed the command must give something else
│   ├── MissingError    … the name of something that is there
│   ├── QueryError      … a query that makes sense
│   └── LimitError      … something that costs less
├── OutputError     whoever owns the target must make room or grant access
├── ArchiveError    whoever owns the archive must make room, grant access, restore or rebuild it
└── InstallError    whoever installed the program must repair it

A document that cannot be read is none of these: it is a `Rejection`, listed beside the reports.
"""


class SecondsourceError(Exception):
    """Root of every error that `secondsource` raises on purpose."""


class UsageError(SecondsourceError):
    """The command or call cannot be carried out as given; the message says what to give instead."""


class MissingError(UsageError):
    """What was asked for is not there; the message says where to find what is."""


class LimitError(UsageError):
    """What was asked for costs more than is allowed here; the message names the limit and what to ask instead."""


class QueryError(UsageError):
    """A query makes no sense: `why`, at character `place` of it, counted from 0."""

    def __init__(self, place: int, why: str, allowed: str) -> None:
        super().__init__(f"the query, at character {place + 1}: {why} ({allowed})")
        self.place = place
        self.why = why


class OutputError(SecondsourceError):
    """The result cannot be written where it was asked for."""


class ArchiveError(SecondsourceError):
    """The archive cannot be opened, read or written; the message says what is wrong with it and what to do."""


class InstallError(SecondsourceError):
    """A part that comes with the program is missing or damaged."""
