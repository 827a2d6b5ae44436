"""Senses of the sentences of a story: retellings are weighed together, and what is not read is nothing."""

import pytest

from secondsource.model.spans import Span
from secondsource.stages.judge.senses import NOTHING, Senses
from secondsource.text.answers import KINDS, read_senses

NEWS = "The brewery's warehouse in Brek burned down on Sunday night."
CHARGE = "The night watchman accused the owner of having poured petrol on the warehouse floor."
DENIAL = "“There was no petrol in that warehouse, not a drop of it,” the owner, Piet Brom, said."
RAIN = "Rain is forecast for the coast until Friday."
TELLINGS = [[NEWS, CHARGE, DENIAL], [CHARGE, RAIN, DENIAL, NEWS], [RAIN, NEWS, CHARGE, DENIAL]]


def bodies_of(*reports: list[str]) -> dict[str, dict[Span, str]]:
    return {
        f"r{number}": {Span(100 * at, 100 * at + len(text)): text for at, text in enumerate(report)}
        for number, report in enumerate(reports)
    }


def place_of(report: int, sentence: int, text: str) -> tuple[str, Span]:
    return f"r{report}", Span(100 * sentence, 100 * sentence + len(text))


def test_a_retold_answer_is_weighed_by_all_who_tell_it() -> None:
    senses = Senses(bodies_of(*TELLINGS))
    alone = [read_senses(report)[report.index(DENIAL)].likely for report in TELLINGS]
    for number, report in enumerate(TELLINGS):
        likely = senses.weigh(place_of(number, report.index(DENIAL), DENIAL))
        assert likely == pytest.approx({kind: sum(one[kind] for one in alone) / len(alone) for kind in KINDS})


def test_what_one_report_tells_is_weighed_by_it_alone() -> None:
    senses = Senses(bodies_of(TELLINGS[0], [NEWS, RAIN]))
    assert senses.weigh(place_of(0, 2, DENIAL)) == read_senses(TELLINGS[0])[2].likely


def test_what_is_in_no_body_is_nothing() -> None:
    assert Senses(bodies_of([NEWS])).weigh(("r0", Span(5, 9))) == NOTHING
    assert Senses({}).links == {}


def test_links_name_their_reports() -> None:
    senses = Senses(bodies_of([RAIN], *TELLINGS[:1]))
    (claim, likely), *_ = senses.links[place_of(1, 2, DENIAL)]
    assert claim == place_of(1, 1, CHARGE)
    assert 0.0 < likely <= 1.0
