"""Ingesting: files, folders, standard input and JSON Lines come out as documents, everything else as rejections."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from secondsource.errors import UsageError
from secondsource.model.reports import Document, Given, Rejection
from secondsource.settings import Ingest
from secondsource.stages.ingest.documents import ingest
from secondsource.stages.ingest.kinds import sniff_kind
from secondsource.stages.ingest.lines import read_lines

TEXT = "The ferry left the harbour at noon."


def give(*paths: Path, as_text: bool = False) -> list[Document | Rejection]:
    return list(ingest([str(path) for path in paths], as_text=as_text))


def only(*paths: Path, as_text: bool = False) -> Document | Rejection:
    [item] = give(*paths, as_text=as_text)
    return item


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.xhtml", "html"),
        ("a.txt", "text"),
        ("a.md", "text"),
        ("a.markdown", "text"),
    ],
)
def test_extension_tells_the_form(tmp_path: Path, name: str, form: str) -> None:
    path = tmp_path / name
    path.write_text(f"<p>{TEXT}")
    assert only(path) == Document(str(path), f"<p>{TEXT}".encode(), form)  # type: ignore[arg-type]


def test_as_text_marks_texts_as_clean_and_leaves_pages_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(f"<p>{TEXT}")
    forms = [item.form for item in give(tmp_path, as_text=True) if isinstance(item, Document)]
    assert forms == ["clean", "html"]


def test_folder_is_read_in_order_with_what_lies_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "c/a.html", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    found = [Path(item.place).relative_to(tmp_path).as_posix() for item in give(tmp_path)]
    assert found == ["a.txt", "b.txt", "c/a.html", "c/d.txt"]


def test_what_is_not_read_in_a_folder_is_rejected_by_name(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    item = only(tmp_path)
    assert isinstance(item, Rejection)
    assert item.place.endswith("photo.jpg")
    assert item.reason == "not a kind of file that is read"
    assert ".html" in item.detail


def test_parts_of_a_saved_page_are_rejected_together(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<p>{TEXT}")
    (tmp_path / "page_files").mkdir()
    for name in ("a.js", "b.css", "c.png"):
        (tmp_path / "page_files" / name).write_text("x")
    page, parts = give(tmp_path)
    assert isinstance(page, Document)
    assert isinstance(parts, Rejection)
    assert parts.reason == "belongs to a saved page"
    assert parts.detail.startswith("3 files")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf  <html lang=en>", "html"),
        (b"<!-- saved from url --><html>", "html"),
        (b'{"text": "x"}\n{"text": "y"}', "lines"),
        (b"{no json here", "text"),
        (b"Plain words < and > more", "text"),
        (b"", "text"),
    ],
)
def test_kind_of_unnamed_content_is_sniffed(content: bytes, kind: str) -> None:
    assert sniff_kind(content) == kind


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.txt", b"\n<!DOCTYPE html>\n<html><body><p>Words.</p></body></html>", "html"),
        ("a.pdf", b"<html><body><p>Words.</p></body></html>", "html"),
        ("a.html", b"Ferry runs aground\n\nThe ferry left the harbour.", "text"),
        ("a.txt", b"<p> is the tag that opens a paragraph.", "text"),
        ("a.html", b"a < b", "html"),
    ],
)
def test_content_that_belies_its_name_is_read_as_what_it_is(
    tmp_path: Path, name: str, content: bytes, form: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (item,) = ingest([str(tmp_path / name)])
    assert isinstance(item, Document)
    assert item.form == form


def test_a_file_given_by_name_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "saved"
    path.write_text(f"<html><p>{TEXT}")
    item = only(path)
    assert isinstance(item, Document)
    assert item.form == "html"


def test_json_lines_keep_what_is_known_and_number_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    known = {
        "id": "r1",
        "url": "https://a.example/x",
        "outlet": "The Tern",
        "title": "Ferry",
        "published_at": "2031-06-03",
    }
    lines = [
        json.dumps({**known, "authors": ["Ann Ode"], "text": TEXT}),
        "",
        json.dumps({"html": "<p>x", "authors": "Bo Deng"}),
    ]
    path.write_text("\n".join(lines))
    first, second = give(path)
    assert first == Document(f"{path} line 1", TEXT.encode(), "text", Given(**known, authors=("Ann Ode",)))
    assert second == Document(f"{path} line 3", b"<p>x", "html", Given(authors=("Bo Deng",)))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "broken JSON line"),
        ('["a", "list"]', "not a report"),
        ('{"title": "no words"}', "not a report"),
        ('{"text": 7}', "not a report"),
        ("[" * 100_000, "broken JSON line"),
    ],
)
def test_a_bad_line_is_rejected_with_its_number_and_stops_nothing(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(f'{line}\n{{"text": "{TEXT}"}}\n')
    bad, good = give(path)
    assert isinstance(bad, Rejection)
    assert (bad.place, bad.reason) == (f"{path} line 1", reason)
    assert isinstance(good, Document)


def test_line_that_is_not_utf8_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b'{"text": "caf\xe9"}\n')
    item = only(path)
    assert isinstance(item, Rejection)
    assert item.detail == "not in UTF-8"


def test_half_a_surrogate_pair_keeps_the_length_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text('{"text": "a\\ud800b", "title": "t\\udfff", "authors": ["c\\ud800"]}')
    item = only(path)
    assert isinstance(item, Document)
    assert len(item.content.decode()) == 3
    assert (item.given.title, item.given.authors) == ("t?", ("c?",))


def test_json_file_of_one_report_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT}))
    (tmp_path / "b.json").write_text(json.dumps([{"text": TEXT}, 7]))
    one, first, second = give(tmp_path)
    assert isinstance(one, Document)
    assert isinstance(first, Document)
    assert first.place.endswith("b.json item 1")
    assert isinstance(second, Rejection)


def test_empty_json_lines_are_rejected(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    path.write_text("\n\n")
    item = only(path)
    assert isinstance(item, Rejection)
    assert item.reason == "empty"


def test_standard_input_is_sniffed_and_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f'{{"id": "x", "text": "{TEXT}"}}'.encode())))
    first, again = ingest(["-", "-"])
    assert isinstance(first, Document)
    assert first.place == "standard input line 1"
    assert first.given.id == "x"
    assert isinstance(again, Rejection)
    assert again.reason == "given twice"


def test_a_file_given_twice_is_read_once_and_the_second_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    first, second = give(tmp_path, path)
    assert isinstance(first, Document)
    assert isinstance(second, Rejection)
    assert second.reason == "given twice"


def test_no_input_says_what_to_give() -> None:
    with pytest.raises(UsageError, match="give files or folders"):
        ingest([])


def test_missing_path_is_named_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        ingest([str(tmp_path), str(tmp_path / "nowhere.txt")])


def test_link_that_leads_nowhere_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    item = only(tmp_path)
    assert isinstance(item, Rejection)


def test_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    file, loop = give(tmp_path)
    assert isinstance(file, Document)
    assert isinstance(loop, Rejection)
    assert loop.reason == "link to a folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_unreadable_file_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    item = only(path)
    assert isinstance(item, Rejection)
    assert item.reason == "file cannot be read"


def test_too_large_a_line_is_rejected_and_the_next_is_read() -> None:
    content = b'{"text": "' + b"x" * 500 + b'"}\n{"text": "short"}\n'
    large, small = read_lines("in", content, Ingest(max_bytes=100))
    assert isinstance(large, Rejection)
    assert (large.place, large.reason) == ("in line 1", "too large")
    assert isinstance(small, Document)
    assert small.place == "in line 2"


def test_too_large_a_file_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(Ingest().max_bytes + 1)
    item = only(path)
    assert isinstance(item, Rejection)
    assert item.reason == "too large"
