"""Every knob: one frozen dataclass a stage, each number with where it comes from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Clean:
    """Knobs of cleaning."""


@dataclass(frozen=True, slots=True)
class Annotate:
    """Knobs of annotating."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Knobs of extracting."""


@dataclass(frozen=True, slots=True)
class Group:
    """Knobs of grouping."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Knobs of tracing."""


@dataclass(frozen=True, slots=True)
class Align:
    """Knobs of aligning."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Knobs of judging."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The knobs of all stages together."""

    clean: Clean = field(default_factory=Clean)
    annotate: Annotate = field(default_factory=Annotate)
    extract: Extract = field(default_factory=Extract)
    group: Group = field(default_factory=Group)
    trace: Trace = field(default_factory=Trace)
    align: Align = field(default_factory=Align)
    judge: Judge = field(default_factory=Judge)
