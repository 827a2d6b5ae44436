from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive.adding import add
from secondsource.archive.archives import Archive
from secondsource.archive.judging import judge_changed
from secondsource.surfaces.web.app import make_app

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour" / "reports"


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive that holds the example, judged; nobody may change it."""
    with Archive(tmp_path_factory.mktemp("desk") / "archive", make=True) as archive:
        list(add(archive, [str(EXAMPLE)]))
        list(judge_changed(archive))
        yield archive


@pytest.fixture(scope="session")
def desk(kept: Archive) -> TestClient:
    """Somebody who reads the desk of that archive."""
    return TestClient(make_app(kept), base_url="http://localhost", headers={"Sec-Fetch-Site": "same-origin"})
