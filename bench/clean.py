"""What cleaning costs: pages a second beside trafilatura with metadata, on the same pages in one run, and a huge page.

    python -m bench.clean [FOLDER…]

Reads the saved pages (.html, .html.gz) in the folders; without any, pages that it writes itself. Figures are of one
process's own time, so that other work on the machine weighs less; compare ratios, not seconds, between machines.
"""

import gzip
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from secondsource.model.reports import Document
from secondsource.stages.clean.reports import clean

WARM_UP = 3
MOST_PAGES = 200
HUGE = 100_000


def read_pages(folders: Sequence[str]) -> list[bytes]:
    files = sorted(file for folder in folders for file in Path(folder).rglob("*.htm*"))
    step = max(1, len(files) // MOST_PAGES)
    return [gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes() for file in files[::step]]


def write_pages(count: int = 40) -> list[bytes]:
    """Pages of 30 to 70 paragraphs between menus, boxes and a footer, each with its credits."""
    sentence = "The harbour board said on Monday that the mole would be closed for repairs until the end of the month. "
    menu = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(60))
    box = '<div class="related"><h4>More</h4>' + '<a href="/x">Another report of the day</a>' * 12 + "</div>"
    pages = []
    for number in range(count):
        body = "".join(f"<p>{sentence * 3}{number} {at}.</p>" for at in range(30 + number))
        head = (
            f'<title>Mole closed for repairs, part {number} | The Skarrow Bee</title><meta charset="utf-8">'
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Mole closed for repairs", '
            '"datePublished": "2031-06-03T10:00:00Z", "author": {"@type": "Person", "name": "Ingrid Tarn"}}</script>'
        )
        title = f'<h1>Mole closed for repairs, part {number}</h1><p class="byline">By Ingrid Tarn</p>'
        around = f"<body><nav><ul>{menu}</ul></nav><article>{title}{body}</article>{box * 4}</body>"
        pages.append(f"<html><head>{head}</head>{around}</html>".encode())
    return pages


def rates(pages: Sequence[bytes], readers: Sequence[Callable[[bytes], object]]) -> list[float]:
    """Pages that each of the readers takes in a second of the process's own time.

    They take turns page by page, so that whatever else the machine does weighs on all alike, and in beginning, because
    they share libraries that remember what they have just read.
    """
    for read in readers:
        for page in pages[:WARM_UP]:
            read(page)
    spent = [0.0] * len(readers)
    for at, page in enumerate(pages):
        for turn in range(len(readers)):
            number = (at + turn) % len(readers)
            start = time.process_time()
            readers[number](page)
            spent[number] += time.process_time() - start
    return [len(pages) / seconds for seconds in spent]


def read_ours(page: bytes) -> object:
    return clean(Document("page", page, "html"))


def read_theirs(page: bytes) -> object:
    import trafilatura

    return trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)


def main(folders: Sequence[str]) -> None:
    pages = read_pages(folders) or write_pages()
    theirs, ours = rates(pages, (read_theirs, read_ours))
    print(f"{len(pages)} pages: {ours:.1f} a second, trafilatura with metadata {theirs:.1f}: ratio {ours / theirs:.2f}")
    for name, page in (
        ("wide", b"<html><body>" + b"<p>word word</p>" * HUGE + b"</body></html>"),
        ("linked", b"<html><body><h1>links</h1><p>" + b"so <a href='/x'>link</a> " * HUGE + b"</p></body></html>"),
        ("nested", b"<html><body>" + b"<div>" * HUGE + b"a report" + b"</div>" * HUGE + b"</body></html>"),
    ):
        start = time.process_time()
        read_ours(page)
        print(f"a page of {HUGE:,} {name} elements: {time.process_time() - start:.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
