"""Pages that give their day in none of the places made for it: where it is read, and in which order."""

import pytest

from secondsource.model.reports import Document, Report
from secondsource.stages.clean.addressdays import day_in_figures, day_in_path
from secondsource.stages.clean.reports import clean

BODY = (
    "<p>The mole of Skarrow will stay closed until the first of July, the harbour board said on Tuesday after divers "
    "had found a hole in it.</p><p>Fishermen will have to land their catch in Ostrey until the stones are replaced.</p>"
)
COMMENT = '<div class="reader-comment"><span class="when"><i>{}</i></span><p>Good.</p></div>'


def read(under: str, foot: str, head: str = "") -> Report:
    page = (
        f"<html><head><title>Mole closed for repairs until July</title>{head}</head><body>"
        f"<h1>Mole closed for repairs until July</h1>{under}{BODY}{foot}</body></html>"
    )
    report = clean(Document("here", page.encode(), "html"))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("under", "foot", "day", "read_from"),
    [
        (
            "",
            '<div class="footer">Letzte Änderung: 02.06.2031<br>Erschienen am: 03.06.2031</div>',
            "2031-06-03",
            "labelled day",
        ),
        (
            "<p>The next meeting of its friends is on June 9, 2031 in the</p>",
            '<footer><li id="footer-lastmod">Seite zuletzt am 3. Juni 2031 bearbeitet.</li></footer>',
            "2031-06-03",
            "day of the last change",
        ),
        ("", "<footer>Updated: 3 June 2031</footer>", "2031-06-03", "day of the last change"),
        (
            "",
            COMMENT.format("03.06.31") + COMMENT.format("05.06.31"),
            "2031-06-03",
            "day of the first comment",
        ),
        (
            "",
            '<script>x = {"id": 9, "datePublished": "2031-06-03T10:00"}</script>',
            "2031-06-03",
            "script datePublished",
        ),
        ("<p><i>x</i></p>" * 200, "<p>3 червня 2031</p>", "2031-06-03", "date line far from the headline"),
    ],
)
def test_where_a_day_is_found(under: str, foot: str, day: str, read_from: str) -> None:
    report = read(under, foot)
    assert report.published_on == day
    assert next(credit.read_from for credit in report.credits if credit.field == "published_at") == read_from


@pytest.mark.parametrize(
    "foot",
    [
        '<a href="/2031/06/03/seal">A seal in the ticket office</a>',
        '<script src="/site.js?v=2031-06-03"></script>',
        "<footer>© 2031 The Tern</footer>",
        COMMENT.format("Seen in 2031"),
    ],
)
def test_a_day_of_something_else_is_not_the_articles(foot: str) -> None:
    assert read("", foot, '<link rel="stylesheet" href="/site.css?v=2031-06-03">').published_on is None


def test_a_place_made_for_it_goes_before_all_of_them() -> None:
    head = '<meta property="article:published_time" content="2031-06-01">'
    assert read("", "<footer>Published: 3 June 2031</footer>", head).published_on == "2031-06-01"


@pytest.mark.parametrize(
    ("url", "in_path", "in_figures"),
    [
        ("https://skarrow.com/2031/6/3/mole", "2031-06-03", None),
        ("https://skarrow.com/2031/06/03-mole", "2031-06-03", None),
        ("https://skarrow.com/2031/jun/03/mole", "2031-06-03", None),
        ("https://skarrow.com/2031-06/03/c_1.htm", "2031-06-03", None),
        ("https://skarrow.com/a/203106/03/1.html", "2031-06-03", None),
        ("https://skarrow.com/2031/0603/c90.html", "2031-06-03", None),
        ("https://skarrow.com/2031-06-03-mole", None, "2031-06-03"),
        ("https://skarrow.com/?day=20310603", None, "2031-06-03"),
        ("https://skarrow.com/2031/06/3-moles", None, None),
        ("https://skarrow.com/2031/13/03/mole", None, None),
        ("https://skarrow.com/2031/sea/03/mole", None, None),
        ("https://skarrow.com/id/203106031", None, None),
    ],
)
def test_day_in_an_address(url: str, in_path: str | None, in_figures: str | None) -> None:
    assert (day_in_path(url), day_in_figures(url)) == (in_path, in_figures)
