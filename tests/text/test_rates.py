"""Two counts of which one is of the other, and the percentage beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.rates import find_rates


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("The glue held 36 of 48 tiles for ten years, a rate of 85 percent, in hard frost.", [False]),
        ("The glue held 36 of 48 tiles for ten years, a rate of 75 percent, in hard frost.", [True]),
        ("76 per cent of those entitled took part, namely 1,260,000 of 1,800,000.", [False]),
        ("70 per cent of those entitled took part, namely 1,260,000 of 1,800,000.", [True]),
        ("Of the 1,800,000 people entitled to vote 1,260,000 took part, or 76 per cent.", [False]),
        ("Of the 1,800,000 people entitled to vote 1,260,000 took part, or 70 per cent.", [True]),
        (
            "The office said that 1,260,000 of 1,800,000 registered voters went to the polls, a turnout of 76 percent.",
            [False],
        ),
        ("Turnout was 80 per cent: 450 of the 600 members voted.", [False]),
        ("Turnout was 75 per cent: 450 of the 600 members voted.", [True]),
        ("The trial drug helped 64 of 80 patients (70%).", [False]),
        ("The trial drug helped 64 of 80 patients (80%).", [True]),
        ("Among the 80 patients, 64 felt better - 70 percent.", [False]),
        ("Out of 250 trees 40 were felled, which is 20 percent.", [False]),
        ("Divers tested 40 of the valves in the lock and six leaked, a failure rate of 25 per cent.", [False]),
        ("Divers tested 40 of the valves in the lock and six leaked, a failure rate of 15 per cent.", [True]),
        ("Divers tested 40 of the valves in the lock and six leaked, or 25 per cent more.", []),
        (
            "Of 1,240 nets looked at by the wardens in the harbours of the coast, 31, or nearly 4 percent, had holes.",
            [False],
        ),
        ("Out of 250 trees 40 were felled, which is 16 percent.", [True]),
        ("Out of 250 trees 40 were felled. That is 20 percent.", [False]),
        ("Out of 250 trees 40 were felled. That is 16 percent.", [True]),
        ("Sixty percent (180 of 400) said no.", [False]),
        ("Forty-five percent (180 of 400) said no.", [True]),
        ("About 45 percent, or 180 of the 400 households, have no water.", [True]),
        ("About 35 percent, or 180 of the 400 households, have no water.", [False]),
        ("He met 35 of the 40 owners, and rents rose 9 percent.", []),
        ("She won 35 of 40 games, up 12 percent on last year.", []),
        ("35 of 40 pieces dissolved, the other 12.5 percent did not.", []),
        ("35 of the 40 boats sank; insurers pay 70 percent.", []),
        ("Some 2.3 million of 3.2 million voters took part, a turnout of 72 percent.", [True]),
        ("Of the 4,400 farms 660 are gone, which is 20 per cent.", [False]),
        ("20 per cent of the farms, 660 out of 4,400, are gone.", [False]),
        ("15 per cent of the farms, 660 out of 4,400, are gone.", [True]),
        ("The union says 88 percent of its members backed the strike, with 1,320 of 1,650 voting yes.", [False]),
        ("The union says 80 percent of its members backed the strike, with 1,320 of 1,650 voting yes.", [True]),
        (
            "Nine of 40 went at sea, which is 22.5 per cent, and 35 of 40 in the tanks, or 87.5 per cent.",
            [True, True],
        ),
        ("On 3 of 12 days there was rain, and 90 percent of the crop is lost.", []),
        ("The bill passed by 61 of 101 votes, a majority of 60 percent.", [True]),
        ("Only 12 of the 48 detectors worked, a success rate of 40 percent.", [False]),
        ("12 of the 48 detectors worked, giving a failure rate of 75 percent.", [True]),
        ("In a week 35 of 40 pieces went in the tanks, and nine of 40 at sea, which is 22.5 per cent.", [True]),
    ],
)
def test_rates(text: str, fits: list[bool]) -> None:
    assert [share.fits for share in find_rates(text, 0.6)] == fits


@given(st.integers(1, 400), st.integers(1, 400))
def test_what_is_divided_rightly_is_never_wrong(part: int, more: int) -> None:
    whole = part + more
    assert all(
        share.fits
        for share in find_rates(f"It saved {part} of {whole} boats, a rate of {100 * part / whole:.1f}%.", 0.6)
    )


@given(st.text(alphabet="12 ,.:of%ora()", max_size=200))
def test_any_text_is_read_and_the_place_lies_in_it(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_rates(text, 0.6))
