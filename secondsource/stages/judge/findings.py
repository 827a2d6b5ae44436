"""From points to findings: the verdict on each point, and what a reader should know of the story."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from secondsource.model.findings import TELLINGS, Evidence, Finding, Judgement, Point, PointVerdict
from secondsource.model.statements import Statements
from secondsource.model.stories import Stemma, Story
from secondsource.settings import Judge
from secondsource.stages.judge.accounts import give_account
from secondsource.stages.judge.aftermaths import judge_aftermaths
from secondsource.stages.judge.ages import judge_ages, judge_two_ages
from secondsource.stages.judge.amounts import judge_amounts
from secondsource.stages.judge.anniversaries import judge_anniversaries, judge_spans_of_years
from secondsource.stages.judge.attributions import judge_attributions
from secondsource.stages.judge.bodies import judge_body_ages
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.corrections import judge_corrections
from secondsource.stages.judge.dates import judge_datings, judge_no_days, judge_weekdays
from secondsource.stages.judge.denials import judge_denials
from secondsource.stages.judge.disputed import add_disputes
from secondsource.stages.judge.disputes import Dispute, find_disputes
from secondsource.stages.judge.doubtful import without_doubtful
from secondsource.stages.judge.durations import judge_clock_steps, judge_durations, judge_steps
from secondsource.stages.judge.elapsed import judge_elapsed
from secondsource.stages.judge.figures import judge_figures
from secondsource.stages.judge.firmness import judge_firmness
from secondsource.stages.judge.forces import judge_forces
from secondsource.stages.judge.intervals import judge_intervals
from secondsource.stages.judge.jubilees import judge_jubilees
from secondsource.stages.judge.likely_corrections import judge_likely_corrections
from secondsource.stages.judge.listed_parts import judge_listed_parts
from secondsource.stages.judge.lives import judge_lives
from secondsource.stages.judge.omissions import judge_omissions
from secondsource.stages.judge.repeats import tell_once
from secondsource.stages.judge.rivals import judge_rivals
from secondsource.stages.judge.scopes import judge_scopes
from secondsource.stages.judge.sources import count_sources
from secondsource.stages.judge.stamps import judge_stamps
from secondsource.stages.judge.sums import judge_sums
from secondsource.stages.judge.suspicions import judge_suspicions
from secondsource.stages.judge.tellers import add_tellers
from secondsource.stages.judge.tied_lengths import judge_tied_lengths
from secondsource.stages.judge.wholes import judge_wholes
from secondsource.stages.judge.wordings import judge_wordings
from secondsource.stages.judge.years_back import judge_years_back

DEFAULT = Judge()
DIFFERENCES = frozenset(["figure", "unit", "update", "date", "arithmetic", "scope"])
"""Kinds of finding that make the reports differ on a point, whatever their verdict."""


def judge(
    story: Story,
    statements: Mapping[str, Statements],
    stemma: Stemma,
    points: Sequence[Point],
    settings: Judge = DEFAULT,
) -> Judgement:
    """The points with their counts and verdicts, the findings in the order of their kinds, and the account."""
    case = Case(story, statements, stemma)
    disputes = find_disputes(case, points, settings)
    told, disputes = add_disputes(case, points, disputes), without_doubtful(case, disputes)
    counted = [_count(point, case) for point in told]
    years = _judge_years(case, settings)
    lengths = add_tellers(case, _judge_lengths(case, years), settings)
    figures, kept = tell_once(tuple(judge_figures(case, counted, settings)), (*lengths, *years), counted)
    lengths, years = kept[: len(lengths)], kept[len(lengths) :]
    tied = tuple(judge_tied_lengths(case, [shown for finding in kept for shown in finding.evidence]))
    findings = (
        *_judge_answers(case, counted, disputes),
        *figures,
        *judge_scopes(case, counted, settings),
        *judge_wholes(case, counted, settings),
        *judge_rivals(case, counted),
        *judge_datings(case, counted),
        *add_tellers(case, (*judge_weekdays(case, settings), *judge_no_days(case), *years), settings),
        *add_tellers(case, tuple(judge_stamps(case)), settings),
        *lengths,
        *add_tellers(case, tied, settings),
        *add_tellers(case, _judge_sums(case, settings), settings),
        *judge_attributions(case, counted, settings),
        *judge_firmness(case, counted, settings),
        *judge_suspicions(case, counted, settings),
        *judge_forces(case, counted),
        *judge_wordings(case, counted),
        *judge_omissions(case, counted, disputes, settings),
    )
    apart = _find_apart(counted, findings)
    judged = tuple(replace(point, verdict=_verdict(point, findings, apart)) for point in counted)
    return Judgement(judged, findings, give_account(case, judged, findings, settings))


def _judge_answers(case: Case, points: Sequence[Point], disputes: Sequence[Dispute]) -> tuple[Finding, ...]:
    """What is denied, left without an answer or taken back; a likely correction only where nothing else shows it."""
    found = (*judge_denials(case, points, disputes), *judge_corrections(case, points))
    return (*found, *judge_likely_corrections(case, found))


def _judge_years(case: Case, settings: Judge) -> tuple[Finding, ...]:
    """What is said of whole years, to the day or not, and cannot be; no jubilee twice."""
    anniversaries = tuple(judge_anniversaries(case, settings))
    jubilees = tuple(judge_jubilees(case, _shown(anniversaries), settings))
    beside = (*anniversaries, *jubilees, *judge_spans_of_years(case))
    return (*beside, *judge_years_back(case, _shown(beside), settings), *judge_aftermaths(case, settings))


def _judge_sums(case: Case, settings: Judge) -> tuple[Finding, ...]:
    """Sums and shares that do not come out; no whole twice."""
    found = (*judge_sums(case, settings), *judge_amounts(case, settings))
    return (*found, *judge_listed_parts(case, _shown(found)))


def _shown(findings: Iterable[Finding]) -> list[Evidence]:
    return [shown for finding in findings for shown in finding.evidence]


def _judge_lengths(case: Case, told: Sequence[Finding]) -> tuple[Finding, ...]:
    """What is said of lengths of time and of ages, and cannot be; nothing twice of what was `told`."""
    found = (
        *judge_durations(case),
        *judge_steps(case),
        *judge_clock_steps(case),
        *judge_elapsed(case),
        *judge_ages(case),
        *judge_two_ages(case),
        *judge_body_ages(case),
        *judge_lives(case),
    )
    return (*found, *judge_intervals(case, _shown((*told, *found))))


def _count(point: Point, case: Case) -> Point:
    """The point with the number of its sources."""
    count = count_sources(point, case)
    return replace(
        point,
        independent_sources=count.number,
        independent_sources_range=(count.low, count.high),
        hangs_on=count.hangs_on,
    )


def _find_apart(points: Sequence[Point], findings: Sequence[Finding]) -> tuple[Point, ...]:
    """The datings and figures that a finding says differ."""
    named = {f.about for f in findings if f.verdict == "differs" and f.kind in ("date", "figure")}
    return tuple(point for point in points if point.id in named)


def _dates_apart(point: Point, apart: Sequence[Point]) -> bool:
    """Whether the statements of the point hold two values of what differs."""
    spans = {statement.report: statement.span for statement in point.statements}
    for other in apart:
        inside = {
            (s.value, s.low, s.high) for s in other.statements if s.report in spans and spans[s.report].contains(s.span)
        }
        if len(inside) > 1:
            return True
    return False


def _verdict(point: Point, findings: Sequence[Finding], apart: Sequence[Point]) -> PointVerdict:
    """A quote in another rendering is no difference of matter, and what rests on one source is agreed by nobody."""
    about = [finding for finding in findings if finding.about == point.id and finding.kind != "omission"]
    if any(finding.verdict == "denied" for finding in about):
        return "denied"
    if any(_tells_apart(finding, point) for finding in about):
        return "differ"
    if point.kind in TELLINGS and _dates_apart(point, apart):
        return "differ"
    return "agree" if point.independent_sources > 1 else "single"


def _tells_apart(finding: Finding, point: Point) -> bool:
    """Whether a finding says that the statements of its point differ in matter: "about" lost from a number does not."""
    if finding.kind == "figure" and finding.verdict == "lost":
        return any(statement.low is None or statement.high is None for statement in point.statements)
    return finding.kind in DIFFERENCES or finding.verdict == "changed"
