"""A time in plain English words, as people write dates: "7 to 10 May 2025", "480 BC"."""

from __future__ import annotations

from timeline.calendar.cell import PARTS, SEASONS, Cell, Grain
from timeline.calendar.times import (
    PLAIN,
    Anniversary,
    Bound,
    Edge,
    Interval,
    Length,
    Pattern,
    Reference,
    Repeat,
    Shade,
    Time,
    Vague,
)

MONTHS = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SEASON_NAMES = dict(zip(SEASONS, ("spring", "summer", "autumn", "winter"), strict=True))
_PART_NAMES = dict(zip(PARTS, ("morning", "midday", "afternoon", "evening", "night"), strict=True))
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth"}
_EDGES = {Edge.START: "early", Edge.MID: "mid", Edge.END: "late"}
_BOUNDS = {
    Bound.BEFORE: "before",
    Bound.AFTER: "after",
    Bound.UNTIL: "until",
    Bound.SINCE: "since",
}
_REFERENCES = {
    Reference.PAST: "some time in the past",
    Reference.PRESENT: "now",
    Reference.FUTURE: "some time in the future",
}


def ordinal(number: int) -> str:
    """A number as an ordinal.

    >>> [ordinal(n) for n in (1, 2, 3, 11, 21, 112)]
    ['1st', '2nd', '3rd', '11th', '21st', '112th']
    """
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def year_phrase(year: int) -> str:
    """An astronomical year as people write it.

    >>> year_phrase(1945), year_phrase(79), year_phrase(-479)
    ('1945', 'AD 79', '480 BC')
    """
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def phrase(time: Time | None, shade: Shade = PLAIN) -> str:
    """The time in words.

    >>> phrase(Interval(Cell.day(2025, 5, 7), Cell.day(2025, 5, 10)))
    '7–10 May 2025'
    >>> phrase(Cell.month(2025, 6), Shade(edge=Edge.START)), phrase(Cell(Grain.CENTURY, -5))
    ('early June 2025', '5th century BC')
    """
    match time:
        case Cell():
            words = _cell(time)
        case Interval(first=Cell() as first, last=Cell() as last):
            words = _interval(first, last)
        case Interval(first=first, last=last):
            words = f"since {_cell(first)}" if first is not None else f"until {_cell(last)}"  # type: ignore[arg-type]
        case Length():
            words = _length(time)
        case Repeat():
            words = _repeat(time)
        case Vague(reference=reference):
            words = _REFERENCES[reference]
        case Pattern(value=value):
            words = _pattern(value)
        case Anniversary(origin=origin):
            words = "an anniversary" if origin is None else f"anniversary of {_cell(origin)}"
        case None:
            return "no date"
    if shade.edge is not None:
        words = f"{_EDGES[shade.edge]} {words.removeprefix('the ')}"
    if shade.bound in _BOUNDS and not isinstance(time, Interval):
        words = f"{_BOUNDS[shade.bound]} {words}"
    if shade.about:
        words = f"about {words}"
    if shade.uncertain:
        words = f"perhaps {words}"
    return words


def _cell(cell: Cell) -> str:
    grain, index = cell.grain, cell.index
    if grain is Grain.YEAR:
        return year_phrase(index)
    if grain is Grain.DAY:
        return _day(cell)
    if grain is Grain.MONTH:
        year, month, _ = cell.ymd()
        return f"{MONTHS[month - 1]} {year_phrase(year)}"
    if grain is Grain.WEEK:
        return f"the week of {_day(cell)}"
    if grain is Grain.WEEKEND:
        return f"the weekend of {_day(cell)}"
    if grain is Grain.SEASON:
        return f"{_SEASON_NAMES[SEASONS[index % 4]]} {year_phrase(index // 4)}"
    if grain is Grain.QUARTER:
        return f"the {_ORDINALS[index % 4 + 1]} quarter of {year_phrase(index // 4)}"
    if grain is Grain.HALF:
        return f"the {_ORDINALS[index % 2 + 1]} half of {year_phrase(index // 2)}"
    if grain is Grain.DECADE:
        return _decade(cell)
    if grain is Grain.CENTURY:
        return f"{ordinal(index + 1)} century" if index >= 0 else f"{ordinal(-index)} century BC"
    if grain is Grain.MILLENNIUM:
        n = index + 1 if index >= 0 else -index
        return f"{ordinal(n)} millennium{'' if index >= 0 else ' BC'}"
    if grain is Grain.PART:
        return f"{_PART_NAMES[PARTS[index % len(PARTS)]]} of {_day(cell)}"
    return f"{_day(cell)}, {_clock(cell)}"


def _decade(cell: Cell) -> str:
    """The 1990s; but the 1900s are a century, and the 90s without an era our own."""
    digits = cell.index if cell.index >= 0 else -cell.index - 1
    if digits % 10 == 0 and cell.index < 200:
        first, last = Cell.year(cell.first_year()), Cell.year((cell + 1).first_year() - 1)
        return f"the decade {_interval(first, last)}"
    era = " BC" if cell.index < 0 else " AD" if digits < 10 else ""
    return f"the {digits}0s{era}"


def _day(cell: Cell) -> str:
    year, month, day = cell.ymd()
    return f"{day} {MONTHS[month - 1]} {year_phrase(year)}"


def _clock(cell: Cell) -> str:
    hour, minute, second = cell.time_of_day()
    text = f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if cell.grain is Grain.SECOND else "")
    if cell.offset is None:
        return text
    sign = "-" if cell.offset < 0 else "+"
    hours, minutes = divmod(abs(cell.offset), 60)
    return f"{text} UTC" + (
        f"{sign}{hours}{f':{minutes:02d}' if minutes else ''}" if cell.offset else ""
    )


def _interval(first: Cell, last: Cell) -> str:
    if first == last:
        return _cell(first)
    if first.grain is last.grain is Grain.DAY:
        (year, month, day), (year2, month2, _) = first.ymd(), last.ymd()
        if (year, month) == (year2, month2):
            return f"{day}–{_day(last)}"
        if year == year2:
            return f"{day} {MONTHS[month - 1]} – {_day(last)}"
    if first.grain is last.grain is Grain.MONTH and first.first_year() == last.first_year():
        return f"{MONTHS[first.ymd()[1] - 1]} – {_cell(last)}"
    if first.grain is last.grain is Grain.YEAR and (first.index > 0) == (last.index > 0):
        begin = str(first.index) if first.index >= 1000 else _bare_year(first.index)
        return f"{begin}–{_cell(last)}"
    if first.grain <= Grain.HOUR and last.grain <= Grain.HOUR and first.first_day == last.first_day:
        return f"{_cell(first)}–{_clock(last)}"
    return f"{_cell(first)} – {_cell(last)}"


def _bare_year(year: int) -> str:
    return str(1 - year) if year <= 0 else f"AD {year}"


_UNITS = {grain: grain.name.lower() for grain in Grain} | {Grain.PART: "night"}
_PLURALS = {Grain.CENTURY: "centuries", Grain.MILLENNIUM: "millennia", Grain.HALF: "half-years"}


def _length(length: Length) -> str:
    parts = []
    for unit, count in length.counts:
        name = _UNITS[unit] if count == 1 else _PLURALS.get(unit, f"{_UNITS[unit]}s")
        parts.append(f"{_count(count)} {name}")
    return " and ".join(parts)


def _count(count: int | float | None) -> str:
    if count is None:
        return "some"
    return f"{count:,}" if isinstance(count, int) else f"{count:,.6g}"


_TIMES = {"1X": "once", "2X": "twice"}


def _repeat(repeat: Repeat) -> str:
    if repeat.every is not None:
        words = f"every {_length(repeat.every).removeprefix('1 ')}"
    else:
        words = f"every {_pattern(repeat.pattern or '').removeprefix('some ')}"
    words = words.replace("every an unknown day", "every day")
    if not repeat.frequency:
        return words
    times = _TIMES.get(repeat.frequency, f"{repeat.frequency.removesuffix('X')} times")
    return f"{times} {words}"


def _pattern(value: str) -> str:
    if "/" in value:
        return " – ".join(_pattern(end) for end in value.split("/"))
    date, _, clock = value.partition("T")
    fields = date.split("-")
    words = "an unknown day"
    if len(fields) >= 2 and fields[1].isdigit():
        name = MONTHS[int(fields[1]) - 1] if 1 <= int(fields[1]) <= 12 else fields[1]
        day = fields[2] if len(fields) > 2 and fields[2].isdigit() else ""
        words = f"some {f'{int(day)} ' if day else ''}{name}"
    elif len(fields) == 3 and fields[1].startswith("W") and fields[2].isdigit():
        words = f"some {WEEKDAYS[int(fields[2]) - 1]}"
    elif fields[-1] in _SEASON_NAMES:
        words = f"some {_SEASON_NAMES[fields[-1]]}"
    elif len(fields) == 3 and fields[2].isdigit():
        words = f"the {ordinal(int(fields[2]))} of some month"
    elif fields == ["XXXX"]:
        words = "some year"
    elif fields[-1] in ("H1", "H2"):
        words = f"the {_ORDINALS[int(fields[-1][1])]} half of some year"
    elif fields[-1] == "WE":
        words = "some weekend"
    elif fields[-1].startswith("W"):
        words = "some week"
    elif fields[-1].startswith("Q"):
        words = "some quarter"
    if clock:
        words += f", {_PART_NAMES.get(clock, clock)}"
    return words
