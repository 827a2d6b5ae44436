"""Plantings: stories of reports that were written on their own, with copies of all kinds put among them."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import cycle

from gate.copyist import (
    Paragraphs,
    find_quotes,
    mistaken,
    pasted,
    quoting,
    reordered,
    requoted,
    rewritten,
    trimmed,
    verbatim,
)

LOST = "lost:"
"""Begins the name of a parent that is not among the reports."""

Edge = tuple[str, str]
"""Child and parent."""

EDITS: Mapping[str, Callable[[Paragraphs, random.Random], Paragraphs]] = {
    "verbatim": verbatim,
    "rewritten": rewritten,
    "trimmed": trimmed,
    "changed quotes": requoted,
    "reordered": reordered,
}
MANNERS = {"changed quotes": "verbatim", "reordered": "verbatim"}
"""What an edit is called in a dossier, where that is another word."""

KINDS = (*EDITS, "mash-up", "quotes only", "chain", "lost original", "re-stamped", "with mistakes")
_MOST_PARAGRAPHS = 40
_MOST_OUTLETS = 4
_LEAST_SOURCE = 6
"""Paragraphs of a report that is worth pasting from."""
_LEAST_QUOTES = 3
_LOSING = ("rewritten", "trimmed")
"""Edits that leave something out: what was made from the copy can be told from what was made from its parent."""
_PAIRS = (
    ("rewritten", "trimmed"),
    ("verbatim", "changed quotes"),
    ("trimmed", "rewritten"),
    ("reordered", "rewritten"),
)
"""Edits of the two copies of one story."""


@dataclass(frozen=True, slots=True)
class Base:
    """Reports of one event, each written on its own, by outlet."""

    name: str
    reports: Mapping[str, Paragraphs]


@dataclass(frozen=True, slots=True)
class Draft:
    name: str
    outlet: str
    published_at: str
    text: str


@dataclass
class Planting:
    """A story with copies. `manners` of all derivations; `kinds` says by which edits, and under what circumstances."""

    name: str
    texts: dict[str, Paragraphs]
    times: dict[str, datetime]
    lineages: dict[str, set[str]]
    manners: dict[Edge, str] = field(default_factory=dict)
    kinds: dict[Edge, set[str]] = field(default_factory=dict)

    def derive(self, child: str, parent: str, edit: str, *circumstances: str) -> None:
        self.manners[child, parent] = MANNERS.get(edit, edit)
        is_earlier = self.times[child] < self.times[parent]
        self.kinds[child, parent] = {edit, *circumstances, *(("re-stamped",) if is_earlier else ())}

    def drafts(self) -> Iterator[Draft]:
        for name, told in self.texts.items():
            text = "\n\n".join(" ".join(paragraph) for paragraph in told)
            yield Draft(name, to_outlet(name), self.times[name].isoformat(), text)


def to_outlet(name: str) -> str:
    return f"{name.title()} News"


def plant(bases: Iterable[Base], seed: int) -> Iterator[Planting]:
    """Copies planted among the reports of each story: every kind of edit as often as every other."""
    edits = cycle(_PAIRS)
    for number, base in enumerate(bases):
        chance = random.Random(f"{seed} {base.name}")  # noqa: S311
        planting = _sow(base, chance)
        source = max(planting.texts, key=lambda name: (min(_size(planting.texts[name]), 900), name))
        if number % 3 == 1:
            _plant_lost(planting, source, chance)
        else:
            copies = dict(zip(("copy 0", "copy 1"), next(edits), strict=True))
            for name, edit in copies.items():
                _plant_copy(planting, source, name, edit, chance)
            losing = [name for name, edit in copies.items() if edit in _LOSING]
            if losing:
                _plant_chain(planting, losing[0], chance)
            if len(losing) == len(copies):
                _plant_borrower(planting, source, chance)
                _plant_mashup(planting, source, chance)
        yield planting


def _sow(base: Base, chance: random.Random) -> Planting:
    largest = sorted(base.reports, key=lambda name: (-_size(base.reports[name]), name))[:_MOST_OUTLETS]
    texts = {name: base.reports[name][:_MOST_PARAGRAPHS] for name in sorted(largest)}
    start = datetime(2030, 5, 14, 6, tzinfo=UTC)
    times = {name: start + timedelta(minutes=chance.randint(0, 900)) for name in texts}
    return Planting(base.name, dict(texts), times, {name: {name} for name in texts})


def _plant_copy(planting: Planting, parent: str, child: str, edit: str, chance: random.Random) -> None:
    copy = EDITS[edit](planting.texts[parent], chance)
    loses = edit in ("rewritten", "trimmed")
    slips = loses and chance.random() < 0.5
    if slips:
        copy = mistaken(copy, chance)
    is_credited = edit == "verbatim" and chance.random() < 0.5
    if is_credited:
        copy = [[f"This report first appeared in {to_outlet(parent)}."], *copy]
    _add(planting, child, copy, parent, chance, may_be_early=loses or is_credited)
    planting.derive(child, parent, edit, *(("with mistakes",) if slips else ()))
    _lineage_of(planting, parent).add(child)


def _add(
    planting: Planting, child: str, copy: Paragraphs, parent: str, chance: random.Random, *, may_be_early: bool = True
) -> None:
    """Put in a report that is stamped later than what it was made from, or, in two of five cases, earlier.

    Where nothing but the times could tell which of two was first, they have to be right.
    """
    later = timedelta(minutes=chance.randint(20, 400))
    planting.texts[child] = copy
    planting.times[child] = planting.times[parent] + (-later if may_be_early and chance.random() < 0.4 else later)


def _plant_chain(planting: Planting, parent: str, chance: random.Random) -> None:
    """A copy of a copy, sometimes a copy of that; mistakes and cuts of the one in between show the way."""
    for number in range(1 + (chance.random() < 0.3)):
        child = f"{parent} again" if not number else f"{parent} once more"
        _plant_copy(planting, parent, child, chance.choice(("rewritten", "trimmed")), chance)
        planting.kinds[child, parent].add("chain")
        parent = child


def _plant_lost(planting: Planting, source: str, chance: random.Random) -> None:
    """Copies of a text that is then taken away.

    Each leaves out what the others have, and all are made in one way: else a copy could pass for the original, or
    nobody could tell which has its words.
    """
    whole, edit = planting.texts[source], chance.choice(("rewritten", "rewritten", "trimmed"))
    left_out = chance.sample(range(len(whole)), min(len(whole), 6))
    for place in range(2 + (chance.random() < 0.5)):
        planting.texts[source] = [told for at, told in enumerate(whole) if at not in left_out[place::3]]
        _plant_copy(planting, source, f"copy {place}", edit, chance)
    del planting.texts[source], planting.times[source]
    planting.lineages[source].discard(source)
    for child, parent in list(planting.manners):
        planting.manners[child, LOST + source] = planting.manners.pop((child, parent))
        planting.kinds[child, LOST + source] = planting.kinds.pop((child, parent)) | {"lost original"}
    if chance.random() < 0.5:
        _plant_chain(planting, "copy 0", chance)


def _plant_borrower(planting: Planting, source: str, chance: random.Random) -> None:
    """A report of its own gives up its quotations for those of the source, if that has enough that no other has."""
    others = _others(planting, source)
    heard = {quote for name in others for quote, _ in find_quotes(planting.texts[name])}
    quotes = [(quote, who) for quote, who in find_quotes(planting.texts[source]) if quote not in heard]
    if len(others) < 2 or len(quotes) < _LEAST_QUOTES or chance.random() < 0.3:
        return
    borrower = chance.choice(others)
    _add(planting, borrower, quoting(planting.texts[borrower], quotes, chance), source, chance)
    planting.derive(borrower, source, "quotes only")
    planting.lineages[source] |= planting.lineages.pop(borrower)


def _plant_mashup(planting: Planting, source: str, chance: random.Random) -> None:
    """Part of the source's text and part of another's, at times both in other words."""
    others = [name for name in _others(planting, source) if len(planting.texts[name]) >= _LEAST_SOURCE]
    if not others or chance.random() < 0.2:
        return
    parents = (source, chance.choice(others))
    parts = pasted(planting.texts[parents[0]], planting.texts[parents[1]], chance)
    if chance.random() < 0.3:
        parts = (rewritten(parts[0], chance), rewritten(parts[1], chance))
    _add(planting, "mash-up", parts[0] + parts[1], parents[0], chance)
    for parent in parents:
        planting.derive("mash-up", parent, "mash-up")
    most = parents[0] if _size(parts[0]) >= _size(parts[1]) else parents[1]
    _lineage_of(planting, most).add("mash-up")


def _others(planting: Planting, source: str) -> list[str]:
    """The reports that stand alone, beside the source."""
    return [name for name in planting.texts if planting.lineages.get(name) == {name} and name != source]


def _lineage_of(planting: Planting, name: str) -> set[str]:
    return next(lineage for lineage in planting.lineages.values() if name in lineage)


def _size(report: Paragraphs) -> int:
    return sum(len(sentence.split()) for paragraph in report for sentence in paragraph)
