"""Every pattern of the package on a megabyte of the text that it is slowest on (see tests/pipeline/test_regexes.py)."""

import pytest

from tests.pipeline.test_regexes import PATTERNS, fill, seconds, slowest_pump

SIZES = ((65_536, 4.0), (2**20, 40.0))
"""Characters, and the seconds of the processor that they may take; linear patterns take a tenth of that."""


@pytest.mark.parametrize("module", sorted(PATTERNS))
def test_a_megabyte_of_the_worst_text_is_read_in_time(module: str) -> None:
    for pattern in PATTERNS[module]:
        pump = slowest_pump(pattern)
        for size, most in SIZES:
            assert seconds(pattern, fill(pump, size)) < most, (pattern.pattern[:200], pump, size)
