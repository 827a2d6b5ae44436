"""Memory of parses: paragraphs seen before are not parsed again, and come out the same."""

import pytest

from secondsource.settings import Annotate
from secondsource.stages.annotate import parser
from secondsource.stages.annotate.memory import Memory, Parsed, Word
from secondsource.stages.annotate.readings import annotate
from tests.annotate.reports import report_of

WORDS = (Word(0, 3, 1, "the", "DET", "DT", "det"), Word(4, 8, 1, "pier", "NOUN", "NN", "ROOT"))


@pytest.fixture
def shown(monkeypatch):
    """What the model is shown, with nothing remembered from before."""
    texts: list[str] = []
    run = parser._run_model
    monkeypatch.setattr(parser, "_memory", Memory())
    monkeypatch.setattr(parser, "_run_model", lambda unknown: (texts.extend(unknown), run(unknown))[1])
    return texts


def test_a_packed_parse_comes_back_as_it_was():
    parsed = Parsed.of([(0, 8)], [(4, 8, "FAC")], WORDS)
    assert tuple(parsed.words()) == WORDS
    assert (parsed.sentences, parsed.entities) == (((0, 8),), ((4, 8, "FAC"),))


def test_syndicated_paragraphs_are_parsed_once(shown):
    agency = "Ida Roe opened the pier on Monday."
    annotate(report_of(f"{agency}\n\nShe wore a red hat."))
    annotate(report_of(f"A crowd came.\n\n{agency}\n\n{agency}"))
    assert shown == [agency, "She wore a red hat.", "A crowd came."]


def test_what_is_remembered_reads_the_same(shown):
    report = report_of("Ida Roe (Skarrow) said “the pier is open”.\n\nIda Roe waved; the pier closed on May 3.")
    fresh = annotate(report, Annotate(remembered_characters=0))
    assert annotate(report) == fresh
    assert annotate(report) == fresh
    assert len(shown) == 4


def test_memory_is_bounded_and_forgets_what_was_longest_unused():
    memory = Memory()
    parsed = Parsed.of([(0, 8)], [], WORDS)
    for text in ("one " * 10, "two " * 10):
        memory.keep(text, parsed, 100)
    assert memory.recall("one " * 10)
    memory.keep("six " * 10, parsed, 100)
    assert memory.recall("one " * 10)
    assert memory.recall("two " * 10) is None
    memory.keep("x" * 200, parsed, 100)
    assert memory.recall("x" * 200) is None
    assert memory.recall("six " * 10) is None


def test_nothing_is_remembered_where_nothing_may_be(shown):
    report = report_of("Ida Roe waved.")
    for _ in range(2):
        annotate(report, Annotate(remembered_characters=0))
    assert shown == ["Ida Roe waved."] * 2
