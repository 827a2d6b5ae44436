"""Tracing small stories whose descent is known; the story tests and the gate hold larger ones."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from secondsource.model.readings import Reading
from secondsource.model.reports import Report
from secondsource.model.stories import Stemma, Story
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.trace.stemmata import trace

MILL = """The old paper mill at Tarn Ferry burned to the ground on Sunday night; its smoke hung about until noon.

Forty firefighters from six villages pumped water out of the river, lower now than at any time since the drought.

Nobody was inside. The watchman, who is 71, had cycled home at nine because his wife had made dumplings.

“I smelled it before I saw it,” said Edda Maurin, who keeps the bakery across the weir.

The mill had stood empty since the spring, when its last owner moved the two machines to a warehouse near the coast.

Insurers put the damage at 3.2 million crowns. The council had hoped to turn the hall into a library with a café.

Police found a petrol can behind the boiler house and have asked anyone who walked a dog there to come forward.

A service for the beavers, whose dam was crushed by a falling chimney, will be held by schoolchildren on Friday."""

RIVER = """Edda Maurin was closing the bakery when the sky over Tarn Ferry turned orange.

“I smelled it before I saw it,” she said, still in her apron, as the roof of the mill came down on Sunday.

By then hoses ran along the lane. Volunteers had brought soup, blankets and a horse box that nobody needed.

Whether somebody set the fire is now a question for detectives; a can was found on the site.

Councillor Ove Lindqvist, who fought for the reading room planned there, wept at the gate.

Loss adjusters speak of 3.2 million crowns. The parish will ring its bell each evening this week."""


def paragraphs_of(text: str, *places: int) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(paragraphs[place] for place in places)


@cache
def read_once(text: str) -> Reading:
    return annotate(Report(id="r", place="r.txt", text=text))


def stemma_of(texts: Sequence[str | Reading]) -> Stemma:
    """The stemma of readings, or of texts named r0, r1 and so on."""
    readings = []
    for number, text in enumerate(texts):
        if isinstance(text, Reading):
            readings.append(text)
        else:
            reading = read_once(text)
            report = replace(reading.report, id=f"r{number}", place=f"r{number}.txt", outlet=f"Paper {number}")
            readings.append(replace(reading, report=report))
    return trace(Story("s", "s", None, tuple(readings)))


def test_a_report_alone_is_its_own_source() -> None:
    stemma = stemma_of([MILL])
    assert [lineage.root for lineage in stemma.lineages] == ["r0"]
    assert stemma.derivations == ()


def test_two_who_share_facts_and_a_public_quote_are_two_sources() -> None:
    stemma = stemma_of([MILL, RIVER])
    assert len(stemma.lineages) == 2
    assert all(lineage.reasons for lineage in stemma.lineages)


def test_a_copy_with_paragraphs_cut_is_trimmed_from_the_whole() -> None:
    stemma = stemma_of([paragraphs_of(MILL, 0, 1, 2, 4, 5), MILL, RIVER])
    [derivation] = stemma.derivations
    assert (derivation.child, derivation.parent, derivation.manner) == ("r0", "r1", "trimmed")
    assert derivation.reasons
    for passage in derivation.passages:
        assert passage.parent is not None
        assert passage.child.of(paragraphs_of(MILL, 0, 1, 2, 4, 5)) == passage.parent.of(MILL)


def test_a_report_pasted_from_two_is_a_mash_up_and_no_source() -> None:
    pasted = paragraphs_of(MILL, 0, 1, 2, 4, 6) + "\n\n" + paragraphs_of(RIVER, 2, 3, 4, 5)
    stemma = stemma_of([MILL, RIVER, pasted])
    assert len(stemma.lineages) == 2
    assert {(d.child, d.parent, d.manner) for d in stemma.derivations} == {
        ("r2", "r0", "mash-up"),
        ("r2", "r1", "mash-up"),
    }


@pytest.mark.parametrize("texts", [[MILL] * 2, [MILL] * 60], ids=["twice", "sixty times"])
def test_the_same_text_many_times_is_one_source(texts: list[str]) -> None:
    stemma = stemma_of(texts)
    assert len(stemma.lineages) == 1
    assert {derivation.manner for derivation in stemma.derivations} == {"verbatim"}


@pytest.mark.parametrize("texts", [["", MILL], ["Fire at the mill", MILL], ["", ""]])
def test_a_report_with_next_to_nothing_in_it_is_nobodys_copy(texts: list[str]) -> None:
    assert len(stemma_of(texts).lineages) == 2


def test_every_report_is_in_one_lineage_and_every_span_in_its_text() -> None:
    texts = [MILL, paragraphs_of(MILL, 0, 2, 3, 5, 7), RIVER, MILL.upper()]
    stemma = stemma_of(texts)
    assert sorted(report for lineage in stemma.lineages for report in lineage.reports) == ["r0", "r1", "r2", "r3"]
    for derivation in stemma.derivations:
        assert all(passage.child.end <= len(texts[int(derivation.child[1:])]) for passage in derivation.passages)
