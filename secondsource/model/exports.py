"""What can be exported of an archive, each as a table of its own."""

from typing import Literal

ExportKind = Literal[
    "reports",
    "statements",
    "stories",
    "lineages",
    "derivations",
    "points",
    "tellings",
    "findings",
    "evidence",
    "disputes",
    "decisions",
    "rejections",
]
