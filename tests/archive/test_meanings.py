from collections.abc import Iterator

import pytest

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.archive.holdings import find_holding, split
from secondsource.archive.meanings import embed_new, find_like
from secondsource.archive.queries import parse
from secondsource.errors import UsageError
from secondsource.model.reports import Document
from secondsource.pipeline import ReadReport
from tests.nouns import read, say, tell

HARBOUR = (
    "Dozens of residents left their houses in Lower Skarrow when the river came over the dyke before dawn. "
    "Mayor Adelin Corvay said the town would rebuild the dyke before winter. "
    "The water carried four parked cars into the fish market."
)
REWRITTEN = (
    "The river broke over the dyke before sunrise, and dozens of people in Lower Skarrow fled their houses. "
    "Mayor Adelin Corvay promised that the dam will be repaired by the time it gets cold."
)
OTHER = (
    "The orchestra of Velmark opened its season with a symphony for strings. "
    "Conductor Piers Hallorane said the hall was too dry for the cellos."
)


def put(archive: Archive, name: str, text: str, speaker: str, said: str) -> None:
    reading = read(name, text, day="2031-05-02")
    told = tell(reading, [say(reading, speaker, said)])
    store(archive, [Arrival(Document(name, text.encode(), "text"), ReadReport(reading, told))])


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("meanings") / "archive", make=True) as made:
        put(made, "Gazette", HARBOUR, "Adelin Corvay", "the town would rebuild the dyke before winter")
        put(made, "Ledger", REWRITTEN, "Adelin Corvay", "the dam will be repaired by the time it gets cold")
        put(made, "Stage", OTHER, "Piers Hallorane", "the hall was too dry for the cellos")
        assert list(embed_new(made)) == ["Gazette", "Ledger", "Stage"]
        yield made


def test_vectors_are_made_once_and_anew_where_a_reading_changed(archive: Archive) -> None:
    assert list(embed_new(archive)) == []
    put(archive, "Late", "Mayor Corvay said that all went well. So it was.", "Mayor Corvay", "all went well")
    assert list(embed_new(archive)) == ["Late"]
    assert find_like(archive, "everything went fine").hits[0].report.outlet == "Late"


def test_statements_like_one_are_found_in_other_words(archive: Archive) -> None:
    found = find_like(archive, "The flood barrier is to be restored before the cold season", most=2)
    assert {hit.report.outlet for hit in found.hits} == {"Gazette", "Ledger"}
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), key=lambda one: -(one or 0))
    assert all(hit.statement and hit.statement.kind == "claim" for hit in found.hits)


def test_what_a_query_asks_of_reports_counts(archive: Archive) -> None:
    found = find_like(archive, "the dyke will be rebuilt before winter", parse("outlet:ledger"))
    assert [hit.report.outlet for hit in found.hits] == ["Ledger"]
    assert find_like(archive, "the dyke will be rebuilt", parse("outlet:nobody")).unknown == ("outlet nobody",)


@pytest.mark.parametrize("text", ["", " … "])
def test_a_text_without_words_is_refused(archive: Archive, text: str) -> None:
    with pytest.raises(UsageError):
        find_like(archive, text)
    with pytest.raises(UsageError):
        find_holding(archive, text)


def test_a_paragraph_is_found_word_for_word_and_rewritten(archive: Archive) -> None:
    first, second = find_holding(archive, HARBOUR[: HARBOUR.index(" The water")])
    assert (first.report.outlet, first.share, first.verbatim_share) == ("Gazette", 1.0, 1.0)
    assert second.report.outlet == "Ledger"
    assert second.share > 0 == second.verbatim_share


def test_passages_stand_where_they_say(archive: Archive) -> None:
    paragraph = f"Nobody else reported anything like this sentence.\n{HARBOUR}"
    (gazette, *_) = find_holding(archive, paragraph)
    assert 0.8 < gazette.share < 1
    for passage in gazette.passages:
        assert passage.paragraph.of(paragraph) == passage.report.of(HARBOUR) == passage.text


def test_what_no_report_holds_is_found_nowhere(archive: Archive) -> None:
    assert find_holding(archive, "Two goats won the annual mountain race in Tarn by a whole minute.") == ()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! “Three?” Four", ["One.", "Two!", "“Three?", "Four"]),
        ("A title\n\nThe text", ["A title", "The text"]),
        ("  ", []),
    ],
)
def test_pasted_text_is_cut_at_marks_and_lines(text: str, sentences: list[str]) -> None:
    assert [span.of(text).strip() for span in split(text)] == sentences
