"""Knobs of fetching, each number with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetch:
    """Knobs of fetching pages."""

    user_agent: str = "secondsource (fetches news pages that a person asked for, one by one; obeys robots.txt)"
    """What the program calls itself; its first word is the name that robots.txt can use."""

    max_bytes: int = 16 * 2**20
    """A page may be this large, as sent and unpacked. The largest of some 1,100 news pages looked at had 6 MB."""

    max_seconds: float = 60.0
    """A page must have come in this time, from the first byte asked to the last one had, each redirect anew."""

    connect_seconds: float = 10.0
    """A host must answer in this time; who waits at a browser gives up after about as long."""

    max_redirects: int = 5
    """What RFC 9309 asks crawlers to follow for robots.txt; real pages redirect once or twice."""

    delay_seconds: float = 1.0
    """Rest between two requests to one host, unless its robots.txt asks for a longer one."""

    longest_delay_seconds: float = 30.0
    """A longer rest is not kept but refused: the page is listed, and the person can fetch it by hand."""

    max_robots_bytes: int = 512 * 2**10
    """How much of a robots.txt is read: RFC 9309 asks for 500 KB at least."""

    allowed_hosts: tuple[str, ...] = ()
    """Hosts that are fetched from though they are not public, such as a server of one's own."""

    max_items: int = 50
    """Pages fetched of one feed or sitemap, the first ones: feeds hold 10 to 50, news sitemaps up to 1,000."""
