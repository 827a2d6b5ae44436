import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.tellings import Telling, find_tellings
from secondsource.text.weights import has_tagger

pytestmark = pytest.mark.skipif(not has_tagger(), reason="the tagger's weights are not installed")

TOLD = [
    ("Jan Petrel said the pier was lost.", "Jan Petrel", "said", "the pier was lost"),
    ("The pier was lost, the mayor said.", "the mayor", "said", "The pier was lost"),
    ("According to the coastguard, two men were missing.", "the coastguard", "According to", "two men were missing"),
    ("The union believes that the owner hid the rot.", "The union", "believes", "that the owner hid the rot"),
    ("“We will rebuild the pier,” Ms. Petrel told reporters.", "Ms. Petrel", "told", "We will rebuild the pier"),
]
TEXT = " ".join(row[0] for row in TOLD)


def words(text: str, telling: Telling) -> tuple[str, str, str]:
    source, content = (" ".join(text[start:end] for start, end in part) for part in (telling.source, telling.content))
    return source, text[slice(*telling.cue)], content


@pytest.mark.parametrize(("text", "source", "cue", "content"), TOLD)
def test_source_cue_and_content_are_found(text: str, source: str, cue: str, content: str) -> None:
    (telling,) = find_tellings(text, 0.3)
    found = words(text, telling)
    assert (source in found[0], cue in found[1], content in found[2]) == (True, True, True)


@pytest.mark.parametrize("text", ["The pier was lost in the storm.", "", "12 : 3\n\n4 : 5", "“ ” ‘ ’ “ ”"])
def test_where_nobody_speaks_nothing_is_told(text: str) -> None:
    assert find_tellings(text, 0.5) == ()


PIECES = [
    "“",
    "”",
    "said Kol",
    ", ",
    ".",
    "\n",
    "She said ",
    "the pier was lost",
    " According to ",
    "é",
    "🙂",
    "‏",
    "says",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_spans_lie_inside_the_text_in_order(text: str) -> None:
    for telling in find_tellings(text, 0.0):
        for part in ((telling.cue,), telling.source, telling.content):
            places = [place for stretch in part for place in stretch]
            assert places == sorted(places)
            assert all(0 <= place <= len(text) for place in places)
            assert all(text[start:end].strip() for start, end in part)


def test_a_text_read_again_tells_the_same() -> None:
    assert find_tellings(TEXT, 0.1) == find_tellings(TEXT, 0.1)


def test_what_comes_after_changes_nothing() -> None:
    long = TEXT + "\n" + " ".join(f"The ferry of pier {number} sailed at noon." for number in range(200))
    assert find_tellings(long, 0.1)[: len(TOLD)] == find_tellings(TEXT, 0.1)
