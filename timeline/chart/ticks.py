"""Ticks as people write dates: 480 BC, 1945, May 2025, 7 May, 06:00."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from timeline.calendar.cell import DAY_SECONDS, from_ordinal, to_ordinal
from timeline.calendar.phrase import MONTHS, year_phrase
from timeline.calendar.timex3 import iso_moment

# Plotly's formats by the distance of its own ticks. %-Y: without zeros in front (but %-d would
# be taken for a month). A second line is written once, at the first tick and where it changes.
# %M keeps clock times at their ticks, where days, months and years are written in the middle of
# what they name.
STOPS = (
    {"dtickrange": [None, 59_999], "value": "%H:%M:%S\n%e %b %-Y"},
    {"dtickrange": [60_000, 86_399_999], "value": "%H:%M\n%e %b %-Y"},
    {"dtickrange": [86_400_000, 2_505_600_000], "value": "%e %b\n%-Y"},
    {"dtickrange": ["M1", "M11"], "value": "%b\n%-Y"},
    {"dtickrange": ["M12", None], "value": "%-Y"},
)
# The same for a range with years BC, in a row below ticks of ours: years have words of their
# own (`_aliases`), and a month or a day can't name its year. Where ticks are fifty years apart,
# 401 BC may be called 400 BC: a trailing space tells the two formats apart.
FINER = (
    {"dtickrange": [None, 86_399_999], "value": "%H:%M"},
    {"dtickrange": [86_400_000, 2_505_600_000], "value": "%e %b"},
    {"dtickrange": ["M1", "M11"], "value": "%b"},
    {"dtickrange": ["M12", "M599"], "value": "%-Y"},
    {"dtickrange": ["M600", None], "value": "%-Y "},
)
_ROUGH = 50
_ALL_YEARS_FROM = -3_000
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
_MONTH_STEPS = (1, 3, 6)
_DAY_STEPS = (1, 2, 7, 14)
_SECOND_STEPS = (60, 300, 900, 1_800, 3_600, 3 * 3_600, 6 * 3_600, 12 * 3_600)
_STEPS = (
    ("clock", _SECOND_STEPS), ("day", _DAY_STEPS), ("month", _MONTH_STEPS), ("year", _YEAR_STEPS)
)  # fmt: skip
_YEAR_SECONDS = 31_556_952
_SIZES = {"year": _YEAR_SECONDS, "month": _YEAR_SECONDS // 12, "day": DAY_SECONDS, "clock": 1}
_ROOM = {"year": 84, "month": 56, "day": 64, "clock": 88}

Axis = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment in seconds of the day count and the words under it."""

    at: int
    text: str


def ticks(low: int, high: int, width: float) -> tuple[Tick, ...]:
    """The ticks of a range (seconds) that fit into a width (pixels).

    >>> from timeline.calendar.cell import Cell
    >>> low, high = Cell.year(-479).seconds()[0], Cell.year(2025).seconds()[1]
    >>> [tick.text for tick in ticks(low, high, 500)]
    ['AD 1', 'AD 500', '1000', '1500', '2000']
    """
    unit, step = _step((high - low) / width)
    if unit == "year":
        years = year_steps(step, from_ordinal(low // DAY_SECONDS)[0], _year_of(high))
        found: Iterable[Tick] = (Tick(year_second(year), year_phrase(year)) for year in years)
    elif unit == "month":
        found = _months(step, low, high)
    else:
        found = _moments(step, low, high, unit)
    return _once(tick for tick in found if low <= tick.at <= high)


def _once(found: Iterable[Tick]) -> tuple[Tick, ...]:
    """Write the second line only at the first tick and where it changes."""
    done: list[Tick] = []
    context = ""
    for tick in found:
        text, _, below = tick.text.partition("<br>")
        done.append(tick if below != context else Tick(tick.at, text))
        context = below
    return tuple(done)


def _step(per_pixel: float) -> tuple[str, int]:
    """The finest unit and number of it whose ticks leave room for their words."""
    for unit, steps in _STEPS:
        for step in steps:
            if step * _SIZES[unit] / per_pixel >= _ROOM[unit]:
                return unit, step
    return "year", 10_000


def year_steps(step: int, first: int, last: int) -> Iterator[int]:
    """Round years of a range (astronomical): 200 BC, 100 BC, AD 1, AD 100.

    >>> list(year_steps(100, -199, 100))
    [-199, -99, 1, 100]
    """
    yield from (
        1 - back for back in range((1 - first) // step * step, 0, -step) if 1 - back <= last
    )
    if first <= 1 <= last and step > 1:
        yield 1
    yield from range(max(-(-first // step), 1) * step, last + 1, step)


def year_second(year: int) -> int:
    """Where a year begins."""
    return to_ordinal(year, 1, 1) * DAY_SECONDS


def _year_of(moment: int) -> int:
    return from_ordinal(moment // DAY_SECONDS)[0]


def _months(step: int, low: int, high: int) -> Iterator[Tick]:
    first = _year_of(low) * 12
    for index in range(first, _year_of(high) * 12 + 12, step):
        year, month = divmod(index, 12)
        name = MONTHS[month][:3]
        yield Tick(to_ordinal(year, month + 1, 1) * DAY_SECONDS, f"{name}<br>{year_phrase(year)}")


def _moments(step: int, low: int, high: int, unit: str) -> Iterator[Tick]:
    size = step * DAY_SECONDS if unit == "day" else step
    # Weeks begin on Monday, as day 1 of the count did.
    shift = DAY_SECONDS if unit == "day" else 0
    for at in range((low - shift) // size * size + shift, high + 1, size):
        year, month, day = from_ordinal(at // DAY_SECONDS)
        date, clock = f"{day} {MONTHS[month - 1][:3]}", at % DAY_SECONDS // 60
        if unit == "day":
            yield Tick(at, f"{date}<br>{year_phrase(year)}")
        else:
            yield Tick(at, f"{clock // 60:02d}:{clock % 60:02d}<br>{date} {year_phrase(year)}")


def axes(low: int, high: int, width: float, reach: tuple[int, int]) -> tuple[Axis, Axis | None]:
    """Plotly's settings for the ticks of a range, and of a second row below where needed.

    `reach` is how far one can move the view. Plotly counts years with a year 0, so its own
    ticks are never at round years BC: a range that begins there gets ticks of ours, and the
    second row shows Plotly's finer ones (in true words) once somebody zooms in.
    """
    aliases = _aliases(reach[0])
    if low >= year_second(1):
        axis: Axis = {"ticklabelmode": "period", "tickformatstops": list(STOPS)}
        return (axis | {"labelalias": aliases} if aliases else axis), None
    found = ticks(low, high, width)
    first = {
        "tickmode": "array",
        "tickvals": [iso_moment(tick.at) for tick in found],
        "ticktext": [tick.text for tick in found],
    }
    unit, step = _step((high - low) / width)
    # The first format that fits counts: nothing here where the first row has its own.
    own = {"dtickrange": [990 * step * _SIZES[unit], None], "value": " "}
    return first, {"tickmode": "auto", "tickformatstops": [own, *FINER], "labelalias": aliases}


def _aliases(start: int) -> dict[str, str]:
    """Words for Plotly's numbers of the years before AD 1 that a view can reach."""
    first = _year_of(start)
    every = range(max(first, _ALL_YEARS_FROM), 1)
    rough = range(first // _ROUGH * _ROUGH, 1, _ROUGH)
    exact = [*(year for year in rough if year < _ALL_YEARS_FROM), *every]
    exact += range(1, 100) if exact else ()
    # Year 0 is next to the tick for AD 1 above it.
    return {str(year): year_phrase(year) for year in exact} | {
        f"{year} ": f"{-year} BC" if year else " " for year in rough
    }
