"""/disputes: what cannot all be so, or is denied."""

from fastapi import APIRouter

from secondsource.archive.desk import MOST
from secondsource.model.disputes import DisputeFilter
from secondsource.model.findings import FindingKind, FindingVerdict
from secondsource.model.lists_codec import DisputesJson, disputes_to_json
from secondsource.surfaces.api.answers import NounRoute
from secondsource.surfaces.api.asked import After, Most, TheDesk, Word

router = APIRouter(prefix="/disputes", tags=["disputes"], route_class=NounRoute)


@router.get("")
def list_disputes(
    desk: TheDesk,
    story: Word = None,
    kind: FindingKind | None = None,
    verdict: FindingVerdict | None = None,
    most: Most = MOST,
    after: After = None,
) -> DisputesJson:
    """What cannot all be so, or is denied, the one that was found last first."""
    return disputes_to_json(desk.disputes(DisputeFilter(story or None, kind, verdict), most=most, after=after))
