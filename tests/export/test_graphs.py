"""The exported graphs, read back by the tools they are for."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import networkx
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.findings import Dossier
from secondsource.surfaces.export import to_gexf, to_graphml, to_prov
from tests.page.samples import bare_story, crowd_dossier, dam_dossier

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
TERMS = rdflib.Namespace("urn:secondsource:terms:")
REPORT = rdflib.Namespace("urn:secondsource:report:")
LOST = rdflib.Namespace("urn:secondsource:lost:")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD
WRITERS = (to_graphml, to_gexf, to_prov)
EDGES = {
    ("wire", "ledger"): "rewritten",
    ("wire", "courier"): "rewritten",
    ("courier", "tribune"): "trimmed",
    ("courier", "herald"): "mash-up",
    ("voice", "herald"): "quotes only",
}


def networks(dossier: Dossier) -> tuple[networkx.DiGraph, networkx.DiGraph]:
    return networkx.read_graphml(io.BytesIO(to_graphml(dossier))), networkx.read_gexf(io.BytesIO(to_gexf(dossier)))


def triples(dossier: Dossier) -> rdflib.Graph:
    return rdflib.Graph().parse(data=to_prov(dossier), format="json-ld")


def hostile(title: str, name: str) -> Dossier:
    """Two reports whose ids, titles and outlets are what a hostile document could bring."""
    judged = bare_story(["One.", "Two."], title)
    first, second = judged.story.readings
    first = replace(first, report=replace(first.report, id=name, title=title, outlet=title, url=title, place=title))
    lineages = (replace(judged.stemma.lineages[0], reports=(name,), root=name), judged.stemma.lineages[1])
    story = replace(judged.story, readings=(first, second))
    return Dossier((replace(judged, story=story, stemma=replace(judged.stemma, lineages=lineages)),), ())


@pytest.mark.parametrize("kind", [0, 1], ids=["GraphML", "GEXF"])
def test_arrows_go_from_an_original_to_its_copy_and_tell_how(kind: int) -> None:
    graph = networks(dam_dossier())[kind]
    assert graph.is_directed()
    assert {(start, end): told["manner"] for start, end, told in graph.edges(data=True)} == EDGES
    told = graph.edges["wire", "ledger"]
    [derivation] = [d for d in dam_dossier().stories[0].stemma.derivations if d.child == "ledger"]
    assert told["score"] == derivation.score
    assert told["reasons"] == "\n".join(derivation.reasons)
    assert told["passages"] == 1


@pytest.mark.parametrize("kind", [0, 1], ids=["GraphML", "GEXF"])
def test_a_lost_original_is_a_node_of_its_own(kind: int) -> None:
    graph = networks(dam_dossier())[kind]
    assert set(graph) == {"wire", "ledger", "courier", "herald", "tribune", "voice"}
    lost = graph.nodes["wire"]
    assert lost["kind"] == "lost original"
    assert lost["label"] == "lost original (Northwire)"
    assert lost["reasons"] == "all credit Northwire"
    assert graph.nodes["ledger"]["kind"] == "report"
    assert graph.nodes["ledger"]["outlet"] == "Valley Ledger"
    assert graph.nodes["ledger"]["lineage"] == "wire"
    assert "outlet" not in graph.nodes["voice"]


def test_prov_says_what_each_report_comes_from() -> None:
    graph = triples(dam_dossier())

    def told(name: str, what: str) -> set[rdflib.term.Node]:
        return set(graph.objects(REPORT[name], PROV[what]))

    assert told("ledger", "wasDerivedFrom") == {LOST["wire"]}
    assert told("tribune", "wasDerivedFrom") == {REPORT["courier"]}
    assert told("herald", "wasDerivedFrom") == {REPORT["courier"], REPORT["voice"]}
    assert told("herald", "wasQuotedFrom") == {REPORT["voice"]}
    assert told("tribune", "hadPrimarySource") == {LOST["wire"]}
    assert not told("voice", "wasDerivedFrom")
    assert not told("voice", "hadPrimarySource")
    assert (LOST["wire"], rdflib.RDF.type, PROV.Entity) in graph


def test_prov_qualifies_each_derivation() -> None:
    asked = """SELECT ?parent ?manner ?score WHERE {
        <urn:secondsource:report:herald> prov:qualifiedDerivation ?how .
        ?how prov:entity ?parent ; s:manner ?manner ; s:score ?score . }"""
    rows = triples(dam_dossier()).query(asked, initNs={"prov": PROV, "s": TERMS})
    assert {(row.parent, str(row.manner)) for row in rows} == {
        (REPORT["courier"], "mash-up"),
        (REPORT["voice"], "quotes only"),
    }


def test_a_time_that_is_no_instant_is_told_as_a_day() -> None:
    graph = triples(dam_dossier())
    assert str(graph.value(REPORT["herald"], rdflib.DCTERMS.issued)) == "2024-06-05"
    instant = graph.value(REPORT["ledger"], PROV.generatedAtTime)
    assert instant.datatype == rdflib.XSD.dateTime
    assert instant.toPython().hour == 9


def test_graphml_keeps_the_rules_of_its_schema() -> None:
    root = ElementTree.fromstring(to_graphml(crowd_dossier()))  # noqa: S314
    assert [child.tag for child in root] == [f"{GRAPHML}key"] * (len(root) - 1) + [f"{GRAPHML}graph"]
    keys = {key.get("id"): key for key in root.iter(f"{GRAPHML}key")}
    assert len(keys) == len(root) - 1
    assert all(key.get("for") in ("node", "edge") and key.get("attr.name") for key in keys.values())
    assert {key.get("attr.type") for key in keys.values()} <= {"string", "int", "double"}
    [graph] = root.findall(f"{GRAPHML}graph")
    assert graph.get("edgedefault") == "directed"
    nodes, edges = graph.findall(f"{GRAPHML}node"), graph.findall(f"{GRAPHML}edge")
    assert len(nodes) + len(edges) == len(graph)
    ids = [element.get("id") for element in (*nodes, *edges)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[\w.:-]+", name) for name in ids)
    ends = {node.get("id") for node in nodes}
    assert all({edge.get("source"), edge.get("target")} <= ends for edge in edges)
    for element in (*nodes, *edges):
        assert all(data.tag == f"{GRAPHML}data" and data.get("key") in keys for data in element)
        assert all(element.tag == GRAPHML + keys[data.get("key")].get("for") for data in element)
        assert len({data.get("key") for data in element}) == len(element)


@given(title=st.text(), name=st.text().filter(lambda name: name != "r1"))
def test_whatever_a_document_brings_can_be_read_back(title: str, name: str) -> None:
    dossier = hostile(title, name)
    for graph in networks(dossier):
        assert len(graph) == 2
    assert len(set(triples(dossier).objects(None, PROV.hadMember))) == 2


@pytest.mark.parametrize("title", ['<b>&amp; "quotes" \']]>', "\x00\x1b[31m\x0b\ufffe\ud800 end", "tab\tand\r\nline"])
def test_hostile_titles_are_escaped_or_shown_by_a_stand_in(title: str) -> None:
    shown = "".join("\ufffd" if c in "\x00\x1b\x0b\ufffe\ud800" else c for c in title).replace("\r", "\n")
    for graph in networks(hostile(title, "https://x.example/?a=1&b=<2>")):
        [told] = [told for _, told in graph.nodes(data=True) if told["report"].startswith("https:")]
        assert told["title"] == shown
        assert told["report"] == "https://x.example/?a=1&b=<2>"


@pytest.mark.parametrize("write", WRITERS)
def test_the_same_dossier_gives_the_same_bytes(write: object) -> None:
    assert write(crowd_dossier()) == write(crowd_dossier())


@pytest.mark.parametrize("write", WRITERS)
def test_a_dossier_without_stories_is_an_empty_graph(write: object) -> None:
    assert write(Dossier((), ()))
    assert all(len(graph) == 0 for graph in networks(Dossier((), ())))
