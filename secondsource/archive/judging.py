"""What is to be said of the archive's stories, brought up to date where a story changed."""

from collections.abc import Iterator

from secondsource.archive.archives import Archive
from secondsource.archive.listing import find_listed
from secondsource.archive.makers import judged_by
from secondsource.archive.rulings import load_rulings
from secondsource.errors import MissingError
from secondsource.model.findings import JudgedStory
from secondsource.model.statements import Statements
from secondsource.model.stories import Story, StorySummary
from secondsource.pipeline import judge_story
from secondsource.store import judgements, reports, stories
from secondsource.store.database import Transaction


def judge_changed(archive: Archive) -> Iterator[str]:
    """Judge every story that changed since it was judged, or that other versions of the stages judged; its id, stored.

    Stories that another process changes meanwhile are left for the next time. Killed, it goes on where it was.
    """
    version = judged_by(archive.settings)
    passed: set[str] = set()
    while True:
        with archive.database.reading() as connection:
            waiting = [one for one in stories.find_waiting(connection, version) if one not in passed]
        if not waiting:
            return
        for story_id in waiting:
            passed.add(story_id)
            if judge(archive, story_id) is not None:
                yield story_id


def judge(archive: Archive, story_id: str) -> JudgedStory | None:
    """Judge a story and remember it; None when it was changed by somebody else in the meantime."""
    with archive.database.reading() as connection:
        if not stories.has_story(connection, story_id):
            return None
        before = stories.load_story(connection, story_id)
        story, found = _assemble(connection, before)
        ruled = load_rulings(connection).sources_among(found)
    judged = judge_story(story, found, archive.settings, ruled)
    with archive.database.writing() as connection:
        if not stories.has_story(connection, story_id) or stories.load_story(connection, story_id) != before:
            return None
        if load_rulings(connection).sources_among(found) != ruled:
            return None
        arrivals = judgements.find_arrivals(connection, list(found))
        judgements.save_verdicts(connection, judged, find_listed(judged, arrivals), judged_by(archive.settings))
    return judged


def load_judged(archive: Archive, story_id: str) -> JudgedStory:
    """A story with all that was found out about it; judged now where that is still to be done.

    Raises MissingError when there is no story with this id.
    """
    while True:
        judged = find_judged(archive, story_id) or judge(archive, story_id)
        if judged is not None:
            return judged


def find_judged(archive: Archive, story_id: str, *, with_parse: bool = True) -> JudgedStory | None:
    """A story with all that was found out about it; None while it has not been judged since it changed.

    Without the parse of its reports, which only stages need, it is there sooner, and kept for the next who asks.
    Raises MissingError when there is no story with this id.
    """
    with archive.database.reading() as connection:
        if not with_parse:
            return look_up(archive, connection, story_id)
        if not stories.has_story(connection, story_id):
            raise _say_missing(story_id)
        return _load(connection, story_id)


def look_up(archive: Archive, connection: Transaction, story_id: str) -> JudgedStory | None:
    """The same without the parse, within a transaction."""
    state = _state_of(connection, story_id)
    return archive.recent.find(story_id, state, lambda: _load(connection, story_id, with_parse=False))


def find_state(archive: Archive, story_id: str) -> str:
    """A digest of a story, of what was judged of it and of all decisions: another one as soon as any of them changes.

    Raises MissingError when there is no story with this id.
    """
    with archive.database.reading() as connection:
        return _state_of(connection, story_id)


def _state_of(connection: Transaction, story_id: str) -> str:
    states = stories.find_states(connection, [story_id])
    if not states:
        raise _say_missing(story_id)
    return states[story_id]


def _say_missing(story_id: str) -> MissingError:
    return MissingError(f"there is no story {story_id}; `secondsource stories` lists them")


def _assemble(
    connection: Transaction, stored: StorySummary, *, with_parse: bool = True
) -> tuple[Story, dict[str, Statements]]:
    members = stories.members_of(connection, stored.id)
    found = reports.load_reports(connection, members, with_parse=with_parse)
    story = Story(stored.id, stored.title, stored.happened_on, tuple(one.reading for one in found))
    return story, {one.id: one.statements for one in found}


def _load(connection: Transaction, story_id: str, *, with_parse: bool = True) -> JudgedStory | None:
    verdicts = judgements.load_verdicts(connection, story_id)
    if verdicts is None:
        return None
    story, statements = _assemble(connection, stories.load_story(connection, story_id), with_parse=with_parse)
    return JudgedStory(
        story,
        tuple(statements.values()),
        verdicts.stemma,
        verdicts.points,
        verdicts.findings,
        verdicts.account,
    )
