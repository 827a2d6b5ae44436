"""Templates of the desk, and the answers made of them."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from fastapi.responses import HTMLResponse

from secondsource.model.ids import digest
from secondsource.surfaces.page.moments import to_moment
from secondsource.surfaces.page.templates import make_environment
from secondsource.surfaces.web.assets import icon, script, style_sheet

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDERS = ("web", "page")
"""Where templates are looked for."""


def render(template: str, *, status: int = 200, **shown: object) -> HTMLResponse:
    """The page that a template of templates/web makes of what is to be shown; everything is escaped."""
    return HTMLResponse(_environment().get_template(template).render(shown), status)


@cache
def _environment() -> "Environment":
    environment = make_environment(*FOLDERS)
    environment.globals["style_sheet"] = style_sheet().address
    environment.globals["script"] = script().address
    environment.globals["moment"] = _write_moment
    environment.globals["icon"] = icon().address
    return environment


@cache
def template_state() -> str:
    """A digest of all templates, and of the style sheet and script that they name."""
    folder = files("secondsource.surfaces") / "templates"
    texts = [
        one.read_text("utf-8")
        for name in FOLDERS
        for one in sorted((folder / name).iterdir(), key=lambda one: one.name)
        if one.is_file()
    ]
    return digest(style_sheet().address, script().address, *texts)


def _write_moment(value: str) -> str:
    """A day or another date that is known in part, as a reader writes it."""
    return to_moment(value).shown
