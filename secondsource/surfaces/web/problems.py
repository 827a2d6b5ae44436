"""What goes wrong, as an answer: a page, or JSON under /api."""

from dataclasses import replace
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from secondsource.errors import ArchiveError, LimitError, MissingError, SecondsourceError, UsageError
from secondsource.model.problems import Problem
from secondsource.model.problems_codec import problem_to_json
from secondsource.surfaces.web.rendering import render

API = "/api/"
"""Where the addresses begin that answer in JSON."""

KINDS: tuple[tuple[type[SecondsourceError], int, str, str], ...] = (
    (MissingError, 404, "not_found", "look it up in the search, or among the stories"),
    (LimitError, 503, "too_costly", "ask for less"),
    (UsageError, 400, "cannot_be_asked", "change what you asked"),
    (ArchiveError, 503, "archive_trouble", "whoever runs the desk must act"),
    (SecondsourceError, 500, "trouble", "whoever runs the desk must act"),
)
"""Status, code and advice of what goes wrong on purpose; the first that fits."""

BY_STATUS = {
    400: ("cannot_be_asked", "change what you asked"),
    401: ("no_token", "send the token of this desk as `Authorization: Bearer`"),
    403: ("forbidden", "start from a page of this desk"),
    404: ("not_found", "look it up in the search, or among the stories"),
    405: ("wrong_method", "ask in the way that the description of the API names"),
    408: ("too_slow", "send it again"),
    413: ("too_large", "send less"),
    421: ("wrong_host", "call the desk by its own name"),
    422: ("cannot_be_asked", "change what you asked"),
    429: ("too_often", "wait a little"),
    503: ("too_busy", "ask again in a moment"),
}
"""Code and advice of an answer that has only a status."""

CRASHED = Problem(
    500, "trouble", "The desk could not answer this, by a fault of its own.", "try again; if it stays, report it"
)


def handle_problems(app: FastAPI) -> None:
    """Have the application answer with what goes wrong in its routes."""

    @app.exception_handler(SecondsourceError)
    def told(request: Request, error: SecondsourceError) -> Response:
        return to_answer(request.url.path, problem_of(error))

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        answer = to_answer(request.url.path, problem_of_status(error.status_code, str(error.detail)))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(RequestValidationError)
    def unfit(request: Request, error: RequestValidationError) -> Response:
        return to_answer(request.url.path, problem_of_status(422, _say_unfit(error)))


def problem_of(error: SecondsourceError) -> Problem:
    """What an error of the program is, told to whoever asked over the web."""
    _, status, code, advice = next(row for row in KINDS if isinstance(error, row[0]))
    told, _, to_do = str(error).partition("; ")
    return Problem(status, code, _sentence(told), to_do or advice)


def problem_of_status(status: int, message: str = "") -> Problem:
    """What an answer with only a status and perhaps a few words is."""
    code, advice = BY_STATUS.get(status, ("trouble", "try again"))
    return Problem(status, code, _sentence(message or HTTPStatus(status).phrase), advice)


def to_answer(path: str, problem: Problem) -> Response:
    """A problem as the answer to a request for this path."""
    if path.startswith(API):
        return JSONResponse(problem_to_json(problem), problem.status)
    if problem.status == 404:  # what lists it for a program, or on a terminal, is no advice to a reader
        problem = replace(problem, what_to_do=BY_STATUS[404][1])
    return render("problem.html", status=problem.status, problem=problem, code=problem.status)


def _say_unfit(error: RequestValidationError) -> str:
    """Which part of a request does not fit, and why; never its value, which may be a whole text."""
    told = [
        f"{'.'.join(str(part) for part in one['loc'][1:]) or 'the request'}: {one['msg']}" for one in error.errors()
    ]
    return "; ".join(told[:5])


def _sentence(words: str) -> str:
    """The same with a capital at its head and a full stop."""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?', '!')) else '.'}"
