"""What an archive keeps: every document once, every version, and what could not be read."""

from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive.adding import add, add_documents, store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.engines.local import Local
from secondsource.model.reports import Addition, Document, Rejection
from secondsource.store import documents, reports, stories
from tests.archive.arrivals import EVENTS, arrive, arrive_many, faults

TEXT = EVENTS[0][1]


def became(archive: Archive, *arrivals: Arrival) -> list[str]:
    return [one.became if isinstance(one, Addition) else one.reason for one in store(archive, arrivals)]


def test_reports_of_one_event_are_one_story(archive: Archive) -> None:
    stored = [one for one in store(archive, arrive_many(12)) if isinstance(one, Addition)]
    by_event = [{one.story for one in stored[event::4]} for event in range(4)]
    assert [len(found) for found in by_event] == [1, 1, 1, 1]
    assert len(set[str | None]().union(*by_event)) == 4
    assert faults(archive) == []


def test_what_was_stored_comes_back_as_it_was(archive: Archive) -> None:
    arrival = arrive("/news/one.txt", TEXT, title="A bridge", outlet="The Orle")
    store(archive, [arrival])
    with archive.database.reading() as connection:
        kept = next(iter(documents.load_documents(connection, 0, 1)))[1]
        assert kept.report is not None
        stored = reports.load_report(connection, kept.report)
    assert kept.with_bytes(archive.contents.load(kept.content)) == arrival.document
    assert (stored.reading, stored.statements) == (arrival.outcome.reading, arrival.outcome.statements)  # type: ignore[union-attr]


def test_the_same_document_again_is_known(archive: Archive) -> None:
    arrival = arrive("/news/one.txt", TEXT)
    moved = replace(arrival, document=replace(arrival.document, place="/moved/one.txt"))
    copied = replace(arrival, document=replace(arrival.document, place="/news/two.txt"))
    assert became(archive, arrival, arrival, moved, copied) == ["added", "known", "known", "added"]
    assert faults(archive) == []


def test_two_reports_that_bring_the_same_id_keep_apart(archive: Archive) -> None:
    one, two = arrive("/a/1.txt", TEXT), arrive("/b/2.txt", TEXT)
    stored = store(archive, [one, two])
    assert [found.report for found in stored if isinstance(found, Addition)] == [
        one.outcome.reading.report.id, f"{one.outcome.reading.report.id}-2",  # type: ignore[union-attr]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        pytest.param({"url": "https://orle.example/bridge"}, {"url": "https://orle.example/bridge?utm_source=x"},
                     "new version", id="the same address but for how the reader came"),
        pytest.param({"url": "https://orle.example/"}, {"url": "https://orle.example/"}, "added", id="a front page"),
        pytest.param({"url": "https://orle.example/a", "outlet": "The Orle"},
                     {"url": "https://orle.example/a", "outlet": "Halse News"}, "added", id="another outlet's copy"),
        pytest.param({"url": "https://orle.example/a?id=1"}, {"url": "https://orle.example/a?id=2"}, "added",
                     id="addresses that differ in what they ask for"),
        pytest.param({}, {}, "added", id="files of different names"),
    ],
)  # fmt: skip
def test_versions_are_of_one_address_and_outlet(
    archive: Archive, first: dict[str, str], second: dict[str, str], wanted: str
) -> None:
    found = became(
        archive, arrive("/a/1.html", TEXT, **first), arrive("/a/2.html", f"{TEXT} Nobody was hurt.", **second)
    )
    assert found == ["added", wanted]


def test_a_story_holds_only_the_latest_version(archive: Archive) -> None:
    one, two, three = (
        arrive("/a/1.txt", f"{TEXT} {words}", seen_at=f"2031-03-0{day}T10:00:00+00:00")
        for day, words in ((5, "Nobody was hurt."), (6, "Two people were hurt."), (4, "It is not known who was hurt."))
    )
    assert became(archive, one, two, three) == ["added", "new version", "earlier version"]
    with archive.database.reading() as connection:
        current = two.outcome.reading.report.id  # type: ignore[union-attr]
        story = stories.stories_of(connection, [current])[current]
        assert stories.members_of(connection, story) == [current]
        assert [version.seen_at[:10] for version in reports.find_versions(connection, "/a/1.txt")] == [
            "2031-03-04", "2031-03-05", "2031-03-06",
        ]  # fmt: skip
        assert reports.find_current(connection, [one.outcome.reading.report.id]) == {  # type: ignore[union-attr]
            one.outcome.reading.report.id: current  # type: ignore[union-attr]
        }
    assert faults(archive) == []


def test_a_story_keeps_its_id_when_its_only_report_is_edited(archive: Archive) -> None:
    before = store(archive, [arrive("/a/1.txt", TEXT)])[0]
    after = store(archive, [arrive("/a/1.txt", f"{TEXT} Nobody was hurt.")])[0]
    assert isinstance(before, Addition)
    assert isinstance(after, Addition)
    assert before.story == after.story is not None


def test_other_bytes_with_the_same_words_are_kept_and_are_no_version(archive: Archive) -> None:
    one = arrive("/a/1.html", TEXT, url="https://orle.example/bridge")
    other = replace(one, document=replace(one.document, content=b"<p>" + one.document.content))
    assert became(archive, one, other) == ["added", "unchanged"]
    assert len(list(archive.contents.names())) == 2
    assert faults(archive) == []


def test_what_cannot_be_read_is_kept_with_the_reason(archive: Archive) -> None:
    document = Document("/news/broken.pdf", b"%PDF-", "pdf")
    refused = Rejection("/news/broken.pdf", "the PDF is damaged")
    elsewhere = Rejection("/news/huge.html", "the file is too large")
    assert store(archive, [Arrival(document, refused), elsewhere]) == [refused, elsewhere]
    assert became(archive, Arrival(document, refused)) == ["known"]
    with archive.database.reading() as connection:
        assert [one for _, one in documents.load_rejections(connection)] == [refused, elsewhere]
    assert faults(archive) == []


def test_paths_are_read_and_remembered_from_the_root(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for number in range(3):
        (tmp_path / "reports" / f"{number}.txt").write_text(f"{TEXT}\n\nNobody was hurt, said Mayor Ada Vance.\n")
    (tmp_path / "reports" / "empty.txt").write_text("")
    first = list(add(archive, ["reports"]))
    assert [one.became if isinstance(one, Addition) else "rejected" for one in first] == [*["added"] * 3, "rejected"]
    assert first[0].place == str(tmp_path / "reports" / "0.txt")
    again = list(add(archive, ["reports/../reports"]))
    assert [(one.became, bool(one.report)) for one in again if isinstance(one, Addition)] == [
        *[("known", True)] * 3, ("known", False),
    ]  # fmt: skip
    assert faults(archive) == []


def test_a_place_that_utf_8_cannot_hold_is_stored_with_its_bytes_written_out(archive: Archive) -> None:
    found = [Document("caf\udce9.txt", b"", "text"), Rejection("caf\udce9.zip", "not a report")]
    kept = list(add_documents(archive, found, Local(workers=0)))
    assert [one.place for one in kept] == ["caf\\udce9.txt", "caf\\udce9.zip"]
    assert faults(archive) == []
