"""Count in how many news reports each word stands, for secondsource/weights/rarity.

    python gate/build_rarity.py BENCH_DATA secondsource/weights/rarity/reports.tsv.gz

Only counts are kept, and only of words that stand in three reports or more; the texts themselves stay where they are.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHARES = {
    "polnear/train.jsonl": 840,
    "fnc1/train_bodies.jsonl": 900,
    "meantime-en/docs.jsonl": 60,
    "ecbplus/docs.jsonl": 400,
    "tempeval3/timebank.jsonl": 183,
    "tempeval3/aquaint.jsonl": 73,
    "gva-stories/articles.jsonl": 150,
    "giveme5w1h/news_cluster.jsonl": 60,
    "basil/articles.jsonl": 45,
}
"""How many reports of each set are counted, so that no one subject (shootings, one election) makes its words common."""

LEAST_REPORTS = 3
SEED = 1
_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")


def read_texts(data: Path) -> Iterator[str]:
    for name, share in SHARES.items():
        rows = [json.loads(line) for line in (data / name).read_text(encoding="utf-8").splitlines() if line.strip()]
        random.Random(SEED).shuffle(rows)  # noqa: S311
        yield from (_text_of(row) for row in rows[:share])
    pages = json.loads((data / "zyte-aeb" / "ground-truth.json").read_text(encoding="utf-8"))
    yield from (page["articleBody"] for page in pages.values())


def _text_of(row: dict[str, Any]) -> str:
    return row["text"] if "text" in row else "\n".join(" ".join(paragraph) for paragraph in row["paragraphs"])


def main() -> None:
    data, target = map(Path, sys.argv[1:])
    reports, counts = 0, Counter[str]()
    for text in read_texts(data):
        reports += 1
        counts.update({word.lower().replace("’", "'") for word in _WORD.findall(text)})
    kept = sorted((word, count) for word, count in counts.items() if count >= LEAST_REPORTS)
    lines = [f"{reports}\n", *(f"{word}\t{count}\n" for word, count in kept)]
    target.write_bytes(gzip.compress("".join(lines).encode("utf-8"), mtime=0))
    print(f"{reports} reports, {len(kept)} words, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
