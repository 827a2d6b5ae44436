"""Where a report's neighbours are found: sketches, and the index of the telling words by which they are looked up."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    bindparam,
    func,
    literal,
    select,
    union_all,
)

from secondsource.model.sketches import Sketch
from secondsource.store.packing import pack, unpack
from secondsource.store.reports import MOST_ASKED
from secondsource.store.tables import key as keys
from secondsource.store.tables import member, report, sketch

WEIGHT_UNIT = 10_000
"""What a weight of 1 is stored as."""

Keys = Sequence[tuple[str, float]]


def save_sketch(connection: Connection, drawn: Sketch, found_by: Keys, made_by: str) -> None:
    """Enter what grouping needs of a report that it puts into a story."""
    row = sketch.insert().values(report=drawn.report, packed=pack(drawn), sketched_by=made_by, placed_by=made_by)
    connection.execute(row)
    _enter_keys(connection, drawn.report, found_by)


def replace_sketch(connection: Connection, drawn: Sketch, found_by: Keys, sketched_by: str) -> None:
    """Put a sketch drawn anew in the place of the one that is stored; the report's story is not touched."""
    mine = sketch.c.report == drawn.report
    connection.execute(sketch.update().where(mine).values(packed=pack(drawn), sketched_by=sketched_by))
    connection.execute(keys.delete().where(keys.c.number == _number_of(connection, drawn.report)))
    _enter_keys(connection, drawn.report, found_by)


def remove_sketch(connection: Connection, report_id: str) -> None:
    """Take a report out of what grouping sees."""
    connection.execute(sketch.delete().where(sketch.c.report == report_id))
    connection.execute(keys.delete().where(keys.c.number == _number_of(connection, report_id)))
    connection.execute(member.delete().where(member.c.report == report_id))


def mark_placed(connection: Connection, report_id: str, placed_by: str) -> None:
    """Remember which version of grouping put a report into its story."""
    connection.execute(sketch.update().where(sketch.c.report == report_id).values(placed_by=placed_by))


def mark_unplaced(connection: Connection, reports: Sequence[str]) -> None:
    """Have these reports put into their stories again."""
    for start in range(0, len(reports), MOST_ASKED):
        asked = sketch.c.report.in_(reports[start : start + MOST_ASKED])
        connection.execute(sketch.update().where(asked).values(placed_by=""))


def mark_all_stale(connection: Connection) -> None:
    """Have every sketch drawn, and every report put into its story, again."""
    connection.execute(sketch.update().values(sketched_by="", placed_by=""))


def find_sketched_otherwise(connection: Connection, sketched_by: str, most: int) -> list[str]:
    """Up to `most` reports whose sketches another version of grouping drew."""
    return _find_stale(connection, sketch.c.sketched_by != sketched_by, most)


def find_placed_otherwise(connection: Connection, placed_by: str, most: int) -> list[str]:
    """Up to `most` reports that another version of grouping put into their stories, in the order in which they came."""
    return _find_stale(connection, sketch.c.placed_by != placed_by, most)


def load_sketch(connection: Connection, report_id: str) -> Sketch:
    """The sketch of a report that stands in a story."""
    return unpack(connection.execute(select(sketch.c.packed).where(sketch.c.report == report_id)).scalar_one(), Sketch)


def find_neighbours(connection: Connection, found_by: Keys, most: int, most_entries: int) -> list[str]:
    """Ids of up to `most` reports that share the most telling words with these keys, the most alike first.

    The rarest words are looked at first, until `most_entries` reports have been met with: so the work hardly grows
    with the archive.
    """
    weight_of = {word: round(WEIGHT_UNIT * weight) for word, weight in found_by}
    if not weight_of:
        return []
    given = {"most": most_entries + 1} | {f"key{place}": word for place, word in enumerate(weight_of)}
    counted = connection.execute(_count_entries(len(weight_of)), given).all()
    looked_up: dict[str, str | int] = {}
    left = most_entries
    for place, entries in sorted(((row.place, row.entries) for row in counted), key=lambda one: (one[1], one[0])):
        left -= entries
        if left < 0:
            break
        word = given[f"key{place}"]
        looked_up |= {f"key{len(looked_up) // 2}": word, f"weight{len(looked_up) // 2}": weight_of[str(word)]}
    if not looked_up:
        return []
    return list(connection.execute(_sum_shared(len(looked_up) // 2), {"most": most} | looked_up).scalars())


def load_sketches(connection: Connection, stories: Sequence[str]) -> dict[str, list[Sketch]]:
    """The sketches of all reports of these stories; reports, and stories by their first, in order of coming."""
    rows = connection.execute(
        select(member.c.story, sketch.c.packed)
        .join(sketch, sketch.c.report == member.c.report)
        .join(report, report.c.id == member.c.report)
        .where(member.c.story.in_(stories))
        .order_by(report.c.number)
    )
    found: dict[str, list[Sketch]] = {}
    for story, packed in rows:
        found.setdefault(story, []).append(unpack(packed, Sketch))
    return found


def _find_stale(connection: Connection, is_stale: ColumnElement[bool], most: int) -> list[str]:
    joined = select(sketch.c.report).join(report, report.c.id == sketch.c.report)
    return list(connection.execute(joined.where(is_stale).order_by(report.c.number).limit(most)).scalars())


def _enter_keys(connection: Connection, report_id: str, found_by: Keys) -> None:
    number = _number_of(connection, report_id)
    rows = [{"key": word, "number": number, "weight": round(WEIGHT_UNIT * weight)} for word, weight in found_by]
    if rows:
        connection.execute(keys.insert(), rows)


@cache
def _count_entries(size: int) -> CompoundSelect[int, int]:
    """For each of so many keys, its place and how many reports have it; no more than tells that there are too many."""
    counts = []
    for place in range(size):
        held = select(keys.c.number).where(keys.c.key == bindparam(f"key{place}")).limit(bindparam("most")).subquery()
        counts.append(select(literal(place).label("place"), func.count().label("entries")).select_from(held))
    return union_all(*counts)


@cache
def _sum_shared(size: int) -> Select[str]:
    """The reports that have any of so many keys; first those that share the heaviest, of equals the first to come."""
    parts = [
        select(keys.c.number, (keys.c.weight * bindparam(f"weight{place}", type_=Integer)).label("share")).where(
            keys.c.key == bindparam(f"key{place}")
        )
        for place in range(size)
    ]
    shared = union_all(*parts).subquery()
    summed = select(shared.c.number, func.sum(shared.c.share).label("share")).group_by(shared.c.number)
    nearest = summed.order_by(func.sum(shared.c.share).desc(), shared.c.number).limit(bindparam("most")).subquery()
    joined = select(report.c.id).join(nearest, nearest.c.number == report.c.number)
    return joined.order_by(nearest.c.share.desc(), nearest.c.number)


def _number_of(connection: Connection, report_id: str) -> int:
    number: int = connection.execute(select(report.c.number).where(report.c.id == report_id)).scalar_one()
    return number
