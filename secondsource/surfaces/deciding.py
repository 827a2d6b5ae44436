"""Commands that correct the machine: `decide` with its kinds, `decisions` and `undo`."""

import getpass
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from secondsource.model.decisions import Decision, LoggedDecision
from secondsource.surfaces.archives import archive_option, opened, told_in_one_line
from secondsource.surfaces.files import to_json_bytes
from secondsource.surfaces.terminal import printable, progress

if TYPE_CHECKING:
    from secondsource.archive.archives import Archive

SHOWN = 4
"""Reports of a decision that are named in its line of the log."""


def _whoever() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a machine whose users have no names
        return "somebody"


by_option = click.option("--by", default=_whoever, metavar="NAME", help="Who decides; by default, who is logged in.")


@click.group(name="decide", epilog="Each decision is logged with who and when; `secondsource undo` takes it back.")
def decide_group() -> None:
    """Correct the machine; decisions hold through all that comes later and every rebuild."""


def _kind(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """A kind of decision, as a command of `decide`."""

    def make(function: Callable[..., None]) -> click.Command:
        return decide_group.command(name=name)(archive_option(by_option(told_in_one_line(function))))

    return make


@_kind("merge")
@click.argument("one", metavar="STORY")
@click.argument("other", metavar="STORY")
def merge_command(one: str, other: str, folder: str | None, by: str) -> None:
    """Two stories are one; it keeps the id of the larger."""
    with opened(folder) as archive:
        _rule(archive, Decision("merge", (_first(archive, one),), (_first(archive, other),)), by)


@_kind("split")
@click.argument("story", metavar="STORY")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
def split_command(story: str, reports: tuple[str, ...], folder: str | None, by: str) -> None:
    """These reports leave the story and make one of their own."""
    with opened(folder) as archive:
        _rule(archive, Decision("split", reports), by, story)


@_kind("lock")
@click.argument("story", metavar="STORY")
def lock_command(story: str, folder: str | None, by: str) -> None:
    """The story is complete: no report comes or goes."""
    with opened(folder) as archive:
        _rule(archive, Decision("lock", (_first(archive, story),)), by)


@_kind("rename")
@click.argument("story", metavar="STORY")
@click.argument("title", metavar="TITLE")
def rename_command(story: str, title: str, folder: str | None, by: str) -> None:
    """The story is called TITLE."""
    with opened(folder) as archive:
        _rule(archive, Decision("rename", (_first(archive, story),), title=title), by)


@_kind("not-a-copy")
@click.argument("child", metavar="REPORT")
@click.argument("parent", metavar="REPORT")
def not_a_copy_command(child: str, parent: str, folder: str | None, by: str) -> None:
    """The first report does not go back to the text of the second: they are two sources."""
    with opened(folder) as archive:
        _rule(archive, Decision("not a copy", (child,), (parent,)), by)


@_kind("same-source")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT REPORT...")
def same_source_command(reports: tuple[str, ...], folder: str | None, by: str) -> None:
    """These reports go back to one text: they are one source."""
    with opened(folder) as archive:
        _rule(archive, Decision("same source", reports), by)


@click.command(name="decisions")
@archive_option
@click.option("--all", "undone", is_flag=True, help="Also those that were undone.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
@told_in_one_line
def decisions_command(folder: str | None, undone: bool, as_json: bool) -> None:
    """The log of decisions: what was decided, by whom and when."""
    from secondsource.archive.deciding import load_log
    from secondsource.model.archive_codec import decision_to_json

    with opened(folder) as archive:
        logged = load_log(archive, undone=undone)
    for made, overruled_by in logged:
        if as_json:
            click.echo(to_json_bytes(decision_to_json(made, overruled_by)))
        else:
            click.echo(printable(_line_of(made, overruled_by)))


@click.command(name="undo")
@click.argument("number", type=int)
@archive_option
@by_option
@told_in_one_line
def undo_command(number: int, folder: str | None, by: str) -> None:
    """Take back the decision with this NUMBER: the machine says again what it ruled of."""
    from secondsource.archive.deciding import undo

    with opened(folder) as archive:
        made = undo(archive, number, by)
        _judge(archive)
    click.echo(printable(f"undone: {_line_of(made, ())}"))


def _rule(archive: "Archive", decision: Decision, by: str, story: str | None = None) -> None:
    """Make a decision, and say what became of it; of reports of `story`, where that is named."""
    from secondsource.archive.deciding import decide

    ruled = decide(archive, decision, by, story)
    told = f"decision {ruled.number}: {decision.kind}"
    if decision.kind == "split":
        told += f"; {ruled.stories[0]} leaves {ruled.stories[1]}"
    else:
        told += f"; story {ruled.stories[0]}"
    click.echo(told)
    if ruled.overrules:
        click.echo(f"it contradicts {_numbers(ruled.overrules)}: the later holds", err=True)
    _judge(archive)


def _judge(archive: "Archive") -> None:
    from secondsource.archive.judging import judge_changed

    with progress() as watch:
        for done, _ in enumerate(judge_changed(archive), start=1):
            watch("compare", done)


def _first(archive: "Archive", story: str) -> str:
    from secondsource.archive.deciding import find_first_report

    return find_first_report(archive, story)


def _numbers(numbers: Sequence[int]) -> str:
    told = ", ".join(map(str, numbers))
    return f"decision {told}" if len(numbers) == 1 else f"decisions {told}"


def _line_of(made: LoggedDecision, overruled_by: Sequence[int]) -> str:
    decision = made.decision
    words: list[Any] = [f"{made.number:4}  {made.made_at[:16].replace('T', ' ')}  {made.made_by}  {decision.kind}"]
    words += [f"“{decision.title}”"] if decision.title else []
    words += [_some(decision.reports)] + (["|", _some(decision.others)] if decision.others else [])
    if overruled_by:
        words.append(f"(overruled, at least in part, by {_numbers(overruled_by)})")
    if made.undone_at:
        words.append(f"(undone by {made.undone_by}, {made.undone_at[:16].replace('T', ' ')})")
    return "  ".join(words)


def _some(reports: Sequence[str]) -> str:
    more = len(reports) - SHOWN
    return " ".join([*reports[:SHOWN], *([f"and {more} more"] if more > 0 else [])])


DECIDING_COMMANDS = (decide_group, decisions_command, undo_command)
