"""A time as EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/), and back.

What EDTF cannot say is widened, never invented: a week or a decade BC becomes an interval,
"early June" is June, a part of a day the day. Years are astronomical: 44 BC is -0043.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.calendar.cell import SEASONS, Cell, Grain
from timeline.calendar.times import (
    PLAIN,
    Anniversary,
    Bound,
    Interval,
    Shade,
    Time,
)
from timeline.calendar.timex3 import iso_day, iso_year

MAX_YEAR = 9_999
_SUB_YEAR = {Grain.SEASON: 21, Grain.QUARTER: 33, Grain.HALF: 40}
_OPEN = frozenset({Bound.SINCE, Bound.AFTER, Bound.UNTIL, Bound.BEFORE})
_BINARY = {Grain.SEASON: 4, Grain.QUARTER: 4, Grain.HALF: 2}


def edtf(time: Time | None, shade: Shade = PLAIN) -> str | None:
    """The EDTF string, None where the time has no place on the calendar.

    An anniversary is written by its origin.

    >>> edtf(Cell(Grain.DECADE, 199)), edtf(Cell.year(-479), Shade(about=True))
    ('199X', '-0479~')
    >>> edtf(Cell.year(2010), Shade(bound=Bound.SINCE))
    '2010/..'
    >>> edtf(Cell.week(2021, 32), Shade(bound=Bound.SINCE))
    '2021-08-09/..'
    """
    mark = {(True, False): "~", (False, True): "?", (True, True): "%"}.get(
        (shade.about, shade.uncertain), ""
    )
    match time:
        case Cell() if shade.bound is not None and shade.bound in _OPEN:
            # What is written as an interval itself opens from one of its own ends.
            first, last = _ends(time, mark)
            return {
                Bound.SINCE: f"{first}/..",
                Bound.AFTER: f"{last}/..",
                Bound.UNTIL: f"../{last}",
                Bound.BEFORE: f"../{first}",
            }[shade.bound]
        case Cell():
            return _cell(time, mark)
        case Interval(first=first, last=last):
            begin = ".." if first is None else _ends(first, mark)[0]
            return f"{begin}/{'..' if last is None else _ends(last, mark)[1]}"
        case Anniversary(origin=origin):
            return None if origin is None else _cell(origin, "")
        case _:
            return None


def _ends(cell: Cell, mark: str) -> tuple[str, str]:
    """The first and the last of the dates that a cell is written as; the same if it is one."""
    first, _, last = _cell(cell, mark).partition("/")
    return first, last or first


def _year(year: int) -> str:
    if abs(year) > MAX_YEAR:
        return f"Y{year}"
    return iso_year(year)


def _cell(cell: Cell, mark: str) -> str:
    grain, index = cell.grain, cell.index
    if grain is Grain.YEAR:
        return _year(index) + mark
    if grain is Grain.MONTH:
        year, month, _ = cell.ymd()
        return f"{_year(year)}-{month:02d}{mark}"
    if grain in (Grain.DAY, Grain.PART):
        return iso_day(cell.first_day) + mark
    if grain in _SUB_YEAR:
        year, number = divmod(index, _BINARY[grain])
        return f"{_year(year)}-{_SUB_YEAR[grain] + number}{mark}"
    if grain <= Grain.HOUR:
        hour, minute, second = cell.time_of_day()
        return f"{iso_day(cell.first_day)}T{hour:02d}:{minute:02d}:{second:02d}{_zone(cell)}"
    if grain is Grain.CENTURY:
        return (f"{index:02d}XX" if index >= 0 else f"-{-index - 1:02d}XX") + mark
    if index > 0 and grain in (Grain.DECADE, Grain.MILLENNIUM):
        return (f"{index:03d}X" if grain is Grain.DECADE else f"{index}XXX") + mark
    if grain >= Grain.DECADE:
        first, last = cell.first_year(), (cell + 1).first_year() - 1
        return f"{_year(first)}{mark}/{_year(last)}{mark}"
    return f"{iso_day(cell.first_day)}{mark}/{iso_day(cell.last_day)}{mark}"


def _zone(cell: Cell) -> str:
    if cell.offset is None:
        return ""
    if cell.offset == 0:
        return "Z"
    hours, minutes = divmod(abs(cell.offset), 60)
    return f"{'-' if cell.offset < 0 else '+'}{hours:02d}:{minutes:02d}"


_CELL = re.compile(
    r"(?:(?P<year>(?!-0000)-?\d{4}|Y-?\d{5,9})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<min>\d\d):(?P<sec>\d\d)(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
    r"|(?P<coarse>-?\d{1,3})(?P<x>X{1,3}))(?P<mark>[~?%])?",
    re.ASCII,
)


def read_edtf(text: str) -> tuple[Cell | Interval, Shade]:
    """The time and its shade that an EDTF string of our kind means.

    Reads levels 0 and 1 and, of level 2, quarters, halves, masked decades and centuries.
    ValueError if it is none of these.

    >>> read_edtf("-0479~")
    (Cell.year(-479), Shade(edge=None, bound=None, about=True, uncertain=False, assumed=False))
    >>> read_edtf("2025-05-07/2025-05-10")[0]
    Interval(first=Cell.day(2025, 5, 7), last=Cell.day(2025, 5, 10))
    """
    text = text.strip()
    if "/" not in text:
        return _read_cell(text)
    begin, end = text.split("/", 1)
    first = None if begin in ("", "..") else _read_cell(begin)
    last = None if end in ("", "..") else _read_cell(end)
    if first is not None and last is not None:
        shade = Shade(
            about=first[1].about or last[1].about,
            uncertain=first[1].uncertain or last[1].uncertain,
        )
        return Interval(first[0], last[0]), shade
    if first is not None:
        return first[0], replace(first[1], bound=Bound.SINCE)
    if last is not None:
        return last[0], replace(last[1], bound=Bound.UNTIL)
    raise ValueError(f"not an EDTF date: {text!r}")


def _read_cell(text: str) -> tuple[Cell, Shade]:
    match = _CELL.fullmatch(text)
    if match is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    mark = match["mark"] or ""
    shade = Shade(about=mark in ("~", "%"), uncertain=mark in ("?", "%"))
    if match["coarse"] is not None:
        digits, masked = match["coarse"], len(match["x"])
        if len(digits.lstrip("-")) + masked != 4:
            raise ValueError(f"not an EDTF date: {text!r}")
        grain = (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)[masked - 1]
        if not digits.startswith("-"):
            return Cell(grain, int(digits)), shade
        if grain is not Grain.CENTURY:
            raise ValueError(f"write a decade or millennium BC as an interval, not {text!r}")
        return Cell(grain, int(digits) - 1), shade
    year = int(match["year"].lstrip("Y"))
    if match["month"] is None:
        return Cell.year(year), shade
    month = int(match["month"])
    if match["day"] is None:
        return _read_sub_year(year, month), shade
    day = Cell.day(year, month, int(match["day"]))
    if match["hour"] is None:
        return day, shade
    zone, offset = match["zone"], None
    if zone == "Z":
        offset = 0
    elif zone is not None:
        offset = (int(zone[1:3]) * 60 + int(zone[4:])) * (-1 if zone[0] == "-" else 1)
    hour, minute, second = int(match["hour"]), int(match["min"]), int(match["sec"])
    if second == 0:
        return Cell.clock(day.index, hour, minute, offset=offset), shade
    return Cell.clock(day.index, hour, minute, second, offset), shade


def _read_sub_year(year: int, number: int) -> Cell:
    if number <= 12:
        return Cell.month(year, number)
    for grain, first in _SUB_YEAR.items():
        if first <= number < first + _BINARY[grain]:
            return Cell.of_year(grain, year, number - first + 1)
    raise ValueError(f"EDTF has no month, season or quarter {number!r} that we read")


assert len(SEASONS) == _BINARY[Grain.SEASON]
