"""The first page: stories by day."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from secondsource.store.stories import load_stories
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.requests import TheArchive

MOST = 50
"""Stories on a page; a choice."""

router = APIRouter()


@router.get("/")
def today(archive: TheArchive) -> HTMLResponse:
    with archive.database.reading() as connection:
        listed = load_stories(connection, MOST)
    return render("today.html", stories=listed)
