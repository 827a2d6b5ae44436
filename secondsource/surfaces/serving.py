"""`secondsource serve`: the desk over an archive, for this machine or, with a token, for a network."""

import logging
import os
import signal
import socket
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource.errors import UsageError
from secondsource.settings import Serve
from secondsource.settings.reading import TOKEN
from secondsource.surfaces.archives import archive_option, opened, told_in_one_line
from secondsource.surfaces.settings import settings_in_force
from secondsource.surfaces.terminal import printable

if TYPE_CHECKING:
    from fastapi import FastAPI

    from secondsource.surfaces.web.access import Access

SHORTEST_TOKEN = 16
"""Characters of a token: fewer could be guessed."""

LAST_SECONDS = 3
"""How long answers that are under way may take when the desk is closed."""


@click.command(
    name="serve",
    short_help="Open the desk: pages over an archive.",
    epilog="By default the desk can be reached from this machine alone. To open it to a network, bind it to an address"
    f" with --host and give a token of {SHORTEST_TOKEN} characters or more, in a file that --token-file names or in the"
    f" variable {TOKEN}: browsers ask for it once, programs send it as `Authorization: Bearer`. Ctrl-C ends it.",
)
@archive_option
@click.option("--host", metavar="ADDRESS", help="Bind to this address; 127.0.0.1 unless set.")
@click.option("--port", type=click.IntRange(0, 65535), help="Bind to this port; 8765 unless set. 0: any that is free.")
@click.option("--token-file", metavar="FILE", help="Ask everybody for the token in FILE.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="Answer when called by NAME too.")
@click.option("--make", is_flag=True, help="Make the archive if it isn't there.")
@told_in_one_line
def serve_command(
    folder: str | None,
    host: str | None,
    port: int | None,
    token_file: str | None,
    allow_host: tuple[str, ...],
    make: bool,
) -> None:
    """Open the desk: read the archive's stories, reports and speakers in a browser, ask, correct."""
    knobs = settings_in_force().serve
    hosts = (*knobs.host_names, *allow_host)
    knobs = replace(knobs, host=host or knobs.host, port=knobs.port if port is None else port, host_names=hosts)
    token = _read_token(token_file)
    with opened(folder, make=make) as archive, _bind(knobs, token) as bound:
        from secondsource.surfaces.web.app import make_app

        access = _access_for(knobs, bound, token)
        click.echo(f"secondsource: {_address_of(bound)}  (Ctrl-C ends it)")
        if access.by_address:
            click.echo("other machines reach it by an address of this one; for a name, add --allow-host NAME")
        _run(make_app(archive, access), bound)
    click.echo("closed", err=True)


def _read_token(file: str | None) -> str | None:
    """The token that is asked for, or None. Raises UsageError when a file was named that holds none."""
    token = os.environ.get(TOKEN, "").strip() or None
    if file:
        try:
            token = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"cannot read {file}; name a file that holds a token") from error
    if token is not None and (len(token) < SHORTEST_TOKEN or not token.isascii() or not token.isprintable()):
        raise UsageError(f"a token has {SHORTEST_TOKEN} ASCII characters or more: `openssl rand -hex 24` makes one")
    return token


def _bind(knobs: Serve, token: str | None) -> socket.socket:
    """A socket that listens where it was asked. Raises UsageError when that cannot be, or needs a token."""
    try:
        found = socket.getaddrinfo(knobs.host, knobs.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise UsageError(f"{printable(knobs.host)} is no address of this machine; name one with --host") from error
    family, _, _, _, address = min(found)
    if not ip_address(str(address[0]).partition("%")[0]).is_loopback and token is None:
        raise UsageError(
            f"{printable(knobs.host)} can be reached from other machines, and whoever reaches the desk may read and"
            f" change the archive: give a token with --token-file FILE or in {TOKEN}, or leave out --host"
        )
    try:
        return socket.create_server(address, family=family)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise UsageError(
            f"cannot listen on {printable(knobs.host)}, port {knobs.port}: {why}; name another port with --port"
        ) from error


def _access_for(knobs: Serve, bound: socket.socket, token: str | None) -> "Access":
    from secondsource.surfaces.web.access import OWN_NAMES, Access, name_of

    address = str(bound.getsockname()[0])
    named = {name_of(host) for host in (knobs.host, address, *knobs.host_names)}
    return Access(OWN_NAMES | named, ip_address(address.partition("%")[0]).is_unspecified, token)


def _address_of(bound: socket.socket) -> str:
    host, port = bound.getsockname()[:2]
    if ip_address(str(host).partition("%")[0]).is_unspecified:
        host = "localhost"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _run(app: "FastAPI", bound: socket.socket) -> None:
    """Answer until Ctrl-C or a signal to end; then what is under way is answered, and the doors are closed."""
    import uvicorn

    _log_to_standard_error()
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=LAST_SECONDS,
    )
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        uvicorn.Server(config).run(sockets=[bound])
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)


def _log_to_standard_error() -> None:
    """A line for every answer, and one for what broke: when, what was asked, the status; no query, token or text."""
    log = logging.getLogger("secondsource.desk")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
