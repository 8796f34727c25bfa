"""Dates of the calendar: days, months, years, eras, centuries, quarters, seasons, feasts."""

from __future__ import annotations

from typing import Any

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.gregorian import month_length
from timeline.calendar.times import Repeat
from timeline.normaliser.counted import Relative
from timeline.normaliser.incomplete import MonthDay, Weekday
from timeline.normaliser.meaning import Fixed, Numeric, Repeating
from timeline.normaliser.rule import rule


def make_day(year: int, month: int, day: int) -> Cell | None:
    """A day, None if the calendar does not have it."""
    if 1 <= month <= 12 and 1 <= day <= month_length(year, month):
        return Cell.day(year, month, day)
    return None


def full_year(short: int) -> int:
    """A year of two digits: 35 to 99 is 19.., 0 to 34 is 20.."""
    return short + (1900 if short >= 35 else 2000)


@rule("iso")
def iso_date(iso: tuple[str | None, ...]) -> tuple[str, Any] | Fixed | None:
    """ISO 8601.

    2025-05-04    2025-05-04
    2025-05-04T10:30    2025-05-04T10:30
    never: 2025-13-40
    """
    year, month, day, hour, minute, second, zone = iso
    cell = make_day(int(year or 0), int(month or 0), int(day or 0))
    if cell is None:
        return None
    late = int(hour or 0) * 3_600 + int(minute or 0) * 60 + int(second or 0)
    if hour is None or late > 86_400 or int(minute or 0) > 59 or int(second or 0) > 59:
        return Fixed(cell)
    offset = None
    if zone == "z":
        offset = 0
    elif zone is not None:
        digits = zone[1:].replace(":", "")
        offset = (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if zone[0] == "-" else 1)
    moment = Cell.clock(
        cell.index, int(hour), int(minute or 0), None if second is None else int(second), offset
    )
    return "time", Fixed(moment)


@rule("slashed")
def numeric_date(slashed: tuple[str, str, str, str]) -> Fixed | None:
    """Numbers only; day and month by size, else by the text's habit.

    Where the text has none, the month goes first with slashes, the day with dots.

    5/4/2025    2025-05-04
    25/12/2024    2024-12-25
    04.05.2025    2025-05-04
    2025/05/04    2025-05-04
    from 25/12/2024 until 05/04/2025    2024-12-25/2025-04-05
    never: 1.2.3
    """
    one, two, three, separator = slashed
    if len(one) == 4:
        cell = make_day(int(one), int(two), int(three)) if len(three) <= 2 else None
        return None if cell is None else Fixed(cell)
    if len(three) not in (2, 4) or len(one) > 2 or (len(three) == 2 and separator == "-"):
        return None
    if separator == "." and len(three) == 2 and not len(one) == len(two) == 2:
        return None
    year = int(three) if len(three) == 4 else full_year(int(three))
    month_first = make_day(year, int(one), int(two))
    day_first = make_day(year, int(two), int(one))
    first, other = (day_first, month_first) if separator == "." else (month_first, day_first)
    chosen = first or other
    if chosen is None:
        return None
    if first is None or other is None or other == first:
        return Fixed(chosen)
    return Numeric(
        chosen,
        other=other,
        reason="if day and month are the other way round",
        day_first=separator == ".",
    )


@rule(
    "(weekday:weekday|weakday comma?)? month:month|weakmonth day:number|ordinal",
    "(weekday:weekday|weakday comma?)? the? day:number|ordinal of? month:month|weakmonth",
    "month:month|weakmonth the day:ordinal",
)
def month_day(month: int, day: int, weekday: int | None) -> MonthDay | None:
    """A day of a month without its year.

    May 4    2025-05-04
    Sunday, May 4    2025-05-04
    4th of May    2025-05-04
    never: may 4
    """
    if not 1 <= day <= month_length(2024, month):
        return None
    return MonthDay(month, day, None if weekday is None else abs(weekday))


@rule(
    "(weekday:weekday|weakday comma?)? month:month|weakmonth day:number|ordinal comma? year",
    "(weekday:weekday|weakday comma?)? the? day:number|ordinal of? month:month|weakmonth"
    " (comma|of)? year",
    "(weekday:weekday|weakday comma?)? day:number dash month:month|weakmonth dash year",
    "(weekday:weekday|weakday comma?)? month:month|weakmonth day:number|ordinal comma? shortyear",
    "year comma? month:month|weakmonth day:number",
)
def full_date(
    month: int, day: int, year: int | None, shortyear: int | None, weekday: int | None
) -> Fixed | None:
    """Day, month and year.

    May 4, 2025    2025-05-04
    4 May 2025    2025-05-04
    Sunday, 4th of May, 2025    2025-05-04
    March 15, 44 BC    BC0044-03-15
    7-May-1999    1999-05-07
    never: May 35
    """
    if shortyear is not None:
        year = full_year(shortyear)
    assert year is not None
    cell = make_day(year, month, day)
    return None if cell is None else Fixed(cell)


@rule(
    "month:month|weakmonth (comma|of)? year",
    "month:month|weakmonth shortyear",
)
def month_year(month: int, year: int | None, shortyear: int | None) -> Fixed:
    """A month of a year.

    May 2025    2025-05
    May of 1541    1541-05
    May '68    1968-05
    """
    if shortyear is not None:
        year = full_year(shortyear)
    assert year is not None
    return Fixed(Cell.month(year, month))


@rule(
    "month",
    "[in|of|since|until|by|from|between|within|for|last|next|this|past|edge|to|that|every|later"
    "|earlier|the|article|and|or|dash|slash|before|after|at|about|whose|poss|fiscal|since|comma]"
    " month:weakmonth",
)
def lone_month(month: int) -> MonthDay:
    """A month by itself; one that is a common word needs a preposition.

    in May    2025-05
    never: Theresa May said
    never: March on
    """
    return MonthDay(month)


_MONTH = "month:month|weakmonth"
_ANOTHER = "[month|weakmonth]"


@rule(
    f"{_MONTH} [and|or|comma|slash] {_ANOTHER} [year:year]",
    f"{_MONTH} [comma] {_ANOTHER} [comma|and|or] {_ANOTHER} [year:year]",
    f"{_MONTH} [comma] {_ANOTHER} [comma] [and|or] {_ANOTHER} [year:year]",
)
def one_of_months(month: int, year: int) -> Fixed:
    """One of several months of a year.

    May and June 2024    2024-05, 2024-06
    March, April and May 2024    2024-03, 2024-04, 2024-05
    """
    return Fixed(Cell.month(year, month))


@rule(
    "month:month|weakmonth day:number|ordinal [and|or] [number|ordinal] [comma] [year:year]",
    f"{_MONTH} day:number|ordinal [and|or] {_ANOTHER} [number|ordinal] [comma] [year:year]",
    f"day:number|ordinal {_MONTH} [and|or] [number|ordinal] {_ANOTHER} [year:year]",
    "day:number|ordinal [and|or] [number|ordinal] [month:month|weakmonth] [year:year]",
)
def first_of_two_in_year(month: int, day: int, year: int) -> Fixed | None:
    """The first of two days of a month of a year.

    January 7 and 8, 2021    2021-01-07, 2021-01-08
    28 June and 28 July 1914    1914-06-28, 1914-07-28
    5 and 6 June 1944    1944-06-05, 1944-06-06
    """
    cell = make_day(year, month, day)
    return None if cell is None else Fixed(cell)


@rule(
    "day:number|ordinal [and|or] [number|ordinal] [month:month|weakmonth]",
    "the? day:number|ordinal [and|or] [number|ordinal] [of] [month:month|weakmonth]",
)
def first_of_two(day: int, month: int) -> MonthDay | None:
    """The first of two days of a month.

    on 3 and 4 May    2025-05-03, 2025-05-04
    """
    return MonthDay(month, day) if 1 <= day <= month_length(2024, month) else None


@rule("weekday")
def lone_weekday(weekday: int) -> Weekday | Repeating:
    """A day of the week; in the plural a repeat.

    Sunday    2025-05-04
    Mondays    XXXX-WXX-1
    """
    if weekday < 0:
        return Repeating(Repeat(pattern=f"XXXX-WXX-{-weekday}"))
    return Weekday(weekday)


@rule("dayword")
def day_word(dayword: int | str) -> Any:
    """today, yesterday, tomorrow, tonight.

    yesterday    2025-05-03
    tonight    2025-05-04TNI
    """
    from timeline.normaliser.inside import DayPart

    if isinstance(dayword, str):
        return DayPart(dayword, Relative(Grain.DAY, 0))
    return Relative(Grain.DAY, dayword)


RULES = (
    first_of_two_in_year,
    first_of_two,
    one_of_months,
    iso_date,
    numeric_date,
    month_day,
    full_date,
    month_year,
    lone_month,
    lone_weekday,
    day_word,
)
