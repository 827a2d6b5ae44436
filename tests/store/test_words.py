from pathlib import Path

from secondsource.model.queries import Term, Words
from secondsource.store import checks, words
from secondsource.store.sentences import SHARE
from secondsource.store.words import to_fts5
from tests.archive.shelves import FIRE, VOTE, open_shelf, put


def test_the_view_of_sentences_counts_as_the_numbers_of_sentences_do() -> None:
    assert f"s.number / {SHARE}" in words.CREATE[1]


def test_every_term_is_quoted() -> None:
    asked = Words(((Term('a" OR "b'), Term("c", is_prefix=True)), (Term("d"),)), (Term("e) NOT f"),))
    assert to_fts5(asked) == '(("a"" OR ""b" OR "c"*) AND ("d")) NOT "e) NOT f"'


def test_the_indexes_hold_what_the_reports_hold(tmp_path: Path) -> None:
    with open_shelf(tmp_path) as archive:
        for name, text in (("one", FIRE[0]), ("two", FIRE[1]), ("one", VOTE[0])):
            put(archive, name, text)
        with archive.database.writing() as connection:
            assert checks.agrees_with_words(connection)
            words.remove(connection, 1)
            assert not checks.agrees_with_words(connection)
            words.enter(connection, 1)
            assert checks.agrees_with_words(connection)
            words.remove(connection, 2)
            words.rebuild(connection)
            assert checks.agrees_with_words(connection)
