"""What pages load: from here alone, under names that change with the content."""

import re
from hashlib import sha256
from importlib.resources import files

from fastapi.testclient import TestClient


def test_htmx_is_the_file_that_its_card_names() -> None:
    folder = files("secondsource.surfaces") / "static" / "htmx"
    card = (folder / "README.md").read_text("utf-8")
    assert sha256((folder / "htmx.min.js").read_bytes()).hexdigest() in card


def test_a_page_names_one_style_sheet_one_icon_and_one_script(desk: TestClient) -> None:
    addresses = re.findall(r'(?:href|src)="(/assets/[^"]+)"', desk.get("/").text)
    assert [address[-3:] for address in addresses] == ["css", "svg", ".js"]
    for address in addresses:
        answer = desk.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]


def test_what_is_no_asset_is_not_found(desk: TestClient) -> None:
    assert desk.get("/assets/../pyproject.toml").status_code == 404
    assert desk.get("/assets/other.css").status_code == 404
