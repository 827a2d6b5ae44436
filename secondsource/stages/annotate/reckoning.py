"""Reckoning: what day, month, year, length or repetition an expression means, seen from the report's own day.

Values are EDTF and TIMEX-like:
  2024-06-19 · 2024-06 · 2024 · 194X (decade) · 19XX (century) · 2024-W25 · 2024-W25-WE (weekend) · 2024-Q2 · 2024-H1 ·
  2024-SU (season) · 2024-06-19TMO (MO MI AF EV NI) · 2024-06-19T17:00 · P24Y P9D PT2H P2.5Y · PXY (several years) ·
  P1D or XXXX-WXX-1 with type "set".
What cannot be known is written X: XXXX-WXX-3 (a Wednesday), XXXX-06-19, XXXX-03, XXXX-SU, XXXX-XX-XX. A relative time
that nothing anchors is PAST_REF, PRESENT_REF or FUTURE_REF, and so are "recently", "now" and "soon".
"""

from collections.abc import Callable, Mapping

from secondsource.stages.annotate import days, fiscal, holidays, spells, years
from secondsource.stages.annotate.expressions import Expression
from secondsource.stages.annotate.moments import Moment, Parts, Value

RECKONERS: Mapping[str, Callable[[Parts, Moment], Value | None]] = {
    "day": days.reckon_day,
    "written": days.reckon_written,
    "slashed": days.reckon_slashed,
    "holiday": holidays.reckon_holiday,
    "weekday": days.reckon_weekday,
    "weekdays": days.reckon_weekdays,
    "today": days.reckon_today,
    "clock": days.reckon_clock,
    "month": years.reckon_month,
    "months": years.reckon_months,
    "year": years.reckon_year,
    "decade": years.reckon_decade,
    "century": years.reckon_century,
    "season": years.reckon_season,
    "quarter": fiscal.reckon_quarter,
    "half": fiscal.reckon_half,
    "definite": fiscal.reckon_definite,
    "yearbefore": fiscal.reckon_year_before,
    "period": spells.reckon_period,
    "beside": spells.reckon_beside,
    "ago": spells.reckon_ago,
    "duration": spells.reckon_duration,
    "sets": spells.reckon_sets,
    "repeating": spells.reckon_repeating,
    "vague": spells.reckon_vague,
}
"""What reckons each kind of expression."""


def reckon(expression: Expression, moment: Moment) -> Value | None:
    """Type and value of `expression` seen from `moment`; None when it is no time after all ("June 31")."""
    return RECKONERS[expression.kind](expression.parts, moment)
