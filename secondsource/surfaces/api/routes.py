"""All routes of the API, and its description in OpenAPI."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from secondsource import __version__
from secondsource.model.problems_codec import ProblemJson
from secondsource.surfaces.api import decisions, disputes, exports, outlets, reports, searches, speakers, stories
from secondsource.surfaces.api.examples import show_example

PREFIX = "/api/v1"
DESCRIPTION = f"{PREFIX}/openapi.json"

ABOUT = """Many news reports of one event, one sourced account: who copied whom, on how many independent sources a
statement rests, what agrees, differs, is denied, cannot be. Offsets are half-open character offsets into a report's
`text`; instants are ISO 8601 in UTC. Every error has the one shape `{"error": {"code", "message", "what_to_do"}}`."""

PROBLEMS: Mapping[int | str, dict[str, Any]] = {
    "4XX": {"model": ProblemJson, "description": "It cannot be answered as it was asked."},
    "5XX": {"model": ProblemJson, "description": "The archive or the desk cannot answer."},
}


def name_of(route: APIRoute) -> str:
    """What an operation is called in the description: its function's name."""
    return route.name


router = APIRouter(prefix=PREFIX, responses={**PROBLEMS}, generate_unique_id_function=name_of)
for of_nouns in (stories, reports, searches, disputes, speakers, outlets, decisions, exports):
    router.include_router(of_nouns.router)


def describe(app: FastAPI) -> None:
    """Have the application tell what its API is, each operation with an example."""
    app.title, app.version, app.description = "secondsource", __version__, ABOUT
    tell = app.openapi

    @cache
    def told() -> dict[str, Any]:
        description = tell()
        for path, operations in description["paths"].items():
            for operation in operations.values():
                show_example(operation, path)
        return description

    app.openapi = told  # type: ignore[method-assign]
