"""How people correct the machine: a decision is logged, takes effect on the stories at once, and can be undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from secondsource.archive.archives import Archive
from secondsource.archive.growing import Growth
from secondsource.archive.rulings import Rulings, gather, in_current_form, load_rulings
from secondsource.errors import MissingError, UsageError
from secondsource.model.decisions import Decision, LoggedDecision
from secondsource.store import decisions, neighbours, reports, stories
from secondsource.store.database import Transaction

OF_STORIES = ("merge", "split", "lock")
OF_SOURCES = ("not a copy", "same source")


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision that was made; `overrules` are the numbers of earlier ones that hold no longer, or hold in part.

    `stories` are the stories that it is about, as they are now.
    """

    number: int
    overrules: tuple[int, ...]
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A decision about all that it concerns, and the numbers of the earlier ones that it would contradict."""

    decision: Decision
    overrules: tuple[int, ...]


def weigh(connection: Transaction, decision: Decision, story: str | None = None) -> Weighed:
    """What a decision would be and contradict, without making it. Raises UsageError when it makes no sense."""
    before = load_rulings(connection)
    whole = _Hearing(connection, before).complete(decision, story)
    after = before.with_decision(LoggedDecision(0, whole, "", ""))
    return Weighed(whole, _overruled(before, after))


def decide(archive: Archive, decision: Decision, by: str, story: str | None = None) -> Ruled:
    """Log a decision and have the stories follow it, in one transaction.

    To speak of a story, name one of its reports: what is logged names all that it has at this moment, and the latest
    version of each. Where `story` is given, the reports must be its own. Raises UsageError when the decision makes no
    sense or concerns a locked story; ArchiveError.
    """
    at = archive.now()
    with archive.database.writing() as connection:
        before = load_rulings(connection)
        whole = _Hearing(connection, before).complete(decision, story)
        number = decisions.save_decision(connection, whole, by, at)
        after = before.with_decision(LoggedDecision(number, whole, by, at))
        changed = _apply(archive, connection, whole, after, at)
        archive.log.append([decisions.to_entry(number, whole, by, at)])
    return Ruled(number, _overruled(before, after), changed)


def _overruled(before: Rulings, after: Rulings) -> tuple[int, ...]:
    """Numbers of the decisions of which less holds after another was made."""
    return tuple(sorted({*before.stories.changed_by(after.stories), *before.sources.changed_by(after.sources)}))


def undo(archive: Archive, number: int, by: str) -> LoggedDecision:
    """Take a decision back, and have the machine say again what it ruled of, in one transaction; the decision.

    Raises UsageError when there is none with this number, or it was undone before; ArchiveError.
    """
    at = archive.now()
    with archive.database.writing() as connection:
        made = _find(connection, number)
        decisions.mark_undone(connection, number, by, at)
        (now,) = in_current_form(connection, [made])
        _withdraw(archive, connection, now.decision, at)
        archive.log.append([decisions.to_undone_entry(number, by, at)])
    return replace(made, undone_by=by, undone_at=at)


def enter_decision(connection: Transaction, entry: Mapping[str, Any]) -> None:
    """Enter what the log tells of a decision and the database lacks; the reports it names are to be placed again.

    Raises ArchiveError when the entry makes no sense.
    """
    logged = decisions.enter_entry(connection, entry)
    for made in in_current_form(connection, [logged] if logged else []):
        named = (*made.decision.reports, *made.decision.others)
        neighbours.mark_unplaced(connection, named)
        for story in sorted(set(stories.stories_of(connection, named).values())):
            stories.mark_changed(connection, story)


def _find(connection: Transaction, number: int) -> LoggedDecision:
    made = decisions.find_decision(connection, number)
    if made is None:
        raise MissingError(f"there is no decision {number}; `secondsource decisions` lists them")
    if made.undone_at is not None:
        raise UsageError(f"decision {number} was undone by {made.undone_by} on {made.undone_at[:10]} already")
    return made


def _apply(archive: Archive, connection: Transaction, decision: Decision, rulings: Rulings, at: str) -> tuple[str, ...]:
    """Have the stories follow a new decision; nothing moves but what it names. The stories that it is about."""
    growth = Growth(connection, rulings, archive.settings, at)
    if decision.kind == "merge":
        return tuple(growth.arrange([[*decision.reports, *decision.others]]))
    if decision.kind == "split":
        return tuple(growth.arrange([decision.reports, decision.others]))
    (story,) = set(stories.stories_of(connection, decision.reports[:1]).values())
    if decision.kind == "rename":
        growth.entitle(story)
    elif decision.kind in OF_SOURCES:
        stories.mark_changed(connection, story)
    return (story,)


def _withdraw(archive: Archive, connection: Transaction, decision: Decision, at: str) -> None:
    """Have the machine say again, within what other decisions rule, what this one ruled of."""
    growth = Growth(connection, load_rulings(connection), archive.settings, at)
    named = (*decision.reports, *decision.others)
    held = stories.stories_of(connection, named)
    if decision.kind in OF_STORIES:
        if decision.kind == "merge":
            growth.part(decision.reports, decision.others)
        elif decision.kind == "split" and len(held) > archive.settings.group.most_parted:
            growth.join(named)
        for report in _representatives(named, held, archive.settings.group.most_parted):
            growth.place_again(report)
        return
    for story in sorted(set(held.values())):
        if decision.kind == "rename":
            growth.entitle(story)
        else:
            stories.mark_changed(connection, story)


def _representatives(named: Sequence[str], held: Mapping[str, str], most: int) -> list[str]:
    """Those of these reports that are to find their place again: all, or a few of each of many.

    Up to `most` reports are parted anew at a time; the place of one among more tells nothing of the others.
    """
    present = [report for report in named if report in held]
    return present if len(present) <= most else [*present[: most // 2], *present[-most // 2 :]]


class _Hearing:
    """Sees whether a decision makes sense, and what it is about, within one transaction."""

    def __init__(self, connection: Transaction, rulings: Rulings) -> None:
        self._connection = connection
        self._rulings = rulings

    def complete(self, decision: Decision, story: str | None = None) -> Decision:
        """The decision about all reports that it concerns. Raises UsageError when it makes no sense."""
        ones, others = self._latest(decision.reports), self._latest(decision.others)
        if story is not None and self._story_of(ones) != story:
            raise UsageError(f"report {decision.reports[0]} is not of story {story} but of {self._story_of(ones)}")
        if decision.kind == "merge":
            return self._merge(self._story_of(ones), self._story_of(others))
        if decision.kind == "split":
            return self._split(ones)
        if decision.kind == "lock":
            story = self._unlocked(self._story_of(ones))
            return Decision("lock", self._members(story))
        if decision.kind == "rename":
            return self._rename(self._story_of(ones), decision.title)
        return self._source(decision.kind, ones, others)

    def _merge(self, one: str, other: str) -> Decision:
        if one == other:
            raise UsageError(f"these are one story already: {one}")
        return Decision("merge", self._members(self._unlocked(one)), self._members(self._unlocked(other)))

    def _split(self, leaving: tuple[str, ...]) -> Decision:
        members = self._members(self._unlocked(self._story_of(leaving)))
        staying = tuple(report for report in members if report not in leaving)
        if not staying:
            raise UsageError("these are all the reports that the story has: name those that are to leave it")
        return Decision("split", leaving, staying)

    def _rename(self, story: str, title: str | None) -> Decision:
        named = " ".join((title or "").split())
        if not named:
            raise UsageError("a story needs a title with words in it")
        return Decision("rename", self._members(story), title=named)

    def _source(self, kind: str, ones: tuple[str, ...], others: tuple[str, ...]) -> Decision:
        named = (*ones, *others)
        if len(set(named)) < max(2, len(named)):
            raise UsageError(f"“{kind}” is said of two different reports; versions of one article are one")
        if len(set(self._stories(named).values())) > 1:
            raise UsageError(
                "these reports are of different stories, and only reports of one story are compared:"
                " `secondsource decide merge` makes them one"
            )
        return Decision("not a copy", ones, others) if others else Decision("same source", ones)

    def _latest(self, named: Sequence[str]) -> tuple[str, ...]:
        """The latest versions of the articles that these reports are versions of."""
        current = reports.find_current(self._connection, named)
        missing = [report for report in named if report not in current]
        if missing:
            raise MissingError(
                f"there is no report {missing[0]}; `secondsource story STORY --json -` lists those it has"
            )
        return tuple(dict.fromkeys(current[report] for report in named))

    def _stories(self, named: Sequence[str]) -> dict[str, str]:
        if not named:
            raise UsageError("nothing to decide: no report is named")
        return stories.stories_of(self._connection, named)

    def _story_of(self, named: tuple[str, ...]) -> str:
        """The one story of these reports."""
        found = sorted(set(self._stories(named).values()))
        if len(found) > 1:
            raise UsageError(f"these reports are of different stories: {', '.join(found)}")
        return found[0]

    def _members(self, story: str) -> tuple[str, ...]:
        return tuple(stories.members_of(self._connection, story))

    def _unlocked(self, story: str) -> str:
        members = self._members(story)
        if any(self._rulings.lock_of(report) for report in members):
            locks = [made for made in decisions.load_decisions(self._connection) if made.decision.kind == "lock"]
            made = next(one for one in in_current_form(self._connection, locks)[::-1]
                        if not set(one.decision.reports).isdisjoint(members))  # fmt: skip
            raise UsageError(f"story {story} is locked ({made.ruled}): `secondsource undo {made.number}` unlocks it")
        return story


def find_first_report(archive: Archive, story: str) -> str:
    """The first report of a story. Raises MissingError when there is no story with this id."""
    with archive.database.reading() as connection:
        members = stories.members_of(connection, story)
    if not members:
        raise MissingError(f"there is no story {story}; `secondsource stories` lists them")
    return members[0]


def load_log(archive: Archive, *, undone: bool = False) -> list[tuple[LoggedDecision, tuple[int, ...]]]:
    """The decisions that hold, in the order in which they were made, each with those that overrule it at least in part.

    With `undone`, those that were undone too.
    """
    with archive.database.reading() as connection:
        logged = decisions.load_decisions(connection, undone=undone)
        holding = in_current_form(connection, [made for made in logged if made.undone_at is None])
    by: dict[int, list[int]] = {}
    for place, made in enumerate(holding):
        before, after = gather(holding[:place]), gather(holding[: place + 1])
        for number in (*before.stories.changed_by(after.stories), *before.sources.changed_by(after.sources)):
            by.setdefault(number, []).append(made.number)
    return [(made, tuple(by.get(made.number, ()))) for made in logged]
