"""Speakers and what they are quoted as saying, as JSON: the keys that docs/contract.md promises."""

from typing_extensions import TypedDict

from secondsource.model.findings import PointVerdict
from secondsource.model.spans_codec import EvidenceJson
from secondsource.model.speakers import Saying, Speaker, Spoken, SpokenStory, Utterance


class SpeakerJson(TypedDict):
    """A name that reports quote; `forms` are shorter names that stand for it in one story or another."""

    name: str
    forms: list[str]
    quotes: int
    claims: int
    stories: int
    last_on: str | None


class SayingJson(EvidenceJson):
    """What a report has a speaker say. `speaker` is None where it tells the same and names nobody."""

    outlet: str | None
    published_on: str | None
    lineage: str
    kind: str
    speaker: str | None
    force: str | None


class UtteranceJson(TypedDict):
    """One thing that a speaker said, as each report has it; `point` and `verdict` are those of the story."""

    point: str | None
    title: str
    verdict: PointVerdict | None
    independent_sources: int
    is_denial: bool
    sayings: list[SayingJson]


class SpokenStoryJson(TypedDict):
    """What a speaker says in one story; `taken_for` is the fuller name that this one is a form of there."""

    story: str
    title: str
    happened_on: str | None
    names: list[str]
    taken_for: str | None
    utterances: list[UtteranceJson]


class SpokenJson(TypedDict):
    """All that a speaker is quoted as saying; `namesakes` share the last word of the name and are kept apart."""

    speaker: SpeakerJson
    stories: list[SpokenStoryJson]
    has_more: bool
    namesakes: list[str]


def speaker_to_json(speaker: Speaker) -> SpeakerJson:
    return {
        "name": speaker.name,
        "forms": list(speaker.forms),
        "quotes": speaker.quotes,
        "claims": speaker.claims,
        "stories": speaker.stories,
        "last_on": speaker.last_on,
    }


def spoken_to_json(spoken: Spoken) -> SpokenJson:
    return {
        "speaker": speaker_to_json(spoken.speaker),
        "stories": [_story_to_json(one) for one in spoken.stories],
        "has_more": spoken.has_more,
        "namesakes": list(spoken.namesakes),
    }


def _story_to_json(story: SpokenStory) -> SpokenStoryJson:
    return {
        "story": story.story,
        "title": story.title,
        "happened_on": story.happened_on,
        "names": list(story.names),
        "taken_for": story.taken_for,
        "utterances": [_utterance_to_json(one) for one in story.utterances],
    }


def _utterance_to_json(utterance: Utterance) -> UtteranceJson:
    return {
        "point": utterance.point,
        "title": utterance.title,
        "verdict": utterance.verdict,
        "independent_sources": utterance.independent_sources,
        "is_denial": utterance.is_denial,
        "sayings": [_saying_to_json(one) for one in utterance.sayings],
    }


def _saying_to_json(saying: Saying) -> SayingJson:
    return {
        "report": saying.printing.report,
        "start": saying.span.start,
        "end": saying.span.end,
        "text": saying.text,
        "outlet": saying.printing.outlet,
        "published_on": saying.printing.published_on,
        "lineage": saying.printing.lineage,
        "kind": saying.kind,
        "speaker": saying.speaker,
        "force": saying.force,
    }
