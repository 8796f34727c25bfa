"""Dates counted from somewhere: the document's day, the last date spoken of, a date that is
named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import ClassVar

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import (
    DAYLESS,
    PLAIN,
    Interval,
    Length,
    Pattern,
    Reference,
    Shade,
    Vague,
)
from timeline.normaliser.anchor import Anchor, Why
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.incomplete import (
    Holiday,
    Incomplete,
    Weekday,
    Weekend,
    widen,
)
from timeline.normaliser.meaning import Meaning
from timeline.normaliser.placing import choose
from timeline.normaliser.shift import shift, shift_roughly, shift_somewhat, shift_years
from timeline.normaliser.tense import is_unreal

MAX_YEAR = 9_999
"""What lies farther off than this has no place on the calendar."""


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units from the one the document (or the story) is in: "last year", "today",
    "the following month", "that day".
    """

    grain: Grain
    count: int
    story: bool = False
    told: bool = False
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        if self.story or (self.told and context.story is not None):
            anchor = context.previous_anchor(Why.CONTINUED if self.story else Why.STORY_UNIT)
            if anchor is not None and anchor.time.grain <= self.grain:
                return Answer(anchor.time.up(self.grain) + self.count, anchored=anchor)
            if anchor is not None:
                return self._count_roughly(context, anchor)
        base = context.written_up(self.grain)
        if base is None:
            return Answer(Pattern(unplaced_pattern(self.grain)))
        if self.grain is Grain.YEAR and self.count == -1 and is_compared(context):
            period = find_reported_period(context)
            if period is not None:
                return Answer(shift_years(period.time, -1), anchored=period)
        why = Why.NOTHING_BEFORE if self.story else Why.COUNTED
        return Answer(base + self.count, anchored=context.written_anchor(why))

    def _count_roughly(self, context: Context, anchor: Anchor) -> Answer | None:
        """From a date told last that is too coarse to count from: from the last day told, unless
        the story has left it; else about then.
        """
        told, day = anchor.time, context.clock_day
        if self.grain is Grain.DAY and day is not None:
            cell, start = day
            left = told.grain is Grain.MONTH and not told.contains(cell)
            if self.count == 0 or not left:
                return Answer(
                    cell + self.count, anchored=Anchor("previous", cell, start, anchor.why)
                )
        if self.count == 0:
            return None
        return Answer(told, Shade(about=True), anchor)


@dataclass(frozen=True, slots=True)
class NearestCentury:
    """The century whose beginning is nearest: "the turn of the century"."""

    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer:
        anchor = context.written_anchor()
        if context.story is not None:
            anchor = context.previous_anchor()
        if anchor is None:
            return Answer(Pattern("XX"))
        return Answer(Cell(Grain.CENTURY, (anchor.time.first_year() + 50) // 100), anchored=anchor)


def unplaced_pattern(grain: Grain) -> str:
    """The TIMEX3 value of some day, month … that cannot be placed.

    >>> unplaced_pattern(Grain.MONTH)
    'XXXX-XX'
    """
    if grain >= Grain.YEAR:
        return "XXXX"
    return {
        Grain.MONTH: "XXXX-XX",
        Grain.WEEK: "XXXX-WXX",
        Grain.WEEKEND: "XXXX-WXX-WE",
        Grain.QUARTER: "XXXX-QX",
        Grain.HALF: "XXXX-HX",
    }.get(grain, "XXXX-XX-XX")


@dataclass(frozen=True, slots=True)
class Pointed:
    """An incomplete date with a pointer: "last May", "next Monday", "this summer"."""

    partial: Incomplete
    count: int
    story: bool = False
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        base = context.written
        anchored = context.written_anchor(Why.NOTHING_BEFORE if self.story else Why.COUNTED)
        if self.story and context.previous is not None:
            base, anchored = context.previous[0], context.previous_anchor()
            if base.grain >= Grain.YEAR and not isinstance(self.partial, Weekday | Weekend):
                year_cell = self.partial.of_year(base.first_year() + self.count)
                if year_cell is not None:
                    return widen(self.partial, Answer(year_cell, anchored=anchored))
                if isinstance(self.partial, Holiday):  # its rule does not reach so far
                    return Answer(Cell.year(base.first_year() + self.count), anchored=anchored)
        limit = Grain.HALF if self.story else Grain.MONTH
        if isinstance(self.partial, Weekday | Weekend):
            limit = Grain.DAY
        if base is None or base.grain > limit:
            return Answer(Pattern(self.partial.pattern))
        options = self.partial.options(base)
        if not options:
            return Answer(Pattern(self.partial.pattern))
        first, last = base.first_day, base.last_day
        if self.count < 0:
            past = [c for c in options if c.last_day < first]
            chosen = past[-1] if past else options[0]
        elif self.count > 0:
            future = [c for c in options if c.first_day > last]
            chosen = future[0] if future else options[-1]
        else:
            chosen = self._this(options, base, context)
        return widen(self.partial, Answer(chosen, anchored=anchored))

    def _this(self, options: list[Cell], base: Cell, context: Context) -> Cell:
        if isinstance(self.partial, Weekday | Weekend):
            if self.story:
                return next(c for c in options if c.last_day >= base.first_day)
            if context.direction.sign == 0:  # the coming one, unless the sentence looks back
                return next(c for c in options if c.last_day >= base.first_day)
            return choose(options, base, context.direction, self.partial)
        year = base.first_year()
        same = [c for c in options if c.first_year() == year]
        return same[0] if same else options[0]


@dataclass(frozen=True, slots=True)
class Shift:
    """A length before (-1) or after (1) something: the document's day ("two days ago"), the
    last date spoken of ("two days later"), or a base that is named ("two days after May 3").
    """

    length: Length
    sign: int
    base: Meaning | None = None
    story: bool = False
    exact: bool = False
    shade: Shade = PLAIN
    kind: ClassVar[str] = "date"

    def resolve(self, context: Context) -> Answer | None:
        if any(count is None for _, count in self.length.counts):
            if self.story and self.length.counts[0][0] in DAYLESS and context.previous is not None:
                near = context.previous[0]
                return Answer(near, Shade(about=True), context.previous_anchor())
            if self.story and context.previous is not None:
                some = shift_somewhat(context.previous[0], self.length.counts[0][0], self.sign)
                if some is not None:
                    return Answer(some, Shade(about=True), context.previous_anchor())
            return Answer(Vague(Reference.PAST if self.sign < 0 else Reference.FUTURE))
        if self.story and self.sign > 0 and context.is_beside_previous():
            assert context.previous is not None
            near, unit = context.previous[0], self.length.counts[-1][0]
            beside = near.up(unit) if near.grain < unit and unit <= Grain.YEAR else near
            return Answer(beside, self.shade, context.previous_anchor())
        cell, anchored = self._base(context)
        unreal = self.story and self.base is None and is_unreal(context.low, context.start)
        if cell is None or unreal:
            return Answer(Pattern(unplaced_pattern(self.length.counts[-1][0])), self.shade)
        if (self.exact or cell.grain is Grain.QUARTER) and self.length.counts[0][0] is Grain.YEAR:
            moved = shift_years(cell, self.sign * int(self.length.counts[0][1] or 0))
            origin = moved if self.exact else None
            return Answer(moved, self.shade, anchored, origin=origin)
        length = self.length
        if self.base is not None and cell.grain is Grain.DAY and length.counts[0][0] is Grain.WEEK:
            length = Length(((Grain.DAY, (length.counts[0][1] or 0) * 7),))
        moved_cell = shift(cell, length, self.sign)
        if moved_cell is not None and abs(moved_cell.first_year()) > MAX_YEAR:
            return Answer(Vague(Reference.PAST if self.sign < 0 else Reference.FUTURE))
        if moved_cell is None:
            near = shift_roughly(cell, length, self.sign)
            return Answer(near, replace(self.shade, about=True), anchored)
        return Answer(moved_cell, self.shade, anchored)

    @property
    def is_year_ago(self) -> bool:
        """Whether it is a year before something that is not named."""
        return self.base is None and self.sign < 0 and self.length.counts == ((Grain.YEAR, 1),)

    def _is_finer(self, context: Context) -> bool:
        """Whether it is too fine to count from the last date, and no story is told: "last year
        … three months earlier" goes from the document's day.
        """
        assert context.previous is not None
        if self.sign > 0 or context.story is not None or context.written is None:
            return False
        if context.historical:
            return False
        return context.previous[0].grain > self.length.counts[-1][0]

    def _base(self, context: Context) -> tuple[Cell | None, Anchor | None]:
        if self.base is not None:
            answer = self.base.resolve(context)
            time = None if answer is None else answer.time
            if isinstance(time, Interval):
                time = time.first if self.sign < 0 else time.last
            if answer is None or not isinstance(time, Cell):
                return None, None
            return time, answer.anchored
        if self.is_year_ago and (self.story or not _opens(context)):
            period = find_reported_period(context)
            if period is not None:
                return period.time, period
        if self.story and context.previous is not None and not self._is_finer(context):
            return context.previous[0], context.previous_anchor()
        why = Why.NOTHING_BEFORE if self.story else Why.COUNTED
        return context.written, context.written_anchor(why)


_FIGURES = re.compile(
    r"cents a share|a share|net (?:income|loss)|earned|profit|revenue|sales|earnings"
)
_QUARTERLY = re.compile(r"\bquarter")


def _opens(context: Context) -> bool:
    """Whether a date opens its sentence and a comma follows: "A year ago, he left"."""
    low, start = context.low, context.start
    return low.startswith(",", context.end) and not low[max(0, start - 2) : start].strip(" .\n")


_COMPARED = re.compile(
    r"(?:compared (?:with|to)|up from|down from|against|from)\s[^.;]{0,60}"
    r"(?:million|billion|cents|a share|\$[\d.,]+),?\s+\Z"
)


def is_compared(context: Context) -> bool:
    """Whether a date says of when the figures are that others are compared with."""
    if context.period is None:
        return False
    return _COMPARED.search(context.low, max(0, context.start - 120), context.start) is not None


def find_reported_period(context: Context) -> Anchor | None:
    """The quarter or year that "a year ago" compares with in a report of figures."""
    period = context.period
    if period is not None and context.start - period[1] < 600:
        return Anchor("previous", *period, Why.FIGURES)
    low, start = context.low, context.start
    if _FIGURES.search(low, max(0, start - 160), start) is None:
        return None
    if period is not None and context.start - period[1] < 2_000:
        return Anchor("previous", *period, Why.FIGURES)
    if _QUARTERLY.search(low, max(0, start - 1_500), start) is None:
        return None
    base = context.written_up(Grain.QUARTER)
    return None if base is None else Anchor("document", base - 1, None, Why.FIGURES)
