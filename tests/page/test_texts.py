from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.reports import Block, BlockKind, Credit, Cut, Report
from secondsource.model.spans import Span
from secondsource.surfaces.page.labels import LineageLabel, ReportLabel
from secondsource.surfaces.page.texts import lay_out, show_report

LABEL = ReportLabel(1, "The Courier", LineageLabel("A", 0, "s1-lineage-a"), "#r1")


def test_lines_that_no_block_holds_are_paragraphs() -> None:
    report = Report("r", "r.txt", "Title\nFirst line\n\n  \nSecond line", blocks=(Block("title", Span(0, 5)),))
    assert [(block.kind, block.span.of(report.text)) for block in lay_out(report)] == [
        ("title", "Title"),
        ("paragraph", "First line"),
        ("paragraph", "Second line"),
    ]


kinds: st.SearchStrategy[BlockKind] = st.sampled_from(
    ["title", "heading", "paragraph", "caption", "list", "quote", "correction"]
)
spans = st.tuples(st.integers(0, 40), st.integers(0, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.text("ab \n", max_size=40), st.lists(st.builds(Block, kinds, spans), max_size=6))
def test_no_character_is_lost_or_shown_twice(text: str, blocks: list[Block]) -> None:
    laid = lay_out(Report("r", "r.txt", text, blocks=tuple(blocks)))
    shown = [offset for block in laid for offset in range(block.span.start, block.span.end)]
    assert len(shown) == len(set(shown))
    assert all(offset in shown for offset, character in enumerate(text) if not character.isspace())
    assert [block.span for block in laid] == sorted(block.span for block in laid)


def test_credits_tell_where_they_were_read_and_only_web_addresses_are_links() -> None:
    credits_ = (
        Credit("authors", "Ida Voss", "byline"),
        Credit("published_at", "2024-06-04T09:10:00+00:00", "JSON-LD"),
        Credit("url", "javascript:alert(1)", "canonical link"),
        Credit("url", "https://courier.example/1", "canonical link"),
    )
    shown = show_report(Report("r", "r.txt", "Text", credits=credits_), LABEL, ()).credits
    assert [(credit.name, credit.value, credit.read_from, credit.link) for credit in shown] == [
        ("Author", "Ida Voss", ("byline",), None),
        ("Published", "4 June 2024, 09:10 UTC", ("JSON-LD",), None),
        ("Address", "javascript:alert(1)", ("canonical link",), None),
        ("Address", "https://courier.example/1", ("canonical link",), "https://courier.example/1"),
    ]


def test_what_several_places_say_alike_is_shown_once() -> None:
    credits_ = tuple(Credit("outlet", "The Courier", place) for place in ("JSON-LD", "page title", "JSON-LD"))
    (shown,) = show_report(Report("r", "r.txt", "Text", credits=credits_), LABEL, ()).credits
    assert shown.read_from == ("JSON-LD", "page title")


def test_a_report_without_credits_still_shows_what_it_knows() -> None:
    report = Report(
        "r", "r.txt", "Text", outlet="The Courier", authors=("Ida Voss", "R. Amsel"), agencies=("Northwire",)
    )
    shown = show_report(report, LABEL, ()).credits
    assert [(credit.name, credit.value) for credit in shown] == [
        ("Outlet", "The Courier"),
        ("Agency", "Northwire"),
        ("Author", "Ida Voss"),
        ("Author", "R. Amsel"),
    ]


def test_cuts_are_put_together_by_reason() -> None:
    cuts = (Cut("Subscribe", "advertising"), Cut("Home", "navigation"), Cut("Buy now", "advertising"))
    shown = show_report(Report("r", "r.txt", "Text", cuts=cuts), LABEL, ()).cuts
    assert [(group.reason, group.texts) for group in shown] == [
        ("advertising", ("Subscribe", "Buy now")),
        ("navigation", ("Home",)),
    ]
