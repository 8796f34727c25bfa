"""Partial: what an incomplete date tells of itself before a context gives it its year or week."""

from __future__ import annotations

from typing import ClassVar, Protocol

from timeline.calendar.cell import Cell


class Partial(Protocol):
    """A month, day, weekday, season or feast without its year or week; `weekly` if it comes
    every week.
    """

    weekly: ClassVar[bool]

    @property
    def pattern(self) -> str:
        """Its TIMEX3 value with X for what is not said."""

    def of_year(self, year: int) -> Cell | None:
        """The cell in a year; None where there is none, or more than one."""

    def options(self, around: Cell) -> list[Cell]:
        """The cells near another, in order."""

    def agrees(self, cell: Cell) -> bool | None:
        """Whether a cell is all that is said (a day falls on its weekday); None if nothing more
        is said of it.
        """
