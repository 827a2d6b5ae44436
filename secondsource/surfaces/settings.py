"""`secondsource settings`, and the option --settings of every command."""

import json
import os
from typing import Any

import click

from secondsource.errors import SecondsourceError
from secondsource.model.codec import choice_to_json
from secondsource.settings import Settings
from secondsource.settings.knobs import Value, meaning_of
from secondsource.settings.reading import DEFAULT, Choice, InForce, read_settings, usual_file
from secondsource.settings.values import NONE
from secondsource.surfaces.files import to_json_bytes
from secondsource.surfaces.terminal import printable

OPTION = "--settings"
_NAMED = f"{__name__}.file"
"""Where the commands of one call find the file that the option named."""

_WIDTH = 100
"""Columns of a comment in what is printed."""


class SettledGroup(click.Group):
    """A group of commands each of which takes --settings, as the group itself does."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(_make_option())

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """The same as of any group, with the option added to the command."""
        cmd.params.append(_make_option())
        super().add_command(cmd, name)


def _make_option() -> click.Option:
    return click.Option(
        [OPTION, "settings_file"],
        metavar="FILE",
        expose_value=False,
        callback=_remember,
        help="Read the settings from this TOML file.",
    )


def _remember(context: click.Context, _: click.Parameter, file: str | None) -> None:
    if file:
        context.meta[_NAMED] = file


def choices_in_force() -> InForce:
    """The settings in force for the command that runs, and where each was read. Raises UsageError."""
    return read_settings(click.get_current_context().meta.get(_NAMED))


def settings_in_force() -> Settings:
    """The settings in force for the command that runs; the lexicon of one's own is read from their folder from now on.

    Raises UsageError.
    """
    from secondsource.text.lexicon import FOLDER

    settings = choices_in_force().settings
    if settings.lexicon.folder:
        os.environ[FOLDER] = str(settings.lexicon.folder)
    return settings


@click.command(
    name="settings",
    short_help="Print the settings in force.",
    epilog="Environment variables outweigh the file, the file outweighs the defaults. The file is the one that"
    " --settings or the variable SECONDSOURCE_SETTINGS names, or secondsource.toml in the user's configuration folder."
    " What is printed is itself such a file.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--changed", is_flag=True, help="Print only what is not the default.")
def settings_command(as_json: bool, changed: bool) -> None:
    """Print the settings in force, what each means, and where its value was read."""
    try:
        in_force = choices_in_force()
    except SecondsourceError as error:
        raise click.ClickException(str(error)) from error
    choices = [choice for choice in in_force.choices if choice.read_from != DEFAULT or not changed]
    if as_json:
        listed = {
            "file": str(in_force.file) if in_force.file else None,
            "settings": [choice_to_json(choice) for choice in choices],
        }
        click.echo(to_json_bytes(listed, indent=1))
    else:
        head = in_force.file or f"none; {usual_file()} would be read"
        click.echo(f"# file of settings: {printable(str(head))}")
        click.echo(to_toml(choices), nl=False)


def to_toml(choices: list[Choice]) -> str:
    """The settings as a TOML file, with what each means and where it was read as comments."""
    lines: list[str] = []
    stage = ""
    for choice in choices:
        if choice.knob.stage != stage:
            stage = choice.knob.stage
            lines += ["", f"[{stage}]"]
        comment = _comment(meaning_of(choice.knob))
        lines += comment if lines[-1].startswith("[") or not comment else ["", *comment]
        lines.append(f"{choice.knob.name} = {_written(choice.value)}  # {printable(choice.read_from)}")
    return "".join(f"{line}\n" for line in lines)


def _comment(words: str) -> list[str]:
    from textwrap import wrap

    return [f"# {line}" for line in wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)]


def _written(value: Value) -> str:
    """The value in TOML."""
    if value is None:
        return f'"{NONE}"'
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, (bool, int, float)):
        return json.dumps(value)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
