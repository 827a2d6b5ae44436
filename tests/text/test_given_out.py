"""Money given out, and whether the parts make the whole."""

import pytest

from secondsource.text.given_out import find_wrong_gifts


@pytest.mark.parametrize(
    ("text", "summed"),
    [
        (
            "It gives 12 million marks. "
            "Five million of it goes to Arlen. Brek gets three million. Two million is set aside.",
            10,
        ),
        (
            "It gives 12 million marks. "
            "Six million of it goes to Arlen. Brek gets four million. Two million is set aside.",
            None,
        ),
        (
            "Of the 900 million crowns to be spent, 400 million go into dams. "
            "Lines get 300 million. 150 million is meant for roads.",
            850,
        ),
        (
            "It pays 18 million talers. "
            "Homes will get nine million. Shops are to receive four million. For farms three million is set aside.",
            16,
        ),
        (
            "It pays 18 million talers. "
            "Homes will get nine million. Shops are to receive four million. The rest, three million, is set aside.",
            None,
        ),
        (
            "It pays 18 million talers. Homes will get nine million. Shops are to receive four million.",
            None,
        ),
        (
            "It pays 18 million talers. "
            "Homes will get nine million. It had four million. For farms three million is set aside.",
            None,
        ),
        (
            "It pays 18 million talers. "
            "Nine million goes to homes, four million to shops, and three million is for another year.",
            None,
        ),
        (
            "It pays 18 million talers. "
            "Homes get at least nine million. Shops get four million. Farms get three million.",
            None,
        ),
        (
            "It sold for 18 million talers. Nine million goes to tax. Fees get one million. Three million is for Ada.",
            None,
        ),
        (
            "It gives 12 million marks. "
            "Five million goes to Arlen. Brek gets three million dollars. Two million is set aside.",
            None,
        ),
    ],
)
def test_parts_that_are_given(text: str, summed: float | None) -> None:
    found = [sum(total.parts) / 1e6 for total in find_wrong_gifts(text)]
    assert found == ([] if summed is None else [summed])


def test_hostile_text_is_read_in_linear_time() -> None:
    assert list(find_wrong_gifts("5 million marks goes to " * 3000)) == []
