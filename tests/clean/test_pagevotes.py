"""Who wrote a page and when, where its places disagree or give no label."""

import pytest

from secondsource.model.reports import Document, Given, Report
from secondsource.stages.clean.reports import clean

BOTH = ("Ingrid Tarn", "Otto Ek")
BODY = (
    "<p>The mole of Skarrow will stay closed until the first of July, the harbour board said on Tuesday after divers "
    "had found a hole in it.</p><p>Fishermen will have to land their catch in Ostrey until the stones are replaced.</p>"
)


def read(head: str, under: str, foot: str = "", url: str | None = None) -> Report:
    page = (
        f"<html><head><title>Mole closed for repairs until July</title>{head}</head><body>"
        f"<h1>Mole closed for repairs until July</h1>{under}{BODY}{foot}</body></html>"
    )
    report = clean(Document("here", page.encode(), "html", Given(url=url)))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("under", "authors"),
    [
        ('<div class="meta"><span>Ingrid Tarn</span></div>', ("Ingrid Tarn",)),
        ('<div class="meta"><span>Harbour Weekly</span></div>', ()),
        ('<div class="byline">By Ingrid Tarn Jr.</div>', ("Ingrid Tarn Jr.",)),
        ('<div class="author">Joe S.</div>', ("Joe S.",)),
        ('<div class="byline">Ingrid TarnIngrid Tarn</div>', ("Ingrid Tarn",)),
        ('<div class="byline">Debate by Ingrid Tarn</div>', ("Ingrid Tarn",)),
        ('<div class="byline">Otto von Skarrow</div>', ("Otto von Skarrow",)),
        ('<p class="author">Harbour Police And Customs</p>', ()),
        ('<span class="username">seagull</span>', ("seagull",)),
        ("<p><b>Autor:</b> Ingrid Tarn/SKN</p>", ("Ingrid Tarn",)),
        ("<p><b>Author:</b> <a>Ingrid Tarn</a></p>", ("Ingrid Tarn",)),
        ("<small>03.06.2031 | 13:10 Uhr | Ingrid Tarn</small>", ("Ingrid Tarn",)),
        ("<small>03.06.2031 | 13:10 Uhr | Harbour Room</small>", ()),
        ("<div>03.06.2031 <span>- Redaktion: Ingrid Tarn (Sprecherin)</span></div>", ("Ingrid Tarn",)),
        ('<p class="author">Ingrid Tarn im Gespräch mit Otto Ek</p>', ("Ingrid Tarn", "Otto Ek")),
        ('<figure><img src="a"><span class="author">Otto Ek</span></figure>', ()),
        ('<div class="author"><p><i>x</i></p><p><b>Ingrid Tarn</b></p></div>', ("Ingrid Tarn",)),
        ('<p class="byline">SKARROWNET</p>', ()),
        ('<div class="image-license"><span class="author-name">Otto Ek</span></div>', ()),
        ("<div><b>Text & Fotos:</b> Ingrid Tarn</div>", ("Ingrid Tarn",)),
        ("<div>Ein Beitrag von Ingrid Tarn</div>", ("Ingrid Tarn",)),
        ("<div>Écrit par Ingrid Tarn</div>", ("Ingrid Tarn",)),
        ("<div>Tekst: Ingrid Tarn</div>", ("Ingrid Tarn",)),
        ('<div class="author">作者：焦雨</div>', ("焦雨",)),
        ('<div class="author"><p>Autor <b>Ingrid Tarn:</b></p><p>EN</p></div>', ("Ingrid Tarn",)),
        ('<address class="byline"><b>Ingrid Tarn</b><i>Skarrow correspondent</i></address>', ("Ingrid Tarn",)),
        ('<address class="byline">Ingrid Tarn in Skarrow and Otto Ek in Ostrey</address>', BOTH),
        ("<p>Ingrid Tarn in Skarrow and Otto Ek in Ostrey</p>", BOTH),
        ("<p>Ingrid Tarn</p><p>Tarn was there when the mole was closed.</p>", ()),
        ('<p class="byline">Harbour <a href="/x">Sign Up</a> By <a rel="author">Ingrid Tarn</a></p>', ("Ingrid Tarn",)),
        ('<p class="byline"><a rel="author">Ingrid Tarn</a> and Otto Ek</p>', BOTH),
        ('<p><a href="/author/ingrid-tarn/">Ingrid Tarn</a></p>', ("Ingrid Tarn",)),
        ('<p>See <a href="/author/ingrid-tarn/">Tarn, Ingrid</a> on ships.</p>', ()),
        ('<p><b>Por:</b> <a href="/a">Ingrid Tarn</a>, <a href="/b">Otto Ek</a></p>', BOTH),
        ("<h3>By<a href='/a'>Ingrid Tarn</a></h3>", ("Ingrid Tarn",)),
        ("<div>Stand: 3.6.2031 von <i>Ingrid Tarn</i></div>", ("Ingrid Tarn",)),
        (f'<p>{BODY[3:120]} <a href="/people/otto-ek/">Otto Ek</a> {BODY[3:120]}</p>', ()),
        ('<p><a href="/autoren/tarn"><i>© Ingrid Tarn</i> <b>Ingrid Tarn</b></a></p>', ("Ingrid Tarn",)),
        ("<div>Posted in Ships by seagull on June 3, 2031</div>", ("seagull",)),
        ("<div>Veröffentlicht am 3.6.2031 von Ingrid Tarn</div>", ("Ingrid Tarn",)),
        ("<div>Posted in Ships on June 3, 2031</div>", ()),
        ("<div>Autor: Seagull/SKN</div>", ("Seagull",)),
        ("<div>Von Seagull, Ostrey</div>", ("Seagull",)),
        ("<div>Von sich aus</div>", ()),
        ("<div>Text: se</div>", ()),
        ('<p class="byline">Seagull</p>', ("Seagull",)),
        ('<p class="byline">Seagull</p><p class="byline">By Ingrid Tarn</p>', ("Ingrid Tarn",)),
        ('<p class="byline">Harbour-Team</p>', ()),
        ('<p class="byline">Aktualisiert: 3.6.2031</p>', ()),
        ('<p class="byline">By Ingrid Tarn @tarn, SKN Project Room</p>', ("Ingrid Tarn",)),
        ('<p class="byline">Ingrid Tarn June 3, 2031 Skarrow</p>', ("Ingrid Tarn",)),
        ('<p class="byline">Ingrid Tarn, Harbour Politics Reporter</p>', ("Ingrid Tarn",)),
        ('<p class="byline">Ingrid Tarn<span>3 June</span></p>', ("Ingrid Tarn",)),
        ('<span class="author vcard">der Tarn</span>', ("der Tarn",)),
        ("<blockquote><p>Posted by Seagull on June 3</p></blockquote>", ()),
    ],
)
def test_authors(under: str, authors: tuple[str, ...]) -> None:
    report = read("", under)
    assert report.authors == authors
    assert not any(author in report.text for author in authors)


@pytest.mark.parametrize(
    ("before", "after", "authors"),
    [
        ('<div class="elementor-widget-container">', "</div>", ("Seagull",)),
        ('<div class="widget Blog">', "</div>", ("Seagull",)),
        ('<div class="widget">', "</div>", ()),
        ("<article><h1>Mole closed for repairs until July</h1><footer>", "</footer></article>", ("Seagull",)),
        ("<article><footer>", "</footer></article>", ()),
        ('<aside class="author">', "</aside>", ("Seagull",)),
        ("<aside>", "</aside>", ()),
    ],
)
def test_the_box_of_the_by_line(before: str, after: str, authors: tuple[str, ...]) -> None:
    assert read("", f"{before}<p>By Seagull</p>{after}").authors == authors


def test_a_pen_name_is_not_the_sites() -> None:
    byline = '<p class="byline">Seagull</p>'
    assert read("", byline, url="https://tern.example/a").authors == ("Seagull",)
    assert read("", byline, url="https://seagull.example/a").authors == ()


def test_letters_that_the_dateline_shows_to_be_an_agency_are_no_author() -> None:
    report = read(
        "", '<div class="byline">SKN</div><p>SKARROW, June 3 (SKN) - The mole of Skarrow has a hole in it.</p>'
    )
    assert (report.authors, report.agencies) == ((), ("SKN",))


def test_the_author_answers_comments() -> None:
    card = '<ol class="comments"><li class="comment {}"><cite class="fn">seagull77</cite></li></ol>'
    assert read("", "", card.format("bypostauthor")).authors == ("seagull77",)
    assert read("", "", card.format("byuser")).authors == ()


def test_the_name_of_the_site_behind_a_name() -> None:
    byline = '<p class="byline">Ingrid Tarn Skarrow</p>'
    assert read("", byline, url="https://skarrow.example/a").authors == ("Ingrid Tarn",)
    assert read("", byline).authors == ("Ingrid Tarn Skarrow",)


def test_a_person_whose_site_it_is() -> None:
    head = '<meta property="og:site_name" content="Ingrid Tarn"><meta name="author" content="Ingrid Tarn">'
    assert read(head, "", "<footer>© Ingrid Tarn</footer>").authors == ("Ingrid Tarn",)
    head = head.replace("Ingrid Tarn", "Skarrow Bee")
    assert read(head, "", "<footer>© Skarrow Bee</footer>").authors == ()


@pytest.mark.parametrize(
    ("foot", "authors"),
    [
        ("<p>Ships will be told by radio.</p><p>Ingrid Tarn</p>", ("Ingrid Tarn",)),
        ("<p>Ships will be told by radio.</p><p>Harbour Room</p>", ()),
        ("<p>Ingrid Tarn runs the harbour.</p><p>Ships will be told by radio.</p><p>Ingrid Tarn</p>", ()),
        ("<p>Ships will be told by radio. (Ingrid Tarn) +++</p>", ("Ingrid Tarn",)),
        ("<p>Ships will be told by radio (Skarrow Radio).</p>", ()),
    ],
)
def test_who_signs_at_the_end(foot: str, authors: tuple[str, ...]) -> None:
    assert read("", "", foot).authors == authors


PERSON = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "M", "author": {}}}</script>'


@pytest.mark.parametrize(
    ("author", "under", "authors"),
    [
        ('{"@type": "Person", "name": "Ingrid tarn"}', "<p>Ingrid tarn</p>", ("Ingrid tarn",)),
        ('{"@type": "Person", "name": "seagull"}', "<p>seagull</p>", ()),
        ('{"@type": "Person", "name": "Ingrid Tarn"}', '<p class="byline">By Ingrid Tarn and Otto Ek</p>', BOTH),
        ('{"@type": "Person", "name": "Ingrid Tarn"}', '<p class="byline">Ingrid Tarn, Skarrow Ferries</p>', BOTH[:1]),
    ],
)
def test_the_person_in_the_markup_and_in_the_by_line(author: str, under: str, authors: tuple[str, ...]) -> None:
    assert read(PERSON.format(author), under).authors == authors


def test_a_site_called_by_its_host_is_nobody() -> None:
    under = '<p class="author">Skarrow Bee</p>'
    assert read("", under, url="https://www.skarrow-bee.com/1").authors == ()


LOCAL = '<i itemprop="datePublished" content="2031-01-22T00:13"></i>'
JUNE_3 = '<time class="published" datetime="2031-06-03"></time>'
META = '<meta property="article:published_time" content="{}">'
LINKED = (
    '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "M", "datePublished": "{}"}}</script>'
)
FIRST, THIRD = "2031-06-01T10:00:00Z", "2031-06-03T10:00:00Z"


@pytest.mark.parametrize(
    ("head", "under", "day"),
    [
        (LINKED.format(FIRST) + META.format(THIRD), "<time>June 3, 2031</time>", "2031-06-03"),
        (LINKED.format("2031-06-03T10:00:00Z"), '<p class="date">June 9, 2031</p>', "2031-06-03"),
        ("", f'<time class="updated" datetime="2031-06-09"></time>{JUNE_3}', "2031-06-03"),
        (META.format("2031-06-03T22:30:00Z"), '<p class="date">June 4, 2031</p>', "2031-06-04"),
        (META.format("2031-06-03T11:00:00Z"), '<p class="date">June 5, 2031</p>', "2031-06-05"),
        (META.format("2031-06-03T11:00:00Z"), '<p class="date">June 6, 2031</p>', "2031-06-03"),
        (META.format("2031-06-03T11:00:00Z"), '<p class="date">June 2, 2031</p>', "2031-06-03"),
        (META.format("2031-06-03T02:24:00"), '<time datetime="2031-06-03T02:24Z"></time>June 2, 2031', "2031-06-02"),
        (META.format("02/06/2031"), '<p class="date">June 2, 2031</p>', "2031-06-02"),
        ('<meta name="date" content="2031-06-09">', "<p>Stand: 03.06.2031 18:00 Uhr</p>", "2031-06-03"),
        ("", '<div class="footer"><time datetime="2031-06-03"></time></div><p>5 ferries in 2030</p>', "2031-06-03"),
        ("", '<h2 class="x"><abbr class="published" title="2031-06-03T21:05:00-07:00">21:05</abbr></h2>', "2031-06-03"),
        ("", '<span property="dc:date dc:created" content="2031-06-03T21:05:00+02:00"></span>', "2031-06-03"),
        (META.format("2031-06-03T11:00:00Z"), '<p class="date">02/03/2031</p>', "2031-06-03"),
    ],
)
def test_day(head: str, under: str, day: str) -> None:
    assert read(head, under).published_on == day


@pytest.mark.parametrize(("between", "day"), [(1, "2031-06-03"), (40, "2031-06-09")])
def test_a_day_right_above_the_headline_is_the_articles(between: int, day: str) -> None:
    above = f'<p class="date">3. Juni 2031</p>{"<p><i>x</i></p>" * between}'
    meta = '<meta name="date" content="2031-06-09">'
    page = f"<html><head>{meta}</head><body>{above}<h1>Mole closed for repairs until July</h1>{BODY}</body></html>"
    report = clean(Document("here", page.encode(), "html"))
    assert isinstance(report, Report)
    assert report.published_on == day


@pytest.mark.parametrize(
    ("head", "under", "url", "day"),
    [
        ("", "<p><b>Datum:</b> 03.06.2031</p>", None, "2031-06-03"),
        ("", "<p>3. Juni 2031</p><footer>1. Mai 2030</footer>", None, "2031-06-03"),
        ("", "<p>2031年6月3日</p>", None, "2031-06-03"),
        ("", "<p>Split, (03.06.2031). The mole was closed.</p>", None, "2031-06-03"),
        ("", f"{'<p><i>x</i></p>' * 99}<p>Geändert: 04.06.2031<br>Erschienen am: 03.06.2031</p>", None, "2031-06-03"),
        ("", '<p class="date">Aktualisiert: 04.06.2031</p><time>3. Juni 2031</time>', None, "2031-06-03"),
        ("", "<p>3 de junio de 2031</p>", None, "2031-06-03"),
        (META.format("2031-06-04T02:41:00Z"), "", "https://skarrow.com.bo/1", "2031-06-03"),
        (META.format("2031-06-02T20:41:00Z"), "", "https://skarrow.co.jp/1", "2031-06-03"),
        (META.format("2031-06-03T20:41:00Z"), "<time>June 3, 2031</time>", "https://skarrow.com/1", "2031-06-03"),
        (META.format("2031-06-03T22:00:00Z"), "", "https://skarrow.de/1", "2031-06-04"),
        (META.format("2031-01-03T22:00:00Z"), "", "https://skarrow.de/1", "2031-01-03"),
        (META.format("2031-06-03T22:00:00Z"), "", "https://skarrow.za/1", "2031-06-04"),
        (META.format("2031-01-22T02:13:00Z"), LOCAL, "https://skarrow.br/1", "2031-01-22"),
        (META.format("2031-06-09"), "", "https://skarrow.com/2031/6/3/mole", "2031-06-03"),
        (META.format("2031-06-09"), "", "https://skarrow.com/2031-06-03-mole", "2031-06-09"),
        (META.format("2031-06-09"), "", "https://skarrow.com/2031/06/3-moles", "2031-06-09"),
        (META.format("2031-06-02"), "", "https://skarrow.com/2031/06/03/mole", "2031-06-02"),
        (
            META.format("2031-06-03T20:41:00Z"),
            '<p class="date">June 3, 2031, 22:41</p>',
            "https://skarrow.co.jp/1",
            "2031-06-03",
        ),
    ],
)
def test_day_by_the_clock_of_the_place(head: str, under: str, url: str | None, day: str) -> None:
    assert read(head, under, url=url).published_on == day
