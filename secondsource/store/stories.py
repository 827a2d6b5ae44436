"""Stories as they are remembered: which reports they have, and which wait to be judged."""

from collections.abc import Sequence

from sqlalchemy import Connection, Row, Select, func, select

from secondsource.model.ids import digest
from secondsource.model.stories import StorySummary
from secondsource.store.tables import decision, member, report, story
from secondsource.store.verdicts import derivation, descent, dispute, finding, point, scene, telling, voice


def has_story(connection: Connection, story_id: str) -> bool:
    """Whether there is a story with this id."""
    return connection.execute(select(story.c.id).where(story.c.id == story_id)).first() is not None


def stories_of(connection: Connection, reports: Sequence[str]) -> dict[str, str]:
    """The story of each of these reports that is in one."""
    rows = connection.execute(select(member.c.report, member.c.story).where(member.c.report.in_(reports)))
    return {row.report: row.story for row in rows}


def members_of(connection: Connection, story_id: str) -> list[str]:
    """The reports of a story, in the order in which they were added."""
    joined = select(member.c.report).join(report, report.c.id == member.c.report)
    return list(connection.execute(joined.where(member.c.story == story_id).order_by(report.c.number)).scalars())


def save_story(
    connection: Connection,
    story_id: str,
    members: Sequence[str],
    title: str,
    happened_on: str | None,
    changed_at: str,
) -> None:
    """Enter a story, or give it these reports instead of those it had; whatever was judged of it no longer stands."""
    values = {
        "title": title,
        "happened_on": happened_on,
        "changed_at": changed_at,
        "reports": len(members),
        "independent_sources": None,
        "judged_by": None,
        "judgement": None,
    }
    if not connection.execute(story.update().where(story.c.id == story_id).values(values)).rowcount:
        connection.execute(story.insert().values(id=story_id, **values))
    connection.execute(member.delete().where(member.c.report.in_(members)))
    connection.execute(member.insert(), [{"report": one, "story": story_id} for one in members])
    forget_judgement(connection, story_id)


def rename_story(connection: Connection, story_id: str, title: str) -> None:
    """Call a story this."""
    connection.execute(story.update().where(story.c.id == story_id).values(title=title))


def remove_story(connection: Connection, story_id: str) -> None:
    """Take out a story whose reports have gone to others."""
    connection.execute(story.delete().where(story.c.id == story_id))


def find_waiting(connection: Connection, judged_by: str) -> list[str]:
    """Ids of stories that changed since they were judged, or that others judged; the longest waiting first."""
    stale = story.c.judged_by.is_distinct_from(judged_by)
    return list(connection.execute(select(story.c.id).where(stale).order_by(story.c.changed_at, story.c.id)).scalars())


def mark_changed(connection: Connection, story_id: str) -> None:
    """Have a story judged again, though its reports are the same."""
    connection.execute(
        story.update().where(story.c.id == story_id).values(judged_by=None, judgement=None, independent_sources=None)
    )


def mark_all_changed(connection: Connection) -> None:
    """Have every story judged again."""
    connection.execute(story.update().values(judged_by=None, judgement=None, independent_sources=None))


def load_story(connection: Connection, story_id: str) -> StorySummary:
    """The story with this id, in short. Raises KeyError if there is none."""
    row = connection.execute(_short().where(story.c.id == story_id)).first()
    if row is None:
        raise KeyError(story_id)
    return to_summary(row)


def find_states(connection: Connection, story_ids: Sequence[str]) -> dict[str, str]:
    """For each of these stories that there is, a digest of it and of what its judgement rests on, if it has one.

    What was judged is too large to be read each time: the same stages make the same of the same reports and decisions.
    """
    members = select(func.group_concat(member.c.report)).where(member.c.story == story.c.id).scalar_subquery()
    decided = select(func.count()).select_from(decision).scalar_subquery()
    undone = select(func.count(decision.c.undone_at)).scalar_subquery()
    of_story = (story.c.id, story.c.title, story.c.happened_on, story.c.changed_at, story.c.judged_by)
    chosen = select(*of_story, func.length(story.c.judgement), members, decided, undone)
    rows = connection.execute(chosen.where(story.c.id.in_(story_ids)))
    return {row.id: digest(*(str(value) for value in row)) for row in rows}


def load_stories(connection: Connection, most: int, after: int = 0) -> list[StorySummary]:
    """Up to `most` stories in short, from place `after` on, the one that changed last first."""
    latest = _short().order_by(story.c.changed_at.desc(), story.c.id).limit(most).offset(after)
    return [to_summary(row) for row in connection.execute(latest)]


def count_stories(connection: Connection) -> int:
    """How many stories there are."""
    return connection.execute(select(func.count()).select_from(story)).scalar_one()


def _short() -> Select[tuple[object, ...]]:
    return select(
        story.c.id,
        story.c.title,
        story.c.happened_on,
        story.c.changed_at,
        story.c.reports,
        story.c.independent_sources,
        story.c.judged_by,
    )


def to_summary(row: Row[tuple[object, ...]]) -> StorySummary:
    """The story that a row of `story`, without what was judged, tells of."""
    return StorySummary(
        row.id,
        row.title,
        row.happened_on,
        row.changed_at,
        row.reports,
        row.independent_sources,
        row.judged_by,
    )


def forget_judgement(connection: Connection, story_id: str) -> None:
    """Take out all that stands there because of what was judged of a story."""
    for table in (point, telling, finding, descent, derivation, dispute, scene, voice):
        connection.execute(table.delete().where(table.c.story == story_id))
