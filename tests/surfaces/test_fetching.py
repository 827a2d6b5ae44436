"""`secondsource fetch` and --fetch as a user runs them, against a server on loopback."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from secondsource.model.reports import Document, Report
from secondsource.stages.clean.reports import clean
from secondsource.stages.ingest.documents import ingest
from secondsource.surfaces.cli import main
from tests.ingest.servers import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def secondsource(*arguments: str) -> Result:
    """The command run in this process: starting one takes longer than the fetching."""
    return CliRunner().invoke(main, arguments)


def fetch(site: Site, into: Path, *paths: str, allow: bool = True) -> Result:
    allowing = ["--allow-host", "127.0.0.1"] if allow else []
    return secondsource("fetch", *(site.url + path for path in paths), "--into", str(into), *allowing)


def test_pages_are_kept_as_archives_and_read_with_address_and_instant(site: Site, tmp_path: Path) -> None:
    into = tmp_path / "new" / "pages"
    done = fetch(site, into, "/latin")
    assert done.exit_code == 0
    assert done.stderr == ""
    [file] = into.iterdir()
    assert done.stdout.startswith(f"kept  {site.url}/latin  {into}")
    assert file.name.startswith("127-0-0-1-")
    stored = gzip.decompress(file.read_bytes()).decode("latin-1")
    assert stored.startswith("WARC/1.1\r\nWARC-Type: response\r\n")
    [document] = ingest([str(into)])
    assert isinstance(document, Document)
    report = clean(document)
    assert isinstance(report, Report)
    assert report.url == f"{site.url}/latin"
    assert f"WARC-Date: {report.fetched_at}\r\n" in stored
    assert "Skärrow" in report.text


def test_a_page_is_fetched_again_only_when_it_has_changed_and_the_earlier_one_is_kept(
    site: Site, tmp_path: Path
) -> None:
    assert fetch(site, tmp_path, "/marked").stdout.startswith("kept")
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    assert fetch(site, tmp_path, "/marked").stdout.startswith("not changed")
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before
    site.version = 2
    assert fetch(site, tmp_path, "/marked").stdout.startswith("changed")
    assert fetch(site, tmp_path, "/marked").stdout.startswith("not changed")
    assert len(list(tmp_path.iterdir())) == 2
    assert all(file.read_bytes() == content for file, content in before.items())
    asked = [fields.get("If-None-Match") for path, _, fields in site.asked if path == "/marked"]
    assert asked == [None, '"v1"', '"v1"', '"v2"']


def test_a_page_without_marks_is_compared(site: Site, tmp_path: Path) -> None:
    assert fetch(site, tmp_path, "/unmarked").stdout.startswith("kept")
    assert fetch(site, tmp_path, "/unmarked").stdout.startswith("not changed")
    assert len(list(tmp_path.iterdir())) == 1


def test_refusals_are_listed_and_the_rest_is_kept(site: Site, tmp_path: Path) -> None:
    done = fetch(site, tmp_path, "/gone", "/picture", "/page", "/page")
    assert done.exit_code == 0
    assert len(list(tmp_path.iterdir())) == 1
    told = done.stderr.splitlines()
    assert len(told) == 3
    assert all(line.startswith(f"not fetched  {site.url}/") for line in told)
    assert "status 404" in told[0]
    assert "not a page" in told[1]
    assert "given twice" in told[2]
    strict = secondsource("fetch", f"{site.url}/gone", "--into", str(tmp_path), "--allow-host", "127.0.0.1", "--strict")
    assert strict.exit_code == 1


@pytest.mark.parametrize("address", ["ftp://example.org/a.html", "file:///tmp/a.html"])
def test_addresses_that_are_not_on_the_web_are_refused_and_nothing_fetched_ends_with_1(
    address: str, tmp_path: Path
) -> None:
    done = secondsource("fetch", address, "--into", str(tmp_path))
    assert done.exit_code == 1
    assert f"not fetched  {address}: not on the web (only http:// and https:// addresses are fetched)" in done.stderr


def test_a_private_host_is_refused_with_the_switch_that_allows_it(site: Site, tmp_path: Path) -> None:
    done = fetch(site, tmp_path, "/page", allow=False)
    assert "--allow-host 127.0.0.1" in done.stderr
    assert site.asked == []
    assert list(tmp_path.iterdir()) == []


def test_cookies_are_not_kept(site: Site, tmp_path: Path) -> None:
    fetch(site, tmp_path, "/cookie")
    [file] = tmp_path.iterdir()
    assert b"who=you" not in gzip.decompress(file.read_bytes())


def test_nothing_given_or_nowhere_to_write_is_one_clear_line(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for done in (secondsource("fetch", "--into", str(tmp_path)), fetch(site, tmp_path / "file" / "folder", "/page")):
        assert done.exit_code == 1
        assert len(done.stderr.strip().splitlines()) == 1


def test_reading_takes_addresses_with_fetch_and_only_then(site: Site) -> None:
    without = secondsource("read", f"{site.url}/page")
    assert without.exit_code == 1
    assert "add --fetch" in without.stderr
    assert site.asked == []
    done = secondsource("read", f"{site.url}/page", "--fetch", "--allow-host", "127.0.0.1")
    report = json.loads(done.stdout)["report"]
    assert report["place"] == report["url"] == f"{site.url}/page"
    assert report["fetched_at"].endswith("Z")
