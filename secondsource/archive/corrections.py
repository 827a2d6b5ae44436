"""What a person who corrects the machine is shown: what a decision would come to, and what was decided."""

from collections.abc import Sequence

from secondsource.archive.archives import Archive
from secondsource.archive.deciding import load_log, weigh
from secondsource.archive.rulings import in_current_form
from secondsource.errors import MissingError
from secondsource.model.corrections import Correctable, Foreseen, LogLine, LogPage
from secondsource.model.decisions import Decision, LoggedDecision
from secondsource.model.queries import HitReport
from secondsource.model.stories import StorySummary
from secondsource.store import corrections, decisions, stories
from secondsource.store.database import Transaction
from secondsource.store.reports import find_current
from secondsource.text.rarity import find_word_forms, rarity

LINES = 50
"""Decisions on a page; a choice."""
SHOWN = 12
"""Reports of a decision of the log that are named."""
CANDIDATES = 10
"""Stories that are proposed for a merge; a choice."""
TELLING = 8
"""Words of a title, the rarest, by which stories like it are looked for."""
LEAST_RARITY = 2.5
"""Rarity of such a word (as in archive/holdings.py)."""


def load_correctable(archive: Archive, story_id: str) -> Correctable:
    """What can be corrected of a story. Raises MissingError when there is none with this id."""
    with archive.database.reading() as connection:
        summary = _load_story(connection, story_id)
        members = stories.members_of(connection, story_id)
        named = corrections.load_names(connection, members)
        lock = _find_lock(connection, members)
    return Correctable(summary, tuple(named[member] for member in members), lock)


def find_candidates(archive: Archive, story_id: str) -> tuple[StorySummary, ...]:
    """Other stories whose titles have the telling words of this one's, the most alike first; none may be the same."""
    with archive.database.reading() as connection:
        summary = _load_story(connection, story_id)
        words = sorted(set(find_word_forms(summary.title)), key=lambda word: (-rarity(word), word))
        words = [word for word in words if rarity(word) >= LEAST_RARITY][:TELLING] or words[:1]
        found = corrections.find_titled_alike(connection, words, story_id, CANDIDATES)
        return tuple(stories.load_story(connection, one) for one in found)


def foresee(archive: Archive, decision: Decision, story: str | None = None) -> Foreseen:
    """What a decision would come to; nothing is decided. Raises what `decide` raises."""
    with archive.database.reading() as connection:
        weighed = weigh(connection, decision, story)
        named = (*weighed.decision.reports, *weighed.decision.others)
        held = sorted(set(stories.stories_of(connection, named).values()))
        before = {made.number: made for made in decisions.load_decisions(connection)}
        return Foreseen(
            weighed.decision,
            tuple(stories.load_story(connection, one) for one in held),
            corrections.load_names(connection, named),
            tuple(before[number] for number in weighed.overrules),
        )


def find_line(archive: Archive, number: int) -> LogLine:
    """The decision with this number. Raises MissingError when there is none."""
    with archive.database.reading() as connection:
        made = decisions.find_decision(connection, number)
        if made is None:
            raise MissingError(f"there is no decision {number}; the log lists them")
        return _to_lines(connection, [(made, ())])[0]


def load_log_page(archive: Archive, *, most: int = LINES, after: int = 0) -> LogPage:
    """Up to `most` decisions, undone ones too, from place `after` on, the latest first."""
    logged = load_log(archive, undone=True)[::-1]
    with archive.database.reading() as connection:
        return LogPage(tuple(_to_lines(connection, logged[after : after + most])), len(logged))


def find_stories_of(archive: Archive, decision: Decision) -> tuple[str, ...]:
    """The stories, as they now are, of the reports that a decision names."""
    with archive.database.reading() as connection:
        now = find_current(connection, (*decision.reports, *decision.others))
        return tuple(sorted(set(stories.stories_of(connection, sorted(set(now.values()))).values())))


def _to_lines(connection: Transaction, logged: Sequence[tuple[LoggedDecision, tuple[int, ...]]]) -> list[LogLine]:
    shown = [(made.decision.reports[:SHOWN], made.decision.others[:SHOWN]) for made, _ in logged]
    named = corrections.load_names(connection, sorted({report for pair in shown for part in pair for report in part}))

    def names(reports: Sequence[str]) -> tuple[HitReport, ...]:
        return tuple(named[report] for report in reports if report in named)

    return [
        LogLine(made, overruled_by, names(reports), names(others))
        for (made, overruled_by), (reports, others) in zip(logged, shown, strict=True)
    ]


def _load_story(connection: Transaction, story_id: str) -> StorySummary:
    if not stories.has_story(connection, story_id):
        raise MissingError(f"there is no story {story_id}; `secondsource stories` lists them")
    return stories.load_story(connection, story_id)


def _find_lock(connection: Transaction, members: Sequence[str]) -> LoggedDecision | None:
    """The last lock that is on any of these reports."""
    locks = [made for made in decisions.load_decisions(connection) if made.decision.kind == "lock"]
    current = in_current_form(connection, locks)
    return next((made for made in reversed(current) if not set(made.decision.reports).isdisjoint(members)), None)
