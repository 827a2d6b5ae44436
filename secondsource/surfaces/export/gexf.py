"""GEXF 1.2, as Gephi and networkx read it."""

from xml.etree.ElementTree import Element

from secondsource.model.findings import Dossier
from secondsource.surfaces.export.graphs import ARROW_KEYS, NODE_KEYS, Value, to_graph
from secondsource.surfaces.export.xml import put, to_xml

NAMESPACE = "http://www.gexf.net/1.2draft"
_NUMBERS = {"score": "double", "passages": "integer"}


def to_gexf(dossier: Dossier) -> bytes:
    """One directed graph of all stories; arrows go from an original to what was made from it, as heavy as their score.

    A weight of 0 would hide an arrow in some readers, so that the score is also told by itself.
    """
    graph = to_graph(dossier)
    root = Element("gexf", {"xmlns": NAMESPACE, "version": "1.2"})
    put(put(root, "meta"), "creator", "secondsource")
    drawn = put(root, "graph", mode="static", defaultedgetype="directed")
    places = {}
    for place, names in (("node", NODE_KEYS), ("edge", ("score", *ARROW_KEYS))):
        keys = put(drawn, "attributes", class_=place, mode="static")
        places[place] = {name: str(number) for number, name in enumerate(names)}
        for name, number in places[place].items():
            put(keys, "attribute", id=number, title=name, type=_NUMBERS.get(name, "string"))
    nodes = put(drawn, "nodes")
    for node in graph.nodes:
        _tell(put(nodes, "node", id=node.id, label=node.label), places["node"], node.values)
    edges = put(drawn, "edges")
    for arrow in graph.arrows:
        weight, label = str(arrow.score), str(arrow.values["manner"])
        edge = put(edges, "edge", id=arrow.id, source=arrow.start, target=arrow.end, weight=weight, label=label)
        _tell(edge, places["edge"], {"score": arrow.score, **arrow.values})
    return to_xml(root)


def _tell(element: Element, places: dict[str, str], values: dict[str, Value]) -> None:
    told = put(element, "attvalues")
    for name, value in values.items():
        put(told, "attvalue", for_=places[name], value=str(value))
