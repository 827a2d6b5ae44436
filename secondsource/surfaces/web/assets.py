"""What pages are made with: one style sheet, one script, one icon, each under a name that changes with its content."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from fastapi import APIRouter, HTTPException, Response

STYLE_SHEETS = (
    "page/base", "page/story", "page/graph", "page/account", "page/points", "page/texts",
    "web/desk", "web/today", "web/stories", "web/reading", "web/people", "web/ask",
)  # fmt: skip
"""In the order in which they are joined: later ones may refine earlier ones."""
SCRIPTS = ("htmx/htmx.min",)

FOREVER = "public, max-age=31536000, immutable"

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages name by its address."""

    address: str
    content: bytes
    media_type: str


@cache
def style_sheet() -> Asset:
    return _join(STYLE_SHEETS, "css", "text/css")


@cache
def script() -> Asset:
    return _join(SCRIPTS, "js", "text/javascript")


@cache
def icon() -> Asset:
    return _join(("web/icon",), "svg", "image/svg+xml")


@router.get("/assets/{name}")
def asset(name: str) -> Response:
    for one in (style_sheet(), script(), icon()):
        if one.address == f"/assets/{name}":
            return Response(one.content, media_type=one.media_type, headers={"Cache-Control": FOREVER})
    raise HTTPException(404, "There is no such file.")


def _join(names: tuple[str, ...], kind: str, media_type: str) -> Asset:
    folder = files("secondsource.surfaces") / "static"
    content = b"\n".join((folder / f"{name}.{kind}").read_bytes() for name in names)
    return Asset(f"/assets/{sha256(content).hexdigest()[:16]}.{kind}", content, media_type)
