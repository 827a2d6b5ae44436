"""Doubtful answers: a dispute whose only answer may as well bear the charge out is none."""

from secondsource.model.spans import Span
from secondsource.model.stories import Lineage, Stemma
from secondsource.stages.extract.statements import extract
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.charges import Charge
from secondsource.stages.judge.disputes import Dispute
from secondsource.stages.judge.doubtful import without_doubtful
from secondsource.stages.judge.replies import Reply
from tests.judge.whole import read_text
from tests.nouns import story

TEXT = """Warehouse burns in Brek
The night watchman, Ole Dunn, said that the owner had poured petrol on the floor of the warehouse.
Dunn said that nobody but the owner had a key.
The owner denied it.
The warehouse was built of brick in 1988.
"""


def test_what_the_accuser_says_is_no_answer_and_alone_no_dispute() -> None:
    reading = read_text(0, None, TEXT)
    lineage = Lineage("L", (reading.report.id,), reading.report.id, False, None, ())
    case = Case(story(reading), {reading.report.id: extract(reading)}, Stemma((lineage,), ()))
    charge, reply, denial, fact = reading.body
    charged = Charge(reading.report.id, charge, charge.of(reading.report.text), "Ole Dunn")
    dispute = Dispute([charged], [], [_deny(reading.report.id, reply, is_likely=True)])
    bare = Dispute([charged], [], [_deny(reading.report.id, fact, is_likely=False)])
    sure = Dispute([charged], [], [_deny(reading.report.id, denial, is_likely=False)])
    assert without_doubtful(case, [dispute, bare, sure]) == (sure,)


def _deny(report: str, span: Span, *, is_likely: bool) -> Reply:
    return Reply(report, span, "denial", "", "Dunn", None, is_likely=is_likely)
