"""Writes the examples of the API's description anew: `python -m tests.api.examples`, after a change of the nouns."""

import json
import tempfile
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from secondsource.archive.adding import add
from secondsource.archive.archives import Archive
from secondsource.archive.judging import judge_changed
from secondsource.surfaces.web.app import make_app

REPORTS = Path(__file__).parents[2] / "examples" / "harbour" / "reports"
TARGET = Path(__file__).parents[2] / "secondsource" / "surfaces" / "api" / "examples.json"
SHOWN, LONGEST = 1, 160

TEXT = (
    "SKARROW, June 2 — The port of Skarrow will light its breakwater again, harbour master Ilse Brandt said on Monday."
    " The lamps cost 40,000 crowns."
)


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive(Path(folder) / "archive", make=True, now=lambda: "2025-05-16T08:00:00+00:00") as archive,
    ):
        list(add(archive, [str(REPORTS)]))
        list(judge_changed(archive))
        made = _make(TestClient(make_app(archive), base_url="http://localhost"))
    written = json.dumps(made, ensure_ascii=False, indent=1).replace(str(REPORTS), "/home/ines/reports")
    TARGET.write_text(written + "\n", encoding="utf-8")


def _make(api: TestClient) -> dict[str, Any]:
    base = "/api/v1"
    story = api.get(f"{base}/stories").json()["stories"][0]["id"]
    listed = api.get(f"{base}/reports").json()["reports"]
    outlet = api.get(f"{base}/outlets").json()["outlets"][0]["name"]
    report, other = listed[0]["id"], listed[1]["id"]
    pasted = api.get(f"{base}/reports/{report}").json()["report"]["text"][:300]
    decided = {"kind": "same source", "by": "Ines", "reports": [report, other]}
    said = {"text": TEXT, "outlet": "The Skarrow Bee", "published_at": "2025-06-02T09:00:00Z"}
    asked: list[tuple[str, str, str, dict[str, Any]]] = [
        ("list_stories", "GET", "/stories?place=skarrow&verdict=denied&most=1", {}),
        ("get_story", "GET", f"/stories/{story}", {}),
        ("get_descent", "GET", f"/stories/{story}/descent", {}),
        ("list_points", "GET", f"/stories/{story}/points?verdict=differ", {}),
        ("list_findings", "GET", f"/stories/{story}/findings?verdict=denied", {}),
        ("get_account", "GET", f"/stories/{story}/account", {}),
        ("list_versions", "GET", f"/stories/{story}/versions", {}),
        ("get_graph", "GET", f"/stories/{story}/graph.graphml", {}),
        ("list_reports", "GET", "/reports?outlet=gazette&from=2025-05", {}),
        ("get_report", "GET", f"/reports/{report}", {}),
        ("list_report_versions", "GET", f"/reports/{report}/versions", {}),
        ("search", "GET", "/search?q=ferry+speaker:corvay&most=1", {}),
        ("like", "GET", "/like?text=The+treaty+ends+a+long+quarrel&most=1", {}),
        ("holding", "POST", "/holding?most=1", {"json": {"text": pasted}}),
        ("list_disputes", "GET", "/disputes?most=1", {}),
        ("list_speakers", "GET", "/speakers?most=1", {}),
        ("get_speaker", "GET", "/speakers/Adelin Corvay", {}),
        ("list_outlets", "GET", "/outlets?most=1", {}),
        ("get_outlet", "GET", f"/outlets/{outlet}", {}),
        ("decide", "POST", "/decisions", {"json": decided}),
        ("list_decisions", "GET", "/decisions", {}),
        ("get_decision", "GET", "/decisions/1", {}),
        ("undo", "DELETE", "/decisions/1?by=Ines", {}),
        ("export", "GET", "/export/points.csv", {}),
        ("add_report", "POST", "/reports", {"json": said}),
        ("add_file", "POST", "/reports/file", {"files": {"file": ("lamps.txt", TEXT.encode())}}),
    ]  # fmt: skip
    return {name: _ask(api, method, base + path, sent) for name, method, path, sent in asked}


def _ask(api: TestClient, method: str, path: str, sent: dict[str, Any]) -> dict[str, Any]:
    answer = api.request(method, path, **sent)
    assert answer.is_success, (path, answer.text)
    media_type = answer.headers["content-type"].partition(";")[0]
    told = _shorten(answer.json()) if media_type == "application/json" else "\n".join(answer.text.splitlines()[:4])
    made = {"asked": f"{method} {path.replace(' ', '%20')}", "media_type": media_type, "answer": told}
    return made | ({"sent": sent["json"]} if "json" in sent else {})


def _shorten(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shorten(inner) for key, inner in value.items()}
    if isinstance(value, list):
        is_span = bool(value) and all(isinstance(one, int) for one in value)
        return value if is_span else [_shorten(one) for one in value[:SHOWN]]
    if isinstance(value, str) and len(value) > LONGEST:
        return value[:LONGEST] + " …"
    return value


if __name__ == "__main__":
    main()
