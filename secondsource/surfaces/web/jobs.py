"""Long work: what was handed in or fetched to be added, and how far it is."""

from pathlib import PurePosixPath
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from secondsource.errors import UsageError
from secondsource.model.jobs import Handed, Job, Task
from secondsource.model.jobs_codec import job_to_json
from secondsource.stages.ingest.addresses import is_url
from secondsource.surfaces.terminal import DOING, printable
from secondsource.surfaces.web.errands import PASTED
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.work import TheWork

LONGEST_NAME = 120
LONGEST_ADDRESS = 2_000

Pasted = Annotated[str, Form()]

router = APIRouter()


@router.get("/work")
def list_work(request: Request, work: TheWork) -> Response:
    if wants_json(request):
        return JSONResponse({"work": [job_to_json(one) for one in work.list()]})
    return render("work.html", here="/ask", jobs=work.list())


@router.post("/work")
def add(work: TheWork, text: Pasted = "", file: UploadFile | None = None) -> Response:
    handed = take(text, file)
    return _go_to(work.start(Task("add", f"Add {handed.name}", handed)))


@router.post("/work/fetch")
def fetch(work: TheWork, address: Annotated[str, Form(max_length=LONGEST_ADDRESS)] = "") -> Response:
    given = address.strip()
    if not is_url(given):
        raise UsageError("that is no address on the web; give one that begins with https://")
    return _go_to(work.start(Task("fetch", f"Fetch {printable(given)}", address=given)))


@router.get("/work/{job}")
def show_work(request: Request, work: TheWork, job: str) -> Response:
    found = work.find(job)
    if wants_json(request):
        return JSONResponse(job_to_json(found))
    if found.is_over and found.rest:
        if request.headers.get("hx-request"):
            return Response(headers={"HX-Redirect": f"/ask/{found.id}"})
        return RedirectResponse(f"/ask/{found.id}", 303)
    return render_job(found)


@router.post("/work/{job}/stop")
def stop(work: TheWork, job: str) -> Response:
    return _go_to(work.stop(job))


@router.post("/work/{job}/keep")
def keep(work: TheWork, job: str) -> Response:
    """Add what somebody asked about."""
    handed = work.find(job).task.handed
    if handed is None:
        raise UsageError("this text is no longer at hand; paste or upload it again")
    return _go_to(work.start(Task("add", f"Add {handed.name}", handed)))


def take(text: str, file: UploadFile | None) -> Handed:
    """What was pasted or uploaded. Raises UsageError when it was nothing."""
    if file is not None and file.filename:
        name = printable(PurePosixPath(file.filename.replace("\\", "/")).name)[-LONGEST_NAME:] or "upload"
        content = file.file.read()
        if content:
            return Handed(name, content, is_pasted=False)
    if not text.strip():
        raise UsageError("nothing was given; paste a text or choose a file")
    return Handed(PASTED, text.encode("utf-8", "replace"), is_pasted=True)


def wants_json(request: Request) -> bool:
    """Whether a program asks, which has the same as the page shows, as JSON."""
    return request.headers.get("accept", "").startswith("application/json")


def render_job(job: Job) -> HTMLResponse:
    doing = DOING.get(job.step.stage, job.step.stage) if job.step else ""
    return render("job.html", here="/ask", job=job, doing=doing)


def _go_to(job: Job) -> Response:
    return RedirectResponse(f"/work/{job.id}", 303)
