"""GraphML 1.0, as Gephi, yEd, Cytoscape, igraph and networkx read it."""

from xml.etree.ElementTree import Element

from secondsource.model.findings import Dossier
from secondsource.surfaces.export.graphs import ARROW_KEYS, NODE_KEYS, Value, to_graph
from secondsource.surfaces.export.xml import put, to_xml

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_SCHEMA = f"{NAMESPACE} {NAMESPACE}/1.0/graphml.xsd"
_NUMBERS = {"score": "double", "passages": "int"}


def to_graphml(dossier: Dossier) -> bytes:
    """One directed graph of all stories; arrows go from an original to what was made from it."""
    graph = to_graph(dossier)
    root = Element("graphml", {"xmlns": NAMESPACE, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance"})
    root.set("xsi:schemaLocation", _SCHEMA)
    for place, names in (("node", ("label", *NODE_KEYS)), ("edge", ("score", *ARROW_KEYS))):
        for name in names:
            key = put(root, "key", id=f"{place}_{name}", for_=place)
            key.set("attr.name", name)
            key.set("attr.type", _NUMBERS.get(name, "string"))
    drawn = put(root, "graph", id="descent", edgedefault="directed")
    for node in graph.nodes:
        _tell(put(drawn, "node", id=node.id), "node", {"label": node.label, **node.values})
    for arrow in graph.arrows:
        edge = put(drawn, "edge", id=arrow.id, source=arrow.start, target=arrow.end)
        _tell(edge, "edge", {"score": arrow.score, **arrow.values})
    return to_xml(root)


def _tell(element: Element, place: str, values: dict[str, Value]) -> None:
    for name, value in values.items():
        put(element, "data", str(value), key=f"{place}_{name}")
