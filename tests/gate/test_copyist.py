"""The copyist works as it says, and knows nothing of what detects its copies."""

import ast
import random
import sys
from pathlib import Path

import pytest

from gate.copyist import find_quotes, mistaken, pasted, quoting, requoted, to_sentences, trimmed, verbatim
from gate.plantings import EDITS, KINDS, LOST, Base, Planting, plant
from gate.rewording import QUOTED

GATE = Path(__file__).parents[2] / "gate"
COPYIST = ("copyist", "rewording", "plantings")

QUAY = """The old quay at Sandhaven will be closed after 14 moorings came loose during the storm on Tuesday night.

Harbour master Ines Kallor said the damage was really worse than feared.

"We have lost a wall of 212 years, and it is not coming back," she said.

Because the boats are small, they were moved to the basin, and the owners were told to stay away.

"I want to know who signed the last inspection and when that was," Olof Brenner said. He has fished here since 1988.

Several shops on the quay, which draws many visitors, will not open before June.

"Nobody has asked us what we think about the new breakwater," said Pia Lund. Her family runs the chandlery.

The council decided to spend 300,000 crowns on piles of oak. Work starts on Monday.

"If the money comes late again then the next storm will take the rest," Mrs. Kallor said."""
OTHER = """At the chandlery they were counting ropes on Wednesday. Of 90 coils, eleven were dry.

A seal slept on the slipway. Children were kept behind a tape, which they ate.

The ferry to Holm did not sail, and a wedding party of 40 danced in the waiting room.

By noon the baker had sold out. She gave the last loaf to a diver with a beard full of ice.

Insurers expect claims of 2 million. None of them had come to look.

An engineer measured the wall with a string. He wrote the number on his hand."""


def report(text: str) -> list[list[str]]:
    return [to_sentences(line) for line in text.split("\n\n")]


def words(told: list[list[str]]) -> list[str]:
    return " ".join(sentence for paragraph in told for sentence in paragraph).split()


@pytest.mark.parametrize("module", COPYIST)
def test_the_copyist_shares_no_code_with_the_tracer(module: str) -> None:
    tree = ast.parse((GATE / f"{module}.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported
    allowed = {*sys.stdlib_module_names, *(f"gate.{name}" for name in COPYIST)}
    assert {name for name in imported if name not in allowed and name.split(".")[0] not in allowed} == set()


@pytest.mark.parametrize("module", COPYIST)
def test_the_copyist_reads_no_word_list(module: str) -> None:
    assert "lexicon" not in (GATE / f"{module}.py").read_text(encoding="utf-8")


def test_sentences_end_where_a_capital_follows() -> None:
    assert to_sentences("Mr. Lund left. \"Stay,\" she said. It was 3.5 metres.") == [
        "Mr. Lund left.", "\"Stay,\" she said.", "It was 3.5 metres.",
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_each_edit_does_what_its_name_says(seed: int) -> None:
    quay = report(QUAY)
    chance = random.Random(seed)
    assert len(words(quay)) - 3 <= len(words(verbatim(quay, chance))) <= len(words(quay))
    assert len(words(trimmed(quay, chance))) < len(words(quay))
    assert sorted(words(EDITS["reordered"](quay, chance))) == sorted(words(quay))
    assert words(EDITS["reordered"](quay, chance)) != words(quay)
    kept = {sentence for told in quay for sentence in told} & {
        s for told in EDITS["rewritten"](quay, chance) for s in told
    }
    assert len(kept) < sum(map(len, quay)) / 4
    changed, kept = (QUOTED.sub("", " ".join(words(told))) for told in (requoted(quay, chance), quay))
    assert changed == kept
    assert words(requoted(quay, chance)) != words(quay)
    slips = [1 for one, other in zip(words(mistaken(quay, chance)), words(quay), strict=True) if one != other]
    assert 1 <= len(slips) <= 3


def test_a_mashup_is_made_of_both() -> None:
    one, other = pasted(report(QUAY), report(OTHER), random.Random(1))
    assert set(words(one)) < set(words(report(QUAY)))
    assert set(words(other)) < set(words(report(OTHER)))


def test_a_borrower_has_its_quotes_from_another_and_the_rest_from_itself() -> None:
    quotes = find_quotes(report(QUAY))
    assert ("I want to know who signed the last inspection and when that was", "Olof Brenner") in quotes
    told = quoting(report(OTHER), quotes, random.Random(1))
    assert {quote for quote, _ in find_quotes(told)} == {quote for quote, _ in quotes}
    assert set(words(report(OTHER))) < set(words(told))


def sown() -> list[Planting]:
    third = [[f"{sentence[:-1]} {sentence.split()[0].lower()}."] for told in report(OTHER) for sentence in told]
    reports = {"quay": report(QUAY), "ropes": report(OTHER), "seal": third}
    return list(plant([Base(f"story {number}", reports) for number in range(24)], seed=1))


def test_every_kind_of_copy_is_planted() -> None:
    planted = {kind for planting in sown() for kinds in planting.kinds.values() for kind in kinds}
    assert planted == set(KINDS)


def test_what_is_said_of_a_planting_fits_its_reports() -> None:
    for planting in sown():
        members = [name for lineage in planting.lineages.values() for name in lineage]
        assert sorted(members) == sorted(planting.texts)
        assert planting.manners.keys() == planting.kinds.keys()
        for child, parent in planting.manners:
            assert child in planting.texts
            assert (parent in planting.texts) != parent.startswith(LOST)
            if parent in planting.texts:
                earlier = planting.times[child] < planting.times[parent]
                assert earlier == ("re-stamped" in planting.kinds[child, parent])
        assert all(draft.text.strip() for draft in planting.drafts())


def test_the_same_seed_plants_the_same() -> None:
    assert [planting.texts for planting in sown()] == [planting.texts for planting in sown()]
