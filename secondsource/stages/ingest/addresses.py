"""Where an address on the web leads: its parts, and the machine behind its name, which must be a public one."""

import ipaddress
import socket
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

LONGEST_URL = 4_000
"""Characters of an address; browsers and servers end at 2,000 to 8,000."""

_PORTS = {"http": 80, "https": 443}
_KEPT = "!#$%&'()*+,/:;=?@[]~"
_IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


WEB = ("http://", "https://")


def is_url(path: str) -> bool:
    """Whether a path as it was typed is an address on the web."""
    return path.lower().startswith(WEB)


_PASSING = (
    "cut off",
    "host does not answer",
    "no proper answer",
    "no such host",
    "robots.txt cannot be read",
    "too slow",
)
_PASSING_STATUSES = (408, 425, 429)


class RefusedError(Exception):
    """A page is not fetched, with a reason and a detail for a person.

    `status` is the one that the site answered with, if it did; `rest_seconds` how long it asks to be left alone.
    """

    def __init__(self, reason: str, detail: str, status: int = 0, rest_seconds: float | None = None) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
        self.status = status
        self.rest_seconds = rest_seconds

    @property
    def may_pass(self) -> bool:
        """Whether the same request may well be granted later."""
        return self.reason in _PASSING or self.status in _PASSING_STATUSES or self.status >= 500


@dataclass(frozen=True, slots=True)
class Target:
    """An address on the web in its parts: `host` in ASCII, `path` with the query, ready to be sent."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def site(self) -> str:
        """What robots.txt and the delay between requests hold for."""
        return f"{self.scheme}://{self.authority}"


def parse_url(url: str) -> Target:
    """The parts of an address. Raises RefusedError for what is not http or https, or makes no sense."""
    if len(url) > LONGEST_URL or any(letter.isspace() or not letter.isprintable() for letter in url):
        raise RefusedError("not a web address", "it is too long, or has spaces or control characters in it")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError("not a web address", str(error)) from None
    if parts.scheme.lower() not in _PORTS:
        raise RefusedError("not http or https", f"addresses with {parts.scheme or 'no scheme'}: are not fetched")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("has a user name in it", "addresses with a user name or password are not fetched")
    path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_KEPT)
    scheme = parts.scheme.lower()
    return Target(scheme, _to_ascii(parts.hostname or ""), port or _PORTS[scheme], path)


def _to_ascii(host: str) -> str:
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    if not name or not all(letter.isalnum() or letter in ".-_:%" for letter in name):
        raise RefusedError("not a web address", "the name of its host makes no sense")
    return name.lower()


def resolve(target: Target, allowed_hosts: Collection[str]) -> tuple[str, ...]:
    """The numbers behind the host's name, asked for once, so that what was checked is what is called.

    Raises RefusedError when there are none, or when one of them is not public and the host is not among
    `allowed_hosts`: whoever owns a name can have it lead into the network of whoever asks.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedError("no such host", f"{target.host} is not known: {error}") from None
    numbers = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if target.host not in {host.lower() for host in allowed_hosts}:
        for number in numbers:
            if not is_public(number):
                detail = f"{target.host} leads to {number}; add --allow-host {target.host} if you mean it"
                raise RefusedError("not a public address", detail)
    return numbers


def is_public(number: str) -> bool:
    """Whether an IP address belongs to the public network, also where an older one is wrapped in it."""
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _unwrap(address))


def _unwrap(address: _IPAddress) -> list[_IPAddress]:
    """The address, or the IPv4 addresses that a transition scheme has put into it."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address in _NAT64:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    wrapped = [address.sixtofour] if address.sixtofour else list(address.teredo or ())
    return [address, *wrapped]
