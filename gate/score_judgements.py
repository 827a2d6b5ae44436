"""How well judging finds what gold stories hold, kind by kind and summed over stories; prints a Markdown table.

python -m gate.score_judgements [FOLDER ...] [--errors]      FOLDER holds gold.toml and reports/, as tests/stories/* do
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from secondsource.model.findings import Finding
from tests.stories.comparisons import compare_omissions, is_same_finding
from tests.stories.gold import GoldStory, Row

ROOT = Path(__file__).parents[1]
STORIES = (ROOT / "examples" / "harbour", *sorted(path.parent for path in ROOT.glob("tests/stories/*/gold.toml")))
OMISSIONS = "omissions"
CONFLICTS = "conflicts"
CONFLICTING = frozenset(
    [("figure", "differs"), ("unit", "differs"), ("scope", "differs"), ("date", "differs"), ("denial", "denied")]
)
"""Kinds and verdicts, beside what cannot be, that set reports against one another."""


@dataclass(slots=True)
class Score:
    """How many things of a measure were asked for, how many of them were found, and how many were found unasked."""

    asked: int = 0
    found: int = 0
    unwanted: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.asked if self.asked else 1.0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.unwanted) if self.found + self.unwanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: "Score") -> None:
        self.asked += other.asked
        self.found += other.found
        self.unwanted += other.unwanted
        self.errors += other.errors


def measure_of(kind: str, verdict: str) -> str:
    """The measure that a finding counts for. What cannot be is one, whether a date or a sum shows it."""
    if kind in ("date", "arithmetic"):
        return "impossible dates and sums" if verdict == "impossible" else "dates that differ"
    if kind in ("figure", "unit", "update", "scope"):
        return "figures related"
    return {"denial": "denials", "attribution": "attributions", "wording": "wordings"}[kind]


def _counts_for(row: Row, finding: Finding) -> bool:
    """Whether a finding is of the kind that the gold row asks for; of a figure, the relation must be the same."""
    measure = measure_of(row["kind"], row["verdict"])
    if finding.kind == "omission" or measure_of(finding.kind, finding.verdict) != measure:
        return False
    return measure != "figures related" or (finding.kind, finding.verdict) == (row["kind"], row["verdict"])


def score(story: GoldStory) -> dict[str, Score]:
    """The score of each measure on one story. Of conflicts only those are counted that nothing in the gold explains."""
    scores: dict[str, Score] = {}
    findings = [finding for finding in story.judged.findings if finding.kind != "omission"]
    shown = [[(story.file_of(e.report), e.span) for e in finding.evidence] for finding in findings]
    rows = story.rows("finding")
    explains = [[is_same_finding(story, row, evidence) for row in rows] for evidence in shown]
    for index, row in enumerate(rows):
        own = scores.setdefault(measure_of(row["kind"], row["verdict"]), Score())
        own.asked += 1
        if any(explained[index] and _counts_for(row, f) for f, explained in zip(findings, explains, strict=True)):
            own.found += 1
        else:
            own.errors.append(f"{story.name}: missed {row['kind']} {row['verdict']}: {row['why']}")
    conflicts = scores.setdefault(CONFLICTS, Score())
    conflicts.asked = len(story.judged.story.readings)
    for finding, explained in zip(findings, explains, strict=True):
        if not any(fits and _counts_for(row, finding) for row, fits in zip(rows, explained, strict=True)):
            own = scores.setdefault(measure_of(finding.kind, finding.verdict), Score())
            own.unwanted += 1
            how = "other kind" if any(explained) else "unwanted"
            own.errors.append(f"{story.name}: {how}: {finding.kind} {finding.verdict}: {finding.title}")
            conflicts.unwanted += is_conflict(finding) and not any(explained)
    scores[OMISSIONS] = _omissions(story)
    return scores


def is_conflict(finding: Finding) -> bool:
    """Whether a finding tells a reader that things written do not fit together."""
    return finding.verdict == "impossible" or (finding.kind, finding.verdict) in CONFLICTING


def _omissions(story: GoldStory) -> Score:
    """Omissions asked and found; the gold names a few and does not mean to name all, so that none is unwanted."""
    told = compare_omissions(story)
    errors = [f"{story.name}: {miss}" for miss in told.missed]
    return Score(told.wanted, told.wanted - len(told.missed), 0, errors)


def sum_scores(scores: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """The scores of several stories, added measure by measure."""
    total: dict[str, Score] = {}
    for one in scores:
        for measure, added in one.items():
            total.setdefault(measure, Score()).add(added)
    return total


def to_table(total: dict[str, Score]) -> str:
    """A Markdown table of all measures, and the unwanted conflicts per ten reports."""
    lines = ["| measure | found / asked | unwanted | precision | recall | F1 |", "|---|---|---|---|---|---|"]
    for measure in sorted(total.keys() - {CONFLICTS}):
        own = total[measure]
        shares = " | ".join(f"{share:.2f}" for share in (own.precision, own.recall, own.f1))
        lines.append(f"| {measure} | {own.found} / {own.asked} | {own.unwanted} | {shares} |")
    reports, wrong = total[CONFLICTS].asked, total[CONFLICTS].unwanted
    lines.append(f"\n{wrong} unwanted conflicts in {reports} reports: {10 * wrong / max(1, reports):.2f} per ten")
    return "\n".join(lines)


def main(folders: Sequence[str], *, say_errors: bool) -> None:
    total = sum_scores(score(GoldStory(Path(folder))) for folder in folders or map(str, STORIES))
    print(to_table(total))
    for measure in sorted(total) if say_errors else ():
        print(f"\n{measure}")
        print("".join(f"    {error}\n" for error in total[measure].errors), end="")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    main(arguments.folders, say_errors=arguments.errors)
