"""The description of the API is true: every operation has a schema and an example, and answers as it is described."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from jsonschema_rs import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from secondsource.surfaces.api.examples import load_examples
from secondsource.surfaces.api.routes import DESCRIPTION
from secondsource.surfaces.web.app import make_app
from tests.api.newsrooms import open_newsroom

MOST = 5
"""Requests made of each operation: the whole takes some 20 seconds."""

BOUNDED = settings(
    max_examples=MOST, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)

PROMISES = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    unsupported_method,
)


def _operations(api: TestClient) -> dict[str, tuple[str, str, dict[str, Any]]]:
    paths = api.get(DESCRIPTION).json()["paths"]
    return {
        operation["operationId"]: (method, path, operation)
        for path, operations in paths.items()
        for method, operation in operations.items()
    }


def test_every_operation_has_an_example_and_a_schema(api: TestClient) -> None:
    operations = _operations(api)
    assert operations.keys() == load_examples().keys()
    for method, path, operation in operations.values():
        assert operation["description"].strip(), path
        [told] = [answer for status, answer in operation["responses"].items() if status.startswith("2")]
        assert any("example" in one for one in told["content"].values()), path
        for one in told["content"].values():
            assert one["schema"], path
        for status in ("4XX", "5XX"):
            [shape] = operation["responses"][status]["content"].values()
            assert shape["schema"] == {"$ref": "#/components/schemas/ProblemJson"}, (method, path)


def test_examples_are_as_described(api: TestClient) -> None:
    description = api.get(DESCRIPTION).json()
    for name, (method, path, operation) in _operations(api).items():
        example = load_examples()[name]
        verb, _, address = example["asked"].partition(" ")
        assert verb.lower() == method
        assert re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)), urlsplit(address).path), address
        for answer in operation["responses"].values():
            for one in answer["content"].values():
                if "example" in one:
                    schema = {**one["schema"], "components": description["components"]}
                    Draft202012Validator(schema).validate(one["example"])


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The operations as schemathesis reads them, over an archive that may be changed."""
    with open_newsroom(tmp_path_factory.mktemp("description") / "archive") as archive:
        app = make_app(archive)
        description = schemathesis.openapi.from_asgi(DESCRIPTION, app, headers={"Host": "localhost"})
        found = [result.ok() for result in description.get_all_operations()]
        yield {operation.definition.raw["operationId"]: operation for operation in found}
        app.state.work.close()


@pytest.mark.parametrize("name", load_examples())
def test_answers_are_as_described(described: dict[str, Any], name: str) -> None:
    @settings(
        max_examples=MOST, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(described[name].as_strategy(GenerationMode.POSITIVE))
    def ask(case: Any) -> None:
        case.call_and_validate(base_url="http://localhost", checks=PROMISES)

    ask()


@pytest.mark.parametrize("name", ["list_stories", "search", "holding", "decide", "add_report", "undo", "export"])
def test_nonsense_is_refused(described: dict[str, Any], name: str) -> None:
    @settings(
        max_examples=MOST, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(described[name].as_strategy(GenerationMode.NEGATIVE))
    def ask(case: Any) -> None:
        case.call_and_validate(base_url="http://localhost", checks=(*PROMISES, negative_data_rejection))

    ask()
