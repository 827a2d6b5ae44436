"""What reports and lineages are called on the page, and where on it they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.findings import JudgedStory
from secondsource.model.spans import Span
from secondsource.model.stories import Stemma
from secondsource.surfaces.page.addresses import Addresses, OnOnePage, passage_anchor, report_anchor
from secondsource.surfaces.page.phrases import letters, listed

TONES = 8
"""How many colours the style sheet has for lineages; they come round again after that, the letters do not."""


@dataclass(frozen=True, slots=True)
class LineageLabel:
    """A lineage's letter and the number of its colour."""

    letter: str
    tone: int
    anchor: str


@dataclass(frozen=True, slots=True)
class ReportLabel:
    """What a report is called on the page, and where it is shown. `number` counts through the dossier, from 1."""

    number: int
    name: str
    lineage: LineageLabel
    address: str

    @property
    def anchor(self) -> str:
        return report_anchor(self.number)

    def anchor_at(self, offset: int) -> str:
        """The id of the place in the report's text that starts at character `offset`."""
        return passage_anchor(self.number, offset)


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a report, with the address of the place where they stand."""

    label: ReportLabel
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """Words that several reports have alike, and where."""

    text: str
    citations: tuple[Citation, ...]


def share(citations: Iterable[Citation]) -> tuple[SharedQuote, ...]:
    """Citations with the same words, whatever their spacing, put together; in the order in which they first come."""
    by_text: dict[str, list[Citation]] = {}
    for citation in citations:
        by_text.setdefault(" ".join(citation.text.split()), []).append(citation)
    return tuple(SharedQuote(text, tuple(members)) for text, members in by_text.items())


@dataclass(frozen=True, slots=True)
class LineageCitations:
    """What the reports of one lineage have."""

    lineage: LineageLabel
    citations: tuple[Citation, ...]


def by_lineage(citations: Iterable[Citation]) -> tuple[LineageCitations, ...]:
    """Citations put together by lineage, in the order in which the lineages first come."""
    members: dict[str, list[Citation]] = {}
    for citation in citations:
        members.setdefault(citation.label.lineage.letter, []).append(citation)
    return tuple(LineageCitations(cited[0].label.lineage, tuple(cited)) for cited in members.values())


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels of one story; `prefix` begins the ids of its points and findings.

    `mixed` are the mash-ups, each with the lineages that it took from.
    """

    prefix: str
    reports: Mapping[str, ReportLabel]
    lineages: Mapping[str, LineageLabel]
    addresses: Addresses
    mixed: Mapping[str, tuple[LineageLabel, ...]]

    def cite(self, report: str, span: Span, text: str) -> Citation:
        label = self.reports[report]
        return Citation(label, self.addresses.of_passage(label.number, report, span.start), text)

    def of(self, reports: Iterable[str]) -> tuple[ReportLabel, ...]:
        """The labels of `reports`, by lineage and then by number."""
        known = [self.reports[report] for report in set(reports) if report in self.reports]
        return tuple(sorted(known, key=lambda label: (len(label.lineage.letter), label.lineage.letter, label.number)))

    def lineages_of(self, reports: Iterable[str]) -> tuple[LineageLabel, ...]:
        """The lineages of `reports`, each once, in the order of their letters."""
        return tuple({label.lineage.letter: label.lineage for label in self.of(reports)}.values())

    def say_mixed(self, reports: Iterable[str]) -> str | None:
        """Why these reports have fewer sources than lineages: mash-ups add none to those that they took from."""
        told = set(reports)
        others = {self.reports[report].lineage for report in told - self.mixed.keys() if report in self.reports}
        added = [report for report in told & self.mixed.keys() if not others.isdisjoint(self.mixed[report])]
        named = [label for label in self.of(added) if label.lineage not in others]
        if not named:
            return None
        names = listed([label.name for label in named])
        are = "is put together from texts that are counted here, and adds" if len(named) == 1 else ""
        return f"{names} {are or 'are put together from texts that are counted here, and add'} no source"


def label_story(
    judged: JudgedStory, story_number: int, first_report: int, addresses: Addresses | None = None
) -> Labels:
    """Name every report and lineage of a story; the reports are counted from `first_report`.

    Without `addresses`, everything is shown on one page.
    """
    prefix, stemma = f"s{story_number}", judged.stemma
    reports = [reading.report for reading in judged.story.readings]
    addresses = addresses or OnOnePage(prefix)
    lineages = {
        lineage.id: LineageLabel(letters(index), index % TONES, f"{prefix}-lineage-{letters(index).lower()}")
        for index, lineage in enumerate(stemma.lineages)
    }
    distinct = _distinct([report.name for report in reports])
    return Labels(
        prefix,
        {
            report.id: ReportLabel(
                number, name, lineages[stemma.lineage_of(report.id).id], addresses.of_report(number, report.id)
            )
            for number, (report, name) in enumerate(zip(reports, distinct, strict=True), start=first_report)
        },
        lineages,
        addresses,
        _find_mixed(stemma, lineages),
    )


def _find_mixed(stemma: Stemma, lineages: Mapping[str, LineageLabel]) -> dict[str, tuple[LineageLabel, ...]]:
    """The mash-ups, each with the lineages that it took from, in the order of their letters."""
    homes = {report: lineage.id for lineage in stemma.lineages for report in lineage.reports}
    found: dict[str, set[str]] = {}
    for one in stemma.derivations:
        if one.manner == "mash-up":
            found.setdefault(one.child, set()).add(homes.get(one.parent, one.parent))
    return {child: tuple(lineages[one] for one in lineages if one in taken) for child, taken in found.items()}


def _distinct(names: Sequence[str]) -> list[str]:
    """The names of reports; those that would share one are numbered."""
    plain = [name or "unnamed" for name in names]
    often = Counter(plain)
    seen: Counter[str] = Counter()
    distinct = []
    for name in plain:
        seen[name] += 1
        distinct.append(f"{name} ({seen[name]})" if often[name] > 1 else name)
    return distinct
