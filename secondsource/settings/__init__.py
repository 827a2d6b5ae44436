"""Every knob: one frozen dataclass and one module a stage, each number with where it comes from."""

from dataclasses import dataclass, field

from secondsource.settings.align import Align
from secondsource.settings.annotate import Annotate
from secondsource.settings.archive import Archive
from secondsource.settings.clean import Clean
from secondsource.settings.extract import Extract
from secondsource.settings.fetch import Fetch
from secondsource.settings.group import Group
from secondsource.settings.ingest import Ingest
from secondsource.settings.judge import Judge
from secondsource.settings.lexicon import Lexicon
from secondsource.settings.serve import Serve
from secondsource.settings.trace import Trace
from secondsource.settings.watch import Watch

__all__ = [
    "Align",
    "Annotate",
    "Archive",
    "Clean",
    "Extract",
    "Fetch",
    "Group",
    "Ingest",
    "Judge",
    "Lexicon",
    "Serve",
    "Settings",
    "Trace",
    "Watch",
]


@dataclass(frozen=True, slots=True)
class Settings:
    """The knobs of all stages together."""

    ingest: Ingest = field(default_factory=Ingest)
    fetch: Fetch = field(default_factory=Fetch)
    clean: Clean = field(default_factory=Clean)
    annotate: Annotate = field(default_factory=Annotate)
    extract: Extract = field(default_factory=Extract)
    group: Group = field(default_factory=Group)
    trace: Trace = field(default_factory=Trace)
    align: Align = field(default_factory=Align)
    judge: Judge = field(default_factory=Judge)
    watch: Watch = field(default_factory=Watch)
    archive: Archive = field(default_factory=Archive)
    serve: Serve = field(default_factory=Serve)
    lexicon: Lexicon = field(default_factory=Lexicon)
