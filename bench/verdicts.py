"""Verdicts on made stories, as many as real ones have, for benches that need a judged archive, not good judgement."""

import sys

from secondsource.archive.archives import Archive
from secondsource.archive.listing import find_listed
from secondsource.archive.makers import judged_by
from secondsource.model.findings import AccountLine, Evidence, Finding, JudgedStory, Point, Statement
from secondsource.model.spans import Span
from secondsource.model.statements import Statements
from secondsource.model.stories import Derivation, Lineage, Passage, Stemma, Story
from secondsource.store import judgements, reports, stories

AT_ONCE = 200
"""Stories judged in one transaction."""


def judge_lightly(archive: Archive) -> None:
    """Give every story of the archive that was not judged some verdicts."""
    version = judged_by(archive.settings)
    with archive.database.reading() as connection:
        waiting = stories.find_waiting(connection, version)
    for start in range(0, len(waiting), AT_ONCE):
        with archive.database.writing() as connection:
            for story_id in waiting[start : start + AT_ONCE]:
                short = stories.load_story(connection, story_id)
                found = reports.load_reports(connection, stories.members_of(connection, story_id))
                story = Story(story_id, short.title, short.happened_on, tuple(one.reading for one in found))
                judged = give_verdicts(story, [one.statements for one in found])
                arrivals = judgements.find_arrivals(connection, [one.id for one in found])
                judgements.save_verdicts(connection, judged, find_listed(judged, arrivals), version)
        print(f"\rjudged {start}", end="", file=sys.stderr, flush=True)


def give_verdicts(story: Story, told: list[Statements]) -> JudgedStory:
    """Every second report is a copy of the first; what they say in the same place is one point."""
    ids = [reading.report.id for reading in story.readings]
    copies = ids[2::2]
    first = Lineage(f"{ids[0]}-l", (ids[0], *copies), ids[0], False, None, ("made",))
    lineages = (first, *(Lineage(f"{one}-l", (one,), one, False, None, ()) for one in ids[1::2]))
    half = len(story.readings[0].report.text) // 2
    derivations = tuple(
        Derivation(one, ids[0], "rewritten", 0.9, ("made",), (Passage(Span(0, half), Span(0, half)),)) for one in copies
    )
    points = tuple(_points(story, told))
    findings = tuple(
        Finding("denial", "denied", point.title, ("made",), _evidence(point), point.id) for point in points[:1]
    )
    sentences = story.readings[0].sentences[:4]
    text = story.readings[0].report.text
    account = tuple(
        AccountLine(ids[0], one, one.of(text), None, (points[0].id,), (ids[0],), 1, (), ()) for one in sentences
    )
    return JudgedStory(story, tuple(told), Stemma(lineages, derivations), points, findings, account)


def _points(story: Story, told: list[Statements]) -> list[Point]:
    text_of = {reading.report.id: reading.report.text for reading in story.readings}
    made = []
    for place in range(6):
        statements = tuple(
            Statement(one.report, "quote" if place % 2 else "claim", said.content[0],
                      said.content[0].of(text_of[one.report]), said.speaker, (), said.force)
            for one in told
            for said in one.attributions[place : place + 1]
        )  # fmt: skip
        verdict = "single" if len(statements) == 1 else "denied" if not place else "agree"
        made.append(
            Point(
                id=f"{story.id}-p{place}",
                kind=statements[0].kind,
                title=statements[0].text[:60],
                speaker=statements[0].speaker,
                statements=statements,
                reasons=("made",),
                independent_sources=(len(statements) + 1) // 2,
                verdict=verdict,
            )
        )
    return made


def _evidence(point: Point) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.report, one.span, one.text) for one in point.statements[:4])
