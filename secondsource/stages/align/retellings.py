"""Retellings: how surely two sentences of a story tell the same, weighed from evidence against what else comes near."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from math import exp, log

from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate
from secondsource.stages.align.matches import Weight
from secondsource.text.neighbours import Neighbours
from secondsource.text.rarity import rarity
from secondsource.text.sameness import find_numbers, rate_sameness
from secondsource.text.wordings import content_words, find_shared, find_words, fold_spelling, share_of_matter

MOST_NUMBERS = 3
"""Numbers in common from which more of them say no more."""
BEST_RATING = 5.0


class Retellings:
    """Weighs the claims of one story, knowing all of its claims."""

    def __init__(self, claims: Sequence[Candidate], near: Neighbours, settings: Align) -> None:
        self._near = near
        self._settings = settings
        texts = list(dict.fromkeys(claim.context for claim in claims))
        tellers = Counter(word for text in texts for word in set(content_words(text)))
        self._weight = {word: log(len(texts) / count) + rarity(word) for word, count in tellers.items()}
        self._unknown = log(max(1, len(texts)))
        self._nearest = self._find_nearest(claims)
        self._matter_of = cache(self._weigh_matter)

    def weigh(self, left: Candidate, right: Candidate, _: float, likeness: float, settings: Align) -> Weight | None:
        """How surely two claims tell the same.

        A denial never tells the same as what is no denial, and two denials only where they share what is denied.
        """
        if left.denies != right.denies or likeness < settings.claim_likeness:
            return None
        if left.denies and share_of_matter(left.text, right.text) < settings.claim_matter:
            return None
        *others, sameness = settings.claim_weights
        told = settings.claim_bias + sum(
            weight * value for weight, value in zip(others, self.gather(left, right, likeness), strict=True)
        )
        least = -log(1 / settings.claim_score - 1)
        if told + sameness < least:
            return None
        told += sameness * rate_sameness(left.matter, right.matter) / BEST_RATING
        if told < least:
            return None
        shared = ", ".join(self._telling(left.matter, right.matter))
        score = 1 / (1 + exp(-told))
        return Weight(score, f"tell the same ({score:.2f})" + (f", both of {shared}" if shared else ""))

    def gather(self, left: Candidate, right: Candidate, likeness: float) -> tuple[float, ...]:
        """The evidence but for sameness: the matter in common, likeness beyond the next best, numbers in common, and
        whether both have numbers and none in common.
        """
        ours, theirs = find_numbers(left.matter), find_numbers(right.matter)
        common = len(ours & theirs)
        return (
            min(self._share(left.matter, right.matter), self._share(right.matter, left.matter)),
            self._margin(left, right, likeness),
            float(min(MOST_NUMBERS, common)),
            float(bool(ours and theirs and not common)),
        )

    def _share(self, text: str, other: str) -> float:
        """Share of what `text` tells that `other` tells too; words that are rare, here or in all news, tell more."""
        whole = self._matter_of(text)
        return self._sum(find_shared(text, other)) / whole if whole else 0.0

    def _weigh_matter(self, text: str) -> float:
        return self._sum(sorted(set(content_words(text))))

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight.get(word, self._unknown) for word in words)

    def _telling(self, text: str, other: str) -> list[str]:
        """The two shared words that tell most, as the first of the two texts writes them."""
        written = {fold_spelling(word.folded.removesuffix("'s")): word.text for word in reversed(find_words(text))}
        telling = sorted(find_shared(text, other), key=lambda word: (-self._weight.get(word, self._unknown), word))[:2]
        return [written[word] for word in telling]

    def _margin(self, left: Candidate, right: Candidate, likeness: float) -> float:
        """How far the likeness goes beyond that of either to any other sentence of the other's report."""
        if left.order == right.order:
            return 0.0
        return likeness - max(
            self._next_best(left.context, right.order, right.context),
            self._next_best(right.context, left.order, left.context),
        )

    def _next_best(self, text: str, order: int, besides: str) -> float:
        for likeness, other in self._nearest.get((text, order), ()):
            if other != besides:
                return likeness
        return self._settings.likeness_floor

    def _find_nearest(self, claims: Sequence[Candidate]) -> dict[tuple[str, int], list[tuple[float, str]]]:
        """For each sentence and each report the two sentences there that are nearest to it, the nearest first."""
        orders: dict[str, list[int]] = {}
        for claim in claims:
            if claim.order not in orders.setdefault(claim.context, []):
                orders[claim.context].append(claim.order)
        nearest: dict[tuple[str, int], list[tuple[float, str]]] = {}
        for one, other in self._near.pairs():
            if one in orders and other in orders:
                likeness = self._near.between(one, other)
                for text, partner in {(one, other), (other, one)}:
                    for order in orders[partner]:
                        best = nearest.setdefault((text, order), [])
                        best.append((likeness, partner))
                        best.sort(key=lambda found: (-found[0], found[1]))
                        del best[2:]
        return nearest
