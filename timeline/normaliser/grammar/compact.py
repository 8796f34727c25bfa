"""Compact ranges: two ends that share a part, days of one month, years, times of one half day."""

from __future__ import annotations

from typing import Any

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.gregorian import month_length
from timeline.normaliser.grammar.clock import clock_time
from timeline.normaliser.grammar.dates import iso_date, make_day
from timeline.normaliser.incomplete import MonthDay, Weekday
from timeline.normaliser.inside import Span
from timeline.normaliser.meaning import Fixed
from timeline.normaliser.rule import rule

At = tuple[int, int]


@rule(
    "month:month|weakmonth first:number|ordinal (dash|to|until) last:number|ordinal (comma? year)?",
    "[between] month:month|weakmonth first:number|ordinal and last:number|ordinal (comma? year)?",
)
def days_of_month(
    month: int, first: int, last: int, year: int | None, month_at: At, first_at: At, last_at: At
) -> Span | None:
    """Days of one month, month first.

    May 7-10    2025-05-07/2025-05-10
    May 7 to 10, 2025    2025-05-07/2025-05-10
    """
    return _make_days(month, first, last, year, (month_at[0], first_at[1]), last_at)


@rule(
    "the? first:number|ordinal (dash|to|until) the? last:number|ordinal of?"
    " month:month|weakmonth (comma? year)?",
    "weekday comma? the? first:number|ordinal (dash|to|until) weekday2:weekday comma? the?"
    " last:number|ordinal of? month:month|weakmonth (comma? year)?",
    "[between] the? first:number|ordinal and the? last:number|ordinal of?"
    " month:month|weakmonth (comma? year)?",
)
def days_then_month(
    month: int, first: int, last: int, year: int | None, first_at: At, last_at: At,
    month_at: At, year_at: At | None, weekday: int | None, weekday2: int | None,
    weekday_at: At | None = None, weekday2_at: At | None = None,
) -> Span | None:  # fmt: skip
    """Days of one month, days first.

    7-10 May 2025    2025-05-07/2025-05-10
    Monday 5 to Sunday 11 May    2025-05-05/2025-05-11
    from 7 to 10 May    2025-05-07/2025-05-10
    """
    end = (year_at or month_at)[1]
    begin = ((weekday_at or first_at)[0], first_at[1])
    return _make_days(month, first, last, year, begin, ((weekday2_at or last_at)[0], end))


def _make_days(
    month: int, first: int, last: int, year: int | None, first_at: At, last_at: At
) -> Span | None:
    limit = month_length(2024, month)
    if not (1 <= first <= limit and 1 <= last <= limit) or last <= first:
        return None
    if year is None:
        return Span(MonthDay(month, first), MonthDay(month, last), first_at, last_at)
    one, two = make_day(year, month, first), make_day(year, month, last)
    if one is None or two is None:
        return None
    return Span(Fixed(one), Fixed(two), first_at, last_at)


@rule(
    "first:year (dash|to|until) last:number|shortyear",
    "fiscal unit? first:year (dash|to|until) last:number|shortyear",
    "first:year (dash|to|until) second:year",
    "[between] first:year and second:year",
    "first:number (dash|to|until) second:year",
)
def years(
    first: int, last: int | None, second: int | None, first_at: At, last_at: At | None,
    second_at: At | None,
) -> Span | None:  # fmt: skip
    """Years, the second in full or by its last two digits; BC counts for both.

    from 1914 to 1918    1914/1918
    1914-18    1914/1918
    264-146 BC    BC0264/BC0146
    AD 54-68    0054/0068
    never: 1914-10000
    """
    at = last_at or second_at
    assert at is not None
    if second is not None:
        one, two = 1 - first if second <= 0 < first else first, second
        if first < 1000 and second >= 1000:
            return None
    else:
        assert last is not None
        if not 0 <= last <= 99 or at[1] - at[0] not in (2, 3):
            return None
        one, two = first, first // 100 * 100 + last
    if two <= one:
        return None
    return Span(Fixed(Cell.year(one)), Fixed(Cell.year(two)), first_at, at)


@rule("year dash month:number")
def iso_month(year: int, month: int, month_at: At) -> Fixed | None:
    """A month in digits, where it cannot be a range of years.

    2025-05    2025-05
    """
    if month_at[1] - month_at[0] == 2 and 1 <= month <= 12 and year % 100 >= month:
        return Fixed(Cell.month(year, month))
    return None


@rule(
    "first:number (dash|to|until) last:number meridiem zone?",
    "first:clock (dash|to|until) clock meridiem? zone?",
    "[between] first:number and last:number meridiem zone?",
)
def hours(
    first: Any, last: int | None, clock: tuple[int, ...] | None, meridiem: int | None,
    zone: int | None, first_at: At, last_at: At | None, clock_at: At | None,
    meridiem_at: At | None,
) -> Span | None:  # fmt: skip
    """Times of day that share their half of the day.

    9-11 a.m.    2025-05-04T09:00/2025-05-04T11:00
    10:30 to 11:15    2025-05-04T10:30/2025-05-04T11:15
    9:00-5:00 p.m.    2025-05-04T09:00/2025-05-04T17:00
    """
    end = clock_time(clock, last, meridiem, zone)
    if end is None:
        return None
    begin_meridiem = meridiem
    opening = first if isinstance(first, tuple) else None
    hour = first[0] if isinstance(first, tuple) else first
    final = last if clock is None else clock[0]
    if meridiem is not None and final is not None and hour % 12 > final % 12:
        begin_meridiem = 12 - meridiem
    begin = clock_time(opening, None if opening else first, begin_meridiem, zone)
    at = last_at or clock_at
    if begin is None or at is None:
        return None
    return Span(begin, end, first_at, (at[0], (meridiem_at or at)[1]))


@rule("first:month|weakmonth (dash|to|until|slash) last:month|weakmonth (comma|of)? year",
      "[between] first:month|weakmonth and last:month|weakmonth (comma|of)? year")  # fmt: skip
def months_of_year(
    first: int, last: int, year: int, first_at: At, last_at: At, year_at: At
) -> Span:
    """Months of one year.

    between March and May 2021    2021-03/2021-05
    """
    begin = year if first <= last else year - 1
    return Span(
        Fixed(Cell.month(begin, first)),
        Fixed(Cell.month(year, last)),
        first_at,
        (last_at[0], year_at[1]),
    )


@rule("the? first:decade and the? last:decade")
def decades(first: int | str, last: int | str, first_at: At, last_at: At) -> Span | None:
    """Two decades, one after the other.

    the 1880s and 1890s    188/189
    """
    if isinstance(first, str) or isinstance(last, str) or last != first + 1 or first < 10:
        return None
    one, two = Cell(Grain.DECADE, first), Cell(Grain.DECADE, last)
    return Span(Fixed(one), Fixed(two), first_at, last_at)


@rule("first:weekday|weakday (dash|to|until) last:weekday|weakday")
def weekdays(first: int, last: int, first_at: At, last_at: At) -> Span | None:
    """Days of one week.

    Monday-Friday    2025-04-28/2025-05-02
    Mon-Fri    2025-04-28/2025-05-02
    """
    return Span(Weekday(first), Weekday(last), first_at, last_at) if first > 0 < last else None


@rule("first:iso slash last:iso")
def iso_range(
    first: tuple[str | None, ...], last: tuple[str | None, ...], first_at: At, last_at: At
) -> Span | None:
    """Two ISO dates with a slash.

    2024-05-10/2024-05-12    2024-05-10/2024-05-12
    """
    one, two = iso_date(first), iso_date(last)
    if isinstance(one, Fixed) and isinstance(two, Fixed):
        return Span(one, two, first_at, last_at)
    return None


RULES = (
    iso_range,
    decades,
    weekdays,
    days_of_month,
    days_then_month,
    years,
    iso_month,
    hours,
    months_of_year,
)
