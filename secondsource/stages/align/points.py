"""From a story's statements to points: what several reports say about one matter."""

from collections.abc import Iterator, Mapping, Sequence

from secondsource.model.findings import Point, StatementKind
from secondsource.model.ids import digest
from secondsource.model.statements import Statements
from secondsource.model.stories import Story
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.claims import find_claims, weigh_claims
from secondsource.stages.align.clusters import draw_together
from secondsource.stages.align.datings import find_datings, weigh_datings
from secondsource.stages.align.figures import find_figures, weigh_figures
from secondsource.stages.align.matches import Match, Weigher, find_matches
from secondsource.stages.align.quotes import find_quotes, weigh_quotes
from secondsource.stages.align.speakers import Speakers
from secondsource.text.neighbours import Neighbours

DEFAULT = Align()
WEIGHERS: Mapping[StatementKind, Weigher] = {
    "quote": weigh_quotes,
    "claim": weigh_claims,
    "figure": weigh_figures,
    "dating": weigh_datings,
}


def align(story: Story, statements: Mapping[str, Statements], settings: Align = DEFAULT) -> tuple[Point, ...]:
    """Every point of the story. A matter that one report alone tells is a point if it is a quote or a figure."""
    speakers = Speakers(story.readings, statements)
    offered = [
        candidate
        for order, reading in enumerate(story.readings)
        for candidate in _candidates(Offer(reading, statements[reading.report.id], order, speakers))
    ]
    near = Neighbours(
        [text for candidate in offered for text in (candidate.wording, candidate.context)],
        most=settings.nearest,
        floor=settings.likeness_floor,
    )
    return tuple(point for kind in WEIGHERS for point in _points_of(kind, offered, near, settings))


def _candidates(offer: Offer) -> Iterator[Candidate]:
    quotes = tuple(find_quotes(offer))
    yield from quotes
    yield from find_claims(offer, tuple(quote.statement.span for quote in quotes))
    yield from find_figures(offer)
    yield from find_datings(offer)


def _points_of(kind: StatementKind, offered: Sequence[Candidate], near: Neighbours, settings: Align) -> Iterator[Point]:
    ours = [candidate for candidate in offered if candidate.statement.kind == kind]
    matches = find_matches(ours, WEIGHERS[kind], near, settings)
    by_member: dict[int, list[Match]] = {}
    for match in matches:
        by_member.setdefault(match.left, []).append(match)
    hold = settings.hold_words if kind in ("quote", "claim") else settings.hold_numbers
    for group in draw_together(ours, matches, hold):
        if len(group) > 1 or kind in ("quote", "figure"):
            within = [match for index in group for match in by_member.get(index, ()) if match.right in group]
            yield _to_point(kind, ours, group, within)


def _to_point(
    kind: StatementKind, candidates: Sequence[Candidate], group: Sequence[int], matches: Sequence[Match]
) -> Point:
    statements = tuple(candidates[index].statement for index in group)
    central = candidates[_central(group, matches, candidates, kind)]
    title = central.context if kind == "figure" else central.text
    speakers = [statement.speaker for statement in statements if statement.speaker]
    speaker = min(speakers, key=lambda name: (-speakers.count(name), name), default=None)
    places = [f"{s.report}:{s.span.start}:{s.span.end}" for s in statements]
    reasons = sorted(matches, key=lambda match: (-match.weight.score, match.left, match.right))
    told = tuple(dict.fromkeys(match.weight.reason for match in reasons))
    return Point(digest(kind, *places), kind, " ".join(title.split()), speaker, statements, told)


def _central(group: Sequence[int], matches: Sequence[Match], candidates: Sequence[Candidate], kind: str) -> int:
    """The fullest quote; of other kinds the member that the others match best."""
    score = dict.fromkeys(group, 0.0)
    for match in matches:
        score[match.left] += match.weight.score
        score[match.right] += match.weight.score
    if kind == "quote":
        return max(group, key=lambda index: (len(candidates[index].text), score[index], -index))
    return max(group, key=lambda index: (score[index], -index))
