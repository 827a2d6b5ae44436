from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.archive.judging import judge_changed
from secondsource.archive.queries import FIELDS, parse
from secondsource.archive.searching import search
from secondsource.errors import UsageError
from secondsource.model.queries import Found, Query
from secondsource.model.reports import Document
from secondsource.pipeline import ReadReport
from secondsource.store import checks
from tests.nouns import count, read, say, tell

FERRY = (
    "The ferry Brisling sank off Skarrow on Friday. Adelin Corvay said the pilot had turned too late. "
    "Divers found 14 bodies in the hull."
)
AGAIN = "Adelin Corvay said the pilot had turned too soon. The ferry was old."
BRIEF = "Señor Núñez denied that the café in Skarrow had closed. The pilot said nothing of the ferry."
HOSTILE = "A \x02 0\x03 mark \x020\x03 in the ferry's log. \x1b[31mRed\x1b[0m words NOT NEAR a OR b* said the log."


def put(
    archive: Archive, name: str, text: str, *, outlet: str, day: str, said: tuple[tuple[str, str], ...] = (),
    agency: str | None = None, number: str | None = None, title: str | None = None, seen_at: str | None = None,
) -> str | None:  # fmt: skip
    """Store a report; the same name again is the same article again."""
    drawn = read(name, text, day=day)
    agencies = (agency,) if agency else ()
    report = replace(drawn.report, outlet=outlet, agencies=agencies, title=title, id=f"{name}-{len(text)}")
    reading = replace(drawn, report=report)
    figures = [count(reading, number, 14)] if number else []
    told = replace(tell(reading, [say(reading, who, what) for who, what in said], figures), report=report.id)
    document = Document(f"{name}.txt", text.encode(), "text", fetched_at=seen_at)
    (became,) = store(archive, [Arrival(document, ReadReport(reading, told))])
    return getattr(became, "report", None)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("search") / "archive", make=True) as made:
        put(
            made, "one", FERRY, outlet="The Harbour Gazette", day="2031-05-02", agency="NPA", number="14",
            said=(("Adelin Corvay", "the pilot had turned too late"),), title="Ferry sinks",
        )  # fmt: skip
        put(
            made, "two", AGAIN, outlet="National Beacon", day="2031-05-09",
            said=(("Adelin Corvay", "the pilot had turned too soon"),),
        )  # fmt: skip
        put(
            made, "three", BRIEF, outlet="National Beacon", day="2031-06-01",
            said=(("Núñez", "the café in Skarrow had closed"),), title="A café and a pilot",
        )  # fmt: skip
        put(made, "four", HOSTILE, outlet="Log", day="2031-07-01")
        yield made


def names(found: Found) -> list[str]:
    return [hit.report.id.partition("-")[0] for hit in found.hits]


def look(archive: Archive, text: str) -> Found:
    return search(archive, parse(text))


FOUND = [
    ("brisling", {"one"}),
    ("FERRY pilot", {"one", "two", "three"}),
    ('"the pilot had"', {"one", "two"}),
    ('"pilot the had"', set()),
    ("ferry -brisling", {"two", "three", "four"}),
    ("brisling OR café", {"one", "three"}),
    ("cafe", {"three"}),
    ("div*", {"one"}),
    ('"NEAR a OR b"', {"four"}),
    ("outlet:beacon", {"two", "three"}),
    ("outlet:beacon outlet:gazette ferry", {"one", "two", "three"}),
    ("outlet:gazettes", set()),
    ("agency:npa", {"one"}),
    ("from:2031-05-09 to:2031-06-01 ferry", {"two", "three"}),
    ("to:2031-05 ferry", {"one", "two"}),
    ("from:2031-06", {"three", "four"}),
    ("outlet:beacon -café", {"two"}),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_reports(archive: Archive, text: str, expected: set[str]) -> None:
    found = look(archive, text)
    assert set(names(found)) == expected
    assert (found.total, found.is_least) == (len(expected), False)


STATEMENTS = [
    ("speaker:corvay", ["the pilot had turned too soon", "the pilot had turned too late"]),
    ('speaker:"adelin corvay" late', ["the pilot had turned too late"]),
    ("speaker:corvay divers", []),
    ("speaker:nunez", ["the café in Skarrow had closed"]),
    ("kind:figure bodies", ["14"]),
    ("kind:claim pilot -soon outlet:beacon", []),
    ("kind:claim -pilot", ["the café in Skarrow had closed"]),
    ("kind:claim outlet:gazette", ["the pilot had turned too late"]),
    ("speaker:adelin from:2031-05-03", ["the pilot had turned too soon"]),
]


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_statements(archive: Archive, text: str, expected: list[str]) -> None:
    found = look(archive, text)
    said = []
    for hit in found.hits:
        assert hit.statement is not None
        assert hit.sentence is not None
        assert hit.sentence.contains(hit.statement.span)
        at = hit.statement.span.start - hit.sentence.start
        said.append(hit.text[at : at + len(hit.statement.span)])
    assert said == expected
    assert found.total == len(expected)


def test_a_hit_stands_in_the_sentence_that_holds_most_of_the_words(archive: Archive) -> None:
    hit = look(archive, "pilot ferry late").hits[0]
    assert hit.sentence is not None
    assert hit.text == "Adelin Corvay said the pilot had turned too late."
    assert [hit.text[m.start - hit.sentence.start : m.end - hit.sentence.start] for m in hit.marks] == ["pilot", "late"]
    assert [mark.of(hit.report.title or "") for mark in hit.title_marks] == ["Ferry"]


def test_words_that_stand_in_the_title_alone(archive: Archive) -> None:
    hit = look(archive, "sinks").hits[0]
    assert (hit.sentence, hit.text, hit.marks) == (None, "", ())
    assert [mark.of(hit.report.title or "") for mark in hit.title_marks] == ["sinks"]


def test_signs_in_a_text_are_never_taken_for_marks(archive: Archive) -> None:
    hit = look(archive, "log outlet:log").hits[0]
    assert [mark.of(HOSTILE) for mark in hit.marks] == ["log"]


def test_a_word_in_a_title_counts_more(archive: Archive) -> None:
    assert names(look(archive, "pilot"))[0] == "three"


def test_names_that_nothing_has_are_told(archive: Archive) -> None:
    assert look(archive, "outlet:corvai speaker:corvay").unknown == ("outlet corvai",)


def test_pages_join_without_gap(archive: Archive) -> None:
    whole = search(archive, parse("ferry"))
    parts = [search(archive, parse("ferry"), most=1, after=place) for place in range(5)]
    assert [hit for part in parts for hit in part.hits] == list(whole.hits)
    assert {part.total for part in parts} == {whole.total}


def test_a_query_must_ask_for_something(archive: Archive) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        search(archive, Query(earlier=True))


def test_only_the_latest_version_counts_unless_earlier_ones_are_asked_for(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", make=True) as made:
        first = put(made, "one", FERRY, outlet="Log", day="2031-05-02", seen_at="2031-05-02T10:00:00+00:00")
        second = put(made, "one", AGAIN, outlet="Log", day="2031-05-02", seen_at="2031-05-02T11:00:00+00:00")
        assert look(made, "brisling").hits == ()
        (hit,) = search(made, replace(parse("brisling"), earlier=True)).hits
        assert (hit.report.id, hit.report.is_current, hit.report.story) == (first, False, None)
        assert [hit.report.id for hit in look(made, "ferry").hits] == [second]


def test_verdicts_are_found_by_what_they_stand_on(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", make=True) as made:
        for name, late in (("one", "late"), ("two", "late"), ("three", "soon")):
            quote = f"“The pilot of the ferry Brisling had turned much too {late} that night”"
            text = f"The ferry Brisling sank off Skarrow on Friday. {quote}, Adelin Corvay said in Skarrow."
            drawn = read(name, text, day="2031-05-02")
            told = tell(drawn, [say(drawn, "Adelin Corvay", quote, manner="direct")])
            store(made, [Arrival(Document(name, text.encode(), "text"), ReadReport(drawn, told))])
        assert len(list(judge_changed(made))) == 1
        with made.database.reading() as connection:
            assert not list(checks.find_broken(connection))
        differing = look(made, "verdict:differ kind:quote speaker:corvay")
        assert {hit.report.id for hit in differing.hits} == {"one", "two", "three"}
        assert {hit.statement.verdict for hit in differing.hits if hit.statement} == {"differ"}
        assert {hit.report.id for hit in look(made, "verdict:differ soon").hits} == {"three"}
        assert look(made, "verdict:denied").hits == ()


SIGNS = ['"', "*", "-", "(", ")", "^", "+", ":", "'", ";", "%", "{", "}", ",", "\x00", "\x02", "\ud800", "é", "1"]
WORDS = ["ferry", "NEAR", "AND", "NOT", "OR", "title:", "quote", "2031", *(f"{field}:" for field in FIELDS)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SIGNS + WORDS), max_size=8), st.booleans())
def test_no_query_reaches_the_index_as_syntax(archive: Archive, parts: list[str], spaced: bool) -> None:
    try:
        found = look(archive, (" " if spaced else "").join(parts))
    except UsageError:
        return
    assert len(found.hits) <= found.total
