"""Which story keeps its id, when the reports of stories are parted anew."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from secondsource.model.ids import digest
from secondsource.model.sketches import Placement

Stories = Mapping[str, Sequence[str]]
"""Ids of stories, each with the ids of its reports."""


def succeed(
    newcomer: str, before: Stories, parts: Sequence[Sequence[str]], is_taken: Callable[[str], bool]
) -> Placement:
    """Give each part the id of the story that it goes on with, or an id that is not taken.

    A story goes on with the part that has most of its reports, of equal parts the one that has the first of them. A
    part with which several stories go on has the id of the largest, of equals the one named first.
    """
    heirs = {story: _heir(reports, parts) for story, reports in before.items()}
    named: dict[int, str] = {}
    for story in sorted(before, key=lambda story: -len(before[story])):
        named.setdefault(heirs[story], story)
    for number, part in enumerate(parts):
        if number not in named:
            named[number] = _new_id(part, is_taken)
    arrival = {report: place for place, report in enumerate(report for held in before.values() for report in held)}
    members = {}
    for number, part in enumerate(parts):
        kept = set(before.get(named[number], ()))
        members[named[number]] = tuple(
            sorted(part, key=lambda report: (report not in kept, arrival.get(report, len(arrival))))
        )
    return Placement(
        story=next(story for story, reports in members.items() if newcomer in reports),
        members={story: reports for story, reports in members.items() if set(reports) != set(before.get(story, ()))},
        gone={story: named[heir] for story, heir in heirs.items() if story not in members},
    )


def _heir(reports: Sequence[str], parts: Sequence[Sequence[str]]) -> int:
    """The number of the part with which a story of these reports goes on."""
    part_of = {report: number for number, part in enumerate(parts) for report in part}
    shares = Counter(part_of[report] for report in reports)
    return max(shares, key=lambda number: shares[number])


def _new_id(part: Sequence[str], is_taken: Callable[[str], bool]) -> str:
    story = digest("story", *sorted(part))
    while is_taken(story):
        story = digest("story", story, *sorted(part))
    return story
