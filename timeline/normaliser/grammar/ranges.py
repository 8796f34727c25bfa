"""Ranges: from one date to another, as one mention with two parts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.calendar.cell import Cell, Grain, month_length
from timeline.calendar.times import Bound, Reference
from timeline.normaliser.counted import Pointed
from timeline.normaliser.grammar.clock import clock_time, is_day
from timeline.normaliser.grammar.dates import iso_date, make_day
from timeline.normaliser.incomplete import Incomplete, MonthDay, OfYear, Weekday, Weekend
from timeline.normaliser.inside import Clock, Span
from timeline.normaliser.meaning import Fixed, Meaning, Shaded, Vaguely
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


@rule(
    "[from] first:date (to|until|dash) last:date",
    "[between] first:date and last:date",
    "first:date (to|until|dash) last:date",
    "[from] first:time (to|until|dash) last:time",
    "[between] first:time and last:time",
    "first:time (to|until|dash) last:time",
)
def dates_range(first: Meaning, last: Meaning, first_at: At, last_at: At) -> Span | None:
    """From one date to another; the first may borrow the second's year.

    Dec. 30, 2024 to Jan. 2, 2025    2024-12-30/2025-01-02
    from Monday to Friday    2025-04-28/2025-05-02
    from 9 a.m. to 5 p.m.    2025-05-04T09:00/2025-05-04T17:00
    c. 1500 – c. 1480 BC    BC1500/BC1480
    Q1 to Q3 2022    2022-Q1/2022-Q3
    a revision on Friday to December figures    2025-05-02, 2024-12
    """
    if is_bare_month(first) and isinstance(last, Weekday):
        return None
    if isinstance(first, Weekday) and is_bare_month(last):
        return None
    if isinstance(first, MonthDay | OfYear) and isinstance(last, Fixed):
        cell = first.of_year(last.cell.first_year())
        if cell is not None and cell.first_day > last.cell.last_day:
            cell = first.of_year(last.cell.first_year() - 1)
        if cell is None:
            return None
        first = Fixed(cell)
    era = _share_era(first, last)
    if era is not None:
        first = era
    if isinstance(first, Clock) and isinstance(last, Clock) and last.date is None:
        last = Clock(last.hour, last.minute, last.second, last.offset, first.date)
    elif isinstance(first, Clock) and isinstance(last, Clock) and first.date is None:
        first = Clock(first.hour, first.minute, first.second, first.offset, last.date)
    return Span(first, last, first_at, last_at)


def _share_era(first: Meaning, last: Meaning) -> Meaning | None:
    """The first of two years whose era is said at the second: c. 1500 – c. 1480 BC."""
    if isinstance(first, Shaded):
        inner = _share_era(first.inner, last)
        return None if inner is None else replace(first, inner=inner)
    end = last.inner if isinstance(last, Shaded) else last
    if not isinstance(first, Fixed) or not isinstance(end, Fixed):
        return None
    one, two = first.cell, end.cell
    if one.grain is not Grain.YEAR or two.grain is not Grain.YEAR:
        return None
    return Fixed(Cell.year(1 - one.index)) if two.index <= 0 < 1 - two.index < one.index else None


def is_bare_month(meaning: Meaning) -> bool:
    """Whether a meaning is a month without a day."""
    return isinstance(meaning, MonthDay) and meaning.day is None


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


@rule("first:date (dash|to|until) the? present", "first:date (dash|to|until) now:vaguely",
      "[from] first:date onward", "[from] first:date present")  # fmt: skip
def open_range(first: Meaning, now: Any) -> Shaded | None:
    """From a date on.

    1998–present    1998
    from 1999 onwards    1999
    """
    if isinstance(now, Vaguely) and now.reference is not Reference.PRESENT:
        return None
    return Shaded(first, bound=Bound.SINCE)


@rule("[between] [vaguely] [and] last:date")
def from_now_to(last: Meaning) -> Shaded | None:
    """Until a date that is ahead.

    between now and Friday    PRESENT_REF, 2025-05-09
    """
    if isinstance(last, Shaded):
        return None
    ahead = Pointed(last, 1) if isinstance(last, Incomplete) else last
    return Shaded(ahead, bound=Bound.UNTIL)


@rule("weekend:date of span")
def weekend_of_days(weekend: Meaning, span: Span) -> Span | None:
    """A weekend by its days.

    the weekend of May 10-11    2025-05-10/2025-05-11
    """
    return span if isinstance(weekend, Weekend) and not isinstance(span.first, Clock) else None


@rule("hours:span (comma|on)? date")
def hours_of_day(hours: Span, date: Meaning, date_at: At) -> Span | None:
    """Times of day with their day.

    from 4 to 6 p.m. on Tuesday    2025-04-29T16:00/2025-04-29T18:00
    """
    first, last = hours.first, hours.last
    if not isinstance(first, Clock) or not isinstance(last, Clock) or first.date is not None:
        return None
    if last.date is not None or not is_day(date):
        return None
    return Span(
        replace(first, date=date),
        replace(last, date=date),
        hours.first_at,
        (hours.last_at[0], date_at[1]),
    )


@rule("hours:span [days:span]", "hours:span [comma] [days:span]")
def daily_hours(hours: Span, days: Span) -> Span | None:
    """Times of several days, which are of none of them.

    9 a.m. to 5 p.m. Monday to Friday    XXXX-XX-XXT09:00/XXXX-XX-XXT17:00, 2025-04-28/2025-05-02
    """
    first, last = hours.first, hours.last
    if not isinstance(first, Clock) or not isinstance(last, Clock) or first.date is not None:
        return None
    if isinstance(days.first, Clock):
        return None
    some_day = Vaguely(Reference.PRESENT)
    return Span(
        replace(first, date=some_day), replace(last, date=some_day), hours.first_at, hours.last_at
    )


@rule("days:span comma? dates:span", "dates:span comma? days:span")
def weekdays_of_dates(days: Span, dates: Span) -> Span | None:
    """Days of the week that only name the dates beside them.

    Thursday to Saturday, May 8 to 10    2025-05-08/2025-05-10
    """
    if not isinstance(days.first, Weekday) or not isinstance(dates.first, MonthDay | Fixed):
        return None
    return dates


@rule("about span")
def about_range(span: Span) -> Span:
    """A range that is not exact.

    c. 1200-1250    1200/1250
    """
    return replace(span, about=True)


COMPACT = (
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
RULES = (
    dates_range,
    open_range,
    from_now_to,
    weekend_of_days,
    hours_of_day,
    weekdays_of_dates,
    daily_hours,
    about_range,
)
