"""A time as TIMEX3 (ISO-TimeML), and back: types, values, modifiers.

https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html#timex3
Years BC are written with the year BC: BC0044. Decades have three digits, centuries two.
"""

from __future__ import annotations

import re

from timeline.calendar.cell import DAY_SECONDS, PARTS, SEASONS, Cell, Grain
from timeline.calendar.times import (
    DAYLESS,
    Anniversary,
    Interval,
    Length,
    Pattern,
    Reference,
    Repeat,
    Shade,
    Time,
    Vague,
)

_UNIT_CODES = {
    Grain.YEAR: "Y",
    Grain.QUARTER: "Q",
    Grain.MONTH: "M",
    Grain.WEEK: "W",
    Grain.WEEKEND: "WE",
    Grain.DAY: "D",
    Grain.DECADE: "DE",
    Grain.CENTURY: "CE",
    Grain.MILLENNIUM: "ML",
    Grain.SEASON: "S",
    Grain.HALF: "H",
}
_CLOCK_CODES = {Grain.HOUR: "H", Grain.MINUTE: "M", Grain.SECOND: "S", Grain.PART: "NI"}
_IN_YEARS = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1_000}


def timex_type(time: Time) -> str:
    """DATE, TIME, DURATION, SET; RANGE and ANNIVERSARY for what TIMEX3 has no single tag for.

    >>> timex_type(Cell.year(1945)), timex_type(Length(((Grain.DAY, 3),)))
    ('DATE', 'DURATION')
    """
    match time:
        case Cell(grain=grain):
            return "TIME" if grain in DAYLESS else "DATE"
        case Interval():
            return "RANGE"
        case Length():
            return "DURATION"
        case Repeat():
            return "SET"
        case Anniversary():
            return "ANNIVERSARY"
        case Pattern(value=value) if "/" in value:
            return "RANGE"
        case Pattern(value=value):
            return "TIME" if "T" in value else "DATE"
        case Vague():
            return "DATE"


def timex_value(time: Time) -> str | None:
    """The TIMEX3 value; "begin/end" for a range, None for an anniversary.

    >>> timex_value(Cell.day(-43, 3, 15)), timex_value(Cell(Grain.CENTURY, 19))
    ('BC0044-03-15', '19')
    >>> timex_value(Interval(Cell.day(2025, 5, 7), Cell.day(2025, 5, 10)))
    '2025-05-07/2025-05-10'
    """
    match time:
        case Cell():
            return _cell_value(time)
        case Interval(first=first, last=last):
            ends = ("" if end is None else _cell_value(end) for end in (first, last))
            return "/".join(ends)
        case Length():
            return _length_value(time)
        case Repeat(every=every, pattern=pattern):
            return pattern if every is None else _length_value(every)
        case Vague(reference=reference):
            return str(reference)
        case Pattern(value=value):
            return value
        case Anniversary():
            return None


def timex_mod(time: Time, shade: Shade) -> str | None:
    """The TIMEX3 `mod` of a time: its edge, else APPROX, else its bound.

    >>> from timeline.calendar.times import Edge
    >>> timex_mod(Cell.month(2025, 6), Shade(edge=Edge.START))
    'START'
    """
    if shade.edge is not None:
        return str(shade.edge)
    if shade.about:
        return "APPROX"
    return None if shade.bound is None else str(shade.bound)


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _day(ordinal: int) -> str:
    year, month, day = Cell(Grain.DAY, ordinal).ymd()
    return f"{_year(year)}-{month:02d}-{day:02d}"


def _cell_value(cell: Cell) -> str:
    grain, index = cell.grain, cell.index
    if grain is Grain.DAY:
        return _day(index)
    if grain is Grain.YEAR:
        return _year(index)
    if grain is Grain.MONTH:
        year, month, _ = cell.ymd()
        return f"{_year(year)}-{month:02d}"
    if grain in (Grain.WEEK, Grain.WEEKEND):
        year, week = cell.iso_week()
        return f"{_year(year)}-W{week:02d}" + ("-WE" if grain is Grain.WEEKEND else "")
    if grain in (Grain.QUARTER, Grain.SEASON):
        year, number = divmod(index, 4)
        return f"{_year(year)}-" + (f"Q{number + 1}" if grain is Grain.QUARTER else SEASONS[number])
    if grain is Grain.HALF:
        return f"{_year(index // 2)}-H{index % 2 + 1}"
    if grain in _IN_YEARS:
        digits = {Grain.DECADE: 3, Grain.CENTURY: 2, Grain.MILLENNIUM: 1}[grain]
        return f"{index:0{digits}d}" if index >= 0 else f"BC{-index - 1:0{digits}d}"
    if grain is Grain.PART:
        day, number = divmod(index, len(PARTS))
        return f"{_day(day)}T{PARTS[number]}"
    hour, minute, second = cell.time_of_day()
    text = f"{_day(cell.first_day)}T{hour:02d}"
    if grain <= Grain.MINUTE:
        text += f":{minute:02d}"
    return text + (f":{second:02d}" if grain is Grain.SECOND else "")


def _number(count: int | float | None) -> str:
    return "X" if count is None else f"{count:g}" if isinstance(count, float) else str(count)


def _length_value(length: Length) -> str:
    date = clock = ""
    for unit, count in length.counts:
        if unit in _CLOCK_CODES:
            clock += _number(count) + _CLOCK_CODES[unit]
        elif unit in _IN_YEARS and count is not None:
            date += _number(count * _IN_YEARS[unit]) + "Y"
        else:
            date += _number(count) + _UNIT_CODES[unit]
    return f"P{date}" + (f"T{clock}" if clock else "")


_DATE = re.compile(
    r"(?P<bc>BC(?!0+(?!\d)))?(?P<year>\d{4,})(?:-(?:W(?P<week>\d\d)(?P<we>-WE)?(?:-(?P<wd>[1-7]))?"
    r"|Q(?P<q>[1-4])|H(?P<h>[12])|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
    r"(?:T(?:(?P<part>MO|MI|AF|EV|NI)|(?P<hour>\d\d)(?::(?P<min>\d\d)(?::(?P<sec>\d\d))?)?))?",
    re.ASCII,
)
_COARSE = re.compile(r"(BC)?(\d{1,3})", re.ASCII)
_PATTERN = re.compile(
    r"XXXX(?:-(?:W(?:XX|\d\d)(?:-(?:WE|[X1-7]))?|Q[X1-4]|H[X12]|SP|SU|FA|WI"
    r"|(?:XX|0[1-9]|1[0-2])(?:-(?:XX|0[1-9]|[12]\d|3[01]))?))?"
    r"(?:T(?:MO|MI|AF|EV|NI|(?:XX|[01]\d|2[0-4])(?::[0-5]\d){0,2}))?",
    re.ASCII,
)
_LENGTH = re.compile(
    r"P((?:(?:\d+(?:\.\d+)?|X)(?:WE|DE|CE|ML|[YQMWDSH]))*)"
    r"(?:T((?:(?:\d+(?:\.\d+)?|X)(?:NI|[HMS]))+))?",
    re.ASCII,
)
_COUNT = re.compile(r"(\d+(?:\.\d+)?|X)([A-Z]+?)(?=\d|X|$)")


def read_timex(value: str) -> Time:
    """The time that a TIMEX3 value means; ValueError if it is none.

    >>> read_timex("BC0044-03-15")
    Cell.day(-43, 3, 15)
    >>> read_timex("P2Y6M")
    Length(counts=((Grain.YEAR, 2), (Grain.MONTH, 6)))
    """
    if "/" in value:
        ends = [read_timex(part) if part else None for part in value.split("/", 1)]
        if all(isinstance(end, Pattern) for end in ends):
            return Pattern(value)
        if not all(end is None or isinstance(end, Cell) for end in ends):
            raise ValueError(f"not a range of dates: {value!r}")
        return Interval(*ends)  # type: ignore[arg-type]
    if value in set(Reference):
        return Vague(Reference(value))
    if match := _LENGTH.fullmatch(value):
        return _read_length(value, match)
    if _PATTERN.fullmatch(value):
        return Pattern(value)
    if match := _COARSE.fullmatch(value):
        grain = (Grain.MILLENNIUM, Grain.CENTURY, Grain.DECADE)[len(match[2]) - 1]
        return Cell(grain, int(match[2]) if match[1] is None else -int(match[2]) - 1)
    if match := _DATE.fullmatch(value):
        return _read_cell(match)
    raise ValueError(f"not a TIMEX3 value: {value!r}")


def _read_length(value: str, match: re.Match[str]) -> Length:
    counts: list[tuple[Grain, int | float | None]] = []
    for text, codes in ((match[1], _UNIT_CODES), (match[2], _CLOCK_CODES)):
        units = {code: unit for unit, code in codes.items()}
        for number, code in _COUNT.findall(text or ""):
            count = None if number == "X" else float(number) if "." in number else int(number)
            counts.append((units[code], count))
    if not counts:
        raise ValueError(f"not a TIMEX3 value: {value!r}")
    return Length(tuple(counts))


def _read_cell(match: re.Match[str]) -> Cell:
    part = match.groupdict()
    year = 1 - int(part["year"]) if part["bc"] else int(part["year"])
    if part["week"] is not None:
        cell = Cell.week(year, int(part["week"]))
        if part["we"]:
            cell = Cell(Grain.WEEKEND, cell.index)
        elif part["wd"]:
            cell = Cell(Grain.DAY, cell.first_day + int(part["wd"]) - 1)
    elif part["q"] is not None:
        cell = Cell.of_year(Grain.QUARTER, year, int(part["q"]))
    elif part["h"] is not None:
        cell = Cell.of_year(Grain.HALF, year, int(part["h"]))
    elif part["season"] is not None:
        cell = Cell.of_year(Grain.SEASON, year, SEASONS.index(part["season"]) + 1)
    elif part["day"] is not None:
        cell = Cell.day(year, int(part["month"]), int(part["day"]))
    elif part["month"] is not None:
        cell = Cell.month(year, int(part["month"]))
    else:
        cell = Cell.year(year)
    if part["part"] is None and part["hour"] is None:
        return cell
    if cell.grain is not Grain.DAY:
        raise ValueError(f"a time of day needs a day: {match[0]!r}")
    if part["part"] is not None:
        return Cell.part(cell.index, part["part"])
    minute, second = part["min"], part["sec"]
    return Cell.clock(
        cell.index,
        int(part["hour"]),
        None if minute is None else int(minute),
        None if second is None else int(second),
    )


def iso_day(ordinal: int) -> str:
    """A day as a signed ISO 8601 date with at least four digits of an astronomical year.

    >>> from timeline.calendar.cell import to_ordinal
    >>> iso_day(to_ordinal(2025, 5, 4)), iso_day(to_ordinal(-479, 8, 1))
    ('2025-05-04', '-0479-08-01')
    """
    year, month, day = Cell(Grain.DAY, ordinal).ymd()
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def iso_year(year: int) -> str:
    """An astronomical year with a sign where negative and at least four digits.

    >>> iso_year(44), iso_year(-43)
    ('0044', '-0043')
    """
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_moment(seconds: int) -> str:
    """A moment in seconds of the day count, as plotting libraries read it.

    >>> from timeline.calendar.cell import to_ordinal
    >>> iso_moment(to_ordinal(2025, 5, 4) * 86_400 + 3_600)
    '2025-05-04 01:00:00'
    """
    day, rest = divmod(seconds, DAY_SECONDS)
    clock = f"{rest // 3_600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"
    return f"{iso_day(day)} {clock}" if rest else iso_day(day)
