"""Reads the lexicon: the TOML files in which words, outlets and units are kept apart from the code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from secondsource.errors import InstallError


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The table in lexicon/`name`.toml. Raises InstallError when it is missing or damaged."""
    path = files("secondsource") / "lexicon" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InstallError(f"the lexicon {name}.toml cannot be read ({error}); install secondsource again") from error
