"""How long somebody held what office."""

import pytest

from secondsource.text.tenures import are_one_office, find_office


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Ada Blunt, mayor of Osk for <twelve years>, lost the vote.", "mayor"),
        ("Rolf Tamm, who was stage manager at the Old Theatre for <five years>, left.", "manager"),
        ("She left after <two and a half years> as captain of the team.", "captain"),
        ("With <six years> in power he had outlived them.", "power"),
        ("He ruled the island for <nine years>.", "power"),
        ("He has been head coach at Vell for <four years>.", "coach"),
        ("Osric Pell, prime minister for <five years and five months>, was there.", "prime minister"),
        ("He was in prison for <four years>.", None),
        ("The mayor waited for <four years>.", None),
        ("The bridge has stood for <four years>.", None),
        ("She was mayor when the bridge was shut for <two years>.", None),
        ("He lived for <four years> in Osk.", None),
    ],
)
def test_offices(sentence: str, office: str | None) -> None:
    start, end = sentence.index("<"), sentence.index(">") - 1
    assert find_office(sentence.replace("<", "").replace(">", ""), start, end) == office


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mayor", "mayor", True),
        ("power", "prime minister", True),
        ("president", "power", True),
        ("power", "coach", False),
        ("mayor", "coach", False),
    ],
)
def test_one_office(one: str, other: str, *, same: bool) -> None:
    assert are_one_office(one, other) is same
