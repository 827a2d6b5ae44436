"""robots.txt: rules read as RFC 9309 says, and quickly whatever stands in it."""

import time

import pytest

from secondsource.stages.ingest.robots import parse_robots


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: SecondSource\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", False),
        ("User-agent: SecondSource\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", True),
        ("User-agent: secondsource\n\nUser-agent: *\nDisallow: /b", "/b", False),
        ("User-agent: x\nUser-agent: *\nDisallow: /b", "/b", False),
        ("User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /b", "/b", True),
        ("User-agent: *\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", False),
        ("Disallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a/b/c", "/a/b/c", False),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a--b--c--", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a--c--b", True),
        ("User-agent: *\nDisallow: /a*a$", "/a", True),
        ("User-agent: *\nDisallow: *x", "/a?x=1", False),
        ("User-agent: *\nDisallow: /%7Ejoe", "/~joe/a", False),
        ("User-agent: *\nDisallow: /ä", "/%C3%A4", False),
        ("\ufeffuser-AGENT : *   # all\r\nDISALLOW : /a # no\r\n", "/a", False),
        ("<!doctype html><p>404", "/a", True),
    ],
)
def test_which_pages_may_be_fetched(text: str, path: str, allowed: bool) -> None:
    assert parse_robots(text, "secondsource").allows(path) is allowed


@pytest.mark.parametrize(
    ("value", "seconds"), [("3", 3), ("0.5", 0.5), ("x", 0), ("-1", 0), ("nan", 0), ("9" * 400, 0)]
)
def test_the_rest_it_asks_for(value: str, seconds: float) -> None:
    assert parse_robots(f"User-agent: *\nCrawl-delay: {value}", "secondsource").delay_seconds == seconds


def test_hostile_rules_take_no_time() -> None:
    rule = "Disallow: /" + "*a" * 900 + "b\n"
    text = "User-agent: *\n" + rule * 250
    start = time.process_time()
    assert parse_robots(text, "secondsource").allows("/" + "a" * 3_000)
    assert time.process_time() - start < 3
