"""The desk: all that can be asked of an archive and done to it, one method each; what scripts, pages and API use."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from types import TracebackType

from secondsource.archive import browsing, deciding, judging, searching, versions
from secondsource.archive.adding import add
from secondsource.archive.archives import Archive
from secondsource.archive.cursors import cut, from_cursor
from secondsource.archive.deciding import Ruled
from secondsource.archive.exporting import EXPORTS, Row
from secondsource.archive.holdings import find_holding
from secondsource.archive.meanings import embed_new, find_like
from secondsource.archive.outlets import REPORTS, list_outlets, load_outlet
from secondsource.archive.queries import parse
from secondsource.archive.searching import PAGE
from secondsource.archive.sending import send
from secondsource.archive.speakers import STORIES, list_speakers, load_spoken
from secondsource.errors import MissingError, UsageError
from secondsource.model.decisions import Decision, LoggedDecision
from secondsource.model.disputes import Dispute, DisputeFilter
from secondsource.model.exports import ExportKind
from secondsource.model.findings import JudgedStory
from secondsource.model.listings import StoryFilter
from secondsource.model.outlets import Outlet, OutletOrder, OutletPage
from secondsource.model.queries import Found, HitReport, Holding, Query
from secondsource.model.reports import Addition, Rejection
from secondsource.model.slices import Slice
from secondsource.model.speakers import SpeakerOrder, SpeakerPage, Spoken
from secondsource.model.stories import StorySummary
from secondsource.model.versions import Article
from secondsource.pipeline import ReadReport
from secondsource.settings import Settings
from secondsource.store import slices
from secondsource.store.reports import find_report

MOST = 50
"""Rows of a list unless more or fewer are asked for; a choice."""

EVERY_STORY = StoryFilter()
EVERY_DISPUTE = DisputeFilter()


class Desk:
    """An archive to work with; `secondsource.open` opens one. Close it, or use it in a `with` block.

    Every method raises ArchiveError when the archive cannot be read or written, and MissingError (a UsageError) when
    what it names is not there.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def close(self) -> None:
        """Let go of the archive's files."""
        self.archive.close()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def stories(
        self, asked: StoryFilter = EVERY_STORY, *, most: int = MOST, after: str | None = None, by_id: bool = False
    ) -> Slice[StorySummary]:  # fmt: skip
        """Stories in short, the latest first; `after` is the `next` of the slice before.

        With `by_id`, in the order of their ids: then all slices together hold every story, also while reports come in.
        """
        listed = browsing.slice_stories_by_id if by_id else browsing.slice_stories
        return listed(self.archive, asked, most=most, after=after)

    def story(self, story: str) -> JudgedStory:
        """A story with all that was found out about it; compared now where that is still to be done."""
        return judging.load_judged(self.archive, story)

    def reports(
        self, query: Query | str = "", *, language: str | None = None, most: int = MOST, after: str | None = None
    ) -> Slice[HitReport]:  # fmt: skip
        """Reports in short, the one that was added last first; of a query, what it asks of reports counts.

        `language` is a code such as "en".
        """
        asked = _to_query(query)
        keys = from_cursor(after, 1)
        if keys and not (keys[0].isascii() and keys[0].isdigit()):
            raise UsageError("`after` is no cursor of this list: give the `next` of the page before, or leave it out")
        with self.archive.database.reading() as connection:
            before = int(keys[0]) if keys else None
            found = slices.find_report_slice(connection, asked, language, most + 1, before)
        rest = cut(found, most, lambda one: (str(one.number),))
        return Slice(tuple(one.told for one in rest.items), rest.next)

    def report(self, report: str) -> ReadReport:
        """A report with everything that was read from it."""
        with self.archive.database.reading() as connection:
            stored = find_report(connection, report)
        if stored is None:
            raise MissingError(f"there is no report {report}; the stories name theirs")
        return ReadReport(stored.reading, stored.statements)

    def versions(self, named: str) -> list[Article]:
        """The article of a report, those at an address, or those of a story that were seen with several wordings."""
        return versions.load_articles(self.archive, named)

    def search(self, query: Query | str, *, most: int = PAGE, after: int = 0) -> Found:
        """Up to `most` hits from place `after` on, the best first; a query in words is parsed.

        Raises UsageError, which names the place, when the query makes no sense.
        """
        return searching.search(self.archive, _to_query(query), most=most, after=after)

    def like(self, text: str, query: Query | str = "", *, most: int = PAGE) -> Found:
        """Quotations and claims that say what the text says, in whatever words; the most alike first."""
        self._embed()
        return find_like(self.archive, text, _to_query(query), most=most)

    def holding(self, text: str, query: Query | str = "", *, most: int = PAGE) -> tuple[Holding, ...]:
        """The reports that hold a text, word for word or rewritten; those that hold most of it first."""
        self._embed()
        return find_holding(self.archive, text, _to_query(query), most=most)

    def disputes(
        self, asked: DisputeFilter = EVERY_DISPUTE, *, most: int = MOST, after: str | None = None
    ) -> Slice[Dispute]:  # fmt: skip
        """What cannot all be so, or is denied, the one that was found last first."""
        with self.archive.database.reading() as connection:
            found = slices.find_dispute_slice(connection, asked, most + 1, _two(after))
        return cut(found, most, lambda one: (one.found_at, one.id))

    def speakers(
        self, name: str = "", order: SpeakerOrder = "most", *, most: int = MOST, after: int = 0
    ) -> SpeakerPage:
        """Those whom reports quote and whose names hold these words, from place `after` on."""
        return list_speakers(self.archive, name, order, most=most, after=after)

    def speaker(self, name: str, *, most: int = STORIES, after: int = 0) -> Spoken:
        """Everything that a speaker is quoted as saying, up to `most` stories from place `after` on."""
        return load_spoken(self.archive, name, most=most, after=after)

    def outlets(self, name: str = "", order: OutletOrder = "most", *, most: int = MOST, after: int = 0) -> OutletPage:
        """Outlets whose names hold these words, from place `after` on."""
        return list_outlets(self.archive, name, order, most=most, after=after)

    def outlet(self, name: str, *, most: int = REPORTS, after: int = 0) -> Outlet:
        """What comparing says of an outlet, and up to `most` of its reports from place `after` on."""
        return load_outlet(self.archive, name, most=most, after=after)

    def decisions(self, *, undone: bool = False) -> list[tuple[LoggedDecision, tuple[int, ...]]]:
        """The decisions that hold, in order, each with those that overrule it; with `undone`, the others too."""
        return deciding.load_log(self.archive, undone=undone)

    def decision(self, number: int) -> tuple[LoggedDecision, tuple[int, ...]]:
        """The decision with this number, whether it holds or was undone, and those that overrule it."""
        for made, overruled_by in self.decisions(undone=True):
            if made.number == number:
                return made, overruled_by
        raise MissingError(f"there is no decision {number}; the list of decisions has them all")

    def merge(self, story: str, other: str, *, by: str) -> Ruled:
        """Two stories are one. What follows holds for this decision and the next five.

        It is logged with who decided, takes effect at once, and holds through all that comes. Raises UsageError when
        the decision makes no sense.
        """
        return self._decide(Decision("merge", self._first_of(story), self._first_of(other)), by)

    def split(self, story: str, reports: Sequence[str], *, by: str) -> Ruled:
        """These reports leave the story and make one of their own."""
        return self._decide(Decision("split", tuple(reports)), by, story)

    def lock(self, story: str, *, by: str) -> Ruled:
        """The story is complete: no report comes or goes."""
        return self._decide(Decision("lock", self._first_of(story)), by)

    def rename(self, story: str, title: str, *, by: str) -> Ruled:
        """The story is called this."""
        return self._decide(Decision("rename", self._first_of(story), title=title), by)

    def not_a_copy(self, report: str, other: str, *, by: str) -> Ruled:
        """The first report does not go back to the text of the second: they are two sources."""
        return self._decide(Decision("not a copy", (report,), (other,)), by)

    def same_source(self, reports: Sequence[str], *, by: str) -> Ruled:
        """These reports go back to one text: they are one source."""
        return self._decide(Decision("same source", tuple(reports)), by)

    def undo(self, number: int, by: str) -> LoggedDecision:
        """Take a decision back."""
        return deciding.undo(self.archive, number, by)

    def add(self, paths: Sequence[str], *, as_text: bool = False, fetch: bool = False) -> list[Addition | Rejection]:
        """Take every document at `paths` (what `secondsource.read` takes) in, and compare the stories that changed."""
        became = list(add(self.archive, paths, as_text=as_text, fetch=fetch))
        for _ in self.bring_up_to_date():
            pass
        return became

    def send(self, name: str, content: bytes) -> list[Addition | Rejection]:
        """Take the bytes of a text, a page or a file in under this name; stories are compared when they are asked for.

        Raises LimitError when it holds too many reports for one go.
        """
        return send(self.archive, name, content)

    def bring_up_to_date(self) -> Iterator[str]:
        """Compare the stories that changed, and embed new statements; the id of each story and report that is done."""
        return chain(judging.judge_changed(self.archive), embed_new(self.archive))

    def export(self, kind: ExportKind) -> Iterator[Row]:
        """Everything of one kind, a flat row at a time, in an order that stays the same; see docs/api.md."""
        return EXPORTS[kind].read(self.archive)

    def _first_of(self, story: str) -> tuple[str]:
        return (deciding.find_first_report(self.archive, story),)

    def _decide(self, decision: Decision, by: str, story: str | None = None) -> Ruled:
        return deciding.decide(self.archive, decision, by, story)

    def _embed(self) -> None:
        for _ in embed_new(self.archive):
            pass


def open_desk(folder: Path | str | None = None, settings: Settings | None = None, *, make: bool = False) -> Desk:
    """The desk of the archive in `folder`, or of the one that the settings name; with `make`, made if it isn't there.

    Raises ArchiveError when there is none, or it cannot be opened.
    """
    return Desk(Archive(Path(folder) if folder is not None else None, settings, make=make))


def _to_query(query: Query | str) -> Query:
    return parse(query) if isinstance(query, str) else query


def _two(after: str | None) -> tuple[str, str] | None:
    keys = from_cursor(after, 2)
    return (keys[0], keys[1]) if keys else None
