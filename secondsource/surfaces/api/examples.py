"""Examples in the description of the API: what was asked of the archive of examples/harbour, and what it answered."""

import re
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec

Json = dict[str, Any]


@cache
def load_examples() -> dict[str, Json]:
    """By the name of the operation: the request line, what was sent, the answer (shortened) and its media type."""
    examples: dict[str, Json] = msgspec.json.decode((files(__package__) / "examples.json").read_bytes())
    return examples


def show_example(operation: Json, path: str) -> None:
    """Put the example of an operation into its description. Raises KeyError when it has none."""
    example = load_examples()[operation["operationId"]]
    operation["description"] = f"{operation['description']}\n\nExample: `{example['asked']}`"
    asked = urlsplit(example["asked"].partition(" ")[2])
    values = _path_values(path, asked.path) | {name: given[0] for name, given in parse_qs(asked.query).items()}
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in values:
            parameter["example"] = _typed(values[parameter["name"]], parameter["schema"])
    if "sent" in example:
        operation["requestBody"]["content"]["application/json"]["example"] = example["sent"]
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            answer["content"][example["media_type"]]["example"] = example["answer"]


def _path_values(path: str, asked: str) -> dict[str, str]:
    """What stands in a path for each of its parameters."""
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(path))
    found = re.fullmatch(pattern, asked)
    return {name: unquote(value) for name, value in found.groupdict().items()} if found else {}


def _typed(value: str, schema: Json) -> object:
    if schema.get("type") == "array":
        return [value]
    return int(value) if schema.get("type") == "integer" else value
