"""Whether a sentence tells an event, an agreement, or a claim."""

from collections.abc import Sequence

import pytest

from secondsource.model.findings import StatementKind
from secondsource.model.reports import Block
from secondsource.model.spans import Span
from secondsource.settings import Settings
from secondsource.stages.align.candidates import Offer
from secondsource.stages.align.claims import find_claims
from secondsource.stages.align.kinds import kind_of_all
from secondsource.stages.align.speakers import Speakers
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.extract.statements import extract
from tests.annotate.reports import report_of

TOLD: Sequence[tuple[str, StatementKind]] = [
    ("The two ministers signed a fishing treaty in Lorsby.", "agreement"),
    ("A memorandum of understanding was initialled on Friday by both mayors.", "agreement"),
    ("The treaty replaces two older agreements from 1974 and 1996.", "agreement"),
    ("The upper house ratified the pact by 41 votes to 38.", "agreement"),
    ("The unions reached a deal with Corrigan Hydro late on Monday.", "agreement"),
    ("The ceasefire expired at midnight on the northern bank.", "agreement"),
    ("The night ferry hit a bulk carrier in thick fog.", "event"),
    ("Eleven people were taken to the hospital in Skarrow.", "event"),
    ("The lower gate broke on Tuesday morning in the storm.", "event"),
    ("The ferry may sail again in the first week of June.", "claim"),
    ("The company did not inspect the lower gate this year.", "claim"),
    ("The harbour is the oldest of the three on the strait.", "claim"),
    ("Ida Voss said that the lower gate jammed open on Tuesday.", "claim"),
]


@pytest.mark.parametrize(("sentence", "kind"), TOLD)
def test_what_a_sentence_tells(sentence: str, kind: StatementKind) -> None:
    settings = Settings()
    reading = annotate(report_of(sentence, blocks=(Block("paragraph", Span(0, len(sentence))),)), settings.annotate)
    statements = extract(reading, settings.extract)
    offer = Offer(reading, statements, 0, Speakers([reading], {reading.report.id: statements}))
    assert [candidate.telling for candidate in find_claims(offer, ())] == [kind]


@pytest.mark.parametrize(
    ("kinds", "most"),
    [
        (["event", "event", "claim"], "event"),
        (["claim", "event"], "event"),
        (["agreement", "event"], "agreement"),
        (["claim", "claim", "agreement"], "claim"),
    ],
)
def test_a_point_is_what_most_of_its_statements_are(kinds: list[StatementKind], most: StatementKind) -> None:
    assert kind_of_all(kinds) == most
