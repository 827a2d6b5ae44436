"""Saved pages: body, captions in their places, what was cut and why, and the credits that the markup carries."""

import json

import pytest

from secondsource.model.reports import Document, Given, Rejection, Report
from secondsource.settings import Clean
from secondsource.stages.clean.articleparts import sort_article
from secondsource.stages.clean.drafts import Part
from secondsource.stages.clean.reports import clean

FIRST = (
    "The ferry Saint Averil ran aground off Skarrow on Tuesday, and all 212 people on board "
    "were brought ashore before the tide turned."
)
SECOND = (
    "The harbour office said that a buoy had been out of its place since the storm in March "
    "and that nobody had put it back."
)
THIRD = (
    "An inquiry will begin on Friday in Aldhaven, where the ministry keeps the charts, and it "
    "is expected to last for a month."
)


GALLERY = ("crane", "customs house", "fish hall", "lighthouse", "rope walk")


def page(
    head: str = "", top: str = "", middle: str = "", tail: str = "", title: str = "Ferry runs aground off Skarrow"
) -> str:
    return f"""<!doctype html><html lang="en"><head><title>{title} | The Tern</title>{head}</head><body>
    <header><a href="/">The Tern</a></header><nav><a href="/a">World</a> <a href="/b">Coast</a></nav>
    <main><article><h1>{title}</h1>{top}<p>{FIRST}</p>{middle}<p>{SECOND}</p><p>{THIRD}</p>{tail}</article></main>
    <aside class="most-read"><h2>Most read</h2><ul><li><a href="/x">Seal in the ticket office</a></li></ul></aside>
    <footer>© 2031 Tern Media. All rights reserved.</footer></body></html>"""


def report_of(html: str, url: str | None = None) -> Report:
    outcome = clean(Document("page.html", html.encode(), "html", Given(url=url)))
    assert isinstance(outcome, Report)
    return outcome


def texts(report: Report, kind: str) -> list[str]:
    return [block.span.of(report.text) for block in report.blocks if block.kind == kind]


def json_ld(**facts: object) -> str:
    told = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **facts})
    return f'<script type="application/ld+json">{told}</script>'


def test_body_is_the_article_and_nothing_else() -> None:
    report = report_of(page())
    assert texts(report, "paragraph") == [FIRST, SECOND, THIRD]
    assert (report.title, report.outlet) == ("Ferry runs aground off Skarrow", "The Tern")


def test_every_container_left_out_is_listed_with_its_reason() -> None:
    cuts = {cut.reason: cut.text for cut in report_of(page()).cuts}
    assert cuts["navigation"] == "World Coast"
    assert cuts["related reports"] == "Most read Seal in the ticket office"
    assert "All rights reserved" in cuts["page footer"]
    assert "The Tern" in cuts["page header"]


def test_captions_stand_where_their_pictures_do() -> None:
    caption = "The Saint Averil on the rocks on 3 June 2031. <span>Ann Ode/Tern</span>"
    lead = f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>'
    inner = '<div class="photo"><img src="b.jpg"><p class="photo-caption">Divers at the wreck.</p></div>'
    report = report_of(page(top=lead, middle=inner))
    kinds = [block.kind for block in report.blocks]
    assert kinds == ["caption", "paragraph", "caption", "paragraph", "paragraph"]
    assert texts(report, "caption") == [
        "The Saint Averil on the rocks on 3 June 2031. Ann Ode/Tern",
        "Divers at the wreck.",
    ]


@pytest.mark.parametrize(
    ("caption", "kept"),
    [
        ("The Saint Averil went down within the hour, as her sister had.", True),
        ("The wreck on 4 June 2031 (Ann Ode/Tern)", True),
        ("The pilot said the buoy had drifted", True),
        ("पायलट के अनुसार जहाज सुबह तक डूब गया।", True),
        ("The pilot Bo Tessel (left) and his deputy", False),
        ("Divers at the wreck at noon. Photo: Ann Ode/Tern", True),
        ("Divers at the wreck Photo: Ann Ode/Tern", False),
        ("Where did the buoy go?", False),
        ("File photo: the Saint Averil leaves Skarrow on 2 May 2028.", False),
    ],
)
def test_captions_that_only_name_are_kept_aside(caption: str, kept: bool) -> None:
    report = report_of(page(middle=f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>'))
    assert (texts(report, "caption") == [caption]) is kept
    assert ("picture label" in {cut.reason for cut in report.cuts if cut.text == caption}) is not kept


def test_a_caption_told_twice_stands_once() -> None:
    caption = "Divers look for the log of the Saint Averil. Divers look for the log of the Saint Averil on 4 June 2031."
    report = report_of(page(middle=f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>'))
    assert texts(report, "caption") == ["Divers look for the log of the Saint Averil on 4 June 2031."]


def test_labels_stay_where_pictures_tell_the_story() -> None:
    labels = [Part("caption", f"The {one} of the old port") for one in GALLERY]
    draft = sort_article([Part("paragraph", "Seen in June by our reporter."), *labels], (), {}, None)
    assert [block.kind for block in draft.blocks] == ["paragraph", *["caption"] * len(labels)]


def test_rows_of_linked_headlines_inside_an_article_are_cut() -> None:
    rows = "".join(f'<li><a href="/{n}">The {one} that changed the charts</a></li>' for n, one in enumerate(GALLERY))
    run = " ".join(
        f'<a href="/{n}">What the {one} of the port has seen in a hundred years</a> [VIEW]'
        for n, one in enumerate(GALLERY)
    )
    report = report_of(page(middle=f"<ul>{rows}</ul><p>{run}</p>"))
    assert texts(report, "paragraph") == [FIRST, SECOND, THIRD]
    assert texts(report, "list") == []


def test_a_row_of_search_words_is_no_paragraph() -> None:
    row = "ferry aground, ferry skarrow, saint averil, buoy adrift, harbour of skarrow, ferry timetable"
    report = report_of(page(tail=f"<p>{row}</p>"))
    assert "tags" in {cut.reason for cut in report.cuts if cut.text == row}
    crew = "On board were a cook, two deckhands, a pilot, the mate, an engineer and the master"
    assert crew in report_of(page(middle=f"<p>{crew}</p>")).text


def test_headings_above_quotations_belong_to_the_article() -> None:
    quote = "The buoy was not where the chart had it, and nobody on the bridge knew that, the report says."
    report = report_of(page(tail=f"<h2>What the inquiry found</h2><blockquote>{quote}</blockquote>"))
    assert texts(report, "heading") == ["What the inquiry found"]


def test_a_heading_behind_the_last_paragraph_stays_if_it_heads_something() -> None:
    list_of_days = "<ul><li>Friday: the inquiry begins</li><li>Sunday: the ferry sails again</li></ul>"
    report = report_of(page(tail=f"<h2>What comes next</h2>{list_of_days}<h2>More on this</h2>"))
    assert texts(report, "heading") == ["What comes next"]
    assert texts(report, "list") == ["Friday: the inquiry begins", "Sunday: the ferry sails again"]
    assert "More on this" in [cut.text for cut in report.cuts]


def test_a_correction_note_is_a_block_of_its_own_kind() -> None:
    note = "Correction: an earlier version of this article gave the wrong number of people on board."
    report = report_of(page(tail=f'<p class="note">{note}</p>'))
    assert texts(report, "correction") == [note]
    assert texts(report, "paragraph") == [FIRST, SECOND, THIRD]


def test_a_short_report_beside_an_offer_to_subscribers_is_no_stub() -> None:
    offer = "<header><p>Subscribe to read all of The Tern. Already a subscriber? Log in</p></header>"
    wall = "<div class='paywall'><p>Subscribe to continue reading.</p></div>"
    brief = "<html><body>{}<article><h1>Ferry aground</h1><p>" + FIRST + "</p>{}</article></body></html>"
    outcomes = [
        clean(Document("page.html", brief.format(*beside).encode(), "html")) for beside in ((offer, ""), ("", wall))
    ]
    assert isinstance(outcomes[0], Report)
    assert isinstance(outcomes[1], Rejection)
    assert outcomes[1].reason == "only a stub"


def test_headings_and_lists_keep_their_kind() -> None:
    middle = (
        "<h2>What the charts say</h2>"
        "<p>They say nothing of the rock at all, two pilots told the inquiry in the spring.</p>"
        "<ul><li>one buoy missing</li><li>two lights out</li></ul>"
    )
    report = report_of(page(middle=middle))
    assert texts(report, "heading") == ["What the charts say"]
    assert texts(report, "list") == ["one buoy missing", "two lights out"]


@pytest.mark.parametrize(
    ("box", "words", "reason"),
    [
        (
            '<div class="newsletter"><p>The Tide Mail: harbour news before high water.</p></div>',
            "The Tide Mail",
            "newsletter",
        ),
        ('<p>Read more: <a href="/y">Why the buoy was moved</a></p>', "Why the buoy was moved", "related report"),
        ('<p><a href="/y">Five wrecks that changed the charts</a></p>', "Five wrecks", "related report"),
        ("<p>Advertisement</p>", "Advertisement", "advertisement"),
        ('<div class="video"><p>Drone pictures of the wreck</p></div>', "Drone pictures", "player label"),
    ],
)
def test_boxes_between_paragraphs_are_cut(box: str, words: str, reason: str) -> None:
    report = report_of(page(middle=box))
    assert words not in report.text
    assert reason in {cut.reason for cut in report.cuts if words in cut.text}


def test_comments_are_cut_as_comments() -> None:
    comments = '<section id="comments"><h3>2 comments</h3><p>Joan: They never learn, and who pays? We do.</p></section>'
    report = report_of(page(tail=comments))
    assert "never learn" not in report.text
    assert any(cut.reason == "reader comments" and "never learn" in cut.text for cut in report.cuts)


def test_json_ld_gives_the_credits() -> None:
    facts = json_ld(
        headline="Ferry runs aground off Skarrow",
        author=[{"@type": "Person", "name": "Ann Ode"}, {"@type": "Person", "name": "Bo Deng"}],
        publisher={"@type": "Organization", "name": "The Tern"},
        datePublished="2031-06-03T12:00:00+02:00",
        dateModified="2031-06-03T13:00:00+02:00",
    )
    report = report_of(page(head=facts, top='<p class="byline">By Ann Ode and Bo Deng</p>'))
    assert report.authors == ("Ann Ode", "Bo Deng")
    assert (report.published_at, report.updated_at) == ("2031-06-03T10:00:00Z", "2031-06-03T11:00:00Z")
    assert report.outlet == "The Tern"
    assert {credit.read_from for credit in report.credits} >= {
        "JSON-LD author",
        "JSON-LD datePublished",
        "JSON-LD publisher",
    }


def test_broken_json_ld_is_passed_over() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "author": </script>'
    deep = f'<script type="application/ld+json">{"[" * 50_000}</script>'
    assert report_of(page(head=broken + deep)).authors == ()


@pytest.mark.parametrize(
    ("head", "top"),
    [
        (json_ld(author={"@type": "Organization", "name": "Coast Desk"}), ""),
        (json_ld(author="The Tern"), "<p>By The Tern</p>"),
        (json_ld(author="admin"), '<p class="byline">By admin</p>'),
        ('<meta name="author" content="Webmaster">', ""),
        ('<meta name="author" content="Ann Ode">', ""),  # nowhere shown to a reader
        ("", '<p class="byline">Staff and agencies</p>'),
        ("", "<figure><img><figcaption>The ferry. Photo: Ann Ode</figcaption></figure>"),
    ],
)
def test_no_author_is_invented(head: str, top: str) -> None:
    assert report_of(page(head=head, top=top)).authors == ()


@pytest.mark.parametrize(
    ("head", "top", "authors"),
    [
        ('<meta name="author" content="Ann Ode">', "<p>Ann Ode, 3 June</p>", ("Ann Ode",)),
        ("", '<a rel="author" href="/ann">Ann Ode</a>', ("Ann Ode",)),
        ("", '<p class="byline">By Ann Ode and Bo Deng in Skarrow</p>', ("Ann Ode", "Bo Deng")),
        ("", '<span class="author vcard"><a class="fn">Ann Ode</a></span>', ("Ann Ode",)),
        ("", "<div>By Ann Ode</div>", ("Ann Ode",)),
        (json_ld(author="ANN ODE"), "<p>Ann Ode</p>", ("Ann Ode",)),
    ],
)
def test_author_is_found(head: str, top: str, authors: tuple[str, ...]) -> None:
    assert report_of(page(head=head, top=top)).authors == authors


@pytest.mark.parametrize(
    ("head", "top", "url", "published_at"),
    [
        ('<meta property="article:published_time" content="2031-06-03T10:00:00Z">', "", None, "2031-06-03T10:00:00Z"),
        ("", '<time datetime="2031-06-03T10:00:00Z">today</time>', None, "2031-06-03T10:00:00Z"),
        ("", '<p class="date">Published 3 June 2031</p>', None, "2031-06-03"),
        ("", "", "https://tern.example/2031/06/03/ferry", "2031-06-03"),
        ('<meta property="article:published_time" content="2031-06-03T23:30:00-05:00">', "", None, "2031-06-03"),
        (
            '<meta property="article:published_time" content="2031-06-04T03:30:00Z">',
            '<p class="date">June 3, 2031</p>',
            None,
            "2031-06-03",
        ),
    ],
)
def test_moment_of_publication(head: str, top: str, url: str | None, published_at: str) -> None:
    assert report_of(page(head=head, top=top), url).published_at == published_at


def test_agency_of_a_page_is_read_from_its_lines() -> None:
    assert report_of(page(tail="<p><i>With files from Northern Press Agency</i></p>")).agencies == (
        "Northern Press Agency",
    )
    assert report_of(page(head=json_ld(author="Reuters"))).agencies == ("Reuters",)
    assert (
        report_of(
            page(middle="<p>TASS reported that the inquiry would be held behind closed doors, as in the spring.</p>")
        ).agencies
        == ()
    )


def test_canonical_address_elsewhere_is_kept_as_evidence() -> None:
    head = '<link rel="canonical" href="https://agency.example/ferry"><meta property="og:url" content="https://tern.example/ferry">'
    report = report_of(page(head=head), "https://tern.example/ferry")
    assert [credit.value for credit in report.credits if credit.field == "syndication"] == [
        "https://agency.example/ferry"
    ]


def test_kicker_in_the_heading_is_no_part_of_the_headline() -> None:
    html = page(head='<meta property="og:title" content="Ferry runs aground off Skarrow">').replace(
        "<h1>", "<h1><span>Coast</span> "
    )
    assert report_of(html).title == "Ferry runs aground off Skarrow"


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 20_000 + f"<p>{FIRST}</p>",
        f'<html><body><div class="{"a-" * 200_000}"><p>{FIRST}</p></div>',
        "<html><body>" + "<span>x</span>" * 5_000 + f"<p>{FIRST}</p><p>{SECOND}</p>",
        "<!doctype html><p>\ufffd" + FIRST,
        FIRST,
    ],
    ids=["nested", "long class", "wide", "no body", "no markup"],
)
def test_hostile_pages_end_in_a_report_or_a_rejection(html: str) -> None:
    outcome = clean(Document("page.html", html.encode(), "html"), Clean(languages=()))
    assert isinstance(outcome, Report | Rejection)


@pytest.mark.parametrize(
    ("byline", "agencies"),
    [
        ("By our foreign staff and Coast Press Agency", ("Coast Press Agency",)),
        ("Gazette foreign desk and Strait Wire", ("Strait Wire",)),
        ("By Gazette staff and Sorrin Today News", ("Sorrin Today News",)),
        ("By Gazette foreign staff", ()),
        ("By Ann Ode, Harbour Gazette", ()),
    ],
)
def test_by_line_names_the_supplier_beside_the_outlets_own_desk(byline: str, agencies: tuple[str, ...]) -> None:
    site = '<meta property="og:site_name" content="The Harbour Gazette">'
    assert report_of(page(head=site, top=f'<p class="byline">{byline}</p>')).agencies == agencies


@pytest.mark.parametrize(
    ("caption", "shown"),
    [
        (
            "The buoy before the storm. <span class='image__credit'>Ann Ode/Harbour Pool</span>",
            "The buoy before the storm.",
        ),
        ("<cite class='copyright'>© Bo Tessel</cite> The buoy before the storm.", "The buoy before the storm."),
        ("<span class='credit'><b>Photo:</b> Ann Ode</span> The <em>buoy</em> in May.", "The buoy in May."),
        ("<span>Media caption</span> The buoy was moved by night.", "The buoy was moved by night."),
        (
            "The buoy of <a href='/s'>Skarrow</a> and that of <a href='/o'>Ostrey</a>.",
            "The buoy of Skarrow and that of Ostrey .",
        ),
    ],
)
def test_captions_stand_without_their_credits(caption: str, shown: str) -> None:
    report = report_of(page(middle=f"<figure><img src='b.jpg'><figcaption>{caption}</figcaption></figure>"))
    assert texts(report, "caption") == [shown]


@pytest.mark.parametrize(
    "caption",
    [
        "More on: <a href='/1'>Seal in the ticket office</a> <a href='/2'>Mayor opens the night market</a>",
        "Media playback is unsupported on your device",
    ],
)
def test_what_hangs_on_a_picture_is_no_caption(caption: str) -> None:
    report = report_of(page(middle=f"<figure><img src='b.jpg'><figcaption>{caption}</figcaption></figure>"))
    assert texts(report, "caption") == []
    assert "Seal" not in report.text


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: Robbe im Fahrkartenschalter",
        "À lire aussi",
        "Te puede interesar: Una foca en la taquilla",
        "Leggi anche: Una foca in biglietteria",
        "Have a tip? Ann Ode may be reached at ode@tern.example. Follow her on Twitter @ode or on her page.",
        "Copyright 2031 Tern Media. All rights reserved. This material may not be published, broadcast or rewritten.",
    ],
)
def test_furniture_behind_the_report_goes_in_several_languages(line: str) -> None:
    report = report_of(page(tail=f"<p>{line}</p>"))
    assert line not in report.text
    assert line in [cut.text for cut in report.cuts]


def test_a_quoted_post_stays_though_its_box_is_a_share_button() -> None:
    post = "Nobody has put the buoy back since March, and nobody will."
    embed = f'<div class="social-media-embed share"><blockquote class="twitter-tweet"><p>{post}</p></blockquote></div>'
    assert post in report_of(page(middle=embed)).text


def test_a_box_that_holds_all_of_the_article_is_the_article() -> None:
    html = f'<html><body><h1>Ferry runs aground</h1><div class="tags"><p>{FIRST} {SECOND}</p></div></body></html>'
    assert report_of(html).text == f"{FIRST} {SECOND}"
