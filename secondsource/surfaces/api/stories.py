"""/stories: the list, each story whole, and its parts."""

from typing import Any, Literal

from fastapi import APIRouter, Response

from secondsource.archive.desk import MOST
from secondsource.model.findings import Dossier, FindingKind, FindingVerdict, PointVerdict, StatementKind
from secondsource.model.listings import StoryFilter
from secondsource.model.lists_codec import (
    AccountJson,
    ArticlesJson,
    DescentJson,
    FindingsJson,
    PointsJson,
    StoriesJson,
    account_to_json,
    articles_to_json,
    descent_to_json,
    findings_to_json,
    points_to_json,
    stories_to_json,
)
from secondsource.model.stories_codec import StoryJson, judged_story_to_json
from secondsource.surfaces.api.answers import StoryRoute
from secondsource.surfaces.api.asked import (
    After,
    First,
    Id,
    Language,
    Last,
    Most,
    Name,
    TheDesk,
    TheStory,
    Word,
    read_days,
)
from secondsource.surfaces.export import to_gexf, to_graphml, to_prov

GraphForm = Literal["graphml", "gexf", "prov"]
Verdict = Literal["agree", "differ", "denied", "single", "impossible", "lost", "changed", "omitted"]

GRAPHS = {
    "graphml": (to_graphml, "application/graphml+xml"),
    "gexf": (to_gexf, "application/gexf+xml"),
    "prov": (to_prov, "application/ld+json"),
}

GRAPH_TYPES: dict[str, Any] = {
    media_type: {"schema": {"type": "object" if media_type.endswith("json") else "string"}}
    for _, media_type in GRAPHS.values()
}

router = APIRouter(prefix="/stories", tags=["stories"], route_class=StoryRoute)


@router.get("")
def list_stories(
    desk: TheDesk,
    place: Name = None,
    outlet: Name = None,
    speaker: Name = None,
    words: Word = None,
    first: First = None,
    last: Last = None,
    verdict: Verdict | None = None,
    language: Language = None,
    disputed: bool = False,
    order: Literal["changed", "happened", "id"] = "changed",
    most: Most = MOST,
    after: After = None,
) -> StoriesJson:
    """Stories in short, the one that changed (or happened) last first.

    In the order `id` all slices together hold every story once, also while reports come in.
    """
    first_on, last_on = read_days(first, last)
    asked = StoryFilter(
        place=place or None,
        outlet=outlet or None,
        speaker=speaker or None,
        words=words or None,
        first_on=first_on,
        last_on=last_on,
        disputed=disputed,
        verdict=verdict,
        language=language or None,
        order="happened" if order == "happened" else "changed",
    )
    return stories_to_json(desk.stories(asked, most=most, after=after, by_id=order == "id"))


@router.get("/{story}")
def get_story(story: TheStory) -> StoryJson:
    """A story whole: reports, lineages, derivations, points, findings and the account."""
    return judged_story_to_json(story)


@router.get("/{story}/descent")
def get_descent(story: TheStory) -> DescentJson:
    """Who was copied from whom, and from which lost originals."""
    return descent_to_json(story)


@router.get("/{story}/points")
def list_points(story: TheStory, kind: StatementKind | None = None, verdict: PointVerdict | None = None) -> PointsJson:
    """The matters that reports of the story speak of, with every report's statement."""
    return points_to_json([one for one in story.points if kind in (None, one.kind) and verdict in (None, one.verdict)])


@router.get("/{story}/findings")
def list_findings(
    story: TheStory, kind: FindingKind | None = None, verdict: FindingVerdict | None = None
) -> FindingsJson:
    """What a reader should know: denials, differences, omissions, with reasons and quoted words."""
    return findings_to_json(
        [one for one in story.findings if kind in (None, one.kind) and verdict in (None, one.verdict)]
    )


@router.get("/{story}/account")
def get_account(story: TheStory) -> AccountJson:
    """The story in quoted sentences, each with what it rests on."""
    return account_to_json(story)


@router.get("/{story}/versions")
def list_versions(desk: TheDesk, story: Id) -> ArticlesJson:
    """Those of the story's articles that were edited, each with its versions and what changed."""
    return articles_to_json(desk.versions(story))


@router.get("/{story}/graph.{form}", response_class=Response, responses={200: {"content": GRAPH_TYPES}})
def get_graph(story: TheStory, form: GraphForm) -> Response:
    """The graph of descent for other programs: GraphML, GEXF, or PROV-O as JSON-LD."""
    to_written, media_type = GRAPHS[form]
    return Response(to_written(Dossier((story,), ())), media_type=media_type)
