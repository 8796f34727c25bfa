"""Reach: the years that the chart can show and a link can hold."""

from __future__ import annotations

from timeline.calendar.cell import Cell, from_ordinal

MAX_YEAR = 9_999


def in_reach(cell: Cell) -> bool:
    """Whether a cell lies within the years from -9999 to 9999.

    >>> in_reach(Cell.year(9_999)), in_reach(Cell.year(12_000))
    (True, False)
    """
    first, last = from_ordinal(cell.first_day)[0], from_ordinal(cell.last_day)[0]
    return first >= -MAX_YEAR and last <= MAX_YEAR
