"""From a story's statements to points: what several reports say about one matter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from secondsource.model.findings import Point, StatementKind
from secondsource.model.ids import digest
from secondsource.model.statements import Statements
from secondsource.model.stories import Story
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.claims import FEWEST_WORDS, find_claims, find_parts
from secondsource.stages.align.clusters import Group, draw_together
from secondsource.stages.align.counts import pairs_of_one_value, weigh_figures
from secondsource.stages.align.datings import find_datings, weigh_datings
from secondsource.stages.align.figures import find_figures
from secondsource.stages.align.joining import Joined, join_clauses
from secondsource.stages.align.kinds import kind_of_all
from secondsource.stages.align.matches import Match, Twins, Weigher, find_matches, gather_twins
from secondsource.stages.align.quotes import find_quotes, weigh_quotes
from secondsource.stages.align.retellings import Retellings
from secondsource.stages.align.speakers import Speakers
from secondsource.text.neighbours import Neighbours

DEFAULT = Align()
MOST_REASONS = 5
"""Reasons kept with a point: what holds two hundred copies together need not be said two hundred times."""
KINDS: tuple[StatementKind, ...] = ("quote", "claim", "figure", "dating")
WEIGHERS: Mapping[StatementKind, Weigher] = {
    "quote": weigh_quotes,
    "figure": weigh_figures,
    "dating": weigh_datings,
}
"""What weighs two statements by themselves; two claims are weighed among all of their story."""


def align(story: Story, statements: Mapping[str, Statements], settings: Align = DEFAULT) -> tuple[Point, ...]:
    """Every point of the story. A matter that one report alone tells is a point if it is a quote or a figure."""
    speakers = Speakers(story.readings, statements)
    offered = [
        candidate
        for order, reading in enumerate(story.readings)
        for candidate in _candidates(Offer(reading, statements[reading.report.id], order, speakers))
    ]
    near = _draw_near([text for c in offered if not c.is_part for text in (c.wording, c.context)], settings)
    return tuple(point for kind in KINDS for point in _points_of(kind, offered, near, settings))


def _draw_near(texts: Sequence[str], settings: Align) -> Neighbours:
    return Neighbours(texts, most=settings.nearest, floor=settings.likeness_floor)


def _candidates(offer: Offer) -> Iterator[Candidate]:
    quotes = tuple(find_quotes(offer))
    yield from quotes
    claims = tuple(find_claims(offer, tuple(quote.statement.span for quote in quotes if not quote.is_piece)))
    yield from claims
    yield from find_parts(offer, claims)
    yield from find_figures(offer)
    yield from find_datings(offer)


def _points_of(kind: StatementKind, offered: Sequence[Candidate], near: Neighbours, settings: Align) -> Iterator[Point]:
    ours = [c for c in offered if c.statement.kind == kind and not c.is_part]
    twins = gather_twins(ours)
    also = pairs_of_one_value([told.first for told in twins]) if kind == "figure" else ()
    weigh = Retellings(ours, near, settings).weigh if kind == "claim" else WEIGHERS[kind]
    matches = find_matches(twins, weigh, near, settings, also)
    by_left: dict[int, list[Match]] = {}
    for match in matches:
        by_left.setdefault(match.left, []).append(match)
    hold = settings.hold_words if kind in ("quote", "claim") else settings.hold_numbers
    groups = draw_together(twins, matches, hold)
    joined = _join(offered, twins, groups, weigh, settings) if kind == "claim" else {}
    for group in groups:
        beside = joined.get(group, ())
        told = [ours[index] for each in group for index in twins[each].members] + [one.clause for one in beside]
        if all(candidate.is_piece for candidate in told):
            continue
        if len(told) > 1 or kind in ("quote", "figure"):
            inside = set(group)
            within = [match for each in group for match in by_left.get(each, ()) if match.right in inside]
            told_as = kind_of_all(candidate.telling for candidate in told) if kind == "claim" else kind
            reasons = _reasons(twins, group, within, beside)
            yield _to_point(told_as, _title(kind, twins, group, within), told, reasons)


def _join(
    offered: Sequence[Candidate], twins: Sequence[Twins], groups: Sequence[Group], weigh: Weigher, settings: Align
) -> dict[Group, tuple[Joined, ...]]:
    """The clauses that go to each group of claims; they are near or far among claims and clauses alone."""
    parts = [candidate for candidate in offered if candidate.is_part]
    near = _draw_near([*(told.first.matter for told in twins), *(part.matter for part in parts)], settings)
    return join_clauses(parts, twins, groups, weigh, near, settings)


def _to_point(kind: StatementKind, title: str, told: Iterable[Candidate], reasons: tuple[str, ...]) -> Point:
    statements = [candidate.statement for candidate in sorted(told, key=lambda candidate: candidate.order)]
    speakers = [statement.speaker for statement in statements if statement.speaker]
    speaker = min(speakers, key=lambda name: (-speakers.count(name), name), default=None)
    places = [f"{s.report}:{s.span.start}:{s.span.end}:{s.value or ''}" for s in statements]
    own = tuple(replace(statement, kind=kind) for statement in statements)
    return Point(digest(kind, *places), kind, " ".join(title.split()), speaker, own, reasons)


def _title(kind: StatementKind, twins: Sequence[Twins], group: Sequence[int], matches: Sequence[Match]) -> str:
    """The fullest wording of a quote; of other kinds, that which the others match best.

    A figure needs its sentence, and so do few words of a claim ("these accusations").
    """
    score = dict.fromkeys(group, 0.0)
    for match in matches:
        score[match.left] += match.weight.score * len(twins[match.right].members)
        score[match.right] += match.weight.score * len(twins[match.left].members)
    if kind == "quote":
        return max((twins[each].first for each in group), key=lambda first: (len(first.text), -first.order)).text
    central = twins[max(group, key=lambda each: (score[each], len(twins[each].members), -each))].first
    return central.context if kind == "figure" or len(central.text.split()) < FEWEST_WORDS else central.text


def _reasons(
    twins: Sequence[Twins], group: Sequence[int], matches: Sequence[Match], beside: Iterable[Joined]
) -> tuple[str, ...]:
    """Why the statements belong together, the surest first."""
    told = ["the same to the letter in several reports"] if any(len(twins[each].members) > 1 for each in group) else []
    told += [m.weight.reason for m in sorted(matches, key=lambda match: (-match.weight.score, match.left, match.right))]
    told += [one.reason for one in beside]
    return tuple(dict.fromkeys(told))[:MOST_REASONS]
