"""Stories as they are listed: those that are asked for, and what stands beside each."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Join, Select, and_, exists, func, or_, select

from secondsource.model.disputes import Dispute
from secondsource.model.listings import Named, StoryFilter
from secondsource.model.queries import Term, Words
from secondsource.model.stories import StorySummary
from secondsource.store import words
from secondsource.store.names import find_names, fold
from secondsource.store.statements import SAME_VERDICT
from secondsource.store.stories import to_summary
from secondsource.store.tables import document, member, report, statement, story, supply
from secondsource.store.verdicts import dispute, finding, point, scene

_BEHIND = "~"
"""Stands behind every character of an instant, so that a day includes all its instants."""


def find_stories(connection: Connection, asked: StoryFilter, most: int, after: int) -> list[StorySummary]:
    """Up to `most` of the stories asked for, from place `after` on, the latest first."""
    day = _day_of(asked)
    chosen = _chosen(connection, asked).order_by(day.desc(), story.c.id)
    return [to_summary(row) for row in connection.execute(chosen.limit(most).offset(after))]


def find_story_slice(
    connection: Connection, asked: StoryFilter, most: int, after: tuple[str, str] | None
) -> list[StorySummary]:
    """Up to `most` of the stories asked for, the latest first, behind the one with this day (or instant) and id."""
    day, chosen = _day_of(asked), _chosen(connection, asked)
    if after is not None:
        when, last = after
        chosen = chosen.where(day <= when, or_(day < when, and_(day == when, story.c.id > last)))
    rows = connection.execute(chosen.order_by(day.desc(), story.c.id).limit(most))
    return [to_summary(row) for row in rows]


def find_story_slice_by_id(
    connection: Connection, asked: StoryFilter, most: int, after: str | None
) -> list[StorySummary]:
    """Up to `most` of the stories asked for, in the order of their ids, behind the one with this id."""
    chosen = _chosen(connection, asked).where(story.c.id > (after or ""))
    return [to_summary(row) for row in connection.execute(chosen.order_by(story.c.id).limit(most))]


def find_unknown_names(connection: Connection, asked: StoryFilter) -> list[str]:
    """The names asked for that nothing in the archive has, each behind its field."""
    fields = (("outlet", asked.outlet), ("speaker", asked.speaker))
    unknown = [f"{field} {name}" for field, name in fields if name and not find_names(connection, field, name)]
    if asked.place and not _places(connection, asked.place):
        unknown.insert(0, f"place {asked.place}")
    return unknown


def load_disputes(connection: Connection, stories: Sequence[str]) -> dict[str, list[Dispute]]:
    """The disputes of these stories, in the order in which they began."""
    rows = connection.execute(select(dispute).where(dispute.c.story.in_(stories)).order_by(dispute.c.found_at))
    found: dict[str, list[Dispute]] = {}
    for row in rows:
        made = Dispute(row.id, row.story, row.kind, row.verdict, row.title, row.point, row.found_at)
        found.setdefault(row.story, []).append(made)
    return found


def load_scenes(connection: Connection, stories: Sequence[str]) -> dict[str, list[str]]:
    """Where these stories are set, the place that most reports name first."""
    rows = connection.execute(
        select(scene.c.story, scene.c.place)
        .where(scene.c.story.in_(stories))
        .order_by(scene.c.reports.desc(), scene.c.place)
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.story, []).append(row.place)
    return found


def count_outlets(connection: Connection, stories: Sequence[str]) -> dict[str, list[Named]]:
    """The outlets of each of these stories, those with most reports first."""
    joined = member.join(report, report.c.id == member.c.report)
    return _count(connection, joined, report.c.outlet, stories)


def count_agencies(connection: Connection, stories: Sequence[str]) -> dict[str, list[Named]]:
    """The agencies that reports of each of these stories credit, those that most credit first."""
    joined = member.join(supply, supply.c.report == member.c.report)
    return _count(connection, joined, supply.c.agency, stories)


def count_new(connection: Connection, stories: Sequence[str], since: str) -> dict[str, int]:
    """How many reports of each of these stories were added after an instant (ISO 8601)."""
    joined = member.join(report, report.c.id == member.c.report).join(document, document.c.id == report.c.document)
    chosen = select(member.c.story, func.count()).select_from(joined)
    late = chosen.where(member.c.story.in_(stories), document.c.added_at > since).group_by(member.c.story)
    return {row[0]: row[1] for row in connection.execute(late)}


def _count(
    connection: Connection, joined: Join, name: ColumnElement[str], stories: Sequence[str]
) -> dict[str, list[Named]]:
    chosen = select(member.c.story, name, func.count()).select_from(joined).where(member.c.story.in_(stories))
    rows = connection.execute(chosen.group_by(member.c.story, name).order_by(func.count().desc(), name))
    found: dict[str, list[Named]] = {}
    for story_id, named, count in rows:
        if named:
            found.setdefault(story_id, []).append(Named(named, count))
    return found


def _day_of(asked: StoryFilter) -> ColumnElement[str]:
    return story.c.changed_at if asked.order == "changed" else story.c.happened_on


def _chosen(connection: Connection, asked: StoryFilter) -> Select[tuple[object, ...]]:
    columns = [column for column in story.c if column.name != "judgement"]
    return select(*columns).where(*_conditions(connection, asked, _day_of(asked)))


def _conditions(connection: Connection, asked: StoryFilter, day: ColumnElement[str]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [] if asked.order == "changed" else [day.is_not(None)]
    if asked.first_on:
        conditions.append(day >= asked.first_on)
    if asked.last_on:
        conditions.append(day <= asked.last_on + _BEHIND)
    if asked.disputed:
        conditions.append(story.c.id.in_(select(dispute.c.story)))
    conditions += _judged_conditions(asked)
    if asked.place:
        set_in = select(scene.c.story).where(scene.c.place.in_(_places(connection, asked.place)))
        conditions.append(story.c.id.in_(set_in))
    if asked.outlet:
        published = report.c.outlet.in_(find_names(connection, "outlet", asked.outlet))
        conditions.append(story.c.id.in_(_stories_with_reports(select(report.c.id).where(published))))
    if asked.speaker:
        spoken = statement.c.speaker.in_(find_names(connection, "speaker", asked.speaker))
        conditions.append(story.c.id.in_(_stories_with_reports(select(statement.c.report).where(spoken))))
    if asked.words and (wanted := fold(asked.words).split()):
        index = words.REPORTS
        titled = Words(tuple((Term(word, is_prefix=True),) for word in wanted))
        found = select(index.number).select_from(index.table).where(index.holds_in_title(titled))
        of_reports = _stories_with_reports(select(report.c.id).where(report.c.number.in_(found)))
        of_story = (story.c.title.icontains(word, autoescape=True) for word in asked.words.split())
        conditions.append(or_(story.c.id.in_(of_reports), and_(*of_story)))
    return conditions


def _judged_conditions(asked: StoryFilter) -> list[ColumnElement[bool]]:
    """What must be so of a story's points, findings and reports; looked up story by story, for many stories have it."""
    conditions: list[ColumnElement[bool]] = []
    if asked.verdict:
        of_finding = [word for word, same in SAME_VERDICT.items() if same == asked.verdict] or [asked.verdict]
        judged = exists().where(point.c.story == story.c.id, point.c.verdict == asked.verdict)
        found = exists().where(finding.c.story == story.c.id, finding.c.verdict.in_(of_finding))
        conditions.append(or_(judged, found))
    if asked.language:
        told = member.c.report == report.c.id
        conditions.append(exists().where(member.c.story == story.c.id, told, report.c.language == asked.language))
    return conditions


def _stories_with_reports(reports: Select[tuple[str]]) -> Select[tuple[str]]:
    return select(member.c.story).where(member.c.report.in_(reports))


def _places(connection: Connection, asked: str) -> list[str]:
    """The places that hold the words of `asked`, one after the other."""
    like = scene.c.folded.like(f"%{fold(asked)}%")
    return list(connection.execute(select(scene.c.place).where(like).distinct()).scalars())
