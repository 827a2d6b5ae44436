"""A dossier as a web page."""

from secondsource.surfaces.page.dossiers import to_html

__all__ = ["to_html"]
