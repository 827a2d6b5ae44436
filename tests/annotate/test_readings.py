"""The door: sentences and words of any text, in bounded time, and never outside it."""

import itertools
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.model.reports import Block, Report
from secondsource.model.spans import Span
from secondsource.settings import Annotate
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.annotate.stretches import find_stretches
from tests.annotate.reports import blocks_of, read, report_of


def sentences_of(text: str, blocks: tuple[Block, ...] = ()) -> list[str]:
    reading = annotate(report_of(text, blocks=blocks))
    return [sentence.of(text) for sentence in reading.sentences]


def test_headings_and_captions_are_sentences_of_their_own():
    text = "Pier opens to the public\nIda Roe opened it on Monday.\nIda Roe waves\nShe left early."
    assert sentences_of(text, blocks_of(text, "title", "paragraph", "caption", "paragraph")) == text.split("\n")


def test_a_language_the_model_does_not_know_keeps_its_paragraphs_and_nothing_else() -> None:
    text = "Die Fähre lief am Montag auf Grund.\n\nVerletzt wurde niemand."
    reading = annotate(Report(id="r", place="p", text=text, language="de"))
    assert [sentence.of(text) for sentence in reading.sentences] == text.split("\n\n")
    assert (reading.tokens, reading.names, reading.times, reading.anchored_on) == ((), (), (), None)


def test_without_blocks_lines_that_end_a_sentence_or_look_like_headings_part():
    wrapped = "The crowd stayed for an hour and more because nobody on the pier had told\nthem to go."
    text = f"A new pier\nIda Roe opened it.\nShe left\n\n{wrapped}"
    assert sentences_of(text)[:3] == ["A new pier", "Ida Roe opened it.", "She left"]
    assert sentences_of(text)[3:] == [text.rpartition("\n\n")[2]]


def test_a_sentence_has_an_end():
    text = "The party won 35 seats, Harvest 30, the Workers’ List seven and Old Town four. Nobody won."
    assert sentences_of(text) == [text.removesuffix(" Nobody won."), "Nobody won."]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The ferry sank shortly before 6 a.m. Twenty-three people were hurt.", 2),
        ("He left at 5 p.m. The others stayed.", 2),
        ("They met at 9 a.m. Tuesday in Lorsby.", 1),
        ("It began at 9 a.m. Eastern time.", 1),
    ],
)
def test_an_hour_may_end_a_sentence(text: str, sentences: int) -> None:
    assert len(sentences_of(text)) == sentences


def test_words_outside_every_block_are_read():
    text = "First words. Second words."
    assert sentences_of(text, (Block("paragraph", Span(0, 12)),)) == ["First words.", "Second words."]


def test_words_keep_their_place_lemma_and_head():
    reading = read("Ida Roe opened two piers.")
    words = [token.span.of(reading.report.text) for token in reading.tokens]
    assert words == ["Ida", "Roe", "opened", "two", "piers", "."]
    opened = words.index("opened")
    assert reading.tokens[words.index("piers")].lemma == "pier"
    assert reading.tokens[words.index("piers")].head == opened
    assert reading.tokens[opened].head == opened


def test_the_same_report_gives_the_same_reading():
    text = "Ida Roe opened two piers in Oslo on Monday."
    assert read(text) == read(text)


HOSTILE = [
    "(" * 2_000_000,
    "x" * 2_000_000,
    "1,000" * 20_000,
    "“a" * 5_000,
    "http://a." * 2_000,
    "\u202e\u200f\u0000\ufeff" * 5_000,
    "Monday " * 3_000,
    "KIM KIM KIM " * 2_000,
    "\n" * 100_000 + "end",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_answered_in_bounded_time(text):
    started = time.process_time()
    reading = annotate(report_of(text))
    assert time.process_time() - started < 60
    assert all(span.end <= len(text) for span in reading.sentences)


def test_a_text_without_letters_is_one_sentence_a_stretch_and_no_words():
    reading = annotate(report_of("(" * 12_000))
    assert reading.tokens == ()
    assert sum(len(sentence) for sentence in reading.sentences) == 12_000


@given(
    st.text(max_size=400),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=6),
    st.integers(1, 50),
)
def test_stretches_cover_the_text_once(text, pairs, longest):
    spans = [Span(min(pair), min(max(pair), len(text))) for pair in pairs if min(pair) <= len(text)]
    report = Report(id="r", place="test", text=text, blocks=tuple(Block("paragraph", span) for span in spans))
    stretches = find_stretches(report, Annotate(longest_stretch=longest))
    assert all(0 < len(stretch) <= longest for stretch in stretches)
    assert all(before.end <= after.start for before, after in itertools.pairwise(stretches))
    covered = "".join(stretch.of(text) for stretch in stretches)
    assert "".join(covered.split()) == "".join(text.split())


WORDS = [
    "Ida Roe",
    " ",
    "on Monday",
    ". ",
    "said",
    "\n",
    "’s",
    "/",
    "Kim",
    "the ",
    "U.S.",
    "(",
    "24 years",
    "\u00a0",
    "…",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=25))
def test_every_span_lies_inside_and_in_order(pieces):
    text = "".join(pieces)
    reading = annotate(report_of(text, published_at="2031-05-14"))
    for spans in (
        list(reading.sentences),
        [token.span for token in reading.tokens],
        [name.span for name in reading.names],
        [moment.span for moment in reading.times],
    ):
        assert all(span.start < span.end <= len(text) for span in spans)
        assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    assert all(0 <= token.head < len(reading.tokens) for token in reading.tokens)
