"""Nations: the words that reports use for one land: its name, its people, its capital, its seat of government."""

from collections.abc import Collection, Mapping
from functools import cache

from secondsource.text.lexicon import load_lexicon

Seats = Mapping[frozenset[str], frozenset[str]]
"""What a text itself says: the words of a capital or seat of government → those of the land, all in small letters."""

HEADS = frozenset(["chief", "head", "boss", "master"])
"""Words that mean the leader when nothing but a land stands beside them: "the Kremlin chief"."""


@cache
def _aliases() -> tuple[tuple[frozenset[str], str], ...]:
    """The words of each way to name a land → its name; the longest first."""
    aliases: dict[frozenset[str], str] = {}
    for country in load_lexicon("names")["countries"]:
        for way in (country["name"], *country["also"], *country["peoples"], *country["cities"]):
            aliases.setdefault(frozenset(way.lower().split()), country["name"])
    for group in load_lexicon("roles")["seats"]:
        aliases.update((frozenset(seat.split()), group["land"]) for seat in group["words"])
    return tuple(sorted(aliases.items(), key=lambda alias: (-len(alias[0]), sorted(alias[0]))))


@cache
def _lands() -> frozenset[str]:
    return frozenset(land for _, land in _aliases())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word for words, _ in _aliases() for word in words)


def to_lands(words: Collection[str], seats: Seats) -> frozenset[str]:
    """`words`, with all that name a land put as its name: north, korean → "North Korea"; ellith → norland."""
    left = set(words)
    for seat, land in seats.items():
        if seat <= left:
            left = (left - seat) | land
    lands = set()
    if left & _first_words():
        for alias, name in _aliases():
            if alias <= left:
                left -= alias
                lands.add(name)
    return frozenset(left | lands)


def is_land(words: Collection[str], seats: Seats) -> bool:
    """Whether `words`, as `to_lands` gives them, name a land and nothing else."""
    known = _lands() | {word for land in seats.values() for word in land}
    return bool(words) and all(word in known for word in words)


def to_office(office: str, details: Collection[str], seats: Seats) -> str:
    """“the Kremlin chief”, “the head of the Norland government”: the leader."""
    if office in HEADS | {"leader"} and {"government", "state"} & set(details):
        return "leader"
    return "leader" if office in HEADS and is_land(details, seats) else office
