"""What a large web archive costs: pages a second of the processor, and peak memory after a tenth of them and after all.

    python bench/ingest.py [PAGES [CLEANED]]

A WARC of PAGES pages is made, packed record by record as crawlers do, and streamed: once through ingesting alone, once
with CLEANED of the pages cleaned as well. Memory that does not grow with the pages is the point: see the last column.
"""

import gzip
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGES = 10_000
CLEANED = 1_000
SENTENCE = (
    "The ferry number {n} left the harbour of Skarrow at noon with {n} passengers on board and ran onto a sandbank {m} "
    "minutes later, the coast guard said on Tuesday."
)
FURNITURE = (
    "<div class='card'><a href='/story/{n}'>Another story of the day, number {n}</a><img src='/i/{n}.jpg'></div>"
)


def make_page(number: int) -> bytes:
    """A page of some 60 KB, most of it furniture, as news pages are."""
    story = "".join(
        f"<p>{SENTENCE.format(n=number * 31 + at, m=at + 2)} {SENTENCE.format(n=at, m=number)}</p>" for at in range(12)
    )
    rest = "".join(FURNITURE.format(n=number + at) for at in range(400))
    page = (
        f"<!doctype html><html><head><title>Ferry {number} runs aground</title></head><body><nav>{rest}</nav>"
        f"<article><h1>Ferry {number} runs aground</h1>{story}</article><footer>{rest[:8_000]}</footer></body></html>"
    )
    return page.encode()


def make_record(number: int) -> bytes:
    body = make_page(number)
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    fields = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://tern.example/{number}\r\n"
        f"WARC-Date: 2031-06-03T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(fields.encode() + block + b"\r\n\r\n", compresslevel=1, mtime=0)


def stream(path: str, pages: int, cleaning: bool) -> None:
    """Reads the archive as the program does; prints pages, processor seconds and peak memory at a tenth and the end."""
    from secondsource.model.reports import Document, Report
    from secondsource.stages.clean.reports import clean
    from secondsource.stages.ingest.documents import ingest

    start = time.process_time()
    for done, item in enumerate(ingest([path]), start=1):
        if not isinstance(item, Document) or (cleaning and not isinstance(clean(item), Report)):
            raise SystemExit(f"not read: {item.place}")
        if done in (max(1, pages // 10), pages):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(done, time.process_time() - start, peak)
        if done == pages:
            return


def report(path: Path, pages: int, what: str) -> None:
    command = [sys.executable, __file__, "--stream", str(path), str(pages), what]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    (first, _, before), (count, seconds, after) = ([float(word) for word in line.split()] for line in told)
    print(
        f"{what:<22} {count:6.0f} pages   {count / float(seconds):7.1f} pages/s   "
        f"{before:4.0f} MB after {first:.0f}, {after:4.0f} MB after {count:.0f}"
    )


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--stream"]:
        stream(arguments[1], int(arguments[2]), cleaning=arguments[3] != "ingested")
        return
    pages = int(arguments[0]) if arguments else PAGES
    cleaned = int(arguments[1]) if len(arguments) > 1 else min(CLEANED, pages)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "crawl.warc.gz")
        with path.open("wb") as file:
            for number in range(pages):
                file.write(make_record(number))
        size = len(make_page(0)) * pages / 2**20
        print(f"a web archive of {pages} pages, {path.stat().st_size / 2**20:.0f} MB packed, {size:.0f} MB unpacked")
        report(path, pages, "ingested")
        report(path, cleaned, "ingested and cleaned")


if __name__ == "__main__":
    main(sys.argv[1:])
