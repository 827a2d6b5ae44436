"""Bad and large input: the same text over and over, near copies by the hundred, texts inside texts, empty ones."""

import random
from dataclasses import replace

import pytest

from secondsource.model.readings import Reading
from secondsource.model.reports import Block
from secondsource.model.spans import Span
from secondsource.settings import Trace
from secondsource.stages.trace.candidates import find_candidates
from secondsource.stages.trace.tellings import read_telling
from tests.trace.readings import read_plainly, trace_plainly
from tests.trace.test_stemmata import MILL, RIVER, paragraphs_of, stemma_of

THINGS = ["ferry", "orchard", "bridge", "lantern", "harvest", "quarry", "violin", "glacier", "mayor", "bakery"]
DEEDS = ["opened", "burned", "vanished", "returned", "collapsed", "bloomed", "sank", "shone", "argued", "slept"]
PLACES = ["under the hill", "by the old canal", "near the frontier", "behind the station", "over the meadow"]


def make_text(seed: int, sentences: int = 9) -> str:
    """Sentences by chance: no two texts share more than a turn of phrase."""
    chance = random.Random(seed)  # noqa: S311
    return "\n\n".join(
        f"The {chance.choice(THINGS)} of {chance.randint(100, 999)} {chance.choice(THINGS)}s {chance.choice(DEEDS)} "
        f"{chance.choice(PLACES)} after {chance.randint(100, 999)} {chance.choice(THINGS)}s {chance.choice(DEEDS)}."
        for _ in range(sentences)
    )


def test_two_hundred_copies_of_one_text_are_one_source() -> None:
    stemma = trace_plainly([MILL] * 200 + [RIVER])
    assert [len(lineage.reports) for lineage in stemma.lineages] == [200, 1]
    assert {(d.parent, d.manner, d.score) for d in stemma.derivations} == {("r0", "verbatim", 1.0)}
    assert all(len(d.passages) > 5 for d in stemma.derivations)
    assert stemma.sources_range == (2, 2)


def test_near_copies_by_the_hundred_are_one_source_each_made_from_another() -> None:
    texts = [
        f"{MILL}\n\nThe editors of Paper {number} add that buses number {number} run again." for number in range(40)
    ]
    stemma = trace_plainly([*texts, RIVER])
    assert [len(lineage.reports) for lineage in stemma.lineages] == [40, 1]
    assert len({derivation.child for derivation in stemma.derivations}) == len(stemma.derivations) >= 39


def test_the_agencys_own_text_is_first_though_it_is_stamped_later() -> None:
    copies = [
        read_plainly(MILL, 0, outlet="Weir Post", agencies=("Tarn Press",), published_at="2031-05-04T08:00:00+00:00"),
        read_plainly(MILL, 1, outlet="Tarn Press", agencies=("Tarn Press",), published_at="2031-05-04T09:00:00+00:00"),
    ]
    [derivation] = stemma_of(copies).derivations
    assert (derivation.child, derivation.parent, derivation.manner) == ("r0", "r1", "verbatim")
    assert "word for word the text of Tarn Press" in derivation.reasons
    assert any("Tarn Press" in reason for reason in derivation.reasons[1:])


def test_reprints_stand_in_the_lineage_of_what_they_repeat_and_in_the_storys_order() -> None:
    trimmed = paragraphs_of(MILL, 0, 1, 2, 4, 5)
    stemma = trace_plainly([trimmed, RIVER, MILL, trimmed.upper(), RIVER])
    assert [lineage.reports for lineage in stemma.lineages] == [("r0", "r2", "r3"), ("r1", "r4")]
    assert {(d.child, d.parent, d.manner) for d in stemma.derivations} == {
        ("r0", "r2", "trimmed"),
        ("r3", "r0", "verbatim"),
        ("r4", "r1", "verbatim"),
    }


def test_a_report_inside_another_is_trimmed_from_it() -> None:
    longer = f"{make_text(1)}\n\n{MILL}\n\n{make_text(2)}"
    [derivation] = trace_plainly([MILL, longer]).derivations
    assert (derivation.child, derivation.parent, derivation.manner) == ("r0", "r1", "trimmed")


@pytest.mark.parametrize("texts", [["", ""], ["", MILL], [".", "…"]])
def test_what_has_next_to_nothing_in_it_is_nobodys_copy(texts: list[str]) -> None:
    stemma = trace_plainly(texts)
    assert len(stemma.lineages) == 2
    assert stemma.derivations == ()


def test_a_title_without_a_text_is_nobodys_copy() -> None:
    title = "Mill at Tarn Ferry burns to the ground"
    alone = replace(read_plainly(title, 0).report, blocks=(Block("title", Span(0, len(title))),), title=title)
    readings = [Reading(replace(alone, id=name), (Span(0, len(title)),), (), (), ()) for name in ("r0", "r1")]
    stemma = stemma_of([*readings, read_plainly(f"{title}.\n\n{MILL}", 2)])
    assert len(stemma.lineages) == 3
    assert stemma.derivations == ()


def test_a_story_in_two_languages_has_a_source_in_each() -> None:
    german = (
        "Die alte Papiermühle in Tarn Ferry ist in der Nacht zum Montag niedergebrannt.\n\n"
        "Vierzig Feuerwehrleute aus sechs Dörfern pumpten Wasser aus dem Fluss.\n\n"
        "Der Schaden liegt laut Versicherung bei 3,2 Millionen Kronen.\n\n"
        "Die Polizei fand hinter dem Kesselhaus einen Kanister und sucht Zeugen."
    )
    stemma = trace_plainly([MILL, german, RIVER, german.replace("alte ", "")])
    assert [lineage.reports for lineage in stemma.lineages] == [("r0",), ("r1", "r3"), ("r2",)]


def test_in_a_large_story_few_pairs_are_compared_and_no_copy_is_overlooked() -> None:
    originals = [make_text(seed) for seed in range(70)]
    copies = [text.replace(" after ", " long after ") for text in originals[:30]]
    settings = Trace()
    tellings = [read_telling(read_plainly(text, number), settings) for number, text in enumerate(originals + copies)]
    pairs = find_candidates(tellings, settings)
    assert len(pairs) <= len(tellings) * settings.partners
    assert all(left < right for left, right in pairs)
    assert {(seed, 70 + seed) for seed in range(30)} <= set(pairs)
    small = find_candidates(tellings[: settings.all_pairs], settings)
    assert len(small) == settings.all_pairs * (settings.all_pairs - 1) / 2
