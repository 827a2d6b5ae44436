"""Speakers across stories, as JSON: the keys that docs/contract.md promises."""

from typing_extensions import TypedDict

from secondsource.model.findings import PointVerdict
from secondsource.model.spans_codec import EvidenceJson
from secondsource.model.speakers import Saying, Speaker, SpeakerPage, Spoken, SpokenStory, Utterance


class QuotedSpeakerJson(TypedDict):
    """A name that reports quote, in short."""

    name: str
    forms: list[str]
    quotes: int
    claims: int
    stories: int
    last_on: str | None


class SpeakersJson(TypedDict):
    speakers: list[QuotedSpeakerJson]
    next: int | None


class SayingJson(EvidenceJson):
    """What a report has a speaker say."""

    outlet: str | None
    place: str
    published_on: str | None
    lineage: str
    kind: str
    sentence: int
    speaker: str | None
    force: str | None


class UtteranceJson(TypedDict):
    """One thing that a speaker said, as each report has it."""

    point: str | None
    title: str
    verdict: PointVerdict | None
    independent_sources: int
    sayings: list[SayingJson]


class SpokenStoryJson(TypedDict):
    """What a speaker says in one story."""

    story: str
    title: str
    happened_on: str | None
    names: list[str]
    taken_for: str | None
    utterances: list[UtteranceJson]


class SpokenJson(TypedDict):
    """All that a speaker is quoted as saying, some stories at a time."""

    speaker: QuotedSpeakerJson
    stories: list[SpokenStoryJson]
    namesakes: list[str]
    next: int | None


def speakers_to_json(page: SpeakerPage, after: int) -> SpeakersJson:
    """Speakers from place `after` on."""
    reached = after + len(page.speakers)
    return {
        "speakers": [_speaker_to_json(speaker) for speaker in page.speakers],
        "next": reached if page.has_more else None,
    }


def spoken_to_json(spoken: Spoken, after: int) -> SpokenJson:
    """A speaker with stories from place `after` on."""
    return {
        "speaker": _speaker_to_json(spoken.speaker),
        "stories": [_story_to_json(story) for story in spoken.stories],
        "namesakes": list(spoken.namesakes),
        "next": after + len(spoken.stories) if spoken.has_more else None,
    }


def _speaker_to_json(speaker: Speaker) -> QuotedSpeakerJson:
    return {
        "name": speaker.name,
        "forms": list(speaker.forms),
        "quotes": speaker.quotes,
        "claims": speaker.claims,
        "stories": speaker.stories,
        "last_on": speaker.last_on,
    }


def _story_to_json(story: SpokenStory) -> SpokenStoryJson:
    return {
        "story": story.story,
        "title": story.title,
        "happened_on": story.happened_on,
        "names": list(story.names),
        "taken_for": story.taken_for,
        "utterances": [_utterance_to_json(utterance) for utterance in story.utterances],
    }


def _utterance_to_json(utterance: Utterance) -> UtteranceJson:
    return {
        "point": utterance.point,
        "title": utterance.title,
        "verdict": utterance.verdict,
        "independent_sources": utterance.independent_sources,
        "sayings": [_saying_to_json(saying) for saying in utterance.sayings],
    }


def _saying_to_json(saying: Saying) -> SayingJson:
    printing = saying.printing
    return {
        "report": printing.report,
        "start": saying.span.start,
        "end": saying.span.end,
        "text": saying.text,
        "outlet": printing.outlet,
        "place": printing.place,
        "published_on": printing.published_on,
        "lineage": printing.lineage,
        "kind": saying.kind,
        "sentence": saying.sentence,
        "speaker": saying.speaker,
        "force": saying.force,
    }
