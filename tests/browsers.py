"""A real browser for tests of pages: Debian's chromium.

Without one the tests are skipped, which `make test` reports, and fail where CI is set.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, WIDE = {"width": 390, "height": 844}, {"width": 1440, "height": 1000}


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser, closed at the end."""
    if not CHROMIUM:
        said = "NO PAGE WAS TESTED IN A BROWSER: no chromium is installed (on Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(said)
        pytest.skip(said)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield running
        running.close()


def find_barriers(page: Page) -> list[tuple[str, str]]:
    """What axe finds serious or worse on the page: the rule, and the first element that breaks it."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]


def reaches_sideways(page: Page) -> bool:
    """Whether the page is wider than the window."""
    wider: bool = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return wider
