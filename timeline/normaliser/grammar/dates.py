"""Dates of the calendar: days, months, years, eras, centuries, quarters, seasons, feasts."""

from __future__ import annotations

from typing import Any

from timeline.calendar.cell import Cell, Grain, month_length
from timeline.calendar.times import Repeat
from timeline.normaliser.meaning import (
    Fixed,
    Holiday,
    MonthDay,
    OfYear,
    Relative,
    Repeating,
    Weekday,
    Weekend,
)
from timeline.normaliser.rule import rule


def make_day(year: int, month: int, day: int) -> Cell | None:
    """A day, None if the calendar does not have it."""
    if 1 <= month <= 12 and 1 <= day <= month_length(year, month):
        return Cell.day(year, month, day)
    return None


def full_year(short: int) -> int:
    """A year of two digits: 50 to 99 is 19.., 0 to 49 is 20.."""
    return short + (1900 if short >= 50 else 2000)


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
    if hour is None or int(hour) > 24 or int(minute or 0) > 59 or int(second or 0) > 59:
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
    """Numbers only; day and month by size, else month first with slashes, day first with dots.

    5/4/2025    2025-05-04
    25/12/2024    2024-12-25
    04.05.2025    2025-05-04
    2025/05/04    2025-05-04
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
    first, other = (
        (day_first, month_first) if separator == "." else (month_first, day_first)
    )
    chosen = first or other
    if chosen is None:
        return None
    return Fixed(chosen, other=other if first and other != first else None)


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
    "(weekday:weekday|weakday comma?)? the? day:number|ordinal of? month:month|weakmonth (comma|of)? year",
    "(weekday:weekday|weakday comma?)? month:month|weakmonth day:number|ordinal comma? number era",
    "the? day:number|ordinal of? month:month|weakmonth comma? number era",
    "(weekday:weekday|weakday comma?)? day:number dash month:month|weakmonth dash year",
    "(weekday:weekday|weakday comma?)? month:month|weakmonth day:number|ordinal comma? shortyear",
    "year comma? month:month|weakmonth day:number",
)
def full_date(
    month: int, day: int, year: int | None, number: int | None, era: int | None,
    shortyear: int | None, weekday: int | None,
) -> Fixed | None:  # fmt: skip
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
    if year is None:
        assert number is not None and era is not None
        year = number if era > 0 else 1 - number
    cell = make_day(year, month, day)
    return None if cell is None else Fixed(cell)


@rule(
    "month:month|weakmonth (comma|of)? year",
    "month:month|weakmonth of? number era",
    "month:month|weakmonth shortyear",
)
def month_year(
    month: int, year: int | None, number: int | None, era: int | None, shortyear: int | None
) -> Fixed | None:
    """A month of a year.

    May 2025    2025-05
    May of 1541    1541-05
    May '68    1968-05
    """
    if shortyear is not None:
        year = full_year(shortyear)
    if year is None:
        assert number is not None and era is not None
        year = number if era > 0 else 1 - number
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


@rule("weekday")
def lone_weekday(weekday: int) -> Weekday | Repeating:
    """A day of the week; in the plural a repeat.

    Sunday    2025-05-04
    Mondays    XXXX-WXX-1
    """
    if weekday < 0:
        return Repeating(Repeat(pattern=f"XXXX-WXX-{-weekday}"))
    return Weekday(weekday)


@rule("year", "the? unit year", "shortyear")
def lone_year(
    year: int | None, unit: Grain | None, shortyear: int | None
) -> Fixed | None:
    """A year.

    1945    1945
    the year 2000    2000
    """
    if unit is not None and unit is not Grain.YEAR:
        return None
    if shortyear is not None:
        return Fixed(Cell.year(full_year(shortyear)))
    assert year is not None
    return Fixed(Cell.year(year))


@rule("number:number|year|big era", "era number:number|year")
def year_of_era(number: int, era: int) -> Fixed | None:
    """A year with its era.

    480 BC    BC0480
    AD 79    0079
    2,500 BCE    BC2500
    """
    if not 1 <= number <= 99_999:
        return None
    return Fixed(Cell.year(number if era > 0 else 1 - number))


@rule(
    "the? ordinal dash? century era?",
    "the? ordinal [and|or|to|dash] [ordinal] [units|century] [era:era]",
    "the? ordinal [and|or|to|dash] [ordinal] [units|century]",
    "the? ordinal unit:unit|units era?",
)
def century(ordinal: int, unit: Grain | None, era: int | None) -> Fixed | None:
    """A century or millennium by its ordinal.

    the 5th century BC    BC04
    the 20th century    19
    the 17th and 18th centuries    16, 17
    the third millennium BC    BC2
    """
    if unit is not None and unit is not Grain.MILLENNIUM:
        return None
    if not 1 <= ordinal <= 99:
        return None
    grain = Grain.CENTURY if unit is None else unit
    return Fixed(Cell(grain, -ordinal if era is not None and era < 0 else ordinal - 1))


@rule("the? decade era?", "number:number decade")
def lone_decade(
    number: int | None, decade: int | str, era: int | None
) -> Fixed | None:
    """A decade: in digits, in words, or short.

    the 1990s    199
    the '80s    198
    the nineties    199
    the nineteen sixties    196
    the 1800s    18
    the 480s BC    BC048
    """
    if isinstance(decade, str):
        index = full_decade(int(decade[0]))
    elif decade <= 9 and number is not None:
        index = number * 10 + decade
        if not 10 <= number <= 20:
            return None
    elif decade <= 9 and era is None:
        index = full_decade(decade)
    else:
        index = decade
    if era is not None and era < 0:
        return Fixed(Cell(Grain.DECADE, -index - 1))
    if index % 10 == 0 and index < 200:
        return Fixed(Cell(Grain.CENTURY, index // 10))
    return Fixed(Cell(Grain.DECADE, index))


def full_decade(digit: int) -> int:
    """The decade that a single digit means: '80s is 198, '10s is 201."""
    return 190 + digit if digit >= 3 else 200 + digit if digit else 200


@rule(
    "the? ordinal quarter",
    "the? fiscal ordinal quarter",
    "the? ordinal fiscal quarter",
    "ordinal dash quarter",
    "the? ordinal dash? half",
    "the? fiscal dash? ordinal dash? quarter",
    "quarter",
    "halves",
)
def part_of_year(
    ordinal: int | None, quarter: int | None, halves: int | None,
    fiscal_at: tuple[int, int] | None = None, fiscal: None = None,
) -> OfYear | None:  # fmt: skip
    """A quarter or half of a year not said.

    the third quarter    2025-Q3
    fourth-quarter    2024-Q4
    """
    if halves is not None:
        return OfYear(Grain.HALF, halves)
    if quarter:
        return OfYear(Grain.QUARTER, quarter)
    if ordinal is None:
        return None
    if quarter == 0:
        return OfYear(Grain.QUARTER, ordinal, fiscal_at is not None) if ordinal <= 4 else None
    return OfYear(Grain.HALF, ordinal) if ordinal <= 2 else None


@rule(
    "the? ordinal dash? quarter (of|in|comma)? fiscal? year",
    "the? ordinal dash? half (of|in|comma)? fiscal? year",
    "quarter (of|in|comma)? fiscal? year",
    "halves (of|comma)? year",
    "year comma? quarter",
    "the? year ordinal dash? quarter",
    "the? last half of year",
)
def part_of_known_year(
    ordinal: int | None, quarter: int | None, halves: int | None, year: int
) -> Fixed | None:
    """A quarter or half of a year.

    the third quarter of 2019    2019-Q3
    Q2 2021    2021-Q2
    the second half of 2008    2008-H2
    """
    part = part_of_year(ordinal, quarter, halves)
    if ordinal is None and not quarter and halves is None:
        if quarter == 0:
            return None
        part = OfYear(Grain.HALF, 2)
    if part is None or not part.number:
        return None
    return Fixed(Cell.of_year(part.grain, year, part.number))


@rule("the? season:season|weakseason (of|comma|dash)? year")
def season_year(season: int, year: int) -> Fixed:
    """A season of a year.

    the summer of 1974    1974-SU
    spring 2021    2021-SP
    """
    return Fixed(Cell.of_year(Grain.SEASON, year, season))


@rule(
    "the? season",
    "[in|since|until|by|last|next|this|past|edge|within|that|every|later|earlier] season:weakseason",
    "[in|since|until|by|of|within|for] the season:weakseason",
)
def lone_season(season: int) -> OfYear:
    """A season without its year.

    the summer    2025-SU
    this fall    2025-FA
    never: prices fall
    """
    return OfYear(Grain.SEASON, season)


@rule("holiday", "holiday (comma|of)? year")
def feast(holiday: str, year: int | None) -> Holiday | Fixed | None:
    """A feast, in the year that is said.

    Christmas 1999    1999-12-25
    Thanksgiving 2025    2025-11-27
    """
    if year is None:
        return Holiday(holiday)
    cell = Holiday(holiday).of_year(year)
    return None if cell is None else Fixed(cell)


@rule("fiscal unit? year", "the? fiscal unit year")
def fiscal_year(unit: Grain | None, year: int) -> Fixed | None:
    """A fiscal year, by its name.

    fiscal 1988    1988
    """
    return None if unit not in (None, Grain.YEAR) else Fixed(Cell.year(year))


@rule("the? weekend")
def lone_weekend() -> Weekend:
    """The weekend.

    over the weekend    2025-W18-WE
    """
    return Weekend()


@rule("dayword")
def day_word(dayword: int | str) -> Any:
    """today, yesterday, tomorrow, tonight.

    yesterday    2025-05-03
    tonight    2025-05-04TNI
    """
    from timeline.normaliser.meaning import DayPart

    if isinstance(dayword, str):
        return DayPart(dayword, Relative(Grain.DAY, 0))
    return Relative(Grain.DAY, dayword)


RULES = (
    iso_date,
    numeric_date,
    month_day,
    full_date,
    month_year,
    lone_month,
    lone_weekday,
    lone_year,
    year_of_era,
    century,
    lone_decade,
    part_of_year,
    part_of_known_year,
    season_year,
    lone_season,
    feast,
    fiscal_year,
    lone_weekend,
    day_word,
)
