"""Times of day: clock times with zones, parts of a day, and the days they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.calendar.cell import Grain
from timeline.calendar.times import Edge
from timeline.normaliser.counted import Pointed, Relative, Shift
from timeline.normaliser.incomplete import Holiday, MonthDay, Weekday
from timeline.normaliser.inside import Beside, Clock, DayPart, Inside
from timeline.normaliser.meaning import Fixed, Meaning, Shaded
from timeline.normaliser.rule import rule


@rule(
    "clock meridiem? lparen zone rparen",
    "clock meridiem?",
    "clock meridiem? zone",
    "number meridiem [lparen]",
    "number meridiem zone?",
    "number meridiem lparen zone rparen",
    "number oclock meridiem?",
    "twelve:number clock",
    "clock oclock zone?",
    "number oclock? in the daypart",
    "clock oclock? in the daypart",
)
def clock_time(
    clock: tuple[int, ...] | None,
    number: int | None,
    meridiem: int | None,
    zone: int | None,
    daypart: str | None = None,
    twelve: int | None = None,
) -> Clock | None:
    """A time on the clock.

    10:30    2025-05-04T10:30
    5 p.m.    2025-05-04T17:00
    12:01 a.m. MST    2025-05-04T00:01
    14:05 UTC    2025-05-04T14:05
    noon    2025-05-04T12:00
    4 in the morning    2025-05-04T04:00
    9 o'clock in the evening    2025-05-04T21:00
    never: 25 p.m.
    """
    hour = clock[0] if clock is not None else number
    assert hour is not None
    if twelve not in (None, 12):
        return None
    minute = clock[1] if clock is not None else 0
    second = clock[2] if clock is not None and len(clock) > 2 else None
    if daypart is not None and 1 <= hour <= 12:
        early = daypart == "MO" or (daypart == "NI" and (hour < 6 or hour == 12))
        meridiem = 0 if early else 12
    if meridiem is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + meridiem
    if hour > 24 or (hour == 24 and (minute or second)):
        return None
    return Clock(hour, minute, second, zone)


@rule("digits:number|year units:units|oclock")
def military_time(digits: int, units: Grain | None, digits_at: tuple[int, int]) -> Clock | None:
    """A time of day in four digits.

    0545 hours    2025-05-04T05:45
    1430 hrs    2025-05-04T14:30
    never: 2490 hrs
    """
    if digits_at[1] - digits_at[0] != 4 or units not in (None, Grain.HOUR) or digits < 100:
        return None
    hour, minute = divmod(digits, 100)
    return Clock(hour, minute) if hour < 24 and minute < 60 else None


@rule(
    "minutes:number past:past number meridiem?",
    "minutes:number past:past number in the daypart",
    "half past:past number meridiem?",
    "half past:past number in the daypart",
    "article? quarter past number meridiem?",
    "article? quarter past number in the daypart",
    "article? quarter to number meridiem?",
    "article? quarter to number in the daypart",
)
def spoken_time(
    number: int, half: None, quarter: int | None, past: None, to: None, meridiem: int | None,
    daypart: str | None, minutes: int | None, half_at: tuple[int, int] | None = None,
    to_at: tuple[int, int] | None = None,
) -> Clock | None:  # fmt: skip
    """A time of day in words.

    half past twelve    2025-05-04T12:30
    a quarter to six in the evening    2025-05-04T17:45
    quarter past 9 a.m.    2025-05-04T09:15
    a quarter to one in the morning    2025-05-04T00:45
    twenty past four in the morning    2025-05-04T04:20
    never: a quarter to a third
    """
    if not 1 <= number <= 12 or quarter not in (None, 0):
        return None
    hour = number if to_at is None else (number - 1) or 12
    whole = clock_time(None, hour, meridiem, None, daypart)
    if whole is None:
        return None
    if minutes is not None:
        return Clock(whole.hour, minutes) if 1 <= minutes <= 29 else None
    if half_at is not None:
        return Clock(whole.hour, 30)
    return Clock(whole.hour, 15 if to_at is None else 45)


@rule("this daypart")
def this_daypart(daypart: str) -> DayPart:
    """A part of today.

    this morning    2025-05-04TMO
    """
    return DayPart(daypart, Relative(Grain.DAY, 0))


@rule("last daypart")
def last_daypart(daypart: str) -> DayPart:
    """Last night.

    last night    2025-05-03TNI
    """
    return DayPart(daypart, Relative(Grain.DAY, -1))


@rule("that daypart", "the same daypart", "that same daypart")
def that_daypart(daypart: str) -> DayPart:
    """A part of the day last told.

    on May 1. That evening    2025-05-01TEV
    """
    return DayPart(daypart, Relative(Grain.DAY, 0, story=True))


@rule("the next daypart", "the later:later daypart", "the daypart after")
def next_daypart(daypart: str, later: int | None) -> DayPart:
    """A part of the day after the one told.

    on May 1. The next morning    2025-05-02TMO
    """
    return DayPart(daypart, Relative(Grain.DAY, 1, story=True))


@rule("date comma? daypart", "the? daypart (of|on) date")
def date_daypart(date: Meaning, daypart: str) -> DayPart | None:
    """A part of a day that is named.

    Friday night    2025-05-02TNI
    the morning of May 7    2025-05-07TMO
    """
    return DayPart(daypart, date)


@rule("edge dash? daypart date", "date edge dash? daypart")
def edge_of_dated_daypart(edge: Edge, daypart: str, date: Meaning) -> Any:
    """Early or late in a part of a day that is named.

    mid-afternoon yesterday    2025-05-03TAF
    Friday mid-morning    2025-05-02TMO
    """
    return ("time", Shaded(DayPart(daypart, date), edge=edge)) if is_day(date) else None


@rule(
    "time (comma|on)? date",
    "date (comma|at)? time",
    "time lparen year|number zone rparen comma? on? date",
)
def dated_clock(time: Any, date: Meaning) -> Any:
    """A time of day with its day.

    10 p.m. Wednesday    2025-04-30T22:00
    May 7 at noon    2025-05-07T12:00
    about 10:35 a.m. (0735 GMT) on Friday    2025-05-02T10:35
    14:00 local time on Wednesday    2025-04-30T14:00
    """
    if isinstance(time, Shaded) and isinstance(time.inner, Clock | DayPart) and is_day(date):
        inner = time.inner
        dated = replace(inner, date=date) if inner.date is None else None
        return None if dated is None else ("time", replace(time, inner=dated))
    if isinstance(time, Clock | DayPart) and time.date is None and is_day(date):
        return replace(time, date=date)
    return None


@rule("clock:time part:time", "number part:time", "about number part:time")
def clock_of_daypart(clock: Any, number: int | None, part: Any) -> Any:
    """A time of day with the part of the day it lies in.

    half past three this morning    2025-05-04T03:30
    at six tomorrow evening    2025-05-05T18:00
    """
    if not isinstance(part, DayPart) or part.date is None:
        return None
    if clock is None:
        clock = Clock(number or 0, 0) if number is not None and 1 <= number <= 12 else None
    if not isinstance(clock, Clock) or clock.date is not None:
        return None
    late = part.code in ("AF", "EV") or (part.code == "NI" and clock.hour >= 6)
    hour = clock.hour % 12 + 12 if late and clock.hour <= 12 else clock.hour
    return replace(clock, hour=hour, date=part.date)


@rule("edge dash daypart")
def middle_of_daypart(edge: Edge, daypart: str) -> Any:
    """The middle of a part of the day.

    by mid-morning    2025-05-04TMO
    """
    return ("time", Shaded(DayPart(daypart), edge=edge)) if edge is Edge.MID else None


@rule(
    "time [lparen] [time2:time] [rparen] [date:date]",
    "time [lparen] [time2:time] [rparen] [on] [date:date]",
    "time [rparen] [date:date]",
    "time [rparen] [on] [date:date]",
)
def clock_before_date(time: Any, date: Meaning, time2: Any) -> Any:
    """A time told for two places, before its day.

    14:05 (12:05 GMT) on Friday    2025-05-02T14:05, 2025-05-02T12:05, 2025-05-02
    """
    if isinstance(time, Clock) and time.date is None and is_day(date):
        return replace(time, date=date)
    return None


def is_day(date: Meaning) -> bool:
    """Whether a meaning can be a day (not a year or a month)."""
    if isinstance(date, Shaded):
        return is_day(date.inner)
    if isinstance(date, Fixed):
        return date.cell.grain is Grain.DAY
    if isinstance(date, Relative):
        return date.grain is Grain.DAY
    if isinstance(date, MonthDay):
        return date.day is not None
    if isinstance(date, Shift):
        return date.length.counts[-1][0] is Grain.DAY
    return isinstance(date, Weekday | Holiday | Pointed | Inside | Beside)


@rule("[in] the? edge daypart", "the edge daypart")
def edge_of_daypart(edge: Edge, daypart: str) -> Any:
    """Early or late in a part of the day last told.

    on May 1. In the early afternoon    2025-05-01TAF
    """
    return "time", Shaded(DayPart(daypart), edge=edge)


RULES = (military_time, spoken_time, clock_time, this_daypart, last_daypart)
COMPOSED = (
    edge_of_daypart,
    edge_of_dated_daypart,
    that_daypart,
    next_daypart,
    date_daypart,
    dated_clock,
    clock_before_date,
    clock_of_daypart,
    middle_of_daypart,
)
