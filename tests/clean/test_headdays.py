"""The day in a report's first lines, beside other words than those of a date line."""

import pytest

from secondsource.stages.clean.headdays import find_head_day


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("From our correspondent in Skarrow, 10 March 2026", "2026-03-10"),
        ("Ann Ode in Skarrow, 10 March 2026, 18:40", "2026-03-10T18:40:00"),
        ("Print edition, Tuesday, 10 March 2026, p. 4", "2026-03-10"),
        ("March 10, 2026 / Region", "2026-03-10"),
        ("Agency copy, 10 March 2026, 09:15", "2026-03-10T09:15:00"),
        ("Skarrow Mourns The Dead Of 10 March 2026", None),
        ("The bridge on 10 March 2026, seen from the quay", None),
        ("Three men were held on 10 March 2026.", None),
        ("From 3 March 2026 to 10 March 2026", None),
        ("10 March", None),
    ],
)
def test_day_of_a_head_line(line: str, moment: str | None) -> None:
    assert [credit.value for credit in find_head_day(["The Tern", line])] == ([moment] if moment else [])
