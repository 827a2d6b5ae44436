"""What is said for a derivation can be found in the texts."""

import pytest

from secondsource.model.reports import Credit
from secondsource.settings import Trace
from secondsource.stages.trace.credits import has_credit, name_original
from secondsource.stages.trace.tellings import read_telling
from secondsource.stages.trace.wordings import Wordings
from tests.trace.readings import read_plainly

ONE = "The tower leans by 76 centimetres to the east of the frozen duck pond.\n\nIt was built by 40 masons."
TWO = "Above the frozen duck pond, it is 76 centimetres out of true.\n\nSome 40 masons had built it."
THREE = "A tower by the frozen duck pond leans.\n\nIt was built by 40 masons in a hurry."


def wordings_of(*texts: str) -> Wordings:
    settings = Trace()
    tellings = [read_telling(read_plainly(text, number), settings) for number, text in enumerate(texts)]
    return Wordings(tellings, settings)


def test_a_lost_original_goes_by_the_fullest_name_that_a_report_gives() -> None:
    texts = [("AP",), ("AP",), ("Associated Press",), ("Reuters",)]
    tellings = [read_telling(read_plainly(ONE, number, agencies=names), Trace()) for number, names in enumerate(texts)]
    assert name_original(tellings) == "Associated Press"
    assert name_original(tellings[3:]) == "Reuters"
    assert name_original([]) is None


@pytest.mark.parametrize(
    ("value", "read_from", "name"),
    [
        ("Reuters", "by-line", None),
        ("Fox News", "line “Fox News”", "Fox News"),
        ("Tarn Courier", "line “Tarn Courier”", None),
    ],
)
def test_a_known_outlet_alone_in_a_line_names_the_original(value: str, read_from: str, name: str | None) -> None:
    known = {"outlet": value, "credits": (Credit("outlet", value, read_from),)}
    assert name_original([read_telling(read_plainly(ONE, 0, **known), Trace())]) == name


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("By arrangement with the Tarn Courier.", True),
        ("This report first appeared in Tarn Courier.", True),
        ("The driver told Tarn Courier that he was well.", True),
        ("Nobody at Tarn Courier was hurt.", False),
        ("The Tarn Couriers won.", False),
    ],
)
def test_a_report_that_names_an_outlet_as_its_source_credits_it(line: str, credited: bool) -> None:
    source = read_telling(read_plainly(ONE, 0, outlet="Tarn Courier"), Trace())
    assert has_credit(read_telling(read_plainly(f"{line}\n\n{ONE}", 1), Trace()), source) is credited


def test_a_number_that_only_two_texts_give_is_named() -> None:
    assert wordings_of(ONE, TWO, THREE).find_shared_details(0, 1) == ["76"]
    assert wordings_of(ONE, TWO, TWO + THREE).find_shared_details(0, 1) == []


def test_a_wording_counts_that_no_third_text_has() -> None:
    assert wordings_of(ONE, THREE).find_shared(0, 1) == "It was built by 40 masons"
    assert wordings_of(ONE, THREE, ONE).find_shared(0, 1) is None
    assert wordings_of(ONE, TWO).find_shared(0, 1) is None
