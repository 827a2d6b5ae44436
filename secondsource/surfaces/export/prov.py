"""W3C PROV-O, the Recommendation's ontology, as JSON-LD whose context is inside: every RDF tool reads it, offline."""

import json
import re
from typing import Any
from urllib.parse import quote

from secondsource.model.findings import Dossier, JudgedStory
from secondsource.model.ids import digest
from secondsource.model.reports import Report
from secondsource.model.stories import Derivation, Lineage
from secondsource.surfaces.export.graphs import name_of_lost
from secondsource.surfaces.export.xml import to_xml_text

Json = dict[str, Any]

TERMS = "urn:secondsource:terms:"
"""Our own words, for what PROV has no word: manner, score, reason, agency."""

_CONTEXT: Json = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "secondsource": TERMS,
    "label": "rdfs:label",
    "title": "dcterms:title",
    "issued": "dcterms:issued",
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "hadPrimarySource": {"@id": "prov:hadPrimarySource", "@type": "@id"},
    "wasQuotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "hadMember": {"@id": "prov:hadMember", "@type": "@id"},
    "entity": {"@id": "prov:entity", "@type": "@id"},
    "qualifiedDerivation": "prov:qualifiedDerivation",
    **{word: f"secondsource:{word}" for word in ("report", "lineage", "agency", "author", "url", "manner", "reason")},
    "score": {"@id": "secondsource:score", "@type": "xsd:double"},
}
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?")


def to_prov(dossier: Dossier) -> bytes:
    """Entities for reports, lost originals and stories (collections), agents for outlets.

    `wasDerivedFrom` says what a report was made from, `wasQuotedFrom` whose quotes it took and no more,
    `hadPrimarySource` the text its lineage goes back to; a derivation's manner, score and reasons qualify it.
    """
    graph: list[Json] = []
    outlets: dict[str, None] = {}
    for judged in dossier.stories:
        graph += _to_entities(judged)
        outlets |= dict.fromkeys(reading.report.outlet for reading in judged.story.readings if reading.report.outlet)
    graph += ({"@id": _iri("outlet", outlet), "@type": "prov:Organization", "label": outlet} for outlet in outlets)
    written = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return to_xml_text(written).encode("utf-8")


def _to_entities(judged: JudgedStory) -> list[Json]:
    stemma, readings = judged.stemma, judged.story.readings
    lost = {lineage.id: _iri("lost", lineage.id) for lineage in stemma.lineages if lineage.lost_original}
    places = {reading.report.id: _iri("report", reading.report.id) for reading in readings} | lost
    members = [places[reading.report.id] for reading in readings]
    entities: list[Json] = [
        {
            "@id": _iri("story", judged.story.id),
            "@type": ["prov:Entity", "prov:Collection"],
            "title": judged.story.title,
            "hadMember": members,
        }
    ]
    for reading in readings:
        report = reading.report
        made = [derivation for derivation in stemma.derivations if derivation.child == report.id]
        entities.append(_to_report(report) | _to_sources(report, stemma.lineage_of(report.id), made, places))
    entities += (_to_lost(lineage, lost[lineage.id]) for lineage in stemma.lineages if lineage.lost_original)
    return entities


def _to_report(report: Report) -> Json:
    told: Json = {
        "@id": _iri("report", report.id),
        "@type": "prov:Entity",
        "report": report.id,
        "label": report.name,
        "title": report.title,
        "url": report.url,
        "agency": list(report.agencies),
        "author": list(report.authors),
        "wasAttributedTo": _iri("outlet", report.outlet) if report.outlet else None,
    }
    if report.published_at:
        key = "generatedAtTime" if _INSTANT.fullmatch(report.published_at) else "issued"
        told[key] = report.published_at
    return {key: value for key, value in told.items() if value}


def _to_sources(report: Report, lineage: Lineage, made: list[Derivation], places: dict[str, str]) -> Json:
    if not made:
        return {"lineage": lineage.id}
    quoted = [places[derivation.parent] for derivation in made if derivation.manner == "quotes only"]
    origin = lineage.id if lineage.lost_original else lineage.root
    told: Json = {
        "lineage": lineage.id,
        "wasDerivedFrom": [places[derivation.parent] for derivation in made],
        "wasQuotedFrom": quoted,
        "hadPrimarySource": places[origin] if origin and origin != report.id else None,
        "qualifiedDerivation": [_to_derivation(derivation, places) for derivation in made],
    }
    return {key: value for key, value in told.items() if value}


def _to_derivation(derivation: Derivation, places: dict[str, str]) -> Json:
    return {
        "@id": _iri("derivation", digest("derivation", derivation.child, derivation.parent)),
        "@type": "prov:Quotation" if derivation.manner == "quotes only" else "prov:Derivation",
        "entity": places[derivation.parent],
        "manner": derivation.manner,
        "score": derivation.score,
        "reason": list(derivation.reasons),
    }


def _to_lost(lineage: Lineage, place: str) -> Json:
    told: Json = {
        "@id": place,
        "@type": ["prov:Entity", "secondsource:LostOriginal"],
        "label": name_of_lost(lineage),
        "lineage": lineage.id,
        "agency": lineage.name,
        "reason": list(lineage.reasons),
    }
    return {key: value for key, value in told.items() if value}


def _iri(kind: str, name: str) -> str:
    return f"urn:secondsource:{kind}:{quote(name, safe='', errors='surrogatepass')}"
