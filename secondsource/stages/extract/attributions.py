"""Attributions: who said what in a reading."""

from secondsource.model.readings import Reading
from secondsource.model.statements import Attribution, Manner
from secondsource.settings import Extract
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.phrases import find_by_phrases
from secondsource.stages.extract.quotes import join_quotations, without_quoted
from secondsource.stages.extract.trees import Tree
from secondsource.stages.extract.verbs import find_by_verbs
from secondsource.text.quotation import find_quotations


def find_attributions(reading: Reading, settings: Extract) -> tuple[Attribution, ...]:
    """Every attribution of `reading`, in text order of the cues."""
    tree = Tree(reading)
    quotations = find_quotations(tree.text)
    candidates = [*find_by_verbs(tree), *find_by_phrases(tree)]
    found = join_quotations(tree, without_quoted(tree, candidates, quotations), quotations)
    return tuple(_to_attribution(reading, tree, candidate) for candidate in sorted(found, key=lambda one: one.at))


def _to_attribution(reading: Reading, tree: Tree, candidate: Candidate) -> Attribution:
    return Attribution(
        source=tree.to_spans(candidate.source),
        cue=tree.to_spans(candidate.cue),
        content=candidate.content,
        manner=_manner(tree.text, candidate),
        force=candidate.force,
        speaker=_speaker(reading, tree, candidate),
    )


def _manner(text: str, candidate: Candidate) -> Manner:
    if not candidate.quotes:
        return "indirect"
    outside = sum(sum(character.isalnum() for character in part.of(text)) for part in candidate.content) - sum(
        sum(character.isalnum() for character in quote.of(text)) for quote in candidate.quotes
    )
    return "mixed" if outside > 0 else "direct"


def _speaker(reading: Reading, tree: Tree, candidate: Candidate) -> str | None:
    if candidate.source_at is None:
        return None
    at = tree.tokens[candidate.source_at].span
    for name in reading.names:
        if name.span.overlaps(at):
            return name.entity
    return " ".join(span.of(tree.text) for span in tree.to_spans(candidate.source)) or None
