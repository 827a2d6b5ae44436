"""Who is said to have counted a figure."""

import pytest

from secondsource.text.counters import find_body, find_counter


@pytest.mark.parametrize(
    ("sentence", "counter"),
    [
        ("The organisers counted <5,200> walkers, most of them on the dyke.", "organizers"),
        ("At the gate on Sunday the police counted <1,100> tractors.", "police"),
        ("Police put the crowd at <800>.", "police"),
        ("By the fishermen's count there are <34> boats.", "fishermen"),
        ("Going by the league <900> farmers came.", "league"),
        ("Some <900> nurses marched, according to the union.", "union"),
        ("<900> nurses marched in the rain, said the city council.", "council"),
        ("The minister spoke of <14> tonnes.", "minister"),
        ("The police put the number of those on the quay on Sunday at about <800>.", "police"),
        ("The port authority now puts the repairs at <19> million crowns.", "authority"),
        ("On Sunday <1,100> tractors stood there, as the police counted them.", "police"),
        ("There were <900> farmers on the bridge, the league said, more than ever.", "league"),
        ("The police stay at 2,000 and the Growers' League at <900>.", "league"),
        ("The police spoke of 2,000 tractors, the farmers of <900>.", "farmers"),
        ("Its owner, the Halden Dairy, spoke of <900>.", "dairy"),
        ("The port sticks to <900>.", "port"),
        ("On 3 May he slept and the boat lay at <900> metres.", None),
        ("On Tuesday <900> nurses marched.", None),
        ("He left with <34> boxes, they said.", None),
        ("The list has <34> names.", None),
        ("The river rose by <34> centimetres.", None),
    ],
)
def test_counter(sentence: str, counter: str | None) -> None:
    start, end = sentence.index("<"), sentence.index(">") - 1
    found = find_counter(sentence.replace("<", "").replace(">", ""), start, end)
    assert (found.body.noun if found else None) == counter


@pytest.mark.parametrize(
    ("sentence", "is_party"),
    [
        ("The rebels counted <14> dead.", True),
        ("According to the organisers <900> came.", True),
        ("The police counted <14> dead.", False),
        ("The hospital says <14> died.", False),
    ],
)
def test_party(sentence: str, is_party: bool) -> None:
    start, end = sentence.index("<"), sentence.index(">") - 1
    found = find_counter(sentence.replace("<", "").replace(">", ""), start, end)
    assert found is not None
    assert found.body.is_party == is_party


@pytest.mark.parametrize(
    ("speaker", "noun"),
    [
        ("the hospital in Sarn", "hospital"),
        ("the farmers' league", "league"),
        ("Seafarers’ Union", "union"),
        ("police", "police"),
        ("Jo Lind", None),
        ("Osk Brandt of the dairy", None),
        ("", None),
    ],
)
def test_body(speaker: str, noun: str | None) -> None:
    found = find_body(speaker)
    assert (found.noun if found else None) == noun
