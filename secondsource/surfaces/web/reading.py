"""The reading view: one report, and beside each sentence what the others of its story say."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from secondsource.archive.margins import find_margin_state, load_margins
from secondsource.archive.versions import load_articles
from secondsource.model.margins import Margins
from secondsource.surfaces.page.labels import LineageLabel, ReportLabel, label_story
from secondsource.surfaces.page.texts import show_report
from secondsource.surfaces.web.addresses import on_the_desk, report_address, story_address
from secondsource.surfaces.web.kept import TheKept
from secondsource.surfaces.web.notes import note_sentences
from secondsource.surfaces.web.passages import show_blocks, show_copies, show_parents
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.requests import TheArchive
from secondsource.surfaces.web.revisions import show_article

NOT_PLACED = LineageLabel("–", 7, "")
"""What stands for the lineage of a report whose story has not been compared."""

router = APIRouter()


@router.get("/reports/{report:path}/versions")
def show_versions(archive: TheArchive, report: str) -> HTMLResponse:
    """The versions of a report's article, and what was edited from each to the next."""
    (article,) = load_articles(archive, report)
    return render("versions.html", article=show_article(article, report), address=report_address(report))


@router.get("/reports/{report:path}")
def read(request: Request, archive: TheArchive, kept: TheKept, report: str) -> Response:
    """One report with its margins, its parents and copies, its credits, and what was cut."""
    state = find_margin_state(archive, report)
    return kept.answer(request, state, lambda: _render(load_margins(archive, report)))


def _render(margins: Margins) -> HTMLResponse:
    report = margins.report.id
    labels = label_story(margins.judged, 1, 1, on_the_desk(margins.judged)) if margins.judged else None
    notes = note_sentences(margins, labels) if labels else {}
    label = labels.reports[report] if labels else ReportLabel(1, margins.report.name, NOT_PLACED, "")
    return render(
        "reading.html",
        report=show_report(margins.report, label, ()),
        title=margins.report.title,
        is_compared=labels is not None,
        blocks=show_blocks(margins, labels, notes),
        parents=show_parents(margins, labels) if labels else (),
        copies=show_copies(margins, labels) if labels else (),
        own=_own_share(margins),
        mixed=[lineage.letter for lineage in labels.mixed.get(report, ())] if labels else [],
        story=margins.story,
        story_address=story_address(margins.story.id) if margins.story else None,
        address=report_address(report),
        versions=margins.versions,
        current=report_address(margins.current) if margins.current != report else None,
    )


def _own_share(margins: Margins) -> int | None:
    """The share of the text, in hundredths, that was found in no other report of the story."""
    if margins.stemma is None:
        return None
    return round(100 * margins.stemma.own_share(margins.report.id, len(margins.report.text)))
