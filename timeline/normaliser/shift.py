"""Shifts: a cell moved by a length, as exact as the length says."""

from __future__ import annotations

from timeline.calendar.cell import DAY_SECONDS, Cell, Grain, day_to
from timeline.calendar.gregorian import month_length
from timeline.calendar.times import DAYLESS, Length


def shift_years(cell: Cell, years: int) -> Cell:
    """The same day, month, quarter … so many years on; 29 February becomes the 28th.

    >>> shift_years(Cell.day(2024, 2, 29), -1)
    Cell.day(2023, 2, 28)
    """
    if cell.grain is Grain.DAY:
        year, month, day = cell.ymd()
        return Cell.day(year + years, month, min(day, month_length(year + years, month)))
    per = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.SEASON: 4, Grain.HALF: 2, Grain.YEAR: 1}
    if cell.grain in per:
        return cell + years * per[cell.grain]
    if cell.grain < Grain.MONTH:
        year, month, day = Cell(Grain.DAY, cell.first_day).ymd()
        moved = Cell.day(year + years, month, min(day, month_length(year + years, month)))
        return moved if cell.grain < Grain.DAY else _same_month(cell, moved)
    return Cell.year(cell.first_year() + years)


def _same_month(week: Cell, moved: Cell) -> Cell:
    """Weeks do not return: the month if the week lies in one, else the year."""
    first, last = Cell(Grain.DAY, week.first_day).ymd(), Cell(Grain.DAY, week.last_day).ymd()
    year = moved.first_year()
    return Cell.month(year, first[1]) if first[1] == last[1] else Cell.year(year)


_BIG = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1_000}


def shift(cell: Cell, length: Length, sign: int) -> Cell | None:
    """A cell moved by a length, with the precision of the length's finest unit; None if the
    cell is too coarse to count from.

    >>> shift(Cell.day(1952, 3, 1), Length(((Grain.YEAR, 1),)), 1)
    Cell.year(1953)
    >>> shift(Cell.day(2025, 5, 31), Length(((Grain.DAY, 2),)), 1)
    Cell.day(2025, 6, 2)
    """
    counts = [(u, c) for u, c in length.counts if c is not None]
    if len(counts) < len(length.counts):
        return None
    if len(counts) > 1 and counts[-1][0] not in DAYLESS:
        return _shift_mixed(cell, counts, sign)
    unit, count = counts[0]
    if unit in _BIG:
        unit, count = Grain.YEAR, count * _BIG[unit]
    if unit in DAYLESS:
        return _shift_clock(cell, counts, sign)
    if cell.grain > unit:
        return None
    if count != int(count):
        if unit is not Grain.WEEK:
            return None
        unit, count = Grain.DAY, round(count * 7)
    return cell.up(unit) + sign * int(count)


def _shift_mixed(cell: Cell, counts: list[tuple[Grain, int | float]], sign: int) -> Cell | None:
    """Years and months, weeks and days: as exact as the finest of them."""
    finest = min(unit for unit, _ in counts)
    if cell.grain > finest or finest not in (Grain.YEAR, Grain.MONTH, Grain.WEEK, Grain.DAY):
        return None
    cell = cell.up(finest)
    for unit, count in counts:
        steps = sign * int(count)
        if unit in _BIG:
            cell = shift_years(cell, steps * _BIG[unit])
        elif unit is Grain.YEAR:
            cell = shift_years(cell, steps)
        elif unit is Grain.MONTH and finest is Grain.DAY:
            year, month, day = cell.ymd()
            target = Cell.month(year, month) + steps
            cell = Cell(Grain.DAY, min(target.first_day + day - 1, target.last_day))
        elif unit is Grain.WEEK and finest is Grain.DAY:
            cell = cell + 7 * steps
        else:
            cell = cell + steps
    return cell


_DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 30.44}


def shift_roughly(cell: Cell, length: Length, sign: int) -> Cell:
    """A cell too coarse for a length: the cell of its grain that the length from its middle
    leads to.

    >>> shift_roughly(Cell.of_year(Grain.SEASON, 1874, 1), Length(((Grain.MONTH, 4),)), 1)
    Cell.of_year(Grain.SEASON, 1874, 2)
    """
    days = sum(_DAYS.get(unit, 0) * count for unit, count in length.counts if count is not None)
    if days == 0 or days > 3_660 or cell.grain not in (Grain.MONTH, Grain.SEASON, Grain.YEAR):
        return cell
    return day_to((cell.first_day + cell.last_day) // 2 + sign * round(days), cell.grain)


_SOME = {Grain.DAY: (4, Grain.MONTH), Grain.WEEK: (21, Grain.MONTH), Grain.MONTH: (120, Grain.YEAR)}
"""How many days "a few" units are at a guess, and how exactly that can be said."""


def shift_somewhat(cell: Cell, unit: Grain, sign: int) -> Cell | None:
    """A cell moved by a few units; None where nothing can be said.

    >>> shift_somewhat(Cell.day(1862, 5, 3), Grain.DAY, 1)
    Cell.month(1862, 5)
    """
    days, grain = _SOME.get(unit, (0, Grain.DAY))
    if days == 0 or cell.grain > grain:
        return None
    return day_to(cell.first_day + sign * days, grain)


_CLOCK_SECONDS = {Grain.HOUR: 3_600, Grain.MINUTE: 60, Grain.SECOND: 1}


def _shift_clock(cell: Cell, counts: list[tuple[Grain, int | float]], sign: int) -> Cell | None:
    """Hours, minutes and seconds from a time of day; from a day, whole days of them."""
    if cell.grain > Grain.DAY:
        return None
    if counts[0][0] is Grain.PART:
        return Cell(Grain.DAY, cell.first_day + sign * int(counts[0][1]))
    seconds = sign * round(sum(count * _CLOCK_SECONDS.get(unit, 0) for unit, count in counts))
    if cell.grain in (Grain.DAY, Grain.PART):
        return Cell(Grain.DAY, cell.first_day + int(seconds / DAY_SECONDS))
    step = _CLOCK_SECONDS[cell.grain]
    if seconds % step:
        cell, step = Cell(Grain.MINUTE, cell.index * (step // 60), cell.offset), 60
    return cell + seconds // step
