from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.surfaces.web.app import make_app
from tests.api.newsrooms import open_newsroom


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Nobody may change it."""
    with open_newsroom(tmp_path_factory.mktemp("api") / "archive") as archive:
        yield archive


@pytest.fixture(scope="session")
def api(newsroom: Archive) -> TestClient:
    return TestClient(make_app(newsroom), base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[Archive]:
    with open_newsroom(tmp_path / "archive") as archive:
        yield archive


@pytest.fixture
def writer(writable: Archive) -> Iterator[TestClient]:
    with TestClient(make_app(writable), base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client
