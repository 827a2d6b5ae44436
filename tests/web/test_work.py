"""Asking, adding and fetching through the desk, beside the server: answers, progress, ends; whatever is handed in."""

import io
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.model.jobs import Handed, Job, Task
from secondsource.surfaces.web.app import make_app
from secondsource.surfaces.web.errands import Ended, perform
from secondsource.surfaces.web.jobs import take
from secondsource.surfaces.web.work import Work
from tests.web.conftest import EXAMPLE

LONGEST = 90.0
"""Seconds that a test waits for work: loading the models takes most of it on a busy machine."""

TREATY = (EXAMPLE / "06-coastline-daily.txt").read_bytes()
SCRIPT = b"<!doctype html><html><head><title>Harbour wall to be raised</title></head><body><article><h1>Harbour wall to be raised</h1><p>The wall of the harbour will be raised by a metre, the mayor, Ada Quill, said on Monday. &lt;script&gt;alert(1)&lt;/script&gt; stood in her notes.</p><script>alert(2)</script><p>The works will cost 2 million crowns and take until autumn, according to the council of Tessaly, which met on Sunday.</p></article></body></html>"  # noqa: E501


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive that these tests fill."""
    with Archive(tmp_path_factory.mktemp("work") / "archive", make=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def open_desk(archive: Archive) -> Iterator[TestClient]:
    """A desk that is open, with its processes."""
    with TestClient(
        make_app(archive), base_url="http://localhost", headers={"Sec-Fetch-Site": "same-origin"}
    ) as client:
        yield client


def work_of(desk: TestClient) -> Work:
    work: Work = desk.app.state.work  # type: ignore[attr-defined]
    return work


def wait(desk: TestClient, address: str) -> Job:
    """The piece of work at an address, once it is over."""
    end = time.monotonic() + LONGEST
    while not (job := work_of(desk).find(address.rpartition("/")[2])).is_over:
        assert time.monotonic() < end, job
        time.sleep(0.05)
    return job


def upload(desk: TestClient, to: str, name: str, content: bytes) -> str:
    sent = desk.post(to, files={"file": (name, content)}, follow_redirects=False)
    assert sent.status_code == 303, sent.text
    return sent.headers["location"]


def test_an_upload_is_added_and_its_page_tells_what_became_of_it(open_desk: TestClient) -> None:
    address = upload(open_desk, "/work", "coastline.txt", TREATY)
    job = wait(open_desk, address)
    assert (job.state, job.trouble) == ("done", "")
    page = open_desk.get(address).text
    assert "Done." in page
    assert "coastline.txt" in page
    assert re.search(r'href="/reports/[0-9a-f]+">added<', page)
    assert "http-equiv" not in page
    told = open_desk.get(address, headers={"Accept": "application/json"}).json()
    assert (told["state"], told["outcomes_total"], told["outcomes"][0]["became"]) == ("done", 1, "added")
    assert told in open_desk.get("/work", headers={"Accept": "application/json"}).json()["work"]
    again = wait(open_desk, upload(open_desk, "/work", "coastline.txt", TREATY))
    assert [one.became for one in again.outcomes] == ["known"]  # type: ignore[union-attr]


def test_a_pasted_text_is_answered_and_stored_only_when_asked(open_desk: TestClient, archive: Archive) -> None:
    words = TREATY.decode() + "\nThe harbour master said that two barges would be moored there.\n"
    before = archive.log.path.read_bytes()
    sent = open_desk.post("/ask", data={"text": words}, follow_redirects=False)
    address = sent.headers["location"]
    job = wait(open_desk, address)
    assert job.rest is not None
    assert archive.log.path.read_bytes() == before
    page = open_desk.get(address).text
    assert "It adds no source" in page
    assert "Coastline Daily" in page
    kept = open_desk.post(f"/work/{job.id}/keep", follow_redirects=False)
    assert wait(open_desk, kept.headers["location"]).outcomes[0].became == "added"  # type: ignore[union-attr]


def test_two_pastes_are_two_articles(open_desk: TestClient) -> None:
    became = []
    for town in ("Skarrow", "Ellith"):
        text = f"The bridge of {town} was closed on Monday. “Nobody is cut off,” said the mayor, Ada Quill, in {town}."
        sent = open_desk.post("/work", data={"text": text}, follow_redirects=False)
        became += [one.became for one in wait(open_desk, sent.headers["location"]).outcomes]  # type: ignore[union-attr]
    assert became == ["added", "added"]


def test_a_page_with_a_script_is_shown_as_text(open_desk: TestClient) -> None:
    address = upload(open_desk, "/ask", 'page"><script>alert(3)</script>.html', SCRIPT)
    assert wait(open_desk, address).rest
    page = open_desk.get(address).text
    assert "Harbour wall to be raised" in page
    assert "&lt;script&gt;alert(1)" in page
    assert not re.search(r"<script[^>]*>[^<]*alert", page)
    assert "alert(2)" not in page


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("bomb.zip", zipped(**{"a.txt": b"\x00" * 2**23}), "unpacks to too much"),
        ("noise.bin", bytes(range(256)) * 40, "binary"),
        ("broken.pdf", b"%PDF-1.7 nothing", "damaged"),
        ("cut.zip", zipped(a=b"text")[:-30], "damaged"),
        ("wrong.html", "<p>Ünlü bir köprü kapandı.</p>".encode("utf-16-le"), "no article"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_reason(
    open_desk: TestClient, name: str, content: bytes, reason: str
) -> None:
    address = upload(open_desk, "/ask", name, content)
    job = wait(open_desk, address)
    assert (job.state, job.rest) == ("done", None)
    assert [one.reason for one in job.outcomes] == [reason]  # type: ignore[union-attr]
    assert f"not taken: {reason}" in open_desk.get(address).text


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(open_desk: TestClient) -> None:
    most = 64 * 2**20
    told = open_desk.post("/ask", content=b"", headers={"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(100 * 2**20)})  # noqa: E501  # fmt: skip
    assert told.status_code == 413
    assert f"{most // 2**20} MB" in told.text


@pytest.mark.parametrize("address", ["", "ftp://example.org/x", "/etc/passwd", "javascript:alert(1)"])
def test_only_addresses_on_the_web_are_fetched(open_desk: TestClient, address: str) -> None:
    told = open_desk.post("/work/fetch", data={"address": address})
    assert told.status_code == 400
    assert "address on the web" in told.text


def test_an_address_within_this_machine_is_not_fetched(open_desk: TestClient) -> None:
    sent = open_desk.post("/work/fetch", data={"address": "http://127.0.0.1:9/x"}, follow_redirects=False)
    job = wait(open_desk, sent.headers["location"])
    assert [getattr(one, "reason", "") for one in job.outcomes] != [""]
    assert "not taken" in open_desk.get(sent.headers["location"]).text


def test_work_that_is_stopped_ends_and_the_next_is_done(open_desk: TestClient) -> None:
    work = work_of(open_desk)
    long = work.start(Task("ask", "long", Handed("long", TREATY * 40, is_pasted=True)))
    after = work.start(Task("ask", "short", Handed("short", TREATY, is_pasted=True)))
    page = open_desk.get(f"/work/{after.id}").text
    assert "Waits for its turn" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    open_desk.post(f"/work/{long.id}/stop")
    assert work.find(long.id).state == "stopped"
    assert "Stopped" in open_desk.get(f"/work/{long.id}").text
    assert wait(open_desk, after.id).rest is not None


def test_a_process_that_is_lost_is_told(open_desk: TestClient) -> None:
    work = work_of(open_desk)
    job = work.start(Task("ask", "long", Handed("long", TREATY * 40, is_pasted=True)))
    while work.find(job.id).state == "waiting":
        time.sleep(0.02)
    process = None
    while process is None:
        process = work._asking._process
    process.kill()
    lost = wait(open_desk, job.id)
    assert lost.state == "failed"
    assert "ended" in lost.trouble


def test_too_much_work_is_refused_with_the_limit(archive: Archive) -> None:
    client = TestClient(make_app(archive), base_url="http://localhost", headers={"Sec-Fetch-Site": "same-origin"})
    work = work_of(client)
    work._storing.put = lambda job, task: None  # type: ignore[method-assign]
    most = archive.settings.serve.most_waiting
    for _ in range(most):
        assert client.post("/work", data={"text": "a text"}, follow_redirects=False).status_code == 303
    told = client.post("/work", data={"text": "a text"}, follow_redirects=False)
    assert told.status_code == 503
    assert f"no more than {most}" in told.text
    first = work.list()[-1]
    assert client.post(f"/work/{first.id}/stop").status_code == 200
    assert client.post("/work", data={"text": "a text"}, follow_redirects=False).status_code == 303


def test_work_that_is_not_there_is_told(open_desk: TestClient) -> None:
    for path in ("/work/none", "/ask/none"):
        assert open_desk.get(path).status_code == 404
    assert open_desk.get("/work").status_code == 200
    nothing = open_desk.post("/ask", data={"text": "  \n "})
    assert nothing.status_code == 400
    assert "Nothing was given" in nothing.text


def test_an_upload_is_named_by_the_last_part_of_its_name() -> None:
    from fastapi import UploadFile

    for given, name in (("../../x.html", "x.html"), ("C:\\a\\b.txt", "b.txt"), ("a\nb.txt", "a b.txt")):
        assert take("", UploadFile(io.BytesIO(b"x"), filename=given)).name == name


def test_a_task_says_how_far_it_is(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", make=True) as archive:
        handed = Handed("two.zip", zipped(**{"a.txt": TREATY, "b.txt": b""}), is_pasted=False)
        said = list(perform(archive, Task("add", "", handed)))
    assert [type(one).__name__ for one in said[:4]] == ["Addition", "Step", "Rejection", "Step"]
    assert any(getattr(one, "stage", "") == "compare" for one in said)
    assert not any(isinstance(one, Ended) for one in said)
