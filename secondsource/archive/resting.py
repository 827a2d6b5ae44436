"""What does this rest on? A text is read and set beside what the archive has of its story; nothing is stored."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.archive.archives import Archive
from secondsource.archive.articles import article_of
from secondsource.archive.entering import with_id
from secondsource.archive.growing import Growth
from secondsource.archive.holdings import LEAST_WORDS, LONGEST, find_holding
from secondsource.archive.rulings import load_rulings
from secondsource.errors import UsageError
from secondsource.model.decisions import NOTHING_RULED, Ties
from secondsource.model.findings import Finding, JudgedStory, Point, Statement, StatementKind
from secondsource.model.queries import HitReport, Holding
from secondsource.model.reports import Document, Rejection, Report
from secondsource.model.resting import ASKED, Rest, RestingStatement, Standing
from secondsource.model.spans import Span
from secondsource.model.stories import Story, StorySummary
from secondsource.pipeline import ReadReport, judge_story, read_document
from secondsource.store import reports, stories
from secondsource.store.database import Transaction
from secondsource.store.reports import StoredReport


def rest(archive: Archive, document: Document) -> Rest | Rejection:
    """What a document rests on, as far as the archive knows; a rejection where it cannot be read."""
    read = read_document(document, archive.settings)
    if isinstance(read, Rejection):
        return read
    asked = with_id(read, ASKED)
    with archive.database.reading() as connection:
        known = _find_known(connection, document, read)
    holdings = tuple(one for one in _find_holdings(archive, asked.reading.report) if one.report.id != known)
    with archive.database.reading() as connection:
        beside = _find_company(archive, connection, asked, known, [one.report.id for one in holdings])
    alone = Rest(asked.reading.report, known, holdings=holdings)
    alone = replace(alone, statements=tuple(_find_unmatched(asked, alone)))
    return _compare(archive, asked, alone, beside) if beside else alone


@dataclass(frozen=True, slots=True)
class _Company:
    """The story that a text would join, the reports of it that the text is compared with, what was ruled of those."""

    stories: tuple[StorySummary, ...]
    compared: tuple[StoredReport, ...]
    not_compared: int
    ruled: Ties


def _find_known(connection: Transaction, document: Document, read: ReadReport) -> str | None:
    """The report that the archive has of the same words, or of the same article."""
    versions = reports.find_versions(connection, article_of(document, read))
    same = reports.find_report(connection, read.reading.report.id)
    return same.id if same else next((one.report for one in versions if one.is_current), None)


def _find_holdings(archive: Archive, report: Report) -> tuple[Holding, ...]:
    """The reports that hold sentences of the text, or of its beginning where it is long."""
    try:
        return find_holding(archive, report.text[:LONGEST])
    except UsageError:  # there is no sentence that could be looked for
        return ()


def _find_company(
    archive: Archive, connection: Transaction, asked: ReadReport, known: str | None, holders: Sequence[str]
) -> _Company | None:
    """The reports that the text would stand with, the most telling ones where there are too many; None if none."""
    rulings = load_rulings(connection)
    near = Growth(connection, rulings, archive.settings, archive.now()).foresee(asked.reading)
    near = [report for report in near if report != known]
    if not near:
        return None
    ranked = sorted(near, key=lambda report: holders.index(report) if report in holders else len(holders))
    compared = ranked[: archive.settings.serve.most_compared]
    story_of = stories.stories_of(connection, near)
    named = [story for story, _ in Counter(story_of[report] for report in near if report in story_of).most_common()]
    return _Company(
        tuple(stories.load_story(connection, story) for story in named),
        tuple(reports.load_reports(connection, compared)),
        len(near) - len(compared),
        rulings.sources_among(compared) if rulings.sources != NOTHING_RULED else NOTHING_RULED,
    )


def _compare(archive: Archive, asked: ReadReport, alone: Rest, beside: _Company) -> Rest:
    story, *bridged = beside.stories
    readings = (*(one.reading for one in beside.compared), asked.reading)
    statements = {one.id: one.statements for one in beside.compared} | {ASKED: asked.statements}
    whole = Story(story.id, story.title, story.happened_on, readings)
    judged = judge_story(whole, statements, archive.settings, beside.ruled)
    lineage = judged.stemma.lineage_of(ASKED)
    before = _count_before(story, bridged)
    told = replace(
        alone,
        story=story,
        bridged=tuple(bridged),
        compared=tuple(_to_hit(one, story.id) for one in beside.compared),
        not_compared=beside.not_compared,
        sources_before=before,
        lineage=lineage,
        derivations=tuple(one for one in judged.stemma.derivations if ASKED in (one.child, one.parent)),
        statements=tuple(_stand(judged)),
        findings=tuple(one for one in judged.findings if _concerns(one)),
    )
    alone_told = _find_unmatched(asked, told)
    told = replace(told, statements=tuple(sorted((*told.statements, *alone_told), key=_place_of)))
    if before is None or not (beside.not_compared or alone.known):
        return replace(told, sources_after=judged.independent_sources)
    return replace(told, sources_after=before if alone.known else before + told.adds_source)


def _concerns(finding: Finding) -> bool:
    """Whether a finding says something of the text: its words show it, or it leaves something out."""
    if finding.kind == "omission":
        return finding.omitted_by == ASKED
    return any(one.report == ASKED for one in finding.evidence)


def _count_before(story: StorySummary, bridged: Sequence[StorySummary]) -> int | None:
    """The independent sources of the stories that the text would join; None while one was not compared."""
    counts = [one.independent_sources for one in (story, *bridged)]
    return None if None in counts else sum(count or 0 for count in counts)


def _stand(judged: JudgedStory) -> list[RestingStatement]:
    """How each statement of the text that was compared stands to those of others."""
    return [
        _stand_of(point, statement, judged)
        for point in judged.points
        for statement in point.statements
        if statement.report == ASKED
    ]


def _find_unmatched(asked: ReadReport, rest: Rest) -> list[RestingStatement]:
    """What the text has somebody say, and its figures, where no other report tells the sentence or anything of it."""
    text = asked.reading.report.text
    held = [
        *(one.span for one in rest.statements if one.kind not in ("figure", "dating")),
        *(passage.paragraph for holding in rest.holdings for passage in holding.passages),
        *(passage.child for one in rest.derivations if one.child == ASKED for passage in one.passages),
        *(
            passage.parent
            for one in rest.derivations
            if one.parent == ASKED
            for passage in one.passages
            if passage.parent
        ),
    ]
    counted = {one.span for one in rest.statements if one.kind == "figure"}
    said = [
        _single("quote" if one.manner == "direct" else "claim", one.content[0], text, one.speaker)
        for one in asked.statements.attributions
        if one.content and len(one.content[0].of(text).split()) >= LEAST_WORDS
    ]
    figures = [_single("figure", one.span, text, None) for one in asked.statements.figures if one.span not in counted]
    return [one for one in (*said, *figures) if not any(_overlap(one.span, other) for other in held)]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _place_of(one: RestingStatement) -> tuple[int, int, str]:
    return one.span.start, one.span.end, one.kind


def _single(kind: StatementKind, span: Span, text: str, speaker: str | None) -> RestingStatement:
    return RestingStatement(kind, span, span.of(text), speaker, "single", (), 0, ())


def _stand_of(point: Point, ours: Statement, judged: JudgedStory) -> RestingStatement:
    lineages = {report: lineage for lineage in judged.stemma.lineages for report in lineage.reports}
    told_by = tuple(dict.fromkeys(one.report for one in point.statements if one.report != ASKED))
    elsewhere = {lineages[report].id for report in told_by} - {lineages[ASKED].id}
    standing: Standing = "single" if not told_by else "agree" if elsewhere else "kin"
    if told_by and point.verdict in ("differ", "denied"):
        standing = "differ" if point.verdict == "differ" else "denied"
    return RestingStatement(
        ours.kind, ours.span, ours.text, ours.speaker, standing, told_by, len(elsewhere), point.reasons
    )


def _to_hit(stored: StoredReport, story: str) -> HitReport:
    report = stored.reading.report
    return HitReport(report.id, report.place, report.title, report.outlet, report.published_on, story, True)
