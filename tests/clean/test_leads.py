"""Leads: what stands between a headline and its body belongs to the report, whatever the page calls it."""

import pytest

from secondsource.model.reports import Document, Report
from secondsource.stages.clean.reports import clean

LEAD = "Divers found a hole in the mole of Skarrow, and the harbour board closed it until the first of July."
BODY = (
    "The board said on Tuesday that nobody had been hurt when the stones began to slide.",
    "Fishermen will land their catch in Ostrey, where the quay was rebuilt two years ago with money from the ministry.",
    "Bo Tessel, the harbour master, said that the sea had got behind the stones in the storm of last March.",
)


def read(lead: str, head: str = "") -> Report:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    html = (
        f"<html><head><title>Mole closed until July</title>{head}</head><body><main><h1>Mole closed until July</h1>"
        f'{lead}<div class="content"><div class="text">{body}</div></div></main></body></html>'
    )
    report = clean(Document("page", html.encode(), "html"))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    "lead",
    [
        f'<div class="teaser-text"><p>{LEAD}</p></div>',
        f'<header class="c-intro"><p>{LEAD}</p></header>',
        f'<h2 class="article-lead">{LEAD}</h2>',
        f'<div class="summary"><div><span>{LEAD}</span></div></div>',
    ],
)
def test_a_labelled_lead_begins_the_report_once(lead: str) -> None:
    report = read(lead)
    assert report.text.startswith(LEAD)
    assert report.text.count("Divers") == 1
    assert BODY[0] in report.text


def test_the_description_of_the_page_tells_its_lead() -> None:
    head = f'<meta property="og:description" content="{LEAD}">'
    assert read(f'<div class="x1"><header><div class="x2">{LEAD}</div></header></div>', head).text.startswith(LEAD)


@pytest.mark.parametrize(
    "other",
    [
        '<div class="teaser"><p><a href="/x">Seal swims into the ticket office and stays for an hour.</a></p></div>',
        '<aside class="intro"><p>Seal swims into the ticket office and will not leave it for an hour.</p></aside>',
        '<p class="lead">Seal swims into the ticket office and will not leave it for an hour</p>',
        '<p class="leaderboard-slot">Seal swims into the office; buy your seal now and get another one for free.</p>',
        '<ul class="summary"><li>Seal swims into the ticket office and will not leave it for an hour.</li></ul>',
    ],
)
def test_other_words_below_the_headline_are_no_lead(other: str) -> None:
    report = read(f"<div>{other}</div>")
    assert not any(
        block.span.of(report.text).startswith("Seal") and block.span.start == 0 for block in report.blocks[:1]
    )


def test_a_page_without_paragraphs_gives_the_box_with_the_running_text() -> None:
    menu = "".join(f'<li><a href="/{n}">Office number {n}</a></li>' for n in range(200))
    html = (
        f"<html><body><div><ul>{menu}</ul></div><div><b>Mole closed</b><img src='m.jpg'>{BODY[0]}<br><br>"
        f"{BODY[1]}<br></div><div><ul>{menu}</ul></div></body></html>"
    )
    report = clean(Document("page", html.encode(), "html"))
    assert isinstance(report, Report)
    assert report.text == f"{BODY[0]}\n\n{BODY[1]}"
