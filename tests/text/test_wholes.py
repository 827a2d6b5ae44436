"""Parts that are told in one sentence with their whole, and what a number is counted over."""

import pytest

from secondsource.text.wholes import Share, find_share, find_told_parts


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Of the sheep 310 are missing, 44 of them on the island.", [(44, 310)]),
        ("In all 210 lamps are out, 90 of those along the quay.", [(90, 210)]),
        ("The league counts 70 clubs, including 12 in Vell.", [(12, 70)]),
        ("With the 38 in Arlen that makes 61.", [(38, 61)]),
        ("Together with the 38 boats in Arlen this brings the total to 61.", [(38, 61)]),
        ("The storm felled 310 oaks, 44 of them on Monday.", []),
        ("The storm hurt 31 people, 12 of them badly.", []),
        ("The storm hurt 31 people, 12 of them in the hospital.", []),
        ("The league counts 70 clubs and 12 grounds in Vell.", []),
        ("Nine of the 70 clubs in Vell have a roof.", []),
        ("In Arlen 38 boats sank and 61 were towed.", []),
    ],
)
def test_told_parts(sentence: str, told: list[tuple[int, int]]) -> None:
    assert [(found.part.low, found.whole.low) for found in find_told_parts(sentence)] == told


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("There are <80> beds in the north wing.", Share("wing", is_whole=False)),
        ("In the upper park <40> limes were felled.", Share("park", is_whole=False)),
        ("In the upper park of the town stand <40> limes.", None),
        ("The hotel has <150> beds in the two wings together.", Share("wing", is_whole=True)),
        ("It has <150> of them in both wings.", Share("wing", is_whole=True)),
        ("There are <95> limes in all three parks.", Share("park", is_whole=True)),
        ("There are <95> limes in two weeks of rain.", None),
        ("There are <95> limes in the park.", None),
        ("There are <95> limes.", None),
    ],
)
def test_shares(sentence: str, share: Share | None) -> None:
    start, end = sentence.index("<"), sentence.index(">") - 1
    assert find_share(sentence.replace("<", "").replace(">", ""), start, end) == share
