"""Feasts by the rule that finds their days in a year.

A rule is written as a short string, so that a language's list of feasts is plain data:

    12-25              a day of the year
    11-W4-4, 05-WL-1   the fourth Thursday of November; the last Monday of May
    11-02>2            the first Tuesday on or after 2 November
    EASTER-2           days from Easter Sunday (PASCHA: of the Orthodox churches)
    NEWYEAR+9          days from Rosh Hashanah (PESACH: from Passover; CHANUKAH)
    HIJRI-10-01        a day of the Islamic calendar; HIJRI-09: the whole month
    LUNAR-01-01        a day of the Chinese calendar
    DIWALI, HOLI, NOWRUZ, FAST

`+1` behind a rule moves it a day, `/7` makes it seven days long; `1971? new : old` has another
rule before a year (NONE: there was no such day). A rule finds nothing outside the years it is
known to be right for.
"""

from __future__ import annotations

import re
from functools import cache

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.gregorian import month_length
from timeline.calendar.times import Interval

_RULE = re.compile(r"([A-Z]+|\d\d-W[1-5L]-[1-7]|\d\d-\d\d(?:>[1-7])?)((?:-\d\d){0,2}(?!\d))")
_MOVED = re.compile(r"([+-]\d+)?(?:/(\d+))?")
_CHANGED = re.compile(r"(\d+)\? (\S+) : (.+)")


def find_days(rule: str, year: int) -> list[Cell | Interval]:
    """The days of a feast that begin in a year: one, at times none, two where its own year is
    shorter than ours.

    >>> find_days("11-W4-4", 2025), find_days("EASTER-2", 1998)
    ([Cell.day(2025, 11, 27)], [Cell.day(1998, 4, 10)])
    >>> find_days("EASTER-7/2", 2025)
    [Interval(first=Cell.day(2025, 4, 13), last=Cell.day(2025, 4, 14))]
    """
    while match := _CHANGED.fullmatch(rule):
        rule = match[2] if year >= int(match[1]) else match[3]
    if rule == "NONE":
        return []
    base, shift, length = _split_rule(rule)
    spans = _find_base(base, year)
    return [_make_days(first + shift, last + shift + length - 1) for first, last in spans]


def find_day(rule: str, year: int) -> Cell | None:
    """The first day of a feast in a year, None where its rule does not reach.

    >>> find_day("PESACH", 2021), find_day("EASTER+0", 9999)
    (Cell.day(2021, 3, 28), None)
    """
    days = find_days(rule, year)
    return to_day(days[0]) if days else None


def to_day(time: Cell | Interval) -> Cell:
    """The first day of a feast."""
    if isinstance(time, Cell):
        return time
    assert time.first is not None
    return time.first


def find_whole(rule: str, first: Cell) -> Cell | Interval:
    """All days of a feast that begins on a day.

    >>> find_whole("EASTER-7/2", Cell.day(2025, 4, 13))
    Interval(first=Cell.day(2025, 4, 13), last=Cell.day(2025, 4, 14))
    """
    if "/" not in rule and not _MONTH.fullmatch(rule) and rule not in _LONG:
        return first
    year = first.first_year()
    return next((t for t in find_days(rule, year) if to_day(t) == first), first)


def is_sighted(rule: str) -> bool:
    """Whether the days begin with the moon that is seen, so that they can differ by one."""
    return rule.startswith("HIJRI")


_MONTH = re.compile(r"HIJRI-\d\d")
_LONG = frozenset({"FAST", "CHANUKAH"})


def _split_rule(rule: str) -> tuple[str, int, int]:
    """The rule without its shift and length, the shift in days, and the length in days."""
    match = _RULE.match(rule)
    if match is None:
        raise ValueError(f"not a rule for a feast: {rule!r}")
    name, numbers = match.groups()
    end = match.end()
    if numbers and name in _COUNTED_FROM:
        numbers, end = "", match.end(1)
    moved = _MOVED.fullmatch(rule, end)
    if moved is None:
        raise ValueError(f"not a rule for a feast: {rule!r}")
    return name + numbers, int(moved[1] or 0), int(moved[2] or 1)


_COUNTED_FROM = frozenset({"EASTER", "PASCHA", "NEWYEAR", "PESACH"})


def _make_days(first: int, last: int) -> Cell | Interval:
    begin = Cell(Grain.DAY, first)
    return begin if first == last else Interval(begin, Cell(Grain.DAY, last))


def _find_base(base: str, year: int) -> list[tuple[int, int]]:
    """First and last day of what a rule without its shift names."""
    if base[0].isdigit():
        day = _find_civil(base, year)
    elif base.startswith("HIJRI"):
        return _find_hijri(base, year)
    elif base.startswith("LUNAR"):
        day = _find_lunar(int(base[6:8]), int(base[9:]), year)
    elif base in ("NEWYEAR", "PESACH", "CHANUKAH"):
        return _find_jewish(base, year)
    elif base == "FAST":  # Lent: the 40 days before Easter without its Sundays
        day = _find_easter("EASTER", year)
        return [] if day is None else [(day - 46, day - 1)]
    elif base in _TABLES:
        first, month, days = _TABLES[base]
        if not 0 <= year - first < len(days):
            return []
        day = Cell.day(year, month, 1).index + days[year - first] - 1
    elif base == "NOWRUZ":
        day = _find_nowruz(year)
    else:
        day = _find_easter(base, year)
    return [] if day is None else [(day, day)]


def _find_civil(base: str, year: int) -> int | None:
    month = int(base[:2])
    if base[3] == "W":
        nth, weekday = base[4], int(base[6])
        cell = nth_weekday(Cell.month(year, month), -1 if nth == "L" else int(nth), weekday)
        return None if cell is None else cell.index
    if int(base[3:5]) > month_length(year, month):
        return None
    day = Cell.day(year, month, int(base[3:5])).index
    return day + (int(base[6]) - day) % 7 if base[5:] else day


def nth_weekday(span: Cell, nth: int, weekday: int) -> Cell | None:
    """The nth (from 1; -1: last) weekday (1: Monday) in a month or another stretch.

    >>> nth_weekday(Cell.month(1849, 12), 1, 4)
    Cell.day(1849, 12, 6)
    """
    if nth < 0:
        day = span.last_day - (span.last_day - weekday) % 7
    else:
        day = span.first_day + (weekday - span.first_day) % 7 + 7 * (nth - 1)
    return Cell(Grain.DAY, day) if span.first_day <= day <= span.last_day else None


def _find_easter(base: str, year: int) -> int | None:
    """Easter Sunday; before 1583 in the Julian calendar, as sources of the time write it."""
    if not 326 <= year <= 4099:
        return None
    from dateutil.easter import EASTER_JULIAN, EASTER_ORTHODOX, EASTER_WESTERN, easter

    if year < 1583:
        found = easter(year, EASTER_JULIAN)
    else:
        found = easter(year, EASTER_ORTHODOX if base == "PASCHA" else EASTER_WESTERN)
    return Cell.day(found.year, found.month, found.day).index


_HEBREW_EPOCH = -1_373_427
"""The day before 1 Tishri of the Hebrew year 1."""
_FIXED_SINCE = 359
"""The Hebrew calendar goes by this arithmetic since Hillel II fixed it."""


def _hebrew_new_year(year: int) -> int:
    """Rosh Hashanah of a Hebrew year.

    After "hebrew-new-year" in E. M. Reingold and N. Dershowitz, Calendrical Calculations.
    """
    one, two, three = (_elapsed_days(y) for y in (year - 1, year, year + 1))
    delay = 2 if three - two == 356 else 1 if two - one == 382 else 0
    return _HEBREW_EPOCH + two + delay


def _elapsed_days(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _find_jewish(base: str, year: int) -> list[tuple[int, int]]:
    """Rosh Hashanah, the first day of Passover (163 days before the next one), or the eight
    days of Hanukkah from 25 Kislev; each by its day, not the evening before.
    """
    if not _FIXED_SINCE <= year <= 6_000:
        return []
    new_year = _hebrew_new_year(year + 3_761)
    if base == "PESACH":
        return [(new_year - 163, new_year - 163)]
    if base == "CHANUKAH":
        days = _hebrew_new_year(year + 3_762) - new_year
        first = new_year + (84 if days % 10 == 5 else 83)  # 355, 385: Heshvan has 30 days
        return [(first, first + 7)]
    return [(new_year, new_year)]


_HIJRI_YEARS = (1343, 1500)


@cache
def _find_hijri(base: str, year: int) -> list[tuple[int, int]]:
    """A day or month of the Islamic calendar of Umm al-Qura, 1924 to 2077."""
    try:
        from hijridate import Hijri
    except ImportError:
        return []
    month = int(base[6:8])
    guess = (year - 622) * 33 // 32
    found = []
    for hijri in range(guess - 1, guess + 3):
        if not _HIJRI_YEARS[0] <= hijri < _HIJRI_YEARS[1]:
            continue
        begin = Hijri(hijri, month, int(base[9:] or 1))
        first = int(begin.to_gregorian().toordinal())
        last = first if base[9:] else first + int(begin.month_length()) - 1
        if Cell(Grain.DAY, first).first_year() == year:
            found.append((first, last))
    return found


@cache
def _find_lunar(month: int, day: int, year: int) -> int | None:
    """A day of the Chinese calendar, 1901 to 2100."""
    if not 1901 <= year <= 2100:
        return None
    try:
        from borax.calendars.lunardate import LunarDate
    except ImportError:
        return None
    return int(LunarDate(year, month, day).to_solar_date().toordinal())


def _find_nowruz(year: int) -> int | None:
    """The day of the March equinox in Tehran.

    By the rule of the leap years in the Solar Hijri calendar, as the MIT-licensed Python
    library `holidays` has it, good for 1901 to 2100.
    """
    if not 1901 <= year <= 2100:
        return None
    turn = {0: 1996, 1: 2029, 2: 2062, 3: 2095}[year % 4]
    day = 20 if turn <= year and year != 2100 else 21
    if (year % 4 == 2 and year <= 1926) or (year % 4 == 3 and year <= 1959):
        day = 22
    return Cell.day(year, 3, day).index


_TABLES = {
    "DIWALI": (2001, 10, (
        45, 35, 25, 43, 32, 21, 40, 28, 17, 36, 26, 44, 34, 23, 42, 30, 19, 38,
        27, 45, 35, 24, 43, 31, 20, 39, 29, 17, 36, 26, 45, 33, 22, 41, 30,
    )),
    "HOLI": (2001, 3, (
        10, 29, 18, 7, 26, 15, 4, 22, 11, 1, 20, 8, 27, 17, 6, 24, 13, 2,
        21, 10, 29, 18, 8, 25, 14, 4, 22, 11, 1, 20, 9, 27, 16, 5, 24,
    )),
}  # fmt: skip
"""Feasts without a short rule, as India kept or will keep them: the first year, a month, and
for each year the day counted from that month's first. From the library `holidays` (MIT)."""
