"""Derivations: that one report was made from another, or from a lost original, with what shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.stories import Derivation, DerivationManner, Passage
from secondsource.settings import Trace
from secondsource.stages.trace.borrowings import Borrowing, find_borrowed
from secondsource.stages.trace.descents import LOST, Descent
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.manners import find_manner, find_manner_of_lost
from secondsource.stages.trace.mashups import Mashup
from secondsource.stages.trace.reasons import say_borrowing, say_direction, say_kinship, say_reprint
from secondsource.stages.trace.tellings import Telling
from secondsource.stages.trace.wordings import Wordings


@dataclass(frozen=True, slots=True)
class Deriver:
    """Puts what was found about two reports, given by their places, into derivations."""

    explained: Explanations
    wordings: Wordings
    settings: Trace

    def derive(self, whole: Sequence[int], descent: Descent, lineage: str) -> Iterator[Derivation]:
        """The derivations of a lineage's reports, as they descend from one another or from a lost original."""
        from_lost = {child for child, parent in descent.parents.items() if parent == LOST}
        for child in whole:
            parent = descent.parents.get(child)
            if parent == LOST:
                near = [other for other in self.explained.partners(child) if other in from_lost]
                yield self._from_lost(child, near or sorted(from_lost - {child})[:1], lineage)
            elif parent is not None:
                yield self._from_report(child, parent, find_manner(child, parent, self.explained, self.settings))

    def derive_mashup(self, mashup: Mashup, parents: Mapping[int, int]) -> Iterator[Derivation]:
        """The two derivations of a mash-up, each from the first of the reports that explain it as well as another."""
        main = self._climb(mashup.report, mashup.main, mashup.second, parents)
        second = self._climb(mashup.report, mashup.second, main, parents)
        yield self._from_report(mashup.report, main, "mash-up")
        yield self._from_report(mashup.report, second, "mash-up")

    def derive_quotes(self, borrowing: Borrowing) -> Derivation:
        """The derivation of a report that has its quotes, and no more, from another."""
        copy, source = self.explained.tellings[borrowing.report], self.explained.tellings[borrowing.source]
        pairs = find_borrowed(borrowing, self.explained, self.settings)
        return Derivation(
            child=copy.id,
            parent=source.id,
            manner="quotes only",
            score=round(borrowing.quotes / sum(1 for quote in copy.quotes if quote), 3),
            reasons=tuple(say_borrowing(borrowing, self.explained)),
            passages=tuple(Passage(copy.quoted[mine], source.quoted[theirs]) for mine, theirs in pairs),
        )

    def _climb(self, report: int, source: int, rival: int, parents: Mapping[int, int]) -> int:
        """The report that `source` was made from, and so on, as long as that explains the mash-up no worse."""
        above = parents.get(source, LOST)
        while above not in (LOST, rival, report):
            lost = self.explained.nearness(report, [source, rival]) - self.explained.nearness(report, [above, rival])
            if lost > self.settings.twin_distance:
                break
            source, above = above, parents.get(above, LOST)
        return source

    def _from_report(self, child: int, parent: int, manner: DerivationManner) -> Derivation:
        copy, source = self.explained.tellings[child], self.explained.tellings[parent]
        reasons = [
            *say_kinship(child, parent, self.explained, self.wordings, self.settings),
            *say_direction(child, parent, self.explained, self.settings),
        ]
        told = self.explained.alignment(child, parent).told
        return Derivation(
            child=copy.id,
            parent=source.id,
            manner=manner,
            score=round(self.explained.score(child, parent), 3),
            reasons=tuple(reasons),
            passages=tuple(Passage(copy.sentences[p.left], source.sentences[p.right]) for p in told),
        )

    def _from_lost(self, child: int, siblings: list[int], lineage: str) -> Derivation:
        copy = self.explained.tellings[child]
        nearest = max(siblings, key=lambda sibling: (self.explained.score(child, sibling), -sibling))
        shared = sorted(
            {pairing.left for sibling in siblings for pairing in self.explained.alignment(child, sibling).told}
        )
        return Derivation(
            child=copy.id,
            parent=lineage,
            manner=find_manner_of_lost(child, siblings, self.explained, self.settings),
            score=round(self.explained.score(child, nearest), 3),
            reasons=tuple(say_kinship(child, nearest, self.explained, self.wordings, self.settings)),
            passages=tuple(Passage(copy.sentences[place], None) for place in shared),
        )


def derive_reprint(copy: Telling, source: Telling) -> Derivation:
    """The derivation of a report that is word for word another."""
    return Derivation(
        child=copy.id,
        parent=source.id,
        manner="verbatim",
        score=1.0,
        reasons=tuple(say_reprint(copy, source)),
        passages=tuple(Passage(mine, theirs) for mine, theirs in zip(copy.sentences, source.sentences, strict=False)),
    )
