"""/feeds: the stories and the disputes that came last, as Atom."""

from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from secondsource.model.disputes import Dispute
from secondsource.model.stories import StorySummary
from secondsource.surfaces.api.asked import TheDesk
from secondsource.surfaces.api.atom import MEDIA_TYPE, Entry, to_atom
from secondsource.surfaces.page.phrases import FINDING_VERDICTS, counted

MOST = 50
"""Entries of a feed; a choice. Whoever asks once an hour misses none unless more change in that hour."""

router = APIRouter(prefix="/feeds", include_in_schema=False)


@router.get("/stories.atom")
def feed_stories(request: Request, desk: TheDesk) -> Response:
    """The stories that changed last; a story that changes again is the same entry, updated."""
    entries = [_to_story_entry(request, story) for story in desk.stories(most=MOST).items]
    return _answer(request, "feed/stories", "Stories", entries)


@router.get("/disputes.atom")
def feed_disputes(request: Request, desk: TheDesk) -> Response:
    """The disputes that were found last: what is denied, what differs in fact, what cannot be."""
    entries = [_to_dispute_entry(request, dispute) for dispute in desk.disputes(most=MOST).items]
    return _answer(request, "feed/disputes", "New disputes", entries)


def _answer(request: Request, name: str, title: str, entries: list[Entry]) -> Response:
    own, page = str(request.url.replace(query="", fragment="")), str(request.base_url)
    return Response(to_atom(name, title, entries, own_link=own, page_link=page), media_type=MEDIA_TYPE)


def _to_story_entry(request: Request, story: StorySummary) -> Entry:
    told = counted(story.reports, "report")
    told += (
        ", not compared yet"
        if story.independent_sources is None
        else f", {counted(story.independent_sources, 'independent source')}"
    )
    summary = f"{told}; happened on {story.happened_on}" if story.happened_on else told
    return Entry(f"story/{story.id}", story.title, summary, story.changed_at, _to_link(request, story.id))


def _to_dispute_entry(request: Request, dispute: Dispute) -> Entry:
    verdict = FINDING_VERDICTS.get(dispute.verdict, dispute.verdict)
    return Entry(
        f"dispute/{dispute.id}",
        dispute.title,
        f"{dispute.kind}: {verdict}",
        dispute.found_at,
        _to_link(request, dispute.story),
        dispute.verdict,
    )


def _to_link(request: Request, story: str) -> str:
    return f"{request.base_url}stories/{quote(story, safe='')}"
