"""What does this rest on? A text is pasted or uploaded, and answered beside what the archive knows."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Form, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from secondsource.model.jobs import Task
from secondsource.surfaces.web.jobs import render_job, take
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.rests import show
from secondsource.surfaces.web.work import TheWork

WAIT_SECONDS = 4.0
"""How long a browser waits for the answer itself before it is shown how far the work is."""

router = APIRouter()


@router.get("/ask")
def ask_form(work: TheWork) -> HTMLResponse:
    work.warm()
    return render("ask.html", here="/ask", jobs=work.list()[:5])


@router.post("/ask")
def ask(work: TheWork, text: Annotated[str, Form()] = "", file: UploadFile | None = None) -> Response:
    handed = take(text, file)
    job = work.start(Task("ask", f"What does {handed.name} rest on?", handed))
    return RedirectResponse(f"/ask/{job.id}", 303)


@router.get("/ask/{job}")
async def answer(work: TheWork, job: str) -> HTMLResponse:
    left = WAIT_SECONDS
    while not work.find(job).is_over and left > 0:
        await asyncio.sleep(0.05)
        left -= 0.05
    found = work.find(job)
    if not found.rest:
        return render_job(found)
    shown = show(found.rest)
    return render("rest.html", here="/ask", job=found, rest=found.rest, shown=shown)
