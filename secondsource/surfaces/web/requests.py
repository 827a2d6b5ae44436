"""What routes take from the application that they run in."""

from typing import Annotated

from fastapi import Depends, Request

from secondsource.archive.archives import Archive


async def _archive_of(request: Request) -> Archive:
    archive: Archive = request.app.state.archive
    return archive


TheArchive = Annotated[Archive, Depends(_archive_of)]
"""A parameter of a route: the archive that it asks."""
