"""All slices of a list together hold every row, and none twice, also while reports come in."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.cursors import from_cursor, to_cursor
from secondsource.errors import UsageError
from tests.archive.arrivals import arrive_many

V1 = "/api/v1"

LISTS = [
    ("/stories?", "stories", "id"),
    ("/stories?order=id&", "stories", "id"),
    ("/stories?order=happened&", "stories", "id"),
    ("/reports?", "reports", "id"),
    ("/disputes?", "disputes", "id"),
    ("/speakers?", "speakers", "name"),
    ("/outlets?order=name&", "outlets", "name"),
    ("/search?q=ferry+OR+council&", "hits", "report"),
]


def _walk(api: TestClient, path: str, key: str, then: Callable[[], object] = lambda: None) -> list[Any]:
    found: list[Any] = []
    after: object = None
    for _ in range(200):
        answer = api.get(f"{V1}{path}most=1" + (f"&after={after}" if after is not None else "")).json()
        assert len(answer[key]) <= 1
        found += answer[key]
        after = answer["next"]
        if after is None:
            return found
        then()
    raise AssertionError("the list does not end")


@pytest.mark.parametrize(("path", "key", "by"), LISTS)
def test_slices_together_are_the_whole_list(api: TestClient, path: str, key: str, by: str) -> None:
    whole = api.get(f"{V1}{path}most=200").json()
    assert whole["next"] is None
    assert len(whole[key]) > 1
    walked = _walk(api, path, key)
    assert walked == whole[key]
    assert len({str(one[by]) for one in walked}) == len(walked)


@pytest.mark.parametrize(("path", "key"), [("/stories?order=id&", "stories"), ("/reports?", "reports")])
def test_nothing_is_missed_or_met_twice_while_reports_come_in(
    writer: TestClient, writable: Archive, path: str, key: str
) -> None:
    before = {one["id"] for one in writer.get(f"{V1}{path}most=200").json()[key]}
    coming = iter(arrive_many(30)[6:])
    walked = [one["id"] for one in _walk(writer, path, key, lambda: store(writable, [next(coming)]))]
    assert len(set(walked)) == len(walked)
    assert before <= set(walked)


def test_the_latest_first_meets_none_twice_while_reports_come_in(writer: TestClient, writable: Archive) -> None:
    coming = iter(arrive_many(30)[6:])
    walked = _walk(writer, "/stories?", "stories", lambda: store(writable, [next(coming)]))
    ids = [one["id"] for one in walked]
    assert len(set(ids)) == len(ids)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1f")), min_size=1, max_size=3))
def test_a_cursor_gives_its_keys_back(keys: list[str]) -> None:
    assert from_cursor(to_cursor(*keys), len(keys)) == tuple(keys) or len(to_cursor(*keys)) > 600


@given(st.text(max_size=40), st.integers(1, 3))
def test_what_is_no_cursor_is_told(text: str, count: int) -> None:
    try:
        keys = from_cursor(text, count)
    except UsageError:
        return
    assert keys is not None
    assert len(keys) == count
