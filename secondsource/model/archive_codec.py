"""Documents, stories and decisions of an archive, as JSON: the keys that docs/contract.md promises."""

from collections.abc import Sequence

from secondsource.model.codec import Json, rejection_to_json
from secondsource.model.decisions import LoggedDecision
from secondsource.model.reports import Addition, Rejection
from secondsource.model.stories import StorySummary


def summary_to_json(story: StorySummary) -> Json:
    """A story in short: one line of `secondsource stories`."""
    return {
        "id": story.id,
        "title": story.title,
        "happened_on": story.happened_on,
        "changed_at": story.changed_at,
        "reports": story.reports,
        "independent_sources": story.independent_sources,
    }


def decision_to_json(made: LoggedDecision, overruled_by: Sequence[int]) -> Json:
    """A decision: one line of `secondsource decisions`."""
    return {
        "number": made.number,
        "kind": made.decision.kind,
        "reports": list(made.decision.reports),
        "others": list(made.decision.others),
        "title": made.decision.title,
        "made_by": made.made_by,
        "made_at": made.made_at,
        "overruled_by": list(overruled_by),
        "undone_by": made.undone_by,
        "undone_at": made.undone_at,
    }


def addition_to_json(addition: Addition | Rejection) -> Json:
    """What became of a document that was handed to an archive: one line of `secondsource add --json`."""
    if isinstance(addition, Rejection):
        return {"rejection": rejection_to_json(addition)}
    return {
        "place": addition.place,
        "became": addition.became,
        "report": addition.report,
        "story": addition.story,
    }
