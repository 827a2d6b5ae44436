"""`secondsource search`, `like` and `holding`: what an archive holds, by words, by meaning, by a pasted text."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from secondsource.errors import UsageError
from secondsource.model.queries import KINDS, VERDICTS, Found, Hit, HitReport, Holding, Query
from secondsource.model.spans import Span
from secondsource.surfaces.archives import archive_option, opened, told_in_one_line
from secondsource.surfaces.files import STANDARD_STREAM, to_json_bytes
from secondsource.surfaces.page.phrases import counted
from secondsource.surfaces.terminal import printable

if TYPE_CHECKING:
    from secondsource.archive.archives import Archive

SHOWN = 20
"""Hits listed unless more are asked for: a screen full."""

Command = TypeVar("Command", bound=Callable[..., None])

QUERY = (
    'QUERY is made of words, all of which must be there, "a phrase", -without, begin*, one OR another, and fields:'
    " outlet: speaker: agency: from: to: kind: verdict: story: . With a kind, a speaker or a verdict, single statements"
    " are found. Example: secondsource search 'ferry \"port treaty\" speaker:corvay from:2024-05'"
)


def _with_fields(names: Sequence[str]) -> Callable[[Command], Command]:
    """The fields of a query as options."""
    made: dict[str, Callable[[Command], Command]] = {
        "outlet": click.option("--outlet", multiple=True, metavar="NAME", help="Published by NAME, or part of it."),
        "agency": click.option("--agency", multiple=True, metavar="NAME", help="Supplied by NAME, or part of it."),
        "from": click.option("--from", multiple=True, metavar="DAY", help="Published on DAY (2024-06-19) or later."),
        "to": click.option("--to", multiple=True, metavar="DAY", help="Published on DAY or earlier."),
        "story": click.option("--story", multiple=True, metavar="ID", help="In this story."),
        "speaker": click.option("--speaker", multiple=True, metavar="NAME", help="Said by NAME, or part of it."),
        "kind": click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Statements of this kind."),
        "verdict": click.option("--verdict", multiple=True, type=click.Choice(VERDICTS), help="Statements judged so."),
    }

    def decorate(function: Command) -> Command:
        for name in reversed(names):
            function = made[name](function)
        return function

    return decorate


_of_reports = _with_fields(("outlet", "agency", "from", "to", "story"))
_of_statements = _with_fields(("speaker", "kind", "verdict"))
_limit = click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(1, 1000), help="Hits listed.")
_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command(name="search", epilog=QUERY, context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, metavar="QUERY...")
@archive_option
@_of_reports
@_of_statements
@click.option("--earlier", is_flag=True, help="Look at earlier versions of articles too.")
@_limit
@click.option("--after", default=0, type=click.IntRange(0, 100_000), help="Pass over so many hits.")
@_as_json
@told_in_one_line
def search_command(
    query: tuple[str, ...],
    folder: str | None,
    earlier: bool,
    limit: int,
    after: int,
    as_json: bool,
    **fields: tuple[str, ...],
) -> None:
    """Find reports and statements by words, outlet, speaker, agency, day, kind and verdict."""
    from dataclasses import replace

    from secondsource.archive.queries import narrow, parse
    from secondsource.archive.searching import search
    from secondsource.model.hits_codec import found_to_json

    unknown = next((word for word in query if word.startswith("--")), None)
    if unknown:
        raise UsageError(f"there is no option {unknown}; `secondsource search --help` lists them")
    asked = replace(narrow(parse(" ".join(query)), _given(fields)), earlier=earlier)
    with opened(folder) as archive:
        found = search(archive, asked, most=limit, after=after)
    noun = "statement" if asked.is_for_statements else "report"
    _say(as_json, found_to_json(found), lambda: _lines_of_found(found, noun))


@click.command(name="like", epilog="TEXT is a statement, or - for standard input.")
@click.argument("text")
@archive_option
@_of_reports
@_limit
@_as_json
@told_in_one_line
def like_command(text: str, folder: str | None, limit: int, as_json: bool, **fields: tuple[str, ...]) -> None:
    """Find quotations and claims that mean what TEXT says, in whatever words."""
    from secondsource.archive.meanings import find_like
    from secondsource.archive.queries import narrow
    from secondsource.model.hits_codec import found_to_json

    asked = narrow(Query(), _given(fields))
    told = _read_standard_input() if text == STANDARD_STREAM else text
    with opened(folder) as archive:
        _bring_up_to_date(archive)
        found = find_like(archive, told, asked, most=limit)
    _say(as_json, found_to_json(found), lambda: _lines_of_found(found, "statement"))


@click.command(name="holding", epilog="FILE holds the text of a paragraph or more; - is standard input.")
@click.argument("file")
@archive_option
@_of_reports
@_limit
@_as_json
@told_in_one_line
def holding_command(file: str, folder: str | None, limit: int, as_json: bool, **fields: tuple[str, ...]) -> None:
    """Find the reports that hold a pasted text, word for word or rewritten."""
    from secondsource.archive.holdings import find_holding
    from secondsource.archive.queries import narrow
    from secondsource.model.hits_codec import holding_to_json

    asked = narrow(Query(), _given(fields))
    told = _read_standard_input() if file == STANDARD_STREAM else _read_file(file)
    with opened(folder) as archive:
        _bring_up_to_date(archive)
        holdings = find_holding(archive, told, asked, most=limit)
    _say(as_json, {"holdings": [holding_to_json(one) for one in holdings]}, lambda: _lines_of_holdings(holdings))


SEARCH_COMMANDS = (search_command, like_command, holding_command)


def _given(fields: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {name: list(values) for name, values in fields.items() if values}


def _bring_up_to_date(archive: "Archive") -> None:
    """Have the meanings of all statements at hand, also of those that a killed command left without."""
    from secondsource.archive.meanings import embed_new

    for _ in embed_new(archive):
        pass


def _read_file(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from error


def _read_standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8", errors="replace")


def _say(as_json: bool, found: object, lines: Callable[[], Iterator[str]]) -> None:
    if as_json:
        click.echo(to_json_bytes(found, indent=1))
        return
    for line in lines():
        click.echo(line)


def _lines_of_found(found: Found, noun: str) -> Iterator[str]:
    for name in found.unknown:
        field, _, value = name.partition(" ")
        yield printable(f"no {field} of this archive is called {value}")
    yield f"{'at least ' if found.is_least else ''}{counted(found.total, noun)}"
    for hit in found.hits:
        yield ""
        yield _head(hit.report, hit.title_marks)
        if hit.statement:
            told = (hit.statement.kind, hit.statement.speaker, hit.statement.verdict)
            yield printable("  " + " · ".join(part for part in told if part))
        if hit.text and hit.sentence:
            yield f"  {_marked(hit)}"


def _lines_of_holdings(holdings: Sequence[Holding]) -> Iterator[str]:
    yield counted(len(holdings), "report")
    for one in holdings:
        yield ""
        yield _head(one.report)
        rewritten = one.share - one.verbatim_share
        yield f"  holds {one.share:.0%} of it: {one.verbatim_share:.0%} in the same words, {rewritten:.0%} rewritten"
        for passage in one.passages:
            how = "same words" if passage.is_verbatim else f"rewritten, likeness {passage.likeness:.2f}"
            yield printable(f"  {how}: {passage.text}")


def _head(report: HitReport, marks: Sequence[Span] = ()) -> str:
    """Who published a report, when, under which title, and where it is found."""
    title = [_mark(report.title, Span(0, len(report.title)), marks)] if report.title else []
    told = [printable(part) for part in (report.name, report.published_on) if part]
    story = f", story {report.story}" if report.story else ", an earlier version"
    return f"{' · '.join([*told, *title])}  [report {printable(report.id)}{story}]"


def _marked(hit: Hit) -> str:
    assert hit.sentence is not None  # noqa: S101  a narrowing, for the type checker
    return _mark(hit.text, hit.sentence, hit.marks)


def _mark(text: str, span: Span, marks: Sequence[Span]) -> str:
    """The words at a span, on one line, with the marked ones bold on a terminal and between ** elsewhere."""
    pieces, at = [], 0
    for mark in marks:
        start, end = mark.start - span.start, mark.end - span.start
        pieces += [printable(text[at:start]), _strong(printable(text[start:end]))]
        at = end
    return "".join([*pieces, printable(text[at:])])


def _strong(words: str) -> str:
    return click.style(words, bold=True) if sys.stdout.isatty() else f"**{words}**"
