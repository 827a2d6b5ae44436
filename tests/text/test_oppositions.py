"""Two sayings that cannot both be so, and words that call a charge untrue."""

import pytest

from secondsource.text.lexicon import load_lexicon
from secondsource.text.oppositions import are_opposed, is_dismissal, is_retort


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("our men were locked out of the counting room", "men of all parties sat in that room until dawn"),
        ("the delegates were kept outside", "every delegate was present when the box was opened"),
        ("no letter about the dam ever reached me", "they gave it to him in May, and they have his signature"),
        ("he never saw any such letter", "We handed it to the bishop himself"),
        ("the council was not warned", "We warned them twice in writing"),
        ("the fire doors were locked", "all doors were open"),
        ("the pump was broken", "every pump worked that night"),
        ("the brakes had never been checked", "the brakes were inspected in May"),
        ("They left out a well", "The well was dry, and it is on page nine"),
        ("he was forced to sign", "he signed of his own free will"),
        ("the captain left the bridge", "I stayed until the last boat"),
        ("the bus was too fast", "it was within the speed limit"),
        ("the welders were not paid", "all wages were transferred in May"),
        ("the letter is forged", "the letter is genuine"),
        ("officers attacked the marchers", "they showed restraint"),
        ("residents were told nothing and received no warning", "it told the residents in March"),
    ],
)
def test_opposed(one: str, other: str) -> None:
    assert are_opposed(one, other)
    assert are_opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge was closed on Monday", "it will cost two million crowns"),
        ("the ship sank at noon", "the crew was brave"),
        ("she lost the vote", "her voice was hoarse"),
        ("it will create 300 jobs", "the town needs them"),
        ("the harvest was good", "prices will rise"),
    ],
)
def test_not_opposed(one: str, other: str) -> None:
    assert not are_opposed(one, other)


@pytest.mark.parametrize("row", load_lexicon("oppositions")["opposed"], ids=lambda row: row["name"])
def test_the_two_halves_of_every_example_are_opposed(row: dict[str, str]) -> None:
    one, _, other = row["example"].partition(". ")
    assert are_opposed(one, other)


@pytest.mark.parametrize(
    ("sentence", "dismissed"),
    [
        ("The party called this “a tale for toddlers”.", True),
        ("She called the accusation a smear.", True),
        ("He described the claims as baseless.", True),
        ("The mayor dismissed it as nonsense.", True),
        ("They called the report false.", True),
        ("She called the report made up.", True),
        ("She called the board, made up of farmers, a success.", False),
        ("She called it a success.", False),
        ("He called his wife a doctor.", False),
        ("They called the police.", False),
    ],
)
def test_dismissals(sentence: str, dismissed: bool) -> None:
    assert is_dismissal(sentence) == dismissed


@pytest.mark.parametrize(("cue", "retort"), [("replied", True), ("hit back", True), ("said", False), ("added", False)])
def test_retorts(cue: str, retort: bool) -> None:
    assert is_retort(cue) == retort
