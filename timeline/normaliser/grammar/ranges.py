"""Ranges: from one date to another, as one mention with two parts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Bound, Reference
from timeline.normaliser.counted import Pointed
from timeline.normaliser.grammar.clock import is_day
from timeline.normaliser.incomplete import Incomplete, MonthDay, OfYear, Weekday, Weekend
from timeline.normaliser.inside import Clock, Span
from timeline.normaliser.meaning import Fixed, Meaning, Shaded, Vaguely
from timeline.normaliser.rule import rule

At = tuple[int, int]


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
