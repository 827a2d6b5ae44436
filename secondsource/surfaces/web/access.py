"""Who may ask the desk: the names that it is called by, and the token where there is one."""

from dataclasses import dataclass
from ipaddress import ip_address

OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
"""What browsers on this machine call it."""


@dataclass(frozen=True, slots=True)
class Access:
    """The names of the desk, in lower case and without brackets or port; any address where `by_address`.

    A page of another site can have its name lead to this machine, but not an address (DNS rebinding): so names are
    compared, and addresses may be let through.
    """

    hosts: frozenset[str] = OWN_NAMES
    by_address: bool = False
    token: str | None = None

    def knows(self, host: str) -> bool:
        """Whether the desk is what a request with this Host header asks for."""
        name = name_of(host)
        return name in self.hosts or (self.by_address and _is_address(name))


def name_of(host: str) -> str:
    """The name or address in a Host header, without its port and brackets, in lower case."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.rpartition(":")[0].lower() if host.count(":") == 1 else host.lower()


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
