"""The application: the routes of the pages and of the API over one archive."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from fastapi import FastAPI

from secondsource.archive.archives import Archive
from secondsource.surfaces.api import feeds, routes
from secondsource.surfaces.api.conditions import Conditions
from secondsource.surfaces.web import (
    ask,
    assets,
    deciding,
    doors,
    jobs,
    outlets,
    reading,
    search,
    speakers,
    stories,
    today,
)
from secondsource.surfaces.web.access import Access
from secondsource.surfaces.web.comparing import Comparisons
from secondsource.surfaces.web.envelopes import Envelope
from secondsource.surfaces.web.guards import Guards
from secondsource.surfaces.web.kept import Kept
from secondsource.surfaces.web.problems import handle_problems
from secondsource.surfaces.web.sessions import Sessions
from secondsource.surfaces.web.work import Work
from secondsource.text.wordings import find_differences

THREADS = 12
"""Requests answered at once, the others wait: more take no less time, and a connection of the database each."""


def make_app(archive: Archive, access: Access = Access()) -> FastAPI:  # noqa: B008  frozen
    """What a server runs. The archive stays the caller's to close; its questions are limited in time."""
    app = FastAPI(openapi_url=routes.DESCRIPTION, docs_url=None, redoc_url=None, lifespan=_open)
    archive.database.limit_seconds = archive.settings.serve.query_seconds
    app.state.archive = archive
    app.state.kept = Kept()
    app.state.sessions = Sessions(access.token)
    app.state.work = Work(archive)
    app.state.comparisons = Comparisons(app.state.work)
    for pages in (ask, assets, deciding, doors, jobs, outlets, reading, search, speakers, stories, today):
        app.include_router(pages.router, include_in_schema=False)
    app.include_router(feeds.router)
    app.include_router(routes.router)
    routes.describe(app)
    handle_problems(app)
    app.add_middleware(Conditions)
    app.add_middleware(
        Guards, access=access, sessions=app.state.sessions, most_upload=archive.settings.ingest.max_bytes
    )
    app.add_middleware(Envelope)  # the last one added is the outermost
    return app


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    """While the desk is open: so many requests are answered at once, and long work ends with it."""
    from anyio.to_thread import current_default_thread_limiter

    current_default_thread_limiter().total_tokens = THREADS
    Thread(target=warm_up, name="warming up", daemon=True).start()
    try:
        yield
    finally:
        app.state.work.close()


def warm_up() -> None:
    """Load what the first reader of wordings would otherwise wait for: words that are near, and what words mean."""
    find_differences("They promised to mend the old bridge", "They agreed to repair the old bridge")
