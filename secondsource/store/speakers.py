"""Who is quoted across stories, and where what they say stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, FromClause, Row, Select, Subquery, Table, func, or_, select

from secondsource.model.findings import TELLINGS, PointVerdict
from secondsource.model.spans import Span
from secondsource.model.speakers import Printing, Speaker, SpeakerOrder
from secondsource.store.names import fold
from secondsource.store.sentences import SHARE
from secondsource.store.tables import document, member, name, report, statement, story
from secondsource.store.verdicts import descent, point, telling, voice

SPOKEN = ("quote", *sorted(TELLINGS))
"""Kinds of points that somebody's words can be part of."""
MOST_NAMESAKES = 20


@dataclass(frozen=True, slots=True)
class Heard:
    """A story in which a name is quoted; `names` are those used for it, each with the fuller name it is taken for."""

    story: str
    title: str
    happened_on: str | None
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it stands in a report; `begins_in` is the number of its sentence."""

    story: str
    report: str
    kind: str
    span: Span
    text: str
    speaker: str | None
    force: str | None
    begins_in: int

    @property
    def sentence(self) -> int:
        """The place of its sentence in the report, counted from 0."""
        return self.begins_in % SHARE


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of a point, in a report; its speaker is whom the report names for it."""

    point: str
    said: Said


@dataclass(frozen=True, slots=True)
class Matter:
    """A point in short."""

    title: str
    verdict: PointVerdict | None
    independent_sources: int


def find_speakers(connection: Connection, asked: str, order: SpeakerOrder, most: int, after: int) -> list[Speaker]:
    """Up to `most` of the names that are quoted, forms under their fullest name; with `asked`, those that hold it.

    What is asked for are words of a name, the last of which may be only begun.
    """
    often = func.sum(voice.c.quotes) + func.sum(voice.c.claims)
    chosen = _counted(voice).group_by(voice.c.full)
    if asked.strip():
        form = voice.alias()
        of_form = select(form.c.full).where(form.c.speaker.in_(_named(asked)), form.c.speaker != form.c.full)
        chosen = chosen.where(voice.c.full.in_(_named(asked).union(of_form)))
    ordered = chosen.order_by(*([often.desc()] if order == "most" else []), voice.c.full)
    rows = connection.execute(ordered.limit(most).offset(after)).all()
    forms = _load_forms(connection, [row.full for row in rows])
    return [
        Speaker(row.full, forms.get(row.full, ()), row.quotes, row.claims, row.stories, row.last_on) for row in rows
    ]


def find_speaker(connection: Connection, named: str) -> Speaker | None:
    """What is known of a name and its forms; None if nobody of that name is quoted."""
    row = connection.execute(_counted(_heard(named))).one()
    if not row.stories:
        return None
    forms = _load_forms(connection, [named]).get(named, ())
    return Speaker(named, forms, row.quotes, row.claims, row.stories, row.last_on)


def find_heard(connection: Connection, named: str, most: int, after: int) -> list[Heard]:
    """Up to `most` stories in which this name, or a form of it, is quoted; the latest first."""
    heard = _heard(named)
    last = func.max(heard.c.last_on)
    chosen = select(heard.c.story).group_by(heard.c.story).order_by(last.is_(None), last.desc(), heard.c.story)
    ids = list(connection.execute(chosen.limit(most).offset(after)).scalars())
    titles = select(story.c.id, story.c.title, story.c.happened_on).where(story.c.id.in_(ids))
    about = {row.id: row for row in connection.execute(titles)}
    is_called = (voice.c.full == named) | (voice.c.speaker == named)
    rows = connection.execute(select(voice).where(voice.c.story.in_(ids), is_called).order_by(voice.c.speaker))
    names: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        names.setdefault(row.story, []).append((row.speaker, row.full))
    return [Heard(one, about[one].title, about[one].happened_on, tuple(names[one])) for one in ids]


def find_namesakes(connection: Connection, named: str) -> list[str]:
    """Other names that are quoted and share the last word with this one."""
    words = fold(named).split()
    if not words:
        return []
    same = select(name.c.name).where(name.c.field == "speaker", name.c.folded.like(f"% {words[-1]} %"))
    chosen = select(voice.c.full).where(voice.c.speaker.in_(same), voice.c.full != named).distinct()
    return list(connection.execute(chosen.order_by(voice.c.full).limit(MOST_NAMESAKES)).scalars())


def load_said(connection: Connection, stories: Sequence[str], names: Sequence[str]) -> list[Said]:
    """What reports of these stories have these names say, in the order in which it came."""
    joined = (
        _with_words(statement)
        .add_columns(statement.c.speaker, statement.c.force, member.c.story)
        .join(member, member.c.report == statement.c.report)
        .where(member.c.story.in_(stories), func.coalesce(statement.c.speaker, "").in_(names))
    )
    return [_to_said(row, row.speaker, row.force) for row in connection.execute(joined)]


def load_told(
    connection: Connection, stories: Sequence[str], names: Sequence[str], sentences: Sequence[int]
) -> list[Told]:
    """All statements of those points that these names are taken to have made, or that begin in the sentences.

    A statement that names nobody stands in its table with the speaker of its point.
    """
    spoken = select(telling.c.point).where(
        telling.c.story.in_(stories),
        or_(func.coalesce(telling.c.speaker, "").in_(names), (telling.c.sentence + 0).in_(sentences)),
    )
    overlaps = (statement.c.start < telling.c.end) & (statement.c.end > telling.c.start)
    named = select(statement.c.speaker).where(
        statement.c.sentence == telling.c.sentence, overlaps, statement.c.speaker.is_not(None)
    )
    joined = (
        _with_words(telling)
        .add_columns(telling.c.point, telling.c.story, named.limit(1).scalar_subquery().label("named"))
        .join(point, (point.c.story == telling.c.story) & (point.c.id == telling.c.point))
        .where(telling.c.story.in_(stories), telling.c.kind.in_(SPOKEN), point.c.kind.in_(SPOKEN))
        .where((telling.c.point + "").in_(spoken))
    )
    return [Told(row.point, _to_said(row, row.named, None)) for row in connection.execute(joined)]


def _with_words(table: Table) -> Select[Any]:
    """The statements of a table in order, with their words and where their sentences begin."""
    text = func.substr(report.c.text, table.c.start + 1, table.c.end - table.c.start)
    return (
        select(
            *(table.c.report, table.c.kind, table.c.start, table.c.end, table.c.sentence),
            text.label("text"),
        )
        .select_from(table)
        .join(report, report.c.id == table.c.report)
        .order_by(table.c.number)
    )


def _to_said(row: Row[Any], speaker: str | None, force: str | None) -> Said:
    span = Span(row.start, row.end)
    return Said(row.story, row.report, row.kind, span, row.text, speaker, force, row.sentence)


def load_matters(connection: Connection, stories: Sequence[str], points: Sequence[str]) -> dict[str, Matter]:
    """These points of these stories, by their ids."""
    chosen = select(point).where(point.c.story.in_(stories), point.c.id.in_(points))
    return {row.id: Matter(row.title, row.verdict, row.independent_sources) for row in connection.execute(chosen)}


def load_printings(connection: Connection, reports: Sequence[str]) -> dict[str, Printing]:
    """The reports with these ids, in short; reports whose story waits to be judged have a lineage of their own."""
    joined = (
        select(report.c.id, document.c.place, report.c.outlet, report.c.published_on, descent.c.lineage)
        .join(document, document.c.id == report.c.document)
        .outerjoin(descent, descent.c.report == report.c.id)
        .where(report.c.id.in_(reports))
    )
    return {
        row.id: Printing(row.id, row.place, row.outlet, row.published_on, row.lineage or row.id)
        for row in connection.execute(joined)
    }


def _counted(voices: FromClause) -> Select[Any]:
    return select(
        voices.c.full,
        func.sum(voices.c.quotes).label("quotes"),
        func.sum(voices.c.claims).label("claims"),
        func.count(voices.c.story.distinct()).label("stories"),
        func.max(voices.c.last_on).label("last_on"),
    )


def _heard(named: str) -> Subquery:
    """The voices that bear this name, or a form of it; each half by an index of its own."""
    forms = select(voice).where(voice.c.full == named)
    others = select(voice).where(voice.c.speaker == named, voice.c.full != named)
    return forms.union_all(others).subquery()


def _named(asked: str) -> Select[tuple[str]]:
    return select(name.c.name).where(name.c.field == "speaker", name.c.folded.like(f"%{fold(asked).rstrip()}%"))


def _load_forms(connection: Connection, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The other names that stand for these."""
    chosen = select(voice.c.full, voice.c.speaker).where(voice.c.full.in_(names), voice.c.speaker != voice.c.full)
    found: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(chosen.distinct().order_by(voice.c.full, voice.c.speaker)):
        found[row.full] = (*found.get(row.full, ()), row.speaker)
    return found
