"""Compares a dossier with the gold of its story: for each stage, what was wanted and what of it was missed.

python -m tests.stories.comparisons examples/harbour          prints every miss, stage by stage
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from secondsource.model.spans import Span
from tests.stories.gold import GoldStory, Row, find_words

DAY = len("2024-06-19")


@dataclass(frozen=True)
class Comparison:
    """How many things of a stage the gold names, and in words those that the dossier misses."""

    wanted: int
    missed: list[str]

    @property
    def share(self) -> float:
        return (self.wanted - len(self.missed)) / self.wanted if self.wanted else 1.0


def plain(name: str | None) -> str:
    """A name without its article, case and punctuation, for comparing speakers."""
    return re.sub(r"^(the|a|an) ", "", re.sub(r"[^\w ]", "", (name or "").lower())).strip()


def compare_story(story: GoldStory) -> Comparison:
    """The day of the event, and a title that speaks of it."""
    told, missed = story.judged.story, []
    if told.happened_on != story.about["happened_on"]:
        missed.append(f"happened on {told.happened_on}, wanted {story.about['happened_on']}")
    if not any(word in told.title for word in story.about["title_words"]):
        missed.append(f"titled {told.title!r}, wanted one of {story.about['title_words']}")
    return Comparison(2, missed)


def compare_cleaning(story: GoldStory) -> Comparison:
    wanted, missed = 0, []
    for row in story.rows("report"):
        reading = story.readings[row["file"]]
        captions = "\n".join(b.span.of(reading.report.text) for b in reading.report.blocks if b.kind == "caption")
        checks = [(words, "kept", story.find(row["file"], words) is not None) for words in row["kept"]]
        checks += [(words, "kept as a caption", find_words(captions, words) is not None) for words in row["captions"]]
        checks += [(words, "cut", story.find(row["file"], words) is None) for words in row["cut"]]
        wanted += len(checks)
        missed += [f"{row['file']}: not {wish}: {words!r}" for words, wish, met in checks if not met]
    return Comparison(wanted, missed)


def compare_credits(story: GoldStory) -> Comparison:
    wanted, missed = 0, []
    for row in story.rows("report"):
        report = story.readings[row["file"]].report
        said = {
            "outlet": report.outlet or "",
            "agencies": sorted(report.agencies),
            "authors": sorted(report.authors),
            "title": report.title or "",
            "published_on": report.published_on or "",
        }
        for field, value in said.items():
            want = row.get(field, "")
            want = sorted(want) if isinstance(want, list) else want
            wanted += 1
            if value != want:
                missed.append(f"{row['file']}: {field}: wanted {want!r}, got {value!r}")
    return Comparison(wanted, missed)


def compare_attributions(story: GoldStory, manners: Iterable[str], *, speakers: bool) -> Comparison:
    rows = [row for row in story.rows("attribution") if row["manner"] in manners and not row.get("headline")]
    missed = []
    for row in rows:
        covering = list(_attributions_covering(story, row))
        if not covering:
            missed.append(f"{row['report']}: nobody is given for {row['content']!r}")
        elif speakers and plain(row["speaker"]) not in {plain(speaker) for speaker in covering}:
            missed.append(f"{row['report']}: {row['content']!r}: wanted {row['speaker']!r}, got {covering}")
    return Comparison(len(rows), missed)


def _attributions_covering(story: GoldStory, row: Row) -> Iterator[str | None]:
    """The speakers of the attributions whose content holds at least half of the gold's words."""
    reading = story.readings[row["report"]]
    where = story.find(row["report"], row["content"])
    for attribution in story.statements[reading.report.id].attributions:
        shared = sum(_shared(span, where) for span in attribution.content) if where else 0
        if where and shared >= len(where) / 2:
            yield attribution.speaker


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def compare_figures(story: GoldStory) -> Comparison:
    missed = []
    for row in story.rows("figure"):
        where = story.find(row["report"], row["text"])
        figures = story.statements[story.readings[row["report"]].report.id].figures
        near = [figure for figure in figures if where and figure.span.overlaps(where)]
        if not any((figure.low, figure.high) == (row.get("low"), row.get("high")) for figure in near):
            got = [(figure.low, figure.high) for figure in near]
            missed.append(f"{row['report']}: {row['text']!r}: wanted {row.get('low')}–{row.get('high')}, got {got}")
    return Comparison(len(story.rows("figure")), missed)


def compare_times(story: GoldStory) -> Comparison:
    """Every gold time with its value. Where the gold gives a day, the hour or part of the day may stand beside it."""
    missed = []
    for row in story.rows("time"):
        where = story.find(row["report"], row["text"])
        times = story.readings[row["report"]].times
        near = [time.value for time in times if where and time.span.overlaps(where)]
        want = row["value"].removesuffix("/..")
        if not any(value == want or (len(want) == DAY and value.startswith(want + "T")) for value in near):
            missed.append(f"{row['report']}: {row['text']!r}: wanted {row['value']}, got {near}")
    return Comparison(len(story.rows("time")), missed)


def compare_lineages(story: GoldStory) -> Comparison:
    """Every report with its lineage’s fellows and root; a mash-up may stand in any of its lineages."""
    rows = story.rows("lineage")
    missed = []
    for file in (row["file"] for row in story.rows("report")):
        lineage = story.judged.stemma.lineage_of(story.readings[file].report.id)
        got = {story.file_of(report) for report in lineage.reports}
        root = story.file_of(lineage.root) if lineage.root else ""
        mine = [row for row in rows if file in row["reports"]]
        if not any(got <= set(row["reports"]) and _firm(row, rows) <= got and root == row["root"] for row in mine):
            missed.append(f"{file}: in a lineage of {sorted(got)} with root {root or 'lost'!r}")
    sources, want = story.judged.independent_sources, story.about["independent_sources"]
    if sources != want:
        missed.append(f"{sources} independent sources, wanted {want}")
    return Comparison(len(story.rows("report")) + 1, missed)


def _firm(row: Row, rows: list[Row]) -> set[str]:
    """The reports of a gold lineage that stand in no other."""
    return {file for file in row["reports"] if sum(file in other["reports"] for other in rows) == 1}


def compare_derivations(story: GoldStory) -> Comparison:
    lost = {lineage.id: f"lost:{lineage.name}" for lineage in story.judged.stemma.lineages}
    got = {
        (story.file_of(d.child), lost.get(d.parent) or story.file_of(d.parent), d.manner)
        for d in story.judged.stemma.derivations
    }
    want = {(row["child"], row["parent"], row["manner"]) for row in story.rows("derivation")}
    missed = [f"wanted {edge}" for edge in sorted(want - got)] + [f"not wanted {edge}" for edge in sorted(got - want)]
    return Comparison(len(want), missed)


def compare_points(story: GoldStory) -> Comparison:
    """Every gold point: one of the dossier holds two thirds of its members, with its verdict and count."""
    missed = []
    for row in story.rows("point"):
        members = _members(story, row)
        best, held = None, 0
        for point in story.judged.points:
            spans = [(story.file_of(s.report), s.span) for s in point.statements]
            now = sum(any(file == f and where.overlaps(span) for f, span in spans) for file, where in members)
            if (now, point.kind == row["kind"]) > (held, best is not None and best.kind == row["kind"]):
                best, held = point, now
        if best is None or held * 3 < len(row["members"]) * 2:
            missed.append(f"{row['kind']} {row['title']!r}: {held} of {len(row['members'])} reports in one point")
        elif (best.verdict, best.independent_sources) != (row["verdict"], row["independent_sources"]):
            got = f"{best.verdict} on {best.independent_sources}"
            missed.append(
                f"{row['kind']} {row['title']!r}: {got}, wanted {row['verdict']} on {row['independent_sources']}"
            )
    return Comparison(len(story.rows("point")), missed)


def _members(story: GoldStory, row: Row) -> list[tuple[str, Span]]:
    found = [(member["report"], story.find(member["report"], member["text"])) for member in row["members"]]
    return [(file, where) for file, where in found if where]


def compare_findings(story: GoldStory) -> Comparison:
    """Every gold finding: one of the same kind that shows its words in two reports, or in the one there is."""
    missed = [
        f"{row['kind']} {row['verdict']}: {row['why']}"
        for row in story.rows("finding")
        if not any(is_same_finding(story, row, evidence) for evidence in _evidence_of(story, row["kind"]))
    ]
    return Comparison(len(story.rows("finding")), missed)


def unwanted_findings(story: GoldStory) -> list[str]:
    """The findings, omissions aside, that the gold does not have."""
    unwanted = []
    for finding in story.judged.findings:
        rows = [row for row in story.rows("finding") if row["kind"] == finding.kind]
        evidence = [(story.file_of(e.report), e.span) for e in finding.evidence]
        if finding.kind != "omission" and not any(is_same_finding(story, row, evidence) for row in rows):
            unwanted.append(f"{finding.kind} {finding.verdict}: {finding.title}")
    return unwanted


def _evidence_of(story: GoldStory, kind: str) -> Iterator[list[tuple[str, Span]]]:
    for finding in story.judged.findings:
        if finding.kind == kind:
            yield [(story.file_of(e.report), e.span) for e in finding.evidence]


def is_same_finding(story: GoldStory, row: Row, evidence: list[tuple[str, Span]]) -> bool:
    """Whether the evidence, by file, shows the words of a gold row in two reports, or in the one whose text has them.

    Words that stand in a line that was cut from the text, such as a date of publication, can be shown by nobody.
    """
    found = [(piece["report"], story.find(piece["report"], piece["text"])) for piece in row["evidence"]]
    standing = [(report, where) for report, where in found if where]
    shown = {
        report for report, where in standing if any(file == report and where.overlaps(span) for file, span in evidence)
    }
    return bool(shown) and len(shown) >= min(2, len({report for report, _ in standing}))


def compare_omissions(story: GoldStory) -> Comparison:
    omitted = {(story.file_of(f.omitted_by), f.about) for f in story.judged.findings if f.omitted_by}
    missed = []
    for row in story.rows("omission"):
        where = story.find(row["told_by"], row["lacks"])
        points = {
            point.id
            for point in story.judged.points
            for s in point.statements
            if where and story.file_of(s.report) == row["told_by"] and s.span.overlaps(where)
        }
        if not any((row["report"], point) in omitted for point in points):
            missed.append(f"{row['report']} leaves out {row['lacks']!r}")
    return Comparison(len(story.rows("omission")), missed)


STAGES: dict[str, Callable[[GoldStory], Comparison]] = {
    "cleaning": compare_cleaning,
    "credits": compare_credits,
    "direct quotations": lambda story: compare_attributions(story, ("direct", "mixed"), speakers=False),
    "speakers of direct quotations": lambda story: compare_attributions(story, ("direct", "mixed"), speakers=True),
    "indirect attributions": lambda story: compare_attributions(story, ("indirect",), speakers=False),
    "figures": compare_figures,
    "times": compare_times,
    "story": compare_story,
    "lineages": compare_lineages,
    "derivations": compare_derivations,
    "points": compare_points,
    "findings": compare_findings,
    "omissions": compare_omissions,
}


def main(folder: str) -> None:
    story = GoldStory(Path(folder))
    for stage, compare in STAGES.items():
        comparison = compare(story)
        print(f"{stage}: {comparison.wanted - len(comparison.missed)} of {comparison.wanted}")
        print("".join(f"    {line}\n" for line in comparison.missed), end="")
    unwanted = unwanted_findings(story)
    print(f"findings that the gold does not have: {len(unwanted)}")
    print("".join(f"    {line}\n" for line in unwanted), end="")


if __name__ == "__main__":
    main(sys.argv[1])
