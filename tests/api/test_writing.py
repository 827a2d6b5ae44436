"""What programs write: decisions and their undoing, reports and files."""

from fastapi.testclient import TestClient

V1 = "/api/v1"


def _titles(api: TestClient) -> dict[str, int]:
    return {one["title"]: one["reports"] for one in api.get(f"{V1}/stories?most=200").json()["stories"]}


def test_stories_are_merged_and_parted_again(writer: TestClient) -> None:
    before = _titles(writer)
    one, other = (story["id"] for story in writer.get(f"{V1}/stories?order=id&most=2").json()["stories"])
    made = writer.post(f"{V1}/decisions", json={"kind": "merge", "by": "Ines", "stories": [one, other]})
    assert made.status_code == 201
    number = made.json()["number"]
    assert len(_titles(writer)) == len(before) - 1
    held = writer.get(f"{V1}/decisions/{number}").json()
    assert (held["kind"], held["made_by"], held["undone_by"]) == ("merge", "Ines", None)
    undone = writer.delete(f"{V1}/decisions/{number}?by=Jonas")
    assert (undone.status_code, undone.json()["undone_by"]) == (200, "Jonas")
    assert sorted(_titles(writer).values()) == sorted(before.values())
    assert writer.get(f"{V1}/decisions").json() == {"decisions": []}
    assert len(writer.get(f"{V1}/decisions?undone=true").json()["decisions"]) == 1
    assert writer.delete(f"{V1}/decisions/{number}?by=Jonas").status_code == 400


def test_the_other_kinds_of_decisions(writer: TestClient) -> None:
    [story] = writer.get(f"{V1}/stories?disputed=true").json()["stories"]
    one, other = (report["id"] for report in writer.get(f"{V1}/stories/{story['id']}").json()["reports"])
    for asked in (
        {"kind": "rename", "stories": [story["id"]], "title": "The Brisling"},
        {"kind": "not a copy", "reports": [one, other]},
        {"kind": "same source", "reports": [one, other]},
        {"kind": "split", "stories": [story["id"]], "reports": [one]},
        {"kind": "lock", "stories": [story["id"]]},
    ):
        made = writer.post(f"{V1}/decisions", json={"by": "Ines", **asked})
        assert made.status_code == 201, made.text
        assert story["id"] in made.json()["stories"]
    listed = writer.get(f"{V1}/decisions").json()["decisions"]
    assert [one["kind"] for one in listed] == ["rename", "not a copy", "same source", "split", "lock"]
    assert listed[1]["overruled_by"] == [3]


def test_reports_are_added(writer: TestClient) -> None:
    text = "PELLOW — Miners at Pellow found a second seam of tin, the company said on Monday. It is forty metres long."
    said = {"text": text, "outlet": "The Pellow Post", "published_at": "2031-04-02T08:00:00Z"}
    first = writer.post(f"{V1}/reports", json=said)
    assert first.status_code == 201
    [added] = first.json()["additions"]
    assert added["became"] == "added"
    assert writer.get(f"{V1}/reports/{added['report']}").json()["report"]["outlet"] == "The Pellow Post"
    [again] = writer.post(f"{V1}/reports", json=said).json()["additions"]
    assert (again["became"], again["report"]) == ("known", added["report"])
    [other] = writer.post(f"{V1}/reports", json={**said, "text": text.replace("forty", "fifty")}).json()["additions"]
    assert other["became"] == "added"
    [rejected] = writer.post(f"{V1}/reports", json={"title": "no text"}).json()["additions"]
    assert rejected["rejection"]["reason"]


def test_files_are_added(writer: TestClient) -> None:
    told = "of the lamps of Skarrow was lit again on Monday, the port said. It had been dark since the winter storms."
    lines = "\n".join(f'{{"text": "Number {n} {told}"}}' for n in range(3))
    made = writer.post(f"{V1}/reports/file", files={"file": ("lamps.jsonl", lines.encode())})
    assert [one["became"] for one in made.json()["additions"]] == ["added"] * 3
    many = "\n".join(f'{{"text": "Lamp {n}"}}' for n in range(51))
    refused = writer.post(f"{V1}/reports/file", files={"file": ("../../many.jsonl", many.encode())})
    assert refused.status_code >= 400
    assert "50" in refused.json()["error"]["message"]
    assert not [one for one in writer.get(f"{V1}/reports?most=200").json()["reports"] if ".." in one["place"]]
