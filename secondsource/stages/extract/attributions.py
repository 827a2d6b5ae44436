"""Attributions: who said what in a reading.

Rules give candidates; quotations join them or are continued from them; those of the trained tagger are added; then
speakers are named and carriers found.
"""

from secondsource.model.readings import Reading
from secondsource.model.statements import Attribution, Speaker
from secondsource.settings import Extract
from secondsource.stages.extract.candidates import find_manner
from secondsource.stages.extract.chains import find_chains, untangle
from secondsource.stages.extract.citings import share_contents
from secondsource.stages.extract.combining import combine
from secondsource.stages.extract.continuations import continue_quotations
from secondsource.stages.extract.forces import settle_force
from secondsource.stages.extract.nested import find_nested
from secondsource.stages.extract.quotes import join_quotations
from secondsource.stages.extract.rules import find_candidates
from secondsource.stages.extract.speakers import Speakers
from secondsource.stages.extract.tagged import find_tagged
from secondsource.stages.extract.trees import Tree
from secondsource.stages.extract.unclosed import end_quotations
from secondsource.text.quotation import Quotation, find_quotations


def find_attributions(reading: Reading, settings: Extract) -> tuple[Attribution, ...]:
    """Every attribution of `reading`, in text order of the cues."""
    return find_told(reading, settings)[0]


def find_told(reading: Reading, settings: Extract) -> tuple[tuple[Attribution, ...], tuple[Speaker, ...]]:
    """Every attribution of `reading`, in text order of the cues, and what it says that its speakers are."""
    quotations = find_quotations(reading.report.text)
    outer, tree = _plant(reading, [quotation for quotation in quotations if quotation.depth == 0])
    joined = join_quotations(tree, find_candidates(reading, tree), outer)
    joined = [*continue_quotations(tree, joined, outer), *find_nested(tree, quotations)]
    ruled = [candidate for candidate in joined if candidate.content]
    complete = combine(tree, ruled, find_tagged(tree, outer, settings.tagger_least))
    found = share_contents(tree, sorted(complete, key=lambda candidate: (candidate.at, candidate.cue)))
    found = untangle(tree, found)
    speakers = Speakers(reading, tree, settings)
    chains = find_chains(tree, found, speakers)
    believed = [(candidate, chain) for candidate, chain in zip(found, chains, strict=True) if not candidate.doubted]
    attributions = tuple(
        Attribution(
            source=tree.to_spans(candidate.source),
            cue=tree.to_spans(candidate.cue, trim=False),
            content=candidate.content,
            manner=find_manner(tree.text, candidate.content, candidate.quotes),
            force=settle_force(tree, candidate),
            speaker=speaker,
            via=via,
        )
        for candidate, (speaker, via) in believed
    )
    return attributions, tuple(speakers.find_roles([(candidate, speaker) for candidate, (speaker, _) in believed]))


def _plant(reading: Reading, outer: list[Quotation]) -> tuple[list[Quotation], Tree]:
    """The reading's tree, and the outer quotations with the unclosed ones ended."""
    tree = Tree(reading, outer)
    ended = end_quotations(tree, outer)
    return (outer, tree) if ended == outer else (ended, Tree(reading, ended))
