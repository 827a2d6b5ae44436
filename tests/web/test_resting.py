"""What a text rests on that somebody brings, beside the example."""

import pytest

from secondsource.archive.archives import Archive
from secondsource.archive.resting import rest
from secondsource.model.reports import Document, Rejection
from secondsource.model.resting import ASKED, Rest
from secondsource.model.resting_codec import rest_to_json
from secondsource.store.stories import count_stories
from tests.web.conftest import EXAMPLE

ORIGINAL = EXAMPLE / "06-coastline-daily.txt"
OWN = "The harbour master said that two barges would be moored behind the breakwater until Friday."
OTHER = (
    "The library of Tessaly will lend out seeds from Monday. Readers may take six packets home and bring new seeds back"
    " in the autumn. “People ask for beans above all,” said the librarian, Oda Marrick."
)


def ask(archive: Archive, text: str) -> Rest:
    result = rest(archive, Document("paste/1/pasted text", text.encode(), "text"))
    assert isinstance(result, Rest)
    return result


def size(archive: Archive) -> int:
    with archive.database.reading() as connection:
        return count_stories(connection)


@pytest.fixture(scope="module")
def copied(kept: Archive) -> Rest:
    """What a copy rests on that was trimmed and has a sentence of its own."""
    lines = ORIGINAL.read_text("utf-8").splitlines()
    half = "\n".join(lines[: len(lines) * 2 // 3])
    return ask(kept, f"{half}\n\n{OWN}\n")


def test_a_copy_falls_into_the_lineage_it_comes_from_and_adds_no_source(copied: Rest) -> None:
    assert copied.story is not None
    assert copied.lineage is not None
    assert ASKED in copied.lineage.reports
    assert not copied.adds_source
    assert copied.sources_after == copied.sources_before
    assert copied.derivations
    assert all(ASKED in (one.child, one.parent) for one in copied.derivations)


def test_its_statements_say_who_else_tells_them(copied: Rest) -> None:
    standing = {one.standing for one in copied.statements}
    assert {"agree", "kin"} <= standing
    own = [one.standing for one in copied.statements if one.kind == "claim" and one.text in OWN]
    assert own == ["single"]
    for one in copied.statements:
        assert (one.standing == "single") == (not one.told_by)
        assert ASKED not in one.told_by
        assert one.text == one.span.of(copied.report.text)


def test_the_reports_that_hold_it_are_named_with_how_much(copied: Rest) -> None:
    best = copied.holdings[0]
    assert best.report.outlet == "Coastline Daily"
    assert best.verbatim_share > 0.7


def test_a_text_of_something_else_joins_nothing(kept: Archive) -> None:
    alone = ask(kept, OTHER)
    assert alone.story is None
    assert (alone.sources_after, alone.adds_source, alone.compared) == (1, True, ())
    assert [(one.kind, one.standing) for one in alone.statements if one.speaker == "Oda Marrick"] == [
        ("quote", "single")
    ]


def test_a_report_that_the_archive_has_is_recognised_and_not_compared_with_itself(kept: Archive) -> None:
    known = ask(kept, ORIGINAL.read_text("utf-8"))
    assert known.known is not None
    assert known.known not in {one.id for one in known.compared}
    assert known.sources_after == known.sources_before


def test_too_many_reports_are_not_compared_and_that_is_told(
    kept: Archive, monkeypatch: pytest.MonkeyPatch, copied: Rest
) -> None:
    from dataclasses import replace

    few = replace(kept.settings, serve=replace(kept.settings.serve, most_compared=2))
    monkeypatch.setattr(kept, "settings", few)
    told = ask(kept, copied.report.text)
    assert (len(told.compared), told.not_compared) == (2, len(copied.compared) - 2)
    assert told.sources_before == copied.sources_before
    assert told.compared[0].outlet == "Coastline Daily"


def test_nothing_is_stored(kept: Archive) -> None:
    before = size(kept), kept.log.path.read_bytes()
    ask(kept, OTHER + OWN)
    assert (size(kept), kept.log.path.read_bytes()) == before


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02" * 500, b"<html><body><script>alert(1)</script></body></html>"]
)
def test_what_cannot_be_read_has_a_reason(kept: Archive, content: bytes) -> None:
    refused = rest(kept, Document("upload/1/x", content, "html" if content.startswith(b"<") else "text"))
    assert isinstance(refused, Rejection)
    assert refused.reason


def test_it_is_written_as_json_with_every_key(copied: Rest) -> None:
    told = rest_to_json(copied)
    assert told["report"]["id"] == ASKED
    assert told["story"] is not None
    assert told["lineage"] is not None
    assert {one["standing"] for one in told["statements"]} <= {"agree", "differ", "denied", "kin", "single"}
