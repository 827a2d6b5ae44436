"""Taking documents out of a container, with small limits."""

from pathlib import Path

from secondsource.model.reports import Document, Rejection
from secondsource.settings import Ingest
from secondsource.stages.ingest.documents import ingest

Items = list[Document | Rejection]

SMALL = Ingest(max_bytes=2**20, max_unpacked=4 * 2**20, free_unpacked=2**16, max_members=20)


def give(path: Path, content: bytes, settings: Ingest = SMALL) -> Items:
    path.write_bytes(content)
    return list(ingest([str(path)], settings=settings))


def places(items: Items, under: Path) -> list[str]:
    return [item.place.removeprefix(f"{under}/") for item in items]


def documents(items: Items) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def rejections(items: Items) -> list[tuple[str, str]]:
    return [(item.place.rpartition("/")[2], item.reason) for item in items if isinstance(item, Rejection)]


def told(document: Document) -> dict[str, str]:
    return {credit.field: credit.value for credit in document.told}
