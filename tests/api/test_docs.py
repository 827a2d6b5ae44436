"""docs/api.md cannot rot: its Python runs, its addresses exist, its kinds are all there are."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.archive.desk import Desk
from secondsource.archive.exporting import EXPORTS
from secondsource.surfaces.api.routes import DESCRIPTION
from secondsource.surfaces.web.problems import BY_STATUS, KINDS

DOCS = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
RUNNABLE = re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL)


@pytest.mark.parametrize("code", RUNNABLE)
def test_examples_run(newsroom: Archive, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code.replace("archive/", str(newsroom.folder)), "docs/api.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out


def test_every_method_of_the_desk_is_named() -> None:
    methods = {name for name in vars(Desk) if not name.startswith("_")} - {"close"}
    named = set(re.findall(r"`(\w+)", DOCS))
    assert methods <= named


def test_every_address_is_named(api: TestClient) -> None:
    for path in api.get(DESCRIPTION).json()["paths"]:
        noun = path.removeprefix("/api/v1/").partition("/")[0]
        assert f"/{noun}" in DOCS, path
        assert path.rpartition("/")[2].partition(".")[0].strip("{}") in DOCS.replace("{id}", "{story} {report}"), path


def test_every_kind_and_code_is_named() -> None:
    for kind in EXPORTS:
        assert f"`{kind}`" in DOCS
    for code in {code for code, _ in BY_STATUS.values()} | {code for _, _, code, _ in KINDS}:
        assert f"`{code}`" in DOCS, code
