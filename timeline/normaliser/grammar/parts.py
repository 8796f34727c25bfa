"""Parts of a date: the first week of, early in, the third quarter of another date."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.calendar.cell import Grain
from timeline.calendar.times import DAYLESS, Bound, Edge
from timeline.normaliser.counted import Pointed, Relative, Shift
from timeline.normaliser.incomplete import Incomplete, OfYear, Weekday, Weekend
from timeline.normaliser.inside import DayPart, Inside, Ordered
from timeline.normaliser.meaning import Fixed, Meaning, Shaded
from timeline.normaliser.of_month import DayOfMonth
from timeline.normaliser.rule import rule


@rule("inner:date (comma|of|in)? base:date", "inner:date of the? base:date")
def date_in_date(inner: Meaning, base: Meaning) -> Meaning | None:
    """An incomplete date in a stretch that is named.

    the third quarter of last year    2024-Q3
    Friday of last week    2025-04-25
    the end of May last year    2024-05
    """
    if isinstance(inner, Shaded) and inner.edge is not None:
        within = date_in_date(inner.inner, base)
        return None if within is None else replace(inner, inner=within)
    if not isinstance(inner, Incomplete) or isinstance(base, Incomplete):
        return None
    if isinstance(base, Shift) and base.is_year_ago and is_the_quarter(inner):
        return base
    if isinstance(inner, Weekday | Weekend):
        fits = isinstance(base, Relative) and base.grain is Grain.WEEK
    else:
        fits = isinstance(base, Relative) and base.grain is Grain.YEAR
    return Inside(inner, base) if fits else None


@rule("inner:date (of|in) the unit:unit")
def part_of_the_year(inner: Meaning, unit: Grain) -> Inside | None:
    """A quarter, half or season of the year the document, or its story, is in.

    the second half of the year    2025-H2
    """
    if not isinstance(inner, OfYear) or inner.number < 1 or unit is not Grain.YEAR:
        return None
    return Inside(inner, Relative(Grain.YEAR, 0, told=True))


def is_the_quarter(meaning: Meaning) -> bool:
    """Whether a meaning is the quarter that a report is about."""
    return isinstance(meaning, OfYear) and meaning.grain is Grain.QUARTER and meaning.number <= 0


@rule("base:date weekday:date")
def week_and_day(base: Meaning, weekday: Meaning) -> Inside | None:
    """A day after its week.

    last week Friday    2025-04-25
    """
    if isinstance(weekday, Weekday) and isinstance(base, Relative) and base.grain is Grain.WEEK:
        return Inside(weekday, base)
    return None


@rule(
    "the? nth:ordinal|last inner:date (of|in) base:date",
    "base:date poss nth:ordinal|last inner:date",
    "the nth:ordinal|last inner:date (of|in) the unit:unit",
)
def nth_in(
    nth: int | None, inner: Meaning, base: Meaning | None, unit: Grain | None
) -> Inside | None:
    """The nth weekday of a month.

    the first Thursday of December 2025    2025-12-04
    the last Monday in May    2025-05-26
    the last Friday of the month    2025-05-30
    """
    if not isinstance(inner, Weekday) or unit not in (None, Grain.MONTH, Grain.YEAR):
        return None
    if base is None:
        assert unit is not None
        base = Relative(unit, 0, told=True)
    return Inside(inner, base, -1 if nth is None else nth)


_QUARTERS = {1: Edge.START, 2: Edge.MID, 3: Edge.MID}


@rule(
    "the? nth:ordinal|last unit:unit|weekend (of|in) date",
    "the? nth:ordinal|last number? units (of|in) date",
    "the? nth:ordinal|last quarter (of|in) date",
)
def nth_unit(
    nth: int | None, unit: Grain | None, date: Meaning, units: Grain | None, number: int | None,
    quarter: int | None,
) -> Meaning | None:  # fmt: skip
    """The nth day, week or month of a stretch; days and weeks of it are the stretch's edge.

    the first week of May 2025    2025-W18
    the last day of 2024    2024-12-31
    the last quarter of 2011    2011-Q4
    the last quarter of the 19th century    18
    """
    if units is not None:
        edge = Edge.END if nth is None else Edge.START
        return Shaded(date, edge=edge) if nth in (None, 1) else None
    grain = Grain.WEEKEND if unit is None else unit
    if quarter is not None:
        if isinstance(date, Fixed) and date.cell.grain >= Grain.DECADE:
            return Shaded(date, edge=_QUARTERS.get(nth or 0, Edge.END))
        grain = Grain.QUARTER
    if grain in DAYLESS or (quarter is not None and quarter > 0):
        return None
    if grain is Grain.QUARTER and isinstance(date, Fixed) and date.cell.grain > Grain.YEAR:
        return Shaded(date, edge=Edge.END) if nth is None else None
    return Ordered(-1 if nth is None else nth, grain, date)


@rule(
    "the? edge (of|dash)? the? date",
    "the? edge:border (of|dash) the? date",
    "the? edge of the? time",
    "edge dash? time",
)
def edge_of(edge: Edge, date: Meaning | None, time: Meaning | None) -> Any:
    """The beginning, middle or end of something.

    the end of May 1968    1968-05
    early June 2025    2025-06
    the mid-1990s    199
    never: the end of the road
    """
    inner = date if date is not None else time
    if inner is None:
        return None
    if isinstance(inner, Shaded) and inner.edge is not None:
        return None
    return ("date" if date is not None else "time"), Shaded(inner, edge=edge)


@rule("count:later|earlier time")
def later_in_day(count: int, time: Meaning) -> tuple[str, Shaded] | None:
    """Late or early in a part of a day.

    later this afternoon    2025-05-04TAF
    """
    if not isinstance(time, DayPart):
        return None
    return "time", Shaded(time, edge=Edge.END if count > 0 else Edge.START)


@rule("count:later|earlier (in|on)? date", "count:later|earlier in the unit:unit")
def later_in(count: int, date: Meaning | None, unit: Grain | None) -> Shaded | None:
    """Later or earlier in the stretch the document is in.

    earlier this year    2025
    later this month    2025-05
    """
    if unit is not None:
        date = Relative(unit, 0)
    if not isinstance(date, Relative | Pointed | Weekday):
        return None
    return Shaded(date, edge=Edge.END if count > 0 else Edge.START)


@rule("about date", "about time", "about the date")
def about(date: Meaning | None, time: Meaning | None) -> Any:
    """A date that is not exact.

    c. 480 BC    BC0480
    around noon    2025-05-04T12:00
    """
    inner = date if date is not None else time
    assert inner is not None
    return ("date" if date is not None else "time"), Shaded(inner, about=True)


@rule("the? unit:unit of date", "the? weekend of date")
def week_of(unit: Grain | None, date: Meaning) -> Ordered | None:
    """The week a day lies in.

    the week of March 6, 2000    2000-W10
    """
    grain = Grain.WEEKEND if unit is None else unit
    return Ordered(0, grain, date) if grain in (Grain.WEEK, Grain.WEEKEND) else None


@rule("the? weekend")
def lone_weekend() -> Weekend:
    """The weekend.

    over the weekend    2025-W18-WE
    """
    return Weekend()


@rule("[on|by|until|since|from|before|after] the ordinal")
def day_of_month(ordinal: int, ordinal_at: tuple[int, int]) -> DayOfMonth | None:
    """A day of the month last told.

    in April 1862. On the 4th, he asked for terms    1862-04-04
    never: on the 4th floor
    """
    digits = len(str(ordinal)) + 2
    if not 1 <= ordinal <= 31:
        return None
    return DayOfMonth(ordinal) if ordinal_at[1] - ordinal_at[0] == digits <= 4 else None


@rule("date the? ordinal")
def weekday_of_month(date: Meaning, ordinal: int, ordinal_at: tuple[int, int]) -> DayOfMonth | None:
    """A day of the month by its number and its day of the week.

    Friday the 2nd    2025-05-02
    """
    digits = ordinal_at[1] - ordinal_at[0] == len(str(ordinal)) + 2
    if not isinstance(date, Weekday) or not 1 <= ordinal <= 31 or not digits:
        return None
    return DayOfMonth(ordinal, date.number)


@rule(
    "[date] [and] ordinal:number|ordinal",
    "[date] [and] ordinal:number|ordinal comma date",
    "[date] [comma] ordinal:number|ordinal [and] [number|ordinal]",
)
def second_of_two(ordinal: int, date: Meaning | None) -> DayOfMonth | None:
    """The second of two days of a month.

    on May 3 and 4    2025-05-03, 2025-05-04
    on May 3, 4 and 5    2025-05-03, 2025-05-04, 2025-05-05
    """
    if date is not None and not (isinstance(date, Fixed) and date.cell.grain is Grain.YEAR):
        return None
    return DayOfMonth(ordinal) if 1 <= ordinal <= 31 else None


@rule("the? nth:ordinal|last half (of|in) the? date")
def half_of(nth: int | None, date: Meaning) -> Shaded | None:
    """A half of a decade or century is its early or its late part.

    the first half of the 20th century    19
    """
    if not isinstance(date, Fixed) or date.cell.grain < Grain.DECADE or nth not in (1, 2, None):
        return None
    return Shaded(date, edge=Edge.START if nth == 1 else Edge.END)


@rule("sign:before|after dash date")
def post_date(sign: int, date: Meaning) -> Shaded | None:
    """Before or after a year, as a prefix.

    post-1959 politics    1959
    """
    return Shaded(date, bound=Bound.AFTER if sign > 0 else Bound.BEFORE)


@rule(
    "the base:date quarter",
    "the base:date period",
    "the? same (quarter|period) (of|in)? base:date",
    "base:date poss same? quarter",
)
def quarter_of(base: Meaning) -> Meaning | None:
    """The quarter a report is about, in another year.

    in the third quarter of 2024, against the 2023 quarter    2023-Q3
    In the first quarter it earned $5, in the same period last year $4    2025-Q1, 2024-Q1
    """
    if isinstance(base, Shift) and base.is_year_ago:
        return base
    if (isinstance(base, Fixed) and base.cell.grain is Grain.YEAR) or (
        isinstance(base, Relative) and base.grain is Grain.YEAR
    ):
        return Inside(OfYear(Grain.QUARTER, 0), base)
    return None


@rule("base:date poss inner:date")
def years_quarter(base: Meaning, inner: Meaning) -> Inside | None:
    """A quarter, month or season of a year that owns it.

    this year's third quarter    2025-Q3
    """
    if isinstance(inner, Incomplete) and isinstance(base, Relative) and base.grain is Grain.YEAR:
        return Inside(inner, base)
    return None


@rule(
    "the? edge of? the unit:unit|century",
    "the? edge:border of the unit:unit|century",
    "unit:unit dash? edge:edge|border date?",
    "unit:unit poss edge:edge|border",
)
def edge_of_unit(edge: Edge, unit: Grain | None, date: Meaning | None) -> Shaded | None:
    """The end of the year the document, or a story of another time, is in.

    the end of the year    2025
    year-end    2025
    year-end 2026    2026
    never: the end of the day
    """
    grain = Grain.CENTURY if unit is None else unit
    if grain <= Grain.DAY:
        return None
    return Shaded(Relative(grain, 0, told=True) if date is None else date, edge=edge)


RULES = (
    week_of,
    post_date,
    half_of,
    second_of_two,
    weekday_of_month,
    later_in_day,
    day_of_month,
    lone_weekend,
    date_in_date,
    part_of_the_year,
    week_and_day,
    nth_in,
    nth_unit,
    edge_of,
    edge_of_unit,
    later_in,
    about,
    quarter_of,
    years_quarter,
)
