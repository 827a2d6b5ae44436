"""Clusters: matches drawn together, at most one statement a report, so that each matter is one point."""

from collections.abc import Sequence

from secondsource.stages.align.candidates import Candidate
from secondsource.stages.align.matches import Match


def draw_together(candidates: Sequence[Candidate], matches: Sequence[Match]) -> tuple[tuple[int, ...], ...]:
    """Groups of candidates, best matches first; a merge that would take two statements of one report is left out."""
    group_of = {index: index for index in range(len(candidates))}
    members = {index: [index] for index in range(len(candidates))}
    for match in matches:
        one, other = group_of[match.left], group_of[match.right]
        if one == other:
            continue
        orders = {candidates[index].order for index in members[one]}
        if any(candidates[index].order in orders for index in members[other]):
            continue
        for index in members[other]:
            group_of[index] = one
        members[one] += members.pop(other)
    return tuple(tuple(sorted(group)) for _, group in sorted(members.items()))
