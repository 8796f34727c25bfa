"""Grain and Cell: one numbered stretch of the calendar, on plain integers.

Years are astronomical: 0 is 1 BC, -43 is 44 BC. Days are counted in the proleptic
Gregorian calendar; day 1 is 0001-01-01 (a Monday), the number that
`datetime.date.toordinal` gives, but without its limits.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from timeline.calendar.gregorian import from_ordinal as from_ordinal
from timeline.calendar.gregorian import month_length as month_length
from timeline.calendar.gregorian import to_ordinal as to_ordinal


class Grain(IntEnum):
    """How long a stretch of the calendar is, from the finest to the coarsest."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    PART = 3
    """A part of a day: morning, midday, afternoon, evening, night."""
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    QUARTER = 8
    SEASON = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14

    def __str__(self) -> str:
        return f"Grain.{self.name}"


PARTS = ("MO", "MI", "AF", "EV", "NI")
"""The parts of a day in order, by their TIMEX3 codes."""

SEASONS = ("SP", "SU", "FA", "WI")
"""The seasons in order, by their TIMEX3 codes; winter runs into the next year."""

_PART_HOURS = ((6, 12), (11, 14), (12, 18), (18, 24), (20, 30))
_PER_DAY = {Grain.SECOND: 86_400, Grain.MINUTE: 1_440, Grain.HOUR: 24, Grain.PART: len(PARTS)}
_SECONDS = {Grain.SECOND: 1, Grain.MINUTE: 60, Grain.HOUR: 3_600}
_PER_YEAR = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.SEASON: 4, Grain.HALF: 2, Grain.YEAR: 1}
_YEARS = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1_000}
_DAY = Grain.DAY
DAY_SECONDS = 86_400


def _years(grain: Grain, index: int) -> tuple[int, int]:
    """First and last year of a decade, century or millennium.

    From year 1 on these are cut by digits, as people and TIMEX3 do (the 1990s, 19xx);
    before, by the years BC: the 5th century BC is 500 to 401 BC, the 480s BC 489 to 480 BC.
    """
    size = _YEARS[grain]
    if index >= 0:
        return max(1, index * size), index * size + size - 1
    if grain is Grain.DECADE:  # named by the digits of the year BC: 489..480 BC
        return index * size + 2, min(0, (index + 1) * size + 1)
    return index * size + 1, (index + 1) * size


def _first_month(grain: Grain, index: int) -> tuple[int, int]:
    if grain in _YEARS:
        return _years(grain, index)[0], 1
    year, number = divmod(index, _PER_YEAR[grain])
    month = 1 + number * (12 // _PER_YEAR[grain])
    return year, month + (2 if grain is Grain.SEASON else 0)


@lru_cache(maxsize=4_096)
def _first_day(grain: Grain, index: int) -> int:
    """The number of a cell's first day: asked for more often than anything else."""
    if grain is Grain.DAY:
        return index
    if grain in _PER_DAY:
        return index // _PER_DAY[grain]
    if grain is Grain.WEEK:
        return index * 7 + 1
    if grain is Grain.WEEKEND:
        return index * 7 + 6
    return to_ordinal(*_first_month(grain, index), 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """One numbered stretch of the calendar; `cell + 1` is the next of the same grain.

    `offset` is the distance from UTC in minutes (east positive) of a clock time whose zone
    is known, else None.

    >>> Cell(Grain.MONTH, 24304)
    Cell.month(2025, 5)
    >>> Cell.month(2025, 5) + 8
    Cell.month(2026, 1)
    """

    grain: Grain
    index: int
    offset: int | None = None

    # -- making

    @classmethod
    def year(cls, year: int) -> Cell:
        """An astronomical year: 0 is 1 BC."""
        return cls(Grain.YEAR, year)

    @classmethod
    def month(cls, year: int, month: int) -> Cell:
        """A month of a year; ValueError unless 1 <= month <= 12."""
        if not 1 <= month <= 12:
            raise ValueError(f"month must be 1 to 12, not {month!r}")
        return cls(Grain.MONTH, year * 12 + month - 1)

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Cell:
        """A day; ValueError if the month does not have it."""
        if not 1 <= month <= 12:
            raise ValueError(f"month must be 1 to 12, not {month!r}")
        if not 1 <= day <= month_length(year, month):
            raise ValueError(f"{year!r}-{month!r} has no day {day!r}")
        return cls(Grain.DAY, to_ordinal(year, month, day))

    @classmethod
    def week(cls, year: int, week: int) -> Cell:
        """An ISO 8601 week; ValueError if the year does not have it.

        >>> Cell.week(2025, 19).first_day == Cell.day(2025, 5, 5).index
        True
        """
        cell = cls(Grain.WEEK, (to_ordinal(year, 1, 4) - 1) // 7 + week - 1)
        if week < 1 or cell.iso_week() != (year, week):
            raise ValueError(f"{year!r} has no week {week!r}")
        return cell

    @classmethod
    def of_year(cls, grain: Grain, year: int, number: int) -> Cell:
        """A quarter, half or season of a year by its number from 1.

        >>> Cell.of_year(Grain.QUARTER, 2019, 3)
        Cell.of_year(Grain.QUARTER, 2019, 3)
        """
        per = _PER_YEAR.get(grain, 0)
        if not per:
            raise ValueError(f"a year is not numbered by {grain!s}")
        if not 1 <= number <= per:
            raise ValueError(f"{grain.name.lower()} must be 1 to {per}, not {number!r}")
        return cls(grain, year * per + number - 1)

    @classmethod
    def clock(
        cls, day: int, hour: int, minute: int | None = None, second: int | None = None,
        offset: int | None = None,
    ) -> Cell:  # fmt: skip
        """A time of day on a day given by its number; hour 24 is the end of that day."""
        if hour == 24 and (minute or second):
            raise ValueError(f"no such time of day: {hour!r}:{minute!r}:{second!r}")
        if not (0 <= hour <= 24 and 0 <= (minute or 0) <= 59 and 0 <= (second or 0) <= 59):
            raise ValueError(f"no such time of day: {hour!r}:{minute!r}:{second!r}")
        if minute is None:
            return cls(Grain.HOUR, day * 24 + hour, offset)
        if second is None:
            return cls(Grain.MINUTE, day * 1_440 + hour * 60 + minute, offset)
        return cls(Grain.SECOND, day * 86_400 + hour * 3_600 + minute * 60 + second, offset)

    @classmethod
    def part(cls, day: int, code: str) -> Cell:
        """A part of a day by its TIMEX3 code (`PARTS`)."""
        if code not in PARTS:
            raise ValueError(f"no such part of a day: {code!r}")
        return cls(Grain.PART, day * len(PARTS) + PARTS.index(code))

    # -- reading

    @property
    def first_day(self) -> int:
        """The number of the first day it touches."""
        if self.grain is _DAY:
            return self.index
        return _first_day(self.grain, self.index)

    @property
    def last_day(self) -> int:
        """The number of the last day it touches."""
        grain = self.grain
        if grain <= _DAY:
            return self.first_day
        if grain is Grain.WEEKEND:
            return self.index * 7 + 7
        return _first_day(grain, self.index + 1) - 1

    def seconds(self) -> tuple[int, int]:
        """Where it begins and where it has ended, in seconds of the day count (UTC if known).

        >>> start, stop = Cell.day(2025, 5, 4).seconds(); stop - start
        86400
        """
        grain = self.grain
        shift = -60 * (self.offset or 0)
        if grain in _SECONDS:
            size = _SECONDS[grain]
            return self.index * size + shift, (self.index + 1) * size + shift
        if grain is Grain.PART:
            day, number = divmod(self.index, len(PARTS))
            first, last = _PART_HOURS[number]
            return day * DAY_SECONDS + first * 3_600, day * DAY_SECONDS + last * 3_600
        return self.first_day * DAY_SECONDS, (self.last_day + 1) * DAY_SECONDS

    def time_of_day(self) -> tuple[int, int, int]:
        """Hour, minute and second of a clock time; ValueError for coarser cells."""
        if self.grain not in _SECONDS:
            raise ValueError(f"{self!r} is not a time of day")
        rest = self.index * _SECONDS[self.grain] % DAY_SECONDS
        return rest // 3_600, rest // 60 % 60, rest % 60

    def ymd(self) -> tuple[int, int, int]:
        """Year, month and day of its first day."""
        return from_ordinal(self.first_day)

    def first_year(self) -> int:
        """The astronomical year it begins in."""
        if self.grain in _YEARS or self.grain in _PER_YEAR:
            return _first_month(self.grain, self.index)[0]
        return from_ordinal(self.first_day)[0]

    def iso_week(self) -> tuple[int, int]:
        """ISO year and week number of the week its first day lies in."""
        thursday = (self.first_day - 1) // 7 * 7 + 4
        year = from_ordinal(thursday)[0]
        return year, (thursday - to_ordinal(year, 1, 1)) // 7 + 1

    def weekday(self) -> int:
        """1 (Monday) to 7 (Sunday), of its first day."""
        return (self.first_day - 1) % 7 + 1

    # -- moving

    def __add__(self, count: int) -> Cell:
        return Cell(self.grain, self.index + count, self.offset)

    def __sub__(self, count: int) -> Cell:
        return Cell(self.grain, self.index - count, self.offset)

    def up(self, grain: Grain) -> Cell:
        """The cell of a coarser grain that its first day (or hour, minute) lies in.

        >>> Cell.day(2025, 5, 4).up(Grain.QUARTER)
        Cell.of_year(Grain.QUARTER, 2025, 2)
        """
        if grain is self.grain:
            return self
        if grain < self.grain or grain is Grain.PART:  # the parts of a day overlap
            raise ValueError(f"{self!r} has no single {grain.name.lower()}")
        if grain in _SECONDS and self.grain in _SECONDS:
            return Cell(grain, self.index * _SECONDS[self.grain] // _SECONDS[grain], self.offset)
        return day_to(self.first_day, grain)

    def contains(self, other: Cell) -> bool:
        """Whether the other lies in it, wholly.

        >>> Cell.year(2025).contains(Cell.day(2025, 5, 4))
        True
        """
        (a, b), (c, d) = self.seconds(), other.seconds()
        return a <= c and d <= b

    def __repr__(self) -> str:
        grain = self.grain
        if grain is Grain.YEAR:
            return f"Cell.year({self.index})"
        if grain is Grain.MONTH:
            return "Cell.month({}, {})".format(*self.ymd()[:2])
        if grain is Grain.DAY:
            return "Cell.day({}, {}, {})".format(*self.ymd())
        if grain is Grain.WEEK:
            return "Cell.week({}, {})".format(*self.iso_week())
        if grain in (Grain.QUARTER, Grain.SEASON, Grain.HALF):
            year, number = divmod(self.index, _PER_YEAR[grain])
            return f"Cell.of_year({grain!s}, {year}, {number + 1})"
        zone = "" if self.offset is None else f", offset={self.offset}"
        return f"Cell({grain!s}, {self.index}{zone})"


def day_to(ordinal: int, grain: Grain) -> Cell:
    """The cell of a grain of at least a day that a day lies in.

    >>> day_to(to_ordinal(-43, 3, 15), Grain.CENTURY).index
    -1
    >>> day_to(to_ordinal(2026, 1, 15), Grain.SEASON)
    Cell.of_year(Grain.SEASON, 2025, 4)
    """
    if grain is Grain.DAY:
        return Cell(grain, ordinal)
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return Cell(grain, (ordinal - 1) // 7)
    year, month, _ = from_ordinal(ordinal)
    if grain is Grain.SEASON:
        return Cell(grain, (year * 12 + month - 3) // 3)
    if grain in _PER_YEAR:
        return Cell(grain, (year * 12 + month - 1) // (12 // _PER_YEAR[grain]))
    return Cell(grain, year_index(grain, year))


def year_index(grain: Grain, year: int) -> int:
    """The index of the decade, century or millennium that an astronomical year lies in.

    >>> year_index(Grain.CENTURY, 1945), year_index(Grain.CENTURY, -479)
    (19, -5)
    """
    size = _YEARS[grain]
    if year > 0:
        return year // size
    if grain is Grain.DECADE:
        return -((1 - year) // size) - 1
    return -((-year) // size) - 1
