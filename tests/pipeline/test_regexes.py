"""Every regular expression in the package takes time in proportion to what it reads, whatever is written there.

Each compiled pattern is found by walking the modules, fed with text made to be bad for it (its own letters and words,
and what page, paste and mail are made of, again and again), and timed. What grows with the square is out of bounds on
some thousand characters already; gate/test_regexes.py grows the slowest text to a megabyte.
"""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import secondsource

READS_BYTES = ("stages.ingest.", "stages.clean.decoding", "stages.clean.pdf")
"""Modules that meet files as they come, before anything is cut to lines or bounded; gate/test_regexes.py takes all."""

PUMPS = (
    "a",
    "A",
    "1",
    " ",
    "\n",
    "-",
    "'",
    "(",
    "<",
    "a ",
    "Aa ",
    "1 ",
    "1,",
    "a.",
    "A.",
    '" ',
    "“a",
    "a\n",
    "http://",
    "a@",
)
SHORT = (16, 32, 128, 1_024)
"""Characters that every text is tried with; from the smallest, so that what grows without bounds shows early."""

GROWN = 16_384
"""Characters of the texts that took longest or grew fastest."""

MOST_GROWN = 3
LONGEST = 1.0
"""Seconds of the processor for that many; linear patterns take a tenth of it at most, quadratic ones two and more."""

MOST_WORDS = 6


def patterns_of(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, list | tuple) and depth < 3:
        for one in value:
            yield from patterns_of(one, depth + 1)
    elif isinstance(value, dict) and depth < 3:
        for one in value.values():
            yield from patterns_of(one, depth + 1)


SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(secondsource.__path__[0]).rglob("*.py")))
SEEKING = r"(?:search|finditer|findall|sub|subn|split|scanner)\b"
ANCHORED: set[re.Pattern[Any]] = set()
"""Patterns that are only ever held against the beginning of a text."""


def find_patterns() -> dict[str, list[re.Pattern[Any]]]:
    found: dict[str, list[re.Pattern[Any]]] = {}
    seen: set[tuple[Any, int]] = set()
    for info in pkgutil.walk_packages(secondsource.__path__, "secondsource."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        own = Path(str(module.__file__)).read_text(encoding="utf-8")
        for name, value in vars(module).items():
            for pattern in patterns_of(value):
                if isinstance(value, re.Pattern) and not re.search(
                    rf"\b{name}\.{SEEKING}", own if name.startswith("_") else SOURCES
                ):
                    ANCHORED.add(pattern)
                if (pattern.pattern, pattern.flags) not in seen:
                    seen.add((pattern.pattern, pattern.flags))
                    found.setdefault(info.name.removeprefix("secondsource."), []).append(pattern)
    return found


def words_of(pattern: re.Pattern[Any]) -> list[str]:
    """Runs of letters that stand in the pattern, which take a search deep into it."""
    words: list[str] = []

    def walk(nodes: Any, run: str = "") -> str:
        for kind, value in nodes:
            if kind is kinds.LITERAL:
                run += chr(value)
                continue
            words.append(run)
            run = ""
            for part in value if isinstance(value, tuple | list) else (value,):
                for inner in part if isinstance(part, list) else (part,):
                    if isinstance(inner, parser.SubPattern):
                        walk(inner)
        words.append(run)
        return run

    walk(parser.parse(pattern.pattern, pattern.flags))
    return sorted({word for word in words if word}, key=lambda word: (-len(word), word))[:MOST_WORDS]


def seconds(pattern: re.Pattern[Any], text: str) -> float:
    shown: Any = text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    if pattern in ANCHORED:
        pattern.match(shown)
    else:
        for _ in pattern.finditer(shown):
            pass
    return time.process_time() - start


def fill(pump: str, size: int) -> str:
    return (pump * (size // len(pump) + 1))[:size] + "\x00"


PATTERNS = find_patterns()


def test_the_walk_finds_the_patterns() -> None:
    assert sum(len(patterns) for patterns in PATTERNS.values()) > 200


def slowest_pump(pattern: re.Pattern[Any]) -> str:
    """The text that a pattern is slowest on; fails when some thousand characters of it take it too long."""
    words = words_of(pattern)
    pumps = [*PUMPS, *words, *(f"{word} " for word in words), "".join(words) or "x", "a " + " ".join(words)]
    taken = {size: {pump: seconds(pattern, fill(pump, size)) for pump in pumps} for size in SHORT}
    few, many = (taken[size] for size in SHORT[-2:])
    slow = sorted(pumps, key=lambda pump: -many[pump])[:MOST_GROWN]
    growing = sorted(pumps, key=lambda pump: -many[pump] / (few[pump] + 1e-5))[:MOST_GROWN]
    grown = {pump: seconds(pattern, fill(pump, GROWN)) for pump in (*slow, *growing)}
    slowest = max(grown, key=lambda pump: grown[pump])
    assert grown[slowest] < LONGEST, (pattern.pattern[:200], slowest)
    return slowest


@pytest.mark.parametrize("module", sorted(name for name in PATTERNS if name.startswith(READS_BYTES)))
def test_no_short_text_makes_a_pattern_slow(module: str) -> None:
    for pattern in PATTERNS[module]:
        slowest_pump(pattern)
