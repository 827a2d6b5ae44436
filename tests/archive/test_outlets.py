"""What comparisons say of an outlet."""

from collections.abc import Iterator

import pytest

from secondsource.archive.archives import Archive
from secondsource.archive.judging import judge_changed
from secondsource.archive.outlets import list_outlets, load_outlet
from secondsource.errors import MissingError
from secondsource.model.outlets import Kinship, Middle
from secondsource.model.outlets_codec import outlet_to_json
from tests.archive.shelves import FIRE, open_shelf, put
from tests.archive.voiced import HOSTILE, fill


@pytest.fixture(scope="module")
def voiced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_shelf(tmp_path_factory.mktemp("voiced")) as archive:
        fill(archive)
        yield archive


def test_outlets_are_listed_with_what_is_their_own_and_first(voiced: Archive) -> None:
    listed = {one.name: one for one in list_outlets(voiced).outlets}
    courier, radio = listed["The Orle Courier"], listed[HOSTILE]
    assert (courier.reports, courier.roots, courier.timed, courier.first) == (2, 2, 1, 1)
    assert (radio.reports, radio.roots, radio.timed, radio.first) == (1, 0, 1, 0)
    assert [one.name for one in list_outlets(voiced, "orle").outlets] == ["The Orle Courier"]
    assert [one.name for one in list_outlets(voiced, order="name").outlets] == sorted(listed)


def test_who_copies_and_who_is_copied_tell_of_one_another(voiced: Archive) -> None:
    radio, courier = load_outlet(voiced, HOSTILE), load_outlet(voiced, "The Orle Courier")
    (origin,) = radio.comes_from
    assert (origin.outlet, origin.original, origin.reports) == ("The Orle Courier", None, 1)
    assert courier.goes_into == (Kinship(HOSTILE, None, 1, origin.manners),)
    assert (radio.goes_into, courier.comes_from) == ((), ())
    assert (radio.after_first, radio.after_original) == (Middle(1, 3.0), Middle(1, 3.0))
    assert courier.own_share == 1.0
    assert radio.own_share is not None
    assert radio.own_share < 0.5
    assert [(one.name, one.reports) for one in courier.agencies] == [("NPA", 1)]


def test_reports_come_last_first_a_page_at_a_time(voiced: Archive) -> None:
    first = load_outlet(voiced, "The Orle Courier", most=1)
    second = load_outlet(voiced, "The Orle Courier", most=1, after=1)
    assert ([one.report for one in first.latest], first.has_more) == (["vote"], True)
    assert ([one.report for one in second.latest], second.has_more) == (["dam-1"], False)


def test_an_outlet_that_was_not_compared_yet_says_so(archive: Archive) -> None:
    put(archive, "echo", FIRE[0])
    outlet = load_outlet(archive, "echo")
    assert (outlet.listed.reports, outlet.own_share, outlet.after_first) == (0, None, Middle(0, None))
    assert outlet.latest[0].own_share is None
    list(judge_changed(archive))
    assert load_outlet(archive, "echo").latest[0].own_share == 1.0


def test_an_unknown_outlet_is_missing_and_an_empty_archive_has_none(archive: Archive) -> None:
    assert list_outlets(archive).outlets == ()
    with pytest.raises(MissingError):
        load_outlet(archive, "The Orle Courier")


def test_the_json_tells_the_manners(voiced: Archive) -> None:
    told = outlet_to_json(load_outlet(voiced, HOSTILE), 0)
    assert sum(told["comes_from"][0]["manners"].values()) == 1
    assert told["after_first"] == {"count": 1, "value": 3.0}
