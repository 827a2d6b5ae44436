"""Speakers: everything that each is quoted as saying across stories, by story and point."""

from collections.abc import Iterator, Mapping, Sequence

from secondsource.archive.archives import Archive
from secondsource.errors import MissingError
from secondsource.model.ids import digest
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
from secondsource.store import speakers, stories
from secondsource.store.speakers import Heard, Matter, Said, Told

STORIES = 10
"""Stories of a speaker at once; a choice."""
SPEAKERS = 50
"""Speakers on a page; a choice."""
LEAST_ALIKE = 1 / 3
"""Share of what a statement and a point's words cover together that both must have, for one to be the other: from
“calls to put it off” to the whole sentence that tells of a day, four fifths are other matters. A choice."""


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
        told_in = [one.story for one in shown]
        names = sorted({used for one in shown for used, _ in one.names})
        said = speakers.load_said(connection, told_in, names)
        told = speakers.load_told(connection, told_in, names, [one.begins_in for one in said])
        matters = speakers.load_matters(connection, told_in, sorted({one.point for one in told}))
        reports = {one.report for one in said} | {one.said.report for one in told}
        printings = speakers.load_printings(connection, sorted(reports))
        namesakes = speakers.find_namesakes(connection, name)
    return Spoken(
        speaker,
        tuple(_show(name, one, said, told, matters, printings) for one in shown),
        len(heard) > most,
        tuple(namesakes),
    )


def find_spoken_state(archive: Archive, name: str, *, most: int = STORIES, after: int = 0) -> str:
    """A digest of what `load_spoken` rests on when asked the same: another one as soon as any of it changes."""
    with archive.database.reading() as connection:
        heard = speakers.find_heard(connection, name, most + 1, after)
        known = (speakers.find_speaker(connection, name), heard, speakers.find_namesakes(connection, name))
        states = stories.find_states(connection, [one.story for one in heard])
        return digest(repr(known), *states.values())


def _show(
    name: str,
    heard: Heard,
    said: Sequence[Said],
    told: Sequence[Told],
    matters: Mapping[str, Matter],
    printings: Mapping[str, Printing],
) -> SpokenStory:
    names = tuple(used for used, _ in heard.names)
    spoken = [one for one in said if one.story == heard.story and one.speaker in names]
    kinds = dict.fromkeys(one.kind for one in spoken)
    ours = [one for kind in kinds for one in _without_parts([one for one in spoken if one.kind == kind])]
    theirs = [one for one in told if one.said.story == heard.story]
    groups: dict[str, list[Said]] = {}
    alone: dict[str, list[Said]] = {}
    for one in ours:
        point = _point_of(one, theirs)
        (groups.setdefault(point, []) if point else alone.setdefault(" ".join(one.text.split()), [])).append(one)
    for other in _told_otherwise(ours, theirs):
        if other.point in groups:
            groups[other.point].append(other.said)
    utterances = [_to_utterance(point, found, matters[point], printings) for point, found in groups.items()]
    utterances += [_to_utterance(None, found, Matter(text, None, 1), printings) for text, found in alone.items()]
    utterances.sort(key=lambda one: _place(one, names))
    return SpokenStory(
        heard.story,
        heard.title,
        heard.happened_on,
        names,
        next((full for used, full in heard.names if used == name and full != name), None),
        tuple(utterances),
    )


def _place(utterance: Utterance, names: Sequence[str]) -> tuple[bool, int, bool, int, int]:
    """What most lineages ascribe to the speaker first, in words before in substance; what more give to others last.

    Of equals, those on more independent sources and in more reports.
    """
    own = [one for one in utterance.sayings if one.speaker in names]
    others = [one for one in utterance.sayings if one.speaker and one.speaker not in names]
    lineages, reports = _spread(own)
    is_quoted = any(one.kind == "quote" for one in own)
    return _spread(others) > (lineages, reports), -lineages, not is_quoted, -utterance.independent_sources, -reports


def _spread(sayings: Sequence[Saying]) -> tuple[int, int]:
    """In how many lineages they stand, and in how many reports."""
    return len({one.printing.lineage for one in sayings}), len({one.printing.report for one in sayings})


def _point_of(said: Said, told: Sequence[Told]) -> str | None:
    """The point that a statement is part of: of quoted words that it prints, else that with most nearly its words.

    None where all are far longer: a few words of a sentence are not what the sentence tells.
    """
    beside = [one for one in told if one.said.report == said.report and one.said.span.overlaps(said.span)]
    fits = [(_prints(said, one.said), _likeness(one.said, said), one.said.kind == said.kind) for one in beside]
    best = max(range(len(beside)), key=fits.__getitem__, default=None)
    if best is None or not (fits[best][0] or fits[best][1] >= LEAST_ALIKE):
        return None
    return beside[best].point


def _prints(said: Said, words: Said) -> bool:
    """Whether a statement holds these words as a quote."""
    return said.kind == words.kind == "quote" and said.span.contains(words.span)


def _likeness(one: Said, other: Said) -> float:
    """What two statements of a report have in common of all that they cover, as a share."""
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return common / (max(one.span.end, other.span.end) - min(one.span.start, other.span.start))


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
        for one in _without_parts(said)
    ]
    return Utterance(point, matter.title, matter.verdict, matter.independent_sources, tuple(sayings))


def _without_parts(said: Sequence[Said]) -> Iterator[Said]:
    """Each stretch of a report once: without those that lie within another."""
    kept: dict[str, list[Span]] = {}
    for one in sorted(said, key=lambda one: one.span.start - one.span.end):
        spans = kept.setdefault(one.report, [])
        if not any(span.contains(one.span) for span in spans):
            spans.append(one.span)
    return (one for one in said if one.span in kept[one.report])
