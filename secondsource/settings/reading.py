"""Which settings are in force: those of environment variables, then those of one TOML file, then the defaults."""

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from secondsource.errors import UsageError
from secondsource.settings import Settings
from secondsource.settings.knobs import PREFIX, Knob, Value, find_knobs
from secondsource.settings.values import UnfitError, allowed, from_text, to_value

FILE = f"{PREFIX}SETTINGS"
"""The environment variable that names the file of settings."""

TOKEN = f"{PREFIX}TOKEN"
"""The environment variable with the token of the desk: no setting, for settings are printed."""

SHORT = {f"{PREFIX}ARCHIVE": ("archive", "folder"), f"{PREFIX}LEXICON": ("lexicon", "folder")}
"""Variables with a shorter name than their knob's."""

DEFAULT = "default"
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """The value of one knob, and where it was read: "default", the path of a file, or the name of a variable."""

    knob: Knob
    value: Value
    read_from: str


@dataclass(frozen=True, slots=True)
class InForce:
    """The settings in force, knob by knob; `file` is the file they were read from, if there was one."""

    choices: tuple[Choice, ...]
    file: Path | None

    @property
    def settings(self) -> Settings:
        changed: dict[str, dict[str, Any]] = {}
        for choice in self.choices:
            if choice.read_from != DEFAULT:
                changed.setdefault(choice.knob.stage, {})[choice.knob.name] = choice.value
        settings = Settings()
        return replace(settings, **{stage: replace(getattr(settings, stage), **own) for stage, own in changed.items()})


def usual_file() -> Path:
    """The file of settings that is read where none is named."""
    from platformdirs import user_config_path

    return user_config_path("secondsource", appauthor=False) / "secondsource.toml"


def read_settings(file: str | None = None, environment: Mapping[str, str] = os.environ) -> InForce:
    """The settings in force: of `environment`, then of the file, then the defaults.

    The file is the one named here, or by SECONDSOURCE_SETTINGS, or `usual_file`, which need not exist. Raises
    UsageError, which says what is wrong where and what is allowed, when a named file cannot be read, a setting is not
    known or its value does not fit.
    """
    named = file or environment.get(FILE) or None
    path = Path(named).expanduser() if named else usual_file()
    text = _read_text(path, must_exist=bool(named))
    choices = {knob: Choice(knob, knob.default, DEFAULT) for knob in find_knobs()}
    choices.update({choice.knob: choice for choice in _from_file(path, text or "")})
    choices.update({choice.knob: choice for choice in _from_environment(environment)})
    return InForce(tuple(choices.values()), None if text is None else path)


def _read_text(path: Path, *, must_exist: bool) -> str | None:
    """What the file holds; None when it may be missing and is."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        if must_exist:
            raise UsageError(f"{path}: no such file; name a file of settings (docs/settings.md)") from None
        return None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}; name a file of settings") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not written in UTF-8; save it so") from error


def _from_file(path: Path, text: str) -> Iterable[Choice]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}") from error
    knobs = {(knob.stage, knob.name): knob for knob in find_knobs()}
    stages = [field.name for field in fields(Settings)]
    for stage, own in table.items():
        if stage not in stages or not isinstance(own, dict):
            wrong = f"{stage} must be a table" if stage in stages else f"[{_plain(stage)}] is no part of the settings"
            raise UsageError(f"{_at(path, text, stage)}: {wrong}; {_nearest(stage, stages, '[{}]')}")
        for name, given in own.items():
            place = f"{_at(path, text, stage, name)}: [{stage}] {_plain(name)}"
            if (stage, name) not in knobs:
                names = [known for of, known in knobs if of == stage]
                raise UsageError(f"{place} is no setting; {_nearest(name, names)}")
            knob = knobs[stage, name]
            try:
                yield Choice(knob, to_value(knob, given, path.parent.absolute()), str(path))
            except UnfitError:
                raise UsageError(f"{place} = {_shown(given)}: it must be {allowed(knob)}") from None


def _from_environment(environment: Mapping[str, str]) -> Iterable[Choice]:
    """Choices of variables that have a value; the short names first, so that the full ones outweigh them."""
    knobs = {(knob.stage, knob.name): knob for knob in find_knobs()}
    variables = {name: knobs[key] for name, key in SHORT.items()} | {knob.variable: knob for knob in find_knobs()}
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in variables and name not in (FILE, TOKEN):
            raise UsageError(f"the variable {_plain(name)} is no setting; {_nearest(name, [*variables, FILE, TOKEN])}")
    for name, knob in variables.items():
        text = environment.get(name, "")
        if not text:
            continue
        try:
            yield Choice(knob, from_text(knob, text, Path.cwd()), name)
        except UnfitError:
            raise UsageError(f"the variable {name} = {_shown(text)}: it must be {allowed(knob)}") from None


def _at(path: Path, text: str, stage: str, name: str = "") -> str:
    """The path with the number of the line on which a stage, or a knob of it, is set."""
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        head = line.strip()
        if head.startswith("["):
            table = head.strip("[]").partition("]")[0].strip().strip("\"'")
            if table == stage and not name:
                return f"{path}, line {number}"
        key = head.partition("=")[0].strip() if "=" in head else ""
        if (f"{table}.{key}" if table else key) in (f"{stage}.{name}", stage):
            return f"{path}, line {number}"
    return str(path)


def _nearest(given: str, known: list[str], form: str = "{}") -> str:
    """What may have been meant; all that there is where nothing is near and there is little."""
    from difflib import get_close_matches

    near = get_close_matches(given, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean {form.format(near[0])}?"
    if len(known) > 20:
        return "`secondsource settings` lists them all"
    return f"there are {', '.join(form.format(one) for one in known)}"


def _shown(given: object) -> str:
    """A value as a person wrote it, on one line and not endless."""
    return _plain(repr(given) if not isinstance(given, bool) else str(given).lower())


def _plain(words: str) -> str:
    words = words if words.isprintable() else repr(words)
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"
