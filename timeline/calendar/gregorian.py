"""The proleptic Gregorian calendar: days as numbers, and back.

Years are astronomical: 0 is 1 BC. Day 1 is 0001-01-01, as for `datetime.date.toordinal`.
"""

from __future__ import annotations

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether an astronomical year has a 29 February.

    >>> [y for y in (-4, 0, 1, 1900, 2000, 2024) if is_leap(y)]
    [-4, 0, 2000, 2024]
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days in a month (1 to 12).

    >>> month_length(2024, 2), month_length(1900, 2)
    (29, 28)
    """
    if month == 2 and is_leap(year):
        return 29
    return _MONTH_DAYS[month - 1]


def to_ordinal(year: int, month: int, day: int) -> int:
    """The number of a day; day 1 is 0001-01-01.

    After "days_from_civil" in Howard Hinnant, "chrono-Compatible Low-Level Date
    Algorithms". No check: see `Cell.day` for that.

    >>> to_ordinal(1, 1, 1), to_ordinal(2025, 5, 4), to_ordinal(0, 12, 31)
    (1, 739375, 0)
    """
    if month <= 2:
        year -= 1
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146_097 + day_of_era - 305


def from_ordinal(ordinal: int) -> tuple[int, int, int]:
    """Year, month and day of a day's number: the inverse of `to_ordinal`.

    >>> from_ordinal(1), from_ordinal(0), from_ordinal(739375)
    ((1, 1, 1), (0, 12, 31), (2025, 5, 4))
    """
    era, day_of_era = divmod(ordinal + 305, 146_097)
    year_of_era = (
        day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year_of_era + era * 400 + (month <= 2), month, day
