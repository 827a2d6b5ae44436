"""Who is said to have counted a figure."""

import pytest

from secondsource.text.counters import find_counter


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
        ("On Tuesday <900> nurses marched.", None),
        ("The list has <34> names.", None),
        ("The river rose by <34> centimetres.", None),
    ],
)
def test_counter(sentence: str, counter: str | None) -> None:
    start, end = sentence.index("<"), sentence.index(">") - 1
    assert find_counter(sentence.replace("<", "").replace(">", ""), start, end) == counter
