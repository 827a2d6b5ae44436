"""Attributions: who said what in a reading."""

from secondsource.model.readings import Reading
from secondsource.model.statements import Attribution, Manner
from secondsource.settings import Extract
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.chains import find_chains, untangle
from secondsource.stages.extract.continuations import continue_quotations
from secondsource.stages.extract.headlines import find_headlines
from secondsource.stages.extract.misread import find_misread
from secondsource.stages.extract.nested import find_nested
from secondsource.stages.extract.nouns import find_by_nouns
from secondsource.stages.extract.phrases import find_by_phrases
from secondsource.stages.extract.quotes import join_quotations
from secondsource.stages.extract.speakers import find_speakers
from secondsource.stages.extract.trees import Tree
from secondsource.stages.extract.unclosed import end_quotations
from secondsource.stages.extract.verbs import find_by_verbs
from secondsource.text.quotation import find_quotations


def find_attributions(reading: Reading, settings: Extract) -> tuple[Attribution, ...]:
    """Every attribution of `reading`, in text order of the cues."""
    quotations = find_quotations(reading.report.text)
    outer = [quotation for quotation in quotations if quotation.depth == 0]
    tree = Tree(reading, outer)
    ended = end_quotations(tree, outer)
    if ended != outer:
        outer, tree = ended, Tree(reading, ended)
    candidates = [*find_by_verbs(tree), *find_by_nouns(tree), *find_by_phrases(tree), *find_misread(tree)]
    candidates += find_headlines(reading, tree)
    joined = join_quotations(tree, sorted(candidates, key=_place), outer)
    joined = [*continue_quotations(tree, joined, outer), *find_nested(tree, quotations)]
    found = sorted((candidate for candidate in joined if candidate.content), key=_place)
    found = untangle(tree, found)
    speakers = find_speakers(reading, tree, found, settings)
    chains = find_chains(tree, found, speakers)
    return tuple(
        Attribution(
            source=tree.to_spans(candidate.source),
            cue=tree.to_spans(candidate.cue, trim=False),
            content=candidate.content,
            manner=_manner(tree.text, candidate),
            force=candidate.force,
            speaker=speaker,
            via=via,
        )
        for candidate, speaker, via in zip(found, speakers, chains, strict=True)
    )


def _place(candidate: Candidate) -> tuple[int, tuple[int, ...]]:
    return candidate.at, candidate.cue


def _manner(text: str, candidate: Candidate) -> Manner:
    if not candidate.quotes:
        return "indirect"
    outside = sum(sum(character.isalnum() for character in part.of(text)) for part in candidate.content) - sum(
        sum(character.isalnum() for character in quote.of(text)) for quote in candidate.quotes
    )
    return "mixed" if outside > 0 else "direct"
