"""The pages of speakers: who is quoted, and everything that each is quoted as saying."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from secondsource.archive.speakers import SPEAKERS, STORIES, list_speakers, load_spoken
from secondsource.model.speakers import Saying, SpeakerOrder, SpokenStory, Utterance
from secondsource.surfaces.page.phrases import POINT_VERDICTS
from secondsource.surfaces.page.wordings import Compared, compare_wordings
from secondsource.surfaces.web.addresses import report_address, story_address
from secondsource.surfaces.web.paging import After, Asked, find_pages
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.requests import TheArchive

MARKS = " \t\n,\"“”„‟«»‘’'"
"""What stands around quoted words and is no part of them."""
MOST_WORK = 20_000_000
"""Products of the lengths of two wordings, added up over a page, up to which they are compared: about 0.1 s."""
MOST_UTTERANCES = 40
"""Things said that are shown of one story; its own page has them all."""
PLAIN = frozenset(["states", "says", None])
"""Forces of which nothing need be said."""

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ShownSaying:
    """Where words stand, who printed them, and what is to be said of how: of whom they are, or with what force."""

    address: str
    name: str
    published_on: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ShownWording:
    """Words that some reports share, beside the first wording of an utterance."""

    compared: Compared
    sayings: tuple[ShownSaying, ...]


@dataclass(frozen=True, slots=True)
class ShownUtterance:
    """One thing that a speaker said; `verdict` is None where nothing need be said."""

    title: str
    sources: int
    reports: int
    is_denial: bool
    verdict: str | None
    verdict_name: str
    wordings: tuple[ShownWording, ...]


@dataclass(frozen=True, slots=True)
class ShownSpeech:
    """What a speaker says in one story."""

    told: SpokenStory
    address: str
    utterances: tuple[ShownUtterance, ...]
    more: int


@router.get("/speakers")
def show_speakers(
    request: Request, archive: TheArchive, name: Asked = "", order: SpeakerOrder = "most", after: After = 0
) -> HTMLResponse:
    """Everyone who is quoted."""
    page = list_speakers(archive, name, order, after=after)
    pages = find_pages(request, after, SPEAKERS, page.has_more)
    return render("speakers.html", page=page, pages=pages, asked=name, order=order)


@router.get("/speakers/{name:path}")
def show_speaker(request: Request, archive: TheArchive, name: str, after: After = 0) -> HTMLResponse:
    """All that one is quoted as saying, by story."""
    spoken = load_spoken(archive, name, after=after)
    return render(
        "speaker.html",
        spoken=spoken,
        speeches=_show_speeches(name, spoken.stories),
        pages=find_pages(request, after, STORIES, spoken.has_more),
    )


def _show_speeches(name: str, stories: Sequence[SpokenStory]) -> list[ShownSpeech]:
    left, shown = MOST_WORK, []
    for story in stories:
        utterances = []
        for utterance in story.utterances[:MOST_UTTERANCES]:
            left -= _work_of(utterance)
            utterances.append(_show_utterance(name, utterance, is_compared=left > 0))
        more = len(story.utterances) - len(utterances)
        shown.append(ShownSpeech(story, story_address(story.story), tuple(utterances), more))
    return shown


def _work_of(utterance: Utterance) -> int:
    lengths = [len(text) for text in {saying.text for saying in utterance.sayings}]
    return max(lengths) * (sum(lengths) - max(lengths))


def _show_utterance(name: str, utterance: Utterance, *, is_compared: bool) -> ShownUtterance:
    told = [(_bare(saying.text), saying.printing.lineage) for saying in utterance.sayings]
    compared = compare_wordings(told) if is_compared else compare_wordings(told, longest=0)
    verdict = utterance.verdict if utterance.verdict in ("differ", "denied") else None
    return ShownUtterance(
        utterance.title,
        utterance.independent_sources,
        len({saying.printing.report for saying in utterance.sayings}),
        utterance.is_denial,
        verdict,
        POINT_VERDICTS[verdict] if verdict else "",
        tuple(
            ShownWording(one, tuple(_show_saying(name, utterance.sayings[place]) for place in one.members))
            for one in compared
        ),
    )


def _bare(text: str) -> str:
    """Words without the marks around them, which differ from house to house."""
    return text.strip(MARKS) or text


def _show_saying(name: str, saying: Saying) -> ShownSaying:
    printing = saying.printing
    address = report_address(printing.report, saying.sentence)
    return ShownSaying(address, printing.name, printing.published_on, _note(name, saying))


def _note(name: str, saying: Saying) -> str | None:
    """Whom the report names instead, and what it has the speaker do other than say."""
    named = "names nobody" if saying.speaker is None else f"as “{saying.speaker}”" if saying.speaker != name else None
    force = saying.force if saying.force not in PLAIN else None
    return ", ".join(part for part in (named, force) if part) or None
