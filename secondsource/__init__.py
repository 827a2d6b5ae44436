"""Point `secondsource` at many news reports; it gives one sourced account.

    import secondsource

    dossier = secondsource.dossier(["reports/"])
    for story in dossier.stories:
        print(len(story.story.readings), "reports rest on", story.independent_sources, "independent sources")

The verbs are `read`, `group` and `dossier`; what they hand back are the nouns of `secondsource.model`. `open` opens an
archive, in which reports are kept:

    with secondsource.open("archive/") as desk:
        for story in desk.stories().items:
            print(story.title)
"""

from typing import TYPE_CHECKING, Any

from secondsource.errors import ArchiveError, InstallError, MissingError, OutputError, SecondsourceError, UsageError

if TYPE_CHECKING:
    from secondsource.archive.desk import Desk
    from secondsource.archive.desk import open_desk as open  # noqa: A004
    from secondsource.pipeline import ReadReport, dossier, group, read

__version__ = "0.1.0"

__all__ = [
    "ArchiveError",
    "Desk",
    "InstallError",
    "MissingError",
    "OutputError",
    "ReadReport",
    "SecondsourceError",
    "UsageError",
    "dossier",
    "group",
    "open",
    "read",
]


def __getattr__(name: str) -> Any:
    """The verbs are imported when they are first asked for: `import secondsource` stays fast."""
    if name in {"ReadReport", "dossier", "group", "read"}:
        from secondsource import pipeline

        return getattr(pipeline, name)
    if name in {"Desk", "open"}:
        from secondsource.archive import desk

        return desk.open_desk if name == "open" else desk.Desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
