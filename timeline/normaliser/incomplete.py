"""Incomplete dates: a month, day, weekday, season or feast without its year or week, which
the context gives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from timeline.calendar.cell import SEASONS, Cell, Grain
from timeline.calendar.gregorian import month_length
from timeline.calendar.times import Shade
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.feasts import find_day, find_days, find_whole, is_sighted, to_day
from timeline.normaliser.placing import place
from timeline.normaliser.story import is_near_story


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A month, or a day of a month, without a year: "May", "May 7", "Sunday, May 7"."""

    month: int
    day: int | None = None
    weekday: int | None = None
    kind: ClassVar[str] = "date"
    weekly: ClassVar[bool] = False

    @property
    def pattern(self) -> str:
        day = "" if self.day is None else f"-{self.day:02d}"
        return f"XXXX-{self.month:02d}{day}"

    def of_year(self, year: int) -> Cell | None:
        """The cell in a year, None for 29 February in a common year."""
        if self.day is None:
            return Cell.month(year, self.month)
        if self.day > month_length(year, self.month):
            return None
        cell = Cell.day(year, self.month, self.day)
        return cell

    def options(self, around: Cell) -> list[Cell]:
        year = around.first_year()
        span = (
            range(year - 8, year + 9)
            if (self.month, self.day) == (2, 29)
            else range(year - 1, year + 2)
        )
        cells = [cell for y in span if (cell := self.of_year(y)) is not None]
        if self.weekday is not None:
            wide = [c for y in range(year - 6, year + 7) if (c := self.of_year(y)) is not None]
            fitting = [c for c in wide if c.weekday() == self.weekday]
            near = [c for c in fitting if abs(c.first_day - around.first_day) < 400]
            return near or cells
        return cells

    def agrees(self, cell: Cell) -> bool | None:
        """Whether a day falls on the weekday said with it; None if none is said."""
        return None if self.weekday is None else cell.weekday() == self.weekday

    def resolve(self, context: Context) -> Answer | None:
        return place(self, context)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: 1 is Monday."""

    number: int
    kind: ClassVar[str] = "date"
    weekly: ClassVar[bool] = True

    @property
    def pattern(self) -> str:
        return f"XXXX-WXX-{self.number}"

    def of_year(self, year: int) -> Cell | None:
        """None: a year alone does not tell which."""
        return None

    def options(self, around: Cell) -> list[Cell]:
        day = around.first_day
        back = (day - self.number) % 7
        return [Cell(Grain.DAY, day - back + 7 * k) for k in (-1, 0, 1)]

    def agrees(self, cell: Cell) -> bool | None:
        """None: nothing more is said."""
        return None

    def resolve(self, context: Context) -> Answer | None:
        return place(self, context)


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend of a week not said."""

    kind: ClassVar[str] = "date"
    weekly: ClassVar[bool] = True

    @property
    def pattern(self) -> str:
        return "XXXX-WXX-WE"

    def of_year(self, year: int) -> Cell | None:
        """None: a year alone does not tell which."""
        return None

    def options(self, around: Cell) -> list[Cell]:
        week = around.up(Grain.WEEK) if around.grain <= Grain.WEEK else around
        return [Cell(Grain.WEEKEND, week.index + k) for k in (-1, 0, 1)]

    def agrees(self, cell: Cell) -> bool | None:
        """None: nothing more is said."""
        return None

    def resolve(self, context: Context) -> Answer | None:
        return place(self, context)


@dataclass(frozen=True, slots=True)
class OfYear:
    """A season, quarter or half of a year not said: number from 1, 0 for "the quarter"."""

    grain: Grain
    number: int
    fiscal: bool = False
    kind: ClassVar[str] = "date"
    weekly: ClassVar[bool] = False

    @property
    def pattern(self) -> str:
        if self.grain is Grain.SEASON:
            return f"XXXX-{SEASONS[self.number - 1]}"
        return f"XXXX-{'Q' if self.grain is Grain.QUARTER else 'H'}{self.number or 'X'}"

    def of_year(self, year: int) -> Cell | None:
        """The cell in a year."""
        return Cell.of_year(self.grain, year, self.number) if self.number > 0 else None

    def options(self, around: Cell) -> list[Cell]:
        year = around.first_year()
        return [Cell.of_year(self.grain, y, self.number) for y in (year - 1, year, year + 1)]

    def agrees(self, cell: Cell) -> bool | None:
        """None: nothing more is said."""
        return None

    def resolve(self, context: Context) -> Answer | None:
        if self.number <= 0:
            if context.quarter is not None:
                cell, start = context.quarter
                return Answer(cell, anchored=Anchor("previous", cell, start, Why.QUARTER_TOLD))
            base = context.written_up(Grain.QUARTER)
            if self.number == 0 or base is None:
                return None
            return Answer(base - 1, anchored=context.written_anchor(Why.QUARTER_REPORTED))
        if self.fiscal and (year := context.written_up(Grain.YEAR)) is not None:
            cell = Cell.of_year(self.grain, year.index, self.number)
            return Answer(cell, Shade(assumed=True), context.written_anchor(Why.YEAR_WRITTEN))
        return place(self, context)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by the rule that finds its day in a year (see `feasts`)."""

    rule: str
    kind: ClassVar[str] = "date"
    weekly: ClassVar[bool] = False

    @property
    def pattern(self) -> str:
        return f"XXXX-{self.rule}" if self.rule[:2].isdigit() and len(self.rule) == 5 else "XXXX"

    def of_year(self, year: int) -> Cell | None:
        """Its first day in a year; None where the rule does not reach."""
        return find_day(self.rule, year)

    def options(self, around: Cell) -> list[Cell]:
        year = around.first_year()
        return [to_day(t) for y in (year - 1, year, year + 1) for t in find_days(self.rule, y)]

    def agrees(self, cell: Cell) -> bool | None:
        """None: nothing more is said."""
        return None

    def resolve(self, context: Context) -> Answer | None:
        if context.story is not None and not self._reaches(context, *context.story):
            story, start = context.story
            year = Cell.year(story.first_year())
            return Answer(year, Shade(assumed=True), Anchor("previous", story, start, Why.STORY))
        answer = place(self, context)
        return None if answer is None else widen(self, answer)

    def _reaches(self, context: Context, story: Cell, start: int) -> bool:
        """Whether the feast has a day in the story that is being told, if one is."""
        year = story.first_year()
        if self.of_year(year) is not None or self.of_year(year + 1) is not None:
            return True
        return not (context.historical or is_near_story(context, story, start))


def widen(partial: Incomplete, answer: Answer) -> Answer:
    """A feast of several days from its first to its last; one that begins with the moon that
    is seen is not exact. Any other answer is left as it is.
    """
    if not isinstance(partial, Holiday) or not isinstance(answer.time, Cell):
        return answer
    shade = replace(answer.shade, about=True) if is_sighted(partial.rule) else answer.shade
    return replace(answer, time=find_whole(partial.rule, answer.time), shade=shade)


Incomplete = MonthDay | Weekday | Weekend | OfYear | Holiday
