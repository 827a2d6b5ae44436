"""Atom feeds: what RFC 4287 asks for, whatever the texts hold; ids that stay."""

from datetime import datetime
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.archive.desk import Desk
from secondsource.stages.ingest.feeds import read_feed
from secondsource.surfaces.api.atom import to_atom
from tests.api.newsrooms import HOSTILE_TITLE

ATOM = "{http://www.w3.org/2005/Atom}"


def _parse(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314  our own


@pytest.mark.parametrize("path", ["/feeds/stories.atom", "/feeds/disputes.atom"])
def test_a_feed_has_what_atom_asks_for(api: TestClient, path: str) -> None:
    answer = api.get(path)
    assert answer.headers["content-type"] == "application/atom+xml"
    assert api.get(path, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    feed = _parse(answer.content)
    assert feed.tag == f"{ATOM}feed"
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        assert part.findtext(f"{ATOM}id", "").startswith("tag:secondsource,2026:")
        assert part.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(part.findtext(f"{ATOM}updated", "")).tzinfo
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "self": f"http://localhost{path}",
        "alternate": "http://localhost/",
    }
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) > 1


def test_entries_are_the_stories_and_disputes_of_the_desk(api: TestClient, newsroom: Archive) -> None:
    desk = Desk(newsroom)
    stories = _parse(api.get("/feeds/stories.atom").content).findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}updated") for one in stories] == [one.changed_at for one in desk.stories().items]
    shown = HOSTILE_TITLE.replace("\x0b", "").replace("\ufffe", "\ufffd")
    assert shown in [one.findtext(f"{ATOM}title") for one in stories]
    disputes = _parse(api.get("/feeds/disputes.atom").content).findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}id") for one in disputes] == [
        f"tag:secondsource,2026:dispute/{one.id}" for one in desk.disputes().items
    ]
    for entry in (*stories, *disputes):
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert api.get(link.get("href", "")).status_code == 200


def test_our_own_reader_of_feeds_takes_it(api: TestClient) -> None:
    assert list(read_feed("stories.atom", api.get("/feeds/stories.atom").content))


def test_an_entry_stays_when_its_story_changes(writer: TestClient, writable: Archive) -> None:
    def entries() -> dict[str | None, str | None]:
        feed = _parse(writer.get("/feeds/stories.atom").content)
        return {one.findtext(f"{ATOM}id"): one.findtext(f"{ATOM}title") for one in feed.findall(f"{ATOM}entry")}

    before = entries()
    Desk(writable).rename(Desk(writable).stories().items[0].id, "Renamed", by="Ines")
    assert entries().keys() == before.keys()
    assert "Renamed" in entries().values()


def test_a_feed_without_entries_is_one() -> None:
    feed = _parse(to_atom("feed/x", "Nothing", [], own_link="http://localhost/x", page_link="http://localhost/"))
    assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated", "")).tzinfo
