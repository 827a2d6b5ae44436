"""From a story's statements to points: what several reports say about one matter."""

from collections.abc import Iterator, Mapping, Sequence

from secondsource.model.findings import Point, StatementKind
from secondsource.model.ids import digest
from secondsource.model.statements import Statements
from secondsource.model.stories import Story
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, find_candidates
from secondsource.stages.align.clusters import draw_together
from secondsource.stages.align.matches import Match, find_matches
from secondsource.stages.align.speakers import resolve_speakers

DEFAULT = Align()
KINDS: tuple[StatementKind, ...] = ("quote", "claim", "figure", "dating")


def align(story: Story, statements: Mapping[str, Statements], settings: Align = DEFAULT) -> tuple[Point, ...]:
    """Every point of the story. A matter that one report alone tells is a point if it is a quote or a figure."""
    speakers = resolve_speakers(story.readings, statements)
    candidates = [
        candidate
        for order, reading in enumerate(story.readings)
        for candidate in find_candidates(reading, statements[reading.report.id], order, speakers)
    ]
    return tuple(point for kind in KINDS for point in _points_of(kind, candidates, settings))


def _points_of(kind: StatementKind, candidates: Sequence[Candidate], settings: Align) -> Iterator[Point]:
    ours = [candidate for candidate in candidates if candidate.statement.kind == kind]
    matches = find_matches(ours, settings)
    for group in draw_together(ours, matches):
        if len(group) > 1 or kind in ("quote", "figure"):
            within = [match for match in matches if match.left in group and match.right in group]
            yield _to_point(kind, [ours[index] for index in group], within)


def _to_point(kind: StatementKind, members: Sequence[Candidate], matches: Sequence[Match]) -> Point:
    statements = tuple(member.statement for member in members)
    fullest = max(statements, key=lambda statement: (len(statement.text), statement.report))
    speakers = [statement.speaker for statement in statements if statement.speaker]
    speaker = min(speakers, key=lambda name: (-speakers.count(name), name), default=None)
    places = [f"{s.report}:{s.span.start}:{s.span.end}" for s in statements]
    return Point(digest(kind, *places), kind, fullest.text, speaker, statements, tuple(_reasons(matches)))


def _reasons(matches: Sequence[Match]) -> Iterator[str]:
    if matches:
        least = min(match.score for match in matches)
        yield f"each is the other's nearest statement in its report; likeness {least:.2f} or more"
