"""Feasts: Christmas, Ramadan, Thanksgiving weekend, with or without their year."""

from __future__ import annotations

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Length
from timeline.normaliser.counted import Shift
from timeline.normaliser.feasts import find_days, is_sighted
from timeline.normaliser.grammar.clock import is_day
from timeline.normaliser.incomplete import Holiday, Weekday
from timeline.normaliser.inside import Beside, DayPart, Inside, LongWeekend, Ordered
from timeline.normaliser.meaning import Fixed, Meaning
from timeline.normaliser.rule import rule


@rule("holiday", "holiday (comma|of|in)? year", "year holiday")
def feast(holiday: str, year: int | None) -> Meaning:
    """A feast, in the year that is said; the year alone where its rule does not reach.

    Christmas 1999    1999-12-25
    the 2004 Boxing Day tsunami    2004-12-26
    Thanksgiving 2025    2025-11-27
    Orthodox Easter 2024    2024-05-05
    Ash Wednesday in 2025    2025-03-05
    Yom Kippur 1973    1973-10-06
    Hanukkah 2024    2024-12-26/2025-01-02
    Ramadan 2024    2024-03-11/2024-04-09
    Eid al-Fitr 2023    2023-04-21
    Lunar New Year in 2023    2023-01-22
    Diwali 2023    2023-11-12
    Nowruz 2024    2024-03-20
    Ramadan 1700    1700
    Easter week of 1916    1916-04-23/1916-04-29
    Easter week    2025-W16
    """
    if year is None:
        if holiday == "EASTER+0/7":  # without a year it may be the week before, too
            return Ordered(0, Grain.WEEK, Holiday("EASTER+0"))
        return Holiday(holiday)
    days = find_days(holiday, year)
    if len(days) == 1 and isinstance(days[0], Cell) and not is_sighted(holiday):
        return Fixed(days[0])
    return Inside(Holiday(holiday), Fixed(Cell.year(year)))


@rule("holiday weekend (comma|of|in)? year", "holiday unit:unit (comma|of|in)? year",
      "holiday weekend", "holiday unit:unit")  # fmt: skip
def feast_week(holiday: str, unit: Grain | None, year: int | None) -> Meaning | None:
    """The week or weekend of a feast.

    Thanksgiving weekend    2024-W48-WE
    Easter weekend 2018    2018-W13-WE
    Labor Day weekend 2025    2025-W35-WE
    Christmas week of 1944    1944-W52
    """
    if unit is None:
        return LongWeekend(feast(holiday, year))
    return Ordered(0, unit, feast(holiday, year)) if unit is Grain.WEEK else None


@rule("holiday daypart (comma|of|in)? year", "the daypart of holiday (comma|of|in)? year")
def feast_daypart(holiday: str, daypart: str, year: int) -> DayPart:
    """A part of a feast's day, in the year that is said.

    Christmas morning 1944    1944-12-25TMO
    """
    return DayPart(daypart, feast(holiday, year))


@rule("the? weekday:date sign:before|after base:date")
def weekday_beside(weekday: Meaning, sign: int, base: Meaning) -> Beside | None:
    """The nearest day of the week before or after a day that is named.

    the Friday before Easter 2021    2021-04-02
    the Tuesday after the first Monday in November 2024    2024-11-05
    """
    if not isinstance(weekday, Weekday) or isinstance(base, Weekday) or not is_day(base):
        return None
    return Beside(weekday.number, sign, base)


@rule("the before date")
def eve_of(date: Meaning) -> Shift | None:
    """The day before a feast.

    the eve of Passover 2021    2021-03-27
    never: the eve of the war
    """
    return Shift(Length(((Grain.DAY, 1),)), -1, date) if is_day(date) else None


RULES = (feast, feast_week, feast_daypart)
COMPOSED = (weekday_beside, eve_of)
