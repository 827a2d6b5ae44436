"""The templates: how they are found, and what none of them has to think of."""

from typing import TYPE_CHECKING, Any

from secondsource.surfaces.page.characters import to_shown
from secondsource.surfaces.page.phrases import beside_badge, counted, listed, opening

if TYPE_CHECKING:
    from jinja2 import Environment


def make_environment(*folders: str) -> "Environment":
    """Templates out of these folders of surfaces/templates, the first that has one; every value is escaped."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=ChoiceLoader([PackageLoader("secondsource.surfaces", f"templates/{folder}") for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["counted"] = counted
    environment.globals["opening"] = opening
    environment.globals["listed"] = listed
    environment.filters["beside"] = beside_badge
    return environment


def _finalize(value: Any) -> Any:
    """Every value on its way into the page: text loses what HTML cannot hold; markup of ours is left alone."""
    return to_shown(value) if type(value) is str else value
