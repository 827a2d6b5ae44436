"""The knobs one by one: what each is called, which values it takes, and what it means."""

import ast
import inspect
from dataclasses import Field, dataclass, fields
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any, cast

from secondsource.settings import Settings

PREFIX = "SECONDSOURCE_"
"""What every environment variable of the program begins with."""

Value = bool | int | float | str | Path | tuple[str, ...] | tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class Knob:
    """One setting: the stage it belongs to, its name there, its type, and the value it has unless told otherwise.

    `least` is the least number that it takes: 0, or what its field's metadata says; None where its own is below.
    """

    stage: str
    name: str
    kind: Any
    default: Value
    least: float | None = 0

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"{PREFIX}{self.stage}_{self.name}".upper()


@cache
def find_knobs() -> tuple[Knob, ...]:
    """Every knob, stage after stage, in the order in which they are written down."""
    settings = Settings()
    return tuple(
        _to_knob(stage.name, field, getattr(getattr(settings, stage.name), field.name))
        for stage in fields(Settings)
        for field in fields(getattr(settings, stage.name))
    )


def _to_knob(stage: str, field: Field[Any], default: Value) -> Knob:
    sinks = isinstance(default, (int, float)) and default < 0
    return Knob(stage, field.name, field.type, default, None if sinks else field.metadata.get("least", 0))


def meaning_of(knob: Knob) -> str:
    """What a knob is for, in the words written under it; empty where the program came without its source."""
    return _meanings(knob.stage).get(knob.name, "")


@cache
def _meanings(stage: str) -> dict[str, str]:
    """The words under each field of a stage; several fields in a row that share theirs have the same."""
    try:
        tree = ast.parse(dedent(inspect.getsource(type(getattr(Settings(), stage)))))
    except (OSError, TypeError):
        return {}
    meanings: dict[str, str] = {}
    waiting: list[str] = []
    for node in cast("ast.ClassDef", tree.body[0]).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            waiting.append(node.target.id)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            meanings |= dict.fromkeys(waiting, " ".join(str(node.value.value).split()))
            waiting = []
    return meanings
