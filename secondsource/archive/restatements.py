"""Which statements changed from one version of an article to the next: quotes, claims, figures and datings."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution, Dating, Figure, Statements
from secondsource.model.versions import RestatedKind, Restatement
from secondsource.text.revisions import LEAST_SHARED, Passage, read_words, tells_age

Said = TypeVar("Said", Attribution, Figure, Dating)
Alike = Callable[[Said, Said], float]

NEARLY_ALL = 0.8
"""Share of a statement's words that a sentence must have to tell the same without naming who said it."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article as far as its statements are compared."""

    reading: Reading
    statements: Statements

    @property
    def text(self) -> str:
        return self.reading.report.text

    def words(self, *spans: Span) -> tuple[str, ...]:
        """The words of some spans, as they are compared."""
        return tuple(word.key.casefold() for span in spans for word in read_words(self.text, Passage(*_ends(span))))

    def sentence_of(self, span: Span) -> Span:
        """The sentence that a span begins in; the span itself where it is in none."""
        return next((one for one in self.reading.sentences if one.start <= span.start < one.end), span)


def find_restatements(before: Version, after: Version) -> tuple[Restatement, ...]:
    """The statements that were added, removed or changed; quotes and claims, then figures, then datings, in text order.

    A statement that only stands elsewhere, or whose sentence changed around it, is the same.
    """
    return (
        *_find_attributions(before, after),
        *_find_figures(before, after),
        *_find_datings(before, after),
    )


def _find_attributions(before: Version, after: Version) -> Iterator[Restatement]:
    def key(version: Version, said: Attribution) -> object:
        return version.words(*said.content), said.speaker, said.manner == "indirect", said.force

    def alike(one: Attribution, other: Attribution) -> float:
        return _share(before.words(*one.content), after.words(*other.content))

    ours, theirs = ([said for said in one.statements.attributions if said.content] for one in (before, after))
    left, right = _unmatched(before, ours, after, theirs, key)
    pairs, gone, come = _pair(left, right, alike)
    for one, other in pairs:
        reasons = tuple(_say_attribution(before, one, after, other))
        yield Restatement(_kind(one), "changed", *_find_changed(before, one, after, other), reasons)
    for one in gone:
        bare = _find_told(before.words(*one.content), after)
        if bare is not None:
            reason = f"the words stand without “{_speaker(before, one)}”, who said them"
            yield Restatement(_kind(one), "changed", _whole(one), bare, (reason,))
        else:
            yield Restatement(_kind(one), "removed", _whole(one), None, ())
    for other in come:
        bare = _find_told(after.words(*other.content), before)
        if bare is not None:
            reason = f"the words are now those of “{_speaker(after, other)}”; before, they were the outlet's own"
            yield Restatement(_kind(other), "changed", bare, _whole(other), (reason,))
        else:
            yield Restatement(_kind(other), "added", None, _whole(other), ())


def _find_changed(before: Version, one: Attribution, after: Version, other: Attribution) -> tuple[Span, Span]:
    """The part of each content that says something else; the whole, where that is not one part of several."""
    pairs = zip(one.content, other.content, strict=False)
    changed = [(mine, its) for mine, its in pairs if before.words(mine) != after.words(its)]
    if len(one.content) == len(other.content) and len(changed) == 1:
        return changed[0]
    return _whole(one), _whole(other)


def _say_attribution(before: Version, one: Attribution, after: Version, other: Attribution) -> Iterator[str]:
    if before.words(*one.content) != after.words(*other.content):
        yield "other words"
    if one.speaker != other.speaker:
        yield f"said by “{_speaker(before, one)}”, now by “{_speaker(after, other)}”"
    if (one.manner == "indirect") != (other.manner == "indirect"):
        yield "quoted, now told" if other.manner == "indirect" else "told, now quoted"
    if one.force != other.force:
        yield f"{one.force}, now {other.force}"


def _find_figures(before: Version, after: Version) -> Iterator[Restatement]:
    def key(_: Version, figure: Figure) -> object:
        return figure.low, figure.high, figure.unit, figure.of, figure.bound, figure.change

    def alike(one: Figure, other: Figure) -> float:
        if one.unit != other.unit:
            return 0.0
        around = _share(before.words(before.sentence_of(one.span)), after.words(after.sentence_of(other.span)))
        return around + (one.of == other.of) / 2

    left, right = _unmatched(before, before.statements.figures, after, after.statements.figures, key)
    pairs, gone, come = _pair(left, right, alike)
    for one, other in pairs:
        told = f"“{one.span.of(before.text)}”, now “{other.span.of(after.text)}”"
        yield Restatement("figure", "changed", one.span, other.span, (told,))
    yield from (Restatement("figure", "removed", one.span, None, ()) for one in gone)
    yield from (Restatement("figure", "added", None, other.span, ()) for other in come)


def _find_datings(before: Version, after: Version) -> Iterator[Restatement]:
    def key(version: Version, dating: Dating) -> object:
        return dating.value, version.words(dating.event)

    def alike(one: Dating, other: Dating) -> float:
        return _share(before.words(one.event), after.words(other.event))

    ours, theirs = (
        [dating for dating in one.statements.datings if not tells_age(one.sentence_of(dating.span).of(one.text))]
        for one in (before, after)
    )
    left, right = _unmatched(before, ours, after, theirs, key)
    pairs, gone, come = _pair(left, right, alike)
    for one, other in pairs:
        if one.value != other.value:
            yield Restatement("dating", "changed", one.span, other.span, (f"{one.value}, now {other.value}",))
    yield from (Restatement("dating", "removed", one.span, None, ()) for one in gone)
    yield from (Restatement("dating", "added", None, other.span, ()) for other in come)


def _unmatched(
    before: Version,
    ours: Sequence[Said],
    after: Version,
    theirs: Sequence[Said],
    key: Callable[[Version, Said], object],
) -> tuple[list[Said], list[Said]]:
    """The statements of each side that the other does not have to the letter."""
    keys = [key(before, said) for said in ours], [key(after, said) for said in theirs]
    free, taken = Counter(keys[1]), Counter(keys[0])
    left = [said for said, mine in zip(ours, keys[0], strict=True) if not _take(free, mine)]
    right = [said for said, its in zip(theirs, keys[1], strict=True) if not _take(taken, its)]
    return left, right


def _take(free: Counter[object], key: object) -> bool:
    free[key] -= 1
    return free[key] >= 0


def _pair(
    left: Sequence[Said], right: Sequence[Said], alike: Alike[Said]
) -> tuple[list[tuple[Said, Said]], list[Said], list[Said]]:
    """Each statement with the one that stands for it, the most alike first; those without one, on either side."""
    likeness = sorted(
        (-score, i, j) for i, one in enumerate(left) for j, other in enumerate(right)
        if (score := alike(one, other)) >= LEAST_SHARED
    )  # fmt: skip
    paired: dict[int, int] = {}
    for _, i, j in likeness:
        if i not in paired and j not in paired.values():
            paired[i] = j
    pairs = [(left[i], right[j]) for i, j in sorted(paired.items())]
    gone = [one for i, one in enumerate(left) if i not in paired]
    return pairs, gone, [other for j, other in enumerate(right) if j not in paired.values()]


def _find_told(words: tuple[str, ...], version: Version) -> Span | None:
    """A sentence that tells these words and in which nobody says anything."""
    said = [span for one in version.statements.attributions for span in one.content]
    for sentence in version.reading.sentences:
        held = (Counter(words) & Counter(version.words(sentence))).total()
        if words and held >= NEARLY_ALL * len(words) and not any(sentence.overlaps(span) for span in said):
            return sentence
    return None


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    total = len(one) + len(other)
    return 2 * (Counter(one) & Counter(other)).total() / total if total else 0.0


def _kind(said: Attribution) -> RestatedKind:
    return "claim" if said.manner == "indirect" else "quote"


def _whole(said: Attribution) -> Span:
    return Span(said.content[0].start, said.content[-1].end)


def _speaker(version: Version, said: Attribution) -> str:
    return said.speaker or " ".join(span.of(version.text) for span in (*said.source, *said.cue)[:1]) or "somebody"


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
