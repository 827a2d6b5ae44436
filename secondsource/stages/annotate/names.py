"""Names: persons, places, organizations and groups, each with its canonical form within the report."""

from secondsource.model.readings import Name, NameKind
from secondsource.model.spans import Span
from secondsource.stages.annotate.parser import Entity, Parse

KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organization",
    "NORP": "group",
    "EVENT": "other",
    "LAW": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
}
"""What each OntoNotes label of a proper name is called here; labels of numbers and times are no names."""


def find_names(text: str, parse: Parse) -> tuple[Name, ...]:
    """The names in the text, in text order."""
    return tuple(_to_name(text, entity) for entity in parse.entities if entity.label in KINDS)


def _to_name(text: str, entity: Entity) -> Name:
    words = entity.span.of(text)
    bare = words.removesuffix("'s").removesuffix("’s").rstrip("-–— ")
    span = Span(entity.span.start, entity.span.start + max(len(bare), 1))
    return Name(span, KINDS[entity.label], " ".join(span.of(text).removeprefix("the ").split()))
