"""Days of a month that is not said: "on the 4th", "Friday the 3rd"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.gregorian import month_length
from timeline.calendar.times import Pattern
from timeline.normaliser.anchor import Why
from timeline.normaliser.context import Answer, Context


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of the month last told: "on the 4th"; with its weekday ("Friday the 3rd") one of
    the months around the document's day.
    """

    day: int
    weekday: int | None = None
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        if self.weekday is not None:
            return self._find_month(context)
        if context.previous is None or context.previous[0].grain > Grain.MONTH:
            return self._near_writing(context)
        anchor = context.previous[0]
        year, month, day = anchor.ymd()
        if anchor.grain < Grain.MONTH and self.day < day:
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        anchored = context.previous_anchor(Why.MONTH_TOLD)
        written = context.written
        if (
            written is not None
            and Cell.month(year, month).first_day > written.last_day >= anchor.last_day
            and context.direction.sign < 0
        ):
            year, month, _ = written.ymd()  # what is told has been
        if self.day > month_length(year, month):
            return None
        return Answer(Cell.day(year, month, self.day), anchored=anchored)

    def _find_month(self, context: Context) -> Answer | None:
        written = context.written_up(Grain.MONTH)
        if written is None or context.written is None:
            return Answer(Pattern(f"XXXX-XX-{self.day:02d}"))
        way = 1 if context.direction.sign > 0 else -1
        for step in (0, *(sign * n * way for n in range(1, 14) for sign in (1, -1))):
            month = written + step
            if self.day <= month_length(*month.ymd()[:2]):
                cell = Cell(Grain.DAY, month.first_day + self.day - 1)
                if cell.weekday() == self.weekday:
                    return Answer(cell, anchored=context.written_anchor(Why.NO_WEEK))
        return None

    def _near_writing(self, context: Context) -> Answer | None:
        written = context.written
        if written is None or written.grain > Grain.DAY:
            return None
        year, month, day = written.ymd()
        step = 1 if context.direction.sign > 0 and self.day < day else 0
        if context.direction.sign < 0 and self.day > day:
            step = -1
        found = Cell.month(year, month) + step
        if self.day > found.last_day - found.first_day + 1:
            return None
        cell = Cell(Grain.DAY, found.first_day + self.day - 1)
        return Answer(cell, anchored=context.written_anchor(Why.NO_YEAR))
