import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.settings import Extract
from secondsource.stages.extract.attributions import find_attributions
from secondsource.text.lexicon import load_lexicon
from tests.extract.told import read

PIECES = [
    *("said", "Jan Petrel", "she", "that", "the pier", "was lost", "according to", "NORA", "denied", "accused", "of"),
    *(
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "«",
        "»",
        ",",
        ".",
        ":",
        "\n\n",
        "\n",
        "who",
        "called",
        "as",
        "reportedly",
        "—",
        "(",
    ),
    *(
        "in her view",
        "61-year-old",
        "“We stay,”",
        "“We stay.",
        "claim",
        "😀",
        "\u200f",
        "PIER",
        "quoted",
        "saying",
        ")",
    ),
    *("the mayor", "I", "by", "and", "Mr", "the elder", "promised to", "it", "company"),
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_every_span_lies_in_the_text_and_holds_words(text: str) -> None:
    for one in find_attributions(read(text), Extract()):
        assert one.content
        spans = [*one.source, *one.cue, *one.content, *(via.span for via in one.via)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        for part in (one.source, one.cue, one.content):
            assert list(part) == sorted(part)
            assert not any(a.overlaps(b) for a, b in pairwise(part))
        assert one.speaker is None or one.speaker.strip()


@pytest.mark.parametrize(
    "text",
    [
        "“a” said b, " * 2_500,
        "said " * 4_000,
        "She said that " * 1_500,
        "“ " * 10_000,
        "“We stay,” he said. “We go. " * 1_000,
        "according to " * 3_000,
        ", who said " * 2_000,
    ],
    ids=["quotes", "verbs", "nested", "marks", "unclosed", "phrases", "relatives"],
)
def test_hostile_texts_cost_little_beyond_the_parse(text: str) -> None:
    reading = read(text)
    start = time.process_time()
    find_attributions(reading, Extract(tagger_least=None))
    ruled = time.process_time()
    find_attributions(reading, Extract())
    assert (ruled - start < 6, time.process_time() - ruled < 20) == (True, True)


def test_the_same_text_gives_the_same_attributions() -> None:
    reading = read("Jan Petrel said the pier was lost. “It was rotten,” he said, according to NORA.")
    assert find_attributions(reading, Extract()) == find_attributions(reading, Extract())


@pytest.mark.parametrize("table", ["verbs", "nouns", "views", "hedges"])
def test_every_group_of_words_has_an_example_that_uses_one_of_them(table: str) -> None:
    for group in load_lexicon("speech")[table]:
        assert group["words"], group
        lemmas = {token.lemma.lower() for token in read(group["example"]).tokens}
        words = {word.span.of(group["example"]).lower() for word in read(group["example"]).tokens}
        firsts = {word.split()[0] for word in group["words"]}
        assert firsts & (lemmas | words), f"{group['force']}: {group['example']}"
