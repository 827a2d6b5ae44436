"""Texts that were written to break the page."""

import time
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secondsource.model.findings import Dossier, Evidence, Finding, JudgedStory, Point, Statement
from secondsource.model.reports import Credit, Cut, Rejection, Report
from secondsource.model.spans import Span
from secondsource.model.statements import Dating, Statements
from secondsource.model.stories import Derivation, Lineage, Passage, Stemma, Story
from secondsource.surfaces.page import to_html
from secondsource.surfaces.page.characters import to_shown
from tests.page.pages import blocks_of, page_of
from tests.page.samples import bare_story, reading_of

NASTY = [
    "<script>alert(1)</script>",
    "</style></title></textarea></svg><img src=x onerror=alert(1)>",
    '" onclick="alert(1)" x=\'',
    "{{ 7 * 7 }}{% for x in y %}",
    "&lt;b&gt; &amp;amp; &#x3c;script>",
    "<!-- --!> <![CDATA[ ]]> <?php ?>",
    "right to left \u202eevil\u202c \u2067over\u2069 ride",
    "nul \x00 bell \x07 escape \x1b delete \x7f next line \x85",
    "surrogates \ud800 and \udfff",
    "\r\ncarriage\rreturns\r\n",
    "W" * 3000,
    "Z̸̡̧͇̗̬͉͎̎̈́̓a̵l̶g̷o̸",
    "😀🏳️‍🌈 and \U000e0041 tags",
]
OURS = (
    "html head meta title style body header footer nav main article section h1 h2 h3 h4 p span div a ul ol li dl dt dd "
    "details summary fieldset legend label input bdi b strong small sup q blockquote mark del ins "
    "table caption thead tbody tr th td svg g rect circle path text desc wbr"
)
"""Every element that our templates write."""


def everywhere(text: str) -> Dossier:
    """A dossier that has `text` wherever a document's words can come to stand."""
    body = f"{text}\nand {text}"
    span = Span(0, len(text))
    reports = [
        Report(
            id=name + text,
            place=f"{text}{name}",
            text=body,
            title=text,
            outlet=text,
            published_at=text,
            credits=(Credit("authors", text, text), Credit("url", text, text), Credit("url", "http://" + text, text)),
            cuts=(Cut(text, text),),
        )
        for name in ("one", "two", "three")
    ]
    ids = one, two, three = [report.id for report in reports]
    lineages = (
        Lineage("lost", (one, two), None, True, text, (text,)),
        Lineage("own", (three,), three, False, None, (text,)),
    )
    derivations = (
        Derivation(one, "lost", "rewritten", 0.5, (text,), (Passage(span, None),)),
        Derivation(two, one, "trimmed", 0.5, (text,), (Passage(span, span),)),
    )
    told = [Statement(id_, "quote", span, text, text, (text,), text, 1.0, None, text, text) for id_ in ids]
    points = (
        Point("p1", "quote", text, text, tuple(told), (text,), 2, "agree"),
        Point("p2", "figure", text, text, tuple(replace(one, kind="figure") for one in told), (text,), 2, "differ"),
        Point("p3", "claim", text, None, (replace(told[0], kind="claim"),), (), 1, "single"),
    )
    findings = (
        Finding("date", "impossible", text, (text,), (Evidence(one, span, text),), "p1"),
        Finding("omission", "omitted", text, (text,), (), "p2"),
    )
    statements = tuple(Statements(id_, (), (), (Dating(span, text, span),)) for id_ in (one, two, three))
    story = Story("s", text, text, tuple(map(reading_of, reports)))
    judged = JudgedStory(story, statements, Stemma(lineages, derivations), points, findings)
    return Dossier((judged,), (Rejection(text, text, text),))


@pytest.mark.parametrize("text", NASTY)
def test_what_a_document_says_stays_text(text: str) -> None:
    page = page_of(everywhere(text))
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= set(OURS.split())
    assert not [name.attrname for name in page.xpath("//@*") if name.attrname.startswith("on")]
    assert all(href.startswith(("#", "http://")) for href in page.xpath("//@href"))
    plain = " ".join(to_shown(text).split())
    for place in ("//h1", "//div[@class='glance']//a", "//dl[@class='rejections']", "//p[@class='point-title']"):
        assert plain in " ".join(page.xpath(place)[0].text_content().split())
    for report in page.xpath("//article[@class='report']"):
        lines = [line for line in f"{text}\nand {text}".split("\n") if line.strip()]
        assert [block.split() for block in blocks_of(report)] == [to_shown(line).split() for line in lines]


@given(
    st.text(st.characters(exclude_categories=()), max_size=80),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90))),
)
@example("\x1f", [])
@settings(max_examples=40, deadline=None)
def test_any_text_with_any_evidence_is_shown_to_the_letter(text: str, pairs: list[tuple[int, int]]) -> None:
    story = bare_story([text])
    spans = [Span(min(pair), max(pair)) for pair in pairs]
    findings = tuple(Finding("unit", "changed", "t", (), (Evidence("r0", span, span.of(text)),)) for span in spans)
    page = page_of(Dossier((replace(story, findings=findings),), ()))
    shown = "".join(blocks_of(page.get_element_by_id("r1")))
    assert "".join(shown.split()) == "".join(to_shown(text).split())
    assert {f"r1-c{span.start}" for span in spans} <= set(page.xpath("//@id"))


def test_two_megabytes_of_text_with_thousands_of_marks_take_seconds() -> None:
    text = "The gate at the dam jammed open, and nobody could close it. \n" * 33_000
    story = bare_story([text, "W" * 100_000])
    whole = Span(0, len(text))
    spans = [Span(start, start + 5_000) for start in range(0, len(text) - 5_000, 1_000)]
    findings = tuple(
        Finding("unit", "changed", "t", (), (Evidence("r0", span, "gate"),)) for span in [*spans, *([whole] * 500)]
    )
    started = time.process_time()
    written = to_html(Dossier((replace(story, findings=findings),), ()))
    assert time.process_time() - started < 20
    assert len(written) > len(text)
