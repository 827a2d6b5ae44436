"""ZIP and gzip: what is in them, and what is wrong with them."""

import gzip
import json
import struct
import zipfile
from pathlib import Path

import pytest

from secondsource.model.reports import Document
from tests.ingest.builders import (
    WORDS,
    gzip_bomb,
    page,
    zipped,
)
from tests.ingest.containers import documents, give, places, rejections


def test_a_zip_gives_its_files_in_its_order_and_names_the_others(tmp_path: Path) -> None:
    inner = zipped({"deep.txt": WORDS.encode()})
    lines = json.dumps({"id": "x", "text": WORDS}).encode()
    files = {
        "b/page.html": page(),
        "a.txt": WORDS.encode(),
        "in.zip": inner,
        "r.jsonl": lines,
        "photo.jpg": b"\xff\xd8",
        "__MACOSX/._a.txt": b"x",
        ".hidden.txt": b"x",
        "../../up.txt": WORDS.encode(),
    }
    items = give(tmp_path / "got.zip", zipped(files))
    assert places(items, tmp_path) == [
        "got.zip!b/page.html",
        "got.zip!a.txt",
        "got.zip!in.zip!deep.txt",
        "got.zip!r.jsonl line 1",
        "got.zip!photo.jpg",
        "got.zip!../../up.txt",
    ]
    assert rejections(items) == [("got.zip!photo.jpg", "not a kind of file that is read")]
    assert documents(items)[0].content == page()


def test_parts_of_a_saved_page_in_a_zip_are_named_together(tmp_path: Path) -> None:
    files = {"d/p.html": page(), "d/p_files/a.html": b"x", "d/p_files/sub/b.txt": b"y"}
    items = give(tmp_path / "a.zip", zipped(files))
    assert places(items, tmp_path) == ["a.zip!d/p.html", "a.zip!d/p_files/sub", "a.zip!d/p_files"] or places(
        items, tmp_path
    ) == ["a.zip!d/p.html", "a.zip!d/p_files"]
    assert {reason for _, reason in rejections(items)} == {"belongs to a saved page"}


def nest(levels: int) -> bytes:
    content = zipped({"a.txt": WORDS.encode()})
    for _ in range(levels):
        content = zipped({"in.zip": content})
    return content


def test_nesting_ends_somewhere(tmp_path: Path) -> None:
    assert len(documents(give(tmp_path / "ok.zip", nest(2)))) == 1
    assert rejections(give(tmp_path / "deep.zip", nest(6))) == [
        ("deep.zip!in.zip!in.zip!in.zip!in.zip", "nested too deeply")
    ]


def locked() -> bytes:
    content = bytearray(zipped({"a.txt": WORDS.encode()}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flags = content.find(sign) + at
        content[flags] |= 1
    return bytes(content)


def lying_about_size() -> bytes:
    content = bytearray(zipped({"a.txt": b"\0" * 700_000}))
    at = content.find(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 10)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "place", "reason"),
    [
        (zipped({}), "a.zip", "empty"),
        (zipped({"a.txt": WORDS.encode()})[:60], "a.zip", "damaged"),
        (b"PK\x03\x04" + b"\0" * 200, "a.zip", "damaged"),
        (locked(), "a.zip!a.txt", "locked with a password"),
        (zipped({"a.txt": b"\0" * 900_000}), "a.zip!a.txt", "unpacks to too much"),
        (lying_about_size(), "a.zip!a.txt", "damaged"),
        (zipped({"a.txt": b"ab" * 2**20}, zipfile.ZIP_STORED), "a.zip!a.txt", "too large"),
        (zipped({f"{n}.txt": b"x" for n in range(25)}), "a.zip", "unpacks to too much"),
        (zipped({"a.txt.gz": gzip_bomb(8)}), "a.zip!a.txt.gz", "unpacks to too much"),
        (zipped({"a.txt.gz": gzip.compress(WORDS.encode())[:-20]}), "a.zip!a.txt.gz", "cut off"),
    ],
    ids=["empty", "cut", "junk", "locked", "bomb", "lies", "large", "many", "bomb in gzip", "cut gzip"],
)
def test_a_bad_zip_says_what_is_wrong(tmp_path: Path, content: bytes, place: str, reason: str) -> None:
    items = give(tmp_path / "a.zip", content)
    assert rejections(items) == [(place, reason)]
    assert not documents(items)


def test_all_members_together_may_not_unpack_to_too_much(tmp_path: Path) -> None:
    noise = bytes(range(256)) * 3_500
    items = give(tmp_path / "a.zip", zipped({f"{n}.txt": noise for n in range(8)}, zipfile.ZIP_STORED))
    assert len(documents(items)) == 4
    assert rejections(items)[-1] == ("a.zip", "unpacks to too much")


def test_a_bad_member_costs_only_itself(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": WORDS.encode(), "b.txt": WORDS.encode()}))
    content[40] ^= 0xFF
    items = give(tmp_path / "a.zip", bytes(content))
    assert rejections(items) == [("a.zip!a.txt", "damaged")]
    assert places(list(documents(items)), tmp_path) == ["a.zip!b.txt"]


@pytest.mark.parametrize("name", ["a.txt.gz", "page.html"])
def test_a_packed_file_is_unpacked_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    [item] = give(tmp_path / name, gzip.compress(page()))
    assert isinstance(item, Document)
    assert item.content == page()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(page())[:-30], "cut off"),
        (b"\x1f\x8b\x08\0" + b"junk" * 50, "damaged"),
        (gzip_bomb(30), "unpacks to too much"),
        (gzip_bomb(30)[:9_000], "unpacks to too much"),
    ],
    ids=["cut", "junk", "bomb", "cut bomb"],
)
def test_a_bad_gzip_says_what_is_wrong(tmp_path: Path, content: bytes, reason: str) -> None:
    assert rejections(give(tmp_path / "a.html.gz", content)) == [("a.html.gz", reason)]
