from pathlib import Path

import pytest

from secondsource.settings import Extract
from secondsource.stages.extract import tagged
from secondsource.stages.extract.attributions import find_attributions
from secondsource.text.tellings import Telling
from secondsource.text.weights import has_tagger
from tests.extract.told import read

TEXT = "Jan Petrel is adamant that the pier was lost. “It was old,” said the mayor. The union denied the report."


def stretch(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def told(cue: str, source: str, content: str, likelihood: float = 0.9) -> Telling:
    return Telling(stretch(cue), (stretch(source),) if source else (), (stretch(content),), likelihood)


def tell(monkeypatch: pytest.MonkeyPatch, *seen: Telling) -> list[tuple[str, str, str, str]]:
    """Source, cue, content and force of what is found when the tagger sees `seen`."""
    monkeypatch.setattr(tagged, "has_tagger", lambda: True)
    monkeypatch.setattr(tagged, "_look", lambda text, least: seen)
    return [
        (*(" … ".join(span.of(TEXT) for span in part) for part in (one.source, one.cue, one.content)), one.force)
        for one in find_attributions(read(TEXT), Extract())
    ]


RULED = [
    ("the mayor", "said", "“It was old,”", "states"),
    ("The union", "denied", "the report", "denies"),
]


def test_what_only_the_tagger_sees_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    new = told("is adamant", "Jan Petrel", "that the pier was lost")
    assert tell(monkeypatch, new) == [("Jan Petrel", "is adamant", "that the pier was lost", "holds"), *RULED]


def test_what_both_see_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = tell(monkeypatch, told("said", "the mayor", "It was old,"), told("denied", "The union", "the report"))
    assert found == RULED


def test_without_weights_the_rules_alone_still_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rules = find_attributions(read(TEXT), Extract(tagger_least=None))
    monkeypatch.setattr("secondsource.text.weights.TAGGER", tmp_path)
    has_tagger.cache_clear()
    try:
        assert find_attributions(read(TEXT), Extract()) == rules
        assert [one.force for one in rules] == ["states", "denies"]
    finally:
        has_tagger.cache_clear()
