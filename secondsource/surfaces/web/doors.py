"""The page that asks for the token, and the way out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.sessions import COOKIE, SESSION_SECONDS, Sessions

LONGEST_TOKEN = 1_000

router = APIRouter()


@router.get("/enter")
def ask_token(to: str = "/") -> Response:
    return render("enter.html", to=_local(to), trouble="")


@router.post("/enter")
def enter(
    request: Request, token: Annotated[str, Form(max_length=LONGEST_TOKEN)] = "", to: Annotated[str, Form()] = "/"
) -> Response:
    sessions: Sessions = request.app.state.sessions
    if not sessions.is_asked:
        return RedirectResponse("/", 303)
    if wait := sessions.wait_of(request):
        trouble = f"Too many wrong tokens: wait {wait} seconds."
        answer: Response = render("enter.html", status=429, to=_local(to), trouble=trouble)
        answer.headers["Retry-After"] = str(wait)
        return answer
    if not sessions.is_token(token.strip(), request):
        return render("enter.html", status=403, to=_local(to), trouble="That is not the token of this desk.")
    answer = RedirectResponse(_local(to), 303)
    answer.set_cookie(COOKIE, sessions.begin(), max_age=SESSION_SECONDS, httponly=True, samesite="strict")
    return answer


@router.post("/leave")
def leave(request: Request) -> Response:
    request.app.state.sessions.end(request)
    answer = RedirectResponse("/enter", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _local(to: str) -> str:
    """The page to go on to, if it is one of this desk; else the first one."""
    is_local = to.startswith("/") and not to.startswith("//") and "\\" not in to and to.isprintable()
    return to if is_local else "/"
