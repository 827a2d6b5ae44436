"""The lineage graph: where each report, lost original and line of descent stands in the drawing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.reports import Report
from secondsource.model.stories import Stemma
from secondsource.surfaces.page.labels import Labels, LineageLabel, ReportLabel
from secondsource.surfaces.page.moments import to_shown_instant
from secondsource.surfaces.page.trees import Place, Tree, grow_trees, known_moment

LETTER_WIDTH = 8.7
"""Average width of a letter in the drawing's bold 14-unit type; measured on outlet names in DejaVu Sans, the widest of
the fonts that the style sheet may end up with."""

NOTE_LETTER_WIDTH = 6.9
"""The same for the 12-unit type of notes and manners."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper to draw on, all in units of the drawing.

    `step` is the least distance from parent to child; `by_time` lets later reports stand further right than that;
    `label` is the room kept for the names to the right of the last node.
    """

    name: str
    width: int
    margin: int
    step: int
    row: int
    label: int
    by_time: bool


WIDE = Frame("wide", width=960, margin=58, step=112, row=46, label=250, by_time=True)
NARROW = Frame("narrow", width=360, margin=58, step=26, row=48, label=230, by_time=False)

_HEAD = 34
"""Height of a lane's own line; the lane of a single report has none."""
_GAP = 8
_FOOT = 6
_RADIUS = 8
_BEND = 8
_BESIDE_ABOVE, _BESIDE_BELOW = 18, 30
"""From a node to the foot of what is written above its name, or below its note."""


@dataclass(frozen=True, slots=True)
class Node:
    """A report, or a lost original without a label, at its place in the drawing."""

    x: float
    y: float
    label: ReportLabel | None
    name: str
    full_name: str
    note: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of descent as an SVG path. `manner` is written at its end, or None where the node's note has it."""

    path: str
    manner: str | None
    x: float
    y: float
    is_lost: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The band of one lineage."""

    y: float
    height: float
    lineage: LineageLabel
    letter_y: float
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing of who comes from whom. `side_edges` run between lanes."""

    frame: Frame
    height: float
    lanes: tuple[Lane, ...]
    side_edges: tuple[Edge, ...]
    is_by_time: bool

    @property
    def has_lost(self) -> bool:
        """Whether an original is drawn that is not among the reports."""
        return any(node.label is None for lane in self.lanes for node in lane.nodes)


def draw(stemma: Stemma, reports: Sequence[Report], labels: Labels, frame: Frame) -> Graph:
    """Lay the stemma out on `frame`: a lane a lineage, a row a report, children right of and below their parents."""
    trees = grow_trees(stemma, reports)
    by_id = {report.id: report for report in reports}
    ranks = _ranks(reports) if frame.by_time else {}
    across = _fit(_across(trees, ranks, frame), frame)
    spots: dict[str, tuple[float, float]] = {}
    lanes = []
    top = 0.0
    for tree in trees:
        head = _HEAD if len(tree.places) > 1 else _FOOT
        height = head + frame.row * len(tree.places) + _FOOT
        for row, place in enumerate(tree.places):
            spots[place.id] = across[place.id], top + head + frame.row * (row + 0.5)
        nodes, edges = [], []
        for place in tree.places:
            edge = _edge(place, spots, frame)
            edges += [edge] if edge else []
            nodes.append(_node(place, tree, spots[place.id], edge, by_id, labels, frame))
        lineage = labels.lineages[tree.lineage.id]
        letter_y = top + (_HEAD / 2 + 2 if head == _HEAD else height / 2)
        lanes.append(Lane(top, height, lineage, letter_y, _title(tree), tuple(nodes), tuple(edges)))
        top += height + _GAP
    side = tuple(_side_edges(trees, spots, frame))
    return Graph(frame, max(0.0, top - _GAP), tuple(lanes), side, bool(ranks))


def _ranks(reports: Sequence[Report]) -> dict[str, int]:
    """The order in time, where at least two reports tell different times; reports without a time have no rank."""
    moments = {report.id: moment for report in reports if (moment := known_moment(report))}
    places = {moment: place for place, moment in enumerate(sorted(set(moments.values())))}
    return {id_: places[moment] for id_, moment in moments.items()} if len(places) > 1 else {}


def _across(trees: Sequence[Tree], ranks: Mapping[str, int], frame: Frame) -> dict[str, float]:
    """How far right everything stands: a step beyond its parent, and not before its turn in time."""
    room = frame.width - frame.label - frame.margin
    share = room / max(ranks.values(), default=1)
    across: dict[str, float] = {}
    for tree in trees:
        for place in tree.places:
            after_parent = across[place.parent] + frame.step if place.parent else float(frame.margin)
            across[place.id] = max(after_parent, frame.margin + share * ranks.get(place.id, 0))
    return across


def _fit(across: dict[str, float], frame: Frame) -> dict[str, float]:
    """The same, drawn together where it would reach beyond the paper."""
    furthest = max(across.values(), default=0.0) - frame.margin
    room = frame.width - frame.label - frame.margin
    share = min(1.0, room / furthest) if furthest else 1.0
    return {id_: round(frame.margin + (x - frame.margin) * share, 1) for id_, x in across.items()}


def _edge(place: Place, spots: Mapping[str, tuple[float, float]], frame: Frame) -> Edge | None:
    if place.parent is None:
        return None
    (px, py), (x, y) = spots[place.parent], spots[place.id]
    bend = min(_BEND, x - px, y - py)
    path = f"M{px:g} {py + _RADIUS:g}V{y - bend:g}Q{px:g} {y:g} {px + bend:g} {y:g}H{x - _RADIUS - 2:g}"
    manner = place.derivation.manner if place.derivation else None
    fits = manner is not None and len(manner) * NOTE_LETTER_WIDTH <= x - px - _RADIUS - _BEND
    return Edge(path, manner if fits else None, x - _RADIUS - 6, y - 6, place.derivation is None)


def _side_edges(trees: Sequence[Tree], spots: Mapping[str, tuple[float, float]], frame: Frame) -> Iterator[Edge]:
    """Curves from the other parents of mash-ups, entering from below or above.

    On narrow paper, where lanes have their titles in the way, the manner stands by the child, and only where the
    child's own note does not say it.
    """
    for tree in trees:
        said = {place.id: {place.derivation.manner} if place.derivation else set() for place in tree.places}
        for also in tree.side:
            if also.parent not in spots:
                continue
            (px, py), (x, y) = spots[also.parent], spots[also.child]
            down = 1 if y > py else -1
            start, end = py + down * _RADIUS, y - down * (_RADIUS + 2)
            middle = (start + end) / 2
            path = f"M{px:g} {start:g}C{px:g} {middle:g} {x:g} {middle:g} {x:g} {end:g}"
            if frame.by_time:
                yield Edge(path, also.manner, (px + x) / 2 + 6, middle, False)
                continue
            is_said = also.manner in said[also.child]
            said[also.child].add(also.manner)
            beside = y - _BESIDE_ABOVE if down > 0 else y + _BESIDE_BELOW
            yield Edge(path, None if is_said else also.manner, x + 2 * _RADIUS, beside, False)


def _node(
    place: Place,
    tree: Tree,
    spot: tuple[float, float],
    edge: Edge | None,
    reports: Mapping[str, Report],
    labels: Labels,
    frame: Frame,
) -> Node:
    x, y = spot
    width = frame.width - x - _RADIUS - 12
    room, note_room = int(width / LETTER_WIDTH), int(width / NOTE_LETTER_WIDTH)
    if place.is_lost or place.id not in reports:
        name = tree.lineage.name or "Lost original"
        note = "not among these reports"
        return Node(x, y, None, shortened(name, room), name, note)
    label = labels.reports[place.id]
    report = reports[place.id]
    manner = place.derivation.manner if place.derivation and edge and not edge.manner else None
    note = " · ".join(part for part in (manner, _when(report)) if part)
    if not note and len(tree.places) == 1:
        note = "follows no other"
    return Node(x, y, label, shortened(label.name, room), label.name, shortened(note, note_room))


def _when(report: Report) -> str | None:
    if report.published_at:
        return to_shown_instant(report.published_at)
    return f"updated {to_shown_instant(report.updated_at)}" if report.updated_at else None


def _title(tree: Tree) -> str:
    lineage = tree.lineage
    if lineage.lost_original:
        return f"{len(lineage.reports)} from one text that is not among them"
    return "" if len(lineage.reports) == 1 else f"{len(lineage.reports)} from one report"


def shortened(name: str, room: int) -> str:
    """`name` in at most `room` letters, the middle left out."""
    if len(name) <= room:
        return name
    tail = max(1, room // 3)
    return f"{name[: max(1, room - tail - 1)].rstrip()}…{name[-tail:].lstrip()}"
