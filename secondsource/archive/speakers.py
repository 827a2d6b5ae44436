"""Speakers: everything that each is quoted as saying across stories, by story and point."""

from collections.abc import Iterator, Mapping, Sequence

from secondsource.archive.archives import Archive
from secondsource.errors import MissingError
from secondsource.model.spans import Span
from secondsource.model.speakers import (
    Printing,
    Saying,
    SpeakerOrder,
    SpeakerPage,
    Spoken,
    SpokenStory,
    Utterance,
)
from secondsource.store import speakers
from secondsource.store.speakers import Heard, Matter, Said, Told

STORIES = 10
"""Stories of a speaker on a page; a choice."""
SPEAKERS = 50
"""Speakers on a page; a choice."""


def list_speakers(
    archive: Archive, asked: str = "", order: SpeakerOrder = "most", *, most: int = SPEAKERS, after: int = 0
) -> SpeakerPage:
    """Up to `most` of the speakers whose names hold the words asked for, from place `after` on."""
    with archive.database.reading() as connection:
        found = speakers.find_speakers(connection, asked, order, most + 1, after)
    return SpeakerPage(tuple(found[:most]), len(found) > most)


def load_spoken(archive: Archive, name: str, *, most: int = STORIES, after: int = 0) -> Spoken:
    """What a speaker is quoted as saying in up to `most` stories. Raises MissingError when nobody is called so."""
    with archive.database.reading() as connection:
        speaker = speakers.find_speaker(connection, name)
        if speaker is None:
            raise MissingError(f"nobody who is quoted in this archive is called {name}")
        heard = speakers.find_heard(connection, name, most + 1, after)
        shown = heard[:most]
        stories = [one.story for one in shown]
        names = sorted({used for one in shown for used, _ in one.names})
        said = speakers.load_said(connection, stories, names)
        told = speakers.load_told(connection, stories, names, [one.begins_in for one in said])
        matters = speakers.load_matters(connection, stories, sorted({one.point for one in told}))
        reports = {one.report for one in said} | {one.said.report for one in told}
        printings = speakers.load_printings(connection, sorted(reports))
        namesakes = speakers.find_namesakes(connection, name)
    return Spoken(
        speaker,
        tuple(_show(name, one, said, told, matters, printings) for one in shown),
        len(heard) > most,
        tuple(namesakes),
    )


def _show(
    name: str,
    heard: Heard,
    said: Sequence[Said],
    told: Sequence[Told],
    matters: Mapping[str, Matter],
    printings: Mapping[str, Printing],
) -> SpokenStory:
    names = tuple(used for used, _ in heard.names)
    ours = [one for one in said if one.story == heard.story and one.speaker in names]
    theirs = [one for one in told if one.said.story == heard.story]
    groups: dict[str, list[Said]] = {}
    alone: list[Said] = []
    for one in ours:
        point = _point_of(one, theirs)
        (groups.setdefault(point, []) if point else alone).append(one)
    for other in _told_otherwise(ours, theirs):
        if other.point in groups:
            groups[other.point].append(other.said)
    utterances = [_to_utterance(point, found, matters[point], printings) for point, found in groups.items()]
    utterances += [_to_utterance(None, [one], Matter(one.text, None, 1), printings) for one in alone]
    utterances.sort(key=lambda one: (-one.independent_sources, one.point is None, -len(one.sayings)))
    return SpokenStory(
        heard.story,
        heard.title,
        heard.happened_on,
        names,
        next((full for used, full in heard.names if used == name and full != name), None),
        tuple(utterances),
    )


def _point_of(said: Said, told: Sequence[Told]) -> str | None:
    """The point that a statement is part of: the one that has most of its words, first of the same kind."""
    beside = [one for one in told if one.said.report == said.report and one.said.span.overlaps(said.span)]
    best = max(beside, key=lambda one: (_common(one.said, said), one.said.kind == said.kind), default=None)
    return best.point if best else None


def _common(one: Said, other: Said) -> int:
    return min(one.span.end, other.span.end) - max(one.span.start, other.span.start)


def _told_otherwise(ours: Sequence[Said], told: Sequence[Told]) -> Iterator[Told]:
    """What reports tell of the same without naming the speaker for it, each place once."""
    known: dict[str, list[Span]] = {}
    for one in ours:
        known.setdefault(one.report, []).append(one.span)
    for other in told:
        spans = known.setdefault(other.said.report, [])
        if not any(span.overlaps(other.said.span) for span in spans):
            spans.append(other.said.span)
            yield other


def _to_utterance(
    point: str | None, said: Sequence[Said], matter: Matter, printings: Mapping[str, Printing]
) -> Utterance:
    sayings = [
        Saying(printings[one.report], one.kind, one.span, one.text, one.sentence, one.speaker, one.force)
        for one in said
    ]
    return Utterance(point, matter.title, matter.verdict, matter.independent_sources, tuple(sayings))
