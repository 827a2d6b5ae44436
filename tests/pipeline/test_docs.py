"""Docs that cannot rot: every stage, door, command and option is described, and what is described exists."""

import importlib
import pkgutil
import re
from pathlib import Path

import click
import pytest

import secondsource.stages
from secondsource.surfaces.cli import main
from secondsource.surfaces.settings import OPTION

PROJECT = Path(__file__).parents[2]
ARCHITECTURE = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
CONTRACT = (PROJECT / "docs" / "contract.md").read_text(encoding="utf-8")
DOORS = re.findall(r"`(stages/\w+/\w+)\.py: (\w+)\(", ARCHITECTURE)


def test_every_stage_is_described() -> None:
    stages = {module.name for module in pkgutil.iter_modules(secondsource.stages.__path__)}
    assert {path.split("/")[1] for path, _ in DOORS} == stages


@pytest.mark.parametrize(("path", "door"), DOORS)
def test_every_door_exists(path: str, door: str) -> None:
    module = importlib.import_module("secondsource." + path.replace("/", "."))
    assert callable(getattr(module, door))


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_is_in_the_contract(name: str) -> None:
    [heading] = re.findall(rf"^## `secondsource {name} .*`$", CONTRACT, re.MULTILINE)
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option):
            for option in parameter.opts:
                assert option in heading or option == OPTION


def test_the_option_of_all_commands_is_in_the_contract() -> None:
    assert f"Every command takes `{OPTION} FILE`" in CONTRACT
