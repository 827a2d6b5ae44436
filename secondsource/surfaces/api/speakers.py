"""/speakers: who is quoted, and everything that each is quoted as saying."""

from fastapi import APIRouter

from secondsource.archive.desk import MOST
from secondsource.archive.speakers import STORIES
from secondsource.model.speakers import SpeakerOrder
from secondsource.model.speakers_codec import SpeakersJson, SpokenJson, speakers_to_json, spoken_to_json
from secondsource.surfaces.api.answers import NounRoute
from secondsource.surfaces.api.asked import Id, Most, Name, Place, TheDesk

router = APIRouter(prefix="/speakers", tags=["speakers"], route_class=NounRoute)


@router.get("")
def list_speakers(
    desk: TheDesk, name: Name = None, order: SpeakerOrder = "most", most: Most = MOST, after: Place = 0
) -> SpeakersJson:
    """Those whom reports quote, the most often quoted first, or by name."""
    return speakers_to_json(desk.speakers(name or "", order, most=most, after=after), after)


@router.get("/{name:path}")
def get_speaker(desk: TheDesk, name: Id, most: Most = STORIES, after: Place = 0) -> SpokenJson:
    """Everything that a speaker is quoted as saying, story by story, as each report has it; the latest first."""
    return spoken_to_json(desk.speaker(name, most=most, after=after), after)
