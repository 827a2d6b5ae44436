"""What reading saved pages reached on pages written for the project; a floor may only rise."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from secondsource.model.reports import Document, Given, Report
from secondsource.stages.clean.reports import clean

PAGES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pages/pages.toml").read_text(encoding="utf-8"))[
    "page"
]


def compare(page: dict[str, Any]) -> list[str]:
    """What was read otherwise than a reader would."""
    report = clean(Document(page["name"], page["html"].encode(), "html", Given(url=page["url"])))
    if not isinstance(report, Report):
        return [f"{page['name']}: {report.reason}"]
    text = " ".join(report.text.split())
    read = {
        "title": report.title,
        "authors": list(report.authors),
        "day": report.published_on,
        "outlet": report.outlet,
        "agencies": list(report.agencies),
        "shape": report.shape,
        "syndication": [credit.value for credit in report.credits if credit.field == "syndication"],
    }
    wanted = {"shape": "article", "syndication": []} | {key: page[key] for key in read if key in page}
    errors = [f"{page['name']}: {key} {read[key]!r}, not {wanted[key]!r}" for key in read if read[key] != wanted[key]]
    errors += [f"{page['name']}: eaten: {words}" for words in page["own"] if words not in text]
    return errors + [f"{page['name']}: left: {words}" for words in page["furniture"] if words in text]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_page_is_read_as_a_reader_would(page: dict[str, Any]) -> None:
    assert compare(page) == []
