"""The one shape that every error of the API has."""

from typing_extensions import TypedDict

from secondsource.model.problems import Problem


class ErrorJson(TypedDict):
    """What went wrong: a code for programs, and words for a person."""

    code: str
    message: str
    what_to_do: str


class ProblemJson(TypedDict):
    """An answer that is an error."""

    error: ErrorJson


def problem_to_json(problem: Problem) -> ProblemJson:
    return {"error": {"code": problem.code, "message": problem.message, "what_to_do": problem.what_to_do}}
