"""What a knob may be set to, checked by its type: in a TOML file, and in the text of an environment variable."""

import math
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin

from secondsource.settings.knobs import Knob, Value

NONE = "none"
"""How "no value" is written, for the knobs that can do without: TOML has no word for it."""


class UnfitError(ValueError):
    """A value does not fit its knob."""


def allowed(knob: Knob) -> str:
    """Which values a knob takes, for a person."""
    kind, many, optional = _shape(knob)
    words = _WORDS[kind]
    if many:
        words = f"a list of {_places(knob)} numbers" if kind is float else "a list of texts"
    elif kind in (int, float) and knob.least is not None:
        words += f", {knob.least} or more"
    return f'{words}, or "{NONE}"' if optional else words


def to_value(knob: Knob, given: object, beside: Path) -> Value:
    """The value that TOML's `given` is for this knob; a folder is taken as it lies from the folder `beside`.

    Raises UnfitError when the knob does not take it.
    """
    kind, many, optional = _shape(knob)
    if optional and given == NONE:
        return None
    if many:
        fits = isinstance(given, list) and (kind is not float or len(given) == _places(knob))
        return tuple(_READERS[kind](one, beside) for one in _sure(given, fits))
    value: Value = _READERS[kind](given, beside)
    if isinstance(value, (int, float)) and knob.least is not None and value < knob.least:
        raise UnfitError
    return value


def from_text(knob: Knob, text: str, beside: Path) -> Value:
    """The value that an environment variable's text is for this knob. Raises UnfitError when the knob does not take it.

    Lists are written with commas between their members.
    """
    kind, many, _ = _shape(knob)
    members = [member.strip() for member in text.split(",")] if many else [text.strip()]
    given = [member if kind in (str, Path) or member == NONE else _parse(member) for member in members]
    return to_value(knob, given if many else given[0], beside)


def _parse(text: str) -> object:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        raise UnfitError from None


def _shape(knob: Knob) -> tuple[type, bool, bool]:
    """The type of the knob's value, whether it takes a list of those, and whether it can do without."""
    parts = get_args(knob.kind) or (knob.kind,)
    return parts[0], get_origin(knob.kind) is tuple, NoneType in parts


def _places(knob: Knob) -> int:
    """How long a list of numbers is: each place has its own meaning."""
    return len(knob.default) if isinstance(knob.default, tuple) else 0


def _sure(value: Any, fits: bool) -> Any:
    if not fits:
        raise UnfitError
    return value


def _read_flag(given: object, _: Path) -> bool:
    return bool(_sure(given, isinstance(given, bool)))


def _read_whole(given: object, _: Path) -> int:
    return int(_sure(given, isinstance(given, int) and not isinstance(given, bool)))


def _read_number(given: object, _: Path) -> float:
    _sure(given, isinstance(given, (int, float)) and not isinstance(given, bool) and abs(given) <= _LARGEST)
    number = float(str(given))
    return float(_sure(number, math.isfinite(number)))


def _read_text(given: object, _: Path) -> str:
    return str(_sure(given, isinstance(given, str) and bool(given.strip())))


def _read_folder(given: object, beside: Path) -> Path:
    text = _read_text(given, beside)
    _sure(text, "\0" not in text)
    try:
        return beside / Path(text).expanduser()
    except RuntimeError:  # "~nobody"
        raise UnfitError from None


_LARGEST = 1e15
"""Numbers beyond this are slips; the largest default is four billion."""

_READERS: dict[type, Callable[[object, Path], Any]] = {
    bool: _read_flag,
    int: _read_whole,
    float: _read_number,
    str: _read_text,
    Path: _read_folder,
}
_WORDS: dict[type, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text in quotation marks, not empty",
    Path: "a folder in quotation marks",
}
