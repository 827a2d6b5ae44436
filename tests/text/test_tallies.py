"""The clause around a figure, and what the figure tallies."""

import pytest

from secondsource.text.clauses import clause_around
from secondsource.text.tallies import find_meant, find_numbered, find_tally, find_tally_before, moving_tallies


@pytest.mark.parametrize(
    ("sentence", "figure", "clause"),
    [
        ("Four were missing and 23 had been hurt, the coastguard said.", "23", "had been hurt"),
        ("The ferry had 212 passengers and a crew of 19 on board.", "19", "a crew of on board."),
        ("When it sank, 62 people died.", "62", "people died."),
    ],
)
def test_clauses(sentence: str, figure: str, clause: str) -> None:
    start = sentence.index(figure)
    assert clause_around(sentence, start, start + len(figure)) == clause


@pytest.mark.parametrize(
    ("sentence", "figure", "counted", "tally"),
    [
        ("Fifteen people died and 30 were hurt.", "Fifteen", "people", "dead"),
        ("Fifteen people died and 30 were hurt.", "30", None, "hurt"),
        ("It had a crew of 19 on board.", "19", None, "crew"),
        ("The death toll rose to 16.", "16", None, "dead"),
        ("A plane with 188 people on board skidded off.", "188", "people", "aboard"),
        ("All 198 passengers and crew escaped unhurt.", "198", "passenger", "aboard"),
        ("All 198 passengers died.", "198", "passenger", "dead"),
        ("Thirty-eight of those on board are safe.", "Thirty-eight", None, None),
        ("Ten rescue boats searched for survivors.", "Ten", "rescue boat", None),
        ("Nine people have not been accounted for.", "Nine", "people", "missing"),
        ("Nine people could not be found by dusk.", "Nine", "people", "missing"),
        ("Four are still being looked for.", "Four", None, "missing"),
        ("Nine people were not found guilty.", "Nine", "people", None),
        ("Sixteen were not hurt at all.", "Sixteen", None, "unhurt"),
        ("She was one of the 62 who died on the ship.", "62", None, "dead"),
        ("Four of her crew are dead.", "Four", "crew", "dead"),
        ("Three of the 47 passengers died.", "47", "passenger", "aboard"),
        ("There were 88 passengers and six crew.", "88", "passenger", "aboard"),
        ("Two comrades are in hospital.", "Two", "comrade", "hurt"),
        ("Four more lie in hospital.", "Four", "lie", "hurt"),
        ("More than 300 rescuers searched the bay.", "300", "rescuer", None),
        ("Two killers were seen.", "Two", "killer", None),
        ("Two survivors were seen.", "Two", "survivor", "rescued"),
        ("Some 40 workers were laid off.", "40", "worker", None),
    ],
)
def test_tallies(sentence: str, figure: str, counted: str | None, tally: str | None) -> None:
    start = sentence.index(figure)
    assert find_tally(sentence, start, start + len(figure), counted) == tally


def test_the_dead_are_counted_on_and_the_crew_is_not() -> None:
    assert "dead" in moving_tallies()
    assert "crew" not in moving_tallies()


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("The ambulances put the number of road accidents at 40.", "road accidents"),
        ("The number of complaints has risen to 40.", "complaints"),
        ("A number of complaints led to 40 visits.", None),
        ("The police put the crowd on the market square on Sunday at 40.", "crowd"),
        ("The club puts the number of members who left at about 40.", "members"),
        ("They put 40 cups on the table.", None),
        ("The league puts the gathering behind the town hall at 40.", "gathering"),
    ],
)
def test_the_number_of_what(sentence: str, noun: str | None) -> None:
    assert find_numbered(sentence, sentence.index("40")) == noun


@pytest.mark.parametrize(
    ("sentence", "figure", "meant"),
    [
        ("The tenants want their money back: 41 of them are suing.", "41", "tenant"),
        ("Divers raised urns on Monday, 12 of which were broken.", "12", None),
        ("It was late; 12 of them slept.", "12", None),
    ],
)
def test_meant(sentence: str, figure: str, meant: str | None) -> None:
    start = sentence.index(figure)
    found = find_meant(sentence, start, start + len(figure))
    assert (found is None) == (meant is None)
    assert found is None or found.startswith(meant or "")


@pytest.mark.parametrize(
    ("sentence", "before", "tally"),
    [
        ("There are 31 by now.", "The infirmary tells who was brought to it.", "hurt"),
        ("There are 31 people by now: 18 women and 13 men.", "The clinic and the hospital have made a list.", "hurt"),
        ("By now there are 31.", "More and more arrests are told of.", "held"),
        ("There are 31 people in the choir.", "The hospital has a choir.", None),
        ("The list has 31 names.", "The hospital has a list.", None),
        ("There are 31 by now.", "The garden has many roses.", None),
    ],
)
def test_a_bare_count_is_of_what_the_sentence_before_tells(sentence: str, before: str, tally: str | None) -> None:
    assert find_tally_before(sentence, before) == tally
