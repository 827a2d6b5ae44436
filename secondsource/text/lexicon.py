"""Reads the lexicon: the TOML files in which words, outlets and units are kept apart from the code.

A user's own outlets, agencies and owners are read from the folder that SECONDSOURCE_LEXICON names, beside these.
"""

import os
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from secondsource.errors import InstallError, UsageError

FOLDER = "SECONDSOURCE_LEXICON"
"""The environment variable that names a folder with a user's own outlets.toml, agencies.toml or owners.toml."""

EXTENDABLE = {
    "outlets": ("outlet", ("also", "domains")),
    "agencies": ("agency", ("also", "domains")),
    "owners": ("owner", ("of",)),
}
"""The files that a user may add to: the list that is added to, and the lists in each of its tables."""


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The table in lexicon/`name`.toml, with a user's own entries after ours.

    Raises InstallError when ours is missing or damaged, UsageError when the user's is.
    """
    path = files("secondsource") / "lexicon" / f"{name}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InstallError(f"the lexicon {name}.toml cannot be read ({error}); install secondsource again") from error
    folder = os.environ.get(FOLDER)
    if not folder or name not in EXTENDABLE:
        return table
    if not Path(folder).is_dir():
        raise UsageError(f"{FOLDER} names {folder}, which is no folder; name the one with your outlets.toml")
    key, lists = EXTENDABLE[name]
    return {**table, key: [*table[key], *_read_own(Path(folder) / f"{name}.toml", key, lists)]}


def _read_own(path: Path, key: str, lists: tuple[str, ...]) -> list[dict[str, Any]]:
    """The user's entries, each with all the keys that ours have."""
    if not path.exists():
        return []
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get(key, [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}); it should hold tables [[{key}]]") from error
    for entry in entries if isinstance(entries, list) else [entries]:
        named = isinstance(entry, dict) and isinstance(entry.get("name"), str) and entry["name"].strip()
        listed = named and all(
            isinstance(entry.get(one, []), list) and all(isinstance(item, str) for item in entry.get(one, []))
            for one in lists
        )
        if not listed or not isinstance(entry.get("full", ""), str):
            raise UsageError(f"{path}: each [[{key}]] needs a name, and lists of strings for {' and '.join(lists)}")
    return [{"full": entry["name"], **{one: [] for one in lists}, **entry} for entry in entries]
