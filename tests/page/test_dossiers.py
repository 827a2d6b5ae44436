"""What a person finds on the page, and whether its links lead where they say."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from lxml.html import HtmlElement

from secondsource.model.findings import Dossier
from secondsource.model.reports import Rejection
from secondsource.surfaces.page import to_html
from secondsource.surfaces.page.labels import label_story
from tests.page.pages import blocks_of, page_of, parse, section, words_of
from tests.page.samples import TEXTS, bare_story, crowd_dossier, dam_dossier, dam_story


@pytest.fixture(scope="module")
def dam() -> HtmlElement:
    return page_of(dam_dossier())


def test_the_sections_stand_in_the_order_in_which_a_reader_asks(dam: HtmlElement) -> None:
    assert [words_of(heading) for heading in dam.xpath("//h1 | //h2")] == [
        "Gate jams open at Marrow Lake dam",
        "Who copied whom",
        "What they agree on",
        "Quotes, wording by wording",
        "Figures, side by side",
        "Findings, with their reasons",
        "Timeline",
        "Which report leaves out what",
        "The reports",
        "Not read",
    ]


def test_the_count_of_independent_sources_is_said_at_the_top(dam: HtmlElement) -> None:
    (headline,) = dam.xpath("//p[@class='headline']")
    assert words_of(headline) == "Five reports rest on two independent sources."
    (first, second) = dam.xpath("//ul[@class='lineage-summaries']/li")
    assert "Four reports go back to one text that is not among them, credited to Northwire" in words_of(first)
    assert "One report that follows no other" in words_of(second)


def test_what_cannot_be_and_what_is_denied_come_first(dam: HtmlElement) -> None:
    glance = [words_of(item) for item in dam.xpath("//div[@class='glance']//li")]
    assert glance == [
        "cannot be as written Ten years to the day cannot be",
        "denied Skipped inspections: denied",
        "differs Worded differently: total failure",
    ]
    groups = [words_of(heading) for heading in section(dam, "findings").xpath(".//h3")]
    assert groups == ["Dates", "Denials", "Wording"]


def test_the_graph_has_its_words_beside_it(dam: HtmlElement) -> None:
    lineage = section(dam, "lineage")
    for graph in lineage.xpath(".//svg[contains(@class, 'graph')]"):
        names = graph.get("aria-labelledby").split()
        assert [dam.get_element_by_id(name).tag for name in names] == ["title", "desc"]
    said = [words_of(item) for item in lineage.xpath(".//div[@class='lineage-words']/ul/li")]
    assert "A Valley Ledger – rewritten, from Northwire one sentence of ledger follows it" in said
    assert "A Lake Tribune – trimmed, from A The Courier one sentence of tribune follows it" in said
    assert "A Marrow Herald – quotes only, from B voice.txt one sentence of herald follows it" in said


def test_a_point_tells_its_sources_and_leads_to_every_report(dam: HtmlElement) -> None:
    point = dam.get_element_by_id("s1-p3")
    assert "two sources" in words_of(point)
    (cited,) = point.xpath(".//ul[@class='cited']")
    assert words_of(cited) == "A Valley Ledger, The Courier, Marrow Herald, Lake Tribune B voice.txt"


def test_a_copy_alone_does_not_make_an_agreement(dam: HtmlElement) -> None:
    assert [point.get("id") for point in section(dam, "points").xpath("./ol[1]/li")] == ["s1-p3"]
    assert [point.get("id") for point in section(dam, "points").xpath("./details//li[@class='point']")] == ["s1-p5"]


def test_differing_words_of_a_quote_are_marked_and_told(dam: HtmlElement) -> None:
    quotes = section(dam, "quotes")
    wordings = quotes.xpath(".//li[@class='wording']")
    assert "total" in [mark.text for mark in wordings[0].xpath(".//mark")]
    assert "total → complete" in words_of(wordings[1])
    assert "via Northwire" in words_of(quotes)


def test_the_timeline_holds_partly_known_dates_in_order(dam: HtmlElement) -> None:
    moments = [words_of(head) for head in section(dam, "timeline").xpath(".//p[@class='moment-head']/strong")]
    assert moments == ["until September 2024", "2010s", "5 June 2014", "4 June 2024", "a Tuesday"]


def test_what_cannot_be_placed_in_time_is_one_line(dam: HtmlElement) -> None:
    (unplaced,) = section(dam, "timeline").xpath("./details[@class='unplaced']")
    assert words_of(unplaced.xpath("./summary")[0]).endswith("which months: a Tuesday")
    assert "I stood on the dam" in words_of(unplaced)


def test_a_point_on_fewer_sources_than_lineages_says_why() -> None:
    story = dam_story()
    labels = label_story(story, 1, 1)
    assert labels.say_mixed(["herald", "voice"]) is None
    mixed = replace(
        story.stemma,
        derivations=tuple(
            replace(one, manner="mash-up") if one.parent == "voice" else one for one in story.stemma.derivations
        ),
    )
    labels = label_story(replace(story, stemma=mixed), 1, 1)
    said = "Marrow Herald is put together from texts that are counted here, and adds no source"
    assert labels.say_mixed(["herald", "voice"]) == said
    assert labels.say_mixed(["herald"]) is None
    assert labels.say_mixed(["herald", "courier", "voice"]) is None


def test_omissions_are_told_for_every_report(dam: HtmlElement) -> None:
    omissions = section(dam, "omissions")
    shortfalls = [words_of(item) for item in omissions.xpath("./ul[@class='shortfalls']/li")]
    assert shortfalls[-1] == "Three reports leave out none of them A Valley Ledger A The Courier B voice.txt"
    assert any(item.startswith("A Marrow Herald leaves out one point of 3 P2") for item in shortfalls)


def test_texts_credits_captions_and_cuts_are_shown(dam: HtmlElement) -> None:
    ledger = dam.get_element_by_id("r1")
    assert list(blocks_of(ledger)) == TEXTS["ledger"].split("\n")
    assert words_of(ledger.xpath(".//p[contains(@class, 'block-caption')]")[0]).startswith("Workers inspect")
    facts = words_of(ledger.xpath(".//div[@class='report-facts']")[0])
    assert "Outlet Valley Ledger read from first line of the text" in facts
    assert "advertising Subscribe now" in facts
    assert "navigation Home > News" in facts
    (address,) = ledger.xpath(".//a[contains(@rel, 'external')]")
    assert address.get("href") == "https://ledger.example/gate?a=1&b=2"


def test_rejections_are_listed_with_their_reason(dam: HtmlElement) -> None:
    (listed,) = dam.xpath("//dl[@class='rejections']")
    assert words_of(listed) == "reports/scan.pdf it holds no text 0 of 3 pages"


@pytest.mark.parametrize("dossier", [dam_dossier(), crowd_dossier(), crowd_dossier(3)], ids=["dam", "crowd", "three"])
def test_every_link_within_the_page_leads_to_one_place(dossier: Dossier) -> None:
    page = page_of(dossier)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in page.xpath("//a/@href[starts-with(., '#')]"):
        assert href[1:] in ids
    for references in page.xpath("//@aria-labelledby"):
        assert set(references.split()) <= set(ids)


def test_statements_lead_to_their_words_and_the_words_lead_back(dam: HtmlElement) -> None:
    judged = dam_dossier().stories[0]
    numbers = {reading.report.id: place for place, reading in enumerate(judged.story.readings, start=1)}
    for number, point in enumerate(judged.points, start=1):
        for statement in point.statements:
            place = f"r{numbers[statement.report]}-c{statement.span.start}"
            assert dam.xpath(f"//li[@id='s1-p{number}']//ul[@class='cited']//a[@href='#{place}']")
            piece = dam.get_element_by_id(place)
            assert statement.text.startswith(piece.text)
            assert piece.xpath(f"ancestor::article[@id='r{numbers[statement.report]}']//a[@href='#s1-p{number}']")


def test_headings_do_not_skip_a_level() -> None:
    both = Dossier((*dam_dossier().stories, *crowd_dossier(4).stories), ())
    for page in (page_of(dam_dossier()), page_of(both)):
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_several_stories_have_an_index_on_top() -> None:
    page = page_of(Dossier((*dam_dossier().stories, *crowd_dossier(4).stories), ()))
    assert words_of(page.xpath("//h1")[0]) == "Two stories"
    index = page.xpath("//main/ol[@class='index']/li")
    assert [words_of(entry) for entry in index] == [
        "Gate jams open at Marrow Lake dam 4 June 2024. Five reports rest on two independent sources. "
        "cannot be as written Ten years to the day cannot be",
        "New bridge opens after nine years 12 May 2023. Four reports rest on four independent sources. "
        "differs The number of guests differs",
    ]
    assert page.get_element_by_id("r6") is not None


def test_nothing_read_is_said_plainly() -> None:
    page = page_of(Dossier((), (Rejection("a.txt", "it is empty"),)))
    assert words_of(page.xpath("//h1")[0]) == "No report could be read"
    assert "it is empty" in words_of(page)


def test_a_story_of_one_report_makes_no_fuss() -> None:
    page = page_of(Dossier((bare_story(["One line."], "One line"),), ()))
    assert words_of(page.xpath("//p[@class='headline']")[0]) == "One report rests on one source."
    assert [words_of(heading) for heading in page.xpath("//h2")] == [
        "Who copied whom",
        "What they agree on",
        "Findings, with their reasons",
        "The reports",
    ]


def test_the_page_needs_and_allows_nothing_but_itself() -> None:
    written = to_html(dam_dossier())
    page = parse(written)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = re.findall(r"<style>(.*?)</style>", written, re.DOTALL)
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    assert not page.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //@style | //@src")
    assert not [name for name in page.xpath("//@*") if name.attrname.startswith("on")]
    assert "url(" not in style
    assert "@import" not in style


def test_the_same_dossier_gives_the_same_page() -> None:
    assert to_html(dam_dossier()) == to_html(dam_dossier())


def test_only_our_labels_are_not_in_the_dossier(dam: HtmlElement) -> None:
    """No verdict on the truth: these words are none of our labels."""
    said = words_of(dam.xpath("//main")[0]).lower()
    assert not re.search(r"\b(false|fake|lie|lies|lying|wrong|untrue|misinformation|debunked)\b", said)


def test_findings_can_be_shown_by_kind_and_by_verdict_without_javascript(dam: HtmlElement) -> None:
    findings = section(dam, "findings")
    kinds = findings.xpath(".//*[contains(@class, 'finding-group')]/@data-kind")
    verdicts = findings.xpath(".//*[contains(@class, 'finding ')]/@data-verdict")
    offered = findings.xpath(".//fieldset//input/@value")
    assert set(offered) == {"all", *kinds, *verdicts}
    styles = "".join(dam.xpath("//style/text()"))
    for value in {*kinds, *verdicts}:
        assert f'.findings:has(input[value="{value}"]:checked)' in styles


def test_a_report_that_stands_in_a_point_twice_is_counted_once() -> None:
    story = crowd_dossier(7).stories[0]
    points = tuple(replace(point, statements=point.statements * 2) for point in story.points)
    assert max(len(point.statements) for point in points) > 12
    said = words_of(page_of(Dossier((replace(story, points=points),), ())))
    assert "The words of each report" in said
    assert "of 14 reports" not in said
