"""The pages of speakers: who is quoted, and everything that each is quoted as saying."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from secondsource.archive.speakers import SPEAKERS, find_spoken_state, list_speakers, load_spoken
from secondsource.model.speakers import Saying, SpeakerOrder, Spoken, SpokenStory, Utterance
from secondsource.surfaces.page.phrases import POINT_VERDICTS, counted, number, opening
from secondsource.surfaces.page.wordings import Compared, compare_wordings
from secondsource.surfaces.web.addresses import report_address, story_address
from secondsource.surfaces.web.kept import TheKept
from secondsource.surfaces.web.paging import After, Asked, find_pages
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.requests import TheArchive

MARKS = " \t\n,\"“”„‟«»‘’'"
"""What stands around quoted words and is no part of them."""
STORIES = 3
"""Stories of a speaker on a page: to compare all wordings in three takes about a tenth of a second."""
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
    """One thing that a speaker said; `verdict` is None where nothing need be said.

    `sources` is None where it could not be set beside what others tell; `others` says who else it is ascribed to.
    """

    title: str
    sources: int | None
    reports: int
    others: str | None
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
def show_speaker(request: Request, archive: TheArchive, kept: TheKept, name: str, after: After = 0) -> Response:
    """All that one is quoted as saying, by story."""

    def make() -> HTMLResponse:
        return _render(request, load_spoken(archive, name, most=STORIES, after=after), after)

    return kept.answer(request, find_spoken_state(archive, name, most=STORIES, after=after), make)


def _render(request: Request, spoken: Spoken, after: int) -> HTMLResponse:
    return render(
        "speaker.html",
        spoken=spoken,
        speeches=show_speeches(spoken.stories),
        pages=find_pages(request, after, STORIES, spoken.has_more),
    )


def show_speeches(stories: Sequence[SpokenStory]) -> list[ShownSpeech]:
    """What a speaker says in these stories; on a page of very long quotes, the last are only listed."""
    left, shown = MOST_WORK, []
    for story in stories:
        utterances = []
        for utterance in story.utterances[:MOST_UTTERANCES]:
            left -= _work_of(utterance)
            utterances.append(_show_utterance(story.names, utterance, is_compared=left > 0))
        more = len(story.utterances) - len(utterances)
        shown.append(ShownSpeech(story, story_address(story.story), tuple(utterances), more))
    return shown


def _work_of(utterance: Utterance) -> int:
    lengths = [len(text) for text in {saying.text for saying in utterance.sayings}]
    return max(lengths) * (sum(lengths) - max(lengths))


def _show_utterance(names: Sequence[str], utterance: Utterance, *, is_compared: bool) -> ShownUtterance:
    told = [(_bare(saying.text), saying.printing.lineage) for saying in utterance.sayings]
    compared = compare_wordings(told) if is_compared else compare_wordings(told, longest=0)
    verdict = utterance.verdict if utterance.verdict in ("differ", "denied") else None
    wordings = [[utterance.sayings[place] for place in one.members] for one in compared]
    often = Counter(report for sayings in wordings for report in {saying.printing.report for saying in sayings})
    return ShownUtterance(
        utterance.title,
        utterance.independent_sources if utterance.point else None,
        len(often),
        _say_others(names, utterance.sayings),
        utterance.is_denial,
        verdict,
        POINT_VERDICTS[verdict] if verdict else "",
        tuple(
            ShownWording(one, tuple(_show_sayings(names, sayings, often)))
            for one, sayings in zip(compared, wordings, strict=True)
        ),
    )


def _say_others(names: Sequence[str], sayings: Sequence[Saying]) -> str | None:
    """How many reports ascribe the words to whom else."""
    reports: dict[str, set[str]] = {}
    for saying in sayings:
        if saying.speaker and saying.speaker not in names:
            reports.setdefault(saying.speaker, set()).add(saying.printing.report)
    told = [
        f"{counted(len(found), 'report ascribes', 'reports ascribe')} it to {speaker}"
        for speaker, found in sorted(reports.items(), key=lambda one: (-len(one[1]), one[0]))
    ]
    return opening("; ".join(told)) or None


def _bare(text: str) -> str:
    """Words without the marks around them, which differ from house to house."""
    return text.strip(MARKS) or text


def _show_sayings(names: Sequence[str], sayings: Iterable[Saying], often: Counter[str]) -> Iterable[ShownSaying]:
    """Each report that has a wording once; `often` is in how many wordings of the utterance it stands."""
    by_report: dict[str, list[Saying]] = {}
    for saying in sayings:
        by_report.setdefault(saying.printing.report, []).append(saying)
    for report, (saying, *again) in by_report.items():
        printing = saying.printing
        notes = [_note(names, saying)]
        notes += [f"prints it {counted(len(again) + 1, 'time')}"] if again else []
        notes += [f"prints {number(often[report])} of these wordings"] if often[report] > 1 else []
        told = ", ".join(note for note in notes if note) or None
        yield ShownSaying(report_address(report, saying.sentence), printing.name, printing.published_on, told)


def _note(names: Sequence[str], saying: Saying) -> str | None:
    """Whom the report names instead, and what it has the speaker do other than say."""
    named = "names nobody" if saying.speaker is None else None
    if saying.speaker and saying.speaker not in names:
        named = f"as “{saying.speaker}”"
    force = saying.force if saying.force not in PLAIN else None
    return ", ".join(part for part in (named, force) if part) or None
