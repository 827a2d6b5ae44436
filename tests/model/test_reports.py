import pytest

from secondsource.model.reports import Report


@pytest.mark.parametrize(
    ("outlet", "place", "name"),
    [
        ("The Courier", "saved/one.html", "The Courier"),
        (None, "saved/one.html", "one.html"),
        (None, "saved\\one.html", "one.html"),
        (None, "saved/feed.jsonl:3", "feed.jsonl:3"),
        (None, "https://courier.example/gate/", "gate"),
        (None, "standard input", "standard input"),
        (None, "/", "/"),
    ],
)
def test_a_report_is_called_by_its_outlet_or_by_where_it_lay(outlet: str | None, place: str, name: str) -> None:
    assert Report("id", place, "text", outlet=outlet).name == name
