"""Speakers across the stories of an archive: what each is quoted as saying, by whom, and in which words."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.findings import PointVerdict
from secondsource.model.reports import name_of_place
from secondsource.model.spans import Span

SpeakerOrder = Literal["most", "name"]
"""The most often quoted first, or by name."""

DENIES = "denies"
"""The force of a statement that denies (lexicon/speech.toml)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom the reports of a story quote: how often in words, how often in substance, and the last day.

    `full` is the one fuller name in the story that this is a form of, or the same name.
    """

    speaker: str
    full: str
    quotes: int
    claims: int
    last_on: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name that reports quote, in short. `forms` are shorter names that stand for it in one story or another.

    `quotes` counts what is told in the speaker's words, `claims` what is told in substance, forms included; `last_on`
    is the day of the last report that does so.
    """

    name: str
    forms: tuple[str, ...]
    quotes: int
    claims: int
    stories: int
    last_on: str | None


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """Some of the speakers of an archive."""

    speakers: tuple[Speaker, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Printing:
    """The report that something stands in, in short."""

    report: str
    place: str
    outlet: str | None
    published_on: str | None
    lineage: str

    @property
    def name(self) -> str:
        """What a person would call the report."""
        return self.outlet or name_of_place(self.place)


@dataclass(frozen=True, slots=True)
class Saying:
    """What a report has a speaker say. `text` stands at `span`; `sentence` is the place of its sentence, from 0.

    `speaker` is the name that the report uses, None where it tells the same and names nobody; `force` is what the
    speaker does in saying it.
    """

    printing: Printing
    kind: str
    span: Span
    text: str
    sentence: int
    speaker: str | None
    force: str | None

    @property
    def is_denial(self) -> bool:
        return self.force == DENIES


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing that a speaker said, as each report has it.

    `point` is the id of the point of the story that it is, with its verdict; both are None for what could not be set
    beside anything else. `independent_sources` is how many the point rests on.
    """

    point: str | None
    title: str
    verdict: PointVerdict | None
    independent_sources: int
    sayings: tuple[Saying, ...]

    @property
    def is_denial(self) -> bool:
        return any(saying.is_denial for saying in self.sayings)


@dataclass(frozen=True, slots=True)
class SpokenStory:
    """What a speaker says in one story. `names` are those used for them there.

    `taken_for` is the fuller name that this one is a form of in this story, None where it is none.
    """

    story: str
    title: str
    happened_on: str | None
    names: tuple[str, ...]
    taken_for: str | None
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that a speaker is quoted as saying, a page of stories at a time, the latest first.

    `namesakes` are other names that share the last word with this one, and are kept apart.
    """

    speaker: Speaker
    stories: tuple[SpokenStory, ...]
    has_more: bool
    namesakes: tuple[str, ...]
