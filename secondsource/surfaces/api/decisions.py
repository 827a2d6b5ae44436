"""/decisions: how people correct the machine."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from secondsource.archive.deciding import Ruled
from secondsource.archive.desk import Desk
from secondsource.errors import UsageError
from secondsource.model.archive_codec import DecisionJson, decision_to_json
from secondsource.model.lists_codec import AskedDecisionJson, DecisionsJson, RuledJson, decisions_to_json, ruled_to_json
from secondsource.surfaces.api.answers import NounRoute
from secondsource.surfaces.api.asked import LONGEST, TheDesk

router = APIRouter(prefix="/decisions", tags=["decisions"], route_class=NounRoute)

Number = Annotated[int, Path(ge=1, le=2**53)]
By = Annotated[str, Query(min_length=1, max_length=LONGEST, description="Who takes it back.", examples=["Ines"])]


@router.get("")
def list_decisions(desk: TheDesk, undone: bool = False) -> DecisionsJson:
    """The decisions that hold, in the order in which they were made; with `undone`, the others too."""
    return decisions_to_json(desk.decisions(undone=undone))


@router.get("/{number}")
def get_decision(desk: TheDesk, number: Number) -> DecisionJson:
    """A decision, whether it holds or was undone."""
    made, overruled_by = desk.decision(number)
    return decision_to_json(made, overruled_by)


@router.post("", status_code=201)
def decide(desk: TheDesk, body: AskedDecisionJson) -> RuledJson:
    """Correct the machine: merge, split, lock or rename stories; say what is no copy, or one source."""
    ruled = _rule(desk, body)
    return ruled_to_json(ruled.number, ruled.stories, ruled.overrules)


@router.delete("/{number}")
def undo(desk: TheDesk, number: Number, by: By) -> DecisionJson:
    """Take a decision back; it stays in the log."""
    made = desk.undo(number, by)
    return decision_to_json(made, ())


def _rule(desk: Desk, body: AskedDecisionJson) -> Ruled:
    kind, by = body["kind"], body["by"].strip()
    if not by:
        raise UsageError("`by` is empty: give the name of who decides")
    stories, reports = body.get("stories", []), body.get("reports", [])
    if kind == "merge":
        one, other = _exactly(2, stories, "stories")
        return desk.merge(one, other, by=by)
    if kind == "not a copy":
        one, other = _exactly(2, reports, "reports")
        return desk.not_a_copy(one, other, by=by)
    if kind == "same source":
        return desk.same_source(reports, by=by)
    [story] = _exactly(1, stories, "stories")
    if kind == "split":
        return desk.split(story, reports, by=by)
    if kind == "lock":
        return desk.lock(story, by=by)
    return desk.rename(story, body.get("title", ""), by=by)


def _exactly(count: int, named: list[str], field: str) -> list[str]:
    if len(named) != count:
        raise UsageError(f"`{field}` names {len(named)}, and this kind of decision takes {count}; give as many")
    return named
