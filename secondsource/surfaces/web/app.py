"""The application: the routes of the pages and of the API over one archive."""

from fastapi import FastAPI

from secondsource.archive.archives import Archive
from secondsource.surfaces.web import assets, today
from secondsource.surfaces.web.access import Access


def make_app(archive: Archive, access: Access = Access()) -> FastAPI:  # noqa: B008  frozen
    """What a server runs. The archive stays the caller's to close."""
    app = FastAPI(title="secondsource", docs_url=None, redoc_url=None)
    app.state.archive = archive
    app.state.access = access
    for pages in (assets, today):
        app.include_router(pages.router, include_in_schema=False)
    return app
