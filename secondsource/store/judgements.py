"""What was judged of stories, as it is remembered: packed whole, and in rows for whoever lists or searches."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select

from secondsource.model.disputes import Dispute
from secondsource.model.findings import AccountLine, Finding, JudgedStory, Point
from secondsource.model.speakers import Voice
from secondsource.model.stories import Stemma
from secondsource.store.names import fold
from secondsource.store.packing import pack, unpack
from secondsource.store.statements import save_tellings
from secondsource.store.stories import forget_judgement
from secondsource.store.tables import document, report, story
from secondsource.store.verdicts import derivation, descent, dispute, finding, point, scene, voice

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was judged of a story, without its readings: the part of a JudgedStory that cannot be looked up."""

    stemma: Stemma
    points: tuple[Point, ...]
    findings: tuple[Finding, ...]
    account: tuple[AccountLine, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What is listed of a story beside its verdicts: `places` with how many reports say so, `hours` after the first
    outlet at which reports came out, by their ids.
    """

    disputes: tuple[Dispute, ...]
    places: Mapping[str, int]
    voices: tuple[Voice, ...]
    hours: Mapping[str, float]


def save_verdicts(connection: Connection, judged: JudgedStory, listed: Listed, judged_by: str) -> None:
    """Remember what was judged of a story."""
    story_id = judged.story.id
    forget_judgement(connection, story_id)
    verdicts = Verdicts(judged.stemma, judged.points, judged.findings, judged.account)
    connection.execute(
        story.update()
        .where(story.c.id == story_id)
        .values(judgement=pack(verdicts), judged_by=judged_by, independent_sources=judged.independent_sources)
    )
    set_in = [{"place": place, "folded": fold(place), "reports": count} for place, count in listed.places.items()]
    filled = (
        (point, _point_rows(judged)),
        (finding, _finding_rows(judged)),
        (descent, _descent_rows(judged, listed.hours)),
        (derivation, _derivation_rows(judged, listed.hours)),
        (dispute, _dispute_rows(listed.disputes)),
        (scene, set_in),
        (voice, [asdict(one) for one in listed.voices]),
    )
    for table, rows in filled:
        if rows:
            connection.execute(table.insert(), [row | {"story": story_id} for row in rows])
    save_tellings(connection, judged)


def load_verdicts(connection: Connection, story_id: str) -> Verdicts | None:
    """What was judged of a story; None when it has changed since."""
    packed = connection.execute(select(story.c.judgement).where(story.c.id == story_id)).scalar_one()
    return None if packed is None else unpack(packed, Verdicts)


def find_arrivals(connection: Connection, reports: Sequence[str]) -> dict[str, str]:
    """When each of these reports was added (ISO 8601)."""
    joined = select(report.c.id, document.c.added_at).join(document, document.c.id == report.c.document)
    return {row.id: row.added_at for row in connection.execute(joined.where(report.c.id.in_(reports)))}


def _point_rows(judged: JudgedStory) -> list[Row]:
    return [
        {
            "id": one.id,
            "kind": one.kind,
            "verdict": one.verdict,
            "title": one.title,
            "speaker": one.speaker,
            "independent_sources": one.independent_sources,
        }
        for one in judged.points
    ]


def _finding_rows(judged: JudgedStory) -> list[Row]:
    return [
        {
            "place": place,
            "kind": one.kind,
            "verdict": one.verdict,
            "title": one.title,
            "about": one.about,
            "omitted_by": one.omitted_by,
        }
        for place, one in enumerate(judged.findings)
    ]


def _descent_rows(judged: JudgedStory, hours: Mapping[str, float]) -> list[Row]:
    reports = {reading.report.id: reading.report for reading in judged.story.readings}
    return [
        {
            "report": one,
            "lineage": lineage.id,
            "is_root": one == lineage.root,
            "original": (lineage.name or "") if lineage.lost_original else None,
            "own_share": judged.stemma.own_share(one, len(reports[one].text)),
            "outlet": reports[one].outlet,
            "hours": hours.get(one),
        }
        for lineage in judged.stemma.lineages
        for one in lineage.reports
    ]


def _derivation_rows(judged: JudgedStory, hours: Mapping[str, float]) -> list[Row]:
    lineages = {lineage.id: lineage for lineage in judged.stemma.lineages}
    outlets = {reading.report.id: reading.report.outlet for reading in judged.story.readings}
    return [
        {
            "child": one.child,
            "parent": None if one.parent in lineages else one.parent,
            "manner": one.manner,
            "score": one.score,
            "original": (lineages[one.parent].name or "") if one.parent in lineages else None,
            "child_outlet": outlets[one.child],
            "parent_outlet": outlets.get(one.parent),
            "hours": round(hours[one.child] - hours[one.parent], 2)
            if {one.child, one.parent} <= hours.keys()
            else None,
        }
        for one in judged.stemma.derivations
    ]


def _dispute_rows(disputes: Sequence[Dispute]) -> list[Row]:
    return [
        {
            "id": one.id,
            "kind": one.kind,
            "verdict": one.verdict,
            "title": one.title,
            "point": one.point,
            "found_at": one.found_at,
        }
        for one in disputes
    ]
