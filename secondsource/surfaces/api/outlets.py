"""/outlets: who publishes, whose text theirs goes back to, and who came when."""

from fastapi import APIRouter

from secondsource.archive.desk import MOST
from secondsource.archive.outlets import REPORTS
from secondsource.model.outlets import OutletOrder
from secondsource.model.outlets_codec import OutletJson, OutletsJson, outlet_to_json, outlets_to_json
from secondsource.surfaces.api.answers import NounRoute
from secondsource.surfaces.api.asked import Id, Most, Name, Place, TheDesk

router = APIRouter(prefix="/outlets", tags=["outlets"], route_class=NounRoute)


@router.get("")
def list_outlets(
    desk: TheDesk, name: Name = None, order: OutletOrder = "most", most: Most = MOST, after: Place = 0
) -> OutletsJson:
    """Outlets whose reports were compared, that with most reports first, or by name."""
    return outlets_to_json(desk.outlets(name or "", order, most=most, after=after), after)


@router.get("/{name:path}")
def get_outlet(desk: TheDesk, name: Id, most: Most = REPORTS, after: Place = 0) -> OutletJson:
    """From whom an outlet's text comes, into whose it goes, how early it is, how much is its own; its reports."""
    return outlet_to_json(desk.outlet(name, most=most, after=after), after)
