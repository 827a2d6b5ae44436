"""Point `secondsource` at many news reports; it gives one sourced account.

    import secondsource

    dossier = secondsource.dossier(["reports/"])
    for story in dossier.stories:
        print(len(story.story.readings), "reports rest on", story.independent_sources, "independent sources")

The verbs are `read`, `group` and `dossier`; what they hand back are the nouns of `secondsource.model`.
"""

from secondsource.errors import InstallError, OutputError, SecondsourceError, UsageError
from secondsource.pipeline import ReadReport, dossier, group, read

__version__ = "0.1.0"

__all__ = [
    "InstallError",
    "OutputError",
    "ReadReport",
    "SecondsourceError",
    "UsageError",
    "dossier",
    "group",
    "read",
]
