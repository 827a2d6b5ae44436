"""robots.txt: what a site lets programs fetch, read as RFC 9309 says, in time linear in its length."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

LONGEST_RULE = 2_000
MOST_RULES = 5_000
"""Rules for one program; the longest of the large news sites have some hundred."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether paths that begin with `pattern` may be fetched; "*" stands for anything, a final "$" for the end."""

    pattern: str
    allows: bool


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that hold for this program, and how many seconds it must rest between requests."""

    rules: tuple[Rule, ...] = ()
    delay_seconds: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether `path`, with its query, may be fetched: the longest rule that fits decides, if in doubt it may."""
        plain = _normalize(path)
        fitting = [rule for rule in self.rules if _fits(rule.pattern, plain)]
        return max(fitting, key=lambda rule: (len(rule.pattern), rule.allows), default=Rule("", True)).allows


ALL_ALLOWED = Robots()


def parse_robots(text: str, product: str) -> Robots:
    """The rules for the program named `product`, or those for all programs where it is not named."""
    groups: dict[str, tuple[list[Rule], list[float]]] = {}
    current: list[str] = []
    naming = False
    for name, value in _lines(text):
        if name == "user-agent":
            current = [*current, value.lower()] if naming else [value.lower()]
            naming = True
            groups.setdefault(value.lower(), ([], []))
            continue
        naming = naming and name not in ("allow", "disallow", "crawl-delay")
        for agent in current:
            _add(name, value, *groups[agent])
    rules, delays = groups.get(product.lower()) or groups.get("*") or ([], [])
    return Robots(tuple(rules[:MOST_RULES]), max(delays, default=0.0))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        if colon and len(value) <= LONGEST_RULE:
            yield name.strip().lower(), value.strip()


def _add(name: str, value: str, rules: list[Rule], delays: list[float]) -> None:
    if name in ("allow", "disallow") and value:
        rules.append(Rule(_normalize(value), name == "allow"))
    elif name == "crawl-delay" and value.replace(".", "", 1).isdigit() and len(value) < 10:
        delays.append(float(value))


def _normalize(path: str) -> str:
    """The path with its characters written in one way, so that "%7Ejoe" and "~joe" are the same."""
    return quote(unquote(path, errors="replace"), safe="/*$?&=;:@!,+'()~-._")


def _fits(pattern: str, path: str) -> bool:
    """Whether the pattern fits the path, its pieces sought from left to right, each as early as can be."""
    anchored = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not anchored or path == first
    at = len(first)
    for piece in rest[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    last = rest[-1]
    if anchored:
        return len(path) - len(last) >= at and path.endswith(last)
    return path.find(last, at) >= 0
