"""Knobs of watching feeds, each number with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Watch:
    """Knobs of watching feeds. How single pages are fetched stands under `fetch`."""

    every_minutes: float = 30.0
    """Rest between two rounds through all feeds. Feed readers ask every half hour to every hour."""

    most_pages: int = 100
    """Pages fetched of one feed in one round, the newest first; the others wait for the next round. Feeds hold 10 to 50
    entries; a news sitemap of 1,000 is through after ten rounds, at a page a second."""

    most_listed: int = 10_000
    """Entries taken from one list. News sitemaps may have 1,000, others 50,000."""

    most_sitemaps: int = 10
    """Sitemaps read of one index of sitemaps, the first ones; the first is the newest or the one for news."""

    rest_minutes: float = 5.0
    """How long what failed in passing is left alone, twice as long after each further failure, unless the site says
    how long: a server that restarts takes a minute or two."""

    longest_rest_hours: float = 24.0
    """No rest is longer, unless the site asks for it. Feeds that are refused for good are asked again after this."""

    most_tries: int = 6
    """Requests for a page that fails in passing, then it is given up: they span two and a half hours."""

    again_hours: float = 6.0
    """Hours after which a page is asked for again, to see if it was edited; then after four times as long, and so on.
    0: only if its feed says that it was."""

    again_days: float = 7.0
    """Days after which that ends: nearly a fifth of all news reports are edited within a week, few later."""
