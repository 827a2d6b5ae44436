"""What the tagger is taught: reports split by outlet, and labels that stand where the annotation says."""

import json
from pathlib import Path

import pytest

from gate.train_tagger.polnear import DEV, UNSEEN, Annotated, Told, read_split
from gate.train_tagger.stretches import Stretch, to_stretches
from secondsource.text.inference import load_tokenizer

TEXT = "Jan Petrel said the pier was lost. It stood, the mayor claimed and hoped, for years."


def spans(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


REPORT = Annotated(
    "gazette",
    TEXT,
    (
        Told(spans("Jan Petrel"), spans("said"), spans("the pier was lost")),
        Told(spans("the mayor"), spans("claimed"), spans("It stood", "for years")),
        Told(spans("the mayor"), spans("hoped"), spans("It stood", "for years")),
    ),
)


@pytest.fixture(scope="module")
def stretch() -> Stretch:
    (only,) = to_stretches(load_tokenizer(), [REPORT], 256)
    return only


def words(stretch: Stretch, places: list[int]) -> str:
    tokenizer = load_tokenizer()
    return tokenizer.decode([int(stretch.pieces[place][0]) for place in places])


def test_every_cue_has_its_source_and_content(stretch: Stretch) -> None:
    parts = [
        [words(stretch, [place for place, role in enumerate(case.roles) if role == wanted]) for wanted in (1, 2)]
        for case in stretch.cases
    ]
    assert parts == [["jan petrel", "the pier was lost"], *[["the mayor", "it stood for years"]] * 2]
    assert [words(stretch, list(range(case.start, case.end))) for case in stretch.cases] == ["said", "claimed", "hoped"]


def test_the_unseen_reports_and_a_left_out_outlet_take_no_part(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    lines = [
        {"publisher": f"outlet {number % 2}", "text": f"{number}", "attributions": []} for number in range(UNSEEN + 40)
    ]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    split = read_split(file)
    assert [report.text for report in split.unseen] == [str(number) for number in range(40, UNSEEN + 40)]
    assert (len(split.train), len(split.dev)) == (40 - 2 * DEV, 2 * DEV)
    assert {report.outlet for report in read_split(file, "outlet 1").train} == {"outlet 0"}
