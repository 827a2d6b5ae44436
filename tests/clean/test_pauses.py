"""The collector is as it was after a document was read, however that ended."""

import gc

import pytest

from secondsource.stages.clean.pauses import without_collecting


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_as_it_was(was_on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with without_collecting():
            assert not gc.isenabled()
        assert gc.isenabled() == was_on
        with pytest.raises(ValueError, match="page"), without_collecting():
            raise ValueError("page")
        assert gc.isenabled() == was_on
    finally:
        (gc.enable if before else gc.disable)()
